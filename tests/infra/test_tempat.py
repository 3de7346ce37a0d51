"""What this computer keeps for itself: settings made once, readable by their owner only."""

from __future__ import annotations

import pytest

from infra import tempat
from infra.tempat import Berhenti, baca_setelan, setelan_awal, simpan_setelan


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    for nama in ("SETELAN", "BERJALAN"):
        monkeypatch.setattr(tempat, nama, tmp_path / nama.lower())
    monkeypatch.setattr(tempat, "DATA", tmp_path)
    return tmp_path


def test_secrets_are_made_once_and_kept_from_others(folder):
    pertama, kedua = setelan_awal(), setelan_awal()
    assert pertama == kedua
    assert len(pertama["SIKAP_RAHASIA"]) == 64
    assert (folder / "setelan").stat().st_mode & 0o077 == 0


def test_what_the_owner_wrote_stays(folder):
    (folder / "setelan").write_text("# milik kami\n\nSIKAP_STORE = postgresql://x/y?a=b\n")
    assert setelan_awal()["SIKAP_STORE"] == "postgresql://x/y?a=b"
    assert setelan_awal()["SIKAP_RAHASIA"]


def test_a_line_without_a_value_is_named(folder):
    (folder / "setelan").write_text("SIKAP_DEMO\n")
    with pytest.raises(Berhenti, match="SIKAP_DEMO"):
        baca_setelan(tempat.SETELAN)


def test_the_person_wins_over_the_file_and_the_file_over_this_run(monkeypatch):
    simpan_setelan({"SIKAP_A": "jalan", "SIKAP_B": "jalan", "SIKAP_C": "jalan"}, tempat.BERJALAN)
    simpan_setelan({"SIKAP_A": "kept", "SIKAP_B": "kept"}, tempat.SETELAN)
    monkeypatch.setenv("SIKAP_A", "sendiri")
    hasil = tempat.lingkungan({})
    assert [hasil[f"SIKAP_{n}"] for n in "ABC"] == ["sendiri", "kept", "jalan"]


def test_a_folder_that_cannot_be_written_is_said_in_words(folder, monkeypatch):
    (folder / "berkas").touch()
    monkeypatch.setattr(tempat, "DATA", folder / "berkas")
    with pytest.raises(Berhenti, match="tidak dapat ditulisi"):
        tempat.siapkan_data()
