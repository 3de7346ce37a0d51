"""Counters for anybody: the open periods, the digest of all histories, whether we are well."""

from __future__ import annotations

from chalice import Blueprint

from chalicelib.actions import audit, demo, kesehatan, periode
from chalicelib.edge.rute import Loket, Pintu, rute
from schemas.dasar import Halaman
from schemas.kueri import KueriSehat
from schemas.pandangan_kantor import PandanganPeriode, PintuDemo, PublikAudit, Sehat

bp = Blueprint(__name__)


@rute(bp, "GET", "/publik/periode", Pintu.UMUM, keluar=Halaman[PandanganPeriode])
def publik_periode(loket: Loket) -> Halaman[PandanganPeriode]:
    """Periode yang sedang terbuka."""
    return Halaman(isi=periode.lihat(loket.kantor))


@rute(bp, "GET", "/publik/demo", Pintu.UMUM, keluar=PintuDemo)
def publik_demo(loket: Loket) -> PintuDemo:
    """Akun kabupaten contoh; hanya ada di sana."""
    return demo.pintu(loket.kantor)


@rute(bp, "GET", "/publik/audit", Pintu.UMUM, keluar=PublikAudit)
def publik_audit(loket: Loket) -> PublikAudit:
    """Intisari harian semua riwayat."""
    return audit.intisari_terakhir(loket.kantor)


@rute(bp, "GET", "/sehat", Pintu.UMUM, kueri=KueriSehat, keluar=Sehat)
def sehat(loket: Loket) -> Sehat:
    """Apakah layanan menjawab; dengan ?dalam=1 juga pangkalan data dan penyimpanannya."""
    return kesehatan.periksa(loket.kantor) if loket.kueri.dalam else kesehatan.ringan()
