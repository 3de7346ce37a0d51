"""What goes wrong in the demo county is found by the product itself, and only once."""

from __future__ import annotations

import pytest
from alat_kantor import nip
from alat_orang import Orang
from chalicelib.actions import antar, demo_gangguan
from chalicelib.actions.kabari import kepada_diri


@pytest.fixture
def sk(kantor):
    """karno's decree, in the archive for a hundred days."""
    Orang(kantor, "tini").unggah("karno", "sk-kp")
    kantor.jam.maju(days=100)
    return [{"nip": nip(0), "slot": "sk-kp"}]


def test_a_lost_document_is_found_by_the_re_hash_and_its_owner_is_told(kantor, sk):
    demo_gangguan.rusakkan(kantor, sk)
    (baris,) = Orang(kantor, "admi").minta("GET", "/berkas-rusak")["isi"]
    assert (baris["nama"], baris["label"]) == ("SOEKARJONO", "SK kenaikan pangkat terakhir")
    assert "RUSAK" in {k["kode"] for k in Orang(kantor, "karno").minta("GET", "/saya/kabar")["isi"]}


def test_loading_again_loses_nothing_more(kantor, sk, monkeypatch):
    demo_gangguan.rusakkan(kantor, sk)
    monkeypatch.setattr(kantor.documents, "hapus", lambda kunci: pytest.fail(kunci))
    demo_gangguan.rusakkan(kantor, [*sk, {"nip": nip(0), "slot": "sk-pns"}, {"nip": "1", "slot": "sk-pns"}])


def test_a_number_that_answers_no_more_is_work_for_the_pengelola(kantor):
    for siapa in ("karno", "paimin"):
        kantor.store.write(kepada_diri(kantor, siapa, "AMAN1", bantuan="x"))
    karno = Orang(kantor, "admi").minta("GET", "/pegawai/karno")
    isi = {"versi": karno["versi"], "telepon": "081200000026", "dasar": "kartu pegawai"}
    Orang(kantor, "admi").minta("PATCH", "/pegawai/karno", isi)
    while antar.antar(demo_gangguan.terputus(kantor, [nip(0)])):
        pass
    assert [b["nama"] for b in Orang(kantor, "tini").minta("GET", "/nomor-mati")["isi"]] == ["SOEKARJONO"]
    assert Orang(kantor, "marni").minta("GET", "/nomor-mati")["isi"] == []
