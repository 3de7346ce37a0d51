"""Build the site when what it is made of has changed, and only then."""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path

from infra.pustaka import Pustaka
from infra.tempat import AKAR, SITUS, Berhenti, katakan, lingkungan

BAHAN = ("site", "schemas")
CAP = AKAR / "build" / "situs.cap"


def bangun(pustaka: Pustaka, *, paksa: bool = False) -> None:
    """Make build/site current. Raises Berhenti when the build refuses (its reasons are above on the screen)."""
    cap = cap_bahan(AKAR)
    if not paksa and CAP.is_file() and CAP.read_text() == cap and (SITUS / "index.html").is_file():
        return
    katakan("Membangun situs ...")
    hasil = subprocess.run(
        [pustaka.python, str(AKAR / "site" / "build.py")], cwd=AKAR, env=lingkungan(pustaka.tambahan)
    )
    if hasil.returncode:
        raise Berhenti("Situs belum dapat dibangun; sebabnya tertulis di atas.")
    CAP.write_text(cap)


def cap_bahan(akar: Path) -> str:
    """A fingerprint of every file the site is made from."""
    jumlah = hashlib.sha256()
    for berkas in sorted(b for bahan in BAHAN for b in (akar / bahan).rglob("*") if b.is_file()):
        if "__pycache__" not in berkas.parts:
            jumlah.update(f"{berkas.relative_to(akar)}\0".encode() + hashlib.sha256(berkas.read_bytes()).digest())
    return jumlah.hexdigest()
