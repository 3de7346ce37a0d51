"""A roster as offices export it: what is refused, doubted, missing, and taken, row by row."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

import pytest
from alat_daftar import JUDUL, buat_daftar, buku, csv_, orang
from chalicelib.documents.tabel import baca_tabel
from chalicelib.rules.daftar_asn import SEBUTAN, HasilBaca, banding, periksa
from chalicelib.rules.kolom_asn import mengenal

from schemas.golongan import Golongan
from schemas.pegawai import Pegawai

HARI_INI = date(2026, 11, 26)


def baca(isi: bytes) -> HasilBaca:
    tabel = baca_tabel(isi, kenal=mengenal)
    return periksa(tabel.judul, tabel.baris, hari_ini=HARI_INI, mulai=tabel.mulai)


def satu(**ganti: object) -> HasilBaca:
    baris = {**orang(Random(1)), **{k.replace("_", " "): v for k, v in ganti.items()}}
    return periksa(list(baris), [tuple(baris.values())], hari_ini=HARI_INI)


def kode(temuan) -> set[tuple[int, str]]:
    return {(t.baris, t.kode) for t in temuan}


@pytest.fixture(scope="module")
def daftar():
    return buat_daftar(8_200)


@pytest.fixture(scope="module")
def hasil(daftar):
    return baca(buku(daftar.baris))


def test_exactly_the_rows_that_must_be_refused_are_refused(daftar, hasil):
    assert kode(hasil.ditolak) == daftar.ditolak


def test_exactly_the_doubtful_rows_are_warned_about(daftar, hasil):
    assert kode(hasil.peringatan) == daftar.peringatan


def test_exactly_the_missing_facts_are_named_as_gaps(daftar, hasil):
    assert kode(hasil.celah) == daftar.celah


def test_every_row_is_either_taken_or_refused_once(daftar, hasil):
    assert hasil.jumlah == len(daftar.baris) >= 8_000
    assert len(hasil.orang) + len(hasil.ditolak) == hasil.jumlah
    assert not {b.baris for b in hasil.orang} & {t.baris for t in hasil.ditolak}


def test_everyone_taken_is_a_pegawai_that_can_be_kept(hasil):
    for b in hasil.orang:
        Pegawai.model_validate({**b.isi, "id": "x", "kedudukan_hukum": b.isi["kedudukan_hukum"] or "01"})


def test_shuffled_columns_with_headings_in_small_letters_and_underscores_say_the_same(daftar, hasil):
    kolom = [(j, j.lower().replace(" ", "_")) for j in JUDUL]
    Random(3).shuffle(kolom)
    assert baca(buku(daftar.baris, kolom)) == replace(hasil, asing=("nik",))


@pytest.mark.parametrize("pemisah", [";", ",", "\t"])
def test_csv_says_the_same_as_the_workbook(daftar, hasil, pemisah):
    dari_csv = baca(csv_(daftar.baris, pemisah))
    samakan = {"nip-numeric": "nip-scientific-text"}  # a number in a CSV is text already
    assert {(b, samakan.get(k, k)) for b, k in kode(hasil.ditolak)} == kode(dari_csv.ditolak)
    assert (dari_csv.orang, dari_csv.peringatan, dari_csv.celah) == (hasil.orang, hasil.peringatan, hasil.celah)


def test_the_report_has_the_promised_shape(hasil):
    ringkas = hasil.ringkas()
    assert list(ringkas) == ["jumlah", "diterima", "ditolak", "peringatan", "celah"]
    assert {tuple(t) for n in ("ditolak", "peringatan", "celah") for t in ringkas[n]} == {("baris", "kode", "pesan")}


def test_a_row_becomes_the_facts_of_a_person():
    isi = satu(
        NIP_BARU="'19850724 200904 1 923", NAMA=" IMAM  HARI\u00a0WIDJAJA", GELAR_BELAKANG="S.Pd., M.Pd.", TANGGAL_LAHIR="24-07-1985", JENIS_KELAMIN="M",
        TMT_CPNS="01-04-2009", TMT_PNS="2010-04-01", GOL_AKHIR_NAMA="III / c", GOL_AKHIR_ID="33", TMT_GOLONGAN="01/04/2022", MK_TAHUN=12.0, MK_BULAN="0",
        JENIS_JABATAN_ID="2", JABATAN_NAMA="GURU AHLI MUDA", NOMOR_HP="+62 812-3456-7890", EMAIL="Imam@Contoh.go.id", NIP_LAMA="131999901",
        UNOR_NAMA="SDN 1 Paron", SATUAN_KERJA_INDUK_NAMA="Dinas Pendidikan", TAHUN_LULUS="2008", GELAR_DEPAN=None,
    ).orang[0]  # fmt: skip
    assert (isi.opd, isi.unit, isi.celah) == ("Dinas Pendidikan", "SDN 1 Paron", ())
    assert isi.isi == {
        "nip": "198507242009041923", "nip_lama": "131999901", "nama": "IMAM HARI WIDJAJA", "gelar_depan": "", "gelar_belakang": "S.Pd., M.Pd.",
        "jenis_kelamin": "L", "tempat_lahir": "NGAWI", "tanggal_lahir": date(1985, 7, 24), "tmt_cpns": date(2009, 4, 1), "telepon": "+6281234567890",
        "email": "imam@contoh.go.id", "kedudukan_hukum": "01", "status": "PNS", "golongan": Golongan.III_C, "tmt_golongan": date(2022, 4, 1),
        "tmt_pns": date(2010, 4, 1), "mk_tahun": 12, "mk_bulan": 0, "jenis_jabatan": "fungsional", "jabatan": "GURU AHLI MUDA",
        "tmt_jabatan": date(2021, 1, 1), "eselon": "", "jenjang": "Ahli Muda", "pendidikan": "S-1 Administrasi", "tingkat_pendidikan": "S1", "tahun_lulus": 2008,
    }  # fmt: skip


def test_a_file_without_a_column_says_nothing_about_it():
    hasil = periksa(["nip", "nama"], [("198507242009041923", "IMAM")], hari_ini=HARI_INI)
    tahu = {k for k, v in hasil.orang[0].isi.items() if v not in (None, "")}
    assert tahu == {"nip", "nama"} and not hasil.peringatan
    assert "SATUAN KERJA INDUK NAMA" in hasil.kurang


@pytest.mark.parametrize(
    "ganti, kode_ragu",
    [
        ({"KEDUDUKAN_HUKUM_ID": "entah"}, "legal-standing-unknown"),
        ({"MK_TAHUN": "61"}, "mk-tahun-over-60"),
        ({"GOL_AKHIR_ID": "34", "GOL_AKHIR_NAMA": "III/a"}, "rank-codes-differ"),
        ({"TMT_JABATAN": "01-01-2062"}, "date-far-ahead"),
        ({"TMT_GOLONGAN": "01-04-1990"}, "tmt-golongan-before-cpns"),
        ({"UNOR_NAMA": "x" * 300, "JABATAN_NAMA": "y" * 201}, "text-cut"),
        ({"NIP_BARU": "196909041986031901", "TANGGAL_LAHIR": None, "TMT_CPNS": None, "JENIS_KELAMIN": "M"}, "under-18-at-cpns"),
    ],
)  # fmt: skip
def test_a_doubt_is_named_and_the_row_is_taken(ganti, kode_ragu):
    hasil = satu(**ganti)
    assert [t.kode for t in hasil.peringatan] == [kode_ragu] and len(hasil.orang) == 1


def test_a_date_of_none_is_a_gap_and_no_doubt():
    hasil = satu(TMT_GOLONGAN="01-01-0001", TMT_PNS="01-01-1900", TMT_JABATAN="-")
    assert not hasil.peringatan and [t.kode for t in hasil.celah] == ["tmt-golongan"]


def test_an_empty_row_is_no_row_and_keeps_its_number():
    o = orang(Random(1))
    baris = [(None,) * len(o), tuple({**o, "NAMA": None}.values())]
    hasil = periksa(list(o), baris, hari_ini=HARI_INI, mulai=5)
    assert hasil.jumlah == 1 and kode(hasil.ditolak) == {(6, "name-empty")}


@pytest.mark.parametrize(
    "ubah, kode_tolak",
    [
        ({"NAMA": "ORANG LAIN", "PNS ID": "B"}, "nip-twice-with-other-person"),
        ({"NAMA": "ORANG LAIN", "PNS ID": "A"}, "nip-twice-same-person"),
        ({"NAMA": "utami, SITI", "PNS ID": "B"}, "nip-twice-same-person"),
        ({"NAMA": "ORANG LAIN", "PNS ID": None}, "nip-twice-with-other-person"),
    ],
)
def test_of_two_rows_with_one_nip_the_later_is_refused(ubah, kode_tolak):
    o = {**orang(Random(1)), "NAMA": "Siti Utami", "PNS ID": "A"}
    hasil = periksa(list(o), [tuple(o.values()), tuple({**o, **ubah}.values())], hari_ini=HARI_INI)
    assert kode(hasil.ditolak) == {(3, kode_tolak)} and [b.baris for b in hasil.orang] == [2]
    lain = kode_tolak == "nip-twice-with-other-person"
    assert kode(hasil.peringatan) == ({(2, kode_tolak)} if lain else set())


def test_a_refused_row_does_not_keep_a_later_one_out():
    o = orang(Random(1))
    hasil = periksa(list(o), [tuple({**o, "NAMA": None}.values()), tuple(o.values())], hari_ini=HARI_INI)
    assert kode(hasil.ditolak) == {(2, "name-empty")} and [b.baris for b in hasil.orang] == [3]


def test_the_preview_shows_every_fact_that_a_row_can_bring():
    dibawa = set(satu().orang[0].isi)
    milik_sikap = {"id", "nip", "unit", "opd", "celah", "disahkan", "versi"}
    assert set(SEBUTAN) == dibawa - {"nip"} == set(Pegawai.model_fields) - milik_sikap


def test_the_preview_names_what_changes_and_hides_the_number():
    lama = Pegawai(id="x", nip="198507242009041923", nama="IMAM", golongan=Golongan.III_A)
    baru = lama.model_copy(
        update={
            "golongan": Golongan.III_B,
            "tmt_golongan": date(2026, 4, 1),
            "telepon": "+6281234567890",
            "kedudukan_hukum": "03",
        }
    )
    assert list(banding(lama, baru)) == [
        ("Kedudukan hukum", "01 (Aktif)", "03 (Tugas Belajar)"),
        ("Golongan", "III/a", "III/b"),
        ("TMT golongan", "(kosong)", "01-04-2026"),
        ("Telepon", "(kosong)", "ada (baru)"),
    ]
    assert not list(banding(lama, lama))
