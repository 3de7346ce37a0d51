"""Counters of the facts: a person's histories, proposals, and their desk at BKPSDM."""

from __future__ import annotations

from chalice import Blueprint

from chalicelib.actions import fakta, fakta_lihat, impor_riwayat
from chalicelib.edge.rute import Loket, Pintu, rute
from schemas.dasar import Halaman, KueriHalaman
from schemas.fakta import IsianFakta, IsianPutusanFakta, IsianTarikFakta, PandanganRiwayat, PandanganUsulFakta
from schemas.impor import IsianImpor, IsianTerapImpor, IsianUjiRiwayat
from schemas.pandangan import BarisImpor, JawabTiket
from schemas.pandangan_impor import PandanganImporRiwayat
from schemas.peran import BKPSDM, Peran

bp = Blueprint(__name__)
MENANGANI = BKPSDM | {Peran.PENGELOLA_OPD, Peran.AUDITOR}
MENGIMPOR = frozenset({Peran.VERIFIKATOR, Peran.KABID, Peran.ADMIN})
MEMUTUS = frozenset({Peran.VERIFIKATOR, Peran.KABID})


@rute(bp, "GET", "/pegawai/{id}/fakta", Pintu.MASUK, keluar=PandanganRiwayat)
def riwayat(loket: Loket, id: str) -> PandanganRiwayat:
    """Riwayat seorang PNS: setiap fakta dengan sumber, pembawa, dan tanggalnya."""
    return fakta_lihat.riwayat(loket.kantor, loket.pelaku, id)


@rute(bp, "POST", "/pegawai/{id}/fakta", Pintu.MASUK, masuk=IsianFakta, keluar=PandanganUsulFakta, status=201)
def usulkan(loket: Loket, id: str) -> PandanganUsulFakta:
    """Usulkan fakta, atau hanya lihat akibatnya (uji)."""
    return fakta.usulkan(loket.kantor, loket.pelaku, id, loket.isian)


@rute(bp, "GET", "/fakta", MENANGANI, kueri=KueriHalaman, keluar=Halaman[PandanganUsulFakta])
def meja(loket: Loket) -> Halaman[PandanganUsulFakta]:
    """Usulan fakta yang menunggu keputusan."""
    return fakta_lihat.meja(loket.kantor, loket.pelaku, batas=loket.kueri.batas, kursor=loket.kueri.kursor)


@rute(bp, "GET", "/fakta/{id}", Pintu.MASUK, keluar=PandanganUsulFakta)
def satu(loket: Loket, id: str) -> PandanganUsulFakta:
    """Satu usulan fakta dengan akibatnya."""
    return fakta.satu(loket.kantor, loket.pelaku, id)


@rute(bp, "POST", "/fakta/{id}/putusan", MEMUTUS, masuk=IsianPutusanFakta, keluar=PandanganUsulFakta)
def putuskan(loket: Loket, id: str) -> PandanganUsulFakta:
    """Sahkan atau tolak usulan fakta."""
    return fakta.putuskan(loket.kantor, loket.pelaku, id, loket.isian)


@rute(bp, "POST", "/fakta/{id}/penarikan", Pintu.MASUK, masuk=IsianTarikFakta, keluar=PandanganUsulFakta)
def tarik(loket: Loket, id: str) -> PandanganUsulFakta:
    """Tarik usulan fakta sendiri."""
    return fakta.tarik(loket.kantor, loket.pelaku, id, loket.isian.versi)


@rute(bp, "GET", "/impor-riwayat", MENGIMPOR, kueri=KueriHalaman, keluar=Halaman[PandanganImporRiwayat])
def daftar_impor(loket: Loket) -> Halaman[PandanganImporRiwayat]:
    """Impor riwayat yang pernah dibuat."""
    return impor_riwayat.daftar(loket.kantor, loket.pelaku, batas=loket.kueri.batas, kursor=loket.kueri.kursor)


@rute(bp, "POST", "/impor-riwayat", MENGIMPOR, masuk=IsianImpor, keluar=JawabTiket, status=201)
def tiket_impor(loket: Loket) -> JawabTiket:
    """Minta tiket unggah tabel riwayat."""
    return impor_riwayat.tiket(loket.kantor, loket.pelaku, loket.isian)


@rute(bp, "GET", "/impor-riwayat/{id}", MENGIMPOR, keluar=PandanganImporRiwayat)
def satu_impor(loket: Loket, id: str) -> PandanganImporRiwayat:
    """Keadaan satu impor riwayat."""
    return impor_riwayat.lihat(loket.kantor, loket.pelaku, id)


@rute(bp, "POST", "/impor-riwayat/{id}/uji", MENGIMPOR, masuk=IsianUjiRiwayat, keluar=PandanganImporRiwayat, status=202)
def uji_impor(loket: Loket, id: str) -> PandanganImporRiwayat:
    """Periksa tanpa menyimpan, dengan jenis dan kolom yang ditunjuk."""
    return impor_riwayat.minta_uji(loket.kantor, loket.pelaku, id, loket.isian)


@rute(bp, "GET", "/impor-riwayat/{id}/{macam}", MENGIMPOR, kueri=KueriHalaman, keluar=Halaman[BarisImpor])
def baris_impor(loket: Loket, id: str, macam: str) -> Halaman[BarisImpor]:
    """Baris yang ditolak atau berubah: ditolak, ubah."""
    k = loket.kueri
    return impor_riwayat.baris(loket.kantor, loket.pelaku, id, macam, batas=k.batas, kursor=k.kursor)


@rute(
    bp,
    "POST",
    "/impor-riwayat/{id}/penerapan",
    MENGIMPOR,
    masuk=IsianTerapImpor,
    keluar=PandanganImporRiwayat,
    status=202,
)
def terapkan_impor(loket: Loket, id: str) -> PandanganImporRiwayat:
    """Terapkan impor riwayat yang sudah diperiksa."""
    return impor_riwayat.minta_terap(loket.kantor, loket.pelaku, id, loket.isian.versi)
