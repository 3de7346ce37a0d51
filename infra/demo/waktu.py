"""Months as whole numbers (year * 12 + month - 1): the careers of the demo move from one first of a month to the next."""

from __future__ import annotations

from datetime import date

BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip


def bulan_ke(d: date) -> int:
    """The month of a day."""
    return d.year * 12 + d.month - 1


def tanggal(bulan: int, hari: int = 1) -> date:
    """A day of a month."""
    return date(bulan // 12, bulan % 12 + 1, hari)


def periode(dari: int, sampai: int) -> list[int]:
    """Promotion dates in a span, both included: two a year, six from February 2024, twelve from October 2025 (domain 3.1)."""
    return [b for b in range(dari, sampai + 1) if b % 12 in _bulan_periode(b)]


def _bulan_periode(b: int) -> tuple[int, ...]:
    if b >= 2025 * 12 + 9:
        return tuple(range(12))
    return (1, 3, 5, 7, 9, 11) if b >= 2024 * 12 + 1 else (3, 9)


def tulis(d: date) -> str:
    """ "1 April 2026"."""
    return f"{d.day} {BULAN[d.month - 1]} {d.year}"


def garis(d: date) -> str:
    """ "01-04-2026", as SIASN writes dates."""
    return f"{d:%d-%m-%Y}"


def usia(lahir: date, pada: date) -> int:
    """Whole years."""
    return pada.year - lahir.year - ((pada.month, pada.day) < (lahir.month, lahir.day))
