"""Impor on the shelf, and the findings of each row beside it."""

from __future__ import annotations

from collections.abc import Iterable

from chalicelib.records.rak import Indeks, Rak
from chalicelib.store import Delete, Harap, Item, Operasi, Put, Store
from schemas.dasar import Halaman
from schemas.impor import Impor, ImporRiwayat, KeadaanImpor, Pemetaan
from schemas.pandangan import BarisImpor

KERJA = frozenset({KeadaanImpor.ANTRE_UJI, KeadaanImpor.ANTRE_TERAP})
MACAM = ("ditolak", "peringatan", "celah", "ubah")


def _indeks(i: Impor) -> Indeks:
    urut = f"{i.dibuat_pada.isoformat()}#{i.id}"
    daftar: Indeks = {"g1": ("IMPOR", urut)}
    return {**daftar, "g2": ("KERJA", urut)} if i.keadaan in KERJA else daftar


def _indeks_riwayat(i: ImporRiwayat) -> Indeks:
    urut = f"{i.dibuat_pada.isoformat()}#{i.id}"
    daftar: Indeks = {"g1": ("IMPOR-RIWAYAT", urut)}
    return {**daftar, "g2": ("KERJA-RIWAYAT", urut)} if i.keadaan in KERJA else daftar


RAK = Rak(Impor, lambda i: (f"IMPOR#{i.id}", "-"), _indeks)
RAK_RIWAYAT = Rak(ImporRiwayat, lambda i: (f"IMPOR-RIWAYAT#{i.id}", "-"), _indeks_riwayat)
RAK_PEMETAAN = Rak(Pemetaan, lambda p: ("PEMETAAN", p.sidik))
RAK_BARIS = Rak(BarisImpor, lambda b: ("", ""))


def ambil(store: Store, id_: str) -> Impor:
    """One import. Raises TidakAda."""
    return RAK.wajib(store, f"IMPOR#{id_}")


def riwayat(store: Store, id_: str) -> ImporRiwayat:
    """One import of histories. Raises TidakAda."""
    return RAK_RIWAYAT.wajib(store, f"IMPOR-RIWAYAT#{id_}")


def tulis_baris(id_: str, macam: str, baris: Iterable[BarisImpor]) -> list[Operasi]:
    """The findings of one sort, in the order of the sheet."""
    return [
        Put(f"IMPOR#{id_}", f"BARIS#{macam}#{n:06d}", b.model_dump(mode="json")) for n, b in enumerate(baris, start=1)
    ]


def buang_baris(baris: Iterable[Item]) -> list[Operasi]:
    """Forget these findings."""
    return [Delete(b.pk, b.sk) for b in baris]


def baris(store: Store, id_: str, macam: str, *, batas: int, kursor: str | None) -> Halaman[BarisImpor]:
    """One page of findings."""
    return RAK_BARIS.daftar(store, f"IMPOR#{id_}", awalan=f"BARIS#{macam}#", batas=batas, kursor=kursor)


def klaim_isi(sha256: str, id_: str) -> Put:
    """These very bytes are applied once: by this import, and by no other."""
    return Put(f"IMPOR-ISI#{sha256}", "-", {"impor": id_}, expect=Harap.TIADA)


def pernah_diterapkan(store: Store, sha256: str) -> str | None:
    """Which import applied these bytes already."""
    item = store.get(f"IMPOR-ISI#{sha256}", "-")
    return str(item.body["impor"]) if item else None
