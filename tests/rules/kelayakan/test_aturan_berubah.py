"""A rule changed by a new dated row changes tomorrow's answers and none of yesterday's (issue 3, 'Seen working' 4)."""

from __future__ import annotations

import shutil

import pytest
from alat_kelayakan import hasil, jawab, tgl

from schemas.aturan import FOLDER, muat

LAMA = """jenis = "REGULER"
tahun_pangkat = 4
tahun_kinerja = 2
predikat = "Baik"
berlaku_mulai = 2000-11-10
"""
BARU = """
[[syarat]]
jenis = "REGULER"
tahun_pangkat = 3
tahun_kinerja = 2
predikat = "Baik"
berlaku_mulai = 2027-01-01
dasar = "Peraturan contoh 1/2026"
keyakinan = "pasti"
"""


@pytest.fixture(scope="module")
def besok(tmp_path_factory):
    """The tables, with three years instead of four from 2027."""
    folder = shutil.copytree(FOLDER, tmp_path_factory.mktemp("aturan") / "a")
    teks = (folder / "syarat.toml").read_text()
    assert LAMA in teks
    (folder / "syarat.toml").write_text(teks.replace(LAMA, LAMA + "berlaku_sampai = 2026-12-31\n") + BARU)
    return muat(folder)


CPNS = """nama = "cpns_paling_lama_tahun"
nilai = 2
"""


def test_how_long_one_is_cpns_at_most_comes_from_the_tables_everywhere(tmp_path):
    """A rank of unknown kind is perhaps the first one where the NIP's month lies no longer before it than that."""
    folder = shutil.copytree(FOLDER, tmp_path / "a")
    teks = (folder / "gerbang.toml").read_text()
    assert CPNS in teks
    (folder / "gerbang.toml").write_text(teks.replace(CPNS, CPNS.replace("2", "3")))
    beda = {
        "golongan": [{"gol": "III/a", "tmt": "2018-03-01", "mkg_tahun": 3, "mkg_bulan": 0}],
        "tmt_usul": "2021-04-01",
    }
    assert hasil("REGULER", **beda).putusan == "TMS"
    assert hasil("REGULER", tabel=muat(folder), **beda).putusan == "PERLU_TELAAH"


@pytest.mark.parametrize(
    ("tmt", "lama", "baru"), [("2026-12-01", "TMS", "TMS"), ("2027-01-01", "TMS", "MS"), ("2027-10-01", "MS", "MS")]
)
def test_the_rules_of_the_tmt_decide(besok, tmt, lama, baru):
    beda = {"gol": "III/a", "tmt": "2023-10-01", "tmt_usul": tmt, "kinerja": [
        {"tahun": t, "predikat": "Baik"} for t in (2024, 2025, 2026)]}  # fmt: skip
    assert hasil("REGULER", **beda).putusan == lama
    assert hasil("REGULER", tabel=besok, **beda).putusan == baru


def test_the_first_legal_date_stops_at_the_day_the_rules_change(besok):
    beda = {"gol": "III/a", "tmt": "2023-10-01"}
    assert hasil("REGULER", **beda).paling_cepat == tgl("2027-10-01")
    assert hasil("REGULER", tabel=besok, **beda).paling_cepat == tgl("2027-01-01")


def test_the_finding_rests_on_the_article_of_its_day(besok):
    h = hasil("REGULER", tabel=besok, gol="III/a", tmt="2025-01-01", tmt_usul="2027-01-01")
    assert [t.dasar for t in h.temuan if t.menghalangi] == ["Peraturan contoh 1/2026"]


@pytest.mark.parametrize("tmt", ["2022-10-01", "2024-02-01", "2025-06-01", "2026-04-01", "2026-12-01"])
def test_no_answer_of_yesterday_changes(besok, tmt):
    for lama in ("2018-04-01", "2019-10-01", "2021-01-01"):
        beda = {"gol": "III/a", "tmt": lama, "tmt_usul": tmt}
        assert jawab(tabel=besok, **beda) == jawab(**beda)
