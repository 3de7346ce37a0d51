"""Keys in storage. Made by us; they never hold a person's name, NIP or the original file name."""

from __future__ import annotations

LEBAR = (240, 720, 1440)
"""Widths of page images, pixels: list, phone, desktop zoom (frontend measurements)."""


def masuk(id_: str) -> str:
    """Where an upload arrives before it is checked."""
    return f"masuk/{id_}"


def isi(sha256: str) -> str:
    """Where a received document lies, under its own hash."""
    return f"berkas/{sha256[:2]}/{sha256}"


def pratinjau(sha256: str, halaman: int, lebar: int) -> str:
    """One page image."""
    return f"pratinjau/{sha256}/{halaman}-{lebar}.webp"


def cetak(id_: str) -> str:
    """Something printed for a moment: a letter, a receipt, a slip."""
    return f"cetak/{id_}.pdf"


def cuplikan(id_: str) -> str:
    """A snapshot of names for the search."""
    return f"cuplikan/{id_}"
