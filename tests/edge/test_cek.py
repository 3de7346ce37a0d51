"""The public checker: the engine's own answer, for nobody in particular, and nothing of it left behind."""

from __future__ import annotations

import json
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext, suppress
from dataclasses import replace
from types import SimpleNamespace

import chalicelib.wiring as wiring
import pytest
from alat_kantor import RAHASIA, Peramban, buat_kantor
from app import app
from chalicelib.actions import kelayakan, laju, menilai
from chalicelib.edge.wsgi import WsgiApp
from chalicelib.galat import Terhenti, TerlaluSering
from chalicelib.records import pegawai as rak_pegawai
from chalicelib.rules.kata_syarat import kata
from chalicelib.store.sql import buka_sqlite

from schemas.cek import BATAS_BARIS, BATAS_CEK, IsianCek
from schemas.kelayakan import Orang
from schemas.kelayakan_contoh import CONTOH

ALAMAT = "/publik/kelayakan"
IDENTITAS = {"nip", "nama"}
BIDANG = ("kode", "pesan", "dasar", "menghalangi", "sampai")


@pytest.fixture
def tamu(kantor) -> Peramban:
    return Peramban(WsgiApp(app))


def tanpa_nama(orang: dict) -> dict:
    return {k: v for k, v in orang.items() if k not in IDENTITAS}


def test_it_takes_exactly_what_the_command_takes_but_who_it_is():
    assert set(IsianCek.model_fields) == set(Orang.model_fields) - IDENTITAS


@pytest.mark.parametrize("nama", sorted(IDENTITAS))
def test_who_one_is_is_not_even_accepted(tamu, nama):
    jawab = tamu.kirim("POST", ALAMAT, {"tmt_usul": "2027-03-01", nama: "199001012015032901"})

    assert jawab.status == 422
    assert jawab.isi["temuan"][0]["kode"] == "tak-dikenal"
    assert "199001012015032901" not in jawab.badan.decode()


def test_a_day_of_which_no_rules_are_kept_is_refused_in_words(tamu):
    isi = {"tmt_usul": "2027-03-01", "kinerja": [{"tahun": 2023, "predikat": "Baik"}]}

    assert tamu.kirim("POST", ALAMAT, {**isi, "meninggal": "2000-11-10"}).status == 200
    jawab = tamu.kirim("POST", ALAMAT, {**isi, "meninggal": "2000-11-09"})

    assert (jawab.status, jawab.isi["temuan"][0]["bidang"]) == (422, "meninggal")


@pytest.mark.parametrize("orang", [masuk for masuk, _ in CONTOH])
def test_it_answers_what_the_command_answers(tamu, orang):
    jawab = tamu.kirim("POST", ALAMAT, tanpa_nama(orang)).isi
    (perintah,) = json.loads(kelayakan.jawab_json(json.dumps([orang])))

    assert jawab["saran"] == perintah["saran"]
    for satu, asal in zip(jawab["isi"], perintah["hasil"], strict=True):
        for apa in ("jenis", "putusan", "paling_cepat", "paling_cepat_diusulkan", "mkg", "gaji_pokok"):
            assert satu[apa] == asal[apa]
        for daftar in ("temuan", "alasan"):
            assert [{k: t[k] for k in BIDANG} for t in satu[daftar]] == asal[daftar]
        assert {b["slot"] for b in satu["berkas"] if b["wajib"]} >= set(asal["berkas_kurang"])
        assert all(b["label"] for b in satu["berkas"])


def test_the_words_are_those_of_the_persons_own_page(kantor, tamu):
    karno = rak_pegawai.ambil(kantor.store, "karno")
    orang = menilai.fakta(kantor, karno, tmt=menilai.tmt_berikut(kantor.jam().date()))
    sendiri, _ = menilai.nilai_pegawai(kantor, karno, orang.tmt_usul)

    jawab = tamu.kirim("POST", ALAMAT, json.loads(orang.model_dump_json(exclude=IDENTITAS))).isi

    bukan_nip = [t.model_dump(mode="json") for t in kata(sendiri[0]).temuan if not t.kode.startswith("nip-")]
    assert jawab["isi"][0]["temuan"] == bukan_nip
    assert jawab["isi"][0]["alasan"] == [t.model_dump(mode="json") for t in sendiri[0].alasan]


def test_without_any_fact_it_says_which_are_missing(tamu):
    jawab = tamu.kirim("POST", ALAMAT, {"tmt_usul": "2027-03-01"}).isi

    assert {h["putusan"] for h in jawab["isi"]} == {"PERLU_TELAAH"}
    assert all(t["kode"].startswith("belum-diketahui-") and t["dasar"] for h in jawab["isi"] for t in h["temuan"])


def test_only_that_somebody_asked_is_written_and_nothing_is_logged(tmp_path, caplog, monkeypatch):
    berkas = str(tmp_path / "sikap.db")
    kantor = buat_kantor(berkas)
    monkeypatch.setattr(wiring, "kantor", lambda: kantor)
    dengar = sqlite3.connect(berkas)
    sebelum = dengar.execute("select * from item order by 1, 2").fetchall()

    assert Peramban(WsgiApp(app)).kirim("POST", ALAMAT, tanpa_nama(CONTOH[0][0])).status == 200

    sesudah = dengar.execute("select * from item order by 1, 2").fetchall()
    (hitungan,) = [baris for baris in sesudah if baris not in sebelum]
    assert len(sesudah) == len(sebelum) + 1
    assert hitungan[0].startswith("LAJU#") and "127.0.0.1" not in str(hitungan)
    (item,) = [i for i in kantor.store.ekspor() if i.pk == hitungan[0]]
    assert set(item.body) == {"kunci", "kosong_pada"}
    kantor.jam.maju(seconds=62)
    assert kantor.store.get(item.pk, item.sk) is None
    assert caplog.text == ""
    dengar.close()


