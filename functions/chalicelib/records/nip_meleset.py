"""NIP meleset on the shelf: refused rows, the oldest first, of an OPD or of all: those that wait for the NIP of the SK CPNS, and those dismissed."""

from __future__ import annotations

import hashlib

from chalicelib.records.rak import Indeks, Rak
from chalicelib.store import Store
from schemas.dasar import Halaman
from schemas.nip_meleset import KueriNipMeleset, NipMeleset


def _indeks(n: NipMeleset) -> Indeks:
    urut = f"{n.sejak.isoformat()}#{n.id}"
    return {"g1": (_semua(n.abai is not None), urut), "g2": (_opd(n.calon.opd or "-", n.abai is not None), urut)}


def _semua(abai: bool) -> str:
    return "NIP-ABAI" if abai else "NIP-MELESET"


def _opd(opd: str, abai: bool) -> str:
    return f"{_semua(abai)}-OPD#{opd}"


RAK = Rak(NipMeleset, lambda n: (f"NIP-MELESET#{n.id}", "-"), _indeks)


def kunci(angka: str, nama: str) -> str:
    """The same row of a later roster has the same id; it tells neither the digits nor the name to who reads an address."""
    return hashlib.sha256(f"{angka}#{nama.casefold()}".encode()).hexdigest()[:26]


def ambil(store: Store, id_: str) -> NipMeleset:
    """One of them. Raises TidakAda."""
    return RAK.wajib(store, f"NIP-MELESET#{id_}")


def daftar(store: Store, opd: str | None, kueri: KueriNipMeleset) -> Halaman[NipMeleset]:
    """One page: of those that wait, or of those that were dismissed."""
    if opd:
        return RAK.daftar(store, _opd(opd, kueri.abai), indeks="g2", batas=kueri.batas, kursor=kueri.kursor)
    return RAK.daftar(store, _semua(kueri.abai), indeks="g1", batas=kueri.batas, kursor=kueri.kursor)


def semua(store: Store) -> list[NipMeleset]:
    """All of them, dismissed or not: some tens after each roster."""
    return [n for abai in (False, True) for n in RAK.semua(store, _semua(abai), indeks="g1")]
