"""Impor: a roster that was brought: what is kept of it, and what the administrator sends."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field

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


class HasilImpor(Model):
    """What was found in a file that was brought, in rows, and how many of them are applied so far (`kemajuan`)."""

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


class Impor(HasilImpor):
    """One file that was brought: its fingerprint and where it stands."""

    id: Id
    nama: Teks
    ukuran: int
    sha256: Sha256
    keadaan: KeadaanImpor = KeadaanImpor.DIUNGGAH
    dibuat_pada: Waktu
    oleh: Id
    penerap: str = ""
    """Who had it applied; he need not be who brought it."""
    coba: int = 0
    """Tries in a row that a fault of ours broke."""
    versi: Versi = 0

    @property
    def akan(self) -> int:
        """How much applying it would write: people; facts or numbers where only those are written that change."""
        return self.diterima


class ImporRiwayat(Impor):
    """A table of histories that was brought: its kind, its headings, and which heading tells which column.

    `baru`, `berubah` and `sama` count facts, `diterima` and `kemajuan` people. `tersimpan`: the mapping was known already.
    """

    jenis: JenisFakta | None = None
    judul: tuple[str, ...] = ()
    peta: dict[str, str] = {}
    sumber: Teks = ""
    tersimpan: bool = False

    @property
    def akan(self) -> int:
        """See Impor."""
        return self.baru + self.berubah


class ImporNomor(Impor):
    """A file of telephone numbers that was brought. `baru`, `berubah`, `sama`, `tetap` and `tak_terdaftar` count people; together
    they are `diterima`. `kosong` counts rows without a number, `bersama` people whose number others have as well.
    """

    judul: tuple[str, ...] = ()
    peta: dict[str, str] = {}
    tersimpan: bool = False
    tetap: int = 0
    tak_terdaftar: int = 0
    bersama: int = 0
    kosong: int = 0

    @property
    def akan(self) -> int:
        """See Impor."""
        return self.baru + self.berubah


class PemetaanNomor(Model):
    """The columns of a source of numbers, kept for files with exactly these headings."""

    sidik: str
    kolom: dict[str, str]
    versi: Versi = 0


class Pemetaan(Model):
    """A mapping kept for tables with exactly these headings: what they are called, their kind, their columns."""

    sidik: str
    sumber: Teks
    jenis: JenisFakta
    kolom: dict[str, str]
    versi: Versi = 0


def _riwayat(jenis: JenisFakta) -> JenisFakta:
    if jenis is JenisFakta.DATA_DIRI:
        raise ValueError("Data diri tidak diimpor sebagai riwayat; impor daftar ASN, atau usulkan perbaikannya.")
    return jenis


class IsianUjiRiwayat(Isian):
    """Read it (again), with the kind and mapping given; none: as saved, or as guessed."""

    jenis: Annotated[JenisFakta, AfterValidator(_riwayat), Field(title="Jenis riwayat")] | None = None
    peta: Annotated[dict[Teks, Teks], Field(max_length=30)] = {}
    sumber: Annotated[Teks, Field(title="Nama sumber", description="Misalnya SIASN rw_golongan")] = ""


class IsianUjiNomor(Isian):
    """Read it (again), with the columns pointed out; none: as saved, or as guessed."""

    peta: Annotated[dict[Teks, Teks], Field(max_length=5)] = {}


class IsianImpor(Isian):
    """Ask for an upload ticket for a workbook or CSV."""

    nama: Annotated[Teks, Field(min_length=1)]
    ukuran: Annotated[int, Field(ge=1, le=100_000_000)]
    sha256: Sha256


class IsianTerapImpor(Isian):
    """Confirm the import that was previewed."""

    versi: Versi
