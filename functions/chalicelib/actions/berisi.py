"""Berisi: a page that is not empty, of a list from which the asker sees a part only."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from schemas.dasar import Halaman

T = TypeVar("T")
DIBACA = 5
"""Pages read at most for one that holds something; what is behind them stands behind its cursor."""


def berisi(baca: Callable[[str | None], Halaman[T]], kursor: str | None) -> Halaman[T]:
    """What `baca` gives from this cursor on, or from the first of the next pages of which he sees anything."""
    halaman = baca(kursor)
    for _ in range(DIBACA - 1):
        if halaman.isi or not halaman.kursor:
            break
        halaman = baca(halaman.kursor)
    return halaman
