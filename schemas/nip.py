"""NIP: 18 digits that hold birth date, month of CPNS, sex and a serial (Perka BKN 22/2007)."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, NamedTuple

from pydantic import BeforeValidator, Field


def _angka_saja(nilai: object) -> object:
    """Letters print the NIP in groups, with dots, or after "NIP."; people paste it so."""
    if not isinstance(nilai, str) or len(nilai) > 60:
        return nilai
    return re.sub(r"[\s. \-]|^NIP", "", nilai.strip(), flags=re.IGNORECASE)


Nip = Annotated[
    str,
    Field(
        title="NIP",
        description="18 angka, seperti tertulis pada SK terakhir",
        pattern=r"^[0-9]{18}$",
        json_schema_extra={"pesan": {"kosong": "Masukkan NIP.", "bentuk": "NIP harus terdiri dari 18 angka."}},
    ),
    BeforeValidator(_angka_saja),
]


class IsiNip(NamedTuple):
    """What the digits say."""

    tanggal_lahir: date
    tahun_cpns: int
    bulan_cpns: int
    jenis_kelamin: str
    nomor: int


def baca_nip(nip: str) -> IsiNip | None:
    """Take 18 digits apart; None when a part is impossible (date, month 01-12, sex 1/2, serial 001-999)."""
    if not re.fullmatch(r"[0-9]{18}", nip):
        return None
    try:
        lahir = date(int(nip[:4]), int(nip[4:6]), int(nip[6:8]))
    except ValueError:
        return None
    bulan, kelamin, nomor = int(nip[12:14]), nip[14], int(nip[15:])
    if not 1 <= bulan <= 12 or kelamin not in "12" or nomor == 0:
        return None
    return IsiNip(lahir, int(nip[8:12]), bulan, "L" if kelamin == "1" else "P", nomor)
