"""`sikap aturan periksa`: faults named, and whose answer changes (issue 3, 'Administrators change rules')."""

from __future__ import annotations

import json
import shutil
from datetime import date

import pytest
from alat_kantor import buat_kantor, orang
from alat_kelayakan import ADA
from chalicelib.actions.aturan import berubah, berubah_json, periksa
from chalicelib.edge.perintah import main
from chalicelib.galat import TakSah
from chalicelib.records import pegawai as rak_pegawai

from schemas.aturan import FOLDER, aturan

ORANG = [{**ADA, "tmt_usul": "2025-04-01"}, {**ADA, "tmt_usul": "2026-04-01"}]


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(FOLDER, tmp_path / "aturan")


@pytest.fixture
def longgar(folder):
    """Three years in rank instead of four, from 2000 on: it reaches back."""
    teks = (folder / "syarat.toml").read_text()
    (folder / "syarat.toml").write_text(teks.replace("tahun_pangkat = 4", "tahun_pangkat = 3", 1))
    return folder


def test_the_same_tables_change_nothing(folder):
    hasil = periksa(folder)
    assert (hasil.tabel.edisi, hasil.perubahan) == (aturan().edisi, [])
    assert hasil.baris["pendidikan"] == 13
    assert berubah_json(hasil.tabel, json.dumps(ORANG)) == []


def test_a_change_is_told_with_its_day_and_both_readings(longgar):
    hasil = periksa(longgar)
    [p] = hasil.perubahan
    assert (p.sejak, p.tabel) == (date(2000, 11, 10), "syarat")
    assert (p.dari, p.ke) == ("jenis: Reguler; tahun pangkat: 4", "jenis: Reguler; tahun pangkat: 3")
    assert hasil.surut(date(2026, 1, 1)) == [p]


def test_a_new_dated_row_is_told_from_its_day_on_and_reaches_back_to_nobody(folder):
    teks = (folder / "gaji.toml").read_text()
    lama = 'ke = "IV"\ntahun = 0\nberlaku_mulai = 1977-01-01\n'
    baru = '[[potongan]]\nke = "IV"\ntahun = 1\nberlaku_mulai = 2030-01-01\ndasar = "Peraturan contoh"\nkeyakinan = "pasti"\n'
    assert lama in teks
    (folder / "gaji.toml").write_text(teks.replace(lama, f"{lama}berlaku_sampai = 2029-12-31\n") + baru)
    hasil = periksa(folder)
    assert [(p.sejak, p.tabel, p.ke) for p in hasil.perubahan] == [
        (date(2030, 1, 1), "potongan", "ke: IV; tahun: 1; dasar: Peraturan contoh")
    ]
    assert hasil.surut(date(2026, 11, 26)) == []


def test_who_is_touched_by_a_change_is_shown_with_both_answers(longgar):
    beda = berubah_json(periksa(longgar).tabel, json.dumps(ORANG))
    assert [(b["jenis"], b["dari"]["putusan"], b["ke"]["putusan"]) for b in beda] == [
        ("REGULER", "TMS", "MS"),
        ("REGULER", "MS", "MS"),
    ]


def test_the_whole_county_is_asked_and_only_those_touched_are_named(longgar):
    kantor = buat_kantor()
    lama = orang("lama", 71, "SOEKARJONO", "sd-1").model_copy(update={"tmt_golongan": date(2015, 4, 1)})
    baru = orang("baru", 72, "SUMINI", "sd-1").model_copy(update={"tmt_golongan": date(2024, 10, 1)})
    for p in (lama, baru):
        kantor.store.write(*rak_pegawai.simpan(p))
    beda = berubah(kantor, periksa(longgar).tabel, lambda _: None)
    assert [(b["nama"], b["jenis"], b["dari"], b["ke"]["paling_cepat"]) for b in beda] == [
        ("SUMINI", "REGULER", None, "2027-10-01")
    ]


def test_who_is_in_no_unit_is_asked_too(longgar):
    kantor = buat_kantor()
    baru = orang("baru", 72, "SUMINI", "sd-1").model_copy(update={"tmt_golongan": date(2024, 10, 1)})
    kantor.store.write(*rak_pegawai.simpan(baru.model_copy(update={"unit": None, "opd": None})))
    assert [b["nama"] for b in berubah(kantor, periksa(longgar).tabel, lambda _: None)] == ["SUMINI"]


def test_the_command_says_it_in_sentences(longgar, tmp_path, capsys):
    (tmp_path / "orang.json").write_text(json.dumps(ORANG))
    assert main(["aturan", "periksa", str(longgar), "--orang", str(tmp_path / "orang.json")]) == 0
    kata = capsys.readouterr().out
    assert "dari: jenis: Reguler; tahun pangkat: 4" in kata
    assert "PERHATIAN: sebagian berlaku surut" in kata
    assert "2 jawaban berubah." in kata
    assert "Reguler: TMS III/b (1 April 2026) -> MS III/b (1 April 2025)" in kata


def test_faults_are_named_one_by_one(folder, capsys):
    teks = (folder / "gerbang.toml").read_text()
    (folder / "gerbang.toml").write_text(teks.replace("2025-05-19", "2025-05-20"))
    with pytest.raises(TakSah) as galat:
        periksa(folder)
    assert [t.pesan for t in galat.value.temuan][0].startswith("gerbang.toml, [[atasan]] baris ke-2")
    assert main(["aturan", "periksa", str(folder)]) == 1
    assert "gerbang.toml, [[atasan]] baris ke-2" in capsys.readouterr().err
