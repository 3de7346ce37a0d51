"""Telepon: what people write as a phone number -> E.164, or nothing. The library decides what is doubtful; damage is never repaired."""

from __future__ import annotations

import re
from functools import lru_cache

_PISAH = re.compile(r"\s*(?:[/;,|&\n]|\\|\bdan\b|\batau\b)\s*", re.IGNORECASE)
_BERDAMPINGAN = re.compile(r"(?<=[0-9])\s+(?=(?:\+?62|0)8[0-9]{2}[0-9 -]{6})")
"""Two whole numbers with only a space between them."""
_POLOS = re.compile(r"(?:\+?62|0)?(8[1-35-9][0-9]{7,10})")
"""A mobile number beyond doubt: the pattern that the library's own tables hold for Indonesia."""
_BERHURUF = re.compile(r"[0-9][.,]?[0-9]*E\+?[0-9]|[A-Za-z]{2}.*[0-9].*[A-Za-z]{2}", re.IGNORECASE)
_AWALAN = re.compile(r"^(?:(?:no|nomor|hp|wa|telp?|telepon|tlp)\b[\s.:]*)+", re.IGNORECASE)


def pecah(teks: str) -> list[str]:
    """Several numbers in one cell: "0812… / 0856…" -> two texts, empties left out."""
    return [b for satu in _PISAH.split(teks.strip()) if satu for b in _BERDAMPINGAN.split(satu)]


@lru_cache(maxsize=4096)
def baca_telepon(teks: str) -> str | None:
    """One mobile number as "+62812…"; None when it is no Indonesian mobile number (landlines get no WhatsApp)."""
    if cocok := _POLOS.fullmatch(teks):
        return f"+62{cocok[1]}"
    bersih = _AWALAN.sub("", teks.strip().lstrip("'\ufeff ")).removesuffix(".0")
    if _BERHURUF.search(bersih) or len(bersih) > 40:
        return None
    padat = re.sub(r"[\s().·–—-]", "", bersih)
    if cocok := _POLOS.fullmatch(padat):
        return f"+62{cocok[1]}"
    return _menurut_pustaka(re.sub(r"^00", "+", padat))


def _menurut_pustaka(teks: str) -> str | None:
    import phonenumbers  # 40 ms, for the few numbers that need it

    try:
        nomor = phonenumbers.parse(teks, "ID")
    except phonenumbers.NumberParseException:
        return None
    seluler = phonenumbers.number_type(nomor) in (
        phonenumbers.PhoneNumberType.MOBILE,
        phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE,
    )
    if nomor.country_code != 62 or not seluler or not phonenumbers.is_valid_number(nomor):
        return None
    return phonenumbers.format_number(nomor, phonenumbers.PhoneNumberFormat.E164)


def baca_sel(teks: str) -> tuple[str | None, int]:
    """A cell as (the first usable number, how many different numbers stood in it)."""
    if not teks:
        return None, 0
    bagian = pecah(teks)
    sah = list(dict.fromkeys(n for b in bagian if (n := baca_telepon(b))))
    rusak = sum(1 for b in bagian if not baca_telepon(b) and sum(c.isdigit() for c in b) >= 7)
    return (sah[0] if sah else None), len(sah) + rusak


def samar(nomor: str) -> str:
    """A number for a preview: "+6281234567890" -> "0812…890"."""
    return f"0{nomor[3:6]}…{nomor[-3:]}" if nomor else "(kosong)"


_ILMIAH = re.compile(r"[0-9](?:[.,][0-9]*)?\s*E\s*\+?[0-9]+", re.IGNORECASE)
_SEBAB = {
    "nomor-rusak": "Lembar kerja mengubah nomor ini menjadi bilangan (seperti 6,28E+12), jadi angka-angka terakhirnya hilang. "
    "Ambil lagi dari E-Kinerja dengan kolom berbentuk teks.",
    "nomor-bukan-seluler": "Ini nomor telepon rumah atau kantor, yang tidak menerima WhatsApp. Minta nomor selulernya.",
    "nomor-luar-negeri": "Ini nomor luar negeri. SIKAP hanya mengirim ke nomor seluler Indonesia; minta nomor Indonesianya.",
    "nomor-kurang": "Angka nomor ini kurang. Cocokkan dengan orangnya, lalu perbaiki di E-Kinerja.",
    "nomor-lebih": "Angka nomor ini terlalu banyak. Cocokkan dengan orangnya, lalu perbaiki di E-Kinerja.",
    "nomor-tak-terbaca": "Isi sel ini bukan nomor seluler Indonesia. Cocokkan dengan orangnya, lalu perbaiki di E-Kinerja.",
}


def sebab(teks: str) -> tuple[str, str]:
    """Why a cell holds no usable number: (code, sentence with the way out)."""
    kode = (
        _ILMIAH.search(teks)
        and "nomor-rusak"
        or _jenis_lain(re.sub(r"[^0-9+]", "", pecah(teks)[0] if pecah(teks) else ""))
    )
    return kode, _SEBAB[kode]


def _jenis_lain(padat: str) -> str:
    import phonenumbers

    angka = len(padat.lstrip("+"))
    try:
        nomor = phonenumbers.parse(re.sub(r"^00", "+", padat), "ID")
    except phonenumbers.NumberParseException:
        return "nomor-tak-terbaca"
    if phonenumbers.is_valid_number(nomor):
        return "nomor-bukan-seluler" if nomor.country_code == 62 else "nomor-luar-negeri"
    return "nomor-kurang" if angka < 10 else "nomor-lebih" if angka > 14 else "nomor-tak-terbaca"
