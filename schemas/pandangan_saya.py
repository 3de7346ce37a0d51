"""Pandangan: what waits for a person, and what he was told."""

from __future__ import annotations

from schemas.dasar import Id, Model, Waktu
from schemas.pandangan_pegawai import PandanganPegawai
from schemas.pandangan_syarat import PandanganSyarat
from schemas.pandangan_usulan import RingkasUsulan


class Menunggu(Model):
    """What waits for me: a sentence, how many, and the page to open."""

    judul: str
    jumlah: int
    lanjut: bool = False
    """True: there are more than `jumlah`."""
    rincian: str = ""
    """Said instead of the number, where it is about one case."""
    ke: str


class Saya(Model):
    """Who I am, what I may do, my cases, what waits for me: one call, one screen."""

    id: Id
    nama: str
    peran: list[str]
    peran_sebutan: list[str]
    pegawai: PandanganPegawai | None
    usulan: list[RingkasUsulan]
    kelayakan: list[PandanganSyarat]
    menunggu: list[Menunggu]
    kabar_baru: str
    """ "3 belum dibaca"; empty when all were read."""
    lingkup: str = ""
    kode_terpasang: bool
    demo: bool


class PandanganKabar(Model):
    """One message as its owner (or, in the log, an administrator) sees it."""

    id: Id
    kode: str
    judul: str
    isi: str
    usulan: Id | None
    dibuat_pada: Waktu
    keadaan: str
    keadaan_sebutan: str
    kanal: str
    kepada: str = ""
    coba: int = 0
    alasan: str = ""
    dibaca: bool = False
    boleh_ulang: bool = False
    """In the log: the asker may have it sent once more."""
