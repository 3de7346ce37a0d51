"""Several notices to one person become one message; each still ends, and what he is owed by law waits for nothing."""

from __future__ import annotations

import textwrap
from dataclasses import replace

import pytest
from alat_wa import keadaan, terbaca
from chalicelib.actions import antar_hasil
from chalicelib.actions.kabari import kepada_diri
from chalicelib.actions.saya import tandai_dibaca
from chalicelib.records import kabar as rak_kabar
from chalicelib.records import pilihan as rak_pilihan
from chalicelib.rules.kabar import ringkasan_berikut
from chalicelib.store import Conflict

from schemas.kabar import GABUNGAN, KeadaanKabar
from schemas.peran import Pelaku, Peran

K = KeadaanKabar
NOMOR, MATI, PUTUS = "+6281200001111", "+6281200000026", "+6281200000999"
NAMA = ("SOEKARJONO", "SUTINI", "PAIMIN", "SUMARNI", "VINO")


@pytest.fixture
def utang(pesan):
    """utang(kode, nama=…) -> SOEKARJONO is owed a notice; the worker runs."""
    pesan.telepon("karno", NOMOR, "karno@contoh.go.id")

    def buat(kode="N8", nama="SUTINI", kerja=True, **isi):
        semua = {
            "nama": nama,
            "periode": "1 Februari 2027",
            "daftar": "SKP 2025",
            "tenggat": "1 Desember 2026",
            "angka": "123456",
            "menit": 10,
        } | isi
        pesan.kantor.store.write(put := kepada_diri(pesan.kantor, "karno", kode, **semua))
        if kerja:
            pesan.kerjakan()
        return put.pk.removeprefix("KABAR#")

    return buat


def semua(pesan):
    return {k.id: k for k in pesan.kabar("karno") if not k.rute}


def bacaan(pesan):
    return [terbaca(p) for p in pesan.wa.terkirim]


def test_the_first_goes_at_once_and_what_follows_waits_together(pesan, utang):
    utang(nama="SUTINI")
    assert len(pesan.wa.terkirim) == 1
    pesan.maju(minutes=2)
    ids = [utang(nama="PAIMIN"), utang("N6", nama="VINO")]
    assert len(pesan.wa.terkirim) == 1
    pesan.maju(minutes=9)

    _, dua = bacaan(pesan)
    assert dua.startswith(
        "Ada 2 kabar untuk Anda. 1) Usul kenaikan pangkat a.n. PAIMIN periode 1 Februari 2027 menunggu keputusan Saudara. "
        "2) Perbaikan berkas usul a.n. VINO periode 1 Februari 2027 telah masuk. Selengkapnya ada di SIKAP. Layanan ini gratis."
    )
    assert len(textwrap.wrap(dua, 34)) <= 16
    pesan.webhook(keadaan(pesan.wa.terkirim[1], "read"))
    assert {semua(pesan)[i].keadaan for i in ids} == {K.DIBACA}
    assert all(k.kode != GABUNGAN for k in pesan.kabar("karno")), "the carrier stands in nobody's box"


@pytest.mark.parametrize("kode", ["KODE", "N5", "N7", "N13", "AMAN1"])
def test_what_is_owed_by_law_waits_for_no_window(pesan, utang, kode):
    utang()
    utang(kerja=False)
    pesan.maju(seconds=10)
    utang(kode, bantuan="x", golongan_baru="III/b", tmt_sk="1 Februari 2027")
    assert [p["template"]["name"] for p in pesan.wa.terkirim] == ["sikap_n8", f"sikap_{kode.lower()}"]


def test_many_are_counted_and_the_first_are_named(pesan, utang):
    ids = [utang(nama=NAMA[i % 5], kerja=False) for i in range(130)]
    pesan.kerjakan()
    pesan.maju(minutes=11)
    satu, dua = bacaan(pesan)
    assert satu.startswith(
        "Ada 90 kabar untuk Anda. 1) Usul menunggu keputusan Saudara (90): SOEKARJONO, SUTINI, PAIMIN dan 2 lainnya."
    )
    assert dua.startswith("Ada 40 kabar untuk Anda.") and len(textwrap.wrap(satu, 34)) <= 16
    assert {semua_keadaan(pesan, i) for i in ids} == {K.DITERIMA_PENYEDIA}


