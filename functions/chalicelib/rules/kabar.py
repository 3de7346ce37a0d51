"""Kabar: when a message may leave, where to, when again, which later state of it counts, and how several are told in one. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from chalicelib.rules.hari_kerja import WIB
from schemas.kabar import KABAR, Kabar, KeadaanKabar, inti, nilai_bernama
from schemas.kabar import SebabGagal as Sebab
from schemas.pegawai import Pegawai

MALAM, PAGI = 21, 6
"""Quiet hours of the office's messages, WIB."""
BATAS_COBA = 8
PALING_LAMA = timedelta(days=3)
"""A message held up longer (a channel at rest, the day's people used up, a phone that is off) goes the second way."""
BERHENTI = "Penerima memilih membaca di SIKAP saja."
TANPA_TUJUAN = "Belum ada nomor atau alamat yang dapat dipakai."
BUKAN_NOMORNYA = "Nomor ini bukan nomor penerima sendiri, atau dipakai bersama, dan belum dibenarkan dengan kode."
TERTAHAN = "Kanal tertahan lebih dari tiga hari."
TAK_TENTU = "Penyedia tidak menjawab apakah pesan ini sampai."
BELUM_SAMPAI = "Penyedia menerima pesan ini, tetapi tiga hari lamanya tidak mengabarkan bahwa pesan sampai."
SATU_LAYAR = 400
"""Letters of notices told whole in one message: with its closing they still fit the screen of a small phone."""
_URUT = [
    KeadaanKabar.ANTRE, KeadaanKabar.MENGIRIM, KeadaanKabar.DITERIMA_PENYEDIA, KeadaanKabar.TERKIRIM, KeadaanKabar.SAMPAI, KeadaanKabar.DIBACA,
]  # fmt: skip


def sesudah_malam(kini: datetime) -> datetime | None:
    """The end of the quiet hours, when it is night now."""
    sini = kini.astimezone(WIB)
    if PAGI <= sini.hour < MALAM:
        return None
    pagi = sini.replace(hour=PAGI, minute=0, second=0, microsecond=0)
    return (pagi if sini.hour < PAGI else pagi + timedelta(days=1)).astimezone(kini.tzinfo)


def basi(dibuat: datetime, kini: datetime) -> bool:
    """Has it waited too long? Decided by day only: a second way disturbs nobody at night."""
    return kini - dibuat > PALING_LAMA and sesudah_malam(kini) is None


def tujuan(orang: Pegawai | None, *, surel: bool) -> str:
    """His mail address or number; "" where there is none."""
    if orang is None:
        return ""
    return orang.email if surel else orang.telepon


def coba_lagi(sebab: Sebab | None, coba: int) -> timedelta | None:
    """How long to wait before the next try (`coba` were made); None: no more."""
    if coba >= BATAS_COBA:
        return None
    if sebab is Sebab.ULANGI:
        return timedelta(minutes=min(60, 2 ** (coba - 1)))
    return timedelta(seconds=4**coba) if sebab is Sebab.PASANGAN else None


def maju(lama: KeadaanKabar, baru: KeadaanKabar) -> bool:
    """May `baru` follow `lama`? States only move forward; a failure is final unless the message is seen to have arrived."""
    if lama in (KeadaanKabar.GAGAL, KeadaanKabar.TAK_TERKONFIRMASI):
        return baru in (KeadaanKabar.SAMPAI, KeadaanKabar.DIBACA)
    if baru is KeadaanKabar.GAGAL:
        return lama not in (KeadaanKabar.SAMPAI, KeadaanKabar.DIBACA)
    return _URUT.index(baru) > _URUT.index(lama)


def ringkasan_berikut(dibuat: datetime, pukul: int) -> datetime:
    """The digest that tells a notice made at this moment: the next `pukul` o'clock WIB."""
    sini = dibuat.astimezone(WIB)
    saat = sini.replace(hour=pukul, minute=0, second=0, microsecond=0)
    return (saat if sini <= saat else saat + timedelta(days=1)).astimezone(dibuat.tzinfo)


def rangkum(bagian: Sequence[Kabar]) -> str:
    """Several notices as one text: whole while they fit a small screen, else counted by kind with the first names."""
    utuh = " ".join(f"{i}) {inti(k)}" for i, k in enumerate(bagian, start=1))
    if len(utuh) <= SATU_LAYAR:
        return utuh
    menurut: dict[str, list[Kabar]] = {}
    for k in bagian:
        menurut.setdefault(k.kode, []).append(k)
    return " ".join(f"{i}) {_sejenis(kode, isi)}" for i, (kode, isi) in enumerate(menurut.items(), start=1))


def _sejenis(kode: str, isi: Sequence[Kabar]) -> str:
    nama = list(dict.fromkeys(n for k in isi if (n := nilai_bernama(k).get("nama"))))
    lain = f" dan {len(nama) - 3} lainnya" if len(nama) > 3 else ""
    siapa = f": {', '.join(nama[:3])}{lain}" if nama else ""
    kali = f" ({len(isi)})" if len(isi) > 1 else ""
    return f"{KABAR[kode].judul}{kali}{siapa}."
