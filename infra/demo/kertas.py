"""Paper: letterhead, paragraphs, lists, tables, signatures, and the word CONTOH across every page. Same bytes every time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from random import Random
from typing import NamedTuple

from fpdf import FPDF
from fpdf.enums import XPos, YPos
from fpdf.fonts import FontFace

FOLIO = (215.0, 330.0)
"""F4, the paper of Indonesian offices, in mm."""
KAKI = "CONTOH untuk mencoba SIKAP. Bukan dokumen resmi; orang dan nomor di dalamnya dikarang."


class Blok(NamedTuple):
    """A piece of a page: jenis "judul", "tengah", "teks", "pasangan", "butir", "tabel", "spasi" or "halaman" (a new page)."""

    jenis: str
    isi: Sequence[Sequence[str]] = ()


class Tanda(NamedTuple):
    """Who signs, where and when."""

    tempat_tanggal: str
    jabatan: str
    nama: str
    nip: str = ""
    elektronik: bool = False


class Naskah(NamedTuple):
    """One document: letterhead lines (first is small, second large), blocks, signature, turned sideways or not."""

    kop: tuple[str, ...]
    blok: Sequence[Blok]
    tanda: Tanda | None = None
    lanskap: bool = False


class Kertas(FPDF):
    """fpdf2 with the habits of an office."""

    def __init__(self, *, lanskap: bool, acak: Random) -> None:
        super().__init__("L" if lanskap else "P", "mm", FOLIO)
        self.acak = acak
        self.set_margins(22, 16, 20)
        self.set_auto_page_break(True, 18)
        self.set_creation_date(datetime(2026, 1, 1, tzinfo=UTC))
        self.set_producer("SIKAP contoh")

    def header(self) -> None:
        """CONTOH, pale, beneath the text."""
        self.set_font("Helvetica", "B", 88)
        self.set_text_color(228, 214, 214)
        with self.rotation(52 if self.h > self.w else 32, self.w / 2, self.h / 2):
            self.text(self.w / 2 - self.get_string_width("CONTOH") / 2, self.h / 2 + 12, "CONTOH")
        self.set_text_color(0, 0, 0)

    def footer(self) -> None:
        """What this paper is not."""
        self.set_y(-13)
        self.set_font("Helvetica", "I", 7.5)
        self.set_text_color(150, 60, 60)
        self.cell(0, 5, f"{KAKI}  Halaman {self.page_no()}", align="C")
        self.set_text_color(0, 0, 0)

    def kop(self, baris: tuple[str, ...]) -> None:
        """Letterhead with a made-up emblem and the double line."""
        self.set_draw_color(60, 60, 60)
        self.ellipse(24, 15, 19, 19)
        self.ellipse(27, 18, 13, 13)
        self.set_font("Times", "B", 8)
        self.text(28.2, 25.6, "contoh")
        for i, teks in enumerate(baris):
            self.set_font("Times", "B" if i < 2 else "", (13, 16)[i] if i < 2 else 9.5)
            self.set_x(44)
            self.multi_cell(self.w - 66, 6.4 if i < 2 else 4.6, teks, align="C", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        y = max(self.get_y() + 2, 37)
        self.set_line_width(0.8)
        self.line(22, y, self.w - 20, y)
        self.set_line_width(0.2)
        self.line(22, y + 1.1, self.w - 20, y + 1.1)
        self.set_y(y + 5)

    def tulis(self, b: Blok) -> None:
        """Write one block."""
        {
            "judul": self._judul,
            "tengah": self._tengah,
            "teks": self._teks,
            "pasangan": self._pasangan,
            "butir": self._butir,
            "tabel": self._tabel,
            "spasi": self._spasi,
            "halaman": self._halaman,
        }[b.jenis](b.isi)

    def _judul(self, isi: Sequence[Sequence[str]]) -> None:
        for i, (teks,) in enumerate(isi):
            self.set_font("Times", "B" if i == 0 else "", 12)
            self.multi_cell(0, 5.6, teks, align="C", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.ln(3)

    def _tengah(self, isi: Sequence[Sequence[str]]) -> None:
        for (teks,) in isi:
            self.set_font("Times", "B", 15)
            self.multi_cell(0, 8, teks, align="C", new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def _teks(self, isi: Sequence[Sequence[str]]) -> None:
        self.set_font("Times", "", 11)
        for (teks,) in isi:
            self.multi_cell(0, 5.3, teks, align="J", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
            self.ln(1.6)

    def _pasangan(self, isi: Sequence[Sequence[str]]) -> None:
        self.set_font("Times", "", 11)
        for label, nilai in isi:
            self.set_x(30)
            self.cell(52, 5.3, label)
            self.cell(4, 5.3, ":")
            self.multi_cell(0, 5.3, nilai, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.ln(2)

    def _butir(self, isi: Sequence[Sequence[str]]) -> None:
        self.set_font("Times", "", 11)
        for kepala, teks in isi:
            self.cell(30, 5.3, kepala)
            self.multi_cell(0, 5.3, teks, align="J", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
            self.ln(0.8)
        self.ln(2)

    def _tabel(self, isi: Sequence[Sequence[str]]) -> None:
        self.set_font("Times", "", 10)
        with self.table(line_height=5.2, text_align="LEFT", headings_style=FontFace(emphasis="BOLD", fill_color=(238, 238, 238))) as t:  # fmt: skip
            for baris in isi:
                t.row(baris)
        self.ln(4)

    def _spasi(self, isi: Sequence[Sequence[str]]) -> None:
        self.ln(6)

    def _halaman(self, isi: Sequence[Sequence[str]]) -> None:
        self.add_page()

    def tanda(self, t: Tanda) -> None:
        """The signature block, right: a scrawl and a round stamp, or the box of an electronic signature."""
        if self.get_y() > self.h - 70:
            self.add_page()
        x = self.w - 98
        self.set_font("Times", "", 11)
        for teks in (t.tempat_tanggal, f"{t.jabatan},"):
            self.set_x(x)
            self.multi_cell(80, 5.3, teks, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        y = self.get_y() + 2
        self._elektronik(x, y) if t.elektronik else self._basah(x, y)
        self.set_y(y + 22)
        for i, teks in enumerate(filter(None, (t.nama, f"NIP {t.nip}" if t.nip else ""))):
            self.set_font("Times", "BU" if i == 0 else "", 11)
            self.set_x(x)
            self.multi_cell(80, 5.3, teks, new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def _basah(self, x: float, y: float) -> None:
        self.set_draw_color(40, 50, 140)
        self.set_line_width(0.45)
        titik = [(x + 6 + i * 3.1, y + 10 + self.acak.uniform(-8, 8)) for i in range(12)]
        self.polyline(titik)
        self.set_draw_color(120, 60, 150)
        self.ellipse(x - 14, y - 2, 24, 24)
        self.ellipse(x - 11, y + 1, 18, 18)
        self.set_font("Helvetica", "B", 7)
        self.set_text_color(120, 60, 150)
        self.text(x - 8.2, y + 11, "CONTOH")
        self.set_text_color(0, 0, 0)
        self.set_draw_color(0, 0, 0)
        self.set_line_width(0.2)

    def _elektronik(self, x: float, y: float) -> None:
        self.rect(x, y, 74, 18)
        for i in range(9):
            for j in range(9):
                if self.acak.random() < 0.5:
                    self.rect(x + 2 + i * 1.55, y + 2 + j * 1.55, 1.55, 1.55, style="F")
        self.set_font("Helvetica", "", 7)
        self.text(x + 19, y + 8, "Tempat tanda tangan elektronik")
        self.text(x + 19, y + 12, "(contoh, tanpa sertifikat)")


def cetak(n: Naskah, benih: str) -> bytes:
    """The PDF of a document; `benih` moves the pen of the signature."""
    kertas = Kertas(lanskap=n.lanskap, acak=Random(benih))
    kertas.add_page()
    kertas.kop(n.kop)
    for b in n.blok:
        kertas.tulis(b)
    if n.tanda:
        kertas.ln(4)
        kertas.tanda(n.tanda)
    return bytes(kertas.output())
