"""Jadwal: which reminder falls on a day, and whether a desk has taken too long. Pure."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from chalicelib.rules.hari_kerja import hari_kerja, hari_wib
from schemas.jadwal import SLA
from schemas.usulan import Usulan

Libur = frozenset[date]


def masuk_kerja(hari: date, libur: Libur) -> bool:
    """Is the office open on this day?"""
    return hari.weekday() < 5 and hari not in libur


def ingatkan(hari: date, tenggat: date, sebelum: Collection[int], libur: Libur) -> int | None:
    """Days left when `tenggat` is to be called to mind today (`sebelum`: so many days ahead), else None.

    A reminder that would fall on a day off is given on the working day before: never too late to act on.
    """
    if not masuk_kerja(hari, libur):
        return None
    tutup = [hari]
    while not masuk_kerja(besok := tutup[-1] + timedelta(days=1), libur):
        tutup.append(besok)
    kena = any((tenggat - h).days in sebelum for h in tutup)
    return (tenggat - hari).days if kena and tenggat > hari else None


def lewat(u: Usulan, hari: date, libur: Libur) -> int:
    """Working days beyond what its desk may take; 0 within."""
    if (batas := SLA.get(u.status)) is None:
        return 0
    return max(0, hari_kerja(hari_wib(u.sejak), hari, libur) - batas)
