"""Pandangan: what the counters answer about people."""

from __future__ import annotations

from datetime import date

from schemas.dasar import Id, Model, Versi


class RingkasPegawai(Model):
    """One line about a person. `nip` is shown to those who may see him; pages group its digits."""

    id: Id
    nama: str
    nip: str
    golongan: str = ""
    pangkat: str = ""
    jabatan: str = ""
    unit: str = ""
    opd: str = ""


class PandanganPegawai(RingkasPegawai):
    """The person's page. `celah` are sentences about facts that are missing."""

    tmt_golongan: date | None = None
    tmt_cpns: date | None = None
    pendidikan: str = ""
    telepon: str = ""
    """In words: the last three digits only, or that none is on record."""
    celah: list[str] = []
    usulan_terbuka: Id | None = None
    boleh_usulkan: bool = False
    boleh_arsip: bool = False
    """May the asker add to his archive?"""
    versi: Versi


class BarisPencarian(RingkasPegawai):
    """A hit. `usulan_terbuka`: the person has a case already."""

    usulan_terbuka: Id | None = None
    usulan_sebutan: str = ""
    boleh_usulkan: bool = False


class Sempit(Model):
    """A choice that narrows a search: a unit and how many are found there, in words."""

    id: str
    nama: str


class HasilPencarian(Model):
    """`terdekat`: nothing fits; these are the nearest. `pesan` says so in words, and what to try. `sempit`: units to narrow it to
    when more fit than a page holds, the first one takes the narrowing back."""

    isi: list[BarisPencarian]
    kursor: str | None
    terdekat: bool
    pesan: str
    sempit: list[Sempit] = []
