"""Dates, years of service, large numbers and money as the office writes them."""

from __future__ import annotations

import re
from datetime import date

BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
_HARI = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def tanggal_panjang(hari: date) -> str:
    """ "1 Agustus 2027"."""
    return f"{hari.day} {BULAN[hari.month - 1]} {hari.year}"


def hari_tertulis(teks: str) -> str:
    """A day as a machine writes it ("2027-08-01") in words. Anything else stays as it is, also what only looks like a day."""
    try:
        return tanggal_panjang(date.fromisoformat(teks)) if _HARI.fullmatch(teks) else teks
    except ValueError:
        return teks


def ribuan(angka: int) -> str:
    """ "2.933.200"."""
    return f"{angka:,}".replace(",", ".")


def rupiah(jumlah: int) -> str:
    """ "Rp2.933.200"."""
    return f"Rp{ribuan(jumlah)}"


def tulis_mkg(mkg: tuple[int, int] | None) -> str:
    """Masa kerja golongan, (years, months): "12 tahun 1 bulan"; "" unknown."""
    return f"{mkg[0]} tahun {mkg[1]} bulan" if mkg else ""
