"""Retirement: the age by post, the month in which it is reached, and the pension date (domain 2.2, 2.1 G6)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from chalicelib.rules.kelayakan.catat import Catat, halang, telaah
from chalicelib.rules.kelayakan.fakta import Perkara
from chalicelib.rules.waktu import tambah_bulan, tambah_tahun
from schemas.aturan_baris import BarisBup
from schemas.tanggal import tanggal_panjang


class Bup(NamedTuple):
    """The day the age is reached, the KPP date (1st of that month) and the pension date (1st of the next)."""

    usia: int
    dicapai: date
    pengabdian: date
    pensiun: date
    dasar: str


def bup(p: Perkara) -> Bup | None:
    """Of the post on the TMT; None when birth date or post is not known."""
    baris = _baris(p)
    return None if baris is None or p.orang.tanggal_lahir is None else _hitung(p.orang.tanggal_lahir, baris)


def periksa(p: Perkara) -> list[Catat]:
    """A KP must take effect before the pension does."""
    lahir, tabel = p.orang.tanggal_lahir, p.berlaku.bup
    dasar = tabel["pelaksana"].dasar
    if lahir is None:
        return [telaah("tanggal-lahir", "Tanggal lahir belum tercatat, jadi TMT pensiun belum diketahui.", dasar)]
    batas = bup(p)
    if batas is None:
        usia = {r.usia: r for r in tabel.values()}
        if p.tmt < _hitung(lahir, usia[min(usia)]).pensiun:
            return []
        if p.tmt < _hitung(lahir, usia[max(usia)]).pensiun:
            return [telaah("jabatan", "Jabatan belum diketahui, jadi batas usia pensiun belum pasti.", dasar)]
        batas = _hitung(lahir, usia[max(usia)])
    if p.tmt < batas.pensiun:
        return []
    pesan = f"Batas usia pensiun {batas.usia} tahun dicapai pada {tanggal_panjang(batas.dicapai)} dan TMT pensiun {tanggal_panjang(batas.pensiun)}; TMT kenaikan pangkat harus sebelum itu. Pertimbangkan kenaikan pangkat pengabdian."
    return [halang("sudah-bup", pesan, batas.dasar)]


def _hitung(lahir: date, baris: BarisBup) -> Bup:
    bulan = date(lahir.year + baris.usia, lahir.month, 1)
    return Bup(baris.usia, tambah_tahun(lahir, baris.usia), bulan, tambah_bulan(bulan, 1), baris.dasar)


def _baris(p: Perkara) -> BarisBup | None:
    """The row of the post; None while it is not known, as of a functional post without the name that may move the age."""
    tabel, j = p.berlaku.bup, p.jabatan
    if j is None:
        return None if p.orang.jabatan is None else tabel["pelaksana"]
    nama = (j.nama or "").lower()
    for awal, baris in p.berlaku.bup_nama:
        if nama.startswith(awal):
            return baris
    if j.jenis == "struktural":
        return tabel.get(f"eselon {j.eselon}")
    if j.jenis == "fungsional":
        jenjang = tabel.get(f"jenjang {jenjang_baku(p, j.jenjang, j.kategori)}")
        lain = {b.usia for _, b in p.berlaku.bup_nama}
        return jenjang if j.nama or jenjang is None or lain <= {jenjang.usia} else None
    return tabel["pelaksana"] if j.jenis == "pelaksana" else None


def jenjang_baku(p: Perkara, nama: str | None, kategori: str | None) -> str | None:
    """The name of a level as the tables have it: "Muda" and "ahli muda" are "Ahli Muda"; None when unknown."""
    return p.berlaku.nama_jenjang.get((nama.strip().lower(), kategori)) if nama else None
