"""Kecilkan: a smaller copy of a scan for BKN's limit, drawn again at 150 dpi in a child process. The original stays as it is."""

from __future__ import annotations

from chalicelib.documents.anak import anak

DETIK = 90


def kecilkan(isi: bytes, batas: int) -> bytes | None:
    """A copy of at most `batas` bytes with every page; None when it cannot be made."""
    with anak("chalicelib.documents.kecilkan_anak", f"{batas}\n".encode() + isi, DETIK) as proses:
        assert proses.stdout is not None
        hasil = proses.stdout.read()
    # A child that fell in the middle leaves an end without its mark.
    return hasil if b"%%EOF" in hasil[-32:] and len(hasil) <= batas else None
