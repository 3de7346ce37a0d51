"""Phone cells: what people write, what spreadsheets do to it, and what a message can reach (integrations 1.4)."""

from __future__ import annotations

from random import Random

import phonenumbers
import pytest
from chalicelib.rules.telepon import baca_sel, baca_telepon, samar, sebab


@pytest.mark.parametrize(
    "teks",
    [
        "081234567890", "0812-3456-7890", "81234567890", "6281234567890", "+62 812 3456 7890", "+62081234567890", "'081234567890",
        "0062 812 3456 7890", "0812.3456.7890", "(0812) 3456 7890", "HP 081234567890", "No. WA: 0812 3456 7890", "081234567890.0",
    ],
)  # fmt: skip
def test_one_number_is_read_however_it_is_written(teks):
    assert baca_telepon(teks) == "+6281234567890"


@pytest.mark.parametrize(
    "teks",
    [
        "", "null", "08123", "021-5550123", "(0351) 749034", "1500123", "6.2812E+11", "6,281234567E+12", "8.1234567890E+10", "+6585551234",
        "+60123456789", "0800123456", "08091234567", "08412345678", "081234567890123456", "tidak punya", "0812abcd3456efgh", "=1+1", "0" * 200,
    ],
)  # fmt: skip
def test_what_reaches_no_mobile_phone_in_indonesia_is_none(teks):
    assert baca_telepon(teks) is None


@pytest.mark.parametrize(
    "sel, nomor, banyak",
    [
        ("081344480600 / 085712345678", "+6281344480600", 2),
        ("081344480600/085712345678", "+6281344480600", 2),
        ("081344480600 085712345678", "+6281344480600", 2),
        ("081344480600; 0857-1234-5678 , 08123456789", "+6281344480600", 3),
        ("0351749034 / 085712345678", "+6285712345678", 2),
        ("081344480600 dan 0813-4448-0600", "+6281344480600", 1),
        ("081344480600 / -", "+6281344480600", 1),
        ("0351749034 / 08123", None, 1),
        ("0813 4448 0600", "+6281344480600", 1),
        ("", None, 0),
    ],
)
def test_of_several_numbers_the_first_that_can_be_reached_counts(sel, nomor, banyak):
    assert baca_sel(sel) == (nomor, banyak)


def test_the_short_way_never_differs_from_the_library():
    acak = Random(11)
    for _ in range(3_000):
        nasional = f"8{acak.randint(0, 9)}{acak.randint(0, 10 ** acak.randint(5, 12) - 1)}"
        pustaka = phonenumbers.parse(f"+62{nasional}")
        seluler = phonenumbers.number_type(pustaka) == phonenumbers.PhoneNumberType.MOBILE
        assert baca_telepon(f"0{nasional}") == (f"+62{nasional}" if seluler else None), nasional


@pytest.mark.parametrize(
    ("teks", "kode"),
    [
        ("6.2812E+11", "nomor-rusak"), ("6,2812E+12", "nomor-rusak"), ("021-5550123", "nomor-bukan-seluler"), ("(0351) 749034", "nomor-bukan-seluler"),
        ("+6591234567", "nomor-luar-negeri"), ("08123", "nomor-kurang"), ("081234567890123456", "nomor-lebih"), ("tidak ada", "nomor-tak-terbaca"),
        ("1500123", "nomor-bukan-seluler"), ("-", "nomor-tak-terbaca"),
    ],
)  # fmt: skip
def test_what_is_no_mobile_number_says_why_and_what_now(teks, kode):
    assert baca_telepon(teks) is None
    ada, pesan = sebab(teks)
    assert ada == kode and pesan.count(".") >= 2


def test_a_number_in_a_preview_is_covered():
    assert (samar("+6281234567890"), samar("")) == ("0812…890", "(kosong)")
