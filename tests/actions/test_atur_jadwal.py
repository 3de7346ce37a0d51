"""The schedule and the holidays as the administrator's tables: dated, in versions, and each kind once a day however it is moved."""

from __future__ import annotations

from datetime import date

import pytest
from alat_orang import Orang
from alat_rute import buka  # noqa: F401 - opens all counters
from chalicelib.actions import jadwal, libur
from chalicelib.records import usulan as rak_usulan

from schemas.jadwal import KodeJadwal, libur_bawaan
from schemas.usulan import Status

HARI_INI = "2026-11-25"


@pytest.fixture
def admi(pesan):
    return Orang(pesan.kantor, "admi")


@pytest.fixture
def kasus(pesan):
    """SOEKARJONO owes a repair in seven days."""
    tini = Orang(pesan.kantor, "tini")
    id_ = tini.minta("POST", "/usulan", {"pegawai": "karno", "jenis": "REGULER", "periode": "2027-02-01"}, 201)["id"]
    u = rak_usulan.ambil(pesan.kantor.store, id_)
    ubah = {"status": Status.BTS_BKPSDM, "tenggat": date(2026, 12, 2)}
    pesan.kantor.store.write(rak_usulan.RAK.taruh(u.model_copy(update=ubah)))


def isian(versi=0, mulai=HARI_INI, pukul=7, **ubah):
    baris = [
        {"kode": k, "pukul": pukul, "hari": "14 7,3,1" if k in ("perbaikan", "periode") else ""} for k in KodeJadwal
    ]
    return {"versi": versi, "berlaku_mulai": mulai, "baris": [b | ubah.get(str(b["kode"]), {}) for b in baris]}


def banyak(pesan, kode="INGAT1"):
    return sum(k.kode == kode for k in pesan.kabar("karno"))


def test_before_anything_is_saved_the_settings_say_it_and_then_the_table(pesan, admi):
    awal = admi.minta("GET", "/jadwal")
    assert (awal["versi"], {b["pukul"] for b in awal["baris"]}, awal["baris"][0]["hari"]) == (0, {7}, [14, 7, 3, 1])
    kini = admi.minta("PUT", "/jadwal", isian(perbaikan={"pukul": 9, "hari": "5 5 2"}))
    assert (kini["versi"], kini["baris"][0]["pukul"], kini["baris"][0]["hari"]) == (1, 9, [5, 2])
    nama = admi.minta("GET", "/saya")["nama"]
    assert [r["oleh"] for r in kini["riwayat"]] == [nama, "Bawaan SIKAP"]


def test_an_hour_moved_on_the_same_day_repeats_nothing(pesan, kasus, admi):
    assert jadwal.kerjakan(pesan.kantor) == 2  # ten in the morning
    admi.minta("PUT", "/jadwal", isian(pukul=11))
    pesan.kantor.jam.maju(hours=2)
    assert jadwal.kerjakan(pesan.kantor) == 0 and banyak(pesan) == 1
    Orang(pesan.kantor, "admi").minta("PUT", "/jadwal", isian(1, pukul=8))
    assert jadwal.kerjakan(pesan.kantor) == 0 and banyak(pesan) == 1


def test_a_later_hour_waits_and_what_is_off_is_not_said(pesan, kasus, admi):
    admi.minta("PUT", "/jadwal", isian(perbaikan={"pukul": 13}))
    assert jadwal.kerjakan(pesan.kantor) == 0
    pesan.kantor.jam.maju(hours=4)
    admi = Orang(pesan.kantor, "admi")
    admi.minta("PUT", "/jadwal", isian(1, perbaikan={"aktif": False}))
    assert jadwal.kerjakan(pesan.kantor) == 0
    admi.minta("PUT", "/jadwal", isian(2))
    assert jadwal.kerjakan(pesan.kantor) == 2


def test_a_table_for_a_later_day_waits_for_it(pesan, kasus, admi):
    admi.minta("PUT", "/jadwal", isian(mulai="2026-11-26", perbaikan={"aktif": False}))
    assert jadwal.kerjakan(pesan.kantor) == 2, "today the former one holds"
    admi.minta("PUT", "/jadwal", isian(1, mulai="2026-11-24"), 422)
    assert admi.minta("PUT", "/jadwal", isian(0), 409)["kode"] == "bentrok"


