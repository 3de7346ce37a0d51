"""The rule tables: read, checked, dated (issue 3, 'Administrators change rules without a programmer')."""

from __future__ import annotations

import re
import shutil
from datetime import date

import pytest

from schemas.aturan import FOLDER, AturanRusak, aturan, muat


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(FOLDER, tmp_path / "aturan")


def ganti(folder, berkas, dari, ke):
    jalan = folder / berkas
    teks = jalan.read_text()
    assert dari in teks
    jalan.write_text(teks.replace(dari, ke, 1))


def test_the_tables_that_come_with_sikap_are_sound():
    assert all(r.dasar and r.keyakinan in ("pasti", "ragu") for tabel in aturan().baris.values() for r in tabel)
    assert aturan() is aturan()
    assert re.fullmatch("[0-9a-f]{12}", aturan().edisi)


def test_every_doubt_of_the_reference_is_marked_as_one():
    ragu = {n for n, tabel in aturan().baris.items() if any(r.keyakinan == "ragu" for r in tabel)}
    assert ragu >= {"tenggat", "syarat", "atasan", "angka", "hukuman", "penandatangan", "berkas"}


SYARAT = 'dasar = "PP 99/2000 jo. PP 12/2002 Pasal 7"'


@pytest.mark.parametrize(
    ("berkas", "dari", "ke", "kalimat"),
    [
        ("syarat.toml", SYARAT, "", r"syarat\.toml, \[\[syarat\]\] baris ke-1: dasar belum diisi"),
        ("syarat.toml", SYARAT, 'dasar = "PP"', r"baris ke-1: dasar terlalu pendek"),
        ("syarat.toml", "tahun_pangkat = 4", "tahun_pangkat = 40", r"baris ke-1: tahun_pangkat"),
        ("syarat.toml", "tahun_pangkat = 4", "tahun_pangkt = 4", r"baris ke-1: tahun_pangkt bukan kolom tabel ini"),
        ("syarat.toml", "2000-11-10", "2000-11-40", r"syarat\.toml: tidak terbaca sebagai TOML"),
        ("syarat.toml", "2000-11-10", "1800-11-10", r"baris ke-1: berlaku_mulai 1800-11-10 tidak masuk akal"),
        ("gerbang.toml", "2025-05-19", "2025-05-20", r"\[\[atasan\]\] baris ke-2: masa berlakunya bertumpang tindih"),
        ("gerbang.toml", "2025-05-19", "1999-05-20", r"berlaku_sampai 1999-05-20 lebih awal"),
        ("periode.toml", "[[tenggat]]", "[[tengat]]", r"tabel \[\[tengat\]\] tidak dikenal"),
        ("pendidikan.toml", 'awal = "I/a"', 'awal = "I/f"', r"\[\[pendidikan\]\] baris ke-1: awal"),
        ("berkas.toml", 'slot = "sk-kp"', 'slot = "sk-kpp"', r"\[\[berkas\]\] baris ke-1: slot"),
    ],
)
def test_a_faulty_row_is_named_with_its_file(folder, berkas, dari, ke, kalimat):
    ganti(folder, berkas, dari, ke)
    with pytest.raises(AturanRusak, match=kalimat):
        muat(folder)


def test_all_faults_are_told_at_once(folder):
    ganti(folder, "syarat.toml", SYARAT, "")
    ganti(folder, "gerbang.toml", "2025-05-19", "2025-05-20")
    with pytest.raises(AturanRusak) as galat:
        muat(folder)
    assert len(galat.value.kalimat) == 2


def test_a_missing_table_is_missed(folder):
    (folder / "gaji.toml").unlink()
    with pytest.raises(AturanRusak, match="Tabel gaji tidak ada"):
        muat(folder)


@pytest.mark.parametrize(
    ("tanggal", "bulan"), [("2024-01-31", 2), ("2024-02-01", 6), ("2025-09-30", 6), ("2025-10-01", 12)]
)
def test_an_edition_is_that_of_its_day(tanggal, bulan):
    periode = aturan().pada(date.fromisoformat(tanggal)).periode
    assert len(periode.bulan) == bulan


def test_the_edition_changes_with_the_text(folder):
    sama = muat(folder).edisi
    ganti(folder, "syarat.toml", "tahun_pangkat = 4", "tahun_pangkat = 3")
    assert (sama, muat(folder).edisi != sama) == (aturan().edisi, True)
