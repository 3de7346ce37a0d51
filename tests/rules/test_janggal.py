"""Facts that contradict each other, each case from both sides (domain 7.1, 7.4)."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from alat_kantor import orang
from chalicelib.rules.janggal import cari

from schemas.fakta import JenisFakta
from schemas.golongan import Golongan
from schemas.janggal import JANGGAL
from schemas.pegawai import JenisKelamin
from schemas.riwayat import Asal, BarisFakta, Riwayat

PADA = datetime(2026, 11, 25, tzinfo=UTC)
CPNS = {"gol": "III/a", "tmt": "1995-03-01", "jenis": "CPNS"}
"""As his NIP 19700311 199503 1 901 says."""


def riwayat(*golongan, sah=(), **lain):
    def asal(n):
        return Asal(sumber="SK", oleh="tini", pada=PADA, usul="u" if n in sah else None)

    baris = {JenisFakta.GOLONGAN: [BarisFakta(id=f"g{n}", isi=g, asal=asal(n)) for n, g in enumerate(golongan)]}
    baris |= {JenisFakta(j): [BarisFakta(id=j, isi=i, asal=asal(-1)) for i in isi] for j, isi in lain.items()}
    return Riwayat(pegawai="karno", baris=baris if golongan else {})


def kode(r=None, **ubah):
    p = orang("karno", 0, "SOEKARJONO", "sd-1").model_copy(update=ubah)
    return [j.kode for j in cari(p, r or riwayat())]


def pangkat(gol, tmt, jenis="KP"):
    return {"gol": gol, "tmt": tmt, "jenis": jenis}


def test_what_agrees_is_no_task():
    assert kode(riwayat(CPNS, pangkat("III/b", "2001-04-01"), pangkat("III/a", "1996-03-01", "PNS")), golongan=Golongan.III_B, tmt_golongan=date(2001, 4, 1)) == []  # fmt: skip


@pytest.mark.parametrize(
    ("ubah", "akan"),
    [
        ({"jenis_kelamin": JenisKelamin.PEREMPUAN}, ["nip-kelamin-beda"]),
        ({"jenis_kelamin": JenisKelamin.PEREMPUAN, "disahkan": ("jenis_kelamin",)}, []),
        ({"jenis_kelamin": None}, []),
        ({"tanggal_lahir": date(1970, 3, 12)}, ["nip-lahir-beda"]),
        ({"tanggal_lahir": date(1970, 3, 12), "disahkan": ("tanggal_lahir",)}, []),
        ({"tmt_cpns": date(1995, 4, 1)}, ["nip-cpns-beda"]),
        ({"tmt_cpns": date(1995, 3, 15)}, []),
        ({"tmt_golongan": date(1995, 2, 28)}, ["tmt-sebelum-cpns"]),
        ({"tmt_golongan": date(1995, 3, 1)}, []),
        ({"unit": None}, ["unit-tak-diketahui"]),
        ({"nip": "197003111995031000"}, ["nip-janggal"]),
    ],
)
def test_the_roster_against_the_nip(ubah, akan):
    assert kode(**ubah) == akan


@pytest.mark.parametrize(
    ("baris", "akan"),
    [
        ([pangkat("III/b", "2001-04-01"), pangkat("III/c", "2001-04-01")], ["tmt-kembar"]),
        ([pangkat("III/b", "2001-04-01"), pangkat("III/c", "2001-04-02")], []),
        ([pangkat("III/c", "2001-04-01"), pangkat("III/b", "2005-04-01")], ["golongan-mundur"]),
        ([pangkat("III/b", "1994-04-01")], ["tmt-sebelum-cpns"]),
        ([pangkat("III/a", "2023-04-01")], ["tmt-beda-daftar"]),
        ([{"gol": "III/b", "tmt": None}], []),
    ],
)
def test_the_history_of_ranks_against_itself(baris, akan):
    assert kode(riwayat(CPNS, *baris), tmt_golongan=date(1995, 3, 1) if "tmt-beda-daftar" not in akan else date(2022, 4, 1)) == akan  # fmt: skip


def test_a_fall_is_explained_by_a_penalty_or_by_two_decrees_that_were_confirmed():
    turun = [CPNS, pangkat("III/c", "2001-04-01"), pangkat("III/b", "2005-04-01")]
    berat = {"tingkat": "berat", "mulai": "2005-04-01", "selesai": "2006-03-31"}

    assert kode(riwayat(*turun, sah=(1,)), tmt_golongan=date(1995, 3, 1)) == ["golongan-mundur"]
    assert kode(riwayat(*turun, sah=(1, 2)), tmt_golongan=date(1995, 3, 1)) == []
    assert kode(riwayat(*turun, hukuman=[berat]), tmt_golongan=date(1995, 3, 1)) == []
    assert kode(riwayat(*turun, hukuman=[berat | {"mulai": "2005-04-02"}]), tmt_golongan=date(1995, 3, 1)) == ["golongan-mundur"]  # fmt: skip


def test_the_decree_of_cpns_decides_against_the_nip():
    lain = {**CPNS, "tmt": "1995-04-01"}

    assert kode(riwayat(lain), tmt_golongan=date(1995, 4, 1)) == ["nip-cpns-beda"]
    assert kode(riwayat(lain, sah=(0,)), tmt_golongan=date(1995, 4, 1)) == []


def test_the_rank_of_the_roster_counts_where_the_history_does_not_know_it():
    naik = pangkat("III/c", "2001-04-01")

    assert kode(riwayat(naik), golongan=Golongan.III_B, tmt_golongan=date(2022, 4, 1)) == ["golongan-mundur"]
    assert kode(riwayat(naik), golongan=Golongan.III_D, tmt_golongan=date(2022, 4, 1)) == []


def test_each_code_has_an_owner_a_place_and_words():
    dapat = {k for k in JANGGAL if JANGGAL[k].arti and JANGGAL[k].pemilik in ("pengelola_opd", "bkpsdm")}
    assert dapat == set(JANGGAL)
