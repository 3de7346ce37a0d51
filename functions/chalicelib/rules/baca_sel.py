"""Cells as offices fill them: dates, numbers, sexes, levels, names with formulas in them. Unknown is None or "", never a guess."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from schemas.golongan import Golongan
from schemas.tanggal import BULAN

Sel = str | float | None
_KOSONG = frozenset({"", "-", "--", "null", "none", "nan", "n/a", "#n/a", "0", "."})
_TANGGAL = re.compile(r"^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$")
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T].*)?$")
_PANJANG = re.compile(r"^(\d{1,2})\s+([A-Za-z]+)\s+(\d{4})$")
_RUMUS = re.compile(r"^[=+@]|^-(?=[A-Za-z(])")
_DALAM_KUTIP = re.compile(r'"([^"]*)"')
_BULAN = {b[:3].casefold(): i for i, b in enumerate(BULAN, start=1)}


def teks(x: Sel) -> str:
    """Text without odd spaces and the apostrophe by which a spreadsheet marks text; "" for what means nothing."""
    if x is None:
        return ""
    isi = str(int(x)) if isinstance(x, float) and x.is_integer() else str(x)
    isi = " ".join(isi.replace("\u00a0", " ").replace("\u200b", "").split()).lstrip("'")
    return "" if isi.casefold() in _KOSONG else isi


def nama(isi: str) -> tuple[str, bool]:
    """(the name, whether a formula stood around it). Of a formula only its last quoted text is a name."""
    if not _RUMUS.match(isi):
        return isi, False
    kutip = [k.strip() for k in _DALAM_KUTIP.findall(isi) if re.search(r"[A-Za-z]", k)]
    return (kutip[-1] if kutip else isi.lstrip("=+-@ ")), True


def tanggal(x: Sel) -> date | None:
    """ "01-04-2022", "1/4/2022", "2022-04-01", "1 April 2022"; None for "01-01-0001" and what is no date."""
    isi = teks(x)
    if cocok := _TANGGAL.match(isi):
        hari, bulan, tahun = int(cocok[1]), int(cocok[2]), int(cocok[3])
    elif cocok := _ISO.match(isi):
        tahun, bulan, hari = int(cocok[1]), int(cocok[2]), int(cocok[3])
    elif cocok := _PANJANG.match(isi):
        hari, bulan, tahun = int(cocok[1]), _BULAN.get(cocok[2][:3].casefold(), 0), int(cocok[3])
    else:
        return None
    try:
        return date(tahun, bulan, hari) if 1900 <= tahun <= 2100 else None
    except ValueError:
        return None


def angka(x: Sel) -> int | None:
    """A whole number; None for anything else."""
    if x == 0 or x == "0":
        return 0
    isi = teks(x)
    return int(isi) if re.fullmatch(r"[0-9]{1,6}", isi) else None


def kelamin(isi: str) -> str | None:
    """M/F of SIASN, L/P of the office, or words."""
    return {"m": "L", "l": "L", "f": "P", "p": "P", "laki-laki": "L", "pria": "L", "perempuan": "P", "wanita": "P"}.get(
        isi.casefold()
    )


def nip_lama(x: Sel) -> str:
    """Nine digits of before 2009, or ""."""
    angka_ = re.sub(r"[^0-9]", "", teks(x))
    return angka_ if len(angka_) == 9 else ""


def status(status_: str, jenis: str) -> str:
    """PNS, CPNS or PPPK."""
    if "pppk" in jenis.casefold() or "perjanjian kerja" in jenis.casefold():
        return "PPPK"
    return "CPNS" if status_.casefold() in ("c", "cpns") else "PNS"


def jenis_jabatan(id_: str, nama_: str) -> str:
    """pelaksana, struktural, fungsional; "" unknown."""
    dari_id = {"1": "struktural", "2": "fungsional", "4": "pelaksana"}.get(id_)
    kata = nama_.casefold()
    return dari_id or next((j for j in ("struktural", "fungsional", "pelaksana") if j in kata), "")


_JENJANG = ("Ahli Utama", "Ahli Madya", "Ahli Muda", "Ahli Pertama", "Penyelia", "Mahir", "Terampil", "Pemula")


def jenjang(jabatan: str) -> str:
    """The level at the end of a functional post's name: "Guru Ahli Muda" -> "Ahli Muda"."""
    return next((j for j in _JENJANG if jabatan.casefold().endswith(j.casefold())), "")


_TINGKAT_ID = {
    "05": "SD", "5": "SD", "10": "SLTP", "12": "SLTP_KEJURUAN", "15": "SLTA", "17": "SLTA", "18": "SLTA", "20": "D1",
    "25": "D2", "30": "D3", "35": "D4", "40": "S1", "45": "S2", "50": "S3",
}  # fmt: skip
_TINGKAT_KATA = (
    ("sgplb", "SGPLB"), ("diploma iv", "D4"), ("diploma iii", "D3"), ("diploma ii", "D2"), ("diploma i", "D1"),
    ("sltp kejuruan", "SLTP_KEJURUAN"), ("sltp", "SLTP"), ("slta", "SLTA"), ("sma", "SLTA"), ("smk", "SLTA"), ("smp", "SLTP"),
    ("s-3", "S3"), ("doktor", "S3"), ("s-2", "S2"), ("magister", "S2"), ("profesi", "PROFESI"), ("s-1", "S1"), ("sarjana", "S1"), ("sd", "SD"),
)  # fmt: skip


def tingkat(id_: str, nama_: str) -> str:
    """The level of education as the rules call it; "" unknown."""
    kata = nama_.casefold()
    return _TINGKAT_ID.get(id_) or next((kode for awal, kode in _TINGKAT_KATA if kata.startswith(awal)), "")


def tulis(nilai: Any) -> str:
    """A fact in words, for a preview."""
    if nilai is None or nilai == "":
        return "(kosong)"
    if isinstance(nilai, Golongan):
        return nilai.tulisan
    return f"{nilai:%d-%m-%Y}" if isinstance(nilai, date) else str(nilai)
