"""Terdampak: whose data are concerned by a leak, and which kinds (UU 27/2022 Pasal 46: told within 3 x 24 hours)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from chalicelib.actions import Kantor
from chalicelib.records import pegawai as rak
from chalicelib.records.kantor import RAK_UNIT
from schemas.opd import Unit

KOLOM = ("nip", "nama", "unit", "telepon", "data")


class Terdampak(NamedTuple):
    """One person concerned: how he is reached, and what is kept of him (a sentence's worth)."""

    nip: str
    nama: str
    unit: str
    telepon: str
    data: str


def daftar(kantor: Kantor, unit: str = "") -> Iterator[Terdampak]:
    """Everybody, or those of a unit and below. Reads the whole store: for the command, never for a request."""
    orang, dokumen, kasus = [], Counter[str](), Counter[str]()
    nama_unit: dict[str, Unit] = {}
    for item in kantor.store.ekspor():
        jenis, _, id_ = item.pk.partition("#")
        if jenis == "PEGAWAI" and item.sk == "-":
            orang.append(rak.RAK.baca(item))
        elif jenis == "ARSIP" and item.sk.startswith("SLOT#"):
            dokumen[id_] += 1
        elif jenis == "PEGAWAI" and item.sk.startswith("TERBUKA#"):
            kasus[id_] += 1
        elif item.pk == "UNIT":
            nama_unit[item.sk] = RAK_UNIT.baca(item)
    for p in sorted(orang, key=lambda p: (p.unit or "", p.nama)):
        milik = nama_unit.get(p.unit or "")
        if not unit or p.unit == unit or (milik and unit in milik.jalur):
            macam = ["data kepegawaian", *(["nomor telepon"] if p.telepon else [])]
            macam += [f"{dokumen[p.id]} dokumen"] if dokumen[p.id] else []
            macam += ["usulan yang berjalan"] if kasus[p.id] else []
            yield Terdampak(p.nip, p.nama, milik.nama if milik else "", p.telepon or "", "; ".join(macam))
