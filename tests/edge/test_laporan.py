"""How the open cases stand: counted by the worker, read by those who lead, and never by going through the cases in a request."""

from __future__ import annotations

from datetime import timedelta

import pytest
from alat_orang import Orang
from alat_paket import kasus
from chalicelib.actions import laporan
from chalicelib.records import usulan as rak

from schemas.usulan import Status

LETAK = (
    ("karno", "dinas", Status.VERIFIKASI, "vera", 9),
    ("tini", "dinas", Status.VERIFIKASI, "vera", 2),
    ("paimin", "rsud", Status.VERIFIKASI, "vino", 1),
    ("marni", "rsud", Status.DRAF, None, 0),
    ("opi", "bkpsdm", Status.DIPROSES_BKN, "vera", 40),
    ("pim", "bkpsdm", Status.SELESAI, "vera", 90),
)


@pytest.fixture
def usulan(kantor):
    """Cases here and there: days since they came, and who holds them."""
    semua = []
    for pemilik, opd, status, verifikator, lalu in LETAK:
        u = rak.ambil(kantor.store, kasus(kantor, pemilik, opd, status, {}))
        ubah = {"verifikator": verifikator, "sejak": kantor.jam() - timedelta(days=lalu)}
        kantor.store.write(rak.RAK.taruh(u.model_copy(update=ubah)))
        semua.append(u.id)
    laporan.kerjakan(kantor)
    return semua


def baca(kantor, siapa):
    """{heading: {name: (how many, what they are)}}"""
    hasil = {}
    for b in Orang(kantor, siapa).minta("GET", "/laporan/usulan")["isi"]:
        if b["judul"] or not hasil:
            bagian = hasil[b["judul"]] = {}
        bagian[b["nama"]] = (b["jumlah"], *b["rincian"])
    return hasil


def test_the_kabid_sees_what_lies_where_and_how_long(kantor, usulan):
    lihat = baca(kantor, "kabul")
    assert lihat[""] == {"Semua usulan yang terbuka": (5, "keadaan 25 November 2026 pukul 10.00 WIB")}
    assert lihat["Menurut keadaan"] == {
        "Draf": (1, "terlama 0 hari kerja", "di meja: Pembuat usulan"),
        "Diproses BKN": (1, "terlama 28 hari kerja", "di meja: BKN Kantor Regional II"),
        "Sedang diperiksa": (3, "terlama 7 hari kerja", "di meja: Verifikator BKPSDM"),
    }
    assert lihat["Menurut verifikator"] == {
        "VERAWATI": (2, "Sedang diperiksa: 2 (7 hari)"),
        "VINO": (1, "Sedang diperiksa: 1 (1 hari)"),
    }


def test_the_head_of_the_office_sees_the_offices_and_no_colleague(kantor, usulan):
    lihat = baca(kantor, "pim")
    assert lihat.keys() == {"", "Menurut keadaan", "Menurut OPD"}
    assert lihat["Menurut OPD"].pop("Unit bkpsdm") == (1, "Diproses BKN: 1 (28 hari)")
    assert lihat["Menurut OPD"] == {
        "Unit dinas": (2, "Sedang diperiksa: 2 (7 hari)"),
        "Unit rsud": (2, "Draf: 1 (0 hari)", "Sedang diperiksa: 1 (1 hari)"),
    }
    status = {
        o: {b["status"] for b in Orang(kantor, o).minta("GET", "/laporan/usulan")["isi"]} for o in ("pim", "kabul")
    }
    assert status == {"pim": {""}, "kabul": {"", "draf", "verifikasi", "diproses_bkn"}}, (
        "who may open them is led there"
    )


def test_a_request_reads_no_case_and_the_worker_counts_when_the_counts_are_old(kantor, usulan, monkeypatch):
    kabul, dibaca, tanya = Orang(kantor, "kabul"), [], kantor.store.query
    monkeypatch.setattr(kantor.store, "query", lambda pk, **x: dibaca.append(pk) or tanya(pk, **x))
    kabul.minta("GET", "/laporan/usulan")
    laporan.kerjakan(kantor)
    assert not [pk for pk in dibaca if pk.startswith("STATUS#")], "counted a moment ago"
    kantor.jam.maju(minutes=11)
    laporan.kerjakan(kantor)
    assert len([pk for pk in dibaca if pk.startswith("STATUS#")]) == 14, "each open status once"


def test_before_anything_was_counted_the_list_is_empty(kantor):
    assert Orang(kantor, "pim").minta("GET", "/laporan/usulan")["isi"] == []
