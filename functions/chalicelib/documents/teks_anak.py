"""The child of teks: a PDF on standard input, the text of its first pages on standard output."""

from __future__ import annotations

import sys

from chalicelib.documents.anak import batasi

DETIK, MEMORI = 10, 1_000_000_000
BATAS_HALAMAN, BATAS_TEKS = 20, 8_000
"""Pages, and characters of each, that are read."""


def utama() -> None:
    """Read page after page; what was written before a limit is met has arrived."""
    batasi(DETIK, MEMORI)
    import pypdfium2

    dokumen = pypdfium2.PdfDocument(sys.stdin.buffer.read())
    for nomor in range(min(len(dokumen), BATAS_HALAMAN)):
        teks = dokumen[nomor].get_textpage().get_text_bounded()[:BATAS_TEKS]
        sys.stdout.buffer.write(teks.encode(errors="replace") + b"\n")
