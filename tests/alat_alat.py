"""Tools of other people in venvs of their own, since they pin what we pin differently; installed once under .sikap/alat."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
from pathlib import Path

from infra.aws.python import cari
from infra.tempat import Berhenti

_ALAT = Path(__file__).resolve().parent.parent / ".sikap" / "alat"


def alat(nama: str, paket: str, python: str) -> Path:
    """The `bin` folder of a venv that holds `paket` (name==version), made with `python`."""
    venv = _ALAT / nama
    cap = venv / paket.replace(" ", "+")
    _ALAT.mkdir(parents=True, exist_ok=True)
    with (_ALAT / f"{nama}.kunci").open("w") as kunci:
        fcntl.flock(kunci, fcntl.LOCK_EX)
        if not cap.exists():
            shutil.rmtree(venv, ignore_errors=True)
            bersih = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
            subprocess.run([python, "-m", "venv", venv], check=True, env=bersih)
            subprocess.run(
                [venv / "bin" / "python", "-m", "pip", "install", "-q", *paket.split()], check=True, env=bersih
            )
            cap.touch()
    return venv / "bin"


def python313() -> str:
    """The Python that Lambda runs; "" where this computer has none."""
    try:
        return cari("python3.13")
    except Berhenti:
        return ""
