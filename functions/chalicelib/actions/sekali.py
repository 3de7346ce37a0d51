"""Sekali: the same request sent twice is done once. The key is written in the same transaction as the act itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple, cast

from chalicelib.actions import Kantor
from chalicelib.galat import Bentrok, Galat, TakSah
from chalicelib.store import Conflict, Delete, Harap, Item, Operasi, Put, Store

UMUR_DETIK = 86_400
BATAS_JAWAB = 100_000
"""A saved answer larger than this is not kept; asked again, the person is told that it was done."""


class Jawab(NamedTuple):
    """An answer as it is kept: HTTP status and JSON body."""

    status: int
    isi: Any


class _Ikut:
    """The store of one request, without the caretaker's part: its first write carries the key along, so that both stand or neither."""

    def __init__(self, store: Store, tanda: Put) -> None:
        self._store, self._tanda, self.terpakai = store, tanda, False
        self.get, self.get_many, self.query, self.sehat = store.get, store.get_many, store.query, store.sehat

    def write(self, *operations: Operasi) -> Sequence[int]:
        """As the port says; a repeat that runs beside us shows itself as a conflict on the key."""
        if self.terpakai:
            return self._store.write(*operations)
        versi = self._store.write(*operations, self._tanda)
        self.terpakai = True
        return versi[:-1]


def sekali(kantor: Kantor, oleh: str, kunci: str, sidik: str, kerja: Callable[[Kantor], Jawab]) -> Jawab:  # noqa: PLR0913
    """Run `kerja`, or answer again what it answered the first time.

    `oleh` who asks, `kunci` his Idempotency-Key, `sidik` a fingerprint of the request. Raises TakSah when the key was
    used for another request, Bentrok when it was done but its answer was not kept.
    """
    pk = f"SEKALI#{oleh}#{kunci}"
    if ada := kantor.store.get(pk, "-"):
        return _ulang(ada, sidik)
    habis = int(kantor.jam().timestamp()) + UMUR_DETIK
    ikut = _Ikut(kantor.store, Put(pk, "-", {"sidik": sidik}, expect=Harap.TIADA, expires=habis))
    try:
        jawab = kerja(replace(kantor, store=cast(Store, ikut)))
    except Conflict:
        if ada := kantor.store.get(pk, "-"):
            return _ulang(ada, sidik)
        raise
    except Galat:
        # A refusal that was itself written down (a file that cannot be taken) is answered as the same refusal again.
        if ikut.terpakai:
            kantor.store.write(Delete(pk, "-"))
        raise
    if ikut.terpakai and len(str(jawab.isi)) < BATAS_JAWAB:
        isi = {"sidik": sidik, "status": jawab.status, "isi": jawab.isi}
        kantor.store.write(Put(pk, "-", isi, expires=habis))
    return jawab


def _ulang(ada: Item, sidik: str) -> Jawab:
    if ada.body["sidik"] != sidik:
        raise TakSah(
            "Kunci permintaan ini sudah dipakai untuk permintaan lain.",
            kode="kunci-terpakai",
            petunjuk="Muat ulang halaman, lalu ulangi.",
        )
    if "status" not in ada.body:
        raise Bentrok(
            "Permintaan ini sudah dikerjakan.", kode="sudah-dikerjakan", petunjuk="Muat ulang untuk melihat hasilnya."
        )
    return Jawab(int(str(ada.body["status"])), ada.body["isi"])
