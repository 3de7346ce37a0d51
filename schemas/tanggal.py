"""Dates, years of service and money as the office writes them."""

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


def tulis_mkg(mkg: tuple[int, int] | None) -> str:
    """Masa kerja golongan, (years, months): "12 tahun 1 bulan"; "" unknown."""
    return f"{mkg[0]} tahun {mkg[1]} bulan" if mkg else ""
