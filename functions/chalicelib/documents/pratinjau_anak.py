"""Anak: the child that draws pages: a line and a PDF on standard input; for each image a line [page, width, bytes] and then the bytes; [] at the end.

The first line holds the words to mark them by: each image comes a second time, its width negative, with them across it. It may be empty.
"""

from __future__ import annotations

import io
import json
import sys
from typing import Any

from chalicelib.documents.anak import batasi
from chalicelib.documents.kunci import LEBAR
from chalicelib.documents.rupa import rupa

DETIK = 60
MEMORI = 1_500_000_000
BATAS_HALAMAN = 50
_GELAP = 80
TEKS = 8_000
"""Characters of a page that are read."""
_MERAH, _DI_GELAP, _MIRING = (255, 140, 140), (150, 50, 50), 10
"""The mark: its red, its red where the page is dark (below _GELAP of 255), and how many degrees aslant: a long line must fit into a
narrow page."""


def utama() -> None:
    """Read, draw, leave."""
    cap = sys.stdin.buffer.readline().decode().strip()
    batasi(DETIK * (2 if cap else 1), MEMORI)
    import pypdfium2

    dokumen = pypdfium2.PdfDocument(sys.stdin.buffer.read())
    for nomor in range(min(len(dokumen), BATAS_HALAMAN)):
        halaman = dokumen[nomor]
        for lebar in LEBAR:
            gambar = halaman.render(scale=lebar / max(1.0, halaman.get_width())).to_pil().convert("RGB")
            _kirim([nomor + 1, lebar], _webp(gambar))
            if cap:
                _kirim([nomor + 1, -lebar], _webp(bercap(gambar, cap)))
        # The last one drawn is the widest.
        lihat = {"teks": halaman.get_textpage().get_text_bounded()[:TEKS], "rupa": rupa(gambar)}
        _kirim([nomor + 1, 0], json.dumps(lihat).encode())
    _kirim([], b"")


def _kirim(apa: list[int], isi: bytes) -> None:
    sys.stdout.buffer.write(json.dumps([*apa, len(isi)] if apa else []).encode() + b"\n" + isi)
    sys.stdout.buffer.flush()


def bercap(gambar: Any, kata: str) -> Any:
    """A copy with `kata` aslant across it three times. What is dark stays darker than the mark, so all that is under it can be
    read, and on a nearly black page the mark is the lighter one; without soft edges, which would make the image of a born-digital
    page several times as heavy."""
    from PIL import Image, ImageChops, ImageDraw, ImageFont

    lebar, tinggi = gambar.size
    baris = Image.new("1", (lebar, max(1, tinggi // 3)))
    pena = ImageDraw.Draw(baris)
    pena.fontmode = "1"
    huruf = ImageFont.load_default(lebar / 34)
    pena.text((lebar // 2, baris.height // 2), kata, fill=1, font=huruf, anchor="mm")
    baris = baris.rotate(_MIRING)
    lapis = Image.new("RGB", gambar.size, "white")
    tanda = Image.new("1", gambar.size)
    for n in range(3):
        tanda.paste(1, (0, n * tinggi // 3), baris)
    lapis.paste(_MERAH, mask=tanda)
    hasil = ImageChops.multiply(gambar, lapis)
    hasil.paste(_DI_GELAP, mask=ImageChops.logical_and(tanda, gambar.convert("L").point(lambda n: n < _GELAP, "1")))
    return hasil


def _webp(gambar: Any) -> bytes:
    """Lossy for scans, lossless for born-digital text: whichever is smaller. (Method 4 saves 4 % and takes twice as long.)"""
    hasil = []
    for pilihan in ({"quality": 60, "method": 2}, {"lossless": True, "quality": 60, "method": 2}):
        wadah = io.BytesIO()
        gambar.save(wadah, "WEBP", **pilihan)
        hasil.append(wadah.getvalue())
    return min(hasil, key=len)
