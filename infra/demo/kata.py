"""Numbers in words and money, as decrees print them."""

from __future__ import annotations

_SATUAN = ("", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")


def terbilang(n: int) -> str:
    """2933200 -> "dua juta sembilan ratus tiga puluh tiga ribu dua ratus"."""
    return " ".join(_kata(n).split())


def _kata(n: int) -> str:
    if n < 12:
        return _SATUAN[n]
    if n < 20:
        return f"{_SATUAN[n - 10]} belas"
    if n < 100:
        return f"{_SATUAN[n // 10]} puluh {_kata(n % 10)}"
    if n < 200:
        return f"seratus {_kata(n - 100)}"
    if n < 1000:
        return f"{_SATUAN[n // 100]} ratus {_kata(n % 100)}"
    if n < 2000:
        return f"seribu {_kata(n - 1000)}"
    if n < 1_000_000:
        return f"{_kata(n // 1000)} ribu {_kata(n % 1000)}"
    return f"{_kata(n // 1_000_000)} juta {_kata(n % 1_000_000)}"


def rupiah(n: int) -> str:
    """ "Rp2.933.200"."""
    return f"Rp{n:,}".replace(",", ".")
