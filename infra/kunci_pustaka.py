"""`infra/kunci`: write the hash-pinned locks from the one list in pyproject.toml. Needs uv and the internet."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from infra.tempat import AKAR, Berhenti, katakan

LAMBDA = AKAR / "functions" / "requirements.txt"
SERVER = AKAR / "infra" / "server" / "requirements.lock"
UJI = AKAR / "infra" / "server" / "requirements-test.lock"
BAWAAN_LAMBDA = ("chalice",)
"""Chalice packages its own run time; listed again it would bring pip and setuptools along."""


def main() -> int:
    """Write all three locks."""
    if not shutil.which("uv"):
        raise Berhenti("Perlu uv untuk menulis kunci pustaka. Pasang: pip install uv")
    daftar = tomllib.loads((AKAR / "pyproject.toml").read_text())["project"]
    dasar, tambahan = daftar["dependencies"], daftar["optional-dependencies"]
    _tulis(SERVER, dasar + tambahan["server"], "--universal", "--python-version", "3.11")
    _tulis(UJI, dasar + tambahan["server"] + tambahan["test"], "--universal", "--python-version", "3.11")
    bekal = [d for d in dasar if d.split("=")[0] not in BAWAAN_LAMBDA]
    _tulis(LAMBDA, bekal, "--python-version", "3.13", "--python-platform", "aarch64-manylinux_2_34")
    return 0


def _tulis(kunci: Path, daftar: list[str], *pilihan: str) -> None:
    kunci.parent.mkdir(parents=True, exist_ok=True)
    perintah = ["uv", "pip", "compile", "-", "-q", "--generate-hashes", "--no-annotate", *pilihan]
    hasil = subprocess.run(
        [*perintah, "--custom-compile-command", "infra/kunci", "-o", str(kunci)], input="\n".join(daftar), text=True
    )
    if hasil.returncode:
        raise Berhenti(f"{kunci.relative_to(AKAR)} belum ditulis; sebabnya di atas.")
    katakan(f"{kunci.relative_to(AKAR)} ditulis.")


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Berhenti as sebab:
        sys.exit(str(sebab))
