"""Smaller answers for weak signal: JSON above 500 bytes leaves as brotli or gzip, whichever the browser takes."""

from __future__ import annotations

import gzip

PALING_KECIL = 500
JENIS = ("application/json", "application/problem+json")


def kecilkan(badan: bytes, *, jenis: str, terima: str) -> tuple[bytes, str]:
    """The body as it should travel, and its Content-Encoding ("" unchanged)."""
    if len(badan) <= PALING_KECIL or jenis.split(";")[0].strip() not in JENIS:
        return badan, ""
    mau = _mau(terima)
    if "br" in mau:
        import brotli

        return brotli.compress(badan, quality=4), "br"
    return (gzip.compress(badan, 6, mtime=0), "gzip") if "gzip" in mau else (badan, "")


def _mau(terima: str) -> set[str]:
    pilihan = (p.partition(";") for p in terima.lower().split(","))
    return {n.strip() for n, _, q in pilihan if q.replace(" ", "").removeprefix("q=").strip("0.") or not q}
