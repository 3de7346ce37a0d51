"""Impor: a roster that was brought: what is kept of it, and what the administrator sends."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from schemas.dasar import Id, Isian, Model, Sha256, Teks, Versi, Waktu
from schemas.fakta import JenisFakta


class KeadaanImpor(StrEnum):
    """How far an import has come."""

    DIUNGGAH = "diunggah"
    ANTRE_UJI = "antre_uji"
    SIAP = "siap"
    ANTRE_TERAP = "antre_terap"
    SELESAI = "selesai"
    DITOLAK = "ditolak"


SEBUTAN_KEADAAN: dict[KeadaanImpor, str] = {
    KeadaanImpor.DIUNGGAH: "Menunggu berkas",
    KeadaanImpor.ANTRE_UJI: "Sedang diperiksa",
    KeadaanImpor.SIAP: "Siap diterapkan",
    KeadaanImpor.ANTRE_TERAP: "Sedang diterapkan",
    KeadaanImpor.SELESAI: "Selesai",
    KeadaanImpor.DITOLAK: "Tidak dapat dipakai",
}


class Impor(Model):
    """One file that was brought: its fingerprint, what was found in it, how far its application has come (rows)."""

    id: Id
    nama: Teks
    ukuran: int
    sha256: Sha256
    keadaan: KeadaanImpor = KeadaanImpor.DIUNGGAH
    jumlah: int = 0
    diterima: int = 0
    baru: int = 0
    berubah: int = 0
    sama: int = 0
    ditolak: int = 0
    peringatan: int = 0
    celah: int = 0
    kemajuan: int = 0
    pesan: str = ""
    dibuat_pada: Waktu
    oleh: Id
    versi: Versi = 0


class ImporRiwayat(Impor):
    """A table of histories that was brought: its kind, its headings, and which heading tells which column.

    `baru`, `berubah` and `sama` count facts, `diterima` and `kemajuan` people. `tersimpan`: the mapping was known already.
    """

    jenis: JenisFakta | None = None
    judul: tuple[str, ...] = ()
    peta: dict[str, str] = {}
    sumber: Teks = ""
    tersimpan: bool = False


class Pemetaan(Model):
    """A mapping kept for tables with exactly these headings: what they are called, their kind, their columns."""

    sidik: str
    sumber: Teks
    jenis: JenisFakta
    kolom: dict[str, str]
    versi: Versi = 0


class IsianUjiRiwayat(Isian):
    """Read it (again), with the kind and mapping given; none: as saved, or as guessed."""

    jenis: Annotated[JenisFakta, Field(title="Jenis riwayat")] | None = None
    peta: Annotated[dict[Teks, Teks], Field(max_length=30)] = {}
    sumber: Annotated[Teks, Field(title="Nama sumber", description="Misalnya SIASN rw_golongan")] = ""


class IsianImpor(Isian):
    """Ask for an upload ticket for a workbook or CSV."""

    nama: Annotated[Teks, Field(min_length=1)]
    ukuran: Annotated[int, Field(ge=1, le=100_000_000)]
    sha256: Sha256


class IsianTerapImpor(Isian):
    """Confirm the import that was previewed."""

    versi: Versi
