"""Lembar: page pictures -> one A4 PDF within a limit of bytes, for photos that arrive raw and for copies that BKN takes.

150 dpi and quality about 60 read as well as more (measured in stack research); quality falls first, pixels last.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from fpdf import FPDF
from PIL import Image

from chalicelib.galat import TerlaluBesar

TITIK = 1754
"""Pixels along the long side of an A4 page at 150 dpi."""
MUTU = (75, 60, 45, 35, 25)
KECIL = (1.0, 0.8, 0.65)
_A4 = (210.0, 297.0)
SAAT = datetime(2026, 1, 1, tzinfo=UTC)


def jadikan_pdf(halaman: Iterable[Image.Image], batas: int) -> bytes:
    """One PDF of at most `batas` bytes, each picture as large as fits on its A4 page. Raises TerlaluBesar when none fits."""
    gambar = [_pas(g) for g in halaman]
    for skala in KECIL:
        sedia = gambar if skala == 1.0 else [g.resize((int(g.width * skala), int(g.height * skala))) for g in gambar]
        for mutu in MUTU:
            jpeg = [_jpeg(g, mutu) for g in sedia]
            # The wrapping is some hundred bytes a page.
            if sum(map(len, jpeg)) < batas and len(pdf := _susun(jpeg)) <= batas:
                return pdf
    raise TerlaluBesar(
        f"Halaman-halaman ini tidak muat dalam {batas / 1e6:.1f} MB.".replace(".", ",", 1),
        kode="tidak-muat",
        petunjuk="Kirim hanya halaman yang diminta.",
    )


def _pas(g: Image.Image) -> Image.Image:
    """At most 150 dpi on A4; grey stays grey."""
    if g.mode not in ("L", "RGB"):
        g = g.convert("RGB")
    skala = min(1.0, TITIK / max(g.size))
    return g if skala == 1.0 else g.resize((max(1, int(g.width * skala)), max(1, int(g.height * skala))))


def _jpeg(g: Image.Image, mutu: int) -> bytes:
    wadah = io.BytesIO()
    g.save(wadah, "JPEG", quality=mutu, optimize=True)
    return wadah.getvalue()


def _susun(jpeg: Sequence[bytes]) -> bytes:
    """JPEGs as they are, each on its own A4 page, upright or lying as the picture is."""
    pdf = FPDF(format="A4")
    # The same pictures give the same bytes: a copy made twice is one file.
    pdf.set_creation_date(SAAT)
    pdf.set_auto_page_break(False)
    for satu in jpeg:
        with Image.open(io.BytesIO(satu)) as g:
            lebar, tinggi = g.size
        lx, ly = _A4 if tinggi >= lebar else _A4[::-1]
        pdf.add_page(orientation="P" if tinggi >= lebar else "L")
        skala = min(lx / lebar, ly / tinggi)
        x, y = lebar * skala, tinggi * skala
        pdf.image(io.BytesIO(satu), x=(lx - x) / 2, y=(ly - y) / 2, w=x, h=y)
    return bytes(pdf.output())
