"""Histories over the roster: what only the roster knows stays, what both know is the histories' word."""

from __future__ import annotations

import pytest
from chalicelib.rules.riwayat import gabung

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
