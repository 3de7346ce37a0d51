"""Kabar on the shelf: a person's box, and the outbox while a message is still owed."""

from __future__ import annotations

from chalicelib.records.rak import Indeks, Rak
from chalicelib.store import Store
from schemas.dasar import Halaman
from schemas.hitung_kabar import BELUM, DIAMBIL, perlu_hitung
from schemas.kabar import GABUNGAN, Kabar, boleh_gabung


def _indeks(k: Kabar) -> Indeks:
    """Who is carried by another message is not owed by himself; the carrier stands in nobody's box."""
    waktu = f"{k.dibuat_pada.isoformat()}#{k.id}"
    indeks: Indeks = {"g3": (f"KEADAAN#{k.keadaan}", waktu)}
    if k.kode != GABUNGAN:
        indeks = {**indeks, "g1": (f"KOTAK#{k.kepada}", waktu)}
    if k.tanda:
        indeks = {**indeks, "g4": (f"TANDA#{k.tanda}", k.id)}
    if perlu_hitung(k):
        return {**indeks, "g2": ("HITUNG-KABAR", waktu)}
    if k.dalam or not (k.keadaan in BELUM or (k.ragu and k.keadaan in DIAMBIL)):
        return indeks
    if boleh_gabung(k):
        indeks = {**indeks, "g5": (f"ANTRE#{k.kepada}", waktu)}
    return {**indeks, "g2": ("KELUAR", f"{k.jatuh_tempo.isoformat()}#{k.id}")}


RAK = Rak(Kabar, lambda k: (f"KABAR#{k.id}", "-"), _indeks)


SEHALAMAN = 20
"""Messages of one page of a box."""


def kotak(store: Store, akun: str, *, batas: int = SEHALAMAN, kursor: str | None = None) -> Halaman[Kabar]:
    """A person's messages, newest first."""
    return RAK.daftar(store, f"KOTAK#{akun}", indeks="g1", batas=batas, kursor=kursor, mundur=True)


def jatuh_tempo(store: Store, sekarang: str, batas: int = 50) -> list[Kabar]:
    """Messages owed and due by `sekarang` (ISO instant), earliest first."""
    isi = RAK.daftar(store, "KELUAR", indeks="g2", batas=batas).isi
    return [k for k in isi if k.jatuh_tempo.isoformat() <= sekarang]


def antrean(store: Store, akun: str, batas: int) -> list[Kabar]:
    """What one person is still owed and may be told together, oldest first."""
    return RAK.daftar(store, f"ANTRE#{akun}", indeks="g5", batas=batas).isi


def belum_dihitung(store: Store, batas: int) -> list[Kabar]:
    """Messages whose outcome the counters do not know yet, oldest first."""
    return RAK.daftar(store, "HITUNG-KABAR", indeks="g2", batas=batas).isi


def menurut_tanda(store: Store, tanda: str) -> Kabar | None:
    """The message that bears this code."""
    return next(iter(RAK.daftar(store, f"TANDA#{tanda}", indeks="g4", batas=1).isi), None)
