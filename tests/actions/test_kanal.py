"""The administrator sees how messages leave the office, and tries it on himself."""

from __future__ import annotations

from datetime import timedelta

from alat_orang import Orang
from alat_rute import buka  # noqa: F401 - opens all counters
from chalicelib.records import kanal as rak

from schemas.kabar import KABAR, PENUTUP


def test_the_page_shows_what_rests_and_why_and_how_every_message_reads(pesan):
    admi = Orang(pesan.kantor, "admi")
    assert admi.minta("GET", "/kanal")["henti"] == []
    sampai = pesan.kantor.jam() + timedelta(hours=1)
    pesan.kantor.store.write(rak.hentikan(pesan.kantor.store, "whatsapp", sampai, "Token mati."))
    ada = admi.minta("GET", "/kanal")
    assert (ada["kanal"], ada["kanal_kedua"], ada["orang_per_hari"]) == ("whatsapp", "surel", 250)
    assert [(h["apa"], h["alasan"]) for h in ada["henti"]] == [("whatsapp", "Token mati.")]
    assert [t["kode"] for t in ada["templat"]] == list(KABAR)
    assert all("{" not in t["contoh"] for t in ada["templat"])
    assert [t["kode"] for t in ada["templat"] if PENUTUP not in t["contoh"]] == ["KODE"]  # Meta's own words


def test_a_code_is_shown_as_the_authentication_template_that_it_is(pesan):
    semua = {t["kode"]: t for t in Orang(pesan.kantor, "admi").minta("GET", "/kanal")["templat"]}
    kode = semua["KODE"]
    assert (kode["kategori"], kode["nama"], kode["tombol"]) == ("authentication", "sikap_kode", "Salin kode")
    assert kode["contoh"] == "000000 adalah kode verifikasi Anda. Demi keamanan Anda, jangan bagikan kode ini."
    assert kode["kaki"] == "Kode ini akan kedaluwarsa dalam 10 menit."
    assert (semua["JAWAB"]["kategori"], semua["JAWAB"]["nama"]) == ("service", "")
    assert {t["kategori"] for k, t in semua.items() if k not in ("KODE", "JAWAB")} == {"utility"}


def test_a_test_message_goes_to_oneself_and_is_counted(pesan):
    pesan.telepon("admi", "+6281200005555")
    admi = Orang(pesan.kantor, "admi")
    admi.minta("POST", "/kanal/uji", harap=204)
    pesan.kerjakan()
    assert [p["to"] for p in pesan.wa.terkirim] == ["6281200005555"]
    assert admi.minta("GET", "/kanal")["orang_hari_ini"] == 1
