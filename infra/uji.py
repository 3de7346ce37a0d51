"""`infra/test`: sets itself up, then runs everything that proves SIKAP. Without --semua the core; in CI nothing is skipped."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable, Sequence
from pathlib import Path

from infra import pustaka, situs
from infra.proses import tunggu
from infra.tempat import AKAR, DATA, Berhenti, katakan, siapkan_data

VENV = AKAR / "build" / "venv-uji"
HASIL = AKAR / "build" / "uji" / "pytest.xml"


def _ada(*program: str) -> Callable[[], bool]:
    return lambda: any(shutil.which(p) for p in program)


def _ada_pola(akar: str, pola: str) -> Callable[[], bool]:
    return lambda: any(Path(akar).glob(pola))


PAKET: tuple[tuple[str, Callable[[], bool]], ...] = (
    ("chromium", _ada("chromium", "chromium-browser", "google-chrome")),
    ("fonts-dejavu-core", _ada_pola("/usr/share/fonts", "truetype/*/*.ttf")),
    ("postgresql", _ada_pola("/usr/lib/postgresql", "*/bin/initdb")),
    ("qpdf", _ada("qpdf")),
    ("poppler-utils", _ada("pdftoppm")),
    ("nginx", _ada("nginx")),
    ("systemd", _ada("systemd-analyze")),
)
"""Debian packages that tests use, and how to see that they are there already."""
PAKET_SEMUA: tuple[tuple[str, Callable[[], bool]], ...] = (
    ("debootstrap", _ada("debootstrap")),
    ("systemd-container", _ada("systemd-nspawn")),
    ("dpkg-dev", _ada("dpkg-scanpackages")),
)
"""What only the long runs need."""
SERENTAK = ("-n", "2", "--dist", "loadfile", "--durations", "25")
"""Two processes, a file of tests whole in one of them: its module's servers are started once."""


def main(argv: list[str] | None = None) -> int:
    """0 when everything passed; 1 otherwise."""
    arg, pytest = _pengurai().parse_known_args(argv)
    siapkan_data()
    _pasang_paket([*PAKET, *(PAKET_SEMUA if arg.semua else ())])
    perpustakaan = pustaka.pasang(pustaka.KUNCI_UJI, VENV)
    situs.bangun(perpustakaan)
    jatuh = [nama for nama, perintah in _langkah(arg.semua, pytest) if not _jalan(nama, perintah, perpustakaan)]
    if dilewati := _dilewati():
        katakan(f"\nDilewati {len(dilewati)} uji:\n" + "\n".join(f"  {d}" for d in dilewati))
        jatuh += ["tidak boleh ada yang dilewati di CI"] if os.environ.get("CI") else []
    katakan(f"\nBelum lulus: {', '.join(jatuh)}" if jatuh else "\nSemua lulus.")
    return 1 if jatuh else 0


def _pengurai() -> argparse.ArgumentParser:
    p = argparse.ArgumentParser(
        prog="infra/test",
        description="Buktikan SIKAP. Isian lain diteruskan ke pytest, misalnya: infra/test tests/rules -k masa_kerja",
        add_help=False,
    )
    p._optionals.title = "pilihan"
    p.add_argument("-h", "--help", action="help", help="tampilkan keterangan ini")
    p.add_argument("--semua", action="store_true", help="juga yang panjang: simulasi, pemasangan, latihan pemulihan")
    return p


def _langkah(semua: bool, pytest: Sequence[str]) -> list[tuple[str, list[str]]]:
    """What is run, in order: the cheapest first."""
    pilih = [] if semua else ["-m", "not panjang"]
    return [
        ("ruff", ["ruff", "check", "."]),
        ("bentuk", ["ruff", "format", "--check", "."]),
        ("mypy", ["mypy"]),
        ("pytest", ["pytest", "-q", *SERENTAK, *pilih, f"--junitxml={HASIL}", *pytest]),
    ]


def _jalan(nama: str, perintah: list[str], perpustakaan: pustaka.Pustaka) -> bool:
    mulai = time.monotonic()
    katakan(f"\n== {nama}")
    HASIL.unlink(missing_ok=True)
    bersih = {k: v for k, v in os.environ.items() if not k.startswith("SIKAP_") and k != "PYTHONPATH"}
    hasil = subprocess.run(
        [perpustakaan.python, "-m", *perintah], cwd=AKAR, env={**bersih, **perpustakaan.tambahan, "PYTHONSAFEPATH": "1"}
    )
    katakan(f"   {'lulus' if hasil.returncode == 0 else 'BELUM lulus'} ({time.monotonic() - mulai:.0f} detik)")
    return hasil.returncode == 0


def _dilewati() -> list[str]:
    """Every test that pytest skipped, with its reason."""
    if not HASIL.is_file():
        return []
    return [
        f"{kasus.get('classname')}::{kasus.get('name')}: {lewat.get('message')}"
        for kasus in ET.parse(HASIL).iter("testcase")
        for lewat in kasus.iter("skipped")
        if lewat.get("type") != "pytest.xfail"
    ]


def _pasang_paket(paket: Sequence[tuple[str, Callable[[], bool]]]) -> None:
    """Install the system's packages that are missing, where we may; say plainly what is missing where we may not."""
    kurang = [nama for nama, ada in paket if not ada()]
    if not kurang:
        return
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        katakan(f"Belum ada di komputer ini: {', '.join(kurang)}. Uji yang memerlukannya tidak dapat lulus.")
        katakan(f"Pasang dahulu, misalnya: sudo apt-get install {' '.join(kurang)}")
        return
    katakan(f"Memasang {', '.join(kurang)} ...")
    apt = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300"]
    lingkungan = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    tunggu([*apt, "update"], DATA / "apt.log", lingkungan)
    if not tunggu([*apt, "install", "-y", "--no-install-recommends", *kurang], DATA / "apt.log", lingkungan):
        raise Berhenti(f"Paket sistem belum dapat dipasang. Keterangan: {DATA / 'apt.log'}")


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Berhenti as sebab:
        sys.exit(str(sebab))
