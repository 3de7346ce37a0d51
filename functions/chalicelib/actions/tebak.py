"""Tebak: for a heap of old scans, whose each may be and which document, among the people whom the asker serves."""

from __future__ import annotations

from collections.abc import Sequence

from chalicelib.actions import Kantor
from chalicelib.actions.cari import cari
from chalicelib.rules.tebak import tebak
from schemas.kueri import IsianCari, IsianTebakan, Tebakan, TebakanOrang
from schemas.peran import Pelaku

CALON = 5
BANYAK_NIP = 10
"""A list of names holds more; it is nobody's document."""


def tebak_semua(kantor: Kantor, pelaku: Pelaku, isian: IsianTebakan) -> list[Tebakan]:
    """A duga for each file, in the order given. `yakin`: one person by his NIP, or the only one of that name. Raises TidakAda."""
    return [_satu(kantor, pelaku, n.nama) for n in isian.berkas]


def menurut_isi(kantor: Kantor, pelaku: Pelaku, nama: str, nip: Sequence[str]) -> tuple[Tebakan, bool]:
    """The duga by the name, led by those whose NIP is written inside (as it stands there, nothing similar); was there any?"""
    duga = _satu(kantor, pelaku, nama)
    tertulis = [o for n in nip[:BANYAK_NIP] if (ada := _cari(kantor, pelaku, n)) and ada[1] for o in ada[0]]
    orang = list({o.id: o for o in [*tertulis, *duga.orang]}.values())[:CALON]
    return Tebakan(slot=duga.slot, orang=orang, yakin=False), bool(tertulis)


def _satu(kantor: Kantor, pelaku: Pelaku, dari: str) -> Tebakan:
    nip, nama, slot = tebak(dari)
    for satu in (nip, nama):
        if satu and (ada := _cari(kantor, pelaku, satu)):
            return Tebakan(slot=slot, orang=ada[0], yakin=len(ada[0]) == 1 and ada[1])
    return Tebakan(slot=slot, orang=[], yakin=False)


def _cari(kantor: Kantor, pelaku: Pelaku, kata: str) -> tuple[list[TebakanOrang], bool] | None:
    hasil = cari(kantor, pelaku, IsianCari(cari=kata, batas=CALON))
    orang = [TebakanOrang(id=b.id, nama=b.nama, nip=b.nip) for b in hasil.isi]
    return (orang, not hasil.terdekat) if orang else None
