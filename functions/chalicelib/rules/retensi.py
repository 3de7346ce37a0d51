"""Retensi: how long one version of a document stays, and why; what is to be done about it today. Pure (domain 10)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Literal, NamedTuple

from chalicelib.rules.hari_kerja import hari_wib
from schemas.aturan_baris import BarisRetensi, KelasRetensi
from schemas.berkas import Berkas, Tahanan, dasar_slot, urai_slot
from schemas.riwayat import KeadaanFakta, UsulFakta
from schemas.usulan import TERBUKA, Status, Usulan

PALING_LAMA = timedelta(days=365)
"""So often at least the table is asked anew: it may have changed."""
TELAT = timedelta(days=14)
"""An announced day that passed so long ago (the worker stood still, the setting was off) is announced again."""


class Sandaran(NamedTuple):
    """What may rest on a version: is it the newest (whole) one of its place, when did the next one come, all cases and
    proposed facts of its owner, and whether all that is his is held (`tahan`)."""

    terkini: bool
    diganti_pada: datetime | None
    usulan: tuple[Usulan, ...] = ()
    fakta: tuple[UsulFakta, ...] = ()
    tahan: Tahanan | None = None


class Simpanan(NamedTuple):
    """Kept until `sampai` (None: as long as this holds), by which class of the table, and why in a sentence."""

    kelas: KelasRetensi | Literal["ditahan"]
    sampai: date | None
    sebab: str


class Langkah(NamedTuple):
    """What is due: `tinjau` again on a day, `umumkan` the deletion on a day, or `hapus`."""

    apa: Literal["tinjau", "umumkan", "hapus"]
    pada: date


Tabel = Mapping[KelasRetensi, BarisRetensi]


def nilai(b: Berkas, s: Sandaran, tabel: Tabel) -> Simpanan:
    """Until when and why. Whatever a decision rests on has no end, and a class without a row or a period has none either."""
    if b.tahan:
        return Simpanan("ditahan", None, f"Ditahan administrator: {b.tahan.alasan}")
    if s.tahan:
        return Simpanan("ditahan", None, f"Semua dokumen orang ini ditahan administrator: {s.tahan.alasan}")
    if s.terkini or s.diganti_pada is None:
        return _menurut(tabel, "arsip-terkini", None)
    if bersandar(b, s):
        return _menurut(tabel, "dasar-keputusan", None)
    return _menurut(tabel, *_kelas(b, s, s.diganti_pada))


def bersandar(b: Berkas, s: Sandaran) -> bool:
    """Does a decision, or what may still become one, rest on this very version?"""
    return (
        (b.periksaan is not None and b.periksaan.putusan == "terima")
        or any(memakai(u, b) and not _ditarik(u) for u in s.usulan)
        or any(f.berkas == b.id and f.keadaan is not KeadaanFakta.DITARIK for f in s.fakta)
        or any(u.status in TERBUKA for u in _saat_diperiksa(b, s))
        or (dasar_slot(b.slot) == "surat-kuasa-opd" and any(_sesudah(u, b) and not _ditarik(u) for u in s.usulan))
    )


def memakai(u: Usulan, b: Berkas) -> bool:
    return b.id in {*(x.berkas for x in u.butir), *(k.berkas for k in (u.pertek, u.sk) if k)}


def _ditarik(u: Usulan) -> bool:
    """Called off before BKPSDM had it: nothing was decided."""
    return u.status is Status.DIBATALKAN and u.antre_pada is None


def _saat_diperiksa(b: Berkas, s: Sandaran) -> list[Usulan]:
    """The cases that were running when a verifikator spoke about it: a line forgets the version that was replaced."""
    if b.periksaan is None:
        return []
    pada = b.periksaan.pada
    return [u for u in s.usulan if u.dibuat_pada <= pada and (u.status in TERBUKA or u.sejak >= pada)]


def _sesudah(u: Usulan, b: Berkas) -> bool:
    """A case does not note which letter of the OPD it was made upon: any made since the letter came may be it."""
    return b.diterima_pada is not None and u.dibuat_pada >= b.diterima_pada


def _kelas(b: Berkas, s: Sandaran, diganti: datetime) -> tuple[KelasRetensi, datetime]:
    """The class of what nothing rests on, and from when its time runs."""
    if b.periksaan is not None:
        return "dikembalikan", max([diganti, b.periksaan.pada, *(u.sejak for u in _saat_diperiksa(b, s))])
    if ditarik := [u.sejak for u in s.usulan if memakai(u, b)]:
        return "usulan-ditarik", max([diganti, *ditarik])
    urai = urai_slot(b.slot)
    return ("identitas" if urai and urai[0].identitas else "versi-diganti"), diganti


def _menurut(tabel: Tabel, kelas: KelasRetensi, sejak: datetime | None) -> Simpanan:
    baris = tabel.get(kelas)
    sampai = hari_wib(sejak) + timedelta(days=baris.hari) if baris and baris.hari and sejak else None
    return Simpanan(kelas, sampai, baris.sebab if baris else "Tabel retensi tidak menyebutnya.")


def langkah(b: Berkas, simpanan: Simpanan, hari: date, tenggang: timedelta) -> Langkah:
    """What is due today. Nothing goes that was not announced `tenggang` ahead, and was still to go on the day it was said."""
    sampai = simpanan.sampai
    if sampai is None:
        return Langkah("tinjau", hari + PALING_LAMA)
    if b.hapus_pada and sampai <= b.hapus_pada:
        if hari < b.hapus_pada:
            return Langkah("umumkan", b.hapus_pada)
        if hari <= b.hapus_pada + TELAT:
            return Langkah("hapus", hari)
    if hari < sampai - tenggang:
        return Langkah("tinjau", min(sampai - tenggang, hari + PALING_LAMA))
    return Langkah("umumkan", max(sampai, hari + tenggang))
