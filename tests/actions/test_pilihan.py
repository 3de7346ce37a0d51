"""A person's own page: how he wants to be told, and the code that proves the number to be in his hands."""

from __future__ import annotations

import pytest
from alat_orang import Orang
from alat_rute import buka  # noqa: F401 - opens all counters
from alat_wa import terbaca

NOMOR = "+6281200001111"
PILIH = {"lewat": "utama", "ringkas": False, "sapaan": "Bapak/Ibu", "orang_lain": False}


@pytest.fixture
def karno(pesan):
    pesan.telepon("karno", NOMOR, "karno@contoh.go.id")
    return Orang(pesan.kantor, "karno")


def kode(pesan) -> str:
    pesan.kerjakan()
    return pesan.wa.terkirim[-1]["template"]["components"][0]["parameters"][0]["text"]


def test_choices_are_kept_and_shown(karno):
    assert karno.minta("GET", "/saya/pilihan") == {
        "lewat": "utama", "ringkas": False, "sapaan": "Bapak/Ibu", "orang_lain": False,
        "nomor_dipakai": True, "bersama": False, "telepon_ujung": "111", "surel": True,
    }  # fmt: skip
    baru = PILIH | {"lewat": "surel", "ringkas": True, "sapaan": "Bapak"}
    karno.minta("PUT", "/saya/pilihan", baru)
    assert baru.items() <= karno.minta("GET", "/saya/pilihan").items()


def test_mail_is_not_offered_to_who_has_no_address(pesan, karno):
    pesan.telepon("karno", NOMOR, "")
    tolak = karno.minta("PUT", "/saya/pilihan", PILIH | {"lewat": "surel"}, 403)
    assert tolak["kode"] == "tanpa-surel" and tolak["petunjuk"]


def test_nonsense_is_refused_and_changes_nothing(karno):
    for salah in ({}, PILIH | {"lewat": "merpati"}, PILIH | {"sapaan": "Yang Mulia"}, PILIH | {"nomor_benar": NOMOR}):
        karno.minta("PUT", "/saya/pilihan", salah, 422)
    assert karno.minta("GET", "/saya/pilihan")["lewat"] == "utama"


@pytest.mark.parametrize("sebab", ["bersama", "orang_lain"])
def test_a_code_proves_the_number(pesan, karno, sebab):
    if sebab == "bersama":
        pesan.telepon("paimin", NOMOR)
    else:
        karno.minta("PUT", "/saya/pilihan", PILIH | {"orang_lain": True})
    ada = karno.minta("GET", "/saya/pilihan")
    assert ada[sebab] and not ada["nomor_dipakai"]

    karno.minta("POST", "/saya/nomor", harap=204)
    angka = kode(pesan)
    karno.minta("POST", "/saya/nomor/kode", {"kode": "000001"}, 422)
    assert karno.minta("POST", "/saya/nomor/kode", {"kode": angka})["nomor_dipakai"]
    karno.minta("POST", "/saya/nomor/kode", {"kode": angka}, 422)  # once only


def test_a_code_for_a_number_that_was_changed_meanwhile_proves_nothing(pesan, karno):
    karno.minta("POST", "/saya/nomor", harap=204)
    angka = kode(pesan)
    pesan.telepon("karno", "+6281200001112")
    karno.minta("POST", "/saya/nomor/kode", {"kode": angka}, 422)


def test_who_declares_the_number_foreign_loses_its_proof(pesan, karno):
    karno.minta("POST", "/saya/nomor", harap=204)
    karno.minta("POST", "/saya/nomor/kode", {"kode": kode(pesan)})
    assert not karno.minta("PUT", "/saya/pilihan", PILIH | {"orang_lain": True})["nomor_dipakai"]


def test_activation_by_phone_proves_the_number_as_well(pesan, karno):
    pesan.telepon("paimin", NOMOR)
    nip = karno.minta("GET", "/saya")["pegawai"]["nip"]
    karno.minta("POST", "/akun/kode", {"nip": nip, "tujuan": "pemulihan"}, 202)
    isi = {"nip": nip, "kode": kode(pesan), "sandi": "kambing makan daun"}
    karno.minta("POST", "/akun/pemulihan", isi)
    assert karno.minta("GET", "/saya/pilihan")["nomor_dipakai"]


def test_the_title_he_chose_stands_in_what_is_written_to_him(pesan, karno):
    karno.minta("PUT", "/saya/pilihan", PILIH | {"sapaan": "Bapak"})
    tini = Orang(pesan.kantor, "tini")
    u = tini.minta("POST", "/usulan", {"pegawai": "karno", "jenis": "REGULER", "periode": "2027-02-01"}, 201)["id"]
    for b in tini.lihat(u)["butir"]:
        if b["wajib"]:
            tini.isi(u, b["slot"])
    tini.lakukan(u, "pengusulan", nomor_surat="800/1", tanggal_surat="2026-11-25")
    pesan.kerjakan()
    assert any(terbaca(p).startswith("Usul kenaikan pangkat Bapak SOEKARJONO periode") for p in pesan.wa.terkirim)
