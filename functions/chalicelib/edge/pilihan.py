"""Counters of a person's own choices: how he wants to be told, and whose phone it is."""

from __future__ import annotations

from chalice import Blueprint

from chalicelib.actions import pilihan
from chalicelib.edge.rute import Loket, Pintu, rute
from schemas.akun import IsianKode
from schemas.pilihan import IsianPilihan, PandanganPilihan

bp = Blueprint(__name__)


@rute(bp, "GET", "/saya/pilihan", Pintu.MASUK, keluar=PandanganPilihan)
def lihat(loket: Loket) -> PandanganPilihan:
    """Bagaimana saya ingin menerima kabar."""
    return pilihan.lihat(loket.kantor, loket.ada.pegawai)


@rute(bp, "PUT", "/saya/pilihan", Pintu.MASUK, masuk=IsianPilihan, keluar=PandanganPilihan)
def simpan(loket: Loket) -> PandanganPilihan:
    """Atur cara menerima kabar."""
    return pilihan.simpan(loket.kantor, loket.ada.pegawai, loket.isian)


@rute(bp, "POST", "/saya/nomor", Pintu.MASUK, status=204)
def minta_kode(loket: Loket) -> None:
    """Minta kode ke nomor yang tercatat, untuk membuktikan bahwa nomor itu saya pegang."""
    pilihan.minta_kode(loket.kantor, loket.ada.pegawai)


@rute(bp, "POST", "/saya/nomor/kode", Pintu.MASUK, masuk=IsianKode, keluar=PandanganPilihan, simpan=False)
def benarkan(loket: Loket) -> PandanganPilihan:
    """Nomor dibenarkan dengan kode yang sampai ke sana."""
    return pilihan.benarkan(loket.kantor, loket.ada.pegawai, loket.isian.kode)
