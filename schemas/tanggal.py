"""Dates and money as the office writes them."""

from __future__ import annotations

from datetime import date

BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip


def tanggal_panjang(hari: date) -> str:
    """ "1 Agustus 2027"."""
    return f"{hari.day} {BULAN[hari.month - 1]} {hari.year}"


def rupiah(jumlah: int) -> str:
    """ "Rp2.933.200"."""
    return f"Rp{jumlah:,}".replace(",", ".")
