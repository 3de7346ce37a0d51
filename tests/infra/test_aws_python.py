"""Lambda's Python is found where it is: by name, or with a version manager; otherwise one is told what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from infra.aws.python import cari
from infra.tempat import Berhenti


def program(letak: Path, kata: str) -> Path:
    letak.parent.mkdir(parents=True, exist_ok=True)
    letak.write_text(f"#!/bin/sh\n{kata}\n")
    letak.chmod(0o755)
    return letak


@pytest.fixture(autouse=True)
def tanpa_simpanan(monkeypatch, tmp_path):
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path / "pyenv"))
    monkeypatch.setenv("UV_PYTHON_INSTALL_DIR", str(tmp_path / "uv"))


def test_the_named_one_counts_when_it_is_3_13(tmp_path):
    ini = program(tmp_path / "python", "echo 3.13")
    assert cari(str(ini)) == str(ini)


@pytest.mark.parametrize("kata", ["echo 3.11", "exit 127"])
def test_a_version_manager_stands_in_for_one_that_is_not(kata, tmp_path):
    lain = program(tmp_path / "python", kata)
    simpan = program(tmp_path / "pyenv/versions/3.13.0/bin/python3.13", "echo 3.13")
    assert cari(str(lain)) == str(simpan)
    simpan.unlink()
    simpan = program(tmp_path / "uv/cpython-3.13.2-linux-x86_64-gnu/bin/python3.13", "echo 3.13")
    assert cari(str(lain)) == str(simpan)


def test_none_at_all_is_a_sentence_with_the_way_out(tmp_path):
    with pytest.raises(Berhenti, match=r"uv python install 3\.13"):
        cari(str(tmp_path / "tiada"))
