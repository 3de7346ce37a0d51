"""What README tells to run exists and answers."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

AKAR = Path(__file__).resolve().parents[1]
README = (AKAR / "README.md").read_text(encoding="utf-8")
BLOK = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
PERINTAH = [baris for blok in BLOK for baris in blok.splitlines() if baris.strip()]


@pytest.mark.parametrize("perintah", PERINTAH)
def test_each_command_explains_itself(perintah):
    program, *sisa = perintah.split()
    argumen = [a for a in sisa if re.fullmatch(r"[a-z]+", a)][:1]
    hasil = subprocess.run([AKAR / program, *argumen, "--help"], capture_output=True, text=True, timeout=300)
    assert hasil.returncode == 0, hasil.stderr
    assert "--help" in hasil.stdout


@pytest.mark.parametrize("letak", sorted(set(re.findall(r"`([a-z_]+/[\w./-]+)`", README))))
def test_each_place_it_names_is_there(letak):
    program = letak.split()[0]
    assert (AKAR / program).exists()


def test_both_commands_stand_first():
    assert [p.split()[0] for p in PERINTAH[:2]] == ["infra/run", "infra/test"]


def test_ci_runs_the_readmes_own_test_command():
    assert "infra/test" in (AKAR / ".ci" / "run").read_text()
