"""A table of histories comes in: recognised, previewed, applied once; refused row by row; its mapping is remembered."""

from __future__ import annotations

import hashlib

import pytest
from alat_kantor import Peramban, nip
from app import app
from chalicelib.actions import impor_riwayat, terap_riwayat
from chalicelib.documents import kunci as k
from chalicelib.edge.wsgi import WsgiApp
from chalicelib.galat import Bentrok, TakSah
from chalicelib.records import fakta as rak
from chalicelib.records import pegawai as rak_pegawai
from chalicelib.rules import padukan_fakta

from schemas.fakta import JenisFakta

JUDUL = "NIP;TAHUN;PREDIKAT KINERJA;NOMOR SK"
SATU = f"{JUDUL}\n'{nip(0)};2024;BAIK;800/1\n'{nip(0)};2025;SANGAT BAIK;800/2\n"


@pytest.fixture
def siapa(kantor):
    wsgi = WsgiApp(app)

    def masuk(id_):
        kantor.jam.maju(seconds=31)
        return Peramban(wsgi).masuk(id_, kantor)

    return masuk


def bawa(kantor, orang, isi, **uji):
    """Upload, dry run, and let the worker read it."""
    byte = isi.encode()
    tiket = {"nama": "kinerja.csv", "ukuran": len(byte), "sha256": hashlib.sha256(byte).hexdigest()}
    id_ = orang.kirim("POST", "/impor-riwayat", tiket).isi["id"]
    kantor.documents.taruh(k.masuk(id_), byte, "application/octet-stream")
    return id_, periksa(kantor, orang, id_, **uji)


def periksa(kantor, orang, id_, **uji):
    jawab = orang.kirim("POST", f"/impor-riwayat/{id_}/uji", uji)
    assert jawab.status == 202, jawab.isi
    while impor_riwayat.MEJA.kerjakan(kantor):
        pass
    return orang.kirim("GET", f"/impor-riwayat/{id_}").isi


def terapkan(kantor, orang, impor):
    jawab = orang.kirim("POST", f"/impor-riwayat/{impor['id']}/penerapan", {"versi": impor["versi"]})
    while impor_riwayat.MEJA.kerjakan(kantor):
        pass
    return jawab


def test_the_dry_run_shows_and_keeps_nothing_then_applying_names_the_row(kantor, siapa):
    admi = siapa("admi")
    id_, impor = bawa(kantor, admi, SATU)

    assert (impor["keadaan"], impor["jenis"], impor["jumlah"], impor["baru"]) == ("siap", "kinerja", 2, 2)
    assert rak.riwayat(kantor.store, "karno").baris == {}
    [_, dua] = admi.kirim("GET", f"/impor-riwayat/{id_}/ubah").isi["isi"]
    assert dua["ubah"] == [["Penilaian kinerja", "(belum ada)", "Tahun penilaian 2025, Predikat Sangat Baik"]]
    assert terapkan(kantor, admi, impor).status == 202
    baris = rak.riwayat(kantor.store, "karno").baris[JenisFakta.KINERJA]
    assert [(b.isi["tahun"], b.asal.sumber) for b in baris] == [(2024, "800/1, kinerja.csv baris 2"), (2025, "800/2, kinerja.csv baris 3")]  # fmt: skip
    assert kantor.store.get("RAMAL-ANTRE", "karno")


def test_the_same_file_is_applied_once(kantor, siapa):
    admi = siapa("admi")
    _, satu = bawa(kantor, admi, SATU)
    _, dua = bawa(kantor, admi, SATU)
    terapkan(kantor, admi, satu)

    assert terapkan(kantor, admi, dua).isi["kode"] == "impor-sudah"
    _, lagi = bawa(kantor, admi, SATU + " ")
    assert (lagi["baru"], lagi["sama"]) == (0, 2)


def test_refused_rows_say_why_and_the_others_come_in(kantor, siapa):
    admi = siapa("admi")
    isi = f"{JUDUL}\n'{nip(0)};2025;Baik;\n'{nip(0)};2025;hebat;\n'197003111995031990;2025;Baik;\n123;2025;Baik;\n'{nip(0)};dulu;Baik;\n'{nip(0)};1975;Baik;"
    id_, impor = bawa(kantor, admi, isi)

    assert impor["ditolak"] == 5
    kode = {b["baris"]: b["kode"] for b in admi.kirim("GET", f"/impor-riwayat/{id_}/ditolak").isi["isi"]}
    assert kode[3] == "pilihan"
    assert kode[4] == "nip-tak-terdaftar"
    assert kode[5].startswith("nip-")
    assert (kode[6], kode[7]) == ("bukan-angka", "tanggal-janggal")
    terapkan(kantor, admi, impor)
    assert len(rak.riwayat(kantor.store, "karno").baris[JenisFakta.KINERJA]) == 1


def test_a_mapping_shown_once_is_known_the_next_time(kantor, siapa):
    admi = siapa("admi")
    asing = f"Nomor Induk;Thn;Hasil\n'{nip(0)};2025;Baik"
    id_, gagal = bawa(kantor, admi, asing)
    assert gagal["keadaan"] == "ditolak"
    assert gagal["judul"] == ["Nomor Induk", "Thn", "Hasil"]

    peta = {"nip": "Nomor Induk", "tahun": "Thn", "predikat": "Hasil"}
    impor = periksa(kantor, admi, id_, jenis="kinerja", peta=peta, sumber="SIMPEG lama")
    assert impor["keadaan"] == "siap", impor
    terapkan(kantor, admi, impor)
    _, lagi = bawa(kantor, admi, asing.replace("2025", "2024"))

    assert (lagi["keadaan"], lagi["tersimpan"], lagi["sumber"]) == ("siap", True, "SIMPEG lama")
    assert lagi["peta"] == peta


