"""The search at work: one snapshot for all requests, news merged in, scope kept."""

from __future__ import annotations

import pytest
from alat_kantor import Peramban
from app import app
from chalicelib.actions import cari
from chalicelib.edge.wsgi import WsgiApp


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
