"""Pratinjau: page images of a PDF, drawn in a child process with limits, so that a bomb costs a child and no more."""

from __future__ import annotations

import json
from collections.abc import Iterator

from chalicelib.documents.anak import anak
from chalicelib.galat import TakSah

DETIK = 90
Gambar = tuple[int, int, bytes]
"""Page (1, 2, …), width in pixels (negative: with the mark over it), WebP; of width 0: what was seen on the page, as JSON {teks, rupa}."""


def buat(isi: bytes, cap: str = "") -> Iterator[Gambar]:
    """Images of every page at each of LEBAR; with `cap` each a second time with these words across it.

    Raises TakSah when the pages cannot be drawn within the limits.
    """
    with anak("chalicelib.documents.pratinjau_anak", f"{cap}\n".encode() + isi, DETIK * (2 if cap else 1)) as proses:
        assert proses.stdout is not None
        while kepala := _kepala(proses.stdout.readline()):
            halaman, lebar, panjang = kepala
            gambar = proses.stdout.read(panjang)
            if len(gambar) != panjang:
                raise _tak_tergambar()
            yield halaman, lebar, gambar


def _kepala(baris: bytes) -> list[int]:
    """What comes next; [] at the end. A child that fell says nothing more."""
    if not baris.endswith(b"\n"):
        raise _tak_tergambar()
    return list(json.loads(baris))


def _tak_tergambar() -> TakSah:
    return TakSah("Halaman dokumen ini tidak dapat digambar.", kode="pratinjau", petunjuk="Buka PDF aslinya.")
