"""The schedule and the holidays on the shelf: versions that are only ever added; two savers of one version cannot both win."""

from __future__ import annotations

from datetime import date

from chalicelib.records.rak import Rak
from chalicelib.store import Store
from schemas.jadwal import Jadwal, Libur

RAK = Rak(Jadwal, lambda j: ("ATUR-JADWAL", f"{j.nomor:06d}"))
RAK_LIBUR = Rak(Libur, lambda x: (f"LIBUR#{x.tahun}", f"{x.nomor:06d}"))
RIWAYAT = 20
"""Versions that are looked back upon."""


def jadwal(store: Store) -> list[Jadwal]:
    """The latest versions, newest first."""
    return RAK.daftar(store, "ATUR-JADWAL", batas=RIWAYAT, mundur=True).isi


def berlaku(store: Store, hari: date) -> Jadwal | None:
    """The latest version whose day has come; None when none was ever saved for it."""
    kursor: str | None = None
    while True:
        h = RAK.daftar(store, "ATUR-JADWAL", batas=RIWAYAT, mundur=True, kursor=kursor)
        if ada := next((j for j in h.isi if j.berlaku_mulai <= hari), None):
            return ada
        if not (kursor := h.kursor):
            return None


def libur(store: Store, tahun: int, batas: int = 1) -> list[Libur]:
    """The latest versions of a year's holidays, newest first."""
    return RAK_LIBUR.daftar(store, f"LIBUR#{tahun}", batas=batas, mundur=True).isi
