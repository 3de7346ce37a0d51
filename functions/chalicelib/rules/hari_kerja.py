"""Working days: Saturdays, Sundays and the holiday table do not count; all days are days of WIB (domain 9.1)."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

WIB = timezone(timedelta(hours=7), "WIB")


def hari_wib(saat: datetime) -> date:
    """The calendar day in Ngawi at this moment."""
    return saat.astimezone(WIB).date()


def hari_kerja(dari: date, sampai: date, libur: frozenset[date] = frozenset()) -> int:
    """Working days after `dari` up to and including `sampai`; 0 when it is the same day or earlier."""
    if sampai <= dari:
        return 0
    pekan, sisa = divmod((sampai - dari).days, 7)
    ekor = sum((sampai - timedelta(days=i)).weekday() < 5 for i in range(sisa))
    return pekan * 5 + ekor - sum(dari < h <= sampai and h.weekday() < 5 for h in libur)
