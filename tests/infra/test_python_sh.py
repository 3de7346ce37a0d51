"""The first step needs nothing but a shell, and says what is missing."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

AKAR = Path(__file__).resolve().parents[2]


def _jalan(*perintah: str, cwd: Path, path: Path) -> subprocess.CompletedProcess[str]:
    sh = Path("/bin/sh")
    return subprocess.run([sh, *perintah], cwd=cwd, env={"PATH": f"{path}"}, capture_output=True, text=True)


@pytest.fixture
def tua(tmp_path):
    """A computer whose only Python is too old."""
    for nama in ("python3", "python"):
        (tmp_path / nama).write_text("#!/bin/sh\nexit 1\n")
        (tmp_path / nama).chmod(0o755)
    for nama in ("dirname", "sh"):
        asli = next(Path(f) / nama for f in os.defpath.split(":") + ["/usr/bin"] if f and (Path(f) / nama).exists())
        (tmp_path / nama).symlink_to(asli)
    return tmp_path


@pytest.mark.parametrize("perintah", ["run", "test", "sikap", "kunci"])
def test_an_old_python_is_told_apart_in_words(tua, perintah):
    hasil = _jalan(str(AKAR / "infra" / perintah), cwd=tua, path=tua)
    assert hasil.returncode == 1
    assert "SIKAP memerlukan Python 3.11" in hasil.stderr and "sudo apt install python3" in hasil.stderr


def test_it_runs_from_any_folder(tmp_path):
    hasil = subprocess.run([AKAR / "infra" / "run", "--help"], cwd=tmp_path, capture_output=True, text=True)
    assert hasil.returncode == 0 and "--pintu" in hasil.stdout
