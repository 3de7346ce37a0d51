"""Gabung: several notices to one person within a short while become one message. The first goes at once, what follows waits together."""

from __future__ import annotations

from datetime import timedelta

from chalicelib.actions import Kantor
from chalicelib.actions.kabari import tulis
from chalicelib.notify import Notify
from chalicelib.records import kabar as rak
from chalicelib.records import kanal as rak_kanal
from chalicelib.rules import kabar as aturan
from schemas.kabar import GABUNGAN, Kabar, boleh_gabung

PALING_BANYAK = 90
"""Notices in one message: they are claimed in one write, which takes a hundred."""


def laju(kantor: Kantor, k: Kabar, kanal: Notify) -> rak_kanal.Laju:
    """How often this person may be written to with such a message."""
    biasa = (k.kode == GABUNGAN or boleh_gabung(k)) and not k.coba
    jeda = timedelta(minutes=kantor.setelan.gabung_menit if biasa else 0)
    return rak_kanal.Laju(kanal.orang_per_hari, jeda)


def satukan(kantor: Kantor, k: Kabar, kanal: Notify) -> tuple[Kabar, list[Kabar]]:
    """What is to leave: the notice by itself, or a new message that carries it and those which wait with it."""
    rangkap = kanal.menyela and kantor.setelan.gabung_menit and boleh_gabung(k)
    if not rangkap or rak_kanal.henti_sampai(kantor.store, rak_kanal.hanya(kanal.nama, GABUNGAN), kantor.jam()):
        return k, []
    lain = [b for b in rak.antrean(kantor.store, k.kepada, PALING_BANYAK) if boleh_gabung(b) and b.id != k.id]
    if not lain:
        return k, []
    ikut = sorted([k, *lain[: PALING_BANYAK - 1]], key=lambda b: b.dibuat_pada)
    pembawa = tulis(kantor, k.kepada, GABUNGAN, jumlah=len(ikut), rangkuman=aturan.rangkum(ikut))
    ubah = {"bagian": tuple(b.id for b in ikut), "dibuat_pada": ikut[0].dibuat_pada}
    return pembawa.model_copy(update=ubah), ikut
