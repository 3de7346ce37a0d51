"""Titipan: a PDF whose name tells no owner is left here to be read; its uploader alone gets the proposals, and he decides.

It is in nobody's archive. What could not be recognised is gone at once; what was not sent after a day is swept.
"""

from __future__ import annotations

from contextlib import suppress

from chalicelib.actions import Kantor
from chalicelib.actions.masa_simpan import lama
from chalicelib.actions.tebak import menurut_isi
from chalicelib.documents import kunci as k
from chalicelib.documents import teks
from chalicelib.documents.pemeriksaan import periksa
from chalicelib.documents.tolak_berkas import muat
from chalicelib.galat import TakSah, TerlaluSering, TidakAda, TidakBoleh
from chalicelib.records import titipan as rak
from chalicelib.rules.isyarat import nip_tertulis
from chalicelib.store import Conflict
from schemas.berkas import Berkas
from schemas.kueri import Tebakan
from schemas.pandangan_berkas import TiketUnggah
from schemas.peran import Pelaku
from schemas.titipan import BarisTitipan, IsianTitipan, JawabTitipan, Titipan

TUNGGU = 3600
DETIK_LIHAT = 900
"""An address to look at one: its reader has a whole list before him."""


def tiket(kantor: Kantor, pelaku: Pelaku, isian: IsianTitipan) -> JawabTitipan:
    """Permission to leave these very bytes. Raises TerlaluBesar, TerlaluSering (too many lie here already)."""
    muat(isian.ukuran, kantor.setelan.batas_terima)
    ada = rak.milik(kantor.store, pelaku.id, isian.sha256)
    if ada is None:
        _tidak_menumpuk(kantor, pelaku)
        ada = Titipan(
            id=kantor.id_baru(), oleh=pelaku.id, ukuran=isian.ukuran, sha256=isian.sha256, dibuat_pada=kantor.jam()
        )
        kantor.store.write(rak.RAK.taruh(ada))
    t = kantor.documents.tiket(k.masuk(ada.id), ukuran=ada.ukuran, tipe="application/pdf", sha256=ada.sha256)
    return JawabTitipan(tiket=TiketUnggah.model_validate(t, from_attributes=True))


def _tidak_menumpuk(kantor: Kantor, pelaku: Pelaku) -> None:
    batas = kantor.setelan.tiket_terbuka
    if rak.banyak(kantor.store, pelaku.id, batas) >= batas:
        raise TerlaluSering(
            f"{batas} berkas Anda menunggu ditentukan pemiliknya.",
            kode="titipan-menumpuk",
            petunjuk="Pilih pemiliknya dan kirim dahulu. Yang tidak dikirim dihapus sendiri sesudah satu hari.",
            tunggu_detik=TUNGGU,
        )


def baca(kantor: Kantor, pelaku: Pelaku, isian: IsianTitipan) -> Tebakan:
    """People whose NIP is written in it, of those whom he serves; never sure, since who signs is written there too.

    Raises TidakAda (he left no such file), TidakBoleh (not arrived yet), TakSah (it could not be received; and why).
    """
    ada = rak.milik(kantor.store, pelaku.id, isian.sha256)
    if ada is None:
        raise TidakAda()
    try:
        isi = kantor.documents.baca(k.masuk(ada.id))
    except TidakAda:
        raise TidakBoleh("Berkas ini belum sampai.", kode="belum-sampai", petunjuk="Kirim ulang berkasnya.") from None
    try:
        periksa(isi, batas_halaman=kantor.setelan.batas_halaman)
    except TakSah:
        _buang(kantor, ada)
        raise
    hasil, dikenali = menurut_isi(kantor, pelaku, isian.nama, nip_tertulis(teks.baca(isi)))
    if not dikenali:
        _buang(kantor, ada)
    elif ada.nama != isian.nama:
        with suppress(Conflict):  # read on two devices at once
            kantor.store.write(rak.RAK.taruh(ada.model_copy(update={"nama": isian.nama})))
    return hasil


def daftar(kantor: Kantor, pelaku: Pelaku) -> list[BarisTitipan]:
    """What he left, was read and waits for its owner: for another device of his, which does not hold the files."""
    return [
        BarisTitipan(nama=t.nama, ukuran=t.ukuran, sha256=t.sha256, alamat=_alamat(kantor, t))
        for t in rak.semua(kantor.store, pelaku.id)
        if t.nama
    ]


def _alamat(kantor: Kantor, t: Titipan) -> str:
    return kantor.documents.alamat(k.masuk(t.id), nama="titipan.pdf", tipe="application/pdf", detik=DETIK_LIHAT)


def pakai(kantor: Kantor, baru: Berkas) -> bool:
    """Let the bytes that the uploader of `baru` has left here arrive as his upload; False when there are none."""
    ada = rak.milik(kantor.store, baru.diunggah_oleh, baru.sha256)
    try:
        if ada:
            kantor.documents.salin(k.masuk(ada.id), k.masuk(baru.id))
    except TidakAda:
        return False
    return ada is not None


def habis(kantor: Kantor, baru: Berkas) -> None:
    """It has found its owner and lies in his archive."""
    if ada := rak.milik(kantor.store, baru.diunggah_oleh, baru.sha256):
        _buang(kantor, ada)


def _buang(kantor: Kantor, t: Titipan) -> None:
    kantor.documents.hapus(k.masuk(t.id))
    with suppress(Conflict):  # somebody else has just cleared it
        kantor.store.write(rak.RAK.buang(t))


def sapu(kantor: Kantor) -> int:
    """Clear what nobody has claimed in the time of an upload (retention table). Answers how many."""
    basi = [t for t in rak.tertua(kantor.store) if t.dibuat_pada < kantor.jam() - lama(kantor, "unggahan")]
    for t in basi:
        _buang(kantor, t)
    return len(basi)
