"""Contradictions are work: ranked by the period that is lost, with an owner, put right on a document, never silently."""

from __future__ import annotations

import pytest
from alat_kantor import Peramban, nip
from app import app
from chalicelib.actions import ramalan, terap
from chalicelib.edge.wsgi import WsgiApp
from chalicelib.records import fakta as rak_fakta
from chalicelib.records import pegawai as rak_pegawai
from chalicelib.records import ramalan as rak
from chalicelib.rules.daftar_asn import BarisAsn

from schemas.pegawai import JenisKelamin


def hitung_semua(kantor):
    while ramalan.kerjakan(kantor):
        pass


def ubah(kantor, id_, **isi):
    p = rak_pegawai.ambil(kantor.store, id_)
    kantor.store.write(rak_pegawai.RAK.taruh(p.model_copy(update=isi)), rak.tanda(id_))
    hitung_semua(kantor)


@pytest.fixture
def siapa(kantor):
    ubah(kantor, "karno", jenis_kelamin=JenisKelamin.PEREMPUAN)
    wsgi = WsgiApp(app)

    def masuk(id_):
        kantor.jam.maju(seconds=31)
        return Peramban(wsgi).masuk(id_, kantor)

    return masuk


def diri(isi, **lain):
    return {"jenis": "data_diri", "tindakan": "ganti", "isi": isi, "sumber": "SK CPNS 813/7", **lain}


def usulkan(peramban, isian, id_="karno"):
    return peramban.kirim("POST", f"/pegawai/{id_}/fakta", isian)


def sahkan(siapa, jawab):
    isi = {"versi": jawab.isi["versi"], "sah": True}
    return siapa("vera").kirim("POST", f"/fakta/{jawab.isi['id']}/putusan", isi)


def baris(peramban, kueri=""):
    return {b["pegawai"]: b for b in peramban.kirim("GET", f"/celah?batas=100&{kueri}").isi["isi"]}


def test_a_contradiction_is_a_task_with_an_owner_and_a_period_at_stake(siapa):
    tini = siapa("tini")
    satu = baris(tini, "kurang=nip-kelamin-beda")["karno"]

    assert set(baris(tini, "kurang=nip-kelamin-beda")) == {"karno"}
    [tugas] = [t for t in satu["tugas"] if t["kode"] == "nip-kelamin-beda"]
    assert (tugas["pembenah"], tugas["fakta"]) == ("Pengelola OPD", "data_diri")
    assert tugas["pesan"] == "Data menyebut perempuan, angka ke-15 NIP berarti laki-laki."
    assert satu["terancam"] == "2027-02-01"
    hitungan = tini.kirim("GET", "/ramalan-hitungan").isi
    assert {k["kode"]: k["jumlah"] for k in hitungan["janggal"]} == {"nip-kelamin-beda": 1}
    assert ["2027-02-01", 2] in hitungan["terancam"]


def test_who_loses_a_period_sooner_stands_first(kantor, siapa):
    p = rak_pegawai.ambil(kantor.store, "tini")
    ubah(kantor, "tini", tmt_golongan=p.tmt_golongan.replace(year=2023))
    urut = [(b["terancam"], b["pegawai"]) for b in siapa("tini").kirim("GET", "/celah").isi["isi"]]

    assert urut == [("2027-02-01", "karno"), ("2027-04-01", "tini")]


def test_work_of_one_owner_and_of_nobodys_office(kantor, siapa):
    ubah(kantor, "paimin", unit=None, opd=None)
    vera = siapa("vera")

    satu = baris(vera, "pemilik=bkpsdm&kurang=unit-tak-diketahui")["paimin"]
    assert {t["pembenah"] for t in satu["tugas"]} == {"BKPSDM"}
    assert "paimin" not in baris(vera, "pemilik=pns")
    assert vera.kirim("GET", "/celah?pemilik=camat").status in (400, 422)


def test_the_monthly_round_sees_people_without_a_unit(kantor, siapa):
    ubah(kantor, "paimin", unit=None, opd=None)
    kantor.jam.maju(days=20)
    hitung_semua(kantor)

    assert str(rak.ambil(kantor.store, "paimin").kapan) == "2027-01-01"


def test_the_effect_is_shown_before_it_is_saved_and_the_gap_closes_after(kantor, siapa):
    tini = siapa("tini")
    uji = usulkan(tini, diri({"jenis_kelamin": "L"}, uji=True)).isi["akibat"]
    assert uji == [{"jenis": "Fakta yang bertentangan", "sebelum": "Data menyebut perempuan, angka ke-15 NIP berarti laki-laki.", "sesudah": "tidak ada"}]  # fmt: skip
    assert rak_fakta.milik(kantor.store, "karno") == []

    assert sahkan(siapa, usulkan(tini, diri({"jenis_kelamin": "L"}))).status == 200
    hitung_semua(kantor)

    assert rak_pegawai.ambil(kantor.store, "karno").jenis_kelamin == "L"
    assert "karno" not in baris(tini, "kurang=nip-kelamin-beda")
    riwayat = tini.kirim("GET", "/pegawai/karno/fakta").isi
    [kelamin] = [b for b in riwayat["kelompok"][0]["isi"] if "jenis_kelamin" in b["isi"]]
    assert (kelamin["sel"], kelamin["sumber"], kelamin["oleh"]) == (["Jenis kelamin", "Laki-laki"], "SK CPNS 813/7", "SUTINI")  # fmt: skip
    [usul] = riwayat["usul"]
    assert (usul["teks_lama"], usul["teks"]) == ("Jenis kelamin Perempuan", "Jenis kelamin Laki-laki")


