"""Cap: a visible mark of purpose over every page of a copy (domain 10): what was given for one thing is not used for another."""

from __future__ import annotations

import io

from chalicelib.galat import TakSah

_UKURAN, _TEPI = 13, 0.3
"""Points: the letters of the mark, and their white edge, by which they are seen on a dark page."""


def cap(isi: bytes, kata: str) -> bytes:
    """A copy of the PDF with `kata` across every page, light enough to read what is under it.

    Raises TakSah `cap-gagal`: the document opens, but its pages cannot be drawn upon (one of a few points, a broken content).
    """
    try:
        return _cap(isi, kata)
    except Exception as sebab:  # a stranger made the file, and either library may stumble over it in its own way
        raise TakSah(
            "Dokumen ini tidak dapat diberi cap tujuan, jadi salinannya tidak diberikan.",
            kode="cap-gagal",
            petunjuk="Minta pemiliknya mengunggah pindaian baru.",
        ) from sebab


def _cap(isi: bytes, kata: str) -> bytes:
    from pypdf import PdfReader, PdfWriter  # both libraries are slow to load, and few requests need them

    tulis = PdfWriter(clone_from=PdfReader(io.BytesIO(isi)))
    for halaman in tulis.pages:
        if halaman.rotation:
            halaman.transfer_rotation_to_content()
        kotak = halaman.mediabox
        lapis = PdfReader(io.BytesIO(_lapis(kata, float(kotak.width), float(kotak.height)))).pages[0]
        halaman.merge_translated_page(lapis, float(kotak.left), float(kotak.bottom))
    wadah = io.BytesIO()
    tulis.write(wadah)
    return wadah.getvalue()


def _lapis(kata: str, lebar: float, tinggi: float) -> bytes:
    from fpdf import FPDF
    from fpdf.enums import TextMode

    pdf = FPDF(unit="pt", format=(lebar, tinggi))
    pdf.set_auto_page_break(False)
    pdf.add_page()
    pdf.set_font("Helvetica", "B", _UKURAN * min(1.5, max(0.5, lebar / 595)))
    pdf.set_text_color(190, 0, 0)
    pdf.set_draw_color(255, 255, 255)
    pdf.set_line_width(_TEPI)
    aman = kata.encode("latin-1", "replace").decode("latin-1")
    with pdf.local_context(fill_opacity=0.45, stroke_opacity=0.6, text_mode=TextMode.FILL_STROKE):
        for i in range(1, 5):
            y = tinggi * i / 5
            with pdf.rotation(25, lebar / 2, y):
                pdf.set_xy(lebar * 0.05, y - 20)
                pdf.multi_cell(lebar * 0.9, 16, aman, align="C")
    return bytes(pdf.output())
