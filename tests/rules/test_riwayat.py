"""Histories over the roster: what only the roster knows stays, what both know is the histories' word."""

from __future__ import annotations

import pytest
from chalicelib.rules.riwayat import gabung, sebut

from schemas.fakta import JenisFakta
from schemas.riwayat import Asal, BarisFakta, Riwayat

ASAL = Asal(sumber="SK", oleh="x", pada="2026-11-25T00:00:00Z")
DAFTAR = {"golongan": [{"gol": "III/b", "tmt": "2022-04-01"}], "pendidikan": [{"tingkat": "S1"}]}


def riwayat(**baris):
    return Riwayat(
        pegawai="x",
        baris={j: [BarisFakta(id=str(i), isi=b, asal=ASAL) for i, b in enumerate(isi)] for j, isi in baris.items()},
    )


@pytest.mark.parametrize(
    ("ada", "hasil"),
    [
        ([{"gol": "III/a", "tmt": "2018-04-01"}], ["III/a", "III/b"]),
        ([{"gol": "III/b", "tmt": "2021-04-01"}], ["III/b"]),
        ([{"gol": "III/c", "tmt": "2026-04-01"}], ["III/c"]),
    ],
)
def test_an_old_rank_does_not_hide_the_present_one(ada, hasil):
    assert [g["gol"] for g in gabung(DAFTAR, riwayat(golongan=ada))["golongan"]] == hasil


def test_unknown_stays_unknown_and_none_stays_none():
    isi = gabung(DAFTAR, riwayat(hukuman=[]))

    assert isi["hukuman"] == []
    assert "cltn" not in isi
    assert [p["tingkat"] for p in gabung(DAFTAR, riwayat(pendidikan=[{"tingkat": "S2"}]))["pendidikan"]] == ["S2", "S1"]


@pytest.mark.parametrize(
    ("jenis", "isi", "hasil"),
    [
        (JenisFakta.ANGKA_KREDIT, {"jenis": "pak", "nilai": "193.75", "per": "2024-12-31"}, "Jenis angka kredit Penetapan angka kredit (PAK), Jumlah angka kredit 193,75, Dihitung sampai 31 Desember 2024"),
        (JenisFakta.JABATAN, {"kategori": "keahlian", "definitif": False}, "Kategori jabatan fungsional Keahlian, Definitif (bukan Plt atau Plh) Tidak (Plt atau Plh)"),
        (JenisFakta.PENDIDIKAN, {"tingkat": "SLTP_KEJURUAN", "tahun_lulus": 1986}, "Tingkat pendidikan SMP kejuruan, Tahun lulus 1986"),
        (JenisFakta.DATA_DIRI, {"jenis_kelamin": "P", "tanggal_lahir": "1969-05-12"}, "Jenis kelamin Perempuan, Tanggal lahir 12 Mei 1969"),
    ],
)  # fmt: skip
def test_a_fact_is_read_in_words(jenis, isi, hasil):
    assert sebut(jenis, isi) == hasil
