"""Jadwal: what SIKAP says by itself, on which days, and how long a desk may take (domain 9.1; recommended targets)."""

from __future__ import annotations

import tomllib
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from schemas.dasar import Isian, Model, Teks, Versi, Waktu
from schemas.usulan import Status

SLA: dict[Status, int] = {
    Status.DIAJUKAN_PNS: 3,
    Status.DIUSULKAN_OPD: 5,
    Status.VERIFIKASI: 5,
    Status.MENUNGGU_PERSETUJUAN: 2,
    Status.MENUNGGU_TMS: 2,
    Status.SIAP_KIRIM_BKN: 2,
}
"""Working days that a case may lie on a desk; while it is returned the clock stands."""
DIPERBAIKI = (Status.PERBAIKAN_PNS, Status.BTS_BKPSDM, Status.BTS_BKN)
"""Somebody owes a repair, by the case's own deadline."""
TAHAP: tuple[tuple[str, str, tuple[Status, ...]], ...] = (
    ("usul_tutup_opd", "pengusulan OPD", (Status.DRAF, Status.DIAJUKAN_PNS, Status.PERBAIKAN_PNS)),
    ("verifikasi_tutup", "verifikasi", (Status.DIUSULKAN_OPD, Status.VERIFIKASI)),
    ("kirim_bkn_tutup", "pengiriman ke BKN", (Status.SIAP_KIRIM_BKN,)),
)
"""A period's deadline, its name, and the cases that must have passed by then."""


class KodeJadwal(StrEnum):
    """What is said by itself."""

    PERBAIKAN = "perbaikan"
    PERIODE = "periode"
    RINGKASAN = "ringkasan"
    ESKALASI = "eskalasi"
    BERHAK = "berhak"
    HARIAN = "harian"


SEBUTAN_JADWAL: dict[KodeJadwal, str] = {
    KodeJadwal.PERBAIKAN: "Pengingat batas perbaikan, kepada PNS dan pengelolanya",
    KodeJadwal.PERIODE: "Pengingat batas periode, kepada meja yang masih memegang usul",
    KodeJadwal.RINGKASAN: "Ringkasan sehari, kepada verifikator dan Kepala Bidang",
    KodeJadwal.ESKALASI: "Usul melewati batas pelayanan, kepada pengelola",
    KodeJadwal.BERHAK: "Diperkirakan memenuhi syarat, kepada PNS (sekali untuk satu periode)",
    KodeJadwal.HARIAN: "Kabar yang diminta sebagai satu ringkasan sehari",
}
BERHARI = (KodeJadwal.PERBAIKAN, KodeJadwal.PERIODE)
"""Those that are said so many days ahead."""
SELALU = (KodeJadwal.HARIAN,)
"""Those that cannot be put off: who chose the digest would get nothing."""
PUKUL = range(6, 21)
"""Hours (WIB) outside the quiet ones."""


class BarisJadwal(Isian):
    """One kind: whether it is said, from which hour (WIB), and how many days ahead."""

    kode: KodeJadwal
    aktif: bool = True
    pukul: Annotated[int, Field(ge=PUKUL.start, le=PUKUL.stop - 1, title="Mulai pukul")]
    hari: Annotated[
        tuple[Annotated[int, Field(ge=1, le=60)], ...],
        BeforeValidator(lambda v: v.replace(",", " ").split() if isinstance(v, str) else v),
        Field(max_length=10, title="Berapa hari sebelumnya", description="Misalnya 14, 7, 3, 1"),
    ] = ()


def _lengkap(baris: tuple[BarisJadwal, ...]) -> tuple[BarisJadwal, ...]:
    if sorted(b.kode for b in baris) != sorted(KodeJadwal):
        raise ValueError("Jadwal harus menyebut setiap jenis kabar tepat sekali.")
    for b in baris:
        if b.kode in BERHARI and b.aktif and not b.hari:
            raise ValueError(f"{SEBUTAN_JADWAL[b.kode]}: sebutkan berapa hari sebelumnya, atau matikan.")
        if b.kode in SELALU and not b.aktif:
            raise ValueError(f"{SEBUTAN_JADWAL[b.kode]}: tidak dapat dimatikan, karena dipilih oleh penerimanya.")
    return baris


class IsianJadwal(Isian):
    """The whole table, as it shall be from a day on; `versi` is the number of the one that was read."""

    versi: Versi
    berlaku_mulai: Annotated[date, Field(title="Berlaku mulai")]
    baris: Annotated[tuple[BarisJadwal, ...], AfterValidator(_lengkap)]


class Jadwal(Model):
    """One version of the table; the last whose day has come decides."""

    nomor: int
    berlaku_mulai: date
    baris: tuple[BarisJadwal, ...]
    oleh: str = ""
    pada: Waktu | None = None
    versi: Versi = 0


class HariLibur(Model):
    """A day on which the office is closed, and what it is."""

    tanggal: date
    nama: Teks


class Libur(Model):
    """One version of a year's holidays; the last decides. `lengkap`: with the movable ones of that year's SKB."""

    tahun: int
    nomor: int = 0
    hari: tuple[HariLibur, ...]
    sumber: Teks = ""
    lengkap: bool = True
    oleh: str = ""
    pada: Waktu | None = None
    versi: Versi = 0


class IsianLibur(Isian):
    """A year's holidays as lines; `uji`: only say what would change."""

    versi: Versi
    teks: Annotated[str, Field(min_length=1, max_length=8000, title="Hari libur, satu baris satu tanggal")]
    sumber: Annotated[Teks, Field(min_length=3, title="Sumber", description="Nomor SKB atau surat keputusannya")]
    uji: bool = False


class VersiJadwal(Model):
    """A version in the history of the schedule."""

    nomor: int
    pada: Waktu | None
    oleh: str
    berlaku_mulai: date
    ringkas: str
    baris: tuple[BarisJadwal, ...]


class PandanganJadwal(Model):
    """The schedule in force (or the latest to come), its history, and the years whose holidays can be looked at."""

    versi: int
    berlaku_mulai: date
    baris: tuple[BarisJadwal, ...]
    riwayat: list[VersiJadwal]
    tahun: list[int]
    peringatan: str


class VersiLibur(Model):
    """A version in the history of a year's holidays."""

    nomor: int
    pada: Waktu | None
    oleh: str
    sumber: str
    jumlah: int
    teks: str


class PandanganLibur(Model):
    """A year's holidays as lines, what a trial would change, and the history."""

    tahun: int
    versi: int
    teks: str
    sumber: str
    lengkap: bool
    jumlah: int
    tambah: list[str] = []
    hapus: list[str] = []
    riwayat: list[VersiLibur]


@cache
def libur_bawaan() -> dict[int, Libur]:
    """The holiday tables that come with SIKAP, by year."""
    isi = tomllib.loads(Path(__file__).with_name("libur.toml").read_text("utf-8"))
    return {
        int(t): Libur(**(satu | {"tahun": int(t), "hari": [_hari(h) for h in satu["hari"]]})) for t, satu in isi.items()
    }


def _hari(baris: str) -> HariLibur:
    return HariLibur(tanggal=date.fromisoformat(baris[:10]), nama=baris[11:])


@cache
def libur() -> frozenset[date]:
    """Every day of the tables that come with SIKAP."""
    return frozenset(h.tanggal for satu in libur_bawaan().values() for h in satu.hari)
