"""A NIP with a digit too few or too many becomes work with a suggestion; only the SK CPNS, read by a person, enters somebody."""

from __future__ import annotations

import pytest
from alat_kantor import Peramban, nip
from app import app
from chalicelib.actions import terap
from chalicelib.edge.wsgi import WsgiApp
from chalicelib.records import pegawai as rak_pegawai
from chalicelib.records import ramalan as rak_ramalan

JUDUL = "NIP;NAMA;JENIS KELAMIN;TANGGAL LAHIR;TMT CPNS;GOLONGAN;TMT GOLONGAN;OPD;UNIT KERJA"
TUJUH_BELAS, BENAR = "19910417201532908", "199104172015032908"


def impor(kantor, *nomor):
    baris = [f"{n};WARSITI;F;17-04-1991;01-03-2015;III/b;01-04-2023;Unit dinas;Unit sd-1" for n in nomor]
    hasil = terap.baca("\n".join([JUDUL, *baris]).encode(), "a.csv", kantor.jam().date())
    terap.terapkan(kantor, hasil.orang)
    terap.catat_meleset(kantor, hasil)
    return hasil


@pytest.fixture
def siapa(kantor):
    impor(kantor, TUJUH_BELAS)
    wsgi = WsgiApp(app)

    def masuk(id_):
        kantor.jam.maju(seconds=31)
        return Peramban(wsgi).masuk(id_, kantor)

    return masuk


def daftar(peramban):
    return peramban.kirim("GET", "/nip-meleset").isi["isi"]


def betulkan(peramban, satu, nip_, **lain):
    isi = {"versi": satu["versi"], "nip": nip_, "dasar": "SK CPNS 813/5 2015", **lain}
    return peramban.kirim("POST", f"/nip-meleset/{satu['id']}/pembetulan", isi)


def test_it_is_work_of_his_office_and_of_bkpsdm_with_the_one_reading_that_fits(kantor, siapa):
    [satu] = daftar(siapa("tini"))

    assert (satu["angka"], satu["saran"], satu["nama"], satu["unit"]) == (TUJUH_BELAS, BENAR, "WARSITI", "Unit sd-1")
    assert (satu["boleh_betulkan"], daftar(siapa("marni"))) == (False, [])
    assert [b["id"] for b in daftar(siapa("vera"))] == [satu["id"]]
    assert rak_pegawai.menurut_nip(kantor.store, BENAR) is None
    assert satu["id"] not in (TUJUH_BELAS, "WARSITI")


def test_who_read_the_decree_enters_him_with_all_that_the_row_said(kantor, siapa):
    vera = siapa("vera")
    [satu] = daftar(vera)
    jawab = betulkan(vera, satu, "NIP 19910417 201503 2 908")

    assert jawab.status == 200, jawab.isi
    p = rak_pegawai.menurut_nip(kantor.store, BENAR)
    assert (p.nama, p.golongan.tulisan, str(p.tmt_cpns), p.unit) == ("WARSITI", "III/b", "2015-03-01", "sd-1")
    assert daftar(vera) == []
    assert kantor.store.get(rak_ramalan.ANTRE, p.id)
    assert "betulkan NIP meleset" in str(kantor.store.query("CATATAN#2026-11", limit=200)[0])
    assert BENAR not in str(kantor.store.query("CATATAN#2026-11", limit=200)[0])


def test_the_decree_may_say_another_nip_than_the_suggestion(kantor, siapa):
    vera = siapa("vera")
    [satu] = daftar(vera)

    assert betulkan(vera, satu, "199104172015032909").status == 200
    assert rak_pegawai.menurut_nip(kantor.store, BENAR) is None


@pytest.mark.parametrize(("nip_", "kode"), [(TUJUH_BELAS, "nip-17-digits"), (nip(0), "nip-dipakai"), ("", "nip-empty")])
def test_what_is_no_nip_or_anothers_is_refused(nip_, kode, kantor, siapa):
    vera = siapa("vera")
    [satu] = daftar(vera)

    assert betulkan(vera, satu, nip_).isi["kode"] == kode
    assert len(daftar(vera)) == 1


def test_only_those_who_keep_the_register_enter_somebody(siapa):
    [satu] = daftar(siapa("vera"))

    assert {betulkan(siapa(i), satu, BENAR).status for i in ("tini", "karno", "audi")} <= {403, 404}
    assert betulkan(siapa("vera"), satu, BENAR, versi=99).status == 409


def test_the_same_row_again_is_the_same_work_and_a_right_row_ends_it(kantor, siapa):
    impor(kantor, TUJUH_BELAS)
    assert len(daftar(siapa("vera"))) == 1
    impor(kantor, BENAR)

    assert daftar(siapa("vera")) == []


def test_nineteen_digits_without_one_reading_are_work_without_a_suggestion(kantor, siapa):
    impor(kantor, "1991041720150329081")
    lain = [b for b in daftar(siapa("vera")) if b["angka"] != TUJUH_BELAS]

    assert [b["saran"] for b in lain] in ([""], [BENAR])


def test_a_dismissed_row_stays_away_also_after_the_next_roster_and_can_be_brought_back(kantor, siapa):
    vera = siapa("vera")
    [satu] = daftar(vera)
    alamat = f"/nip-meleset/{satu['id']}"
    tutup = {"versi": satu["versi"], "alasan": "Pegawai kabupaten lain"}

    assert vera.kirim("POST", f"{alamat}/pengabaian", tutup | {"alasan": "x"}).status == 422
    assert vera.kirim("POST", f"{alamat}/pengabaian", tutup).status == 204
    impor(kantor, TUJUH_BELAS)
    assert daftar(vera) == []
    [lepas] = vera.kirim("GET", "/nip-meleset?abai=true").isi["isi"]
    assert lepas["abai"].endswith("25 November 2026: Pegawai kabupaten lain")
    assert (lepas["boleh_betulkan"], lepas["boleh_pulih"]) == (False, True)
    assert betulkan(vera, lepas, BENAR).status == 409

    assert vera.kirim("POST", f"{alamat}/pemulihan", {"versi": lepas["versi"]}).status == 204
    assert [b["abai"] for b in daftar(vera)] == [""]
    catatan = str(kantor.store.query("CATATAN#2026-11", limit=200)[0])
    assert "abaikan NIP meleset" in catatan and "pulihkan NIP meleset" in catatan and TUJUH_BELAS not in catatan


def test_who_keeps_no_register_dismisses_nothing_and_a_right_row_ends_a_dismissed_one(kantor, siapa):
    vera = siapa("vera")
    [satu] = daftar(vera)
    isi = {"versi": satu["versi"], "alasan": "Baris ganda"}
    assert {
        siapa(i).kirim("POST", f"/nip-meleset/{satu['id']}/pengabaian", isi).status for i in ("tini", "karno", "audi")
    } <= {403, 404}

    vera = siapa("vera")
    assert vera.kirim("POST", f"/nip-meleset/{satu['id']}/pengabaian", isi).status == 204
    impor(kantor, BENAR)
    assert vera.kirim("GET", "/nip-meleset?abai=true").isi["isi"] == []
