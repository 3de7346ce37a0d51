"""Surat masuk: what the provider tells us. Proven, kept, answered at once; worked on by the worker."""

from __future__ import annotations

import hashlib
import hmac
from contextlib import suppress
from datetime import timedelta

from chalicelib.actions import Kantor, percakapan
from chalicelib.actions.antar_hasil import akibat_gagal, tulis
from chalicelib.galat import TakSah, TerlaluBesar, TidakAda
from chalicelib.notify.galat_wa import artikan
from chalicelib.records import kabar as rak_kabar
from chalicelib.records import kanal as rak_kanal
from chalicelib.records import pegawai as rak_pegawai
from chalicelib.records import surat_masuk as rak
from chalicelib.rules.kabar import PALING_LAMA, maju
from chalicelib.rules.wa_masuk import KabarKeadaan, KabarTemplat, baca, entri_aws
from chalicelib.store import Conflict, Item, Operasi
from schemas.kabar import Kabar, KeadaanKabar

SELAMA_DITOLAK = timedelta(days=30)
"""How long a refused template is not tried, unless it is approved before."""
TERBESAR = 256_000
"""Bytes; a provider's body is a few thousand."""


def jabat_tangan(kantor: Kantor, mode: str, token: str, tantangan: str) -> str:
    """The provider proves the address: its challenge back, when it knows our word. Raises TidakAda."""
    kata = kantor.setelan.wa_token_verifikasi
    if mode != "subscribe" or not kata or not hmac.compare_digest(token.encode(), kata.encode()):
        raise TidakAda()
    return tantangan[:200]


def terima(kantor: Kantor, tanda_tangan: str, isi: bytes) -> None:
    """Keep what is signed with the app secret over the raw bytes. Raises TidakAda (not signed), TerlaluBesar. A replay changes nothing."""
    kunci = kantor.setelan.wa_rahasia_aplikasi
    harap = "sha256=" + hmac.new(kunci.encode(), isi, hashlib.sha256).hexdigest()
    if not kunci or not hmac.compare_digest(harap.encode(), tanda_tangan.encode()):
        raise TidakAda()
    _simpan(kantor, isi)


def terima_aws(kantor: Kantor, isi: str) -> None:
    """Keep what AWS's queue brought; IAM let only our own topic write there. Raises TakSah (not of the kind), TerlaluBesar."""
    entri = entri_aws(isi) if len(isi) <= TERBESAR else isi
    if entri is None:
        raise TakSah("Kiriman ini bukan kabar WhatsApp.", petunjuk="Periksa langganan topik SNS ke antrean ini.")
    _simpan(kantor, entri.encode())


def _simpan(kantor: Kantor, isi: bytes) -> None:
    if len(isi) > TERBESAR:
        raise TerlaluBesar("Kiriman ini terlalu besar.")
    try:
        kantor.store.write(rak.simpan(isi, kantor.jam()))
    except Conflict:
        return
    kantor.nyalakan()


def olah(kantor: Kantor, batas: int = 50) -> int:
    """The worker's share; answers how many bodies were worked on.

    A body that breaks the work goes behind the others, so that it holds up nobody's answer; the first fault is raised at the end.
    """
    kerja = rak.menunggu(kantor.store, batas)
    rusak: list[Exception] = []
    for item in kerja:
        try:
            _satu(kantor, item)
        except Exception as sebab:
            rusak.append(sebab)
            with suppress(Conflict):  # another worker was at it as well; what broke here is what must be known
                kantor.store.write(rak.tunda(item, kantor.jam()))
    if rusak:
        raise rusak[0]
    return len(kerja)


def _satu(kantor: Kantor, item: Item) -> None:
    for hal in baca(str(item.body["isi"])):
        if isinstance(hal, KabarKeadaan):
            _terapkan(kantor, hal)
        elif isinstance(hal, KabarTemplat):
            _templat(kantor, hal)
        else:
            percakapan.jawab(kantor, hal)
    try:
        kantor.store.write(rak.selesai(item, kantor.jam()))
    except Conflict:
        return  # another worker did it as well; each part of it holds only once


def _templat(kantor: Kantor, kata: KabarTemplat) -> None:
    """A template that may not be used holds its kind of message back until the provider says otherwise."""
    apa = rak_kanal.hanya(kantor.setelan.kanal, kata.kode)
    alasan = f"Templat pesan {kata.kode} tidak dapat dipakai ({kata.kata})."
    henti = rak_kanal.hentikan(kantor.store, apa, kantor.jam() + SELAMA_DITOLAK, alasan)
    kantor.store.write(rak_kanal.jalankan(apa) if kata.boleh else henti)


def _terapkan(kantor: Kantor, kata: KabarKeadaan) -> None:
    """A state of one message; older and repeated words change nothing."""
    for _ in range(3):
        k = rak_kabar.RAK.ambil(kantor.store, f"KABAR#{kata.kabar}")
        if k is None or not maju(k.keadaan, kata.keadaan):
            return
        ubah: dict[str, object] = {
            "keadaan": kata.keadaan,
            "ragu": kata.keadaan is KeadaanKabar.TERKIRIM,
            "jatuh_tempo": kantor.jam() + PALING_LAMA,
            "rujukan": k.rujukan or kata.rujukan,
            "alasan": "",
            "tarif": kata.tarif or k.tarif,
        }
        try:
            tulis(kantor, k, ubah, _akibat(kantor, k, kata, ubah))
        except Conflict:
            continue
        return


def _akibat(kantor: Kantor, k: Kabar, kata: KabarKeadaan, ubah: dict[str, object]) -> list[Operasi]:
    if kata.keadaan is not KeadaanKabar.GAGAL:
        return []
    sebab, alasan = artikan(kata.galat)
    orang = rak_pegawai.RAK.ambil(kantor.store, f"PEGAWAI#{k.kepada}")
    ubah["alasan"] = alasan
    return akibat_gagal(kantor, k, orang, sebab, alasan)
