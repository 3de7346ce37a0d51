"""Percakapan: answer what people write to the office's number. Each message once, a few an hour for each sender."""

from __future__ import annotations

import hashlib
from datetime import timedelta

from chalicelib.actions import Kantor, usulan
from chalicelib.actions.kabari import tulis
from chalicelib.actions.menilai import ramal
from chalicelib.records import kabar as rak_kabar
from chalicelib.records import kanal as rak_kanal
from chalicelib.records import pegawai as rak_pegawai
from chalicelib.rules import percakapan as kata
from chalicelib.rules.hari_kerja import hari_wib
from chalicelib.rules.percakapan import Niat
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
    isi, ubah = _isi(kantor, punya, pesan)
    kepada = punya[0].id if len(punya) == 1 else TAMU
    surat = rak_kabar.RAK.taruh(tulis(kantor, kepada, "JAWAB", tujuan=pesan.dari, isi=isi))
    return [Put(tanda, "-", {}, expect=Harap.TIADA, expires=ingat), laju, surat, *ubah]


def _isi(kantor: Kantor, punya: list[Pegawai], pesan: PesanMasuk) -> tuple[str, list[Operasi]]:
    """The words, and what changes with them."""
    if not punya:
        return kata.TAMU, []
    if pesan.teks is None:
        return kata.BUKAN_TEKS, []
    niat = kata.mengerti(pesan.teks)
    if len(punya) > 1 and niat not in (Niat.BANTUAN, None):
        return kata.BERSAMA, []
    orang = punya[0]
    match niat:
        case Niat.STATUS:
            return kata.status(_kasus(kantor, orang)), []
        case Niat.BERKAS:
            kasus = _kasus(kantor, orang)
            return kata.berkas(kasus if kasus and kasus.status in TERBUKA else None), []
        case Niat.KAPAN:
            return kata.kapan(ramal(kantor, orang), hari_wib(kantor.jam())), []
        case Niat.BANTUAN:
            return kata.bantuan(kantor.setelan.bantuan_telepon), []
        case Niat.BERHENTI:
            return kata.BERHENTI, [rak_kanal.pilih_berhenti(orang.id, kantor.jam())]
        case Niat.MULAI:
            return kata.MULAI, [rak_kanal.pilih_mulai(orang.id)]
    return kata.TAK_MENGERTI, []


def _kasus(kantor: Kantor, orang: Pegawai) -> Usulan | None:
    """His newest case."""
    return next(iter(usulan.milik(kantor, orang.id)), None)


def _sidik(teks: str) -> str:
    return hashlib.sha256(teks.encode()).hexdigest()
