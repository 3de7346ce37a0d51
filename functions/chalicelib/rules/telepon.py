"""Telepon: what people write as a phone number -> E.164, or nothing. The library decides; damage by spreadsheets is undone first."""

from __future__ import annotations

import re
from functools import lru_cache

import phonenumbers

_PISAH = re.compile(r"\s*(?:/|;|,|\bdan\b|\batau\b|\n)\s*")
_SELULER = re.compile(r"^(?:\+?62|0)?8[1-9][0-9]{7,10}$")


def pecah(teks: str) -> list[str]:
    """Several numbers in one cell: "0812… / 0856…" -> two texts, empties left out."""
    return [b for b in _PISAH.split(teks.strip()) if b]


@lru_cache(maxsize=4096)
def baca_telepon(teks: str) -> str | None:
    """One mobile number as "+62812…"; None when it is no Indonesian mobile number (landlines get no WhatsApp)."""
    angka = re.sub(r"[^0-9+]", "", teks.removesuffix(".0"))
    if not _SELULER.match(angka):
        return None
    nasional = angka.removeprefix("+").removeprefix("62").removeprefix("0")
    try:
        nomor = phonenumbers.parse(f"+62{nasional}", None)
    except phonenumbers.NumberParseException:
        return None
    seluler = phonenumbers.number_type(nomor) == phonenumbers.PhoneNumberType.MOBILE
    if not (seluler and phonenumbers.is_valid_number(nomor)):
        return None
    return phonenumbers.format_number(nomor, phonenumbers.PhoneNumberFormat.E164)


def baca_sel(teks: str) -> tuple[str | None, int]:
    """A cell as (the first usable number, how many numbers stood in it)."""
    bagian = pecah(teks)
    sah = [n for b in bagian if (n := baca_telepon(b))]
    return (sah[0] if sah else None), len(bagian)
