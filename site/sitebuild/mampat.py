"""Smaller twins of every file that gains by it: `x.br` and `x.gz` beside `x`."""

from __future__ import annotations

import gzip
from pathlib import Path

import brotli

PADAT = {".html", ".mjs", ".js", ".svg", ".json", ".webmanifest", ".txt", ".css"}


def br(isi: bytes) -> bytes:
    """Brotli at its best."""
    return bytes(brotli.compress(isi, quality=11))


def mampatkan(akar: Path) -> None:
    """Write the twins; the same input gives the same bytes."""
    for jalur in sorted(akar.rglob("*")):
        if jalur.suffix in PADAT and not jalur.name.startswith("_"):
            isi = jalur.read_bytes()
            for akhiran, padat in ((".br", br(isi)), (".gz", gzip.compress(isi, 9, mtime=0))):
                if len(padat) < len(isi):
                    jalur.with_name(jalur.name + akhiran).write_bytes(padat)
