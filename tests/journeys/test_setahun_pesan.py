"""A year of messages: every fault of the provider, workers that die, its words late, doubled, reversed or lost.

Every owed message ends: arrived, failed with a reason, or unconfirmed with the second way used. None is lost, none doubled.
"""

from __future__ import annotations

from collections import Counter
from random import Random
from types import SimpleNamespace
from typing import Any

import pytest
from alat_pesan import Pesan, buka_pesan
from alat_wa import keadaan
from chalicelib.actions import antar, surat_masuk
from chalicelib.actions.kabari import kepada_diri

from schemas.kabar import KeadaanKabar

K = KeadaanKabar
EKOR = ("1111", "1112", "1113", "0026", "0056", "0429", "0500", "0998", "0999")
AKHIR = {K.DITERIMA_PENYEDIA, K.TERKIRIM, K.SAMPAI, K.DIBACA, K.GAGAL, K.TAK_TERKONFIRMASI}


class Mati(BaseException):
    """A worker is killed."""


def pekerja(pesan: Pesan, acak: Random) -> None:
    """One round of the worker; now and then it dies in the middle: before, while or after it hands a message over."""
    kanal = pesan.kantor.notify["whatsapp"]

    def kirim(surat):
        nasib = acak.random()
        if nasib < 0.02:
            raise Mati
        hasil = kanal.kirim(surat)
        if nasib > 0.98:
            raise Mati
        return hasil

    pesan.kantor.notify["whatsapp"] = SimpleNamespace(  # type: ignore[index]
        nama="whatsapp", surel=False, orang_per_hari=kanal.orang_per_hari, kirim=kirim
    )
    try:
        while antar.antar(pesan.kantor):
            pass
        surat_masuk.olah(pesan.kantor)
    except Mati:
        pass
    finally:
        pesan.kantor.notify["whatsapp"] = kanal  # type: ignore[index]


def penyedia(pesan: Pesan, acak: Random, belum: list[dict[str, Any]], dilihat: int) -> list[dict[str, Any]]:
    """The provider says what became of what it took: some words are lost, the rest come late, twice and in any order."""
    terlambat = []
    for surat in (*belum, *pesan.wa.terkirim[dilihat:]):
        if acak.random() < 0.3:
            terlambat.append(surat)
            continue
        if acak.random() < 0.1:
            continue
        mati = surat["to"].endswith("0026")
        kata = ["failed"] if mati else ["sent", "delivered", "read"][: acak.randint(1, 3)]
        badan = [keadaan(surat, k, 131026 if mati else 0) for k in kata * acak.randint(1, 2)]
        acak.shuffle(badan)
        for b in badan:
            pesan.webhook(b)
    return terlambat


def setahun(banyak: int, hari: int) -> tuple[Pesan, list[str], int]:
    acak = Random(2026)
    with buka_pesan() as pesan:
        orang = ["karno", "tini", "marni", "paimin", "vera", "vino", "kabul", "opi", "pim"]
        for siapa, ekor in zip(orang, EKOR, strict=True):
            pesan.telepon(siapa, f"+62812000{orang.index(siapa)}{ekor}", f"{siapa}@contoh.go.id")
        terutang: list[str] = []
        belum: list[dict[str, Any]] = []
        for _ in range(hari):
            for _ in range(banyak // hari):
                put = kepada_diri(pesan.kantor, acak.choice(orang), "AMAN1", bantuan="(0351) 749034")
                pesan.kantor.store.write(put)
                terutang.append(put.pk)
            for _ in range(4):
                pesan.kantor.jam.maju(hours=6)  # type: ignore[attr-defined]
                dilihat = len(pesan.wa.terkirim)
                pekerja(pesan, acak)
                belum = penyedia(pesan, acak, belum, dilihat)
        for _ in range(300):
            pesan.maju(minutes=97)
        periksa(pesan, terutang)
    return pesan, terutang, len(pesan.wa.terkirim)


def periksa(pesan: Pesan, terutang: list[str]) -> None:
    hitung: Counter[KeadaanKabar] = Counter()
    diambil = Counter(s["biz_opaque_callback_data"].removeprefix("kabar:") for s in pesan.wa.terkirim)
    pos = Counter(s.isi for s in pesan.pos.pos)
    for pk in terutang:
        item = pesan.kantor.store.get(pk, "-")
        assert item is not None, "a message was lost"
        k = K(str(item.body["keadaan"]))
        hitung[k] += 1
        assert k in AKHIR, item.body
        assert diambil[pk.removeprefix("KABAR#")] <= 1, "the provider got a message twice"
        if k in (K.GAGAL, K.TAK_TERKONFIRMASI):
            assert item.body["alasan"], item.body
            assert pos[item.body["isi"]] == 1, "the second way was not used exactly once"
    assert sum(hitung.values()) == len(terutang)
    assert {K.DIBACA, K.GAGAL, K.TAK_TERKONFIRMASI} <= set(hitung), hitung
    print(dict(hitung))


def test_a_month_in_short():
    setahun(120, 10)


@pytest.mark.panjang
def test_a_year():
    setahun(2_190, 365)
