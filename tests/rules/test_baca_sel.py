"""Cells as offices fill them: text, numbers, dates, codes, posts, names."""

from __future__ import annotations

from datetime import date

import pytest
from chalicelib.rules import baca_sel as sel
from chalicelib.rules.baca_jabatan import eselon, jenis_jabatan, jenjang
from chalicelib.rules.baca_nama import baca_nama, pisah_gelar
from chalicelib.rules.baca_tanggal import tanggal, tiada


@pytest.mark.parametrize(
    "isi, teks",
    [
        (None, ""), ("null", ""), ("NULL", ""), ("-", ""), (" - ", ""), ("", ""), ("0", ""), ("#N/A", ""), ("#REF!", ""), ("None", ""),
        ("  a \u00a0 b ", "a b"), ("'081", "081"), ("Mu'minah", "Mu'minah"), (12.0, "12"), (1.5, "1.5"), ("a\x00b\x07", "ab"), ("a\tb\nc", "a b c"),
        ("\u202eNIMITAK", "NIMITAK"), ("\ufeffSITI", "SITI"), ("Tk. I", "Tk. I"),
    ],
)  # fmt: skip
def test_text_is_what_a_reader_sees(isi, teks):
    assert sel.teks(isi) == teks


@pytest.mark.parametrize(
    "isi, angka",
    [("0", 0), (0.0, 0), ("00", 0), ("13", 13), ("'7", 7), (12.0, 12), ("12.0", 12), (1.5, None), ("-1", None), ("", None), (None, None),
     ("null", None), ("9" * 7, None), ("٣", None)],
)  # fmt: skip
def test_a_whole_number_or_nothing(isi, angka):
    assert sel.angka(isi) == angka


@pytest.mark.parametrize(
    "isi, hari",
    [
        ("01-04-2022", (2022, 4, 1)), ("1/4/2022", (2022, 4, 1)), ("01.04.2022", (2022, 4, 1)), ("01 04 2022", (2022, 4, 1)),
        ("2022-04-01", (2022, 4, 1)), ("2022-04-01T00:00:00Z", (2022, 4, 1)), ("01-04-2022 00:00:00", (2022, 4, 1)), ("2022/4/1", (2022, 4, 1)),
        ("1 April 2022", (2022, 4, 1)), ("17 Agustus 1945", (1945, 8, 17)), ("5 Mei 2020", (2020, 5, 5)), ("01-Dec-2019", (2019, 12, 1)),
        ("1 Nopember 1999", (1999, 11, 1)), ("3 Pebruari 2001", (2001, 2, 3)), ("'01-04-2022", (2022, 4, 1)), (44652.0, (2022, 4, 1)),
        ("44652", (2022, 4, 1)), ("29-02-2024", (2024, 2, 29)),
    ],
)  # fmt: skip
def test_dates_are_read_day_first(isi, hari):
    assert tanggal(isi) == date(*hari)


@pytest.mark.parametrize(
    "isi",
    ["01-01-0001", "01-01-1900", "0001-01-01", "null", "-", "", None, "04/13/2022", "31-04-2022", "29-02-2023", "1/4/22", "2022", "20220401",
     "besok", "1 Foo 2022", 1.5, 199.0, 9e9, "01-04-20222", "00-00-0000"],
)  # fmt: skip
def test_what_is_no_date_is_none(isi):
    assert tanggal(isi) is None


@pytest.mark.parametrize(
    "isi, kosong",
    [("01-01-0001", True), ("1/1/1900", True), ("0001-01-01 00:00:00", True), ("00-00-0000", True), ("null", True), (None, True),
     ("31-04-2022", False), ("besok", False), ("01-01-2001", False)],
)  # fmt: skip
def test_a_date_of_none_is_told_from_one_that_cannot_be_read(isi, kosong):
    assert tiada(isi) is kosong


@pytest.mark.parametrize(
    "isi, nama",
    [
        ("SUMINI", "SUMINI"), ("Mu'minah Hajar", "Mu'minah Hajar"), ('=HYPERLINK("http://x.invalid","Katimin")', "Katimin"),
        ('=HYPERLINK("http://x.invalid/"; "ANITA HANDAYANI")', "ANITA HANDAYANI"), ('="Katimin"', "Katimin"), ("=Katimin", "Katimin"),
        ("+Katimin", "Katimin"), ("-Katimin", "Katimin"), ("@Katimin", "Katimin"), ("=A1&B1", ""), ("=SUM(A1:A9)", ""),
        ("=cmd|' /C calc'!A0", ""), ('=WEBSERVICE("http://x.invalid/")', ""), ("12345", ""), ("???", ""), ("李小龍", "李小龍"),
    ],
)  # fmt: skip
def test_a_name_is_text_and_a_formula_is_never_more(isi, nama):
    assert baca_nama(isi).nama == nama
    assert baca_nama(isi).rumus is (isi[0] in "=+-@")


