"""Teks: what is written in a born-digital PDF, read in a child process with limits. Not kept anywhere."""

from __future__ import annotations

from chalicelib.documents.anak import anak

DETIK = 15


def baca(isi: bytes) -> str:
    """The text of its first pages; "" for a scan, and for a file that falls over its reader."""
    with anak("chalicelib.documents.teks_anak", isi, DETIK) as proses:
        assert proses.stdout is not None
        return proses.stdout.read().decode(errors="replace")
