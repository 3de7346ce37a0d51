"""Counters of messages: each message stands in them once, whatever the provider says, how often, and in which order."""

from __future__ import annotations

import pytest
from alat_orang import Orang
from alat_rute import buka  # noqa: F401 - opens all counters
from alat_wa import bungkus
from chalicelib.actions import hitung_kabar
from chalicelib.actions.kabari import kepada_diri
from chalicelib.records import hitung_kabar as rak
from chalicelib.records import kabar as rak_kabar
from chalicelib.rules.hitung_kabar import biaya

from schemas.hitung_kabar import semua_tarif

BULAN = "2026-11"


def kata(pesan, status: str, kode: int = 0, **lain) -> None:
    """The provider's word on the last message that it took."""
    satu = pesan.wa.terkirim[-1]
    galat = {"errors": [{"code": kode}]} if kode else {}
    rujuk = satu["biz_opaque_callback_data"]
    pesan.webhook(bungkus({"statuses": [{"id": satu["id"], "status": status, "timestamp": str(len(lain)), "biz_opaque_callback_data": rujuk, **galat, **lain}]}))  # fmt: skip


def hitung(pesan) -> dict[str, dict[str, int]]:
    while hitung_kabar.kerjakan(pesan.kantor):
        pass
    return rak.sebulan(pesan.kantor.store, BULAN)


@pytest.fixture
def satu(pesan):
    """One notice to karno of dinas, taken by the provider."""
    pesan.telepon("karno", "+6281200001111", email="karno@contoh.go.id")
    pesan.kantor.store.write(kepada_diri(pesan.kantor, "karno", "AMAN1", bantuan="x"))
    pesan.kerjakan()
    return pesan


def test_a_message_goes_from_waiting_to_delivered_to_read_and_counts_once(satu):
    assert hitung(satu)["OPD#dinas"] == {"menunggu": 1}
    for status in ("sent", "delivered", "delivered", "sent"):
        kata(satu, status)
    assert hitung(satu)["OPD#dinas"] == {"sampai": 1, "tarif.utility": 1}
    for status in ("read", "delivered", "sent", "read"):
        kata(satu, status)
        hitung(satu)
    akhir = {"sampai": 1, "dibaca": 1, "tarif.utility": 1}
    semua = hitung(satu)
    assert {n: semua[n] for n in semua} == dict.fromkeys(("HARI#2026-11-25", "JENIS#AMAN1", "KANAL#whatsapp", "OPD#dinas"), akhir)  # fmt: skip
    assert rak.bulanan(satu.kantor.store) == [(BULAN, akhir)]


def test_reversed_words_end_where_the_straight_ones_do(satu):
    for status in ("read", "delivered", "sent"):
        kata(satu, status)
    assert hitung(satu)["JENIS#AMAN1"] == {"sampai": 1, "dibaca": 1, "tarif.utility": 1}


def test_a_failure_that_arrives_after_all_moves_from_one_drawer_to_the_other_and_its_copy_by_mail_counts_itself(satu):
    assert hitung(satu)["OPD#dinas"] == {"menunggu": 1}  # its copy must not take this count along
    kata(satu, "failed", 131026)
    satu.kerjakan()
    assert hitung(satu)["OPD#dinas"] == {"gagal": 1, "menunggu": 1}
    kata(satu, "delivered")
    semua = hitung(satu)
    assert semua["OPD#dinas"] == {"sampai": 1, "menunggu": 1, "tarif.utility": 1}
    assert semua["KANAL#surel"] == {"menunggu": 1} and semua["KANAL#whatsapp"] == {"sampai": 1, "tarif.utility": 1}


def test_what_the_provider_says_of_its_bill_stands_above_our_guess(satu):
    kata(satu, "delivered", pricing={"billable": False, "pricing_model": "PMP", "type": "free_customer_service", "category": "utility"})  # fmt: skip
    assert hitung(satu)["OPD#dinas"] == {"sampai": 1, "tarif.service": 1}
    kata(satu, "read", pricing={"billable": True, "pricing_model": "PMP", "type": "regular", "category": "marketing"})
    assert hitung(satu)["OPD#dinas"] == {"sampai": 1, "dibaca": 1, "tarif.marketing": 1}


