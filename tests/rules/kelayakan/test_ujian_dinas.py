"""Ujian dinas at II/d -> III/a and III/d -> IV/a, and the exemptions (domain 2.3)."""

from __future__ import annotations

import pytest
from alat_kelayakan import fungsional, halangan, hasil, ijazah, struktural, tgl

SLTA, S1 = [ijazah("SLTA", 2000)], [ijazah("S1")]


@pytest.mark.parametrize(
    ("beda", "putusan"),
    [
        ({"pendidikan": SLTA}, "TMS"),
        ({"pendidikan": SLTA, "ujian": [{"jenis": "UD1", "lulus": "2026-03-31"}]}, "MS"),
        ({"pendidikan": SLTA, "ujian": [{"jenis": "UD1", "lulus": "2026-04-01"}]}, "MS"),
        ({"pendidikan": SLTA, "ujian": [{"jenis": "UD1", "lulus": "2026-04-02"}]}, "TMS"),
        ({"pendidikan": SLTA, "ujian": [{"jenis": "UD2", "lulus": "2020-01-01"}]}, "TMS"),
        ({"pendidikan": S1}, "MS"),
        ({"pendidikan": [*SLTA, ijazah("S1", 2020, None)]}, "MS"),
        ({"pendidikan": [ijazah("D4")]}, "MS"),
        ({"pendidikan": [ijazah("PROFESI")]}, "MS"),
        ({"pendidikan": [ijazah("S2")]}, "MS"),
        ({"pendidikan": [ijazah("S3")]}, "MS"),
        ({"pendidikan": [ijazah("D3")]}, "TMS"),
        *[({"pendidikan": SLTA, "diklat": [{"jenis": d, "tahun": 2019}]}, "MS") for d in
          ("Sepada", "ADUM", "Sepala", "Diklatpim IV", "Diklat Pim Tingkat IV", "PIM Tk. IV", "PKP")],
        ({"pendidikan": SLTA, "diklat": [{"jenis": "Pelatihan Kepemimpinan Pengawas", "tahun": 2019}]}, "MS"),
        ({"pendidikan": SLTA, "diklat": [{"jenis": "Diklatpim II", "tahun": 2019}]}, "TMS"),
        ({"pendidikan": SLTA, "diklat": [{"jenis": "Prajabatan", "tahun": 2019}]}, "TMS"),
        ({"pendidikan": SLTA, "ujian": None}, "PERLU_TELAAH"),
        ({"pendidikan": SLTA, "diklat": None}, "PERLU_TELAAH"),
    ],
)  # fmt: skip
def test_ud1_stands_between_ii_d_and_iii_a(beda, putusan):
    assert hasil("REGULER", gol="II/d", mkg=17, **beda).putusan == putusan


@pytest.mark.parametrize(
    ("beda", "putusan"),
    [
        ({}, "TMS"),
        ({"ujian": [{"jenis": "UD2", "lulus": "2026-04-01"}]}, "MS"),
        ({"ujian": [{"jenis": "UD2", "lulus": "2026-04-02"}]}, "TMS"),
        ({"ujian": [{"jenis": "UD1", "lulus": "2020-01-01"}]}, "TMS"),
        *[({"pendidikan": [ijazah(t)]}, "MS") for t in ("PROFESI", "S2", "S3")],
        *[({"diklat": [{"jenis": d, "tahun": 2019}]}, "MS") for d in ("Sepadya", "Spama", "Diklatpim III", "PKA")],
        ({"diklat": [{"jenis": "Pelatihan Kepemimpinan Administrator", "tahun": 2019}]}, "MS"),
        ({"diklat": [{"jenis": "Diklatpim IV", "tahun": 2019}]}, "TMS"),
        ({"diklat": [{"jenis": "Diklatpim III", "tahun": 2027}]}, "TMS"),
    ],
)
def test_ud2_stands_between_iii_d_and_iv_a(beda, putusan):
    assert hasil("STRUKTURAL", gol="III/d", jabatan=[struktural("III.b")], **beda).putusan == putusan


@pytest.mark.parametrize(("gol", "jabatan"), [("II/d", "Mahir"), ("III/d", "Ahli Madya")])
def test_a_functional_post_is_exempt(gol, jabatan):
    beda = {"jabatan": [fungsional(jabatan)], "uji_kompetensi": [{"jenjang": jabatan, "lulus": "2021-01-01"}]}
    h = hasil("FUNGSIONAL", gol=gol, angka_kredit=[{"jenis": "pak", "nilai": "100", "per": "2025-12-31"}], **beda)
    assert halangan(h) == []


@pytest.mark.parametrize("jenis", ["PRESTASI_LUAR_BIASA", "PENEMUAN_BARU"])
@pytest.mark.parametrize("gol", ["II/d", "III/d"])
def test_extraordinary_kinds_are_exempt(jenis, gol):
    sk = [{"sk": "1", "tanggal": "2025-06-01"}]
    kinerja = [{"tahun": 2025, "predikat": "Sangat Baik", "bulan": 12}]
    h = hasil(jenis, gol=gol, prestasi_luar_biasa=sk, penemuan_baru=sk, kinerja=kinerja)
    assert h.putusan == "MS"


@pytest.mark.parametrize("gol", ["I/d", "IV/b"])
def test_other_borders_have_no_examination(gol):
    tingkat = {"I/d": "SD", "IV/b": "S3"}[gol]
    h = hasil("REGULER", gol=gol, pendidikan=[ijazah(tingkat)])
    assert "ujian-dinas-belum" not in halangan(h)


def test_the_certificate_says_from_when():
    h = hasil("REGULER", gol="II/d", pendidikan=SLTA, ujian=[{"jenis": "UD1", "lulus": "2026-05-10"}])
    assert h.paling_cepat == tgl("2026-06-01")


def test_the_paper_that_is_asked_follows_the_exemption():
    assert "stlud-1" in hasil("REGULER", gol="II/d", pendidikan=SLTA).berkas_kurang
    assert "ijazah-s1" in hasil("REGULER", gol="II/d", pendidikan=S1).berkas_kurang
    dengan = hasil("REGULER", gol="II/d", pendidikan=SLTA, diklat=[{"jenis": "PKP", "tahun": 2019}])
    assert "diklat" in dengan.berkas_kurang
