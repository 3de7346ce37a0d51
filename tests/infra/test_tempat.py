"""What this computer keeps for itself: settings made once, readable by their owner only."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from infra import tempat
from infra.tempat import Berhenti, baca_setelan, setelan_awal, simpan_setelan, susun, tulis_utuh, urai

SULIT = {
    "SIKAP_A": "(0351) 749034 # bukan komentar",
    "SIKAP_B": "kantor \"A\" \\ 'B'",
    "SIKAP_C": "  spasi di ujung  ",
    "SIKAP_D": "C:\\folder\\",
    "SIKAP_E": "",
    "SIKAP_F": "'",
    "SIKAP_G": "; é `id` a=b",
    "SIKAP_H": "postgresql:///sikap?host=/var/run/postgresql&user=sikap",
}
TANGAN = """  SIKAP_A = v
; komentar
# komentar
SIKAP_B='satu dua'" tiga \\"empat\\""
SIKAP_C=a\\ b 'c' # d  
SIKAP_D=
SIKAP_E="\\x \\\\"
"""
SYSTEMD = "/usr/lib/systemd/user-environment-generators/30-systemd-environment-d-generator"


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
    with pytest.raises(Berhenti, match="setelan:1: bukan bentuk NAMA=nilai"):
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


def systemd(teks: str, folder) -> dict[str, str]:
    """What systemd itself makes of such lines. (This door of it leaves out empty values, and fills in $, unlike EnvironmentFile=.)"""
    (folder / "environment.d").mkdir(parents=True)
    (folder / "environment.d/a.conf").write_text(teks)
    naskah = f'set -a; eval "$({SYSTEMD})"; env -0'
    lingkungan = {"XDG_CONFIG_HOME": str(folder), "HOME": str(folder), "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
    hasil = subprocess.run(["bash", "-c", naskah], env=lingkungan, capture_output=True, check=True).stdout.decode()
    semua = dict(b.split("=", 1) for b in hasil.split("\0") if b)
    return {n: v for n, v in semua.items() if n.startswith("SIKAP_")}


def test_a_value_comes_back_as_it_was_here_and_in_systemd(folder):
    uang = {"SIKAP_I": "Rp$HOME ${HOME}"}
    assert urai(susun(SULIT | uang), "x") == SULIT | uang
    assert systemd(susun(SULIT), folder) | {"SIKAP_E": ""} == SULIT


def test_what_a_person_wrote_is_read_as_systemd_reads_it(folder):
    assert urai(TANGAN, "x") == systemd(TANGAN, folder) | {"SIKAP_D": ""}
    assert urai(TANGAN, "x")["SIKAP_C"] == "a b 'c' # d"


@pytest.mark.parametrize("nilai", ["'EAAB", '"EAAB', "EAAB\\", '"a" \'EAAB'])
def test_a_value_that_does_not_end_is_named_by_its_line_and_not_shown(nilai):
    with pytest.raises(Berhenti, match="x:2: SIKAP_B: tanda petik") as henti:
        urai(f"SIKAP_A=1\nSIKAP_B={nilai}\nSIKAP_C=1\n", "x")
    assert "EAAB" not in str(henti.value)


def test_a_file_is_on_the_disk_before_it_takes_its_name_and_so_is_the_name(folder, monkeypatch):
    urut, berkas = [], folder / "rahasia"
    asli = os.fsync

    def fsync(fd: int) -> None:
        nama = str(Path(f"/proc/self/fd/{fd}").readlink())
        urut.append((nama.removeprefix(str(folder)), berkas.exists(), (folder / "rahasia.baru").exists()))
        asli(fd)

    monkeypatch.setattr(os, "fsync", fsync)
    tulis_utuh(berkas, "isi", 0o640)
    assert urut == [("/rahasia.baru", False, True), ("", True, False)]
    assert (berkas.read_text(), berkas.stat().st_mode & 0o777) == ("isi", 0o640)


def test_nobody_else_reads_what_is_written_over_a_file_left_open_to_all(folder):
    (folder / "rahasia.baru").touch(0o666)
    tulis_utuh(folder / "rahasia", "isi", 0o600)
    assert (folder / "rahasia").stat().st_mode & 0o777 == 0o600