def test_the_day_and_the_opd_stay_those_of_the_first_count(satu):
    hitung(satu)
    satu.maju(hours=30)
    kata(satu, "delivered")
    semua = hitung(satu)
    assert "HARI#2026-11-26" not in semua and semua["HARI#2026-11-25"]["sampai"] == 1


def test_two_workers_count_what_one_would_have(satu, monkeypatch):
    lama = rak_kabar.belum_dihitung(satu.kantor.store, 10)
    assert hitung(satu)["OPD#dinas"] == {"menunggu": 1}
    monkeypatch.setattr(rak_kabar, "belum_dihitung", lambda *_: lama)  # an index that lags behind
    assert hitung_kabar.kerjakan(satu.kantor) == 0
    assert rak.sebulan(satu.kantor.store, BULAN)["OPD#dinas"] == {"menunggu": 1}


def test_many_are_counted_in_batches_and_nothing_is_left(pesan):
    pesan.telepon("karno", "+6281200001111")
    for _ in range(45):
        pesan.kantor.store.write(kepada_diri(pesan.kantor, "karno", "UJI"))
    pesan.maju(hours=1)
    for _ in range(60):
        pesan.maju(seconds=10)
    hitung(pesan)
    _, isi = rak.bulanan(pesan.kantor.store)[0]
    assert isi == {"menunggu": 45} and rak_kabar.belum_dihitung(pesan.kantor.store, 5) == []


def test_the_page_tells_rates_by_opd_and_the_cost_by_dated_prices(satu):
    kata(satu, "read")
    hitung(satu)
    admi = Orang(satu.kantor, "admi")
    ada = admi.minta("GET", "/kanal")
    assert ada["bulan"] == f"{BULAN}-01" and ada["jumlah"]["banyak"] == 1
    [opd] = ada["menurut_opd"]
    assert (opd["nama"], opd["sampai"], opd["dibaca"], opd["tingkat"]) == ("Unit dinas", 1, 1, "100,0 %")  # fmt: skip
    assert [j["nama"] for j in ada["menurut_jenis"]] == ["AMAN1: Kata sandi diganti"]
    [sebulan] = ada["biaya"]
    harga = {t.golongan: t.rupiah for t in semua_tarif()}
    assert (sebulan["utility"], sebulan["rupiah"], sebulan["perkiraan"]) == (1, harga["utility"], True)
    kosong = admi.minta("GET", "/kanal?bulan=2025-01")
    assert kosong["menurut_opd"] == [] and kosong["jumlah"]["tingkat"] == "–"
    assert admi.minta("GET", "/kanal?bulan=2025-1")["bulan"] == admi.minta("GET", "/kanal?bulan=2025-01")["bulan"]
    for salah in ("januari", "2025-13", "2025", "x" * 40):
        tolak = admi.minta("GET", f"/kanal?bulan={salah}", harap=422)
        assert tolak["kode"] == "bulan-tak-dikenal" and "?bulan=2026-11" in tolak["petunjuk"]


def test_a_price_holds_from_its_day_and_the_offices_own_stands_above_the_table():
    tarif = semua_tarif("2027-01-01 utility 400; 2027-01-01 authentication 410.50")
    isi = {"tarif.utility": 10, "tarif.authentication": 2, "tarif.service": 5, "sampai": 17}
    lama, baru = biaya("2026-12", isi, tarif), biaya("2027-01", isi, tarif)
    dulu = {t.golongan: t.rupiah for t in semua_tarif()}
    assert (lama.rupiah, lama.perkiraan) == (round(10 * dulu["utility"] + 2 * dulu["authentication"]), True)
    assert (baru.rupiah, baru.perkiraan, baru.gratis) == (4821, False, 5)
    assert biaya("2020-01", isi, tarif).perkiraan and biaya("2020-01", isi, tarif).rupiah == 0
    assert all(t.sumber and t.rupiah > 0 for t in tarif)
