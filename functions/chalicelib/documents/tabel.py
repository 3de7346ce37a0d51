"""Tabel: a workbook or CSV as rows of cells. Reads bytes, judges nothing about people; refuses what is no table."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import chain, islice

from chalicelib.documents.tabel_anak import BATAS_BARIS, BATAS_KOLOM, BATAS_SEL
from chalicelib.documents.tabel_buku import baris_buku
from chalicelib.documents.tabel_csv import baris_csv
from chalicelib.documents.tabel_tolak import bukan_tabel, kosong, terlalu_berat, terlalu_panjang

BATAS_BYTE = 50_000_000
CARI_JUDUL = 25
"""The headings are looked for in this many rows from the top."""
Sel = str | float | None
"""A cell: text as it stood, a number that a spreadsheet made of it, or nothing. A date is text, dd-mm-yyyy."""
Baris = tuple[Sel, ...]
Kenal = Callable[[Sequence[str]], bool]


@dataclass(frozen=True)
class Tabel:
    """Headings, the rows below them, and the sheet's row number of the first of those (2: the heading is row 1)."""

    judul: tuple[str, ...]
    baris: tuple[Baris, ...]
    mulai: int = 2


def baca_tabel(isi: bytes, nama: str = "", *, kenal: Kenal | None = None) -> Tabel:
    """The table in a workbook (.xlsx, .xls, .ods) or CSV.

    `kenal` tells the headings of the wanted table: the first sheet that has them, within its first rows, is taken;
    without it, or when no sheet has them, the first sheet with rows, headed by its first row. `nama` is not trusted.
    Raises TakSah (no table, broken, locked, empty), TerlaluBesar (bytes, rows, or what it becomes when opened).
    """
    if not isi:
        raise kosong("Berkas ini kosong.")
    if len(isi) > BATAS_BYTE:
        raise terlalu_berat(f"Berkas tabel paling besar {BATAS_BYTE // 1_000_000} MB.")
    if asing := _asing(isi):
        raise bukan_tabel(asing)
    with closing(_semua_lembar(isi)) as lembar:
        return _pilih(lembar, kenal)


def _semua_lembar(isi: bytes) -> Generator[Iterable[Sequence[object]], None, None]:
    if isi[:4] in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0"):
        yield from baris_buku(isi)
    else:
        yield baris_csv(isi)


_TANDA = (
    (b"%PDF", "Ini PDF, bukan tabel."),
    (b"\xff\xd8\xff", "Ini foto, bukan tabel."),
    (b"\x89PNG", "Ini gambar, bukan tabel."),
    (b"<", "Ini halaman web atau XML yang diberi nama lain, bukan buku kerja."),
    (b"{", "Ini JSON, bukan tabel."),
)


def _asing(isi: bytes) -> str:
    awal = isi[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
    return next((kata for tanda, kata in _TANDA if awal.startswith(tanda)), "")


def _pilih(semua: Iterable[Iterable[Sequence[object]]], kenal: Kenal | None) -> Tabel:
    cadangan: Tabel | None = None
    for lembar in semua:
        baris = _bersih(lembar)
        atas = list(islice(baris, CARI_JUDUL))
        di = next((i for i, b in enumerate(atas) if kenal and kenal(_judul(b))), None)
        if di is None and cadangan is not None:
            continue
        mulai = next((i for i, b in enumerate(atas) if b), 0) if di is None else di
        tabel = _tabel(chain(atas, baris), mulai)
        if tabel.baris and (di is not None or kenal is None):
            return tabel
        cadangan = tabel if tabel.baris else cadangan
    if cadangan is None:
        raise kosong("Tidak ada baris data di bawah judul kolom.")
    return cadangan


def _tabel(baris: Iterator[Baris], di: int) -> Tabel:
    isi = list(islice(baris, di, BATAS_BARIS + di + 2))
    while isi and not isi[-1]:
        isi.pop()
    if len(isi) > BATAS_BARIS + 1:
        raise terlalu_panjang(BATAS_BARIS)
    judul = _judul(isi[0]) if isi else ()
    return Tabel(judul, tuple(b + (None,) * (len(judul) - len(b)) for b in isi[1:]), di + 2)


def _judul(baris: Baris) -> tuple[str, ...]:
    return tuple(str(x if x is not None else "").strip() for x in baris)


def _bersih(lembar: Iterable[Sequence[object]]) -> Iterator[Baris]:
    """Rows of cells without the empty ones at their end; a row of nothing is ()."""
    for baris in lembar:
        sel = [_sel(x) for x in baris[:BATAS_KOLOM]]
        while sel and sel[-1] is None:
            sel.pop()
        yield tuple(sel)


def _sel(x: object) -> Sel:
    if isinstance(x, str):
        return x[:BATAS_SEL] if x and not x.isspace() else None
    return float(x) if isinstance(x, int | float) else None


def tulis_aman(teks: str) -> str:
    """Text that no spreadsheet takes for a formula: an apostrophe before = + - @, tab, CR (OWASP ASVS 1.2.10)."""
    return f"'{teks}" if teks.lstrip()[:1] in ("=", "+", "-", "@") or teks[:1] in ("\t", "\r") else teks
