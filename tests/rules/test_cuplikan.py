"""Finding people: each spelling of domain 7.3, and what happens when nothing fits."""

from __future__ import annotations

import pytest
from chalicelib.rules.cuplikan import Orang, baca, cari, ganti, serialkan, susun
from hypothesis import given
from hypothesis import strategies as st

NAMA = {
    "su": "SOEHARTO", "jo": "DJOKO SANTOSO", "ca": "TJAHJONO", "yu": "JUSUF EFFENDI", "nya": "NJOMAN RAI", "ah": "ACHMAD SYAIFUL",
    "dw": "DWI RIANTO", "ta": "TAUFIQ QURROHMAN", "za": "ZAENAL ABIDIN", "wi": "WARDHANI BUDHI", "an": "ANNA LILLY", "al": "ALEXANDER TONO",
    "mu": "MOCH. SYAFI'I", "ab": "ABD. KODIR", "nu": "NURHIDAYAT", "wo": "WIDODO", "hp": "SUPARMAN H.P.", "ro": "Hj. SITI ROMLAH, S.Pd.",
}  # fmt: skip
ORANG = [
    Orang(
        id_,
        f"19{70 + i % 17}0{i % 9 + 1}1{i % 8}19{90 + i % 7}03{i:04}",
        f"13{i:07}",
        nama,
        ("dinas", "sd-1") if i % 2 else ("rsud",),
    )
    for i, (id_, nama) in enumerate(NAMA.items())
]
C = susun(ORANG)


@pytest.mark.parametrize(
    ("diketik", "maksud"),
    [
        ("suharto", "su"), ("soeharto", "su"), ("joko", "jo"), ("cahyono", "ca"), ("yusuf", "yu"), ("nyoman", "nya"), ("akhmad saiful", "ah"),
        ("dwirianto", "dw"), ("taufik kurohman", "ta"), ("jaenal", "za"), ("zainal abidin", "za"), ("wardani budi", "wi"), ("ana lili", "an"),
        ("aleksander", "al"), ("muhammad safi'i", "mu"), ("abdul qodir", "ab"), ("nur hidayat", "nu"), ("widada", "wo"),
        ("suparman hadi pranoto", "hp"), ("siti romlah", "ro"), ("romlah siti", "ro"), ("djkoo santsoo", "jo"), ("rom", "ro"), ("s.pd. romlah", "ro"),
    ],
)  # fmt: skip
def test_each_spelling_finds_the_one_meant(diketik, maksud):
    assert cari(C, diketik).isi[0] == maksud


@pytest.mark.parametrize(
    ("diketik", "terdekat"),
    [
        ("197304131993030003", False), ("19730413 199303 0 003", False), ("NIP. 197304131993030003", False), ("1993030003", False),
        ("130000003", False), ("19730413199303003", True), ("1973041319930300033", True), ("197304139193030003", True),
    ],
)  # fmt: skip
def test_a_nip_is_found_whole_in_part_spaced_old_and_mistyped(diketik, terdekat):
    hasil = cari(C, diketik)
    assert hasil.isi[0] == ORANG[3].id
    assert hasil.terdekat is terdekat


def test_when_nothing_fits_the_nearest_are_shown_and_said_to_be():
    hasil = cari(C, "sohartini")
    assert hasil.terdekat and hasil.isi


@pytest.mark.parametrize("diketik", ["", "   ", "???", "x", "Drs.", "0000", "\ud800", "a" * 10_000])
def test_nonsense_finds_nobody_and_never_fails(diketik):
    assert cari(C, diketik).isi is not None


def test_only_the_people_of_the_scope_are_found():
    semua = {o.id for o in ORANG if "dinas" in o.jalur}
    assert set(cari(C, "soeharto", lingkup="dinas").isi) <= semua
    assert cari(C, ORANG[0].nip, lingkup="dinas").isi == ()


def test_pages_follow_each_other_without_repeats():
    banyak = susun(Orang(str(i), f"{i:018}", "", "SITI AMINAH", ()) for i in range(45))
    halaman = [cari(banyak, "siti", batas=20, lewati=n).isi for n in (0, 20, 40)]
    assert [len(h) for h in halaman] == [20, 20, 5]
    assert len(set().union(*halaman)) == 45


def test_a_snapshot_survives_storage_and_takes_changes():
    sama = baca(serialkan(C))
    assert sama.orang == C.orang
    baru = ganti(sama, [ORANG[0]._replace(nama="BAMBANG PAMUNGKAS")])
    assert cari(baru, "pamungkas").isi[0] == "su" and "su" not in cari(baru, "soeharto").isi[:1]


@given(st.text(max_size=60))
def test_any_text_is_answered(teks):
    hasil = cari(C, teks)
    assert len(hasil.isi) <= 20
