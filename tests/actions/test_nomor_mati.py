"""A dead number is work for the pengelola of its owner until another number is recorded."""

from __future__ import annotations

import pytest
from alat_kantor import nip, orang
from alat_orang import Orang
from alat_rute import buka  # noqa: F401 - opens all counters
from alat_wa import keadaan, terbaca
from chalicelib.actions import terap
from chalicelib.actions.kabari import kepada_diri
from chalicelib.notify import Hasil
from chalicelib.records import akun as rak_akun
from chalicelib.records import kanal as rak_kanal
from chalicelib.records import pegawai as rak_pegawai
from chalicelib.rules.daftar_asn import BarisAsn

from schemas.kabar import SebabGagal

MATI = "+6281200000026"


@pytest.fixture
def mati(pesan):
    """SOEKARJONO's number failed for good, as the provider said."""
    pesan.telepon("karno", MATI)
    pesan.kantor.store.write(kepada_diri(pesan.kantor, "karno", "AMAN1", bantuan="x"))
    pesan.kerjakan()
    pesan.webhook(keadaan(pesan.wa.terkirim[0], "failed", 131026))
    return pesan


def isi(orang):
    return orang.minta("GET", "/nomor-mati")["isi"]


def menunggu(orang):
    return [m["jumlah"] for m in orang.minta("GET", "/saya")["menunggu"] if m["ke"] == "/nomor-mati/"]


def test_it_waits_for_his_own_pengelola_and_the_administrator(mati):
    tini, marni, admi = (Orang(mati.kantor, o) for o in ("tini", "marni", "admi"))
    (baris,) = isi(tini)
    assert (baris["nama"], baris["telepon_ujung"]) == ("SOEKARJONO", "026") and "131026" in baris["alasan"]
    assert isi(admi) == [baris] and isi(marni) == []
    assert (menunggu(tini), menunggu(marni)) == ([1], [])


def test_a_dead_mail_address_takes_no_dead_number_off_the_list(pesan):
    """His number fails, the message goes by mail, and the mail comes back too."""
    pesan.telepon("karno", MATI, "karno@contoh.invalid")
    pesan.pos.kirim = lambda surat: Hasil(
        "gagal", alasan="Alamat surel ini ditolak. (550)", sebab=SebabGagal.NOMOR_MATI
    )
    pesan.kantor.store.write(kepada_diri(pesan.kantor, "karno", "AMAN1", bantuan="x"))
    pesan.kerjakan()
    pesan.webhook(keadaan(pesan.wa.terkirim[0], "failed", 131026))
    pesan.kerjakan()
    assert [k.keadaan for k in pesan.kabar("karno")] == ["gagal", "gagal"]
    tini = Orang(pesan.kantor, "tini")
    assert [b["telepon_ujung"] for b in isi(tini)] == ["026"] and menunggu(tini) == [1]


def test_the_pengelola_of_a_unit_is_told_however_many_of_his_opd_come_before(mati):
    """sd-1 is his; sixty others of the OPD, of whom he sees none, stand before SOEKARJONO."""
    store = mati.kantor.store
    for n in range(60):
        p = orang(f"a{n:02}", n + 50, f"A {n:02}", "dinas").model_copy(update={"telepon": f"+62813000000{n:02}"})
        store.write(*rak_pegawai.simpan(p), rak_kanal.nomor_mati(p, p.telepon, mati.kantor.jam(), "x"))
    akun = rak_akun.ambil(store, "tini")
    store.write(*rak_akun.simpan(akun.model_copy(update={"lingkup": "sd-1"}), akun))
    tini = Orang(mati.kantor, "tini")
    assert [b["nama"] for b in isi(tini)] == ["SOEKARJONO"] and menunggu(tini) == [1]


def test_who_takes_the_list_away_stands_in_the_journal(mati):
    admi = Orang(mati.kantor, "admi")
    assert admi.minta("GET", "/nomor-mati/unduhan") == admi.minta("GET", "/nomor-mati")
    catat = admi.minta("GET", f"/audit?bulan={mati.kantor.jam():%Y-%m}")["isi"][0]
    assert (catat["oleh"], catat["aksi"], catat["rincian"]) == ("ADMI", "unduh daftar nomor mati", "orang: 1")


def test_another_number_ends_it(mati):
    admi, tini = Orang(mati.kantor, "admi"), Orang(mati.kantor, "tini")
    versi = admi.minta("GET", "/pegawai/karno")["versi"]
    admi.minta("PATCH", "/pegawai/karno", {"versi": versi, "telepon": "0812 0000 7777", "dasar": "kartu pegawai"})
    assert isi(tini) == [] and isi(admi) == [] and menunggu(tini) == []


def ubah(pesan, **isi):
    admi = Orang(pesan.kantor, "admi")
    versi = admi.minta("GET", "/pegawai/karno")["versi"]
    admi.minta("PATCH", "/pegawai/karno", {"versi": versi, "dasar": "kartu pegawai", **isi})
    pesan.kerjakan()


def test_it_goes_along_to_the_pengelola_of_his_new_opd(mati):
    ubah(mati, unit="rsud")
    tini, marni, admi = (Orang(mati.kantor, o) for o in ("tini", "marni", "admi"))
    assert isi(tini) == [] and [b["nama"] for b in isi(marni)] == ["SOEKARJONO"] and isi(admi) == isi(marni)
    assert (menunggu(tini), menunggu(marni)) == ([], [1])

    ubah(mati, unit="dinas", telepon="0812 0000 7777")
    assert isi(Orang(mati.kantor, "tini")) == isi(Orang(mati.kantor, "admi")) == []


def test_it_goes_along_when_the_roster_says_that_he_moved(mati):
    baris = BarisAsn(1, {"nip": nip(0), "nama": "SOEKARJONO"}, "Unit rsud", "Unit rsud", ())
    assert terap.terapkan(mati.kantor, [baris]) == 1
    assert isi(Orang(mati.kantor, "tini")) == [] and [b["nama"] for b in isi(Orang(mati.kantor, "marni"))] == [
        "SOEKARJONO"
    ]


def test_the_old_number_hears_that_it_was_changed_but_not_to_which(pesan):
    pesan.telepon("karno", "+6281200001111")
    ubah(pesan, unit="sd-1")
    assert pesan.wa.terkirim == []
    ubah(pesan, telepon="0812 0000 7777")
    (surat,) = pesan.wa.terkirim
    assert surat["to"] == "6281200001111" and terbaca(surat).startswith(
        "Nomor telepon akun SIKAP Anda diganti. Bila bukan"
    )
    assert "7777" not in terbaca(surat)


def test_a_dead_number_is_told_nothing(mati):
    sebelum = len(mati.wa.terkirim)
    ubah(mati, telepon="0812 0000 7777")
    assert len(mati.wa.terkirim) == sebelum


def test_a_number_changed_past_this_list_is_not_shown_as_dead(mati):
    mati.telepon("karno", "+6281200009999")
    assert isi(Orang(mati.kantor, "tini")) == []
