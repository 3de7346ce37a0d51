"""The child of kecilkan: a limit and a PDF on standard input, the smaller PDF (or nothing) on standard output."""

from __future__ import annotations

import sys

from chalicelib.documents.anak import batasi
from chalicelib.documents.lembar import TITIK, jadikan_pdf

DETIK, MEMORI = 60, 1_500_000_000
BATAS_HALAMAN = 50


def utama() -> None:
    """Draw every page again; falls when a limit is met or the pages do not fit."""
    batasi(DETIK, MEMORI)
    import pypdfium2

    batas = int(sys.stdin.buffer.readline())
    dokumen = pypdfium2.PdfDocument(sys.stdin.buffer.read())
    if len(dokumen) > BATAS_HALAMAN:
        return
    halaman = (
        h.render(scale=TITIK / max(1.0, *h.get_size())).to_pil() for h in (dokumen[i] for i in range(len(dokumen)))
    )
    sys.stdout.buffer.write(jadikan_pdf(halaman, batas))
