"""Two sets of rule tables beside each other: what changes, and from which day. Pure."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from schemas.aturan import Aturan, Edisi
from schemas.aturan_baris import TABEL, Baris
from schemas.aturan_kata import bagian, kata


class Perubahan(NamedTuple):
    """One rule that reads otherwise from `sejak` on; `dari` or `ke` is "" where there is no such rule."""

    sejak: date
    tabel: str
    dari: str
    ke: str


def banding(lama: Aturan, baru: Aturan) -> list[Perubahan]:
    """Every change, the earliest first; once, on the day from which it holds."""
    hasil: list[Perubahan] = []
    kini: dict[tuple[str, str], tuple[str, str]] = {}
    for hari in sorted({*lama.batas, *baru.batas}):
        beda = _pada(lama.pada(hari), baru.pada(hari))
        baris = [Perubahan(hari, tabel, *isi) for (tabel, k), isi in beda.items() if kini.get((tabel, k)) != isi]
        hasil += dict.fromkeys(baris)
        kini = beda
    return hasil


def _pada(lama: Edisi, baru: Edisi) -> dict[tuple[str, str], tuple[str, str]]:
    """(table, key) -> both readings, where they differ on one day."""
    return {
        (tabel, str(k)): isi for tabel in TABEL for k, isi in _tabel(_baris(lama, tabel), _baris(baru, tabel)).items()
    }


def _tabel(lama: dict[object, Baris], baru: dict[object, Baris]) -> dict[object, tuple[str, str]]:
    semua = dict.fromkeys([*lama, *baru])
    isi = {k: _isi(lama.get(k), baru.get(k)) for k in semua}
    return {k: v for k, v in isi.items() if v[0] != v[1]}


def _isi(lama: Baris | None, baru: Baris | None) -> tuple[str, str]:
    """Both rows in words: the changed columns behind those that name the row."""
    if lama is None or baru is None:
        return (kata(lama) if lama else "", kata(baru) if baru else "")
    dulu, nanti = ({**bagian(r), "dasar": r.dasar} for r in (lama, baru))
    tetap = [f"{k}: {v}" for k, v in dulu.items() if k.replace(" ", "_") in lama.urut and nanti.get(k) == v]
    ubah = [k for k in {**dulu, **nanti} if dulu.get(k) != nanti.get(k)]
    kalimat = ["; ".join([*tetap, *(f"{k}: {sisi.get(k, '-')}" for k in ubah)]) for sisi in (dulu, nanti)]
    return (kalimat[0], kalimat[1])


def _baris(e: Edisi, tabel: str) -> dict[object, Baris]:
    isi = getattr(e, tabel)
    return dict(isi) if isinstance(isi, dict) else {"": isi} if isi is not None else {}
