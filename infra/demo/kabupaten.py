"""The whole county of a day: the same people, in the same order, every time it is made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

from infra.demo import celah, kantor, tokoh
from infra.demo.nama import Penomor
from infra.demo.orang import Orang
from infra.demo.penduduk import lahirkan

BENIH = "kabupaten contoh 1"


@dataclass(frozen=True)
class Kabupaten:
    """Everybody (people with a story first), and those with a story by key."""

    hari: date
    orang: list[Orang]
    tokoh: dict[str, Orang]


def buat(jumlah: int, hari: date) -> Kabupaten:
    """So many people (at least 500, so that every OPD has some) as they stand on a day."""
    penomor, rng = Penomor(), Random(BENIH)
    bertokoh = tokoh.semua(penomor, hari)
    terisi = tokoh.kursi()
    kursi = [f for f in kantor.formasi(jumlah) if (f.opd, f.nama) not in terisi or not f.eselon]
    warga = [lahirkan(rng, f, hari, penomor) for f in kursi[: jumlah - len(bertokoh)]]
    celah.lubangi(rng, warga, hari)
    return Kabupaten(hari, [*bertokoh.values(), *warga], bertokoh)
