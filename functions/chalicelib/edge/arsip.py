"""Counters of people and their documents: search, the person's page, upload tickets, receipts, addresses to look."""

from __future__ import annotations

from chalice import Blueprint

from chalicelib.actions import cari, dokumen_rusak, orang, sajikan_berkas, surat_berkas, tebak, titipan, unggah
from chalicelib.actions.buku import Buku
from chalicelib.edge.rute import Loket, Pintu, rute
from schemas.berkas import IsianSuratBerkas, IsianTiket
from schemas.dasar import Halaman, KueriHalaman
from schemas.kueri import IsianCari, IsianTebakan, KueriKelayakan, KueriUnduh, Tebakan
from schemas.pandangan_arsip import BarisRusak, SlotArsip
from schemas.pandangan_berkas import AlamatBerkas, JawabTiket, PandanganPratinjau, RincianBerkas, RingkasBerkas
from schemas.pandangan_pegawai import HasilPencarian, PandanganPegawai
from schemas.pandangan_usulan import JawabKelayakan
from schemas.pegawai import IsianUbahPegawai
from schemas.peran import BKPSDM, Peran
from schemas.titipan import BarisTitipan, IsianTitipan, JawabTitipan

bp = Blueprint(__name__)
PENCATAT = frozenset({Peran.ADMIN, Peran.AUDITOR})
PENGISI = BKPSDM | {Peran.PENGELOLA_OPD}
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


@rute(bp, "POST", "/arsip/tebakan", PENGISI, masuk=IsianTebakan, keluar=Halaman[Tebakan], simpan=False)
def tebakan(loket: Loket) -> Halaman[Tebakan]:
    """Tebak pemilik dan jenis dokumen dari nama berkas."""
    return Halaman(isi=tebak.tebak_semua(loket.kantor, loket.pelaku, loket.isian))


@rute(bp, "POST", "/titipan", PENGISI, masuk=IsianTitipan, keluar=JawabTitipan, status=201, simpan=False)
def titip(loket: Loket) -> JawabTitipan:
    """Titipkan PDF yang belum diketahui pemiliknya."""
    return titipan.tiket(loket.kantor, loket.pelaku, loket.isian)


@rute(bp, "GET", "/titipan", PENGISI, keluar=Halaman[BarisTitipan])
def titipan_saya(loket: Loket) -> Halaman[BarisTitipan]:
    """Titipan sendiri yang menunggu ditentukan pemiliknya."""
    return Halaman(isi=titipan.daftar(loket.kantor, loket.pelaku))


@rute(bp, "POST", "/titipan/pembacaan", PENGISI, masuk=IsianTitipan, keluar=Tebakan, simpan=False)
def baca_titipan(loket: Loket) -> Tebakan:
    """Cari pemilik titipan dari NIP yang tertulis di dalamnya."""
    return titipan.baca(loket.kantor, loket.pelaku, loket.isian)


@rute(bp, "POST", "/berkas", Pintu.MASUK, masuk=IsianTiket, keluar=JawabTiket, status=201)
def tiket(loket: Loket) -> JawabTiket:
    """Minta tiket unggah."""
    return unggah.tiket(loket.kantor, loket.pelaku, loket.isian)


@rute(bp, "POST", "/berkas/{id}/penerimaan", Pintu.MASUK, keluar=RingkasBerkas, simpan=False)
def penerimaan(loket: Loket, id: str) -> RingkasBerkas:
    """Periksa berkas yang sampai dan beri tanda terima."""
    return sajikan_berkas.berkas(loket.kantor, Buku(loket.kantor.store), unggah.terima(loket.kantor, loket.pelaku, id))


@rute(bp, "GET", "/berkas/{id}", Pintu.MASUK, keluar=RincianBerkas)
def berkas(loket: Loket, id: str) -> RincianBerkas:
    """Keterangan satu versi dokumen."""
    return orang.berkas(loket.kantor, loket.pelaku, id)


@rute(bp, "PUT", "/berkas/{id}/surat", Pintu.MASUK, masuk=IsianSuratBerkas, keluar=RincianBerkas)
def surat(loket: Loket, id: str) -> RincianBerkas:
    """Catat nomor, tanggal, TMT, penerbit, dan tahun yang tertulis pada dokumen."""
    surat_berkas.isi(loket.kantor, loket.pelaku, id, loket.isian)
    return orang.berkas(loket.kantor, loket.pelaku, id)


@rute(bp, "GET", "/berkas/{id}/isi", Pintu.MASUK, kueri=KueriUnduh, keluar=AlamatBerkas)
def isi(loket: Loket, id: str) -> AlamatBerkas:
    """Alamat sementara untuk melihat dokumennya."""
    return unggah.alamat(loket.kantor, loket.pelaku, id, unduh=loket.kueri.unduh)


@rute(bp, "GET", "/berkas/{id}/pratinjau", Pintu.MASUK, keluar=PandanganPratinjau)
def pratinjau(loket: Loket, id: str) -> PandanganPratinjau:
    """Alamat sementara gambar halaman-halamannya."""
    return unggah.pratinjau(loket.kantor, loket.pelaku, id)


@rute(bp, "GET", "/berkas-rusak", PENCATAT, kueri=KueriHalaman, keluar=Halaman[BarisRusak])
def rusak(loket: Loket) -> Halaman[BarisRusak]:
    """Dokumen yang ditemukan rusak saat dibaca ulang."""
    return dokumen_rusak.daftar(loket.kantor, loket.pelaku, loket.kueri)
