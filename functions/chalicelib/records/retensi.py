"""Retensi on the shelf: bytes whose deletion is owed, what was deleted on each day, and whose documents are held.

HAPUS#sha256 is the one item over which deletion and a new receipt of the same bytes meet: each changes it or checks it, so
one of the two always sees the other. It fades a day after the deletion is done.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import TypeVar

from chalicelib.galat import TakSah
from chalicelib.records.rak import Rak
from chalicelib.store import Check, Delete, Harap, Item, Operasi, Put, Store
from schemas.berkas import TahananOrang

T = TypeVar("T")
HAPUS, SALINAN = "hapus", "salinan"
"""What is owed: the bytes and their images; then the copy that was kept until that was sure."""
_PUDAR = timedelta(days=1)
RAK_TAHAN = Rak(
    TahananOrang,
    lambda t: (f"PEGAWAI#{t.pegawai}", "TAHAN"),
    lambda t: {"g1": ("ORANG-DITAHAN", f"{t.pada.isoformat()}#{t.pegawai}")},
)


def tahanan(store: Store, pegawai: str) -> TahananOrang | None:
    """The hold on all that is this person's."""
    return RAK_TAHAN.ambil(store, f"PEGAWAI#{pegawai}", "TAHAN")


def bebas(pegawai: str) -> Check:
    """For the write that deletes: it fails when the person came to be held meanwhile."""
    return Check(f"PEGAWAI#{pegawai}", "TAHAN", Harap.TIADA)


def utang(store: Store, sha256: str) -> Item | None:
    """The deletion of these bytes that is owed or was just done."""
    return store.get(f"HAPUS#{sha256}", "-")


def jaga(sha256: str, ada: Item | None) -> Operasi:
    """For the write that says these bytes are here: it fails when their deletion has moved on since `ada` was read."""
    pk = f"HAPUS#{sha256}"
    if ada is None:
        return Check(pk, "-", Harap.TIADA)
    return Put(pk, "-", ada.body, expect=ada.version, index=ada.index, expires=ada.expires)


def mulai(store: Store, sha256: str, pada: datetime) -> Put:
    """Owe the deletion of these bytes."""
    ada = utang(store, sha256)
    return _taruh(sha256, HAPUS, pada, ada.version if ada else Harap.TIADA)


def maju(ada: Item, pada: datetime) -> Put:
    """The step is done: after the bytes their copy, after that nothing. `pada`: now."""
    sha256 = str(ada.body["sha256"])
    if ada.body["tahap"] == HAPUS:
        return _taruh(sha256, SALINAN, pada, ada.version)
    pudar = int((pada + _PUDAR).timestamp())
    return Put(ada.pk, "-", {"sha256": sha256, "tahap": ""}, expect=ada.version, expires=pudar)


def tunda(ada: Item, sampai: datetime) -> Put:
    """Storage would not: try again then."""
    return _taruh(str(ada.body["sha256"]), str(ada.body["tahap"]), sampai, ada.version)


def _taruh(sha256: str, tahap: str, pada: datetime, harap: Harap | int) -> Put:
    indeks: dict[str, tuple[str, str]] = {"g1": ("HAPUS-ISI", f"{pada.isoformat()}#{sha256}")}
    return Put(f"HAPUS#{sha256}", "-", {"sha256": sha256, "tahap": tahap}, expect=harap, index=indeks)  # type: ignore[arg-type]


def terutang(store: Store, kini: datetime, batas: int) -> Sequence[Item]:
    """Deletions that are owed and due, the oldest first, each read anew."""
    isi, _ = store.query("HAPUS-ISI", index="g1", limit=batas)
    tiba = [i for i in isi if i.index["g1"][1] <= f"{kini.isoformat()}$"]
    return [ada for i in tiba if (ada := store.get(i.pk, i.sk)) and ada.body["tahap"]]


def hitung(store: Store, hari: date, **tambah: int) -> Put:
    """Add to the counts of a day, in the write of the act itself."""
    ada = store.get("RETENSI", hari.isoformat())
    isi = {n: int(str(v)) for n, v in ada.body.items()} if ada else {}
    jumlah = {n: isi.get(n, 0) + tambah.get(n, 0) for n in {*isi, *tambah}}
    return Put("RETENSI", hari.isoformat(), jumlah, expect=ada.version if ada else Harap.TIADA)


def langkah(store: Store, kerja: str) -> Item | None:
    """How far a walk that goes on step by step has come (`taruh_langkah`)."""
    return store.get("RETENSI-LANGKAH", kerja)


def taruh_langkah(kerja: str, ada: Item | None, isi: dict[str, object]) -> Put:
    """Note how far it has come; fails when another worker has moved it on."""
    return Put("RETENSI-LANGKAH", kerja, isi, expect=ada.version if ada else Harap.TIADA)


def lanjutan(ada: Item | None, baca: Callable[[str | None], T]) -> T:
    """What `baca` gives from where the walk stopped; from the beginning when that cursor is no longer ours (a new secret)."""
    kursor = str(ada.body["kursor"] or "") if ada else ""
    try:
        return baca(kursor or None)
    except TakSah:
        return baca(None)


def buang_langkah(ada: Item) -> Delete:
    """Forget it: the walk begins anew."""
    return Delete(ada.pk, ada.sk, ada.version)


def catat_jalan(kini: datetime) -> Put:
    """The round came to rest at this moment."""
    return Put("RETENSI-JALAN", "-", {"pada": kini.isoformat()})


def terakhir_jalan(store: Store) -> datetime | None:
    """When the round last came to rest with deletion switched on."""
    ada = store.get("RETENSI-JALAN", "-")
    return datetime.fromisoformat(str(ada.body["pada"])) if ada else None


def hitungan(store: Store, banyak: int = 31) -> list[tuple[str, dict[str, int]]]:
    """The newest days on which something was announced or deleted: (day, counts)."""
    isi, _ = store.query("RETENSI", limit=banyak, reverse=True)
    return [(i.sk, {n: int(str(v)) for n, v in i.body.items()}) for i in isi]
