"""Hitung kabar: what was counted of messages, and what they cost. Prices are dated rows with their source (tarif_pesan.toml)."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from pathlib import Path

from schemas.dasar import Model
from schemas.kabar import Kabar, KeadaanKabar, kategori

GRATIS = "service"
BELUM = frozenset({KeadaanKabar.ANTRE, KeadaanKabar.MENGIRIM})
DIAMBIL = frozenset({KeadaanKabar.DITERIMA_PENYEDIA, KeadaanKabar.TERKIRIM})
"""Taken by the provider: whether it arrives is still to be heard."""
BERBAYAR = ("whatsapp", "whatsapp-aws")
"""Channels whose provider bills by the message that arrived."""


class Tarif(Model):
    """The price of one message of a class, from a day on."""

    golongan: str
    mulai: date
    rupiah: float
    pasti: bool
    """False: an estimate, not yet compared with a price list or a bill."""
    sumber: str


class Jumlah(Model):
    """Messages by what became of them; each stands in one of the first four. `dibaca` are some of `sampai`."""

    nama: str
    sampai: int
    gagal: int
    tak_pasti: int
    menunggu: int
    """Handed over; the provider has said nothing yet, or never does (mail, the log)."""
    dibaca: int
    banyak: int
    tingkat: str
    """Delivered of those whose end is known, as people read it: "92,3 %", or "–"."""


class Biaya(Model):
    """One month: messages that are billed, and what they cost by the prices of its first day."""

    bulan: date
    kunci: str
    """"2026-11": how its messages are asked for."""
    utility: int
    authentication: int
    lain: int
    gratis: int
    rupiah: int
    perkiraan: bool
    """A price in it is an estimate, or there is none for a class that was billed."""


@cache
def semua_tarif(setelan: str = "") -> tuple[Tarif, ...]:
    """Every price, oldest first; `setelan` ("2027-01-01 utility 400; …") comes after the table, so it wins on the same day."""
    tabel = tomllib.loads(Path(__file__).with_name("tarif_pesan.toml").read_text("utf-8"))["tarif"]
    milik = [b.split() for b in setelan.split(";") if b.strip()]
    kantor = [
        Tarif(golongan=g, mulai=date.fromisoformat(m), rupiah=float(r), pasti=True, sumber="setelan SIKAP_TARIF_PESAN")
        for m, g, r in milik
    ]
    return tuple(sorted([*(Tarif.model_validate(t) for t in tabel), *kantor], key=lambda t: t.mulai))


def golongan_tarif(k: Kabar) -> str:
    """The class it is billed in, by the provider's word or else by its kind; "" where nothing is billed."""
    if k.kanal not in BERBAYAR or k.keadaan not in (KeadaanKabar.SAMPAI, KeadaanKabar.DIBACA):
        return ""
    return k.tarif or kategori(k.kode)


def perlu_hitung(k: Kabar) -> bool:
    """Has it an outcome that the counters do not know? One that is told inside another, or only in SIKAP, never left the house."""
    if k.keadaan in BELUM or k.dalam or k.kanal == "kabar":
        return False
    lama = k.terhitung
    return lama is None or (lama.keadaan, lama.kanal, lama.tarif) != (k.keadaan, k.kanal, golongan_tarif(k))
