"""Kanal: what people of the office are shown of its message channels and of numbers that cannot be reached."""

from __future__ import annotations

from schemas.dasar import Id, Model, Waktu


class NomorMati(Model):
    """A person whose number cannot be reached: to be mended in E-Kinerja or at the counter."""

    id: Id
    nama: str
    nip: str
    unit: str
    opd: str
    telepon_ujung: str
    sejak: Waktu
    alasan: str
