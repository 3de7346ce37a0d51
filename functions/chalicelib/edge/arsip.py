"""Counters of people and their documents: search, the person's page, upload tickets, receipts, addresses to look."""

from __future__ import annotations

from chalice import Blueprint

from chalicelib.actions import cari, orang, sajikan, unggah
from chalicelib.actions.buku import Buku
from chalicelib.edge.rute import Loket, Pintu, rute
from schemas.berkas import IsianTiket
from schemas.dasar import Halaman
from schemas.kueri import IsianCari, KueriKelayakan, KueriUnduh
from schemas.pandangan import (
    AlamatBerkas,
    HasilPencarian,
    JawabKelayakan,
    JawabTiket,
    PandanganPegawai,
    PandanganPratinjau,
    RingkasBerkas,
    SlotArsip,
)
from schemas.pegawai import IsianUbahPegawai
from schemas.peran import BKPSDM, Peran

bp = Blueprint(__name__)
PENCARI = BKPSDM | {Peran.PENGELOLA_OPD, Peran.AUDITOR, Peran.ADMIN}


@rute(bp, "POST", "/pencarian", PENCARI, masuk=IsianCari, keluar=HasilPencarian, simpan=False)
def pencarian(loket: Loket) -> HasilPencarian:
    """Cari PNS menurut nama atau NIP."""
    return cari.cari(loket.kantor, loket.pelaku, loket.isian)


@rute(bp, "GET", "/pegawai/{id}", Pintu.MASUK, keluar=PandanganPegawai)
def pegawai(loket: Loket, id: str) -> PandanganPegawai:
    """Data satu PNS."""
    return orang.lihat_pegawai(loket.kantor, loket.pelaku, id)


@rute(bp, "PATCH", "/pegawai/{id}", frozenset({Peran.ADMIN}), masuk=IsianUbahPegawai, keluar=PandanganPegawai)
def ubah_pegawai(loket: Loket, id: str) -> PandanganPegawai:
    """Perbaiki data satu PNS."""
    return orang.ubah(loket.kantor, loket.pelaku, id, loket.isian)


@rute(bp, "GET", "/pegawai/{id}/kelayakan", Pintu.MASUK, kueri=KueriKelayakan, keluar=JawabKelayakan)
def kelayakan(loket: Loket, id: str) -> JawabKelayakan:
    """Kenaikan pangkat apa yang terbuka, kapan, dan apa yang kurang."""
    return orang.kelayakan(loket.kantor, loket.pelaku, id, tmt=loket.kueri.tmt, jenis=loket.kueri.jenis)


@rute(bp, "GET", "/pegawai/{id}/berkas", Pintu.MASUK, keluar=Halaman[SlotArsip])
def arsip(loket: Loket, id: str) -> Halaman[SlotArsip]:
    """Arsip dokumen seorang PNS."""
    return Halaman(isi=orang.arsip(loket.kantor, loket.pelaku, id))


@rute(bp, "GET", "/pegawai/{id}/berkas/{slot}", Pintu.MASUK, keluar=Halaman[RingkasBerkas])
def versi(loket: Loket, id: str, slot: str) -> Halaman[RingkasBerkas]:
    """Semua versi satu dokumen, terbaru dahulu."""
    return Halaman(isi=orang.versi(loket.kantor, loket.pelaku, id, slot))


@rute(bp, "POST", "/berkas", Pintu.MASUK, masuk=IsianTiket, keluar=JawabTiket, status=201)
def tiket(loket: Loket) -> JawabTiket:
    """Minta tiket unggah."""
    return unggah.tiket(loket.kantor, loket.pelaku, loket.isian)


@rute(bp, "POST", "/berkas/{id}/penerimaan", Pintu.MASUK, keluar=RingkasBerkas)
def penerimaan(loket: Loket, id: str) -> RingkasBerkas:
    """Periksa berkas yang sampai dan beri tanda terima."""
    return sajikan.berkas(loket.kantor, Buku(loket.kantor.store), unggah.terima(loket.kantor, loket.pelaku, id))


@rute(bp, "GET", "/berkas/{id}", Pintu.MASUK, keluar=RingkasBerkas)
def berkas(loket: Loket, id: str) -> RingkasBerkas:
    """Keterangan satu versi dokumen."""
    return orang.berkas(loket.kantor, loket.pelaku, id)


@rute(bp, "GET", "/berkas/{id}/isi", Pintu.MASUK, kueri=KueriUnduh, keluar=AlamatBerkas)
def isi(loket: Loket, id: str) -> AlamatBerkas:
    """Alamat sementara untuk melihat dokumennya."""
    return unggah.alamat(loket.kantor, loket.pelaku, id, unduh=loket.kueri.unduh)


@rute(bp, "GET", "/berkas/{id}/pratinjau", Pintu.MASUK, keluar=PandanganPratinjau)
def pratinjau(loket: Loket, id: str) -> PandanganPratinjau:
    """Alamat sementara gambar halaman-halamannya."""
    return unggah.pratinjau(loket.kantor, loket.pelaku, id)
