"""Retensi in words: what would go, what is announced, held or gone, and how much it was."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from schemas.dasar import Id, Isian, KueriHalaman, Model, Teks, Waktu
from schemas.nip import Nip

Alasan = Annotated[
    Teks,
    Field(
        min_length=5, title="Alasan", description="Misalnya sengketa, atau pemeriksaan Inspektorat. Jangan tulis nama"
    ),
]


class RencanaRetensi(Model):
    """One line of a dry run."""

    berkas: Id
    pegawai: Id
    dokumen: str
    nomor_versi: int
    ukuran: int
    apa: str
    """umumkan or hapus."""
    pada: date
    kelas: str
    sebab: str


class HariRetensi(Model):
    """What was done on one day; `byte` freed."""

    hari: date
    diumumkan: int = 0
    dihapus: int = 0
    ditolak: int = 0
    byte: int = 0
    kabar: int = 0
    """Messages whose text was ended."""
    akses: int = 0
    """Lines about looks at identity papers that were ended."""


class PandanganRetensi(Model):
    """Is deletion switched on, when did the sweep last come to its end, how long is the grace (days), what was done of late."""

    nyala: bool
    terakhir: Waktu | None
    tenggang_hari: int
    hari: list[HariRetensi]


Macam = Literal["diumumkan", "ditahan", "orang", "dihapus"]


class KueriRetensi(KueriHalaman):
    """`?macam=`: announced, held, people who are held, or gone."""

    macam: Macam = "diumumkan"


class BarisSimpanan(Model):
    """One document (or all of a person) on the administrator's list. The person is named only to who may see him."""

    id: Id
    judul: str
    nama: str
    nip: str
    opd: str
    kata: str
    """What will be or was done, and when."""
    kelas: str
    sebab: str
    dasar: str
    tindak: str = ""
    """What may be done: penahanan, pelepasan, or nothing."""
    tombol: str = ""
    akibat: str = ""
    """What follows from it, said before it is done."""
    kirim: dict[str, str] = {}
    """Which thing it is done to, for IsianTahan."""


class IsianTahan(Isian):
    """Hold or let go one document, or all of a person."""

    berkas: Id | None = None
    pegawai: Id | None = None
    alasan: Alasan


class IsianTahanNip(Isian):
    """Hold all documents of the person with this NIP."""

    nip: Nip
    alasan: Alasan


class JawabTahan(Model):
    """What was done, in words."""

    pesan: str
