"""Kanal: what people of the office are shown of its message channels and of numbers that cannot be reached."""

from __future__ import annotations

from schemas.dasar import Id, Model, Waktu
from schemas.kabar import KABAR, templat, tulis_kabar


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
    """One kind of message: the name to register it under, and how it looks with invented data."""

    kode: str
    judul: str
    nama: str
    badan: str
    contoh: str
    wajib: bool


class PandanganKanal(Model):
    """How messages leave the office today."""

    kanal: str
    kanal_kedua: str
    henti: list[Henti]
    orang_hari_ini: int
    orang_per_hari: int
    """0: any number."""
    templat: list[Templat]


CONTOH: dict[str, object] = {
    "nama": "SITI CONTOH", "periode": "1 Februari 2027", "opd": "Dinas Contoh", "daftar": "SK pangkat terakhir, SKP 2025",
    "tanda_terima": "TT-2026-0042", "tenggat": "10 Desember 2026", "tanggal_kirim": "1 Desember 2026", "nomor_pertek": "PG-35210000042",
    "tanggal_pertek": "15 Desember 2026", "golongan_baru": "III/b", "tmt_sk": "1 Februari 2027", "angka": "000000", "menit": 10,
    "bantuan": "(0351) 749034", "isi": "Usulan Anda sedang diperiksa BKPSDM.", "dokumen": "SK CPNS", "sisa": 7, "tahap": "pengusulan OPD",
    "jumlah": 3, "tanggal": "25 November 2026", "pegang": 12, "antre": 30, "lewat": 2, "menunggu": 5, "terlama": 4,
}  # fmt: skip
"""Invented values for every place of every message."""


def semua_templat() -> list[Templat]:
    """Every kind of message with invented data."""
    isi = []
    for kode, jenis in KABAR.items():
        nama, badan = templat(kode)
        _, contoh = tulis_kabar(kode, "" if jenis.rahasia else "K7QM4TXZ", **CONTOH)
        isi.append(Templat(kode=kode, judul=jenis.judul, nama=nama, badan=badan, contoh=contoh, wajib=jenis.wajib))
    return isi
