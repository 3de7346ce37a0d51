"""Pemeriksaan: what a file must be before it is received. Bytes in, facts out, or a refusal that says what to do.

Signature fields are welcome, since decrees signed electronically must pass and stay byte for byte.
"""

from __future__ import annotations

import io
import warnings
from typing import Any, NamedTuple

from chalicelib.documents.tolak_berkas import hindari_cetak, tolak
from chalicelib.galat import TakSah

JUTA = 1_000_000
PIKSEL = 60 * JUTA
FORMAT = ("JPEG", "PNG", "WEBP", "TIFF")
"""What Pillow may take a photo for, and nothing else of the many that it knows."""
_GAMBAR = {
    b"\xff\xd8\xff": "image/jpeg", b"\x89PNG\r\n\x1a\n": "image/png", b"II*\0": "image/tiff", b"MM\0*": "image/tiff",
}  # fmt: skip
_ASING = {b"PK\x03\x04": "zip", b"Rar!": "zip", b"7z\xbc\xaf": "zip", b"\xd0\xcf\x11\xe0": "kantor"}
_HEIF = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif")


class HasilPeriksa(NamedTuple):
    """What a file is: media type, pages, whether somebody signed it electronically."""

    tipe: str
    halaman: int
    bertanda_tangan: bool


def kenali(isi: bytes) -> str | None:
    """Media type by the bytes at position 0; None when it is none of ours."""
    if isi[:5] == b"%PDF-":
        return "application/pdf"
    if isi[:4] == b"RIFF" and isi[8:12] == b"WEBP":
        return "image/webp"
    return next((tipe for awal, tipe in _GAMBAR.items() if isi.startswith(awal)), None)


def periksa(isi: bytes, *, batas_halaman: int) -> HasilPeriksa:
    """Check a PDF. Raises TakSah with one of the codes of `tolak_berkas`."""
    if not isi:
        raise tolak("kosong")
    if kenali(isi) != "application/pdf":
        raise tolak(_apa(isi))
    if b"%%EOF" not in isi[-2048:]:
        raise tolak("terpotong")
    from chalicelib.documents.telusur import telusuri

    try:
        halaman, bertanda_tangan = telusuri(isi, batas_halaman)
    except TakSah as galat:
        # A guess from the bytes, for the advice alone: a printed copy would be a decree without its signature.
        if b"/ByteRange" in isi:
            raise hindari_cetak(galat) from galat
        raise
    return HasilPeriksa("application/pdf", halaman, bertanda_tangan)


def _apa(isi: bytes) -> str:
    """The code that names what a file is which is no PDF."""
    if kenali(isi):
        return "gambar"
    if b"%PDF-" in isi[:2048]:
        return "tersembunyi"
    if isi[4:8] == b"ftyp" and isi[8:12] in _HEIF:
        return "heic"
    asing = next((kode for awal, kode in _ASING.items() if isi.startswith(awal)), "bukan-pdf")
    surat = asing == "zip" and any(f in isi[:8192] for f in (b"[Content_Types].xml", b"opendocument"))
    return "kantor" if surat else asing


def periksa_gambar(isi: bytes, *, batas_halaman: int = 1) -> HasilPeriksa:
    """What a photo says of itself, by its head alone: not absurdly large. A TIFF may have pages. Raises TakSah.

    Whether it can be read to its last row is found by the child that makes the page of it (`pindai`).
    """
    from PIL import Image

    tipe = kenali(isi)
    if tipe is None or tipe == "application/pdf":
        raise tolak("bukan-gambar")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(isi), formats=FORMAT) as gambar:
                halaman = _halaman(gambar, batas_halaman)
                ukuran = gambar.width * gambar.height
    except TakSah:
        raise
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as sebab:
        raise tolak("gambar-besar", f"Paling besar {PIKSEL // JUTA} megapiksel.") from sebab
    except Exception as sebab:
        raise tolak(kode_rusak(tipe)) from sebab
    if ukuran > PIKSEL:
        raise tolak("gambar-besar", f"{ukuran // JUTA} megapiksel; paling besar {PIKSEL // JUTA}.")
    return HasilPeriksa(tipe, halaman, False)


def kode_rusak(tipe: str) -> str:
    """The code of a picture that cannot be read: a scanner's TIFF is no photo, and is put right at the scanner."""
    return "tiff" if tipe == "image/tiff" else "gambar-rusak"


def _halaman(gambar: Any, batas: int) -> int:
    """Pages of a TIFF, by stepping from one to the next no further than the limit; anything else is one."""
    if gambar.format != "TIFF":
        return 1
    for nomor in range(batas + 1):
        try:
            gambar.seek(nomor)
        except EOFError:
            gambar.seek(0)
            return nomor
    raise tolak("tiff", f"Paling banyak {batas} halaman.")