@pytest.mark.parametrize(
    "ubah",
    [{"perbaikan": {"hari": ""}}, {"perbaikan": {"hari": "0"}}, {"perbaikan": {"hari": "besok"}}, {"berhak": {"pukul": 22}},
     {"harian": {"aktif": False}}, {"berhak": {"kode": "periode"}}],
)  # fmt: skip
def test_a_table_that_cannot_hold_is_refused_whole(admi, ubah):
    assert admi.minta("PUT", "/jadwal", isian(**ubah), 422)["temuan"]
    assert admi.minta("GET", "/jadwal")["versi"] == 0


def test_holidays_are_tried_saved_used_and_taken_back(pesan, kasus, admi):
    lama = admi.minta("GET", "/libur/2026")
    teks = lama["teks"] + "\nRabu, 25 November 2026; Pemilihan kepala daerah"
    uji = admi.minta("PUT", "/libur/2026", {"versi": 0, "teks": teks, "sumber": "SE Bupati 1", "uji": True})
    assert (uji["tambah"], uji["hapus"], uji["versi"]) == (["25 November 2026; Pemilihan kepala daerah"], [], 0)
    assert admi.minta("GET", "/libur/2026")["jumlah"] == lama["jumlah"], "a trial keeps nothing"
    admi.minta("PUT", "/libur/2026", {"versi": 0, "teks": teks, "sumber": "SE Bupati 1"})
    assert jadwal.kerjakan(pesan.kantor) == 0, "today the office is closed"
    kini = admi.minta("GET", "/libur/2026")
    assert (kini["versi"], [r["sumber"] for r in kini["riwayat"]][0]) == (1, "SE Bupati 1")
    admi.minta("PUT", "/libur/2026", {"versi": 1, "teks": kini["riwayat"][1]["teks"], "sumber": "dibatalkan"})
    assert jadwal.kerjakan(pesan.kantor) == 2
    assert (
        admi.minta("PUT", "/libur/2026", {"versi": 1, "teks": teks, "sumber": "SE Bupati 1"}, 409)["kode"] == "bentrok"
    )


def test_next_years_missing_holidays_are_asked_for_from_november(pesan, admi):
    def menunggu():
        return [m for m in admi.minta("GET", "/saya")["menunggu"] if m["ke"] == "/jadwal/"]

    assert "2027" in admi.minta("GET", "/jadwal")["peringatan"] and "2026" not in libur.kurang(pesan.kantor)
    assert len(menunggu()) == 1
    teks = (
        "\n".join(f"{h.tanggal:%d-%m-%Y}; {h.nama}" for h in libur_bawaan()[2027].hari) + "\n10 Maret 2027; Idul Fitri"
    )
    admi.minta("PUT", "/libur/2027", {"versi": 0, "teks": teks, "sumber": "SKB 3 Menteri 2026"})
    assert libur.kurang(pesan.kantor) == "" and menunggu() == []
    pesan.kantor.jam.maju(days=-40)
    assert libur.kurang(pesan.kantor) == ""


def test_before_november_nobody_is_asked(pesan):
    pesan.kantor.jam.maju(days=-(date(2026, 11, 25) - date(2026, 10, 31)).days)
    assert libur.kurang(pesan.kantor) == ""
    pesan.kantor.jam.maju(days=1)
    assert "2027" in libur.kurang(pesan.kantor)


def test_the_journal_says_who_changed_what(pesan, admi):
    admi.minta("PUT", "/jadwal", isian(pukul=8))
    admi.minta("PUT", "/libur/2027", {"versi": 0, "teks": "1-1-2027 Tahun Baru", "sumber": "SKB"})
    jejak = {c["aksi"]: c for c in admi.minta("GET", "/audit?bulan=2026-11")["isi"]}
    assert jejak["atur jadwal"]["isi"]["ringkasan"] == "pukul 08.00"
    assert len(jejak["atur hari libur"]["isi"]["hapus"]) == 5


def test_a_digest_of_ones_own_follows_the_table(pesan, admi):
    from chalicelib.actions import atur_jadwal

    assert atur_jadwal.pukul_harian(pesan.kantor) == 7
    admi.minta("PUT", "/jadwal", isian(harian={"pukul": 16}))
    assert atur_jadwal.pukul_harian(pesan.kantor) == 16


def test_who_may_not_set_it_sees_no_such_thing(pesan):
    vera = Orang(pesan.kantor, "vera")
    vera.minta("GET", "/jadwal", None, 404)
    audi = Orang(pesan.kantor, "audi")
    assert audi.minta("GET", "/libur/2026")["jumlah"] == 25
    audi.minta("PUT", "/libur/2026", {"versi": 0, "teks": "1-1-2026 x", "sumber": "SKB"}, 404)
    for tahun in ("1999", "abcd", "99999"):
        audi.minta("GET", f"/libur/{tahun}", None, 404)
