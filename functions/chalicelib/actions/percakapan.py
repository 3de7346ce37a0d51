"""Percakapan: answer what people write to the office's number. Each message once, a few an hour for each sender."""

from __future__ import annotations

import hashlib
from datetime import timedelta

from chalicelib.actions import Kantor, penerima, usulan
from chalicelib.actions.kabari import tulis
from chalicelib.actions.menilai import ramal
from chalicelib.records import kabar as rak_kabar
from chalicelib.records import pegawai as rak_pegawai
from chalicelib.records import pilihan as rak_pilihan
from chalicelib.rules import percakapan as kata
from chalicelib.rules.hari_kerja import hari_wib
from chalicelib.rules.percakapan import Jawab, Niat
from chalicelib.rules.wa_masuk import PesanMasuk
from chalicelib.store import Conflict, Harap, Operasi, Put
from schemas.pegawai import Pegawai
from schemas.usulan import TERBUKA, Usulan

PALING_BANYAK = 10
"""Answers to one sender in an hour; beyond them silence, so that two machines never talk for ever."""
TAMU = "tamu"


def jawab(kantor: Kantor, pesan: PesanMasuk) -> None:
    """Owe the answer, together with the mark that this message was answered."""
    tanda = f"WA-PESAN#{_sidik(pesan.id)}"
    while kantor.store.get(tanda, "-") is None:
        try:
            if operasi := _utang(kantor, pesan, tanda):
                kantor.store.write(*operasi)
                kantor.nyalakan()
            return
        except Conflict:
            continue  # answered meanwhile, or another message of this sender was counted first


def _utang(kantor: Kantor, pesan: PesanMasuk, tanda: str) -> list[Operasi]:
    """The mark, the count and the answer; nothing when he had enough of them this hour."""
    kini = kantor.jam()
    ingat = int((kini + timedelta(days=8)).timestamp())
    pk, sk = f"LAJU#{_sidik(pesan.dari)}", kini.strftime("%Y%m%d%H")
    sudah = kantor.store.get(pk, sk)
    banyak = int(str(sudah.body["n"])) if sudah else 0
    if banyak >= PALING_BANYAK:
        return []
    laju = Put(pk, sk, {"n": banyak + 1}, expect=sudah.version if sudah else Harap.TIADA, expires=ingat)
    punya = rak_pegawai.menurut_telepon(kantor.store, pesan.dari)
    milik = [p for p in punya if penerima.nomor_sendiri(kantor, p, rak_pilihan.ambil(kantor.store, p.id))]
    orang = milik[0] if len(milik) == 1 else None
    jawaban, ubah = _jawab(kantor, punya, orang, pesan)
    menu = Put(f"MENU#{_sidik(pesan.dari)}", "-", {"menu": list(jawaban.menu or kata.UTAMA)}, expires=ingat)
    kepada = orang.id if orang else TAMU
    surat = rak_kabar.RAK.taruh(tulis(kantor, kepada, "JAWAB", tujuan=pesan.dari, isi=jawaban.lengkap))
    return [Put(tanda, "-", {}, expect=Harap.TIADA, expires=ingat), laju, surat, menu, *ubah]


def _menu(kantor: Kantor, dari: str) -> kata.Menu:
    """What was last offered to this sender: a number means a line of it."""
    terakhir = kantor.store.get(f"MENU#{_sidik(dari)}", "-")
    isi = terakhir.body["menu"] if terakhir else []
    return tuple(Niat(str(n)) for n in isi) if isinstance(isi, list) and isi else kata.UTAMA


def _jawab(
    kantor: Kantor, punya: list[Pegawai], orang: Pegawai | None, pesan: PesanMasuk
) -> tuple[Jawab, list[Operasi]]:
    """The words, and what changes with them. `orang`: whose own phone it is, if that is known."""
    if not punya:
        return Jawab(kata.TAMU), []
    if pesan.teks is None:
        return Jawab(kata.BUKAN_TEKS, kata.UTAMA), []
    niat = kata.mengerti(pesan.teks, _menu(kantor, pesan.dari))
    if niat is Niat.BANTUAN:
        return Jawab(kata.bantuan(kantor.setelan.bantuan_telepon), kata.UTAMA), []
    if niat is None:
        return Jawab(kata.TAK_MENGERTI, kata.UTAMA), []
    if orang is None:
        return Jawab(kata.BERSAMA), []
    return _pribadi(kantor, orang, niat)


def _pribadi(kantor: Kantor, orang: Pegawai, niat: Niat) -> tuple[Jawab, list[Operasi]]:
    match niat:
        case Niat.STATUS:
            return kata.status(_kasus(kantor, orang)), []
        case Niat.BERKAS:
            kasus = _kasus(kantor, orang)
            return kata.berkas(kasus if kasus and kasus.status in TERBUKA else None), []
        case Niat.KAPAN:
            return Jawab(kata.kapan(ramal(kantor, orang), hari_wib(kantor.jam())), kata.SESUDAH_KAPAN), []
        case Niat.BERHENTI:
            return Jawab(kata.BERHENTI, (Niat.MULAI,)), [rak_pilihan.ubah(kantor.store, orang.id, lewat="situs")]
    return Jawab(kata.MULAI, kata.UTAMA), [rak_pilihan.ubah(kantor.store, orang.id, lewat="utama")]


def _kasus(kantor: Kantor, orang: Pegawai) -> Usulan | None:
    """His newest case."""
    return next(iter(usulan.milik(kantor, orang.id)), None)


def _sidik(teks: str) -> str:
    return hashlib.sha256(teks.encode()).hexdigest()
