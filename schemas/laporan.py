"""Laporan: how the open cases stand, by status, office and verifikator: as the worker last counted them, and in words."""

from __future__ import annotations

from schemas.dasar import Model, Versi, Waktu
from schemas.usulan import Status


class Tumpukan(Model):
    """Cases in one status: how many, and since when the one waits that waits longest."""

    jumlah: int
    tertua: Waktu


Isi = dict[str, dict[Status, Tumpukan]]


class KeadaanUsulan(Model):
    """All open cases as they stood at `pada`: by OPD (id), and by the verifikator (account) who holds or held them."""

    pada: Waktu
    opd: Isi = {}
    verifikator: Isi = {}
    versi: Versi = 0


class BarisLaporan(Model):
    """One line: of what, how many open cases, and what they are; `status` when their list may be opened. The first of a part has
    its heading."""

    judul: str = ""
    nama: str
    jumlah: int
    rincian: list[str]
    status: str = ""
