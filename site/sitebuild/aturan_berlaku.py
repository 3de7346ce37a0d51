"""The rules in force as people read them, from schemas/aturan: nothing of the law is written twice."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from schemas.aturan import aturan
from schemas.aturan_kata import JUDUL, kata
from schemas.tanggal import tanggal_panjang

TABEL = {nama: judul for nama, judul in JUDUL.items() if nama not in ("gaji", "berkas")}
"""Salaries and document lists are long tables of their own and stand elsewhere."""


class Isi(NamedTuple):
    """One rule: what it says, since when, on which law, and whether it is certain."""

    kata: str
    sejak: str
    dasar: str
    ragu: bool


def berlaku(hari: date) -> list[tuple[str, list[Isi]]]:
    """Every table with its rows in force on a day."""
    hasil = []
    for nama, judul in TABEL.items():
        baris = [r for r in aturan().baris[nama] if r.berlaku_mulai <= hari <= (r.berlaku_sampai or date.max)]
        isi = [Isi(kata(r), tanggal_panjang(r.berlaku_mulai), r.dasar, r.keyakinan == "ragu") for r in baris]
        hasil += [(judul, isi)] if isi else []
    return hasil
