"""The contract: shapes, examples, refusals (issue 3, 'One way in and out')."""

from __future__ import annotations

import json

import pytest
from chalicelib.actions.kelayakan import jawab_json, skema_json
from chalicelib.galat import TakSah
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.kelayakan_contoh import CONTOH

ORANG = CONTOH[0][0]


def test_the_examples_are_what_the_engine_answers():
    masukan, keluaran = zip(*CONTOH, strict=True)
    assert json.loads(jawab_json(json.dumps(masukan))) == list(keluaran)


def test_the_schema_lists_kinds_codes_slots_and_two_pairs():
    s = json.loads(skema_json())
    assert len(s["contoh"]) == 2
    assert len(s["jenis"]) == 12
    assert all(k["arti"] for k in s["kode"].values())
    assert {"sk-cpns", "spmt", "skp"} <= set(s["berkas"])


@pytest.mark.parametrize(
    ("beda", "bidang"),
    [
        ({"tmt_usul": "2026-02-30"}, "$[0].tmt_usul"),
        ({"tmt_usul": None}, "$[0].tmt_usul"),
        ({"tmt_usul": 20260401}, "$[0].tmt_usul"),
        ({"nip": "19910417201532908"}, "$[0].nip"),
        ({"golongan": [{"gol": "V/a", "tmt": "2020-01-01"}]}, "$[0].golongan[0].gol"),
        ({"golongan": [{"gol": "III/a", "tmtt": "2020-01-01"}]}, "$[0].golongan[0].tmtt"),
        ({"hukuman": {}}, "$[0].hukuman"),
        ({"hukumn": []}, "$[0].hukumn"),
        ({"kinerja": [{"tahun": 2025, "predikat": "Bagus"}]}, "$[0].kinerja[0].predikat"),
        ({"angka_kredit": [{"jenis": "pak", "nilai": "-1", "per": "2025-12-31"}]}, "$[0].angka_kredit[0].nilai"),
        ({"jenis": "KPO"}, "$[0].jenis"),
        ({"tewas": "ya"}, "$[0].tewas"),
        ({"berkas": [3]}, "$[0].berkas[0]"),
        ({"cltn": [{"mulai": "2024-05-01", "selesai": "2024-04-30"}]}, "$[0].cltn[0].selesai"),
        (
            {"hukuman": [{"tingkat": "berat", "mulai": "2024-05-01", "selesai": "2024-04-30"}]},
            "$[0].hukuman[0].selesai",
        ),
        ({"tugas_belajar": [{"mulai": "2024-05-01", "selesai": "2024-04-30"}]}, "$[0].tugas_belajar[0].selesai"),
        ({"dpk_dpb": [{"mulai": "2024-05-01", "selesai": "2024-04-30"}]}, "$[0].dpk_dpb[0].selesai"),
        ({"pejabat_negara": [{"mulai": "2024-05-01", "selesai": "2024-04-30"}]}, "$[0].pejabat_negara[0].selesai"),
        ({"jabatan": [{"jenis": "pelaksana", "tmt": "2024-05-01", "sampai": "2024-04-30"}]}, "$[0].jabatan[0].sampai"),
    ],
)
def test_bad_input_is_refused_with_the_path_of_the_field(beda, bidang):
    with pytest.raises(TakSah) as galat:
        jawab_json(json.dumps([{**ORANG, **beda}]))
    assert galat.value.temuan[0].bidang == bidang
    assert galat.value.temuan[0].pesan.endswith(".")


@pytest.mark.parametrize(
    "teks", ["", "{", "{}", "[1]", "null", "[" * 100_000, "[" * 900 + "]" * 900, "[NaN]", '["\\ud800"]', b"\xff"]
)
def test_what_is_no_array_of_people_is_refused(teks):
    with pytest.raises(TakSah):
        jawab_json(teks)


@pytest.mark.parametrize(
    ("teks", "pesan"),
    [
        ('[{"nip":\n"1",}]', "Berhenti terbaca di baris 2, huruf ke-5."),
        ("[" * 100_000, "Susunannya terlalu dalam."),
        (b"\xff", "Isinya bukan teks UTF-8."),
        ("[null]", "Isian harus berupa kumpulan isian."),
    ],
)
def test_the_refusal_says_where_and_in_indonesian(teks, pesan):
    with pytest.raises(TakSah) as galat:
        jawab_json(teks)
    assert galat.value.temuan[0].pesan == pesan


def test_the_mark_that_windows_puts_before_a_text_is_passed_over():
    assert jawab_json("\ufeff[]") == jawab_json(b"\xef\xbb\xbf[]") == "[]"


def test_a_key_of_the_senders_own_passes_unread():
    satu = jawab_json(json.dumps([ORANG]))
    assert jawab_json(json.dumps([{**ORANG, "unit_kerja_simpeg": 7}])) == satu


def test_an_empty_array_has_an_empty_answer():
    assert jawab_json("[]") == "[]"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.dates().map(str),
    lambda isi: (
        st.lists(isi, max_size=3) | st.dictionaries(st.sampled_from(["mulai", "gol", "tmt", "x"]), isi, max_size=3)
    ),
    max_leaves=6,
)


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(sorted(ORANG)), JSON)
def test_whatever_is_put_in_a_field_is_judged_or_refused_by_name(bidang, isi):
    try:
        (satu,) = json.loads(jawab_json(json.dumps([{**ORANG, bidang: isi}])))
    except TakSah as galat:
        assert all(t.bidang.startswith(f"$[0].{bidang}") for t in galat.temuan)
    else:
        assert satu["hasil"]


@pytest.mark.parametrize("nilai", [3, 3.5, "3.50", "3"])
def test_points_are_numbers_or_numbers_in_quotes(nilai):
    beda = {"angka_kredit": [{"jenis": "pak", "nilai": nilai, "per": "2025-12-31"}], "jenis": "FUNGSIONAL"}
    assert jawab_json(json.dumps([{**ORANG, **beda}]))


@pytest.mark.parametrize("bidang", ["dpk_dpb", "pejabat_negara"])
def test_spans_may_be_called_tmt_and_sampai(bidang):
    jenis = {"dpk_dpb": "DPK_DPB", "pejabat_negara": "PEJABAT_NEGARA"}[bidang]

    def halangan(sampai: str | None) -> set[str]:
        baris = [{"tmt": "2020-01-01", "sampai": sampai, "eselon": "IV.a"}]
        (satu,) = json.loads(jawab_json(json.dumps([{**ORANG, bidang: baris, "jenis": jenis}])))
        return {t["kode"] for t in satu["hasil"][0]["temuan"] if t["menghalangi"]}

    assert halangan("2020-12-31") - halangan(None)
