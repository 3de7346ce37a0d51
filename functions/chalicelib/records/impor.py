"""Impor on the shelf, and the findings of each row beside it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from chalicelib.records.rak import Indeks, Rak
from chalicelib.store import Delete, Harap, Item, Operasi, Put, Store
from schemas.dasar import Halaman
from schemas.impor import Impor, ImporNomor, ImporRiwayat, KeadaanImpor, Pemetaan, PemetaanNomor
from schemas.pandangan_kantor import BarisImpor

DIKERJAKAN = frozenset({KeadaanImpor.ANTRE_UJI, KeadaanImpor.ANTRE_TERAP})
MACAM = ("ditolak", "peringatan", "celah", "tetap", "ubah")
NAMA: dict[type[Impor], str] = {Impor: "IMPOR", ImporRiwayat: "IMPOR-RIWAYAT", ImporNomor: "IMPOR-NOMOR"}
"""Each kind's partition; the worker's list is called like it (KERJA-…)."""
I = TypeVar("I", bound=Impor)  # noqa: E741


def kerja(nama: str) -> str:
    """Where the worker looks for imports of this kind."""
    return nama.replace("IMPOR", "KERJA")


def _rak(model: type[I]) -> Rak[I]:
    nama = NAMA[model]

    def indeks(i: I) -> Indeks:
        urut = f"{i.dibuat_pada.isoformat()}#{i.id}"
        daftar: Indeks = {"g1": (nama, urut)}
        return {**daftar, "g2": (kerja(nama), urut)} if i.keadaan in DIKERJAKAN else daftar

    return Rak(model, lambda i: (f"{nama}#{i.id}", "-"), indeks)


RAK = _rak(Impor)
RAK_RIWAYAT = _rak(ImporRiwayat)
RAK_NOMOR = _rak(ImporNomor)
SEMUA: tuple[Rak[Any], ...] = (RAK, RAK_RIWAYAT, RAK_NOMOR)
RAK_PEMETAAN = Rak(Pemetaan, lambda p: ("PEMETAAN", p.sidik))
RAK_PEMETAAN_NOMOR = Rak(PemetaanNomor, lambda p: ("PEMETAAN-NOMOR", p.sidik))
RAK_BARIS = Rak(BarisImpor, lambda b: ("", ""))


def menurut_id(store: Store, id_: str) -> Impor | None:
    """The import of this id, whatever its kind."""
    calon = (r.ambil(store, f"{NAMA[r.model]}#{id_}") for r in SEMUA)
    return next((i for i in calon if i), None)


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


def lepas_isi(sha256: str) -> Delete:
    """These bytes left a row out: they may be brought once more."""
    return Delete(f"IMPOR-ISI#{sha256}", "-")


def pernah_diterapkan(store: Store, sha256: str) -> str | None:
    """Which import applied these bytes already."""
    item = store.get(f"IMPOR-ISI#{sha256}", "-")
    return str(item.body["impor"]) if item else None
