"""Titipan on the shelf: by uploader and bytes, so that nobody else's question ever reaches it; and by age, for the sweep."""

from __future__ import annotations

from chalicelib.records.rak import Rak
from chalicelib.store import Store
from schemas.titipan import Titipan

RAK = Rak(
    Titipan,
    lambda t: (f"TITIPAN#{t.oleh}", t.sha256),
    lambda t: {"g1": ("TITIPAN", f"{t.dibuat_pada.isoformat()}#{t.id}")},
)


def milik(store: Store, akun: str, sha256: str) -> Titipan | None:
    """These very bytes, left by this account; None when he has left none."""
    return RAK.ambil(store, f"TITIPAN#{akun}", sha256)


def banyak(store: Store, akun: str, batas: int) -> int:
    """How many he has left, counted up to `batas`."""
    return len(RAK.daftar(store, f"TITIPAN#{akun}", batas=batas).isi)


def semua(store: Store, akun: str) -> list[Titipan]:
    """All that he has left."""
    return RAK.semua(store, f"TITIPAN#{akun}")


def tertua(store: Store, batas: int = 50) -> list[Titipan]:
    """Those that lie there longest."""
    return RAK.daftar(store, "TITIPAN", indeks="g1", batas=batas).isi
