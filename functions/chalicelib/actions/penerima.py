"""Penerima: who is written to: by which channel, to which number, and whether that number is his own."""

from __future__ import annotations

from typing import NamedTuple

from chalicelib.actions import Kantor
from chalicelib.notify import Notify
from chalicelib.records import pegawai as rak_pegawai
from chalicelib.records import pilihan as rak_pilihan
from chalicelib.rules import kabar as aturan
from schemas.kabar import KABAR, Kabar
from schemas.pegawai import Pegawai
from schemas.pilihan import Pilihan


class Penerima(NamedTuple):
    """The person (None: no person of the roster), what he chose, and the channel that this message takes."""

    orang: Pegawai | None
    pilihan: Pilihan
    kanal: Notify


def lihat(kantor: Kantor, k: Kabar) -> Penerima:
    """Who gets this message, and how."""
    orang = rak_pegawai.RAK.ambil(kantor.store, f"PEGAWAI#{k.kepada}")
    pilihan = rak_pilihan.ambil(kantor.store, k.kepada)
    return Penerima(orang, pilihan, _kanal(kantor, k, orang, pilihan))


def _kanal(kantor: Kantor, k: Kabar, orang: Pegawai | None, pilihan: Pilihan) -> Notify:
    """The one it is already on or must take; mail for who wants mail; else the usual one."""
    s, jenis = kantor.setelan, KABAR[k.kode]
    nama = k.rute or k.kanal
    bebas = not (nama or k.tujuan or jenis.rahasia or jenis.jawaban)
    if bebas and pilihan.lewat == "surel" and orang and orang.email:
        nama = surel(kantor)
    return kantor.notify.get(nama) or kantor.notify[s.kanal]


def surel(kantor: Kantor) -> str:
    """The name of the channel that sends mail; "" where there is none."""
    ada = (n for n in (kantor.setelan.kanal, kantor.setelan.kanal_kedua) if n and kantor.notify[n].surel)
    return next(ada, "")


def tujuan(kantor: Kantor, k: Kabar, p: Penerima) -> tuple[str, str]:
    """Where it goes and "", or "" and why it can't go there."""
    if k.tujuan:
        return k.tujuan, ""
    ke = aturan.tujuan(p.orang, surel=p.kanal.surel)
    if not ke or p.orang is None:
        return "", aturan.TANPA_TUJUAN
    perlu = p.kanal.menyela and not p.kanal.surel and not KABAR[k.kode].rahasia
    return (ke, "") if not perlu or nomor_sendiri(kantor, p.orang, p.pilihan) else ("", aturan.BUKAN_NOMORNYA)


def nomor_sendiri(kantor: Kantor, orang: Pegawai, pilihan: Pilihan) -> bool:
    """May personal words go to his number? Not to a shared or foreign one, before he confirmed a code that came to it."""
    if pilihan.nomor_benar == orang.telepon:
        return True
    return pilihan.nomor_orang_lain != orang.telepon and not bersama(kantor, orang)


def bersama(kantor: Kantor, orang: Pegawai) -> bool:
    """Has somebody else the same number on record?"""
    return len(rak_pegawai.menurut_telepon(kantor.store, orang.telepon)) > 1
