"""What a document is held against: every kind that proves a fact finds the fact it proves, and no other."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from chalicelib.rules.pembuktian import BUKTI, TAMPAK, menurut_aturan, tercatat

from schemas.berkas import SLOT
from schemas.kelayakan import Orang
from schemas.temuan import BELUM_DIKETAHUI, MAKNA
from schemas.usulan import Jenis, Kelayakan, TemuanSyarat

ORANG: dict[str, Any] = {
    "nip": "198608172014031901", "tmt_usul": "2027-04-01", "per_tanggal": "2026-11-27", "jenis": "REGULER",
    "golongan": [
        {"gol": "II/c", "tmt": "2014-03-01", "mkg_tahun": 0, "mkg_bulan": 0, "jenis": "CPNS"},
        {"gol": "II/d", "tmt": "2018-04-01", "mkg_tahun": 4, "mkg_bulan": 1, "jenis": "KP"},
        {"gol": "III/a", "tmt": "2022-04-01", "mkg_tahun": 3, "mkg_bulan": 1, "jenis": "KP"},
        {"gol": "III/b", "tmt": "2026-04-01", "mkg_tahun": 7, "mkg_bulan": 1, "jenis": "KP"},
    ],
    "kinerja": [{"tahun": t, "predikat": "Baik", "bulan": 12} for t in (2023, 2024, 2025)],
    "pendidikan": [{"tingkat": "SLTA", "tahun_lulus": 2004}, {"tingkat": "S1", "tahun_lulus": 2017}],
    "ujian": [{"jenis": "UD1", "lulus": "2021-06-01"}],
    "hukuman": [],
}  # fmt: skip


def orang(**lain: Any) -> Orang:
    return Orang.model_validate(ORANG | lain)


def test_every_kind_named_is_a_kind_of_document_and_every_beginning_begins_a_code():
    assert BUKTI.keys() <= SLOT.keys()
    kode = [k.removeprefix(BELUM_DIKETAHUI) for k in MAKNA]
    for slot, bukti in BUKTI.items():
        assert all(any(k.startswith(awal) for k in kode) for awal in bukti.temuan), slot


def test_the_last_decree_is_held_against_the_latest_ranks():
    kata = tercatat("sk-kp", orang())
    assert len(kata) == TAMPAK
    assert "III/b" in kata[0] and "1 April 2026" in kata[0]


@pytest.mark.parametrize(
    "slot, ada, tidak",
    [
        ("skp-2024", "2024", "2025"),
        ("ijazah-s1", "2017", "2004"),
        ("stlud-1", "1 Juni 2021", "belum"),
    ],
)
def test_a_document_of_one_year_or_level_is_held_against_that_one(slot, ada, tidak):
    (kata,) = tercatat(slot, orang())
    assert ada in kata and tidak not in kata


@pytest.mark.parametrize("slot", ["skp-2019", "ijazah-s2", "stlud-2", "stl-pi", "pernyataan-hukdis"])
def test_what_is_not_on_record_is_said(slot):
    assert tercatat(slot, orang())[0].endswith("tidak ada yang tercatat untuk dokumen ini.")


def test_a_history_nobody_has_brought_is_told_from_an_empty_one():
    assert tercatat("pak-2025", orang()) == ["Angka kredit belum tercatat."]
    assert tercatat("pas-foto", orang()) == []


def test_the_rules_say_what_they_found_about_this_fact_with_the_article():
    tmt = date(2027, 4, 1)
    temuan = TemuanSyarat(kode="kinerja-baik", pesan="Predikat 2024 dan 2025 baik.", dasar="PP 99/2000 Pasal 13")
    lain = TemuanSyarat(kode="belum-diketahui-kinerja", pesan="Penilaian 2026 belum diketahui.")
    luar = TemuanSyarat(kode="masa-pangkat-cukup", pesan="Cukup.")
    k = Kelayakan(putusan="MS", jenis=Jenis.REGULER, temuan=(lain,), alasan=(temuan, luar), per_tanggal=tmt)
    harap = ["Penilaian 2026 belum diketahui.", "Predikat 2024 dan 2025 baik. Dasar: PP 99/2000 Pasal 13."]
    assert menurut_aturan("skp-2025", k) == harap
    assert menurut_aturan("sk-kp", k) == ["Cukup."]
    assert menurut_aturan("pas-foto", k) == []
