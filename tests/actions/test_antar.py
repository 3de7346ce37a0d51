"""Every owed message ends with a known outcome, and nobody gets it twice."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest
from alat_kantor import Sela, buat_kantor
from alat_wa import bungkus, keadaan
from chalicelib.actions import antar, hitung_kabar
from chalicelib.actions.kabari import kepada_diri
from chalicelib.records import kanal as rak_kanal
from chalicelib.records import pilihan as rak_pilihan

from schemas.kabar import PENUTUP, KeadaanKabar

K = KeadaanKabar
BAIK, MATI, PUTUS, SIBUK, SERING, TOKEN_MATI = (
    "+6281200001111", "+6281200000026", "+6281200000999", "+6281200000500", "+6281200000056", "+6281200000190",
)  # fmt: skip


def utang(pesan, siapa="karno", kode="AMAN1", **isi):
    pesan.kantor.store.write(kepada_diri(pesan.kantor, siapa, kode, **({"bantuan": "(0351) 749034"} | isi)))
    pesan.kerjakan()


def satu(pesan, siapa="karno"):
    (kabar,) = [k for k in pesan.kabar(siapa) if not k.rute]
    return kabar


def test_a_message_goes_as_its_template_and_ends_read(pesan):
    pesan.telepon("karno", BAIK)
    utang(pesan)
    (surat,) = pesan.wa.terkirim
    assert surat["template"]["name"] == "sikap_aman1"
    kabar = satu(pesan)
    nilai = [p["text"] for p in surat["template"]["components"][0]["parameters"]]
    assert nilai == ["(0351) 749034", kabar.tanda]
    assert PENUTUP in kabar.isi and kabar.isi.endswith(f"Kode pesan: {kabar.tanda}")
    assert (kabar.keadaan, kabar.rujukan) == (K.DITERIMA_PENYEDIA, surat["id"])

    for status in ("read", "sent", "delivered"):  # in the wrong order
        pesan.webhook(keadaan(surat, status))
    assert satu(pesan).keadaan is K.DIBACA


def test_a_dead_number_goes_the_second_way_and_becomes_work(pesan):
    pesan.telepon("karno", MATI, "karno@contoh.go.id")
    utang(pesan)
    pesan.webhook(keadaan(pesan.wa.terkirim[0], "failed", 131026))
    pesan.webhook(keadaan(pesan.wa.terkirim[0], "failed", 131026))
    pesan.kerjakan()

    kabar = satu(pesan)
    assert kabar.keadaan is K.GAGAL and "tidak terdaftar di WhatsApp" in kabar.alasan
    assert [p.tujuan for p in pesan.pos.pos] == ["karno@contoh.go.id"]
    (mati,), _ = rak_kanal.daftar_mati(pesan.kantor.store, "dinas")
    assert mati.pegawai == "karno" and "131026" in mati.alasan


def test_a_broken_line_is_a_doubt_that_the_providers_word_clears(pesan):
    pesan.telepon("karno", PUTUS, "karno@contoh.go.id")
    utang(pesan)
    assert satu(pesan).ragu and len(pesan.wa.terkirim) == 1

    pesan.webhook(keadaan(pesan.wa.terkirim[0], "delivered"))
    pesan.maju(hours=2)
    assert satu(pesan).keadaan is K.SAMPAI
    assert len(pesan.wa.terkirim) == 1 and pesan.pos.pos == []


def test_a_doubt_without_a_word_is_never_sent_again_but_goes_the_second_way(pesan):
    pesan.telepon("karno", PUTUS, "karno@contoh.go.id")
    utang(pesan)
    pesan.maju(hours=1)
    assert satu(pesan).keadaan is K.TAK_TERKONFIRMASI
    assert len(pesan.wa.terkirim) == 1 and len(pesan.pos.pos) == 1


@pytest.mark.parametrize("kata", [[], ["sent"]])
def test_what_was_taken_and_never_said_to_have_arrived_goes_the_second_way(pesan, kata):
    pesan.telepon("karno", BAIK, "karno@contoh.go.id")
    utang(pesan)
    for k in kata:
        pesan.webhook(keadaan(pesan.wa.terkirim[0], k))
    hitung_kabar.kerjakan(pesan.kantor)
    pesan.maju(days=2)
    assert satu(pesan).keadaan is (K.TERKIRIM if kata else K.DITERIMA_PENYEDIA) and pesan.pos.pos == []
    pesan.maju(days=2)
    assert satu(pesan).keadaan is K.TAK_TERKONFIRMASI and "tidak mengabarkan" in satu(pesan).alasan
    assert len(pesan.wa.terkirim) == 1 and len(pesan.pos.pos) == 1

    pesan.webhook(keadaan(pesan.wa.terkirim[0], "delivered"))
    hitung_kabar.kerjakan(pesan.kantor)
    pesan.maju(days=9)
    assert satu(pesan).keadaan is K.SAMPAI and len(pesan.wa.terkirim) == len(pesan.pos.pos) == 1


@pytest.mark.parametrize("mati", ["sesudah kirim", "sebelum kirim"])
def test_a_worker_that_dies_between_send_and_record_doubles_nothing(pesan, monkeypatch, mati):
    pesan.telepon("karno", BAIK, "karno@contoh.go.id")
    kanal = pesan.kantor.notify["whatsapp"]

    def kirim(surat):
        if mati == "sesudah kirim":
            kanal.kirim(surat)
        raise KeyboardInterrupt

    monkeypatch.setitem(
        pesan.kantor.notify,
        "whatsapp",
        SimpleNamespace(nama="whatsapp", surel=False, menyela=True, orang_per_hari=0, kirim=kirim),
    )
    with pytest.raises(KeyboardInterrupt):
        utang(pesan)
    monkeypatch.setitem(pesan.kantor.notify, "whatsapp", kanal)
    for _ in range(4):
        pesan.maju(minutes=31)

    assert len(pesan.wa.terkirim) == (1 if mati == "sesudah kirim" else 0)
    assert satu(pesan).keadaan is K.TAK_TERKONFIRMASI and len(pesan.pos.pos) == 1


def test_a_passing_fault_is_tried_again_with_growing_pauses_and_ends(pesan):
    pesan.telepon("karno", SIBUK)
    utang(pesan)
    assert (satu(pesan).keadaan, satu(pesan).coba) == (K.ANTRE, 1)
    pesan.maju(seconds=30)
    assert satu(pesan).coba == 1
    for _ in range(8):
        pesan.maju(minutes=61)
    assert (satu(pesan).keadaan, satu(pesan).coba) == (K.GAGAL, 8)


def test_too_many_to_one_person_waits_for_him_alone(pesan):
    pesan.telepon("karno", SERING)
    utang(pesan)
    assert satu(pesan).keadaan is K.ANTRE
    assert (satu(pesan).jatuh_tempo - pesan.kantor.jam()).total_seconds() == 4


def test_two_workers_at_once_give_one_person_one_turn(pesan):
    """Each holds another of his messages; the second to claim finds that he just had his turn."""
    pesan.telepon("karno", BAIK)
    utang(pesan)  # he is counted among the people of today already
    pesan.maju(seconds=10)
    for _ in range(2):
        pesan.kantor.store.write(kepada_diri(pesan.kantor, "karno", "AMAN1", bantuan="(0351) 749034"))
    satu_, dua, _ = pesan.kabar("karno")
    lain, milik = [], []
    sela = Sela(pesan.kantor.store, lambda: antar._satu(pesan.kantor, dua, lain))
    assert not antar._satu(replace(pesan.kantor, store=sela), satu_, milik)
    assert (len(lain), milik) == (1, [])
    assert sorted(k.keadaan for k in pesan.kabar("karno")[:2]) == [K.ANTRE, K.MENGIRIM]


def test_a_fault_of_the_account_stops_the_channel_and_loses_nothing(pesan):
    pesan.telepon("karno", TOKEN_MATI)
    pesan.telepon("paimin", BAIK)
    utang(pesan)
    utang(pesan, "paimin")
    assert satu(pesan).keadaan is K.ANTRE and satu(pesan, "paimin").keadaan is K.ANTRE
    ((kanal, alasan, _),) = rak_kanal.semua_henti(pesan.kantor.store)
    assert kanal == "whatsapp" and "administrator" in alasan

    pesan.telepon("karno", BAIK[:-1] + "2")
    pesan.maju(minutes=61)
    assert {satu(pesan).keadaan, satu(pesan, "paimin").keadaan} == {K.DITERIMA_PENYEDIA}


def test_night_waits_for_morning_but_a_sign_in_code_does_not(pesan):
    pesan.telepon("karno", BAIK)
    pesan.kantor.jam.maju(hours=12)  # 22.00 WIB
    utang(pesan)
    utang(pesan, "karno", "KODE", angka="123456", menit=10)
    assert [p["template"]["name"] for p in pesan.wa.terkirim] == ["sikap_kode"]
    pesan.maju(hours=8)
    assert len(pesan.wa.terkirim) == 2


def test_what_is_only_written_down_waits_for_no_morning():
    kantor = buat_kantor()
    kantor.jam.maju(hours=12)
    kantor.store.write(put := kepada_diri(kantor, "karno", "AMAN1", bantuan="x"))
    antar.antar(kantor)
    assert kantor.store.get(put.pk, "-").body["keadaan"] == "terkirim"


def test_the_days_people_are_counted_and_the_rest_waits(pesan, monkeypatch):
    kanal = replace(pesan.kantor.notify["whatsapp"], orang_per_hari=2)
    monkeypatch.setitem(pesan.kantor.notify, "whatsapp", kanal)
    for i, siapa in enumerate(("karno", "tini", "marni", "paimin")):
        pesan.telepon(siapa, f"+62812000022{i}1")
        utang(pesan, siapa)
    assert len({p["to"] for p in pesan.wa.terkirim}) == 2
    pesan.maju(hours=22)
    assert len({p["to"] for p in pesan.wa.terkirim}) == 4


def test_who_asked_for_no_more_gets_only_what_he_is_owed(pesan):
    pesan.telepon("karno", BAIK)
    pesan.kantor.store.write(rak_pilihan.ubah(pesan.kantor.store, "karno", lewat="situs"))
    isi = {
        "nama": "SOEKARJONO",
        "periode": "1 Februari 2027",
        "opd": "Dinas",
        "daftar": "SK",
        "tenggat": "besok",
        "sapaan": "Ibu",
    }
    utang(pesan, "karno", "N2", **isi)
    utang(pesan, "karno", "N5", **isi)
    pesan.maju(seconds=10)
    assert [p["template"]["name"] for p in pesan.wa.terkirim] == ["sikap_n5"]


def test_nobody_without_a_number_is_forgotten(pesan):
    pesan.telepon("karno", "", "karno@contoh.go.id")
    utang(pesan)
    assert satu(pesan).keadaan is K.GAGAL and len(pesan.pos.pos) == 1


def test_a_template_that_is_not_approved_holds_back_its_own_kind_only(pesan):
    pesan.telepon("karno", BAIK)
    pesan.wa.templat = {"sikap_uji"}
    utang(pesan)
    pesan.maju(seconds=10)
    utang(pesan, kode="UJI")
    assert [p["template"]["name"] for p in pesan.wa.terkirim] == ["sikap_uji"]
    ((apa, alasan, _),) = rak_kanal.semua_henti(pesan.kantor.store)
    assert apa == "whatsapp#AMAN1" and "Templat" in alasan

    pesan.wa.templat.add("sikap_aman1")
    pesan.maju(minutes=61)
    assert len(pesan.wa.terkirim) == 2


@pytest.mark.parametrize("kejadian", ["PAUSED", "REJECTED", "DISABLED"])
def test_the_providers_word_on_a_template_stops_and_starts_it(pesan, kejadian):
    def kata(k):
        isi = {"event": k, "message_template_name": "sikap_aman1", "message_template_language": "id", "reason": "NONE"}
        pesan.webhook(bungkus(isi))

    pesan.telepon("karno", BAIK)
    kata(kejadian)
    utang(pesan)
    assert pesan.wa.terkirim == []
    kata("APPROVED")
    pesan.maju(days=31)
    assert len(pesan.wa.terkirim) == 1


def test_a_message_whose_channel_rests_for_days_goes_the_second_way(pesan):
    pesan.telepon("karno", TOKEN_MATI, "karno@contoh.go.id")
    utang(pesan)
    for _ in range(80):
        pesan.maju(hours=1)
    assert satu(pesan).keadaan is K.GAGAL and "administrator" in satu(pesan).alasan
    assert len(pesan.pos.pos) == 1


def test_a_copy_for_a_channel_that_is_no_more_takes_the_usual_one(pesan):
    pesan.telepon("karno", BAIK)
    put = kepada_diri(pesan.kantor, "karno", "AMAN1", bantuan="x")
    pesan.kantor.store.write(replace(put, body=dict(put.body) | {"rute": "merpati"}))
    pesan.kerjakan()
    assert len(pesan.wa.terkirim) == 1
