"""Counters of what SIKAP says by itself, and of the days on which the office is closed."""

from __future__ import annotations

from chalice import Blueprint

from chalicelib.actions import atur_jadwal, libur
from chalicelib.edge.rute import Loket, rute
from chalicelib.galat import TidakAda
from schemas.jadwal import IsianJadwal, IsianLibur, PandanganJadwal, PandanganLibur
from schemas.peran import Peran

bp = Blueprint(__name__)
ADMIN = frozenset({Peran.ADMIN})
MELIHAT = frozenset({Peran.ADMIN, Peran.AUDITOR})


def _tahun(teks: str) -> int:
    if not (teks.isascii() and teks.isdigit() and len(teks) == 4):
        raise TidakAda()
    return int(teks)


@rute(bp, "GET", "/jadwal", MELIHAT, keluar=PandanganJadwal)
def satu_jadwal(loket: Loket) -> PandanganJadwal:
    """Jadwal kabar yang dikirim sendiri oleh SIKAP, dan riwayatnya."""
    return atur_jadwal.lihat(loket.kantor, loket.pelaku)


@rute(bp, "PUT", "/jadwal", ADMIN, masuk=IsianJadwal, keluar=PandanganJadwal)
def simpan_jadwal(loket: Loket) -> PandanganJadwal:
    """Simpan jadwal sebagai versi baru."""
    return atur_jadwal.simpan(loket.kantor, loket.pelaku, loket.isian)


@rute(bp, "GET", "/libur/{tahun}", MELIHAT, keluar=PandanganLibur)
def satu_libur(loket: Loket, tahun: str) -> PandanganLibur:
    """Hari libur satu tahun, dan riwayatnya."""
    return libur.lihat(loket.kantor, loket.pelaku, _tahun(tahun))


@rute(bp, "PUT", "/libur/{tahun}", ADMIN, masuk=IsianLibur, keluar=PandanganLibur)
def simpan_libur(loket: Loket, tahun: str) -> PandanganLibur:
    """Simpan hari libur satu tahun sebagai versi baru, atau hanya periksa (uji)."""
    return libur.simpan(loket.kantor, loket.pelaku, _tahun(tahun), loket.isian)
