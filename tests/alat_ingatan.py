"""A store in a dict: the model that every real one is compared with, and a quick stand-in for tests of other rooms."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence

from chalicelib.store import Check, Conflict, Item, NamaIndeks, Operasi, Put
from chalicelib.store.janji import awalan_mungkin, cocok, hidup, mungkin, periksa, periksa_limit
from chalicelib.store.kursor import Kursor, Tanya, letak


class Ingatan:
    def __init__(self, rahasia: bytes = b"rahasia untuk uji", *, jam: Callable[[], float] = time.time) -> None:
        self._isi: dict[tuple[str, str], Item] = {}
        self._kursor, self._jam, self._kunci = Kursor(rahasia), jam, threading.Lock()

    def get(self, pk: str, sk: str) -> Item | None:
        return next((_salin(i) for i in self._hidup() if (i.pk, i.sk) == (pk, sk)), None)

    def get_many(self, keys: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Item]:
        cari = set(keys)
        return {(i.pk, i.sk): _salin(i) for i in self._hidup() if (i.pk, i.sk) in cari}

    def query(
        self,
        pk: str,
        *,
        prefix: str = "",
        index: NamaIndeks | None = None,
        limit: int = 50,
        cursor: str | None = None,
        reverse: bool = False,
    ) -> tuple[Sequence[Item], str | None]:
        periksa_limit(limit)
        tanya = Tanya(pk, prefix, index, reverse)
        sesudah = self._kursor.baca(tanya, cursor)
        if not (mungkin(pk) and awalan_mungkin(prefix)):
            return (), None
        cari = sorted(
            (i for i in self._hidup() if _kena(i, tanya)), key=lambda i: _urut(letak(i, index)), reverse=reverse
        )
        if sesudah:
            batas = _urut(sesudah)
            cari = [i for i in cari if (_urut(letak(i, index)) < batas if reverse else _urut(letak(i, index)) > batas)]
        return self._kursor.halaman(tanya, [_salin(i) for i in cari[: limit + 1]], limit)

    def write(self, *operations: Operasi) -> Sequence[int]:
        teks = periksa(operations)
        with self._kunci:
            ada = {(i.pk, i.sk): i.version for i in self._hidup()}
            for nomor, o in enumerate(operations):
                if not cocok(o.expect, ada.get((o.pk, o.sk), 0)):
                    raise Conflict(nomor)
            return [self._lakukan(o, t, ada.get((o.pk, o.sk), 0)) for o, t in zip(operations, teks, strict=True)]

    def sehat(self) -> None:
        pass

    def sapu(self, batas: int = 500) -> int:
        mati = [k for k, i in self._isi.items() if not hidup(i.expires, self._jam())][:batas]
        for k in mati:
            del self._isi[k]
        return len(mati)

    def ekspor(self) -> Iterator[Item]:
        return iter([_salin(i) for i in self._isi.values()])

    def impor(self, items: Iterable[Item]) -> int:
        baru = {(i.pk, i.sk): _salin(i) for i in items}
        self._isi |= baru
        return len(baru)

    def kosong(self) -> bool:
        return not self._isi

    def _lakukan(self, o: Operasi, teks: str, versi: int) -> int:
        if isinstance(o, Check):
            return 0
        if isinstance(o, Put):
            self._isi[o.pk, o.sk] = Item(o.pk, o.sk, json.loads(teks), versi + 1, dict(o.index), o.expires)
            return versi + 1
        self._isi.pop((o.pk, o.sk), None)
        return 0

    def _hidup(self) -> list[Item]:
        return [i for i in list(self._isi.values()) if hidup(i.expires, self._jam())]


def _salin(i: Item) -> Item:
    return Item(i.pk, i.sk, json.loads(json.dumps(i.body)), i.version, dict(i.index), i.expires)


def _kena(i: Item, t: Tanya) -> bool:
    pk, sk = (i.pk, i.sk) if t.index is None else i.index.get(t.index, ("", ""))
    return pk == t.pk and sk.startswith(t.prefix)


def _urut(kunci: Sequence[str]) -> list[bytes]:
    return [k.encode() for k in kunci]
