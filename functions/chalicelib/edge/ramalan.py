"""Counters of planning: who rises in the next 24 months, what is missing, and the nominative list."""

from __future__ import annotations

from chalice import Blueprint

from chalicelib.actions import laporan, nip_meleset, nominatif, ramalan_lihat
from chalicelib.edge.rute import Loket, rute
from schemas.dasar import Halaman
from schemas.laporan import BarisLaporan
from schemas.nip_meleset import (
    IsianAbai,
    IsianNipMeleset,
    IsianPulihAbai,
    JawabNipMeleset,
    KueriNipMeleset,
    PandanganNipMeleset,
)
from schemas.pandangan_berkas import AlamatBerkas
from schemas.peran import Peran
from schemas.ramalan import KueriCelah, KueriLaporan, KueriOpd, KueriRamalan, PandanganHitungan, PandanganRamalan

bp = Blueprint(__name__)
MELESET = (ramalan_lihat.MELIHAT - {Peran.PIMPINAN}) | {Peran.PENGELOLA_OPD, Peran.ADMIN}
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


@rute(bp, "GET", "/nip-meleset", MELESET, kueri=KueriNipMeleset, keluar=Halaman[PandanganNipMeleset])
def daftar_nip_meleset(loket: Loket) -> Halaman[PandanganNipMeleset]:
    """Baris daftar ASN yang NIP-nya kelebihan atau kekurangan satu angka."""
    return nip_meleset.daftar(loket.kantor, loket.pelaku, loket.kueri)


@rute(
    bp, "POST", "/nip-meleset/{id}/pembetulan", nip_meleset.MEMBETULKAN, masuk=IsianNipMeleset, keluar=JawabNipMeleset
)
def betulkan_nip(loket: Loket, id: str) -> JawabNipMeleset:
    """Masukkan orangnya dengan NIP menurut SK CPNS."""
    return nip_meleset.betulkan(loket.kantor, loket.pelaku, id, loket.isian)


@rute(bp, "POST", "/nip-meleset/{id}/pengabaian", nip_meleset.MEMBETULKAN, masuk=IsianAbai, status=204)
def abaikan_nip(loket: Loket, id: str) -> None:
    """Keluarkan barisnya dari daftar, dengan alasan."""
    nip_meleset.abaikan(loket.kantor, loket.pelaku, id, loket.isian)


@rute(bp, "POST", "/nip-meleset/{id}/pemulihan", nip_meleset.MEMBETULKAN, masuk=IsianPulihAbai, status=204)
def pulihkan_nip(loket: Loket, id: str) -> None:
    """Kembalikan barisnya ke daftar."""
    nip_meleset.pulihkan(loket.kantor, loket.pelaku, id, loket.isian)


@rute(bp, "GET", "/laporan/nominatif", MERENCANA, kueri=KueriLaporan, keluar=AlamatBerkas)
def daftar_nominatif(loket: Loket) -> AlamatBerkas:
    """Daftar nominatif satu OPD untuk satu periode, sebagai XLSX atau PDF."""
    return nominatif.cetak(loket.kantor, loket.pelaku, loket.kueri)


@rute(bp, "GET", "/laporan/usulan", laporan.MEMBACA, keluar=Halaman[BarisLaporan])
def laporan_usulan(loket: Loket) -> Halaman[BarisLaporan]:
    """Berapa usulan yang terbuka menurut keadaan, verifikator, dan OPD, dan yang terlama."""
    return laporan.daftar(loket.kantor, loket.pelaku)