@pytest.mark.parametrize(
    "isi, bagian",
    [
        ("Drs. SUWARNO, M.Si.", ("Drs.", "SUWARNO", "M.Si.")), ("dr. Hj. Siti Aminah, Sp.A., M.Kes.", ("dr. Hj.", "Siti Aminah", "Sp.A., M.Kes.")),
        ("IMAM KARIMUN, SH, M.Si.", ("", "IMAM KARIMUN", "SH, M.Si.")), ("Budi Santosa, S Pd", ("", "Budi Santosa", "S Pd")),
        ("SUMINI", ("", "SUMINI", "")), ("RR. KARTINI SANTOSO", ("", "RR. KARTINI SANTOSO", "")), ("M. Yusuf", ("", "M. Yusuf", "")),
        ("Utami, Siti", ("", "Utami, Siti", "")), ("Drs.", ("", "Drs.", "")), ("Suwarno H.P.", ("", "Suwarno H.P.", "")),
    ],
)  # fmt: skip
def test_titles_are_taken_apart_only_when_they_surely_are_titles(isi, bagian):
    assert pisah_gelar(isi) == bagian


def test_titles_inside_a_name_are_left_when_the_file_has_them_apart():
    assert baca_nama("H. AHMAD", "Drs.")[:3] == ("H. AHMAD", "Drs.", "")


@pytest.mark.parametrize(
    "jabatan, kata",
    [
        ("Guru Ahli Muda", "Ahli Muda"), ("PERAWAT AHLI MADYA", "Ahli Madya"), ("Bidan Terampil", "Terampil"), ("Nutrisionis Mahir", "Mahir"),
        ("Perawat Penyelia pada RSUD", "Penyelia"), ("Guru Ahli Pertama - Guru Kelas", "Ahli Pertama"), ("Guru Madya", "Ahli Madya"),
        ("Perawat Pelaksana Lanjutan", "Mahir"), ("Bidan Pelaksana", "Terampil"), ("Guru", ""), ("Pengelola Keuangan", ""),
    ],
)  # fmt: skip
def test_the_level_is_read_from_a_functional_post(jabatan, kata):
    assert jenjang(jabatan) == kata


@pytest.mark.parametrize(
    "isi, jabatan, kata",
    [("III.b", "", "III.b"), ("IIIb", "", "III.b"), ("32", "", "III.b"), ("Eselon II-A", "", "II.a"), ("", "Camat (Eselon III.a)", "III.a"),
     ("", "Kepala Bidang Mutasi", ""), ("99", "", ""), ("NON", "", "")],
)  # fmt: skip
def test_an_eselon_is_known_only_when_it_is_written(isi, jabatan, kata):
    assert eselon(isi, jabatan) == kata


@pytest.mark.parametrize(
    "id_, nama, jenis",
    [("1", "", "struktural"), ("2", "", "fungsional"), ("4", "", "pelaksana"), ("", "Jabatan Fungsional", "fungsional"),
     ("", "Fungsional Umum", "pelaksana"), ("", "Jabatan Pelaksana", "pelaksana"), ("3", "Rangkap", ""), ("", "", "")],
)  # fmt: skip
def test_the_kind_of_post_comes_from_its_code_or_its_name(id_, nama, jenis):
    assert jenis_jabatan(id_, nama) == jenis


@pytest.mark.parametrize(
    "id_, nama, tingkat",
    [("40", "", "S1"), ("05", "SD", "SD"), ("", "S-1/Sarjana", "S1"), ("", "Diploma III/Sarjana Muda", "D3"), ("", "Diploma IV", "D4"),
     ("", "D-II PGSD", "D2"), ("", "SLTP Kejuruan", "SLTP_KEJURUAN"), ("", "SMK Negeri", "SLTA"), ("", "Profesi Ners", "PROFESI"), ("", "S-2", "S2"),
     ("", "entah", ""), ("", "", "")],
)  # fmt: skip
def test_the_level_of_education_is_one_of_the_rules_own(id_, nama, tingkat):
    assert sel.tingkat(id_, nama) == tingkat


@pytest.mark.parametrize(
    "status, jenis, kata",
    [
        ("P", "", "PNS"),
        ("C", "", "CPNS"),
        ("PNS", "", "PNS"),
        ("", "PNS Daerah Kab/Kota", "PNS"),
        ("P", "PPPK", "PPPK"),
        ("", "", ""),
        ("X", "", ""),
    ],
)
def test_the_status_is_said_or_unknown(status, jenis, kata):
    assert sel.status(status, jenis) == kata


@pytest.mark.parametrize(
    "id_, nama, kode",
    [
        ("01", "", "01"),
        ("1", "", "01"),
        ("99", "Aktif", "99"),
        ("", "Tugas Belajar", "03"),
        ("", "entah", ""),
        ("", "", ""),
        ("A\x00", "", ""),
    ],
)
def test_the_legal_standing_is_a_code_or_unknown(id_, nama, kode):
    assert sel.kedudukan(id_, nama) == kode


@pytest.mark.parametrize(
    "calon, surel",
    [
        (("A@b.go.id", ""), "a@b.go.id"),
        (("null", "x@y.id"), "x@y.id"),
        (("a@b",), ""),
        (("a b@c.id",), ""),
        (("",), ""),
        (("a@b.c\n",), ""),
    ],
)
def test_an_address_looks_like_one(calon, surel):
    assert sel.surel(*calon) == surel
