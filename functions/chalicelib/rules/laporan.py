"""Laporan: open cases -> heaps by status, and heaps laid together. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from schemas.laporan import Isi, KeadaanUsulan, Tumpukan
from schemas.usulan import Status, Usulan


def hitung(semua: Iterable[Usulan], pada: datetime) -> KeadaanUsulan:
    """Every case once, with the age that lists show: since it came to BKPSDM, before that since it stands where it stands."""
    opd: Isi = {}
    verifikator: Isi = {}
    for u in semua:
        satu = {u.status: Tumpukan(jumlah=1, tertua=u.antre_pada or u.sejak)}
        opd[u.opd] = gabung([opd.get(u.opd, {}), satu])
        if u.verifikator:
            verifikator[u.verifikator] = gabung([verifikator.get(u.verifikator, {}), satu])
    return KeadaanUsulan(pada=pada, opd=opd, verifikator=verifikator)


def gabung(semua: Iterable[Mapping[Status, Tumpukan]]) -> dict[Status, Tumpukan]:
    """Several offices' heaps as one, in the order of the workflow."""
    jadi: dict[Status, Tumpukan] = {}
    for isi in semua:
        for status, t in isi.items():
            ada = jadi.get(status)
            jadi[status] = Tumpukan(jumlah=ada.jumlah + t.jumlah, tertua=min(ada.tertua, t.tertua)) if ada else t
    return {s: jadi[s] for s in Status if s in jadi}
