"""Pindai: a raw photo of a page, as it comes without the scanner of the site, becomes one A4 PDF within the limit.
A TIFF, as office scanners write it, becomes a PDF of all its pages.

Turned as the camera says, whitened where the sheet fills the picture, fitted to A4; corners are not searched here.
"""

from __future__ import annotations

from chalicelib.documents.anak import anak
from chalicelib.documents.pemeriksaan import HasilPeriksa, kode_rusak, periksa_gambar
from chalicelib.documents.tolak_berkas import tolak

DETIK = 40


def jadikan_pdf(isi: bytes, batas: int, *, batas_halaman: int = 1) -> tuple[HasilPeriksa, bytes]:
    """The photo as a PDF of at most `batas` bytes, and what it is. Raises TakSah: no photo, too large, too many pages, broken."""
    asal = periksa_gambar(isi, batas_halaman=batas_halaman)
    with anak("chalicelib.documents.pindai_anak", f"{batas}\n".encode() + isi, DETIK) as proses:
        assert proses.stdout is not None
        pdf = proses.stdout.read()
    # A child that fell in the middle leaves an end without its mark.
    if b"%%EOF" not in pdf[-32:] or len(pdf) > batas:
        raise tolak(kode_rusak(asal.tipe))
    return HasilPeriksa("application/pdf", asal.halaman, False), pdf
