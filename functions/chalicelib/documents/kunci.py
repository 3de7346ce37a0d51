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


def pratinjau(sha256: str, halaman: int, lebar: int, *, cap: bool = False) -> str:
    """One page image, plain or with the mark of purpose over it."""
    return f"pratinjau/{sha256}/{halaman}-{lebar}{'-cap' if cap else ''}.webp"


def pratinjau_semua(sha256: str) -> str:
    """What the keys of all page images of a document begin with."""
    return f"pratinjau/{sha256}/"


def buang(sha256: str) -> str:
    """Where a document lies aside while it is being deleted."""
    return f"buang/{sha256}"


def cetak(id_: str) -> str:
    """Something printed for a moment: a letter, a receipt, a slip."""
    return f"cetak/{id_}.pdf"


def cetak_sejak(milidetik: int) -> str:
    """Where prints made at this Unix time begin: ids (ULID) begin with their time, so every older print sorts before it."""
    return "cetak/" + "".join(
        "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[(milidetik >> geser) & 31] for geser in range(45, -1, -5)
    )


def paket(id_: str, nama: str) -> str:
    """A part of a pack (a ZIP), or its plan and lists."""
    return f"paket/{id_}/{nama}"


def ringkas(sha256: str, batas: int) -> str:
    """A copy of a document made small enough for BKN, in bytes."""
    return f"ringkas/{sha256}-{batas}"


def ringkas_semua(sha256: str) -> str:
    """What the keys of all smaller copies of a document begin with."""
    return f"ringkas/{sha256}-"


def cuplikan(id_: str) -> str:
    """A snapshot of names for the search."""
    return f"cuplikan/{id_}"
