"""Anak: the child that opens a workbook: bytes on standard input, one JSON line a row on standard output: [sheet, cells].

A line that is a word alone says why nothing follows: bukan, kosong, terkunci, mekar, rusak.
"""

from __future__ import annotations

import io
import json
import sys
import zipfile
from datetime import date
from typing import Any

from chalicelib.documents.anak import batasi

MEMORI = 1_200_000_000
DETIK = 60
MEKAR = 400_000_000
"""Bytes of a workbook unpacked."""
BATAS_BARIS = 100_000
BATAS_KOLOM = 300
BATAS_SEL = 2_000
"""Characters of one cell; what is beyond is cut."""


def utama() -> None:
    """Read, write, leave."""
    batasi(DETIK, MEMORI)
    isi = sys.stdin.buffer.read()
    if alasan := _alasan(isi):
        _tulis(alasan)
        return
    import python_calamine as pc

    try:
        _lembar_lembar(pc.CalamineWorkbook.from_filelike(io.BytesIO(isi)))
    except pc.PasswordError:
        _tulis("terkunci")
    except (pc.CalamineError, ValueError, OSError):
        _tulis("rusak")


def _alasan(isi: bytes) -> str:
    if isi[:2] != b"PK":
        return "terkunci" if b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e" in isi else ""
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
            semua = arsip.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return "rusak"
    if sum(f.file_size for f in semua) > MEKAR:
        return "mekar"
    nama = {f.filename for f in semua}
    return "" if {"xl/workbook.xml", "xl/workbook.bin", "content.xml"} & nama else "bukan"


def _lembar_lembar(buku: Any) -> None:
    terlihat = [m.name for m in buku.sheets_metadata if str(m.visible).endswith(".Visible")]
    ada = False
    for nomor, nama in enumerate(terlihat or buku.sheet_names):
        lembar = buku.get_sheet_by_name(nama)
        for i, baris in enumerate(lembar.iter_rows()):
            if i > BATAS_BARIS + 100:
                break
            ada = True
            _tulis([nomor, _sel_sel([None] * _kolom_awal(lembar) + baris)])
    if not ada:
        _tulis("kosong")


def _kolom_awal(lembar: Any) -> int:
    """Rows come from row 1 on, but from the first column that holds anything."""
    return int(lembar.start[1]) if lembar.start else 0


def _sel_sel(baris: list[object]) -> list[str | float | None]:
    isi = [_sel(x) for x in baris[:BATAS_KOLOM]]
    while isi and isi[-1] is None:
        isi.pop()
    return isi


def _sel(x: object) -> str | float | None:
    if isinstance(x, str):
        return x[:BATAS_SEL] or None
    if isinstance(x, bool):
        return "true" if x else "false"
    if isinstance(x, int | float):
        return float(x) if x == x and abs(x) != float("inf") else None
    return f"{x.day:02}-{x.month:02}-{x.year:04}" if isinstance(x, date) else None


def _tulis(apa: object) -> None:
    sys.stdout.write(json.dumps(apa, separators=(",", ":")) + "\n")
