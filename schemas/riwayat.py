"""Riwayat: confirmed facts, each with its source, its author and its date; and how a change of one is proposed and decided."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import Field

from schemas.dasar import Id, Isian, Model, Teks, Versi, Waktu
from schemas.fakta import JENIS_RIWAYAT, JenisFakta

Tindakan = Literal["tambah", "ganti", "hapus", "nihil"]
"""Add a row, put it in the place of another, take one out, or state that there is none of this kind."""
SEBUTAN_TINDAKAN: dict[str, str] = {"tambah": "Tambah", "ganti": "Perbaiki", "hapus": "Hapus", "nihil": "Nyatakan tidak ada"}  # fmt: skip


class KeadaanFakta(StrEnum):
    """Where a proposed fact stands."""

    DIUSULKAN = "diusulkan"
    SAH = "sah"
    DITOLAK = "ditolak"
    DITARIK = "ditarik"


SEBUTAN_KEADAAN_FAKTA: dict[KeadaanFakta, str] = {
    KeadaanFakta.DIUSULKAN: "Menunggu BKPSDM", KeadaanFakta.SAH: "Disahkan", KeadaanFakta.DITOLAK: "Tidak diterima",
    KeadaanFakta.DITARIK: "Ditarik pengusul",
}  # fmt: skip


class Asal(Model):
    """Where a fact comes from: what it rests on, the document in the archive, who brought it and who confirmed it, when."""

    sumber: Teks
    berkas: Id | None = None
    oleh: Id
    pada: Waktu
    disahkan: Id | None = None
    usul: Id | None = None


class BarisFakta(Model):
    """One confirmed fact: its content in the shape of the rules' input."""

    id: Id
    isi: dict[str, Any]
    asal: Asal


class Riwayat(Model):
    """The confirmed facts of one person. `baris`: by kind ([] is none, an absent kind is not known); `fakta`: single
    facts of the rules' input that are no rows."""

    pegawai: str
    fakta: dict[str, object] = {}
    baris: dict[JenisFakta, list[BarisFakta]] = {}
    nihil: dict[JenisFakta, Asal] = {}
    """Who stated that there is none."""
    versi: Versi = 0

    def masukan(self) -> dict[str, Any]:
        """As the rules read it."""
        return {**self.fakta, **{j.value: [b.isi for b in self.baris[j]] for j in JENIS_RIWAYAT if j in self.baris}}


class UsulFakta(Model):
    """A proposed change of one fact and what became of it; kept for good. `lama` is the row it replaces or removes."""

    id: Id
    pegawai: Id
    opd: Id | None = None
    jenis: JenisFakta
    tindakan: Tindakan
    isi: dict[str, Any] = {}
    sasaran: Id | None = None
    lama: dict[str, Any] = {}
    sumber: Teks
    berkas: Id | None = None
    oleh: Id
    pada: Waktu
    keadaan: KeadaanFakta = KeadaanFakta.DIUSULKAN
    diputus_oleh: Id | None = None
    diputus_pada: Waktu | None = None
    alasan: Teks = ""
    versi: Versi = 0


class IsianFakta(Isian):
    """Propose a change of one fact. `uji`: only show what it would change in the answers."""

    jenis: Annotated[JenisFakta, Field(title="Jenis fakta")]
    tindakan: Annotated[Tindakan, Field(title="Yang diusulkan")] = "tambah"
    isi: Annotated[dict[str, str | int | bool | None], Field(max_length=20)] = {}
    sasaran: Id | None = None
    sumber: Annotated[Teks, Field(min_length=5, title="Sumber", description="Nomor dan tanggal SK, ijazah, atau surat")]
    berkas: Annotated[Id, Field(title="Dokumen sumber dari arsip")] | None = None
    uji: bool = False


class IsianPutusanFakta(Isian):
    """Confirm a proposed fact, or refuse it with a reason."""

    versi: Versi
    sah: bool
    alasan: Annotated[Teks, Field(title="Alasan")] = ""


class IsianTarikFakta(Isian):
    """Take a proposal back."""

    versi: Versi
