"""Counters of planning: who rises in the next 24 months, what is missing, and the nominative list."""

from __future__ import annotations

from chalice import Blueprint

from chalicelib.actions import nominatif, ramalan_lihat
from chalicelib.edge.rute import Loket, rute
from schemas.dasar import Halaman
from schemas.pandangan import AlamatBerkas
from schemas.peran import Peran
from schemas.ramalan import KueriCelah, KueriLaporan, KueriOpd, KueriRamalan, PandanganHitungan, PandanganRamalan

bp = Blueprint(__name__)
MERENCANA = ramalan_lihat.MELIHAT | {Peran.PENGELOLA_OPD}


@rute(bp, "GET", "/ramalan", MERENCANA, kueri=KueriRamalan, keluar=Halaman[PandanganRamalan])
def daftar(loket: Loket) -> Halaman[PandanganRamalan]:
    """Siapa yang dapat naik pangkat dalam 24 bulan, dan apa yang masih kurang."""
    return ramalan_lihat.daftar(loket.kantor, loket.pelaku, loket.kueri)


@rute(bp, "GET", "/ramalan-hitungan", MERENCANA, kueri=KueriOpd, keluar=PandanganHitungan)
def hitungan(loket: Loket) -> PandanganHitungan:
    """Berapa jawaban, dan berapa yang bertumpu pada fakta yang belum diketahui."""
    return ramalan_lihat.hitungan(loket.kantor, loket.pelaku, loket.kueri.opd)


@rute(bp, "GET", "/celah", MERENCANA, kueri=KueriCelah, keluar=Halaman[PandanganRamalan])
def celah(loket: Loket) -> Halaman[PandanganRamalan]:
    """Fakta yang belum diketahui, yang paling mendesak dahulu."""
    return ramalan_lihat.celah(loket.kantor, loket.pelaku, loket.kueri)


@rute(bp, "GET", "/laporan/nominatif", MERENCANA, kueri=KueriLaporan, keluar=AlamatBerkas)
def daftar_nominatif(loket: Loket) -> AlamatBerkas:
    """Daftar nominatif satu OPD untuk satu periode, sebagai XLSX atau PDF."""
    return nominatif.cetak(loket.kantor, loket.pelaku, loket.kueri)
