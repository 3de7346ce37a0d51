"""`sikap aturan periksa`: faults named, and whose answer changes (issue 3, 'Administrators change rules')."""

from __future__ import annotations

import json
import shutil

import pytest
from alat_kelayakan import ADA
from chalicelib.actions.aturan import periksa_json
from chalicelib.galat import TakSah

from schemas.aturan import FOLDER, aturan

ORANG = [{**ADA, "tmt_usul": "2025-04-01"}, {**ADA, "tmt_usul": "2026-04-01"}]


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(FOLDER, tmp_path / "aturan")


def test_the_same_tables_change_nobodys_answer(folder):
    isi = json.loads(periksa_json(folder, json.dumps(ORANG)))
    assert (isi["edisi"], isi["berubah"]) == (aturan().edisi, [])
    assert isi["baris"]["pendidikan"] == 13


def test_who_is_touched_by_a_change_is_shown_with_both_answers(folder):
    teks = (folder / "syarat.toml").read_text()
    (folder / "syarat.toml").write_text(teks.replace("tahun_pangkat = 4", "tahun_pangkat = 3", 1))
    berubah = json.loads(periksa_json(folder, json.dumps(ORANG)))["berubah"]
    assert [(b["jenis"], b["dari"]["putusan"], b["ke"]["putusan"]) for b in berubah] == [
        ("REGULER", "TMS", "MS"),
        ("REGULER", "MS", "MS"),
    ]


def test_faults_are_named_one_by_one(folder):
    teks = (folder / "gerbang.toml").read_text()
    (folder / "gerbang.toml").write_text(teks.replace("2025-05-19", "2025-05-20"))
    with pytest.raises(TakSah) as galat:
        periksa_json(folder)
    assert [t.pesan for t in galat.value.temuan][0].startswith("gerbang.toml, [[atasan]] baris ke-2")
