"""A case is handed over only to those who can take it: whom the counter names, the act accepts."""

from __future__ import annotations

import pytest
from alat_orang import Orang
from alat_paket import kasus
from chalicelib.records import akun as rak_akun
from chalicelib.records import usulan as rak

from schemas.usulan import Status


@pytest.fixture
def dipegang(kantor):
    """karno's case, held by vera."""
    id_ = kasus(kantor, "karno", "dinas", Status.VERIFIKASI, {})
    kantor.store.write(rak.RAK.taruh(rak.ambil(kantor.store, id_).model_copy(update={"verifikator": "vera"})))
    return id_


def nama(kabul, id_):
    return [v["nama"] for v in kabul.minta("GET", f"/verifikator?usulan={id_}")["isi"]]


def test_the_present_holder_is_not_among_them(kantor, dipegang):
    kabul = Orang(kantor, "kabul")
    assert {v["nama"] for v in kabul.minta("GET", "/verifikator")["isi"]} == {"VERAWATI", "VINO"}
    assert nama(kabul, dipegang) == ["VINO"]
    kabul.lakukan(dipegang, "pengalihan", kepada="vino")
    assert nama(kabul, dipegang) == ["VERAWATI"]


def test_nor_who_made_the_case_or_cannot_sign_in(kantor, dipegang):
    kabul, u = Orang(kantor, "kabul"), rak.ambil(kantor.store, dipegang)
    kantor.store.write(rak.RAK.taruh(u.model_copy(update={"dibuat_oleh": "vino"})))
    assert nama(kabul, dipegang) == []
    kantor.store.write(rak.RAK.taruh(rak.ambil(kantor.store, dipegang).model_copy(update={"dibuat_oleh": "tini"})))
    assert nama(kabul, dipegang) == ["VINO"]
    vino = rak_akun.ambil(kantor.store, "vino")
    kantor.store.write(rak_akun.RAK.taruh(vino.model_copy(update={"terkunci": True})))
    assert nama(kabul, dipegang) == []


def test_of_a_case_that_is_not_there_nothing_is_told(kantor, dipegang):
    assert Orang(kantor, "kabul").peramban.kirim("GET", "/verifikator?usulan=tiada").status == 404
    assert Orang(kantor, "admi").peramban.kirim("GET", f"/verifikator?usulan={dipegang}").status == 404
