"""Periksa ulang: every received document is read back from time to time; bytes that are not what they were are told of."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from datetime import timedelta

from chalicelib.actions import Kantor
from chalicelib.actions.audit import catatan
from chalicelib.actions.kabari import kepada_diri
from chalicelib.actions.pelaku import sistem
from chalicelib.documents import kunci as k
from chalicelib.galat import TidakAda
from chalicelib.records import berkas as rak
from chalicelib.store import Conflict, Put
from schemas.berkas import Berkas, label_slot

TIAP = timedelta(days=90)
"""How long a document may lie unread."""
POTONG = 20


def kerjakan(kantor: Kantor, batas: int = POTONG) -> int:
    """The worker's share: re-hash those that lay longest, if TIAP has passed. Answers how many; Terhenti when storage is away."""
    kini = kantor.jam()
    giliran = [b for b in rak.terlama_diperiksa(kantor.store, batas) if (b.diperiksa_pada or kini) <= kini - TIAP]
    for berkas in giliran:
        _satu(kantor, berkas)
    if not giliran:
        _pulihkan(kantor, batas)
    return len(giliran)


def _pulihkan(kantor: Kantor, batas: int) -> None:
    """What was damaged may have been put back meanwhile: from a backup, or because its owner sent the same bytes again."""
    kini = kantor.jam()
    for berkas in rak.rusak(kantor.store, batas).isi:
        if _utuh(kantor, berkas):
            baik = berkas.model_copy(update={"diperiksa_pada": kini, "rusak_pada": None})
            with suppress(Conflict):
                kantor.store.write(rak.RAK.taruh(baik), _jejak(kantor, baik, "dokumen pulih"))


def _jejak(kantor: Kantor, b: Berkas, aksi: str) -> Put:
    return catatan(kantor, sistem(), aksi, b.pegawai, {"slot": b.slot, "berkas": b.id})


def _satu(kantor: Kantor, berkas: Berkas) -> None:
    kini = kantor.jam()
    if _utuh(kantor, berkas):
        operasi = [rak.RAK.taruh(berkas.model_copy(update={"diperiksa_pada": kini}))]
    else:
        rusak = berkas.model_copy(update={"rusak_pada": kini})
        dokumen = label_slot(berkas.slot)
        operasi = [
            rak.RAK.taruh(rusak),
            kepada_diri(kantor, berkas.pegawai, "RUSAK", dokumen=dokumen, bantuan=kantor.setelan.bantuan_telepon),
            _jejak(kantor, berkas, "dokumen rusak"),
        ]
    try:
        kantor.store.write(*operasi)
    except Conflict:
        return  # somebody works on it; its turn comes again with the next round
    kantor.nyalakan()


def _utuh(kantor: Kantor, berkas: Berkas) -> bool:
    sidik = hashlib.sha256()
    try:
        for potong in kantor.documents.alir(k.isi(berkas.sha256)):
            sidik.update(potong)
    except TidakAda:
        return False
    return sidik.hexdigest() == berkas.sha256
