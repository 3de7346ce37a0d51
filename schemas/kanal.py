"""Kanal: what people of the office are shown of its message channels and of numbers that cannot be reached."""

from __future__ import annotations

from datetime import date

from schemas.dasar import Id, Model, Waktu
from schemas.hitung_kabar import Biaya, Jumlah, Tarif
from schemas.kabar import KABAR, MENIT_KODE, kategori, templat, tulis_kabar


class NomorMati(Model):
    """A person whose number cannot be reached: to be mended in E-Kinerja or at the counter."""

    id: Id
    nama: str
    nip: str
    unit: str
    opd: str
    telepon_ujung: str
    sejak: Waktu
    alasan: str


class Henti(Model):
    """A channel, or one kind of message on it, that rests."""

    apa: str
    alasan: str
    sampai: Waktu


class Templat(Model):
    """One kind of message: the name and category to register it under ("": free text, not registered), and how it looks with invented data."""

    kode: str
    judul: str
    nama: str
    badan: str
    contoh: str
    wajib: bool
    kategori: str
    kaki: str = ""
    """What the provider adds below it, and the words on its button: only where the template is the provider's own."""
    tombol: str = ""


class PandanganKanal(Model):
    """How messages leave the office today."""

    kanal: str
    kanal_kedua: str
    henti: list[Henti]
    orang_hari_ini: int
    orang_per_hari: int
    """0: any number."""
    tertunda_menit: int
    """How long the oldest message has been due."""
    bulan: date
    jumlah: Jumlah
    menurut_opd: list[Jumlah]
    menurut_hari: list[Jumlah]
    menurut_jenis: list[Jumlah]
    menurut_kanal: list[Jumlah]
    biaya: list[Biaya]
    tarif: list[Tarif]
    templat: list[Templat]


CONTOH: dict[str, object] = {
    "nama": "SITI CONTOH", "periode": "1 Februari 2027", "opd": "Dinas Contoh", "daftar": "SK pangkat terakhir, SKP 2025",
    "tanda_terima": "TT-2026-0042", "tenggat": "10 Desember 2026", "tanggal_kirim": "1 Desember 2026", "nomor_pertek": "PG-35210000042",
    "tanggal_pertek": "15 Desember 2026", "golongan_baru": "III/b", "tmt_sk": "1 Februari 2027", "angka": "000000", "menit": 10,
    "bantuan": "(0351) 749034", "isi": "Usulan Anda sedang diperiksa BKPSDM.", "dokumen": "SK CPNS", "sisa": 7, "tahap": "pengusulan OPD",
    "jumlah": 3, "tanggal": "25 November 2026", "pegang": 12, "antre": 30, "lewat": 2, "menunggu": 5, "terlama": 4,
    "sapaan": "Ibu", "jenis": "reguler", "telat": 1, "rangkuman": "1) Usul a.n. SITI CONTOH diterima BKPSDM. 2) Usul a.n. BUDI CONTOH dikirim ke BKN.",
}  # fmt: skip
"""Invented values for every place of every message."""


def semua_templat() -> list[Templat]:
    """Every kind of message as WhatsApp shows it, with invented data."""
    return [_templat(kode) for kode in KABAR]


def _templat(kode: str) -> Templat:
    jenis = KABAR[kode]
    nama, badan = templat(kode)
    umum = Templat(
        kode=kode, judul=jenis.judul, nama=nama, badan=badan, contoh="", wajib=jenis.wajib, kategori=kategori(kode)
    )
    if jenis.rahasia:
        kaki = f"Kode ini akan kedaluwarsa dalam {MENIT_KODE} menit."
        contoh = badan.replace("{{1}}", str(CONTOH["angka"]))
        return umum.model_copy(update={"contoh": contoh, "kaki": kaki, "tombol": "Salin kode"})
    contoh = tulis_kabar(kode, "K7QM4TXZ", **CONTOH)[1]
    return umum.model_copy(update={"contoh": contoh} | ({"nama": ""} if jenis.jawaban else {}))