def semua_keadaan(pesan, id_):
    return K(pesan.kantor.store.get(f"KABAR#{id_}", "-").body["keadaan"])


def test_a_night_is_told_in_one_message_in_the_morning(pesan, utang):
    pesan.kantor.jam.maju(hours=12)  # 22.00 WIB
    utang()
    utang(nama="PAIMIN")
    assert pesan.wa.terkirim == []
    pesan.maju(hours=8)
    assert len(pesan.wa.terkirim) == 1 and "Ada 2 kabar" in bacaan(pesan)[0]


def test_when_the_carrier_fails_each_notice_says_why_and_the_second_way_tells_them_once(pesan, utang):
    pesan.telepon("karno", MATI, "karno@contoh.go.id")
    ids = [utang(kerja=False), utang(nama="PAIMIN")]
    pesan.webhook(keadaan(pesan.wa.terkirim[0], "failed", 131026))
    pesan.maju(minutes=1)
    assert {semua(pesan)[i].keadaan for i in ids} == {K.GAGAL}
    assert all("131026" in semua(pesan)[i].alasan for i in ids)
    (pos,) = pesan.pos.pos
    assert "PAIMIN" in pos.isi and "SUTINI" in pos.isi


def test_a_doubt_about_the_carrier_is_a_doubt_about_each(pesan, utang):
    pesan.telepon("karno", PUTUS, "karno@contoh.go.id")
    ids = [utang(kerja=False), utang(nama="PAIMIN")]
    pesan.maju(hours=1)
    assert {semua(pesan)[i].keadaan for i in ids} == {K.TAK_TERKONFIRMASI}
    assert len(pesan.wa.terkirim) == len(pesan.pos.pos) == 1


def test_a_passing_fault_is_tried_again_as_the_same_message(pesan, utang):
    pesan.telepon("karno", "+6281200000500")
    ids = [utang(kerja=False), utang(nama="PAIMIN")]
    assert {semua(pesan)[i].keadaan for i in ids} == {K.ANTRE}
    pesan.telepon("karno", NOMOR)
    pesan.maju(minutes=2)
    assert len(pesan.wa.terkirim) == 1 and {semua(pesan)[i].keadaan for i in ids} == {K.DITERIMA_PENYEDIA}


def test_where_the_merged_template_is_not_approved_each_goes_alone(pesan, utang):
    pesan.wa.templat = {"sikap_n8"}
    utang(kerja=False)
    utang(nama="PAIMIN", kerja=False)
    pesan.kerjakan()
    for _ in range(3):
        pesan.maju(seconds=7)
    assert [p["template"]["name"] for p in pesan.wa.terkirim] == ["sikap_n8"] * 2
    assert {k.keadaan for k in semua(pesan).values()} == {K.DITERIMA_PENYEDIA}


def test_reading_it_in_sikap_at_the_same_moment_loses_nothing_of_what_the_channel_said(pesan, utang, monkeypatch):
    ids = [utang(kerja=False), utang(nama="PAIMIN", kerja=False)]
    kanal = pesan.kantor.notify["whatsapp"]
    karno = Pelaku(id="karno", nama="SOEKARJONO", peran=frozenset({Peran.PNS}))

    class Sela:
        nama, surel, menyela, orang_per_hari = "whatsapp", False, True, 0

        def kirim(self, surat):
            for i in ids:
                tandai_dibaca(pesan.kantor, karno, i)
            return kanal.kirim(surat)

    monkeypatch.setitem(pesan.kantor.notify, "whatsapp", Sela())
    pesan.kerjakan()
    assert {semua(pesan)[i].keadaan for i in ids} == {K.DITERIMA_PENYEDIA}
    assert all(semua(pesan)[i].dibaca_pada for i in ids)


