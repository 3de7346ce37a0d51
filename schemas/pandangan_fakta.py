"""Pandangan: what the counters answer about facts: a career as tables, proposals with what they change, tasks."""

from __future__ import annotations

from typing import Any

from schemas.dasar import Id, Model, Versi, Waktu
from schemas.fakta import JenisFakta
from schemas.riwayat import KeadaanFakta, Tindakan


class PandanganBaris(Model):
    """One confirmed fact in words; `sel`: one cell for each column of its table."""

    id: Id | None
    isi: dict[str, Any]
    teks: str
    sel: list[str] = []
    sumber: str
    berkas: Id | None
    oleh: str
    pada: Waktu | None
    pengesah: str = ""
    menunggu: bool = False
    """A change of it waits for a decision."""


class Akibat(Model):
    """One answer before and after."""

    jenis: str
    sebelum: str
    sesudah: str


class PandanganUsulFakta(Model):
    """A proposed fact in words; `akibat` what it would change."""

    id: Id | None
    pegawai: Id
    nama: str
    nip: str
    unit: str
    jenis: JenisFakta
    jenis_sebutan: str
    tindakan: Tindakan
    tindakan_sebutan: str
    teks: str
    teks_lama: str
    sumber: str
    berkas: Id | None
    oleh: str
    pada: Waktu
    keadaan: KeadaanFakta
    keadaan_sebutan: str
    alasan: str
    diputus_oleh: str
    diputus_pada: Waktu | None
    boleh_putus: bool = False
    boleh_tarik: bool = False
    akibat: list[Akibat] = []
    versi: Versi


class KelompokFakta(Model):
    """All facts of one kind as a table: headings, rows, whether none was stated, whether nothing is known."""

    jenis: JenisFakta
    sebutan: str
    diketahui: bool
    keterangan: str
    boleh_nihil: bool
    boleh_tambah: bool = True
    kolom: list[str] = []
    isi: list[PandanganBaris]


class PandanganTugas(Model):
    """A task: a missing fact or a contradiction in words, whose work it is, in which history and which row of it."""

    kode: str
    arti: str
    pembenah: str
    pesan: str = ""
    kata: str = ""
    """What is wrong and whose work it is, where one person's tasks are listed."""
    fakta: str = ""
    sasaran: str = ""
    jumlah: int = 0


class PandanganRiwayat(Model):
    """The career of one person as the asker may see it, and the proposals that concern it."""

    pegawai: Id
    nama: str
    nip: str
    boleh_usul: bool
    kelompok: list[KelompokFakta]
    janggal: list[PandanganTugas]
    usul: list[PandanganUsulFakta]
