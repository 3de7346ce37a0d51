"""How a page looks: written pages upright raise no suspicion; empty, upside-down and lying ones do."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from chalicelib.documents.rupa import rupa
from fpdf import FPDF
from PIL import Image, ImageFilter

KALIMAT = (
    "Menimbang bahwa pegawai negeri sipil yang namanya tersebut dalam keputusan ini memenuhi syarat dan dipandang cakap "
    "untuk dinaikkan pangkatnya setingkat lebih tinggi. Mengingat Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara. "
)


def halaman(huruf: str = "Helvetica", kali: int = 12, titik: int = 12) -> Image.Image:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font(huruf, size=titik)
    for _ in range(kali):
        pdf.multi_cell(0, titik / 2, KALIMAT, new_x="LMARGIN", new_y="NEXT")
        pdf.ln(3)
    lembar = pypdfium2.PdfDocument(io.BytesIO(bytes(pdf.output())))[0]
    return lembar.render(scale=1440 / lembar.get_width()).to_pil().convert("RGB")


def pindaian(g: Image.Image) -> Image.Image:
    """As a scanner gives it: grey paper, soft, noisy."""
    derau = Image.effect_noise(g.size, 12).convert("RGB")
    return Image.blend(g.filter(ImageFilter.GaussianBlur(1)), derau, 0.12)


@pytest.mark.parametrize("huruf", ["Helvetica", "Times"])
@pytest.mark.parametrize("kali", [4, 12])
def test_a_page_of_writing_shows_which_way_it_lies(huruf, kali):
    g = halaman(huruf, kali)
    assert rupa(g) == ""
    assert rupa(g.rotate(180)) == "terbalik"
    assert rupa(g.rotate(90, expand=True)) == "miring"


def test_a_typewriters_page_may_pass_upside_down_but_never_alarms_upright():
    g = halaman("Courier", 8)
    assert rupa(g) == ""
    assert rupa(g.rotate(90, expand=True)) == "miring"


def test_a_clean_scan_is_judged_like_print():
    g = pindaian(halaman("Times"))
    assert rupa(g) == ""
    assert rupa(g.rotate(180)) == "terbalik"


@pytest.mark.parametrize("kertas", [(255, 255, 255), (236, 230, 214)])
def test_an_empty_sheet_looks_empty(kertas):
    g = Image.new("RGB", (1440, 2036), kertas)
    assert rupa(g) == "kosong"
    assert rupa(pindaian(g)) == "kosong"


def test_a_photograph_is_no_reason_for_alarm():
    assert rupa(Image.effect_noise((1440, 2036), 80).convert("RGB")) in ("", "kosong")
