"""Pegawai on the shelf, and the claim on a NIP."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from chalicelib.galat import TidakAda
from chalicelib.records.kantor import semua_unit
from chalicelib.records.rak import Indeks, Rak
from chalicelib.store import Check, Delete, Harap, Operasi, Put, Store
from chalicelib.store.muka import Muka
from schemas.pegawai import Pegawai

TANPA_UNIT = "-"
"""Where people stand of whom no unit is known: they are somebody's work too."""


def kunci(id_: str) -> tuple[str, str]:
    """Where a person lies."""
    return f"PEGAWAI#{id_}", "-"


def _indeks(p: Pegawai) -> Indeks:
    urut = f"{p.nama.casefold()[:60]}#{p.id}"
    tempat: Indeks = {"g1": (f"UNIT#{p.unit or TANPA_UNIT}", urut)}
    return {**tempat, "g4": (f"TELEPON#{p.telepon}", p.id)} if p.telepon else tempat


RAK = Rak(Pegawai, lambda p: kunci(p.id), _indeks)


def ambil(store: Store, id_: str) -> Pegawai:
    """The person. Raises TidakAda."""
    return RAK.wajib(store, f"PEGAWAI#{id_}")


def menurut_nip(store: Store, nip: str) -> Pegawai | None:
    """Who bears this NIP now (or bore it before a correction)."""
    klaim = store.get(f"NIP#{nip}", "-")
    return RAK.ambil(store, f"PEGAWAI#{klaim.body['pegawai']}") if klaim else None


def bekali(
    muka: Muka, nip: Iterable[str], punya: Callable[[Pegawai], Iterable[tuple[str, str]]] = lambda _: ()
) -> None:
    """Read ahead who bears these NIPs, and what `punya` names beside each of them."""
    klaim = [(f"NIP#{n}", "-") for n in nip]
    muka.bekali(klaim)
    orang = [kunci(str(item.body["pegawai"])) for k in klaim if (item := muka.get(*k))]
    muka.bekali(orang)
    muka.bekali(lain for k in orang if (item := muka.get(*k)) for lain in punya(RAK.baca(item)))


def semua(store: Store) -> Iterator[Pegawai]:
    """Everybody, unit by unit, those of no unit last. Grows with the county: for the worker and the command line."""
    for unit in (*(u.id for u in semua_unit(store)), TANPA_UNIT):
        yield from RAK.semua(store, f"UNIT#{unit}", indeks="g1")


def menurut_telepon(store: Store, telepon: str) -> list[Pegawai]:
    """Whose number this is (E.164): nobody, one, or several who share a phone."""
    return RAK.daftar(store, f"TELEPON#{telepon}", indeks="g4", batas=5).isi


def simpan(baru: Pegawai, lama: Pegawai | None = None, *, pernah: bool = False) -> list[Operasi]:
    """Write a person; the NIP is claimed for him, so that two people never share one. `pernah`: he bore it before."""
    operasi: list[Operasi] = [RAK.taruh(baru)]
    if lama is None or (lama.nip != baru.nip and not pernah):
        operasi.append(Put(f"NIP#{baru.nip}", "-", {"pegawai": baru.id}, expect=Harap.TIADA))
    return operasi


def klaim_usulan(pegawai: str, layanan: str, usulan: str) -> Put:
    """Hold the place of the one open usulan; fails when there is one."""
    return Put(f"PEGAWAI#{pegawai}", f"TERBUKA#{layanan}", {"usulan": usulan}, expect=Harap.TIADA)


def lepas_usulan(pegawai: str, layanan: str) -> Delete:
    """The case has ended: another may be opened."""
    return Delete(f"PEGAWAI#{pegawai}", f"TERBUKA#{layanan}")


def usulan_terbuka(store: Store, pegawai: str, layanan: str) -> str | None:
    """Id of his open usulan."""
    item = store.get(f"PEGAWAI#{pegawai}", f"TERBUKA#{layanan}")
    return str(item.body["usulan"]) if item else None


def masih(p: Pegawai) -> Check:
    """The write holds only while this person is as he was read."""
    if not p.versi:
        raise TidakAda()
    return Check(*kunci(p.id), expect=p.versi)
