"""CSV as offices write it: any of four separators, any of four encodings, Excel's own habits undone."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from chalicelib.documents.tabel_tolak import bukan_tabel, rusak

PEMISAH = ";,\t|"
_SEP = re.compile(r"\s*sep=(.)\r?\n", re.IGNORECASE)
_SEBAGAI_TEKS = re.compile(r'="([^"]*)"')
"""Excel's way to keep a number as text: ="199004042023031952"."""
_ENDAP = 100_000


def baris_csv(isi: bytes) -> Iterator[list[str]]:
    """Records, in order; a blank line is an empty record. Raises TakSah (no separator, broken)."""
    teks = _teks(isi)
    if "\x00" in teks:
        raise bukan_tabel("Berkas ini bukan tabel.")
    if sep := _SEP.match(teks):
        teks = teks[sep.end() :]
    pemisah = sep[1] if sep else _pemisah(teks)
    try:
        for baris in csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah):
            yield [m[1] if x[:2] == '="' and (m := _SEBAGAI_TEKS.fullmatch(x)) else x for x in baris]
    except csv.Error as sebab:
        raise rusak("CSV ini tidak dapat dibaca sampai habis; mungkin ada tanda kutip yang tidak ditutup.") from sebab


def _pemisah(teks: str) -> str:
    """What stands most often in one of the first lines: headings hold separators, titles above them do not."""
    atas = teks[:_ENDAP].splitlines()[:25]
    banyak, calon = max((max((b.count(p) for b in atas), default=0), p) for p in PEMISAH)
    if not banyak:
        raise bukan_tabel("Judul kolom tidak ditemukan pada baris-baris pertama.")
    return calon


def _teks(isi: bytes) -> str:
    if isi[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return isi.decode("utf-16", "replace")
    if len(isi) > 40 and not any(isi[1:40:2]):
        return isi.decode("utf-16-le", "replace")
    try:
        return isi.decode("utf-8-sig")
    except UnicodeDecodeError:
        return isi.decode("cp1252", "replace")