def test_a_state_that_moved_on_meanwhile_is_not_overwritten(pesan, utang):
    id_ = utang()
    lama = semua(pesan)[id_]
    pesan.webhook(keadaan(pesan.wa.terkirim[0], "read"))
    with pytest.raises(Conflict):
        antar_hasil.tulis(pesan.kantor, lama, {"keadaan": K.GAGAL}, [])
    assert semua(pesan)[id_].keadaan is K.DIBACA


def test_a_row_that_never_stands_still_is_given_up_as_a_conflict(pesan, utang):
    id_ = utang()
    lama = semua(pesan)[id_]
    store = pesan.kantor.store

    class Ramai:
        get = staticmethod(store.get)

        def write(self, *operasi):
            store.write(rak_kabar.RAK.taruh(rak_kabar.RAK.ambil(store, f"KABAR#{lama.id}")))
            return store.write(*operasi)

    with pytest.raises(Conflict):
        antar_hasil.tulis(replace(pesan.kantor, store=Ramai()), lama, {"keadaan": K.GAGAL}, [])
    assert semua(pesan)[lama.id].keadaan is lama.keadaan


def test_who_wants_one_digest_a_day_gets_it_in_the_morning_but_what_he_is_owed_at_once(pesan, utang):
    pesan.kantor.store.write(rak_pilihan.ubah(pesan.kantor.store, "karno", ringkas=True))
    utang()
    pesan.maju(hours=3)
    utang("N6", nama="PAIMIN")
    utang("N5")
    assert [p["template"]["name"] for p in pesan.wa.terkirim] == ["sikap_n5"]
    pesan.maju(hours=18)  # 07.00 WIB
    assert len(pesan.wa.terkirim) == 2 and "Ada 2 kabar" in bacaan(pesan)[1]


def test_the_digest_of_a_moment_is_the_next_one(pesan):
    sore = pesan.kantor.jam()  # 10.00 WIB
    assert ringkasan_berikut(sore, 7).isoformat() == "2026-11-26T00:00:00+00:00"
    assert ringkasan_berikut(sore.replace(hour=23), 7).isoformat() == "2026-11-26T00:00:00+00:00"


def test_no_window_when_the_office_wants_none(pesan, utang):
    tanpa = pesan.kantor.setelan.model_copy(update={"gabung_menit": 0})
    pesan.kantor = replace(pesan.kantor, setelan=tanpa)
    utang(kerja=False)
    utang(nama="PAIMIN", kerja=False)
    pesan.kerjakan()
    pesan.maju(seconds=7)
    assert [p["template"]["name"] for p in pesan.wa.terkirim] == ["sikap_n8"] * 2


@pytest.mark.parametrize("sebab", ["bersama", "orang lain"])
def test_a_number_that_is_not_his_own_gets_nothing_personal_until_a_code_was_confirmed(pesan, utang, sebab):
    if sebab == "bersama":
        pesan.telepon("paimin", NOMOR)
    else:
        pesan.kantor.store.write(rak_pilihan.ubah(pesan.kantor.store, "karno", nomor_orang_lain=NOMOR))
    id_ = utang("N5")
    utang("KODE")
    assert [p["template"]["name"] for p in pesan.wa.terkirim] == ["sikap_kode"]
    assert "bukan nomor penerima sendiri" in semua(pesan)[id_].alasan and len(pesan.pos.pos) == 1

    pesan.kantor.store.write(rak_pilihan.ubah(pesan.kantor.store, "karno", nomor_benar=NOMOR))
    pesan.maju(seconds=10)
    utang("N7")
    assert pesan.wa.terkirim[-1]["template"]["name"] == "sikap_n7"


def test_who_wants_mail_gets_mail_and_the_phone_when_mail_fails(pesan, utang, monkeypatch):
    pesan.kantor.store.write(rak_pilihan.ubah(pesan.kantor.store, "karno", lewat="surel"))
    utang()
    assert pesan.wa.terkirim == [] and [p.tujuan for p in pesan.pos.pos] == ["karno@contoh.go.id"]
    pesan.telepon("karno", NOMOR, "")
    pesan.maju(minutes=11)
    utang()
    assert len(pesan.wa.terkirim) == 1
