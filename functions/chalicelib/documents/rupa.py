"""Rupa: does a page look empty, upside down or lying on its side? A guess from its picture; it decides nothing.

Rows of writing upright have more ink above their middle band (capitals, ascenders, digits) than below it (descenders);
rows of ink alternate strongly where lines are level, columns where the page lies on its side.
"""

from __future__ import annotations

from itertools import groupby
from statistics import pvariance

from PIL import Image

TINTA = 55
"""How much darker than the paper ink is, of 255."""
KOSONG = 0.0006
"""Share of inked pixels below which a page looks empty."""
BARIS = (6, 60)
"""Height of a row of writing in pixels, at 1440 wide."""


def rupa(gambar: Image.Image) -> str:
    """ "" nothing strange, else "kosong", "terbalik" (180 degrees) or "miring" (90)."""
    abu = gambar.convert("L")
    histogram = abu.histogram()
    kertas = max(range(128, 256), key=histogram.__getitem__)
    ambang = kertas - TINTA
    if sum(histogram[: max(0, ambang)]) < KOSONG * abu.width * abu.height:
        return "kosong"
    tinta = abu.point([255 if i < ambang else 0 for i in range(256)])
    baris = _rata(tinta, (1, abu.height))
    if pvariance(_rata(tinta, (abu.width, 1))) > 2.5 * pvariance(baris):
        return "miring"
    return "terbalik" if _terbalik(baris) else ""


def _rata(tinta: Image.Image, ukuran: tuple[int, int]) -> list[int]:
    """Mean ink of each row or column, 0 to 255."""
    return list(tinta.resize(ukuran, Image.Resampling.BOX).tobytes())


def _terbalik(baris: list[int]) -> bool:
    atas = bawah = banyak = 0
    for ada, isi in groupby(baris, lambda t: t > 0):
        tinggi = list(isi)
        if not ada or not BARIS[0] <= len(tinggi) <= BARIS[1]:
            continue
        inti = [i for i, t in enumerate(tinggi) if 2 * t >= max(tinggi)]
        atas += sum(tinggi[: inti[0]])
        bawah += sum(tinggi[inti[-1] + 1 :])
        banyak += 1
    return banyak >= 4 and bawah > 1.5 * max(1, atas)
