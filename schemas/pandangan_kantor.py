"""Pandangan: what the counters answer about offices, periods, imports and the service itself."""

from __future__ import annotations

from datetime import date

from schemas.dasar import Id, Model, Versi, Waktu
from schemas.impor import HasilImpor
from schemas.periode import TanggalPeriode


class PandanganUnit(Model):
    """An office of the tree."""

    id: Id
    nama: str
    induk: Id | None
    jalur: list[Id]
    anak: int
    pegawai: int | None = None
    berlaku_mulai: date | None
    berlaku_sampai: date | None
    digabung_ke: Id | None
    versi: Versi


class PandanganPeriode(TanggalPeriode):
    """A period, and whether one may propose for it now."""

    keadaan: str
    """dibuka, nanti, ditutup; in words `sebutan`."""
    sebutan: str
    lewat: bool
    """Its last deadline is over."""
    sisa_hari: int | None
    """Days until the OPD's deadline; null when closed."""
    versi: Versi


class PandanganImpor(HasilImpor):
    """An import: where it stands, what was found; the lists of rows are paged."""

    id: Id
    nama: str
    keadaan: str
    """diunggah, diperiksa, siap, diterapkan, selesai, ditolak."""
    keadaan_sebutan: str
    akan: int = 0
    """How much applying it would write: people, facts or numbers."""
    halangan: str = ""
    """Why it cannot be applied though it was read; "" when it can."""
    dibuat_pada: Waktu
    oleh: str = ""
    versi: Versi


class BarisImpor(Model):
    """A finding or a change of one row."""

    baris: int
    kode: str
    pesan: str
    nama: str = ""
    ubah: list[tuple[str, str, str]] = []
    """(field, before, after)."""


class Sehat(Model):
    """GET /api/sehat."""

    baik: bool
    bagian: dict[str, bool]


class PintuDemo(Model):
    """The demo's sign-in helper."""

    akun: list[dict[str, str]]


class PublikAudit(Model):
    """The last daily digest of all histories: proof that costs a forger everybody's memory of it."""

    tanggal: date | None
    usulan: int = 0
    peristiwa: int = 0
    intisari: str = ""
    utuh: bool = True
