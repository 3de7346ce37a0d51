"""Hitung kabar on the shelf: counters of messages by month, day, OPD, kind and channel; small, whatever the county sends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from chalicelib.store import Harap, Put, Store

Laci = tuple[str, str]
BULAN = 12
"""Months that are shown."""


def tambah(store: Store, semua: Mapping[Laci, Counter[str]]) -> list[Put]:
    """These counters with this much more (or less) in each, as writes that hold only while nobody else counted."""
    return [_tambah(store, laci, isi) for laci, isi in semua.items()]


def _tambah(store: Store, laci: Laci, isi: Counter[str]) -> Put:
    ada = store.get(*laci)
    jadi = Counter({n: int(str(b)) for n, b in ada.body.items()} if ada else {})
    jadi.update(isi)
    return Put(*laci, {n: b for n, b in jadi.items() if b}, expect=ada.version if ada else Harap.TIADA)


def sebulan(store: Store, bulan: str) -> dict[str, dict[str, int]]:
    """Drawer ("OPD#dinas", "HARI#2026-11-26", …) -> counts, of one month."""
    semua: dict[str, dict[str, int]] = {}
    kursor: str | None = None
    while True:
        isi, kursor = store.query(f"HITUNG-KABAR#{bulan}", limit=200, cursor=kursor)
        semua |= {i.sk: {n: int(str(b)) for n, b in i.body.items()} for i in isi}
        if kursor is None:
            return semua


def bulanan(store: Store) -> list[tuple[str, dict[str, int]]]:
    """(month, counts) of the last twelve months, newest first."""
    isi, _ = store.query("HITUNG-KABAR", limit=BULAN, reverse=True)
    return [(i.sk, {n: int(str(b)) for n, b in i.body.items()}) for i in isi]
