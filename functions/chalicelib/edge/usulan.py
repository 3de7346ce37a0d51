"""Counters of the cases: make, list, look, fill, check, and every act of the workflow as a noun."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from chalice import Blueprint

from chalicelib.actions import cetak, kolektif, lihat, pasang, proses, sajikan
from chalicelib.actions import usulan as kasus
from chalicelib.actions.buku import Buku
from chalicelib.edge.rute import Loket, Pintu, rute
from schemas.alasan import ALASAN
from schemas.alur import ALUR, LAHIR
from schemas.dasar import Halaman, KueriHalaman
from schemas.kueri import IsianKolektif, KueriUsulan
from schemas.pandangan_berkas import AlamatBerkas
from schemas.pandangan_usulan import JawabKolektif, PandanganPeristiwa, PandanganUsulan, RingkasUsulan
from schemas.peran import BKPSDM, Peran
from schemas.usulan import (
    LAYANAN,
    IsianJawabButir,
    IsianPasangBerkas,
    IsianPeriksaButir,
    IsianUbahUsulan,
    IsianUsulan,
    IsianUsulanBaru,
    Usulan,
)

bp = Blueprint(__name__)


def _tampil(loket: Loket, u: Usulan) -> PandanganUsulan:
    """A write is answered with what was written, as the asker sees it."""
    buku = Buku(loket.kantor.store)
    return sajikan.usulan(loket.kantor, buku, loket.pelaku, lihat.terlihat(loket.pelaku, u, buku))


@rute(bp, "GET", "/usulan", Pintu.MASUK, kueri=KueriUsulan, keluar=Halaman[RingkasUsulan])
def daftar(loket: Loket) -> Halaman[RingkasUsulan]:
    """Usulan di meja saya."""
    halaman = kasus.daftar(loket.kantor, loket.pelaku, loket.kueri)
    buku = Buku(loket.kantor.store)
    return Halaman(isi=sajikan.ringkas(loket.kantor, buku, loket.pelaku, halaman.isi), kursor=halaman.kursor)


@rute(bp, "GET", "/usulan-hitungan", BKPSDM | {Peran.PENGELOLA_OPD, Peran.AUDITOR}, keluar=dict[str, int])
def hitungan(loket: Loket) -> dict[str, int]:
    """Berapa usulan pada setiap status di meja saya."""
    return kasus.hitungan(loket.kantor, loket.pelaku)


@rute(bp, "POST", "/usulan", Pintu.MASUK, masuk=IsianUsulan, keluar=PandanganUsulan, status=201)
def buat(loket: Loket) -> PandanganUsulan:
    """Buat usulan."""
    return _tampil(loket, kasus.buat(loket.kantor, loket.pelaku, loket.isian))


@rute(bp, "GET", "/usulan/{id}", Pintu.MASUK, keluar=PandanganUsulan)
def satu(loket: Loket, id: str) -> PandanganUsulan:
    """Satu usulan dengan berkas, riwayat, dan langkah yang terbuka."""
    buku = Buku(loket.kantor.store)
    return sajikan.usulan(loket.kantor, buku, loket.pelaku, lihat.usulan(loket.kantor, loket.pelaku, id, buku))


@rute(bp, "PATCH", "/usulan/{id}", Pintu.MASUK, masuk=IsianUbahUsulan, keluar=PandanganUsulan)
def ubah(loket: Loket, id: str) -> PandanganUsulan:
    """Ubah jenis atau periode draf."""
    return _tampil(loket, kasus.ubah(loket.kantor, loket.pelaku, id, loket.isian))


@rute(bp, "GET", "/usulan/{id}/peristiwa", Pintu.MASUK, kueri=KueriHalaman, keluar=Halaman[PandanganPeristiwa])
def peristiwa(loket: Loket, id: str) -> Halaman[PandanganPeristiwa]:
    """Riwayat usulan, terbaru dahulu."""
    u = lihat.usulan(loket.kantor, loket.pelaku, id).usulan
    halaman = kasus.riwayat(loket.kantor, u, batas=loket.kueri.batas, kursor=loket.kueri.kursor)
    return Halaman(isi=sajikan.peristiwa(Buku(loket.kantor.store), u, halaman.isi), kursor=halaman.kursor)


@rute(bp, "PUT", "/usulan/{id}/berkas/{slot}", Pintu.MASUK, masuk=IsianPasangBerkas, keluar=PandanganUsulan)
def pasang_berkas(loket: Loket, id: str, slot: str) -> PandanganUsulan:
    """Pasang berkas arsip pada satu baris."""
    return _tampil(loket, pasang.pasang(loket.kantor, loket.pelaku, id, slot, loket.isian))


@rute(bp, "PUT", "/usulan/{id}/berkas/{slot}/jawaban", Pintu.MASUK, masuk=IsianJawabButir, keluar=PandanganUsulan)
def jawab_butir(loket: Loket, id: str, slot: str) -> PandanganUsulan:
    """Jawab permintaan perbaikan tanpa mengganti berkasnya."""
    return _tampil(loket, pasang.jawab(loket.kantor, loket.pelaku, id, slot, loket.isian))


@rute(
    bp,
    "POST",
    "/usulan/{id}/pemeriksaan",
    frozenset({Peran.VERIFIKATOR}),
    masuk=IsianPeriksaButir,
    keluar=PandanganUsulan,
)
def periksa(loket: Loket, id: str) -> PandanganUsulan:
    """Putusan verifikator atas satu berkas."""
    return _tampil(loket, pasang.periksa(loket.kantor, loket.pelaku, id, loket.isian))


@rute(bp, "POST", "/usulan/{id}/usulan-baru", Pintu.MASUK, masuk=IsianUsulanBaru, keluar=PandanganUsulan, status=201)
def usulan_baru(loket: Loket, id: str) -> PandanganUsulan:
    """Usulan baru dari usulan yang sudah berakhir."""
    return _tampil(loket, kasus.buat_lagi(loket.kantor, loket.pelaku, id, loket.isian))


@rute(bp, "POST", "/usulan/{id}/tanda-terima", Pintu.MASUK, keluar=AlamatBerkas, simpan=False)
def tanda_terima(loket: Loket, id: str) -> AlamatBerkas:
    """Tanda terima BKPSDM sebagai PDF."""
    return cetak.tanda_terima(loket.kantor, loket.pelaku, id)


@rute(bp, "POST", "/usulan/{id}/surat-pengantar", Pintu.MASUK, keluar=AlamatBerkas, simpan=False)
def surat_pengantar(loket: Loket, id: str) -> AlamatBerkas:
    """Surat pengantar OPD dengan daftarnya sebagai PDF."""
    return cetak.surat_pengantar(loket.kantor, loket.pelaku, id)


@rute(bp, "POST", "/antrean/berikutnya", frozenset({Peran.VERIFIKATOR}), keluar=PandanganUsulan)
def berikutnya(loket: Loket) -> PandanganUsulan:
    """Ambil usulan terdepan dalam antrean."""
    return _tampil(loket, kasus.ambil_berikutnya(loket.kantor, loket.pelaku))


@rute(
    bp,
    "POST",
    "/kolektif/{nomina}",
    frozenset({Peran.PENGELOLA_OPD, Peran.KABID, Peran.OPERATOR_SIASN, Peran.VERIFIKATOR}),
    masuk=IsianKolektif,
    keluar=JawabKolektif,
)
def massal(loket: Loket, nomina: str) -> JawabKolektif:
    """Satu langkah untuk banyak usulan, sesudah pratinjau."""
    return kolektif.kerjakan(loket.kantor, loket.pelaku, nomina, loket.isian)


@rute(bp, "GET", "/alasan", Pintu.UMUM, keluar=dict[str, dict[str, str]])
def alasan(loket: Loket) -> dict[str, dict[str, str]]:
    """Daftar alasan berkode."""
    return {untuk.value: isi for untuk, isi in ALASAN.items()}


def _langkah(aksi: str, judul: str) -> Callable[..., Any]:
    def langkah(loket: Loket, id: str) -> PandanganUsulan:
        return _tampil(loket, proses.lakukan(loket.kantor, loket.pelaku, id, aksi, loket.isian))

    langkah.__doc__ = f"{judul}."
    return langkah


for _baris in {b.nomina: b for b in reversed(ALUR[LAYANAN]) if b.aksi not in LAHIR}.values():
    rute(bp, "POST", f"/usulan/{{id}}/{_baris.nomina}", Pintu.MASUK, masuk=_baris.isian, keluar=PandanganUsulan)(
        _langkah(_baris.aksi, _baris.tombol)
    )
