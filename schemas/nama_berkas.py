"""Nama berkas: how documents are named for BKN; one editable table over the defaults of SLOT (domain 6.3)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from schemas.berkas import SLOT, nama_untuk_bkn
from schemas.dasar import Id, Isian, Model, Teks, Versi, Waktu

_POLA = re.compile(r"[A-Za-z0-9_-]{0,40}(\{(nip|akhiran)\}[A-Za-z0-9_-]{0,40}){1,2}")
_CONTOH = {"tahun": "2025", "tingkat": "s1", "nomor": "1"}
NIP_CONTOH = "199001012015031901"


class TabelNama(Model):
    """The office's own patterns by kind of document; a kind that is not here has the name of SLOT."""

    pola: dict[str, str] = {}
    diubah_oleh: Id | None = None
    diubah_pada: Waktu | None = None
    versi: Versi = 0


class IsianNamaBerkas(Isian):
    """The whole table as it shall be, by kind of document; what is left out goes back to the default."""

    versi: Versi
    pola: Annotated[dict[str, Teks], Field(max_length=100)]


class BarisNama(Model):
    """One line of the table for people."""

    slot: str
    label: str
    pola: str
    bawaan: str
    contoh: str


class PandanganNamaBerkas(Model):
    """The table as it is in force."""

    isi: list[BarisNama]
    versi: Versi


def periksa_pola(pola: Mapping[str, str]) -> dict[str, str]:
    """Findings by kind of document: no such kind, not a file name, no NIP in it, or the same as another's."""
    temuan: dict[str, str] = {}
    semua = {slot: pola.get(slot, jenis.nama_bkn).upper() for slot, jenis in SLOT.items()}
    for slot, satu in pola.items():
        if slot not in SLOT:
            temuan[slot] = "Jenis dokumen itu tidak dikenal."
        elif not _POLA.fullmatch(satu) or satu.count("{nip}") != 1:
            temuan[slot] = "Tulis huruf, angka, _ atau -, dengan {nip} satu kali. Contoh: SKKP_{nip}"
        elif "{akhiran}" in satu and not SLOT[slot].akhiran:
            temuan[slot] = "Dokumen ini tidak mempunyai tahun, tingkat, atau nomor; hapus {akhiran}."
        elif lain := next((s for s, nama in semua.items() if s != slot and nama == satu.upper()), ""):
            temuan[slot] = f"Sama dengan nama untuk {SLOT[lain].label}. Pakai nama lain."
    return temuan


def baris(pola: Mapping[str, str]) -> list[BarisNama]:
    """Every kind of document with its pattern and an example."""
    return [
        BarisNama(
            slot=slot,
            label=j.label,
            pola=pola.get(slot, j.nama_bkn),
            bawaan=j.nama_bkn,
            contoh=nama_untuk_bkn(f"{slot}-{_CONTOH[j.akhiran]}" if j.akhiran else slot, NIP_CONTOH, pola),
        )
        for slot, j in SLOT.items()
    ]
