"""A decree against the computation: silent when they agree, each difference by its own words."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest
from chalicelib.rules.sk import beda_sk

from schemas.usulan import IsianSk

TMT = date(2026, 4, 1)


def usulan(mkg=(8, 2), gaji=2_933_200, kelayakan=True):
    hitung = SimpleNamespace(mkg=mkg, gaji_pokok=gaji) if kelayakan else None
    return SimpleNamespace(periode=TMT, kelayakan=hitung)


def sk(**lain) -> IsianSk:
    isi = {
        "versi": 1,
        "nomor": "821/1",
        "tanggal": TMT,
        "berkas": "01J00000000000000000000000",
        "tmt": TMT,
        "mk_tahun": 8,
        "mk_bulan": 2,
        "gaji_pokok": 2_933_200,
    }
    return IsianSk.model_validate(isi | lain)


def test_a_decree_that_agrees_is_silent():
    assert beda_sk(usulan(), sk()) == []


@pytest.mark.parametrize(
    ("lain", "kata"),
    [
        ({"tmt": date(2026, 6, 1)}, "TMT 1 Juni 2026, hitungan 1 April 2026"),
        ({"mk_bulan": 3}, "masa kerja 8 tahun 3 bulan, hitungan 8 tahun 2 bulan"),
        ({"gaji_pokok": 2_843_900}, "gaji pokok Rp2.843.900, hitungan Rp2.933.200"),
    ],
)
def test_each_difference_is_said_by_its_own_words(lain, kata):
    assert beda_sk(usulan(), sk(**lain)) == [kata]


def test_what_was_never_computed_is_not_compared():
    assert beda_sk(usulan(mkg=None, gaji=None), sk(mk_tahun=1, gaji_pokok=1)) == []
    assert beda_sk(usulan(kelayakan=False), sk(mk_tahun=1, gaji_pokok=1)) == []
