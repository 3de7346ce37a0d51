"""What a provider told us by webhook: kept first, worked on later, remembered for a week so that a replay is known."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime, timedelta

from chalicelib.store import Harap, Item, Put, Store

BATAS_COBA = 5
"""Tries to work on one body."""
INGAT = timedelta(days=8)
"""The provider repeats for seven days."""


def simpan(isi: bytes, kini: datetime) -> Put:
    """Keep it once; a Conflict means that it is here already."""
    pk = f"WEBHOOK#{hashlib.sha256(isi).hexdigest()}"
    indeks = {"g1": ("SURAT-MASUK", f"{kini.isoformat()}#{pk[8:24]}")}
    return Put(pk, "-", {"isi": isi.decode("utf-8", "replace")}, expect=Harap.TIADA, index=indeks, expires=_lewat(kini))  # type: ignore[arg-type]


def menunggu(store: Store, batas: int = 50) -> list[Item]:
    """What waits to be worked on, oldest first."""
    return list(store.query("SURAT-MASUK", index="g1", limit=batas)[0])


def selesai(item: Item, kini: datetime) -> Put:
    """Worked on: the content goes, its mark stays."""
    kosong: Mapping[str, object] = {"isi": ""}
    return Put(item.pk, item.sk, kosong, expect=item.version, expires=_lewat(kini))


def tunda(item: Item, kini: datetime) -> Put:
    """Working on it failed: behind the others, and after `BATAS_COBA` tries never again (its content stays for a week)."""
    coba = int(str(item.body.get("coba", 0))) + 1
    isi: Mapping[str, object] = {"isi": item.body["isi"], "coba": coba}
    urut = f"{kini.isoformat()}#{item.pk[8:24]}"
    return Put(
        item.pk,
        item.sk,
        isi,
        expect=item.version,
        expires=_lewat(kini),
        index={} if coba >= BATAS_COBA else {"g1": ("SURAT-MASUK", urut)},
    )


def _lewat(kini: datetime) -> int:
    return int((kini + INGAT).timestamp())
