"""Who decides on a new rank, and which office of BKN gives its Pertek (domain 4)."""

from __future__ import annotations

from datetime import date

from schemas.aturan import Aturan
from schemas.aturan_baris import BarisPenandatangan
from schemas.golongan import Golongan


def penandatangan(gol: Golongan, tmt: date, aturan: Aturan) -> BarisPenandatangan | None:
    """The row for a new rank on its TMT; None for I/a, to which nobody is promoted."""
    return aturan.pada(tmt).penandatangan.get(gol)
