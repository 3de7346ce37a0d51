"""Latihan: restore the newest backup somewhere it disturbs nobody, prove it, and remember how long it took."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from chalicelib.actions import Kantor, pulih
from chalicelib.actions.cadangan import LATIHAN
from chalicelib.documents import Documents, Gudang
from chalicelib.store import Put, Store
from schemas.cadangan import HasilPulih


def latih(
    kantor: Kantor, tiruan: tuple[Store, Documents], gudang: Gudang, kunci: str, katakan: Callable[[str], None]
) -> HasilPulih:
    """Restore the newest set into `tiruan` (an empty store and storage), and keep the result for the administrator's page."""
    store, documents = tiruan
    hasil = pulih.pulihkan(replace(kantor, store=store, documents=documents), gudang, kunci, "", katakan)
    kantor.store.write(Put(*LATIHAN, hasil.model_dump(mode="json")))
    return hasil


def laporan(hasil: HasilPulih) -> Sequence[str]:
    """The result in sentences."""
    return (
        f"Set {hasil.set}: {hasil.item} catatan, {hasil.berkas} berkas; semua sama dengan cadangan.",
        f"{hasil.usulan} usulan, {hasil.peristiwa} peristiwa; semua riwayat utuh. Intisari {hasil.intisari}",
        f"Lama: {hasil.detik / 60:.1f} menit ({hasil.detik:.1f} detik).",
    )
