"""Paket: the documents of a case, an OPD or a period as ZIPs for BKN, with a manifest and a cover list."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from schemas.dasar import Id, Isian, Model, Sha256, Teks, Versi, Waktu


class KeadaanPaket(StrEnum):
    """Where a pack stands."""

    ANTRE = "antre"
    DIBUAT = "dibuat"
    SIAP = "siap"
    KOSONG = "kosong"
    GAGAL = "gagal"
    DIHAPUS = "dihapus"


SEBUTAN_PAKET: dict[KeadaanPaket, str] = {
    KeadaanPaket.ANTRE: "Menunggu giliran",
    KeadaanPaket.DIBUAT: "Sedang dibuat",
    KeadaanPaket.SIAP: "Siap diunduh",
    KeadaanPaket.KOSONG: "Tidak ada berkas",
    KeadaanPaket.GAGAL: "Tidak dapat dibuat",
    KeadaanPaket.DIHAPUS: "Sudah dihapus",
}


class BarisPaket(Model):
    """One document of the plan, and later of the manifest: what it is, and how it lies in the ZIP."""

    usulan: Id
    nomor: str
    periode: date
    pegawai: Id
    nama: str
    nip: str
    opd: str
    slot: str
    berkas: Id
    versi_berkas: int
    sha256: Sha256
    """Of the version in the archive."""
    ukuran: int
    halaman: int
    bertanda_tangan: bool = False
    identitas: bool = False
    jalur: str
    """Name inside the ZIP."""
    sha256_paket: str = ""
    """Of the bytes in the ZIP; other than `sha256` for a smaller or a marked copy; "" when it could not be put in."""
    ukuran_paket: int = 0
    keterangan: str = ""


class BagianPaket(Model):
    """One finished ZIP: which rows of the plan it holds, and the hash of the whole file."""

    nomor: int
    kunci: str
    dari: int
    sampai: int
    ukuran: int
    sha256: Sha256
    kurang: int = 0
    """Rows that could not be put in."""


class Paket(Model):
    """A pack that somebody asked for."""

    id: Id
    diminta_oleh: Id
    dibuat_pada: Waktu
    usulan: Id | None = None
    opd: Id | None = None
    periode: date | None = None
    semua: bool = False
    tujuan: str
    keadaan: KeadaanPaket = KeadaanPaket.ANTRE
    kasus: int = 0
    jumlah: int = 0
    """Documents in the plan."""
    selesai: int = 0
    """Documents of the plan that lie in a finished part."""
    bagian: tuple[BagianPaket, ...] = ()
    pesan: str = ""
    """Why it could not be made."""
    coba: int = 0
    """Tries in a row that broke."""
    versi: Versi = 0


class IsianPaket(Isian):
    """Ask for a pack: of one case, or of an OPD, a period, or both."""

    usulan: Id | None = None
    opd: Id | None = None
    periode: date | None = None
    semua: bool = False
    """Cases in every state, not only those ready for BKN."""
    tujuan: Annotated[Teks, Field(min_length=5, title="Dipakai untuk apa")]


class PandanganBagian(Model):
    """A part one may download."""

    nomor: int
    nama: str
    ukuran: int
    sha256: str
    kurang: int


class PandanganPaket(Model):
    """A pack for people."""

    id: Id
    isi: str
    """What it is of: "Periode 1 April 2027, Dinas Pendidikan"."""
    tujuan: str
    diminta_oleh: str
    dibuat_pada: Waktu
    keadaan: KeadaanPaket
    sebutan: str
    pesan: str = ""
    kasus: int
    jumlah: int
    selesai: int
    kurang: int
    bagian: list[PandanganBagian]
    sampai: Waktu
    """Until when its ZIPs are kept."""