def test_what_is_too_much_is_refused_before_it_is_read(tamu):
    besar = tamu.kirim_mentah("POST", ALAMAT, b'{"tmt_usul": "' + b"x" * BATAS_CEK + b'"}')
    panjang = tamu.kirim(
        "POST", ALAMAT, {"tmt_usul": "2027-03-01", "hukuman": [{"tingkat": "ringan"}] * (BATAS_BARIS + 1)}
    )

    assert (besar.status, besar.isi["kode"]) == (413, "terlalu-besar")
    assert panjang.status == 422
    assert f"paling banyak {BATAS_BARIS} baris" in panjang.isi["temuan"][0]["pesan"]


def test_an_address_that_asks_too_often_waits_and_then_goes_on(monkeypatch):
    kantor = buat_kantor(cek_per_menit=3)
    monkeypatch.setattr(wiring, "kantor", lambda: kantor)
    tamu = Peramban(WsgiApp(app))
    tanya = {"tmt_usul": "2027-03-01"}

    assert [tamu.kirim("POST", ALAMAT, tanya).status for _ in range(4)] == [200, 200, 200, 429]
    tolak = tamu.kirim("POST", ALAMAT, tanya)
    tunggu = int(tolak.kepala["retry-after"])
    assert 1 <= tunggu <= 21
    kantor.jam.maju(seconds=tunggu)
    assert tamu.kirim("POST", ALAMAT, tanya).status == 200


def test_behind_the_cdn_each_viewer_is_counted_and_not_its_machine(monkeypatch):
    """API Gateway sees one machine of the CDN for many people; who calls it directly is counted by his own address."""
    kantor = buat_kantor(cek_per_menit=1, proksi_tepercaya=2)
    monkeypatch.setattr(wiring, "kantor", lambda: kantor)

    def tanya(diteruskan: str, dekat: str = "203.0.113.7") -> int:
        konteks = {"resourcePath": ALAMAT, "httpMethod": "POST", "identity": {"sourceIp": dekat}, "requestId": "x"}
        kosong = dict.fromkeys(("multiValueQueryStringParameters", "pathParameters", "stageVariables"))
        kepala = {"content-type": "application/json", "x-sikap": "1", "x-forwarded-for": diteruskan}
        isi = {
            "requestContext": konteks,
            "httpMethod": "POST",
            "path": ALAMAT,
            "headers": kepala,
            "isBase64Encoded": False,
        }
        return app(isi | kosong | {"body": json.dumps({"tmt_usul": "2027-03-01"})}, None)["statusCode"]

    assert [tanya(f"198.51.100.{n}, 203.0.113.7") for n in (1, 2, 1)] == [200, 200, 429]
    assert [tanya(f"karangan, 198.51.100.{n}, 203.0.113.7") for n in (2, 3)] == [429, 200]
    assert [tanya(a, a) for a in ("192.0.2.1", "192.0.2.2", "192.0.2.1")] == [200, 200, 429]


def test_one_address_does_not_shut_another_out(kantor):
    kantor = replace(kantor, setelan=kantor.setelan.model_copy(update={"cek_per_menit": 1}))
    laju.hitung(kantor, "192.0.2.1")

    with pytest.raises(TerlaluSering):
        laju.hitung(kantor, "192.0.2.1")
    laju.hitung(kantor, "192.0.2.2")


@pytest.mark.parametrize(
    ("satu", "dua", "sama"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("192.0.2.1", "::ffff:192.0.2.1", True),
        ("192.0.2.1", "192.0.2.2", False),
        ("", "bukan alamat", False),
    ],
)
def test_who_has_a_whole_network_is_still_one_asker(kantor, satu, dua, sama):
    for _ in range(kantor.setelan.cek_per_menit):
        laju.hitung(kantor, satu)
    with pytest.raises(TerlaluSering) if sama else nullcontext():
        laju.hitung(kantor, dua)


def test_processes_count_together_also_at_the_same_moment(tmp_path):
    berkas = str(tmp_path / "sikap.db")
    satu = buat_kantor(berkas, cek_per_menit=10)
    lain = [
        replace(satu, store=buka_sqlite(berkas, RAHASIA.encode(), jam=lambda: satu.jam().timestamp())) for _ in range(3)
    ]

    def tanya(kantor) -> int:
        lolos = 0
        for _ in range(8):
            with suppress(TerlaluSering):
                laju.hitung(kantor, "192.0.2.1")
                lolos += 1
        return lolos

    with ThreadPoolExecutor(4) as bersama:
        assert sum(bersama.map(tanya, [satu, *lain])) == 10


def test_it_answers_while_the_records_are_away(kantor, monkeypatch):
    def pergi(*_: object) -> None:
        raise Terhenti("Penyimpanan data sedang tidak menjawab.")

    tanpa = replace(kantor, store=SimpleNamespace(get=pergi, write=pergi))
    monkeypatch.setattr(wiring, "kantor", lambda: tanpa)

    assert Peramban(WsgiApp(app)).kirim("POST", ALAMAT, {"tmt_usul": "2027-03-01"}).status == 200
