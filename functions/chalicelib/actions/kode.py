"""Kode: one-time codes, sent to a phone or printed on a slip: made, kept as a keyed hash, tried, and never guessed."""

from __future__ import annotations

from datetime import timedelta

from chalicelib.actions import Kantor, masuk, sandi
from chalicelib.actions.kabari import kepada_diri
from chalicelib.galat import TerlaluSering
from chalicelib.records import akun as rak
from chalicelib.store import Conflict, Harap
from schemas.akun import KodeSekali, Tujuan
from schemas.kabar import MENIT_KODE
from schemas.pegawai import Pegawai

JEDA_KODE = timedelta(minutes=1)
"""At most one code a minute for one account."""


def kirim(kantor: Kantor, orang: Pegawai, tujuan: Tujuan, isi: str = "") -> None:
    """Make a code and owe its message, together. Raises TerlaluSering: a minute after the last one, more after the fifth.

    Without the growing pause, five guesses a minute at each of 8,000 accounts would open one of them within the hour.
    A slip that still counts stays: otherwise anybody who knows the NIP could make it worthless.
    """
    lama = rak.RAK_KODE.ambil(kantor.store, f"KODE#{orang.id}", tujuan.value)
    bebas = lama.habis_pada - timedelta(minutes=MENIT_KODE) + JEDA_KODE if lama and lama.sisa > 0 else kantor.jam()
    if bebas > kantor.jam():
        raise masuk.terlalu_sering(int(JEDA_KODE.total_seconds()), _BARU_DIKIRIM)
    try:
        masuk.hitung_percobaan(kantor, kunci_minta(kantor, orang.id))
    except TerlaluSering as tunggu:
        raise masuk.terlalu_sering(tunggu.tunggu_detik, _BARU_DIKIRIM) from None
    kode = f"{int.from_bytes(kantor.rahasia(4)) % 1_000_000:06d}"
    simpan = kode_sekali(kantor, orang.id, tujuan, kode, timedelta(minutes=MENIT_KODE), isi)
    kantor.store.write(
        rak.RAK_KODE.taruh(simpan, Harap.APA_PUN), kepada_diri(kantor, orang.id, "KODE", angka=kode, menit=MENIT_KODE)
    )
    kantor.nyalakan()


_BARU_DIKIRIM = "Kode baru saja dikirim."


def kunci_minta(kantor: Kantor, akun: str) -> str:
    """Where requests for codes to this account are counted."""
    return sandi.sidik(kantor.setelan.rahasia, "minta-kode", akun)


def kode_sekali(kantor: Kantor, akun: str, tujuan: Tujuan, kode: str, umur: timedelta, isi: str = "") -> KodeSekali:  # noqa: PLR0913
    """A code as it is kept: only its keyed hash."""
    return KodeSekali(
        akun=akun, tujuan=tujuan, hash=_sidik(kantor, akun, kode), habis_pada=kantor.jam() + umur, isi=isi
    )


def _sidik(kantor: Kantor, akun: str, kode: str) -> str:
    return sandi.sidik(kantor.setelan.rahasia, "kode-sekali", akun, kode.replace(" ", "").replace("-", "").upper())


def pakai(kantor: Kantor, akun: str, tujuan: Tujuan, kode: str) -> KodeSekali:
    """The code's record when it fits; counts the try first. Raises TakSah."""
    ada = rak.RAK_KODE.ambil(kantor.store, f"KODE#{akun}", tujuan.value)
    if ada is None or ada.sisa <= 0 or ada.habis_pada <= kantor.jam():
        raise masuk.kode_salah()
    kurang = ada.model_copy(update={"sisa": ada.sisa - 1})
    try:
        [versi] = kantor.store.write(rak.RAK_KODE.taruh(kurang))
    except Conflict:
        raise masuk.kode_salah() from None
    if not sandi.sama(ada.hash, _sidik(kantor, akun, kode)):
        raise masuk.kode_salah()
    return kurang.model_copy(update={"versi": versi})


def kode_acak(kantor: Kantor, panjang: int) -> str:
    """A code to be read from paper: letters and digits that are not mistaken for one another, in groups of five."""
    huruf = "".join("23456789ABCDEFGHJKMNPQRSTVWXYZ"[b % 30] for b in kantor.rahasia(panjang))
    return "-".join(huruf[i : i + 5] for i in range(0, panjang, 5))