def test_a_rank_put_right_moves_the_answer_before_it_is_saved(siapa):
    tini = siapa("tini")
    mundur = {"jenis": "golongan", "isi": {"gol": "III/b", "tmt": "2010-04-01", "jenis": "KP"}, "sumber": "SK 823/1"}
    jawab = usulkan(tini, mundur | {"uji": True}).isi["akibat"]

    assert {"Fakta yang bertentangan"} < {a["jenis"] for a in jawab}
    assert any("perlu telaah" in a["sesudah"] for a in jawab)


def test_the_nip_says_otherwise_and_the_document_wins(kantor, siapa):
    tini = siapa("tini")
    assert sahkan(siapa, usulkan(tini, diri({"jenis_kelamin": "P"}))).status == 200
    hitung_semua(kantor)

    assert "karno" not in baris(tini, "kurang=nip-kelamin-beda")


def test_a_roster_does_not_change_back_what_was_settled(kantor, siapa):
    sahkan(siapa, usulkan(siapa("tini"), diri({"jenis_kelamin": "L"})))
    p = rak_pegawai.ambil(kantor.store, "karno")
    isi = {"nip": p.nip, "nama": p.nama, "jenis_kelamin": "P", "jabatan": "Guru"}
    baru = terap.jadikan(kantor, BarisAsn(2, isi, "", "", ()), p, (None, None))

    assert (baru.jenis_kelamin, baru.jabatan) == ("L", "Guru")


@pytest.mark.parametrize(
    ("isi", "kode", "bidang"),
    [
        ({"nip": "1970031119950319"}, "nip-16-digits", "nip"),
        ({"nip": "19700311199503190"}, "nip-17-digits", "nip"),
        ({"nip": nip(1)}, "nip-dipakai", "nip"),
        ({"jenis_kelamin": "X"}, "pilihan", "jenis_kelamin"),
        ({"tanggal_lahir": "2020-01-01"}, "tanggal-janggal", "tanggal_lahir"),
        ({"tanggal_lahir": "kemarin"}, "bukan-tanggal", "tanggal_lahir"),
        ({"gol": "III/a"}, "tak-dikenal", "gol"),
        ({}, "kosong", "isi"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(isi, kode, bidang, siapa):
    jawab = usulkan(siapa("tini"), diri(isi))

    assert jawab.status in (400, 422), jawab.isi
    assert (kode, bidang) in {(t["kode"], t["bidang"]) for t in jawab.isi["temuan"]}, jawab.isi["temuan"]


def test_a_digit_too_few_is_suggested_and_never_repaired(kantor, siapa):
    lama = rak_pegawai.ambil(kantor.store, "karno")
    jawab = usulkan(siapa("tini"), diri({"nip": lama.nip[:8] + lama.nip[9:], "jenis_kelamin": "L"}))

    assert f"Mungkin maksudnya {lama.nip}" in jawab.isi["temuan"][0]["pesan"]
    assert rak_pegawai.ambil(kantor.store, "karno").nip == lama.nip


def test_a_corrected_nip_is_found_under_both_and_may_go_back(kantor, siapa):
    lama, baru = nip(0), "197003111995032951"
    tini = siapa("tini")
    assert sahkan(siapa, usulkan(tini, diri({"nip": baru}))).status == 200

    assert {rak_pegawai.menurut_nip(kantor.store, n).id for n in (lama, baru)} == {"karno"}
    assert sahkan(siapa, usulkan(tini, diri({"nip": lama}))).status == 200
    assert rak_pegawai.ambil(kantor.store, "karno").nip == lama


def test_a_unit_is_found_for_who_has_none(kantor, siapa):
    ubah(kantor, "paimin", unit=None, opd=None)
    vino = siapa("vino")
    assert usulkan(vino, diri({"unit": "tiada"}), "paimin").status == 404
    assert sahkan(siapa, usulkan(vino, diri({"unit": "sd-1"}), "paimin")).status == 200

    p = rak_pegawai.ambil(kantor.store, "paimin")
    assert (p.unit, p.opd) == ("sd-1", "dinas")


def test_only_a_correction_is_a_change_of_ones_own_line(siapa):
    assert usulkan(siapa("tini"), diri({"jenis_kelamin": "L"}, tindakan="hapus", sasaran="x")).isi["kode"] == "data-diri"  # fmt: skip
