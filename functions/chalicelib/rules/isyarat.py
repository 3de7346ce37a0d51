"""Isyarat: what a machine may point at on a document before a person looks. Pure; a wrong hint costs nothing, it decides nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from chalicelib.rules.nama import kata_nama, ketat, polos
from schemas.berkas import Isyarat, urai_slot

_NIP = re.compile(r"(?<!\d)(\d{8})\s?(\d{6})\s?(\d)\s?(\d{3})(?!\d)")
_TAHUN = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d)")
_RUPA = {"kosong": "tampak kosong", "terbalik": "tampak terbalik", "miring": "tampak miring (rebah)"}
SEDIKIT = 40
"""Characters below which a document is a scan, not born-digital."""


class Terlihat(NamedTuple):
    """One page: its text (born-digital only) and how it looks: "", kosong, terbalik, miring."""

    teks: str
    rupa: str


def baca(slot: str, nip: str, nama: str, halaman: Sequence[Terlihat], sama: tuple[bool, bool]) -> list[Isyarat]:
    """Hints, those to look at first. `sama`: the same bytes lie (in another person's archive, in another slot of his)."""
    semua = [*_sama(*sama), *_rupa(halaman), *_teks(slot, nip, nama, " ".join(h.teks for h in halaman))]
    return sorted(semua, key=lambda i: i.baik)


def nip_tertulis(teks: str) -> list[str]:
    """Every NIP in the text, each once, as they come."""
    return list(dict.fromkeys("".join(m) for m in _NIP.findall(teks)))


def _sama(orang_lain: bool, slot_lain: bool) -> Iterator[Isyarat]:
    if orang_lain:
        yield Isyarat(kode="sama-orang-lain", pesan="Berkas yang sama persis ada dalam arsip orang lain.")
    if slot_lain:
        yield Isyarat(
            kode="sama-slot-lain", pesan="Berkas yang sama persis dipakai untuk dokumen lain milik orang ini."
        )


def _rupa(halaman: Sequence[Terlihat]) -> Iterator[Isyarat]:
    for rupa, kata in _RUPA.items():
        nomor = [str(i) for i, h in enumerate(halaman, start=1) if h.rupa == rupa]
        if nomor:
            yield Isyarat(kode=f"rupa-{rupa}", pesan=f"Halaman {', '.join(nomor)} {kata}.")


def _teks(slot: str, nip: str, nama: str, teks: str) -> Iterator[Isyarat]:
    if len(teks.strip()) < SEDIKIT:
        return
    ada = nip_tertulis(teks)
    if nip in ada:
        yield Isyarat(kode="nip", pesan="NIP pemiliknya tertulis di dalamnya.", baik=True)
    elif ada:
        yield Isyarat(kode="nip-lain", pesan="Ada NIP di dalamnya, tetapi bukan NIP pemiliknya.")
    else:
        yield Isyarat(kode="nip-tiada", pesan="NIP pemiliknya tidak ditemukan dalam teks.")
    if _bernama(nama, teks):
        yield Isyarat(kode="nama", pesan="Nama pemiliknya tertulis di dalamnya.", baik=True)
    else:
        yield Isyarat(kode="nama-tiada", pesan="Nama pemiliknya tidak ditemukan dalam teks.")
    yield from _tahun(slot, teks)


def _bernama(nama: str, teks: str) -> bool:
    """Is every word of the name (without titles) in the text, in old or new spelling?"""
    kata = {ketat(k) for satu in teks.split() for k in polos(satu).split()}
    return kata.issuperset(kata_nama(nama))


def _tahun(slot: str, teks: str) -> Iterator[Isyarat]:
    urai = urai_slot(slot)
    if urai is None or urai[0].akhiran != "tahun":
        return
    ada = sorted(set(_TAHUN.findall(teks)))
    if urai[1] in ada:
        yield Isyarat(kode="tahun", pesan=f"Tahun {urai[1]} tertulis di dalamnya.", baik=True)
    else:
        kata = f" Yang tertulis: {', '.join(ada[:5])}." if ada else ""
        yield Isyarat(kode="tahun-lain", pesan=f"Tahun {urai[1]} tidak ditemukan dalam teks.{kata}")
