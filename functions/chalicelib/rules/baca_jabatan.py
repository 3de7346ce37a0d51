"""Posts in cells: their kind, and the level where the words say it. A level that is only usual for such a post is not known."""

from __future__ import annotations

import re

_JENIS_ID = {"1": "struktural", "2": "fungsional", "4": "pelaksana"}
_JENJANG = re.compile(
    r"\b(Ahli (?:Pertama|Muda|Madya|Utama)|Penyelia|Mahir|Terampil|Pemula)\b(?=\s*$|\s*[-(,/]|\s+(?:pada|di|Bidang)\b)",
    re.IGNORECASE,
)
_JENJANG_LAMA = re.compile(r"\b(Pertama|Muda|Madya|Utama|Pelaksana(?: Lanjutan| Pemula)?)$", re.IGNORECASE)
_BARU = {
    "pertama": "Ahli Pertama", "muda": "Ahli Muda", "madya": "Ahli Madya", "utama": "Ahli Utama", "pelaksana": "Terampil",
    "pelaksana lanjutan": "Mahir", "pelaksana pemula": "Pemula",
}  # fmt: skip
_ESELON = re.compile(r"\b(?:eselon\s*)(IV|III|II|I|V)\s*[./ -]?\s*([ab])\b", re.IGNORECASE)
_ESELON_SEL = re.compile(r"(?:eselon\s*)?(IV|III|II|I|V|[1-5])\s*[./ -]?\s*([ab]|[12])", re.IGNORECASE)
_ROMAWI = ("I", "II", "III", "IV", "V")


def jenis_jabatan(id_: str, nama_: str) -> str:
    """pelaksana, struktural, fungsional; "" unknown."""
    kata = nama_.casefold()
    if id_ in _JENIS_ID:
        return _JENIS_ID[id_]
    if "fungsional umum" in kata or "pelaksana" in kata:
        return "pelaksana"
    return next((j for j in ("struktural", "fungsional") if j in kata), "")


def jenjang(jabatan: str) -> str:
    """The level in a functional post's name: "Guru Ahli Muda" and the older "Guru Muda" -> "Ahli Muda"."""
    if cocok := _JENJANG.search(jabatan):
        return cocok[1].title()
    lama = _JENJANG_LAMA.search(jabatan)
    return _BARU[lama[1].casefold()] if lama else ""


def eselon(sel: str, jabatan: str) -> str:
    """ "III.b" from its own cell ("III.b", "IIIb", "32") or from the post's words ("… (Eselon III.b)"); "" unknown."""
    cocok = _ESELON_SEL.fullmatch(sel) if sel else _ESELON.search(jabatan)
    if not cocok:
        return ""
    romawi = cocok[1].upper() if not cocok[1].isdigit() else _ROMAWI[int(cocok[1]) - 1]
    return f"{romawi}.{cocok[2].lower() if cocok[2].isalpha() else 'ab'[int(cocok[2]) - 1]}"
