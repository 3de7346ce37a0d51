"""Antar: hand over what is owed: claim by lease, give it to the channel, write down what became of it.

At most one message leaves for one act and person. A lease that ran out, or a line that broke after the message may have
been taken, is a doubt: it waits for the provider's word (webhook) and, without one, ends as `tak_terkonfirmasi` and goes
the second way; so does what the provider took and for days does not say to have arrived. It is never sent blindly again.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

from chalicelib.actions import Kantor, atur_jadwal, gabung, penerima
from chalicelib.actions.antar_hasil import RAGU, catat, kedua, selesai
from chalicelib.galat import Terhenti
from chalicelib.notify import Hasil, Notify, Surat
from chalicelib.records import kabar as rak
from chalicelib.records import kanal as rak_kanal
from chalicelib.rules import kabar as aturan
from chalicelib.rules.hari_kerja import hari_wib
from chalicelib.store import Conflict
from schemas.kabar import KABAR, Kabar, KeadaanKabar, boleh_gabung
from schemas.kabar import SebabGagal as Sebab

SEWA = timedelta(minutes=2)
"""How long one worker may take over a message."""
_K = KeadaanKabar


def antar(kantor: Kantor, batas: int = 20) -> int:
    """Work on what is due; answers how many messages were moved on (0: nothing to do now).

    Claims are made one after the other, the provider (who takes his time) is spoken to by several threads.
    """
    kerja = rak.jatuh_tempo(kantor.store, kantor.jam().isoformat(), batas)
    kiriman: list[Callable[[], bool]] = []
    banyak = sum(_satu(kantor, kabar, kiriman) for kabar in kerja)
    if kiriman:
        with ThreadPoolExecutor(len(kiriman)) as kolam:
            list(kolam.map(lambda kirim: kirim(), kiriman))
    return banyak


def _satu(kantor: Kantor, k: Kabar, kiriman: list[Callable[[], bool]]) -> bool:
    """Decide about one message; True when it moved on. One that may leave is claimed and added to `kiriman`."""
    p = penerima.lihat(kantor, k)
    try:
        if k.keadaan is not _K.ANTRE:
            return _tanpa_kabar(kantor, k, p)
        if kapan := _tunda(kantor, k, p):
            if aturan.basi(k.dibuat_pada, kantor.jam()):
                tertahan: dict[str, object] = {"keadaan": _K.GAGAL, "alasan": aturan.TERTAHAN}
                return selesai(kantor, k, tertahan, kedua(kantor, k, p.kanal, p.orang))
            kantor.store.write(rak.RAK.taruh(k.model_copy(update={"jatuh_tempo": kapan})))
            return True
        if not KABAR[k.kode].wajib and p.pilihan.lewat == "situs":
            return selesai(kantor, k, {"keadaan": _K.TERKIRIM, "kanal": "kabar", "alasan": aturan.BERHENTI}, [])
        tujuan, alasan = penerima.tujuan(kantor, k, p)
        if not tujuan:
            return selesai(kantor, k, {"keadaan": _K.GAGAL, "alasan": alasan}, kedua(kantor, k, p.kanal, p.orang))
        dipegang = _sewa(kantor, k, p.kanal, tujuan)
    except Conflict:
        return False  # another worker was first
    kiriman.append(lambda: _serahkan(kantor, dipegang, p, semula=k.tujuan))
    return True


def _tunda(kantor: Kantor, k: Kabar, p: penerima.Penerima) -> datetime | None:
    """Not before this moment: night, a resting channel, the daily digest, this person just had one, or the day's people are used up."""
    if KABAR[k.kode].rahasia or KABAR[k.kode].jawaban:
        return None
    kini, nama = kantor.jam(), p.kanal.nama
    tunda = (
        (aturan.sesudah_malam(kini) if p.kanal.menyela else None)
        or rak_kanal.henti_sampai(kantor.store, nama, kini)
        or rak_kanal.henti_sampai(kantor.store, rak_kanal.hanya(nama, k.kode), kini)
    )
    if tunda or not p.kanal.menyela or k.rute:
        return tunda
    if p.pilihan.ringkas and boleh_gabung(k):
        ringkas = aturan.ringkasan_berikut(k.dibuat_pada, atur_jadwal.pukul_harian(kantor))
        if ringkas > kini:
            return ringkas
    return rak_kanal.giliran(kantor.store, hari_wib(kini), k.kepada, kini, gabung.laju(kantor, k, p.kanal))


def _sewa(kantor: Kantor, k: Kabar, kanal: Notify, tujuan: str) -> Kabar:
    """Claim it, and with it what waits for the same person."""
    kini = kantor.jam()
    pegang: dict[str, object] = {
        "keadaan": _K.MENGIRIM, "jatuh_tempo": kini + SEWA, "coba": k.coba + 1, "kanal": kanal.nama, "tujuan": tujuan,
    }  # fmt: skip
    hitung = (
        rak_kanal.catat_giliran(kantor.store, hari_wib(kini), k.kepada, kini, gabung.laju(kantor, k, kanal))
        if kanal.menyela and not k.rute
        else []
    )
    utama, ikut = gabung.satukan(kantor, k, kanal)
    utama = utama.model_copy(update=pegang)
    bersama = [rak.RAK.taruh(b.model_copy(update={**pegang, "dalam": utama.id})) for b in ikut]
    [versi, *_] = kantor.store.write(rak.RAK.taruh(utama), *bersama, *hitung)
    return utama.model_copy(update={"versi": versi})


def _serahkan(kantor: Kantor, k: Kabar, p: penerima.Penerima, *, semula: str) -> bool:
    surat = Surat(id=k.id, tujuan=k.tujuan, isi=k.isi, kode=k.kode, nilai=k.nilai, bebas=KABAR[k.kode].jawaban)
    try:
        hasil = p.kanal.kirim(surat)
    except Terhenti as galat:
        hasil = Hasil("gagal", alasan=galat.pesan, sebab=Sebab.ULANGI)
    try:
        return catat(kantor, k, p, hasil, {"keadaan": _K.ANTRE, "tujuan": semula})
    except Conflict:
        return True  # the provider's word came first: the newer state stands


def _tanpa_kabar(kantor: Kantor, k: Kabar, p: penerima.Penerima) -> bool:
    """The lease ran out (a worker died) or the wait for the provider's word did: that it has it, or that it arrived."""
    if not k.ragu:
        ubah = {"ragu": True, "jatuh_tempo": kantor.jam() + RAGU, "alasan": aturan.TAK_TENTU}
        return selesai(kantor, k, ubah, [])
    kata = aturan.TAK_TENTU if k.keadaan is _K.MENGIRIM else aturan.BELUM_SAMPAI
    akhir: dict[str, object] = {"keadaan": _K.TAK_TERKONFIRMASI, "alasan": kata, "ragu": False}
    return selesai(kantor, k, akhir, kedua(kantor, k, p.kanal, p.orang))
