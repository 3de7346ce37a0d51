"""What is counted, who may read it, and that nothing of a person is in it."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta

import alat_kantor
import pytest
from alat_kantor import Peramban
from app import app
from chalicelib.actions.keadaan import ukur
from chalicelib.edge import metrik, ukuran
from chalicelib.edge.server import gabung
from chalicelib.edge.wsgi import WsgiApp
from chalicelib.records import kabar as rak_kabar

from schemas.kabar import Kabar
from schemas.setelan import Setelan


@pytest.fixture(autouse=True)
def penghitung(monkeypatch):
    monkeypatch.setattr(ukuran, "PROSES", baru := ukuran.Penghitung())
    return baru


@pytest.fixture
def loket(kantor):
    return Peramban(WsgiApp(app))


def ambil(tmp_path, **lain: str) -> tuple[str, str]:
    """The status and body of /api/metrik, asked as `lain` says."""
    dapat: list[str] = []
    wsgi = gabung(app, Setelan(), folder=tmp_path, penyimpanan="")
    lingkungan = {"PATH_INFO": metrik.ALAMAT, "REQUEST_METHOD": "GET", "REMOTE_ADDR": "127.0.0.1"} | lain
    isi = b"".join(wsgi(lingkungan, lambda status, _: dapat.append(status)))
    return dapat[0], isi.decode()


def test_requests_refusals_times_and_failed_logins_are_counted(kantor, loket, tmp_path):
    salah = {"nip": alat_kantor.nip(0), "sandi": "bukan ini"}
    assert loket.kirim("POST", "/sesi", salah).status in ukuran.GAGAL_MASUK
    loket.masuk("karno", kantor)
    loket.kirim("GET", "/usulan/tidak-ada")
    status, teks = ambil(tmp_path)
    assert status == "200 OK"
    assert "sikap_masuk_gagal_total 1\n" in teks
    assert 'sikap_permintaan_total{loket="POST /sesi",status="200"} 1\n' in teks
    assert 'sikap_permintaan_total{loket="GET /usulan/{id}",status="404"} 1\n' in teks
    assert re.search(r'sikap_penolakan_total\{kode="tidak-ada"\} 1\n', teks)
    assert 'sikap_lama_detik_bucket{le="+Inf"} 3\n' in teks and "sikap_lama_detik_count 3\n" in teks
    assert "sikap_catatan_sehat 1\n" in teks and "sikap_berkas_sehat 1\n" in teks
    assert alat_kantor.nip(0) not in teks and "karno" not in teks.lower()


def test_every_line_is_prometheus_text(kantor, loket, tmp_path):
    loket.masuk("karno", kantor)
    for baris in ambil(tmp_path)[1].splitlines():
        assert re.fullmatch(
            r'# (HELP|TYPE) sikap_\w+ .+|sikap_\w+(\{\w+="[^"]*"(,\w+="[^"]*")*\})? [0-9.e+-]+', baris
        ), baris


@pytest.mark.parametrize(
    "asal", [{"REMOTE_ADDR": "10.0.0.5"}, {"HTTP_X_FORWARDED_FOR": "127.0.0.1"}, {"REQUEST_METHOD": "POST"}]
)
def test_only_a_program_on_this_machine_may_read(kantor, tmp_path, asal):
    status, teks = ambil(tmp_path, **asal)
    assert status == "404 Not Found" and "sikap_" not in teks


def test_the_oldest_message_owed_has_an_age(kantor):
    assert ukur(kantor)["kabar_tertunda_detik"] == 0
    kini = kantor.jam()
    kabar = Kabar(
        id="k1",
        kepada="karno",
        kode="N1",
        judul="x",
        isi="x",
        dibuat_pada=kini,
        jatuh_tempo=kini - timedelta(minutes=20),
    )
    kantor.store.write(rak_kabar.RAK.taruh(kabar))
    assert ukur(kantor)["kabar_tertunda_detik"] == 1200


def test_a_database_that_is_away_is_told_without_asking_it_more(kantor, monkeypatch):
    from chalicelib.galat import Terhenti

    def mati() -> None:
        raise Terhenti("mati")

    monkeypatch.setattr(kantor.store, "sehat", mati)
    assert ukur(kantor) == {"catatan_sehat": 0.0, "berkas_sehat": 1.0}


def test_health_asks_the_parts_only_when_told(loket):
    assert loket.kirim("GET", "/sehat").isi == {"baik": True, "bagian": {}}
    assert loket.kirim("GET", "/sehat?dalam=1").isi == {"baik": True, "bagian": {"catatan": True, "berkas": True}}
    assert loket.kirim("GET", "/sehat?dalam=banyak").status == 422


def test_cloudwatch_finds_its_numbers_in_the_log(kantor, loket, capsys):
    loket.kirim("GET", "/sehat")
    assert capsys.readouterr().out == "", "nothing is written where it was not asked for"
    kantor.setelan.__dict__["metrik_emf"] = True
    loket.kirim("GET", "/usulan/tidak-ada")
    metrik.tulis_keadaan()
    permintaan, keadaan = map(json.loads, capsys.readouterr().out.splitlines())
    assert (
        permintaan["penolakan"] == 1
        and permintaan["rusak"] == 0
        and permintaan["status"] == 404
        or permintaan["status"] == 401
    )
    for baris in (permintaan, keadaan):
        cara = baris["_aws"]["CloudWatchMetrics"][0]
        assert cara["Namespace"] == "SIKAP" and {u["Name"] for u in cara["Metrics"]} <= baris.keys()
        assert abs(baris["_aws"]["Timestamp"] / 1000 - kantor.jam().timestamp()) < 1
    assert keadaan["kabar_tertunda_detik"] == 0


def test_failed_logins_are_told_from_other_refusals():
    assert ukuran.Permintaan("POST /sesi", 422, "x", 0.1).masuk_gagal
    assert not ukuran.Permintaan("POST /usulan", 422, "x", 0.1).masuk_gagal
    assert not ukuran.Permintaan("POST /sesi", 200, "", 0.1).masuk_gagal
    assert (
        json.loads(
            ukuran.emf_permintaan(ukuran.Permintaan("POST /sesi", 401, "x", 0.1), datetime(2026, 1, 1, tzinfo=UTC))
        )["masuk_gagal"]
        == 1
    )
