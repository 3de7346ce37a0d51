"""Cadangan: what a backup says of itself, and what the administrator's page says of the last one and its rehearsal."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from schemas.dasar import Model, Sha256, Waktu

BENTUK = 1
"""The layout of a backup. A restore reads this one and older ones."""


class Bagian(Model):
    """One sealed part of the records: where it lies, the SHA-256 of what is inside, how many items."""

    nama: str
    sha256: Sha256
    banyak: int


class KepalaBerkas(Model):
    """The first line inside a sealed document: its key in our storage, what it is, and its SHA-256."""

    kunci: str
    tipe: str
    sha256: Sha256


class DaftarCadangan(Model):
    """The list of one backup, written last: what is not in it does not belong, and what is in it must be there.

    `sidik` stands for all items whatever their order, `intisari` for the ends of all cases' histories.
    """

    bentuk: Annotated[int, Field(ge=1)]
    skema: Annotated[int, Field(ge=0)] = 0
    pada: Waktu
    catatan: list[Bagian]
    berkas: dict[str, str]
    """Key in our storage -> name in the backup."""
    item: int
    sidik: Sha256
    usulan: int
    intisari: Sha256
    hilang: list[str] = []
    """Documents that the records refer to and storage no longer had."""


class HasilCadangan(Model):
    """One backup as made: what is new in it, and how long it took."""

    set: str
    pada: Waktu
    item: int
    berkas: int
    berkas_baru: int
    byte_baru: int
    detik: float
    hilang: int = 0


class HasilPulih(Model):
    """One restore or rehearsal as done. `intisari` is computed anew from what was restored."""

    set: str
    pada: Waktu
    item: int
    berkas: int
    usulan: int
    peristiwa: int
    intisari: str
    detik: float


class PandanganCadangan(Model):
    """The administrator's page: the last backup and the last rehearsal; None: never."""

    terakhir: HasilCadangan | None
    latihan: HasilPulih | None
