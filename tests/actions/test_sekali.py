"""The same request sent twice is done once, whatever happens in between."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from chalicelib.actions.sekali import BATAS_JAWAB, Jawab, sekali
from chalicelib.galat import Bentrok, TakSah, TidakBoleh
from chalicelib.store import Conflict, Harap, Put


def hitung(kantor) -> int:
    return len(kantor.store.query("KERJA-UJI", limit=200)[0])


def kerja(k, isi="baik"):
    k.store.write(Put("KERJA-UJI", k.id_baru(), {"x": 1}, expect=Harap.TIADA))
    return Jawab(201, {"jawab": isi})


def minta(kantor, kunci="kunci-satu", sidik="a", lakukan=kerja, oleh="karno"):
    return sekali(kantor, oleh, kunci, sidik, lakukan)


def test_a_repeat_hears_the_first_answer(kantor):
    assert minta(kantor) == minta(kantor) == Jawab(201, {"jawab": "baik"})
    assert hitung(kantor) == 1


def test_another_key_or_person_is_another_request(kantor):
    minta(kantor)
    minta(kantor, kunci="kunci-dua")
    minta(kantor, oleh="tini")
    assert hitung(kantor) == 3


def test_a_key_is_not_lent_to_another_request(kantor):
    minta(kantor)
    with pytest.raises(TakSah) as tolak:
        minta(kantor, sidik="b")
    assert tolak.value.kode == "kunci-terpakai" and hitung(kantor) == 1


def test_eight_at_once_are_done_once(kantor):
    def coba(_):
        try:
            return minta(kantor).status
        except Bentrok as galat:
            return galat.kode

    with ThreadPoolExecutor(8) as utas:
        hasil = list(utas.map(coba, range(8)))
    assert hitung(kantor) == 1
    assert 201 in hasil and set(hasil) <= {201, "sudah-dikerjakan"}


def test_a_stop_before_the_answer_was_kept_does_not_do_it_again(kantor):
    class Mati(BaseException):
        pass

    def mati(k):
        kerja(k)
        raise Mati

    with pytest.raises(Mati):
        minta(kantor, lakukan=mati)
    with pytest.raises(Bentrok) as tolak:
        minta(kantor)
    assert tolak.value.kode == "sudah-dikerjakan" and hitung(kantor) == 1


def test_a_refusal_keeps_nothing_and_is_judged_again(kantor):
    def tolak(_):
        raise TidakBoleh("Belum.")

    for _ in range(2):
        with pytest.raises(TidakBoleh):
            minta(kantor, lakukan=tolak)
    assert minta(kantor).status == 201


def test_a_key_ends_after_a_day(kantor):
    minta(kantor)
    kantor.jam.maju(hours=25)
    minta(kantor)
    assert hitung(kantor) == 2


def test_a_very_long_answer_is_not_kept(kantor):
    panjang = "x" * BATAS_JAWAB
    assert minta(kantor, lakukan=lambda k: kerja(k, panjang)).isi == {"jawab": panjang}
    with pytest.raises(Bentrok):
        minta(kantor)
    assert hitung(kantor) == 1


def test_an_act_that_fails_leaves_its_key_free(kantor):
    def gagal(k):
        k.store.write(Put("X", "-", {}, expect=5))

    with pytest.raises(Conflict):
        minta(kantor, lakukan=gagal)
    assert minta(kantor).status == 201
