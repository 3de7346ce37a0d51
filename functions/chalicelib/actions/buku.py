"""Buku: the address book of one request. Each person, unit and document is fetched once, whoever asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from typing import TypeVar

from chalicelib.galat import TidakAda
from chalicelib.records import berkas as rak_berkas
from chalicelib.records import kantor as rak_kantor
from chalicelib.records import pegawai as rak_pegawai
from chalicelib.store import Store
from schemas.berkas import Berkas

T = TypeVar("T")


class Buku:
    """Lookups that remember. `None` in, nothing out; a thing that is gone is "" or None, never an error."""

    def __init__(self, store: Store) -> None:
        self.pegawai = cache(lambda id_: _ada(rak_pegawai.ambil, store, id_))
        self.unit = cache(lambda id_: _ada(rak_kantor.unit, store, id_))
        self._periode = cache(lambda tmt: rak_kantor.periode(store, tmt))
        self._berkas = cache(lambda id_: _ada(rak_berkas.ambil, store, id_))

    def nama(self, id_: str | None) -> str:
        """A person's printed name."""
        orang = self.pegawai(id_) if id_ else None
        return orang.nama_lengkap if orang else ""

    def nama_unit(self, id_: str | None) -> str:
        """An office's name."""
        unit = self.unit(id_) if id_ else None
        return unit.nama if unit else ""

    def batas(self, tmt: date | None) -> date | None:
        """The last day of the offices for a period; None when it is not set up."""
        periode = self._periode(tmt.isoformat()) if tmt else None
        return periode.usul_tutup_opd if periode else None

    def jalur(self, unit: str | None, opd: str | None) -> tuple[str, ...]:
        """Path of unit ids from the OPD down to where somebody works."""
        ada = self.unit(unit) if unit else None
        return (ada.jalur or (ada.id,)) if ada else ((opd,) if opd else ())

    def berkas(self, ids: Iterable[str | None]) -> dict[str, Berkas]:
        """Documents by id; those that are gone are left out."""
        return {i: b for i in ids if i and (b := self._berkas(i))}


def _ada(ambil: Callable[[Store, str], T], store: Store, id_: str) -> T | None:
    try:
        return ambil(store, id_)
    except TidakAda:
        return None
