"""NIP meleset: rows of a roster refused for a NIP with one digit too few or too many: work for people, never a silent repair."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from schemas.dasar import Id, Isian, KueriHalaman, Model, Teks, Versi, Waktu
from schemas.pegawai import Pegawai


class Abai(Model):
    """Why such a row is no work: what it rests on, who said so, when."""

    alasan: Teks
    oleh: Id
    pada: Waktu


class NipMeleset(Model):
    """One such row, kept until a person gave the NIP of the SK CPNS or a later roster brought it right. `calon`: the person as he
    would be entered, with `saran` (or the digits as written) for a NIP. Dismissed (`abai`) it stays, so that the next roster does
    not bring it back."""

    id: Id
    angka: str
    saran: str = ""
    pesan: str = ""
    calon: Pegawai
    sejak: Waktu
    abai: Abai | None = None
    versi: Versi = 0


class IsianNipMeleset(Isian):
    """The NIP as the SK CPNS has it, and the decree it was read from."""

    versi: Versi
    nip: Annotated[str, Field(max_length=60, title="NIP menurut SK CPNS")]
    dasar: Annotated[Teks, Field(min_length=5, title="Nomor dan tanggal SK CPNS")]


class IsianAbai(Isian):
    """Why nobody needs to be entered from this row."""

    versi: Versi
    alasan: Annotated[
        Teks,
        Field(
            min_length=5,
            title="Mengapa tidak perlu dibetulkan",
            description="Contoh: bukan pegawai kabupaten ini, atau baris ganda",
        ),
    ]


class IsianPulihAbai(Isian):
    """Put a dismissed row back on the list."""

    versi: Versi


class KueriNipMeleset(KueriHalaman):
    """`abai`: those that were dismissed."""

    abai: bool = False


class PandanganNipMeleset(Model):
    """One row of the list."""

    id: Id
    angka: str
    saran: str
    pesan: str
    nama: str
    tanggal_lahir: date | None
    golongan: str
    unit: str
    opd: str
    sejak: Waktu
    boleh_betulkan: bool
    boleh_pulih: bool = False
    abai: str = ""
    """Who dismissed it, when and why; "" when it waits."""
    versi: Versi


class JawabNipMeleset(Model):
    """Who was entered."""

    pegawai: Id
    nama: str
