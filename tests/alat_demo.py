"""Runs the maker of the demo county as infra/run does: a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

AKAR = Path(__file__).resolve().parents[1]


def buat_demo(ke: Path, *pilihan: str, **lingkungan: str) -> Path:
    """Write the county into a folder; answers the folder."""
    perintah = [sys.executable, str(AKAR / "infra" / "demo" / "buat.py"), str(ke), *pilihan]
    subprocess.run(perintah, check=True, cwd=AKAR, env={"PATH": "/usr/bin:/bin", **lingkungan})
    return ke
