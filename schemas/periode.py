"""Periode: one effective date (TMT) for promotions and its five dates (PerBKN 4/2025; domain 3)."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from schemas.dasar import Isian, Model, Teks, Versi


class TanggalPeriode(Model):
    """`tmt` identifies a period. A deadline ends at 23:59:59 WIB of its day. `dasar`: what the dates rest on."""

    tmt: date
    usul_buka: date
    usul_tutup_opd: date
    verifikasi_tutup: date
    kirim_bkn_tutup: date
    bts_tutup: date
    dasar: str = ""


class Periode(TanggalPeriode):
    """A period as it is kept."""

    versi: Versi = 0


class IsianPeriode(Isian):
    """PUT of a period: its five dates."""

    versi: Versi
    usul_buka: Annotated[date, Field(title="Usul dibuka")]
    usul_tutup_opd: Annotated[date, Field(title="Batas OPD ke BKPSDM")]
    verifikasi_tutup: Annotated[date, Field(title="Batas pemeriksaan BKPSDM")]
    kirim_bkn_tutup: Annotated[date, Field(title="Batas kirim ke BKN")]
    bts_tutup: Annotated[date, Field(title="Batas perbaikan (BTS)")]
    dasar: Annotated[Teks, Field(title="Dasar")] = ""
