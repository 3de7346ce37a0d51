"""Names fold so that both spellings meet: at least one pair for each row of domain 7.3, and pairs that must stay apart."""

from __future__ import annotations

import pytest
from chalicelib.rules.nama import TERPANJANG, kata_nama, lipat, lipat_longgar, pisah_gelar, polos
from hypothesis import given
from hypothesis import strategies as st

KETAT = [
    ("oe / u", "Soeharto", "Suharto"),
    ("oe / u", "Poerwanto", "Purwanto"),
    ("dj / j", "Djatmiko", "Jatmiko"),
    ("tj / c", "Tjahjo", "Cahjo"),
    ("tj / c", "Tjipto", "Cipto"),
    ("nj / ny", "Njoman", "Nyoman"),
    ("sj / sy", "Sjamsul", "Syamsul"),
    ("ch / kh / h", "Choirul", "Khoirul"),
    ("ch / kh / h", "Chusnul", "Husnul"),
    ("i / y / ie", "Srie", "Sri"),
    ("i / y / ie", "Herry", "Heri"),
    ("i / y / ie", "Dwie", "Dwi"),
    ("q / k", "Rizqi", "Rizki"),
    ("th / t, dh / d, bh / b", "Budhi", "Budi"),
    ("th / t, dh / d, bh / b", "Wardhani", "Wardani"),
    ("ae / ai / e", "Zaenal", "Zainal"),
    ("oi / ai", "Khoirul", "Khairul"),
    ("doubled letters", "Lilly", "Lili"),
    ("x / ks", "Alexander", "Aleksander"),
    ("Muhammad", "Moch. Ridwan", "Muhammad Ridwan"),
    ("Muhammad", "Mhd Ridwan", "Mukhamad Ridwan"),
    ("Abdul, Ahmad, Siti, Nur", "Abd. Rokhim", "Abdul Rohim"),
    ("Abdul, Ahmad, Siti, Nur", "Ach. Fauzi", "Achmad Fauzi"),
    ("Abdul, Ahmad, Siti, Nur", "St. Aminah", "Siti Aminah"),
    ("Abdul, Ahmad, Siti, Nur", "Noer Hidajat", "Nur Hidajat"),
    ("raden is dropped", "R. Soedibyo", "Sudibyo"),
    ("apostrophes", "Ma’ruf", "Maruf"),
    ("bin", "Slamet bin Kasan", "Slamet Kasan"),
]
LONGGAR = [
    ("j / y", "Tjahjono", "Cahyono"),
    ("f / v / p", "Novi", "Nopi"),
    ("f / v / p", "Taufiq", "Taupik"),
    ("z / s / j", "Aziz", "Asis"),
    ("z / s / j", "Zaenal", "Saenal"),
    ("Javanese a / o", "Suprapto", "Soeprapta"),
    ("Javanese a / o", "Wijaya", "Widjojo"),
]
BEDA = [("Suharto", "Suharti"), ("Sri Wahyuni", "Sri Wahyudi"), ("Budi", "Budiman"), ("Nur", "Nurul")]


@pytest.mark.parametrize(("baris", "satu", "lain"), KETAT)
def test_both_spellings_meet_in_the_strict_fold(baris, satu, lain):
    assert lipat(satu) == lipat(lain) != "", baris


@pytest.mark.parametrize(("baris", "satu", "lain"), LONGGAR)
def test_they_meet_in_the_loose_fold_only(baris, satu, lain):
    assert lipat(satu) != lipat(lain), baris
    assert lipat_longgar(satu) == lipat_longgar(lain) != "", baris


@pytest.mark.parametrize(("satu", "lain"), BEDA)
def test_other_names_stay_other_names(satu, lain):
    assert lipat_longgar(satu) != lipat_longgar(lain)


@pytest.mark.parametrize(
    ("tulisan", "nama"),
    [
        ("Drs. SOEKARJO, M.Si.", "sukarjo"),
        ("BUDI SANTOSA. S.Sos. M.Eng", "budi santosa"),
        ("Dr. dr. Siti Aminah, Sp.A", "siti aminah"),
        ("IMAM KARIMUN, SH, M.Si.", "imam karimun"),
        ("imam karimun S Pd M Pd", "imam karimun"),
        ("Hj. Rr. Endang Setyowati, A.Md.Keb.", "endang setiowati"),
        ("H.", "h"),
        ("SE", "se"),
        ("张伟", ""),
    ],
)
def test_titles_fall_off_and_the_name_stays(tulisan, nama):
    assert lipat(tulisan) == nama


def test_plain_text_keeps_digits_of_any_script_and_is_cut_at_a_bound():
    assert polos("NIP. １９６６ 0311") == "nip 1966 0311"
    assert len(polos("a" * 1000)) == TERPANJANG


@given(st.text(max_size=80))
def test_any_text_folds_without_error_and_folding_adds_no_word(teks):
    kata = polos(teks).split()
    nama, gelar = pisah_gelar(kata)
    assert not kata or nama
    assert len(nama) + len(gelar) <= len(kata)
    assert len(kata_nama(teks)) <= len(kata)
    assert lipat_longgar(teks) == lipat_longgar(teks.upper()) or not teks.isascii()
