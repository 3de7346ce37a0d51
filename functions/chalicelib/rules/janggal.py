"""Janggal: facts of one person that contradict each other (domain 7.1, 7.4; golongan order: PP 99/2000). Pure.

Nothing is repaired here. A difference that BKPSDM settled on a document is no contradiction any more, though the NIP
still says otherwise (a birth date changed by a court: domain 7.1).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from schemas.fakta import KELAMIN, JenisFakta
from schemas.golongan import Golongan, baca_golongan
from schemas.janggal import Janggal
from schemas.nip import IsiNip, baca_nip
from schemas.pegawai import Pegawai
from schemas.riwayat import Riwayat
from schemas.tanggal import tanggal_panjang

_KELAMIN = {kode: sebutan.lower() for kode, sebutan in KELAMIN}


class _Pangkat(NamedTuple):
    """One row of the history of ranks that can be placed."""

    tmt: date
    gol: Golongan
    jenis: str
    id: str
    disahkan: bool


def cari(p: Pegawai, r: Riwayat) -> tuple[Janggal, ...]:
    """Every contradiction between his NIP, his line in the roster and his history of ranks."""
    pangkat = _pangkat(r)
    cpns = _tmt_cpns(p, pangkat)
    # What lies before the CPNS is a task of its own, not a fall as well.
    sejak = [g for g in _dengan_daftar(p, pangkat) if not cpns or g.tmt >= cpns]
    return (
        *_nip(p, pangkat),
        *_urut(sejak, r),
        *_awal(p, pangkat),
        *_daftar(p, pangkat),
        *_tempat(p),
    )


def _pangkat(r: Riwayat) -> list[_Pangkat]:
    """By TMT; on one day the lower first, so that only a later day can show a fall."""
    ada = [
        _Pangkat(date.fromisoformat(str(b.isi["tmt"])), gol, str(b.isi.get("jenis") or ""), b.id, bool(b.asal.usul))
        for b in r.baris.get(JenisFakta.GOLONGAN, [])
        if b.isi.get("tmt") and (gol := baca_golongan(str(b.isi.get("gol", ""))))
    ]
    return sorted(ada, key=lambda g: (g.tmt, g.gol, g.id))


def _dengan_daftar(p: Pegawai, pangkat: list[_Pangkat]) -> list[_Pangkat]:
    """With the rank of the roster at the end, where the history does not know it: the rules read it so too."""
    if not (p.golongan and p.tmt_golongan and pangkat):
        return pangkat
    dikenal = any(g.gol == p.golongan or g.tmt >= p.tmt_golongan for g in pangkat)
    return pangkat if dikenal else [*pangkat, _Pangkat(p.tmt_golongan, p.golongan, "", "", False)]


def _nip(p: Pegawai, pangkat: list[_Pangkat]) -> Iterator[Janggal]:
    isi = baca_nip(p.nip)
    if isi is None:
        yield Janggal(
            kode="nip-janggal",
            pesan="Tanggal lahir, bulan CPNS, jenis kelamin, atau nomor urut pada NIP tidak mungkin.",
            sasaran="nip",
        )
        return
    if p.jenis_kelamin and p.jenis_kelamin.value != isi.jenis_kelamin and "jenis_kelamin" not in p.disahkan:
        kata = (
            f"Data menyebut {_KELAMIN[p.jenis_kelamin.value]}, angka ke-15 NIP berarti {_KELAMIN[isi.jenis_kelamin]}."
        )
        yield Janggal(kode="nip-kelamin-beda", pesan=kata, sasaran="jenis_kelamin")
    if p.tanggal_lahir and p.tanggal_lahir != isi.tanggal_lahir and "tanggal_lahir" not in p.disahkan:
        kata = f"Data menyebut {tanggal_panjang(p.tanggal_lahir)}, NIP berarti {tanggal_panjang(isi.tanggal_lahir)}."
        yield Janggal(kode="nip-lahir-beda", pesan=kata, sasaran="tanggal_lahir")
    yield from _cpns(p, pangkat, isi)


def _cpns(p: Pegawai, pangkat: list[_Pangkat], isi: IsiNip) -> Iterator[Janggal]:
    """The decree decides: a CPNS row that was confirmed from it settles the difference."""
    baris = [g for g in pangkat if g.jenis == "CPNS"]
    cpns = baris[0].tmt if baris else p.tmt_cpns
    if cpns is None or (cpns.year, cpns.month) == (isi.tahun_cpns, isi.bulan_cpns) or any(g.disahkan for g in baris):
        return
    dari_nip = tanggal_panjang(date(isi.tahun_cpns, isi.bulan_cpns, 1)).split(" ", 1)[1]
    kata = f"Data menyebut {tanggal_panjang(cpns)}, NIP berarti {dari_nip}. SK CPNS yang menentukan."
    yield Janggal(kode="nip-cpns-beda", pesan=kata, sasaran=baris[0].id if baris else None)


def _urut(pangkat: list[_Pangkat], r: Riwayat) -> Iterator[Janggal]:
    for lama, baru in pairwise(pangkat):
        if lama.tmt == baru.tmt:
            pesan = f"{lama.gol.tulisan} dan {baru.gol.tulisan} sama-sama ber-TMT {tanggal_panjang(baru.tmt)}."
            yield Janggal(kode="tmt-kembar", pesan=pesan, sasaran=baru.id)
        elif baru.gol < lama.gol and not (lama.disahkan and baru.disahkan) and not _dihukum(r, baru.tmt):
            pesan = f"{lama.gol.tulisan} ber-TMT {tanggal_panjang(lama.tmt)}, sesudahnya {baru.gol.tulisan} ber-TMT {tanggal_panjang(baru.tmt)}."
            yield Janggal(kode="golongan-mundur", pesan=pesan, sasaran=baru.id or lama.id)


def _dihukum(r: Riwayat, tmt: date) -> bool:
    """A rank may fall by a severe penalty that runs on that day."""
    hari = tmt.isoformat()
    return any(
        h.isi.get("tingkat") == "berat" and str(h.isi.get("mulai") or "9") <= hari <= str(h.isi.get("selesai") or "9")
        for h in r.baris.get(JenisFakta.HUKUMAN, [])
    )


def _tmt_cpns(p: Pegawai, pangkat: list[_Pangkat]) -> date | None:
    return min((g.tmt for g in pangkat if g.jenis == "CPNS"), default=p.tmt_cpns)


def _awal(p: Pegawai, pangkat: list[_Pangkat]) -> Iterator[Janggal]:
    cpns = _tmt_cpns(p, pangkat)
    if cpns is None:
        return
    lebih_awal = next((g for g in pangkat if g.tmt < cpns), None)
    if lebih_awal:
        pesan = f"{lebih_awal.gol.tulisan} ber-TMT {tanggal_panjang(lebih_awal.tmt)}, TMT CPNS {tanggal_panjang(cpns)}."
        yield Janggal(kode="tmt-sebelum-cpns", pesan=pesan, sasaran=lebih_awal.id)
    elif p.tmt_golongan and p.tmt_golongan < cpns:
        pesan = f"TMT golongan {tanggal_panjang(p.tmt_golongan)}, TMT CPNS {tanggal_panjang(cpns)}."
        yield Janggal(kode="tmt-sebelum-cpns", pesan=pesan)


def _daftar(p: Pegawai, pangkat: list[_Pangkat]) -> Iterator[Janggal]:
    """His present rank is in both, with two dates."""
    sama = [g for g in pangkat if g.gol == p.golongan]
    if p.tmt_golongan and sama and all(g.tmt != p.tmt_golongan for g in sama):
        g = sama[-1]
        pesan = f"{g.gol.tulisan}: daftar pegawai menyebut TMT {tanggal_panjang(p.tmt_golongan)}, riwayat {tanggal_panjang(g.tmt)}."
        yield Janggal(kode="tmt-beda-daftar", pesan=pesan, sasaran=g.id)


def _tempat(p: Pegawai) -> Iterator[Janggal]:
    if p.unit is None:
        yield Janggal(kode="unit-tak-diketahui", pesan="Daftar pegawai tidak menyebut unit kerjanya.", sasaran="unit")
