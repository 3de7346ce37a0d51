"""The mark of purpose can be seen on every paper, white or nearly black, and what lies under it can still be read."""

from __future__ import annotations

import pypdfium2
import pytest
from chalicelib.documents.cap import cap
from chalicelib.documents.pratinjau_anak import bercap
from fpdf import FPDF
from PIL import Image, ImageDraw

KATA = "Untuk kenaikan pangkat, BKPSDM Kabupaten Ngawi"
WARNA = {
    "putih": (255, 255, 255),
    "kertas": (236, 232, 220),
    "kelabu": (128, 128, 128),
    "gelap": (40, 40, 40),
    "hitam": (8, 8, 8),
}


def _terang(warna: tuple[int, ...]) -> float:
    """Relative luminance (WCAG 2.2)."""
    r, g, b = ((c / 255 / 12.92) if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in warna)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def beda(a: tuple[int, ...], b: tuple[int, ...]) -> float:
    satu, dua = sorted((_terang(a), _terang(b)))
    return (dua + 0.05) / (satu + 0.05)


def lembar_pdf(warna: tuple[int, int, int]) -> bytes:
    pdf = FPDF(unit="pt", format=(595, 842))
    pdf.add_page()
    pdf.set_fill_color(*warna)
    pdf.rect(0, 0, 595, 842, style="F")
    return bytes(pdf.output())


def warna_cap(gambar: Image.Image, dasar: tuple[int, ...]) -> tuple[int, ...]:
    """The colour (rounded), held by at least one pixel in a thousand, that stands off most from the paper."""
    bulat = gambar.convert("RGB").point(lambda n: n // 32 * 32 + 16)
    hitung = bulat.getcolors(gambar.width * gambar.height) or []
    cukup = [w for n, w in hitung if n * 1000 > gambar.width * gambar.height]
    return max(cukup, key=lambda w: beda(w, dasar))


@pytest.mark.parametrize("nama", WARNA)
def test_on_a_page_image_it_stands_off_from_any_paper(nama):
    dasar = WARNA[nama]
    lembar = bercap(Image.new("RGB", (720, 1018), dasar), KATA)
    assert beda(warna_cap(lembar, dasar), dasar) > 1.5


@pytest.mark.parametrize("nama", WARNA)
def test_on_a_copy_it_stands_off_from_any_paper(nama):
    dasar = WARNA[nama]
    isi = cap(lembar_pdf(dasar), KATA)
    lembar = pypdfium2.PdfDocument(isi)[0].render(scale=2).to_pil()
    assert beda(warna_cap(lembar, dasar), dasar) > 1.5


def test_black_writing_under_it_stays_readable():
    """Writing as wide as the page, under the mark everywhere: it keeps a contrast of 3 to the mark that crosses it."""
    asli = Image.new("RGB", (720, 1018), "white")
    ImageDraw.Draw(asli).rectangle((0, 0, 720, 1018), fill="black")
    di_hitam = warna_cap(bercap(asli, KATA), (0, 0, 0))
    di_putih = warna_cap(bercap(Image.new("RGB", (720, 1018), "white"), KATA), (255, 255, 255))
    assert beda(di_hitam, di_putih) > 3
