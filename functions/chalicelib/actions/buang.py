"""Buang: the bytes of what no record lives of any more, in an order that may stop anywhere and ends right when it goes on.

The record went first, with a note of what is owed (`records/retensi`); so nothing points at bytes that are gone. The bytes are
put aside, deleted, and brought back when somebody has given the very same ones meanwhile.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta

from chalicelib.actions import Kantor
from chalicelib.documents import kunci as k
from chalicelib.documents import semua
from chalicelib.galat import Terhenti, TidakAda
from chalicelib.records import berkas as rak
from chalicelib.records import retensi as rak_retensi
from chalicelib.store import Conflict, Item

POTONG = 50
TUNDA = timedelta(days=1)
"""How long one waits that storage would not let go."""


def kerjakan(kantor: Kantor, batas: int = POTONG) -> int:
    """Delete what is owed. Answers how many steps were done; Terhenti when storage refused any (the others were done)."""
    selesai, gagal = 0, None
    for utang in rak_retensi.terutang(kantor.store, kantor.jam(), batas):
        try:
            _satu(kantor, utang)
            selesai += 1
        except Terhenti as sebab:
            gagal = sebab
            with suppress(Conflict):
                kantor.store.write(rak_retensi.tunda(utang, kantor.jam() + TUNDA))
    if gagal:
        raise gagal
    return selesai


def _satu(kantor: Kantor, utang: Item) -> None:
    """One step. A Conflict says that the same bytes have come again, or another worker was here: the next round looks anew."""
    sidik = str(utang.body["sha256"])
    if utang.body["tahap"] == rak_retensi.HAPUS:
        if not rak.masih_diperlukan(kantor.store, sidik):
            _hapus(kantor, sidik)
        if hidup := rak.masih_diperlukan(kantor.store, sidik):
            _kembalikan(kantor, sidik, hidup)
    else:
        kantor.documents.hapus(k.buang(sidik))
    with suppress(Conflict):
        kantor.store.write(rak_retensi.maju(utang, kantor.jam()))


def _hapus(kantor: Kantor, sidik: str) -> None:
    with suppress(TidakAda):  # a run that was stopped has deleted them
        kantor.documents.salin(k.isi(sidik), k.buang(sidik))
    for awalan in (k.pratinjau_semua(sidik), k.ringkas_semua(sidik)):
        for kunci in list(semua(kantor.documents, awalan)):
            kantor.documents.hapus(kunci)
    kantor.documents.hapus(k.isi(sidik))


def _kembalikan(kantor: Kantor, sidik: str, hidup: list[str]) -> None:
    if kantor.documents.keterangan(k.isi(sidik)) is None:
        with suppress(TidakAda):
            kantor.documents.salin(k.buang(sidik), k.isi(sidik))
    if not kantor.documents.daftar(k.pratinjau_semua(sidik), batas=1):
        for id_ in hidup:
            b = rak.RAK.ambil(kantor.store, f"BERKAS#{id_}")
            if b and b.pratinjau > 0:
                with suppress(Conflict):
                    kantor.store.write(rak.RAK.taruh(b.model_copy(update={"pratinjau": 0})))
