"""Paket on the shelf: the newest for the list, those the worker owes, those whose ZIPs still lie in storage."""

from __future__ import annotations

from chalicelib.records.rak import Indeks, Rak
from chalicelib.store import Store
from schemas.paket import KeadaanPaket, Paket

KERJA = frozenset({KeadaanPaket.ANTRE, KeadaanPaket.DIBUAT})


def _indeks(p: Paket) -> Indeks:
    urut = f"{p.dibuat_pada.isoformat()}#{p.id}"
    daftar: dict[str, tuple[str, str]] = {"g1": ("PAKET", urut)}
    if p.keadaan in KERJA:
        daftar["g2"] = ("KERJA-PAKET", urut)
    if p.keadaan is not KeadaanPaket.DIHAPUS:
        daftar["g3"] = ("PAKET-ADA", urut)
    return daftar  # type: ignore[return-value]


RAK = Rak(Paket, lambda p: (f"PAKET#{p.id}", "-"), _indeks)


def ambil(store: Store, id_: str) -> Paket:
    """One pack. Raises TidakAda."""
    return RAK.wajib(store, f"PAKET#{id_}")


def kerja(store: Store) -> Paket | None:
    """The pack that the worker owes longest."""
    ada = RAK.daftar(store, "KERJA-PAKET", indeks="g2", batas=1).isi
    return RAK.ambil(store, f"PAKET#{ada[0].id}") if ada else None


def tertua(store: Store, batas: int = 20) -> list[Paket]:
    """Those whose ZIPs lie there longest."""
    return RAK.daftar(store, "PAKET-ADA", indeks="g3", batas=batas).isi
