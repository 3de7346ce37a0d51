"""Dates in cells, always day first (integrations: dd-mm-yyyy of SIASN, Excel's own, letters' "1 April 2026")."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from chalicelib.rules.baca_sel import Sel, teks

PALING_AWAL = date(1900, 1, 2)
"""01-01-0001 and 01-01-1900 are how systems write that there is no date."""
PALING_AKHIR = date(2100, 12, 31)
_HARI_NOL = date(1899, 12, 30)
_ANGKA = re.compile(r"([0-9]{1,2})[-/. ]+([0-9]{1,2})[-/. ]+([0-9]{4})(?:[ T].*)?")
_ISO = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:[ T].*)?")
_KATA = re.compile(r"([0-9]{1,2})[-/. ]*([A-Za-z]{3,9})\.?[-/. ]*([0-9]{4})")
_SERIAL = re.compile(r"[2-6][0-9]{4}(?:\.0*)?")
_BULAN = {
    "jan": 1, "feb": 2, "peb": 2, "mar": 3, "apr": 4, "mei": 5, "may": 5, "jun": 6, "jul": 7, "agu": 8, "agt": 8,
    "ags": 8, "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "nop": 11, "des": 12, "dec": 12,
}  # fmt: skip


def tanggal(x: Sel) -> date | None:
    """The date of a cell: "01-04-2022", "1/4/2022", "2022-04-01", "1 April 2022", a spreadsheet's day number; else None."""
    if isinstance(x, float):
        return _serial(x)
    return _baca(teks(x))


def tiada(x: Sel) -> bool:
    """True for an empty cell and for the dates that mean none: nothing there to be misread."""
    return (
        re.fullmatch(r"|0*1[-/.]0*1[-/.](0001|1900)(?: .*)?|(0001|1900)-01-01(?:[ T].*)?|0+[-/.]0+[-/.]0+", teks(x))
        is not None
    )


@lru_cache(maxsize=4096)
def _baca(isi: str) -> date | None:
    if cocok := _ANGKA.fullmatch(isi):
        hari, bulan, tahun = int(cocok[1]), int(cocok[2]), int(cocok[3])
    elif cocok := _ISO.fullmatch(isi):
        tahun, bulan, hari = int(cocok[1]), int(cocok[2]), int(cocok[3])
    elif cocok := _KATA.fullmatch(isi):
        hari, bulan, tahun = int(cocok[1]), _BULAN.get(cocok[2][:3].casefold(), 0), int(cocok[3])
    else:
        return _serial(float(isi)) if _SERIAL.fullmatch(isi) else None
    try:
        return _wajar(date(tahun, bulan, hari))
    except ValueError:
        return None


def _serial(x: float) -> date | None:
    """A day number of a spreadsheet, 20000 (1954) to 69999 (2091); another number is no date."""
    return _HARI_NOL + timedelta(days=int(x)) if 20_000 <= x < 70_000 and x.is_integer() else None


def _wajar(d: date) -> date | None:
    return d if PALING_AWAL <= d <= PALING_AKHIR else None
