"""NIP cells: which are taken, why others are not, and which reading is suggested (domain 7.1)."""

from __future__ import annotations

from datetime import date

import pytest
from chalicelib.rules.nip_asn import Sekitar, Tolak, baca_nip_sel, saran

HARI_INI = date(2026, 11, 26)
TAK_TAHU = Sekitar(None, None, None)


def kode(sel, sekitar=TAK_TAHU):
    with pytest.raises(Tolak) as tolak:
        baca_nip_sel(sel, sekitar, HARI_INI)
    assert tolak.value.pesan.endswith(".")
    return tolak.value.kode


@pytest.mark.parametrize(
    "sel",
    [
        "198507242009041923", "'198507242009041923", "''198507242009041923", "19850724 200904 1 923", "19850724.200904.1.923",
        "NIP. 19850724 200904 1 923", "NIP198507242009041923", " 198507242009041923\u00a0", "\u200b198507242009041923", "198507242009041923.",
        "19850724-200904-1-923",
    ],
)  # fmt: skip
def test_a_nip_is_read_however_it_is_grouped(sel):
    assert baca_nip_sel(sel, TAK_TAHU, HARI_INI)[0] == "198507242009041923"


@pytest.mark.parametrize(
    "sel, kode_tolak",
    [
        (1.98507242009042e17, "nip-numeric"),
        (131999901.0, "nip-numeric"),
        ("1.98507E+17", "nip-scientific-text"),
        ("1,98507E+17", "nip-scientific-text"),
        ("1.98507e17", "nip-scientific-text"),
        ("2E+17", "nip-scientific-text"),
        ("19850724200904192", "nip-17-digits"),
        ("1985072420090419233", "nip-19-digits"),
        ("3521869862953425", "nip-16-digits"),
        ("131999901", "nip-9-digits"),
        ("1" * 60, "nip-too-long"),
        (None, "nip-empty"),
        ("null", "nip-empty"),
        ("tidak ada", "nip-0-digits"),
        ("198513242009041923", "nip-impossible-birth-date"),
        ("198502302009041923", "nip-impossible-birth-date"),
        ("193912312009041923", "nip-impossible-birth-date"),
        ("201111272026061923", "nip-impossible-birth-date"),
        ("000000002009041923", "nip-impossible-birth-date"),
        ("198507242023211923", "nip-pppk"),
        ("198507242009131923", "nip-pppk"),
        ("198507242009001923", "nip-impossible-cpns"),
        ("198507242000061923", "nip-impossible-cpns"),
        ("198507242027061923", "nip-impossible-cpns"),
        ("198507242009043923", "nip-impossible-sex"),
        ("198507242009041000", "nip-impossible-serial"),
        ("١٩٨٥٠٧٢٤٢٠٠٩٠٤١٩٢٣", "nip-0-digits"),
    ],
)
def test_what_is_no_nip_is_refused_by_name(sel, kode_tolak):
    assert kode(sel) == kode_tolak


@pytest.mark.parametrize(
    "nip",
    [
        "198507242000071923",
        "198507242027051923",
        "194001011960011923",
        "196909041986031901",
        "199602292019041923",
    ],
)
def test_the_first_and_the_last_possible_dates_are_taken(nip):
    assert baca_nip_sel(nip, TAK_TAHU, HARI_INI)[0] == nip


@pytest.mark.parametrize(
    "angka, sekitar, usul",
    [
        ("19910417201532908", TAK_TAHU, "199104172015032908"),
        ("19910417201532908", Sekitar(date(1991, 4, 17), date(2015, 3, 1), "P"), "199104172015032908"),
        ("19910417201532908", Sekitar(date(1991, 4, 18), None, None), None),
        ("19910417201532908", Sekitar(None, None, "L"), None),
        ("1991041720150329", TAK_TAHU, None),
        ("19910417201503290", Sekitar(date(1991, 4, 17), date(2015, 3, 1), "P"), None),
        ("1991904172015032908", Sekitar(date(1991, 4, 17), date(2015, 3, 1), "P"), "199104172015032908"),
        ("1991904172015032908", Sekitar(date(1991, 4, 17), date(2016, 3, 1), "P"), None),
    ],
)
def test_a_reading_is_suggested_only_when_it_is_the_only_one(angka, sekitar, usul):
    assert saran(angka, sekitar, HARI_INI) == usul


def test_the_suggestion_stands_in_the_sentence_and_the_row_stays_refused():
    with pytest.raises(Tolak, match="199104172015032908"):
        baca_nip_sel("19910417201532908", TAK_TAHU, HARI_INI)
