"""Masa simpan: what the retention table in force today says of a class; one version judged by it."""

from __future__ import annotations

from datetime import datetime, timedelta

from chalicelib.actions import Kantor
from chalicelib.records import berkas as rak
from chalicelib.records import fakta as rak_fakta
from chalicelib.records import retensi as rak_retensi
from chalicelib.records import usulan as rak_usulan
from chalicelib.rules.hari_kerja import hari_wib
from chalicelib.rules.retensi import Sandaran, Simpanan, Tabel, nilai
from schemas.aturan import aturan
from schemas.aturan_baris import BarisRetensi, KelasRetensi
from schemas.berkas import Berkas

SELAMANYA = timedelta(days=36_500)


def tabel(kantor: Kantor, saat: datetime | None = None) -> Tabel:
    """The rows in force today, or at that moment (WIB)."""
    return aturan().pada(hari_wib(saat or kantor.jam())).retensi


def baris(kantor: Kantor, kelas: str, saat: datetime | None = None) -> BarisRetensi | None:
    """The row of this class, as `tabel`; None for what stands in no table (no class, or held)."""
    return next((r for r in tabel(kantor, saat).values() if r.kelas == kelas), None)


def lama(kantor: Kantor, kelas: KelasRetensi) -> timedelta:
    """How long things of this class are kept."""
    ada = baris(kantor, kelas)
    return timedelta(days=ada.hari) if ada and ada.hari else SELAMANYA


def simpanan(kantor: Kantor, b: Berkas) -> Simpanan:
    """Until when this version stays, and why: everything that may rest on it is looked at."""
    return nilai(b, _sandaran(kantor, b), tabel(kantor))


def _sandaran(kantor: Kantor, b: Berkas) -> Sandaran:
    versi = rak.versi_slot(kantor.store, b.pegawai, b.slot)
    utuh = rak.versi_utuh(kantor.store, b.pegawai, b.slot)
    sesudah = [v.diterima_pada for v in versi if v.nomor_versi > b.nomor_versi and v.diterima_pada]
    return Sandaran(
        terkini=b.id in {rak.slot(kantor.store, b.pegawai, b.slot).terbaru, utuh.id if utuh else b.id},
        diganti_pada=min(sesudah, default=None),
        usulan=tuple(rak_usulan.milik(kantor.store, b.pegawai)),
        fakta=tuple(rak_fakta.RAK.semua(kantor.store, f"FAKTA-ORANG#{b.pegawai}", indeks="g1")),
        tahan=rak_retensi.tahanan(kantor.store, b.pegawai),
    )
