"""The search at work: one snapshot for all requests, news merged in, scope kept."""

from __future__ import annotations

import pytest
from alat_kantor import Peramban
from app import app
from chalicelib.actions import cari
from chalicelib.edge.wsgi import WsgiApp
from chalicelib.records import pegawai as rak_pegawai
from chalicelib.records.kantor import RAK_UNIT

from schemas.opd import Unit
from schemas.pegawai import Pegawai


@pytest.fixture
def orang(kantor):
    cari.perbarui(kantor)

    def masuk(siapa: str) -> Peramban:
        kantor.jam.maju(seconds=31)
        return Peramban(WsgiApp(app)).masuk(siapa, kantor)

    return masuk


def temukan(peramban: Peramban, teks: str) -> list[str]:
    jawab = peramban.kirim("POST", "/pencarian", {"cari": teks})
    assert jawab.status == 200, jawab.isi
    return [b["nama"] for b in jawab.isi["isi"]]


def test_the_snapshot_is_read_once_however_often_one_searches(kantor, orang, monkeypatch):
    tini, dibaca = orang("tini"), []
    baca = kantor.documents.baca
    monkeypatch.setattr(kantor.documents, "baca", lambda kunci: dibaca.append(kunci) or baca(kunci))

    for teks in ("sukaryno", "karyo", "sukarjo", "19700311"):
        temukan(tini, teks)

    assert len(dibaca) == 1


def test_a_person_who_moved_is_found_at_once_by_his_new_office_and_no_longer_by_the_old(orang):
    admi, marni, tini = orang("admi"), orang("marni"), orang("tini")
    versi = admi.kirim("GET", "/pegawai/karno").isi["versi"]
    isi = {"versi": versi, "unit": "rsud", "dasar": "SK mutasi 800/1"}
    assert admi.kirim("PATCH", "/pegawai/karno", isi).status == 200

    assert temukan(marni, "sukaryono") == ["SOEKARJONO"]
    assert "SOEKARJONO" not in temukan(tini, "sukaryono")


def test_a_pengelola_finds_only_his_own_office(orang):
    assert "PAIMIN" not in temukan(orang("tini"), "paimin")
    assert temukan(orang("marni"), "paimin") == ["PAIMIN"]
    assert temukan(orang("vera"), "paimin")[0] == "PAIMIN"


def test_a_person_of_no_unit_is_found_by_those_who_see_everybody(kantor, orang):
    lama = rak_pegawai.ambil(kantor.store, "paimin")
    kantor.store.write(rak_pegawai.RAK.taruh(lama.model_copy(update={"unit": None, "opd": None})))
    cari.perbarui(kantor, paksa=True)
    assert temukan(orang("admi"), "paimin")[0] == "PAIMIN"
    assert "PAIMIN" not in temukan(orang("marni"), "paimin")


def test_a_search_of_the_whole_county_reads_no_more_names_of_units_than_it_shows(kantor, orang, monkeypatch):
    for n in range(90):
        kantor.store.write(RAK_UNIT.taruh(Unit(id=f"u{n}", nama=f"Kantor {n:02}", jalur=(f"u{n}",))))
        baru = Pegawai(id=f"p{n}", nip=f"1980010120060410{n:02}", nama=f"SUGENG {n}", unit=f"u{n}", opd=f"u{n}")
        kantor.store.write(*rak_pegawai.simpan(baru))
    cari.perbarui(kantor, paksa=True)
    vera, dibaca, ambil = orang("vera"), [], kantor.store.get
    monkeypatch.setattr(kantor.store, "get", lambda pk, sk: dibaca.append(sk) or ambil(pk, sk))
    jawab = vera.kirim("POST", "/pencarian", {"cari": "sugeng"}).isi
    assert len(jawab["sempit"]) == 1 + cari.PALING_SEMPIT and jawab["sempit"][1]["nama"] == "Kantor 00 (1)"
    assert len({sk for sk in dibaca if sk.startswith("u")}) < 90
