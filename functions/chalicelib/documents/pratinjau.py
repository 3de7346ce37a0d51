"""Pratinjau: page images of a PDF, drawn in a child process with limits, so that a bomb costs a child and no more."""

from __future__ import annotations

import io
import multiprocessing
import resource
from collections.abc import Iterator
from multiprocessing.connection import Connection
from typing import Any

from chalicelib.documents.kunci import LEBAR
from chalicelib.galat import TakSah

DETIK = 60
MEMORI = 1_500_000_000
BATAS_HALAMAN = 50
Gambar = tuple[int, int, bytes]
"""Page (1, 2, …), width in pixels, WebP."""


def buat(isi: bytes) -> Iterator[Gambar]:
    """Images of every page at each of LEBAR. Raises TakSah when the pages cannot be drawn within the limits."""
    cara = multiprocessing.get_context("spawn")
    sini, sana = cara.Pipe(duplex=False)
    anak = cara.Process(target=_anak, args=(sana, isi), daemon=True)
    anak.start()
    sana.close()
    try:
        while True:
            if not sini.poll(DETIK):
                raise _tak_tergambar()
            try:
                satu = sini.recv()
            except EOFError:
                raise _tak_tergambar() from None
            if satu is None:
                return
            yield satu
    finally:
        anak.kill()
        anak.join()
        sini.close()


def _tak_tergambar() -> TakSah:
    return TakSah("Halaman dokumen ini tidak dapat digambar.", kode="pratinjau", petunjuk="Buka PDF aslinya.")


def _anak(kirim: Connection, isi: bytes) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORI, MEMORI))
    resource.setrlimit(resource.RLIMIT_CPU, (DETIK, DETIK))
    import pypdfium2

    dokumen = pypdfium2.PdfDocument(isi)
    for nomor in range(min(len(dokumen), BATAS_HALAMAN)):
        halaman = dokumen[nomor]
        for lebar in LEBAR:
            gambar = halaman.render(scale=lebar / max(1.0, halaman.get_width())).to_pil().convert("RGB")
            kirim.send((nomor + 1, lebar, _webp(gambar)))
    kirim.send(None)


def _webp(gambar: Any) -> bytes:
    """Lossy for scans, lossless for born-digital text: whichever is smaller. (Method 4 saves 4 % and takes twice as long.)"""
    hasil = []
    for pilihan in ({"quality": 60, "method": 2}, {"lossless": True, "quality": 60, "method": 2}):
        wadah = io.BytesIO()
        gambar.save(wadah, "WEBP", **pilihan)
        hasil.append(wadah.getvalue())
    return min(hasil, key=len)
