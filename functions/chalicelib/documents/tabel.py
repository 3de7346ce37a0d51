"""Tabel: a workbook or CSV as rows of cells. Reads bytes, judges nothing about people; refuses what is no table."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from python_calamine import CalamineError, CalamineWorkbook

from chalicelib.galat import TakSah, TerlaluBesar

BATAS_BARIS = 100_000
BATAS_KOLOM = 300
BATAS_SEL = 2_000
BATAS_MEKAR = 400_000_000
"""Bytes of a workbook unpacked: a bomb is refused before it is opened."""
Sel = str | float | None
"""A cell: text as it stood, a number that a spreadsheet made of it, or nothing."""


@dataclass(frozen=True)
class Tabel:
    """Headings and rows below them. `baris[i]` is the sheet's row i + 2, the heading being row 1."""

    judul: tuple[str, ...]
    baris: tuple[tuple[Sel, ...], ...]


def baca_tabel(isi: bytes, nama: str = "") -> Tabel:
    """The first sheet that has rows, or the CSV. Raises TakSah (no table, broken, empty), TerlaluBesar."""
    if not isi:
        raise _bukan("Berkas ini kosong.", "tabel-kosong")
    mentah = _buku(isi) if isi[:4] in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0") else _csv(isi)
    baris = [tuple(_sel(x) for x in b[:BATAS_KOLOM]) for b in mentah]
    while baris and not any(baris[-1]):
        baris.pop()
    if len(baris) < 2:
        raise _bukan("Tidak ada baris data di bawah judul kolom.", "tabel-kosong")
    if len(baris) > BATAS_BARIS:
        raise TerlaluBesar(
            f"Paling banyak {BATAS_BARIS:,} baris.".replace(",", "."),
            kode="tabel-terlalu-panjang",
            petunjuk="Bagi menjadi beberapa berkas.",
        )
    judul = tuple(str(x or "").strip() for x in baris[0])
    return Tabel(judul, tuple(b + (None,) * (len(judul) - len(b)) for b in baris[1:]))


def _bukan(pesan: str, kode: str) -> TakSah:
    return TakSah(pesan, kode=kode, petunjuk="Pakai berkas ekspor SIASN (.xlsx) atau CSV, tanpa diubah.")


def _buku(isi: bytes) -> Iterable[list[object]]:
    if isi[:2] == b"PK":
        _tolak_bom(isi)
    try:
        buku = CalamineWorkbook.from_filelike(io.BytesIO(isi))
        for nama in buku.sheet_names:
            if baris := buku.get_sheet_by_name(nama).to_python(skip_empty_area=False):
                return baris
    except (CalamineError, ValueError, OSError, zipfile.BadZipFile) as sebab:
        raise _bukan("Buku kerja ini rusak, terkunci kata sandi, atau bukan .xlsx.", "tabel-rusak") from sebab
    raise _bukan("Buku kerja ini tidak berisi lembar dengan data.", "tabel-kosong")


def _tolak_bom(isi: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
            mekar = sum(f.file_size for f in arsip.infolist())
    except (zipfile.BadZipFile, ValueError, OSError) as sebab:
        raise _bukan("Buku kerja ini rusak.", "tabel-rusak") from sebab
    if mekar > BATAS_MEKAR:
        raise TerlaluBesar(
            "Isi buku kerja ini terlalu besar setelah dibuka.",
            kode="tabel-mekar",
            petunjuk="Simpan ulang hanya lembar datanya.",
        )


def _csv(isi: bytes) -> list[list[str]]:
    teks = _teks(isi)
    if "\x00" in teks:
        raise _bukan("Berkas ini bukan tabel.", "bukan-tabel")
    baris_judul = teks.split("\n", 1)[0]
    pemisah = max(";,\t|", key=baris_judul.count)
    if pemisah not in baris_judul:
        raise _bukan("Judul kolom tidak ditemukan pada baris pertama.", "bukan-tabel")
    try:
        return list(csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah))
    except csv.Error as sebab:
        raise _bukan("CSV ini tidak dapat dibaca sampai habis.", "tabel-rusak") from sebab


def _teks(isi: bytes) -> str:
    if isi[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return isi.decode("utf-16", "replace")
    try:
        return isi.decode("utf-8-sig")
    except UnicodeDecodeError:
        return isi.decode("cp1252", "replace")


def _sel(x: object) -> Sel:
    if x is None or x == "":
        return None
    if isinstance(x, bool):
        return "true" if x else "false"
    if isinstance(x, int | float):
        return float(x)
    if isinstance(x, datetime | date):
        return f"{x:%d-%m-%Y}"
    return str(x)[:BATAS_SEL]
