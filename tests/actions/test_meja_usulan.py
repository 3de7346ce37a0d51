"""The desk of a pengelola: the cases of the OPD that he serves, wherever he works himself."""

from __future__ import annotations

import pytest
from alat_orang import Orang
from chalicelib.records import akun as rak_akun

from schemas.peran import Peran


def lingkup(kantor, siapa: str, unit: str | None, *peran: Peran) -> None:
    lama = rak_akun.ambil(kantor.store, siapa)
    kantor.store.write(
        *rak_akun.simpan(lama.model_copy(update={"lingkup": unit, "peran": frozenset({Peran.PNS, *peran})}), lama)
    )


@pytest.fixture
def di_rsud(kantor) -> str:
    isi = {"pegawai": "paimin", "jenis": "REGULER", "periode": "2027-02-01"}
    return Orang(kantor, "marni").minta("POST", "/usulan", isi, 201)["id"]


@pytest.mark.parametrize("unit, tampak", [("rsud", True), ("dinas", False)])
def test_a_pengelola_sees_the_cases_of_the_opd_that_he_serves(kantor, di_rsud, unit, tampak):
    lingkup(kantor, "tini", unit, Peran.PENGELOLA_OPD)  # she works in the dinas
    tini = Orang(kantor, "tini")
    ada = [u["id"] for u in tini.minta("GET", "/usulan?meja=opd")["isi"]]
    assert ada == ([di_rsud] if tampak else [])
    assert tini.minta("GET", "/usulan-hitungan")["draf"] == tampak
    assert any(m["judul"] == "Draf belum diusulkan" for m in tini.minta("GET", "/saya")["menunggu"]) is tampak


def test_one_who_serves_nobody_any_more_sees_his_own_cases(kantor, di_rsud):
    lingkup(kantor, "paimin", "dinas")  # the unit still stands in his account, the role is gone
    paimin = Orang(kantor, "paimin")
    assert [u["id"] for u in paimin.minta("GET", "/usulan")["isi"]] == [di_rsud]
    paimin.minta("GET", "/usulan?meja=opd", harap=404)
