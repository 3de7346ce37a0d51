"""Hitung kabar: the worker brings outcomes into the counters. The message remembers as what it stands there, in the same write.

So a doubled word changes nothing, a late or reversed one moves the message from one drawer to another, and no request ever
counts messages. Counting beside the hand-over keeps twenty threads from waiting for one counter.

One case counts twice, and is left so: while a release that knows no counters still works beside this one (the minutes of the
first upgrade), a message that it changes loses its mark. A second mark for every message would cost more for ever; no bill
rests on these figures.
"""

from __future__ import annotations

from collections import Counter

from chalicelib.actions import Kantor
from chalicelib.records import hitung_kabar as rak
from chalicelib.records import kabar as rak_kabar
from chalicelib.records import pegawai as rak_pegawai
from chalicelib.rules.hari_kerja import hari_wib
from chalicelib.rules.hitung_kabar import hitung, selisih
from chalicelib.store import BATAS_OPERASI, Conflict
from schemas.hitung_kabar import perlu_hitung
from schemas.kabar import Kabar

SEKALI = (BATAS_OPERASI - 5) // 5
"""Each message is one write and, at worst, four drawers of its own; the month and the channels are shared."""


def kerjakan(kantor: Kantor) -> int:
    """Count what is not counted yet, the oldest first; answers how many were (0: nothing to do now)."""
    kerja = rak_kabar.belum_dihitung(kantor.store, SEKALI)
    try:
        return _hitung(kantor, kerja)
    except Conflict:
        return sum(_satu(kantor, k.id) for k in kerja)


def _satu(kantor: Kantor, id_: str) -> int:
    """One alone, as it is now: a word came for it meanwhile, or another worker counts."""
    k = rak_kabar.RAK.ambil(kantor.store, f"KABAR#{id_}")
    try:
        return _hitung(kantor, [k]) if k and perlu_hitung(k) else 0
    except Conflict:
        return 0


def _hitung(kantor: Kantor, kerja: list[Kabar]) -> int:
    tambah: dict[tuple[str, str], Counter[str]] = {}
    tulis = []
    for k in kerja:
        orang = None if k.terhitung else rak_pegawai.RAK.ambil(kantor.store, f"PEGAWAI#{k.kepada}")
        baru = hitung(k, hari_wib(kantor.jam()), (orang.opd if orang else "") or "")
        for laci, isi in selisih(k, baru).items():
            tambah.setdefault(laci, Counter()).update(isi)
        tulis.append(rak_kabar.RAK.taruh(k.model_copy(update={"terhitung": baru})))
    if tulis:
        kantor.store.write(*tulis, *rak.tambah(kantor.store, tambah))
    return len(tulis)
