"""Cells as offices fill them: text, numbers, codes. Unknown is None or "", never a guess."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from schemas.dasar import rapikan
from schemas.golongan import Golongan
from schemas.pegawai import SEBUTAN_KEDUDUKAN

Sel = str | float | None
BATAS_TEKS = 200
"""Characters that a field of the roster holds (schemas.dasar.Teks)."""
_KOSONG = frozenset({"", "-", "--", "null", "none", "nan", "n/a", ".", "0"})
_GALAT_SEL = re.compile(r"^#(?:N/A|REF!|VALUE!|NAME\?|DIV/0!|NULL!|NUM!)$", re.IGNORECASE)
_TAK_TERLIHAT = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
"""Zero-width and direction marks: pasted along unseen, they make two equal names differ."""


def teks(x: Sel) -> str:
    """Text without odd spaces and the apostrophe by which a spreadsheet marks text; "" for what means nothing."""
    if x is None:
        return ""
    isi = str(int(x)) if isinstance(x, float) and x.is_integer() else str(x)
    if not isi.isascii() or not isi.isprintable():
        isi = str(rapikan(_TAK_TERLIHAT.sub("", isi).replace("\t", " ")))
    isi = " ".join(isi.split()).lstrip("'’`").lstrip()
    return "" if isi.casefold() in _KOSONG or _GALAT_SEL.match(isi) else isi


def angka(x: Sel) -> int | None:
    """A whole number of at most six digits; None for anything else."""
    isi = f"{x:g}" if isinstance(x, float) else str(x or "").strip().lstrip("'").removesuffix(".0")
    return int(isi) if re.fullmatch(r"[0-9]{1,6}", isi) else None


def kelamin(isi: str) -> str | None:
    """M/F of SIASN, L/P of the office, 1/2, or words."""
    kata = isi.casefold().replace(" ", "-")
    return {
        "m": "L",
        "l": "L",
        "1": "L",
        "pria": "L",
        "laki-laki": "L",
        "laki": "L",
        "lk": "L",
        "male": "L",
        "f": "P",
        "p": "P",
        "2": "P",
        "wanita": "P",
        "perempuan": "P",
        "pr": "P",
        "female": "P",
    }.get(kata)


def nip_lama(x: Sel) -> str:
    """Nine digits of before 2009, or ""."""
    digit = re.sub(r"[^0-9]", "", teks(x))
    return digit if len(digit) == 9 else ""


def status(status_: str, jenis: str) -> str:
    """PNS, CPNS or PPPK; "" unknown."""
    kata = f"{status_} {jenis}".casefold()
    if "pppk" in kata or "p3k" in kata or "perjanjian kerja" in kata:
        return "PPPK"
    if status_.casefold() in ("c", "cpns", "calon pns"):
        return "CPNS"
    return "PNS" if status_.casefold() in ("p", "pns") or (not status_ and "pns" in kata) else ""


KEDUDUKAN = {nama.casefold(): kode for kode, nama in SEBUTAN_KEDUDUKAN.items()} | {
    "cuti di luar tanggungan negara": "02"
}


def kedudukan(id_: str, nama: str) -> str:
    """The SIASN code of a legal standing; "" unknown."""
    if re.fullmatch(r"[0-9]{1,2}", id_):
        return id_.zfill(2)
    return KEDUDUKAN.get((nama or id_).casefold(), "")


def surel(*calon: str) -> str:
    """The first that looks like an address, in small letters; "" none."""
    bentuk = r"[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}"
    return next((c.casefold() for c in calon if re.fullmatch(bentuk, c.casefold())), "")


_TINGKAT_ID = {
    "05": "SD", "5": "SD", "10": "SLTP", "12": "SLTP_KEJURUAN", "15": "SLTA", "17": "SLTA", "18": "SLTA", "20": "D1",
    "25": "D2", "30": "D3", "35": "D4", "40": "S1", "45": "S2", "50": "S3",
}  # fmt: skip
_TINGKAT_KATA = tuple(
    (re.compile(pola, re.IGNORECASE), kode)
    for pola, kode in (
        (r"SGPLB", "SGPLB"), (r"D(iploma)?[- ]?(IV|4)\b", "D4"), (r"D(iploma)?[- ]?(III|3)\b|sarjana muda|akademi", "D3"),
        (r"D(iploma)?[- ]?(II|2)\b", "D2"), (r"D(iploma)?[- ]?(I|1)\b", "D1"), (r"S[- ]?3\b|doktor", "S3"),
        (r"S[- ]?2\b|magister", "S2"), (r"profesi", "PROFESI"), (r"S[- ]?1\b|sarjana", "S1"), (r"SLTP kejuruan", "SLTP_KEJURUAN"),
        (r"SLTP|SMP|MTs", "SLTP"), (r"SLTA|SMA|SMK|SMU|MA\b|SPG|STM|SMEA", "SLTA"), (r"SD\b|MI\b|sekolah dasar", "SD"),
    )
)  # fmt: skip


def tingkat(id_: str, nama_: str) -> str:
    """The level of education as the rules call it (SD … S3); "" unknown."""
    return _TINGKAT_ID.get(id_) or next((kode for pola, kode in _TINGKAT_KATA if pola.match(nama_)), "")


def tulis(nilai: Any) -> str:
    """A fact in words, for a preview."""
    if nilai is None or nilai == "":
        return "(kosong)"
    if isinstance(nilai, Golongan):
        return nilai.tulisan
    return f"{nilai:%d-%m-%Y}" if isinstance(nilai, date) else str(nilai)
