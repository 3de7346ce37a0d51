"""Periode: one effective date (TMT) for promotions and its five dates (PerBKN 4/2025; domain 3)."""

from __future__ import annotations

from datetime import date

from schemas.dasar import Isian, Model, Teks, Versi


class Periode(Model):
    """`tmt` identifies it. A deadline ends at 23:59:59 WIB of its day."""

    tmt: date
    usul_buka: date
    usul_tutup_opd: date
    verifikasi_tutup: date
    kirim_bkn_tutup: date
    bts_tutup: date
    dasar: str = ""
    versi: Versi = 0


class IsianPeriode(Isian):
    """PUT of a period: its five dates."""

    versi: Versi
    usul_buka: date
    usul_tutup_opd: date
    verifikasi_tutup: date
    kirim_bkn_tutup: date
    bts_tutup: date
    dasar: Teks = ""
