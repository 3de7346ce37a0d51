"""Golongan ruang: the 17 ranks in order (PP 99/2000 jo. PP 12/2002; codes of SIASN)."""

from __future__ import annotations

import re
from enum import IntEnum


class Golongan(IntEnum):
    """Order of rank, 1..17; "one step up" is + 1. Never compare the strings."""

    I_A = 1
    I_B = 2
    I_C = 3
    I_D = 4
    II_A = 5
    II_B = 6
    II_C = 7
    II_D = 8
    III_A = 9
    III_B = 10
    III_C = 11
    III_D = 12
    IV_A = 13
    IV_B = 14
    IV_C = 15
    IV_D = 16
    IV_E = 17

    @property
    def tulisan(self) -> str:
        """As the office writes it: "III/a"."""
        rumawi, ruang = self.name.split("_")
        return f"{rumawi}/{ruang.lower()}"

    @property
    def pangkat(self) -> str:
        """The rank's name: "Penata Muda"."""
        return PANGKAT[self - 1]

    @property
    def kode_siasn(self) -> str:
        """Two digits of SIASN: "31"."""
        return f"{_RUMAWI.index(self.name.split('_')[0]) + 1}{'ABCDE'.index(self.name[-1]) + 1}"


_RUMAWI = ("I", "II", "III", "IV")
PANGKAT = (
    "Juru Muda", "Juru Muda Tingkat I", "Juru", "Juru Tingkat I",
    "Pengatur Muda", "Pengatur Muda Tingkat I", "Pengatur", "Pengatur Tingkat I",
    "Penata Muda", "Penata Muda Tingkat I", "Penata", "Penata Tingkat I",
    "Pembina", "Pembina Tingkat I", "Pembina Utama Muda", "Pembina Utama Madya", "Pembina Utama",
)  # fmt: skip

_BENTUK = re.compile(r"^(IV|III|II|I|[1-4])\s*[/\-. ]?\s*([A-E1-5])$")
_DARI_PANGKAT = {re.sub(r"[^A-Z]", "", p.upper()): Golongan(i) for i, p in enumerate(PANGKAT, start=1)}


def baca_golongan(teks: str) -> Golongan | None:
    """Read "III/a", "IIIa", "III-a", "3A", "31", "Penata Muda Tk. I" alike; None when it is no golongan."""
    besar = teks.strip().upper()
    if cocok := _BENTUK.match(besar):
        rumawi = cocok[1] if cocok[1] in _RUMAWI else _RUMAWI[int(cocok[1]) - 1]
        ruang = cocok[2] if cocok[2].isalpha() else "ABCDE"[int(cocok[2]) - 1]
        return Golongan.__members__.get(f"{rumawi}_{ruang}")
    return _DARI_PANGKAT.get(re.sub(r"[^A-Z]", "", re.sub(r"\bTK\b\.?", "TINGKAT", besar)))