def test_discipline_is_imported_by_bkpsdm_only(kantor, siapa):
    admi, vera = siapa("admi"), siapa("vera")
    isi = f"NIP;TINGKAT HUKUMAN;MULAI;SELESAI\n'{nip(0)};S;01-01-2026;31-12-2026"
    id_, impor = bawa(kantor, vera, isi)

    assert impor["jenis"] == "hukuman"
    assert admi.kirim("GET", f"/impor-riwayat/{id_}").status == 404
    assert admi.kirim("GET", "/impor-riwayat").isi["isi"] == []
    lain, _ = bawa(kantor, admi, SATU)
    assert admi.kirim("POST", f"/impor-riwayat/{lain}/uji", {"jenis": "hukuman"}).isi["kode"] == "hukuman-terbatas"


def test_an_import_does_not_overwrite_what_rests_on_a_document(kantor, siapa):
    tini, vera, admi = siapa("tini"), siapa("vera"), siapa("admi")
    usul = tini.kirim("POST", "/pegawai/karno/fakta", {"jenis": "kinerja", "isi": {"tahun": 2025, "predikat": "Baik"}, "sumber": "SKP 2025"}).isi  # fmt: skip
    vera.kirim("POST", f"/fakta/{usul['id']}/putusan", {"versi": usul["versi"], "sah": True})
    _, impor = bawa(kantor, admi, SATU)

    assert (impor["baru"], impor["ditolak"]) == (1, 1)


def test_the_command_applies_at_once_and_only_once(kantor):
    isi = SATU.encode()
    kata: list[str] = []
    hasil = impor_riwayat.masukkan(kantor, isi, "k.csv", None, {}, kata.append)

    assert (hasil.jumlah, kata) == (2, ["1 dari 1 orang"])
    with pytest.raises(Bentrok):
        impor_riwayat.masukkan(kantor, isi, "k.csv", None, {}, kata.append)


@pytest.mark.parametrize(
    ("judul", "jenis"),
    [
        ("NIP;GOLONGAN NAMA;TMT GOLONGAN;NOMOR SK;MK TAHUN;MK BULAN", "golongan"),
        ("NIP BARU;JENIS JABATAN;NAMA JABATAN;TMT JABATAN;ESELON", "jabatan"),
        ("NIP;TINGKAT PENDIDIKAN;TAHUN LULUS", "pendidikan"),
        ("NIP;JENIS ANGKA KREDIT;KREDIT TOTAL;TANGGAL SELESAI", "angka_kredit"),
        ("NIP;JENIS UJIAN;TANGGAL LULUS", "ujian"),
        ("NIP;NAMA DIKLAT;TAHUN", "diklat"),
        ("NIP;TANGGAL MULAI;TANGGAL SELESAI;TANGGAL LULUS", "tugas_belajar"),
        ("NIP;UNTUK JENJANG;TANGGAL LULUS", "uji_kompetensi"),
    ],
)
def test_kinds_are_known_by_their_headings(judul, jenis):
    assert terap_riwayat.peta(None, judul.split(";"), None, {}).jenis == jenis


def test_a_table_of_nothing_we_know_is_refused():
    with pytest.raises(TakSah):
        terap_riwayat.peta(None, ["NIP", "warna"], None, {})


def test_nobody_confirms_his_own_history_by_importing_it(kantor, siapa):
    vera, vino = siapa("vera"), siapa("vino")
    isi = f"{JUDUL}\n'{rak_pegawai.ambil(kantor.store, 'vera').nip};2025;Sangat Baik;800/1\n'{nip(0)};2025;Baik;800/2\n"
    isi += f"'{rak_pegawai.ambil(kantor.store, 'vino').nip};2025;Sangat Baik;800/3\n"
    id_, impor = bawa(kantor, vera, isi)

    assert (impor["baru"], impor["ditolak"]) == (2, 1)
    assert [b["kode"] for b in vera.kirim("GET", f"/impor-riwayat/{id_}/ditolak").isi["isi"]] == ["fakta-sendiri"]
    assert terapkan(kantor, vino, impor).status == 202

    assert [o for o in ("vera", "vino", "karno") if rak.riwayat(kantor.store, o).baris] == ["karno"]
    akhir = vino.kirim("GET", f"/impor-riwayat/{id_}").isi
    assert akhir["keadaan"] == "selesai" and akhir["pesan"].endswith("Baris 4.")


def test_a_column_of_nips_that_went_wrong_does_not_land_on_one_person(kantor, siapa):
    baris = "".join(f"'{nip(0)};Diklat {n};2010\n" for n in range(padukan_fakta.TERBANYAK + 2))
    id_, impor = bawa(kantor, siapa("vera"), f"NIP;NAMA DIKLAT;TAHUN\n{baris}", jenis="diklat")

    assert (impor["baru"], impor["ditolak"]) == (padukan_fakta.TERBANYAK, 2)
    assert len(rak.riwayat(kantor.store, "karno").baris.get(JenisFakta.DIKLAT, [])) == 0
