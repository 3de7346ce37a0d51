"""One finding while the rules are at work, and the sentences that many rules share."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import NamedTuple

from schemas.kelayakan import Temuan
from schemas.tanggal import tanggal_panjang
from schemas.temuan import BELUM_DIKETAHUI, Kode


class Sifat(Enum):
    """What a finding does to the verdict."""

    HALANG = "TMS"
    TELAAH = "PERLU_TELAAH"
    CATATAN = "nothing"
    PENUHI = "a condition that is met"


class Catat(NamedTuple):
    """`sampai` is told to people; `bebas` is the first day on which it no longer holds (None: no known end)."""

    kode: str
    pesan: str
    dasar: str
    sifat: Sifat
    sampai: date | None = None
    bebas: date | None = None

    def keluar(self) -> Temuan:
        """As it leaves the engine."""
        return Temuan(
            kode=Kode(self.kode),
            pesan=self.pesan,
            dasar=self.dasar,
            menghalangi=self.sifat is Sifat.HALANG,
            sampai=self.sampai,
        )


def halang(kode: str, pesan: str, dasar: str, bebas: date | None = None, sampai: date | None = None) -> Catat:
    """It stands in the way until `bebas`; `sampai` when people call another day the end of it."""
    return Catat(kode, pesan, dasar, Sifat.HALANG, sampai or bebas, bebas)


def telaah(fakta: str, pesan: str, dasar: str) -> Catat:
    """A missing fact that could change the verdict."""
    return Catat(BELUM_DIKETAHUI + fakta, pesan, dasar, Sifat.TELAAH)


def catatan(kode: str, pesan: str, dasar: str) -> Catat:
    """Worth knowing; changes nothing."""
    return Catat(kode, pesan, dasar, Sifat.CATATAN)


def penuhi(kode: str, pesan: str, dasar: str) -> Catat:
    """A condition that is met: the "karena" of the answer."""
    return Catat(kode, pesan, dasar, Sifat.PENUHI)


def tanda_lulus(nanti: date | None, kalau_tidak: str) -> str:
    """The end of a sentence about an examination: from when the pass on record counts; without one, what to do."""
    return f" Tanda lulus berlaku sejak {tanggal_panjang(nanti)}." if nanti else f" {kalau_tidak}"
