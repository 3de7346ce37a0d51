"""Pegawai: what the roster says of one civil servant. A fact that is not known is None, never a guess."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from schemas.dasar import Id, Isian, Model, Teks, Tgl, Versi
from schemas.golongan import Golongan

SEBUTAN_KEDUDUKAN: dict[str, str] = {
    "01": "Aktif", "02": "CLTN", "03": "Tugas Belajar", "04": "Pemberhentian Sementara", "05": "Penerima Uang Tunggu",
    "07": "Pejabat Negara", "13": "Perpanjangan CLTN", "20": "Masa Persiapan Pensiun", "98": "Mencapai BUP", "99": "Pensiun",
}  # fmt: skip
"""Legal standings by their SIASN code."""


def tulis_kedudukan(kode: str) -> str:
    """ "03 (Tugas Belajar)"; the code alone where its name is not known, "" none."""
    return f"{kode} ({SEBUTAN_KEDUDUKAN[kode]})" if kode in SEBUTAN_KEDUDUKAN else kode


class JenisKelamin(StrEnum):
    """L laki-laki, P perempuan."""

    LAKI_LAKI = "L"
    PEREMPUAN = "P"


class Celah(StrEnum):
    """Facts that the roster should have and has not; each becomes work for somebody."""

    TMT_GOLONGAN = "tmt-golongan"
    TMT_CPNS = "tmt-cpns"
    TELEPON = "phone-unusable"


class Pegawai(Model):
    """One person. `id` is opaque. `unit` is where he works, `opd` the root above it."""

    id: Id
    nip: str
    nip_lama: str = ""
    gelar_depan: Teks = ""
    nama: Teks
    gelar_belakang: Teks = ""
    jenis_kelamin: JenisKelamin | None = None
    tempat_lahir: Teks = ""
    tanggal_lahir: date | None = None
    kedudukan_hukum: str = "01"
    """SIASN code; 01 aktif (domain 2.1 G1)."""
    status: str = "PNS"
    """PNS, CPNS or PPPK; only PNS rise in rank."""
    golongan: Golongan | None = None
    tmt_golongan: date | None = None
    mk_tahun: int | None = None
    mk_bulan: int | None = None
    tmt_cpns: date | None = None
    tmt_pns: date | None = None
    jenis_jabatan: str = ""
    """pelaksana, struktural or fungsional; "" unknown."""
    jabatan: Teks = ""
    tmt_jabatan: date | None = None
    eselon: str = ""
    jenjang: str = ""
    pendidikan: Teks = ""
    tingkat_pendidikan: str = ""
    """Code of the rules: SD … S3; "" unknown."""
    tahun_lulus: int | None = None
    unit: Id | None = None
    opd: Id | None = None
    telepon: str = ""
    """E.164 ("+62812…"), "" when unknown or unusable."""
    email: str = ""
    celah: tuple[Celah, ...] = ()
    disahkan: tuple[str, ...] = ()
    """Fields that BKPSDM settled on a document: a roster does not change them back."""
    versi: Versi = 0

    @property
    def nama_lengkap(self) -> str:
        """With titles: "Drs. SUWARNO, M.Si."."""
        depan = f"{self.gelar_depan} " if self.gelar_depan else ""
        return f"{depan}{self.nama}{', ' + self.gelar_belakang if self.gelar_belakang else ''}"


SEBUTAN_CELAH: dict[Celah, str] = {
    Celah.TMT_GOLONGAN: "TMT golongan belum diketahui",
    Celah.TMT_CPNS: "TMT CPNS belum diketahui",
    Celah.TELEPON: "Nomor telepon belum ada atau tidak dapat dihubungi",
}


class IsianUbahPegawai(Isian):
    """What an administrator may repair by hand; everything else comes with the roster."""

    versi: Versi
    unit: Id | None = None
    telepon: Annotated[str, Field(max_length=25)] | None = None
    tmt_golongan: Tgl | None = None
    tmt_cpns: Tgl | None = None
    dasar: Annotated[Teks, Field(min_length=5, title="Dasar perubahan")]
