"""Headings: which is which, however they are written, and what is said of those that are missing."""

from __future__ import annotations

import pytest
from chalicelib.galat import TakSah
from chalicelib.rules.kolom_asn import KOLOM, cocokkan, mengenal, slug


@pytest.mark.parametrize(
    "judul", ["NIP BARU", "nip_baru", "Nip Baru", "nipBaru", " NIP-BARU ", "NIP.BARU", "\ufeffNIP BARU"]
)
def test_one_heading_is_known_however_it_is_written(judul):
    assert cocokkan([judul, "nama"]).kolom == {"nip": 0, "nama": 1}


def test_no_alias_means_two_things():
    semua = [slug(a) for daftar in KOLOM.values() for a in daftar]
    assert len(semua) == len(set(semua))


@pytest.mark.parametrize("judul", [["NIP", "NIP BARU", "NAMA"], ["NIP BARU", "NAMA", "NIP"]])
def test_of_two_headings_for_one_fact_the_better_counts_wherever_it_stands(judul):
    assert judul[cocokkan(judul).kolom["nip"]] == "NIP BARU"


def test_every_missing_heading_is_named_at_once():
    with pytest.raises(TakSah, match="Kolom NIP BARU tidak ada. Kolom NAMA tidak ada.") as tolak:
        cocokkan(["A", "B"])
    assert tolak.value.kode == "kolom-kurang" and len(tolak.value.temuan) == 2


def test_a_heading_that_stands_twice_is_refused():
    with pytest.raises(TakSah) as tolak:
        cocokkan(["NIP BARU", "NAMA", "Tmt Golongan", "TMT_GOLONGAN"])
    assert [(t.kode, t.bidang) for t in tolak.value.temuan] == [("kolom-kembar", "TMT_GOLONGAN")]


def test_headings_that_nobody_asked_for_are_told():
    assert cocokkan(["NIP", "NAMA", "WARNA", "", "WARNA"]).asing == ("WARNA", "WARNA")


def test_a_roster_is_known_by_its_headings():
    assert mengenal(["x", "Nama", "NIP"]) and not mengenal(["Nama", "Alamat"]) and not mengenal([])
