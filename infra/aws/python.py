"""The Python that Lambda runs, on the computer that packs: the one that was named, or one that a version manager keeps."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from infra.tempat import Berhenti

VERSI = "3.13"
_SIMPANAN = (("PYENV_ROOT", ".pyenv", "versions/{v}.*"), ("UV_PYTHON_INSTALL_DIR", ".local/share/uv/python", "cpython-{v}*"))  # fmt: skip
"""Where pyenv and uv keep what they installed: variable, its default under the home folder, one version's folder."""


def cari(nama: str) -> str:
    """The program `nama` if it is Python 3.13, else one that pyenv or uv installed. Raises Berhenti: there is none."""
    for calon in (shutil.which(nama), *_simpanan()):
        if calon and _versi(calon) == VERSI:
            return calon
    raise Berhenti(
        f"Python {VERSI} ({nama}) tidak ada di komputer ini; Lambda python{VERSI} memerlukannya untuk mengemas.\n"
        f'Pasang, misalnya: uv python install {VERSI}, lalu sebutkan letaknya di aws.python = "/letak/python{VERSI}".'
    )


def _simpanan() -> Iterator[str]:
    for variabel, bawaan, pola in _SIMPANAN:
        akar = Path(os.environ.get(variabel) or Path.home() / bawaan)
        yield from (str(p) for p in sorted(akar.glob(f"{pola.format(v=VERSI)}/bin/python{VERSI}")))


def _versi(program: str) -> str:
    """ "3.13" of a program that runs; "" of one that does not (pyenv leaves such behind for versions not in use)."""
    hasil = subprocess.run([program, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"], capture_output=True, text=True)  # fmt: skip
    return "" if hasil.returncode else hasil.stdout.strip()
