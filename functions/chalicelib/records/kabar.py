"""Kabar on the shelf: a person's box, and the outbox while a message is still owed."""

from __future__ import annotations

from chalicelib.records.rak import Indeks, Rak
from chalicelib.store import Store
from schemas.dasar import Halaman
from schemas.kabar import Kabar, KeadaanKabar

BELUM = frozenset({KeadaanKabar.ANTRE, KeadaanKabar.MENGIRIM})


def _indeks(k: Kabar) -> Indeks:
    waktu = f"{k.dibuat_pada.isoformat()}#{k.id}"
    indeks: Indeks = {"g1": (f"KOTAK#{k.kepada}", waktu), "g3": (f"KEADAAN#{k.keadaan}", waktu)}
    if k.tanda:
        indeks = {**indeks, "g4": (f"TANDA#{k.tanda}", k.id)}
    return {**indeks, "g2": ("KELUAR", f"{k.jatuh_tempo.isoformat()}#{k.id}")} if k.keadaan in BELUM else indeks


RAK = Rak(Kabar, lambda k: (f"KABAR#{k.id}", "-"), _indeks)


def kotak(store: Store, akun: str, *, batas: int = 20, kursor: str | None = None) -> Halaman[Kabar]:
    """A person's messages, newest first."""
    return RAK.daftar(store, f"KOTAK#{akun}", indeks="g1", batas=batas, kursor=kursor, mundur=True)


def jatuh_tempo(store: Store, sekarang: str, batas: int = 50) -> list[Kabar]:
    """Messages owed and due by `sekarang` (ISO instant), earliest first."""
    isi = RAK.daftar(store, "KELUAR", indeks="g2", batas=batas).isi
    return [k for k in isi if k.jatuh_tempo.isoformat() <= sekarang]


def menurut_tanda(store: Store, tanda: str) -> Kabar | None:
    """The message that bears this code."""
    return next(iter(RAK.daftar(store, f"TANDA#{tanda}", indeks="g4", batas=1).isi), None)
