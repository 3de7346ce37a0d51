"""Periods to come, with the five dates that the office usually sets (domain 3.3). Pure; the calendar itself is data."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from schemas.periode import ERA, Periode


def era(tmt: date) -> tuple[tuple[int, ...], str]:
    """The months that are periods at this date, and on which article: PerBKN 4/2025 since 1-10-2025."""
    return next((bulan, dasar) for mulai, bulan, dasar in reversed(ERA) if mulai <= tmt)


def _geser(tmt: date, bulan: int, hari: int) -> date:
    tahun, sisa = divmod(tmt.year * 12 + tmt.month - 1 + bulan, 12)
    return date(tahun, sisa + 1, min(hari, monthrange(tahun, sisa + 1)[1]))


def susun(tmt: date) -> Periode:
    """The period of this date with the default dates; each is editable afterwards."""
    return Periode(
        tmt=tmt,
        usul_buka=_geser(tmt, -3, 1),
        usul_tutup_opd=_geser(tmt, -2, 15),
        verifikasi_tutup=_geser(tmt, -2, 31),
        kirim_bkn_tutup=_geser(tmt, -1, 15),
        bts_tutup=_geser(tmt, -1, 25),
        dasar=era(tmt)[1],
    )


def jendela(hari_ini: date, bulan: int) -> list[Periode]:
    """Every period from this month on, `bulan` months ahead."""
    calon = (_geser(hari_ini, i, 1) for i in range(bulan + 1))
    return [susun(tmt) for tmt in calon if tmt.month in era(tmt)[0]]
