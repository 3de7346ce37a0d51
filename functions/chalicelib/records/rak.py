"""Rak: a shelf of one noun. Says where a thing lies and turns it into an item and back; the same for every engine."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypedDict, TypeVar, Unpack

from chalicelib.galat import TidakAda
from chalicelib.store import Delete, Harap, Harapan, Item, NamaIndeks, Put, Store
from schemas.dasar import Halaman, Model

M = TypeVar("M", bound=Model)
Indeks = Mapping[NamaIndeks, tuple[str, str]]


class Potong(TypedDict, total=False):
    """Which part of a list: how many (20), after which cursor, from the end."""

    batas: int
    kursor: str | None
    mundur: bool


@dataclass(frozen=True)
class Rak(Generic[M]):
    """`kunci(thing)` is its (pk, sk), `indeks(thing)` its index entries, `kedaluwarsa(thing)` Unix seconds or None.

    A noun has the field `versi`: 0 before it was ever written, else the version it was read at.
    """

    model: type[M]
    kunci: Callable[[M], tuple[str, str]]
    indeks: Callable[[M], Indeks] = lambda _: {}
    kedaluwarsa: Callable[[M], int | None] = lambda _: None

    def baca(self, item: Item) -> M:
        """The thing that an item holds."""
        return self.model.model_validate({**item.body, "versi": item.version})

    def ambil(self, store: Store, pk: str, sk: str = "-") -> M | None:
        """The thing at (pk, sk), strongly consistent; None when there is none."""
        item = store.get(pk, sk)
        return self.baca(item) if item else None

    def wajib(self, store: Store, pk: str, sk: str = "-") -> M:
        """As `ambil`. Raises TidakAda."""
        benda = self.ambil(store, pk, sk)
        if benda is None:
            raise TidakAda()
        return benda

    def taruh(self, benda: M, harap: Harapan | None = None) -> Put:
        """Write it: by default only when it is still as it was read (`versi`; 0: absent)."""
        versi = getattr(benda, "versi", 0)
        pk, sk = self.kunci(benda)
        return Put(
            pk,
            sk,
            benda.model_dump(mode="json", exclude={"versi"}),
            expect=harap if harap is not None else (versi or Harap.TIADA),
            index=self.indeks(benda),
            expires=self.kedaluwarsa(benda),
        )

    def buang(self, benda: M) -> Delete:
        """Remove it, when it is still as it was read."""
        return Delete(*self.kunci(benda), expect=getattr(benda, "versi", 0) or Harap.APA_PUN)

    def daftar(
        self, store: Store, pk: str, *, awalan: str = "", indeks: NamaIndeks | None = None, **potong: Unpack[Potong]
    ) -> Halaman[M]:
        """One page of a partition."""
        isi, lanjut = store.query(
            pk,
            prefix=awalan,
            index=indeks,
            limit=potong.get("batas", 20),
            cursor=potong.get("kursor"),
            reverse=potong.get("mundur", False),
        )
        return Halaman(isi=[self.baca(i) for i in isi], kursor=lanjut)

    def semua(self, store: Store, pk: str, *, awalan: str = "", indeks: NamaIndeks | None = None) -> list[M]:
        """Every thing of a partition that is small by nature (periods, roles, versions of one document)."""
        isi: list[M] = []
        kursor: str | None = None
        while True:
            halaman = self.daftar(store, pk, awalan=awalan, indeks=indeks, batas=200, kursor=kursor)
            isi += halaman.isi
            if not (kursor := halaman.kursor):
                return isi


def ditulis(benda: M, versi: int) -> M:
    """The thing as it now stands in the store, so that a write is answered with what was written."""
    return benda.model_copy(update={"versi": versi})
