"""Empty systems to install on: each distribution made once by debootstrap, with the packages and wheels that `apply` will ask for.

They are fetched beside it and handed in read-only, so that what is measured is the installation and not the line.
UJI_DEBIAN names a folder that keeps all this between runs (default build/uji/debian).
"""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

AKAR = Path(__file__).resolve().parents[1]
BAHAN = Path(os.environ.get("UJI_DEBIAN") or AKAR / "build" / "uji" / "debian")
PERLU = ("debootstrap", "systemd-nspawn", "nsenter", "dpkg-scanpackages")
PAKET = ("python3", "openssl", "postgresql", "nginx", "python3-venv", "logrotate")
RODA = ("manylinux_2_34_x86_64", "manylinux_2_28_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64", "any")
GANTUNGAN = Path("usr/share/keyrings/ubuntu-archive-keyring.gpg")
NASKAH_UBUNTU = "/usr/share/debootstrap/scripts/gutsy"


class Distribusi(NamedTuple):
    """`python` and `postgresql`: the versions it brings; `bagian`: the parts of its archive a server has by default.

    `cgroup_baru`: its systemd refuses the old cgroups that the computer under it may still have.
    """

    suite: str
    nama: str
    python: str
    postgresql: int
    bagian: str = "main"
    cgroup_baru: bool = False


DEBIAN_12 = Distribusi("bookworm", "Debian 12", "3.11", 15)
DEBIAN_13 = Distribusi("trixie", "Debian 13", "3.13", 17, cgroup_baru=True)
UBUNTU_24 = Distribusi("noble", "Ubuntu 24.04", "3.12", 16, "main,universe")
UBUNTU_26 = Distribusi("resolute", "Ubuntu 26.04", "3.14", 18, "main,universe", cgroup_baru=True)
SEMUA = (DEBIAN_12, DEBIAN_13, UBUNTU_24, UBUNTU_26)


def kurang() -> str:
    """What is missing for a container here; "" when nothing is."""
    if os.geteuid() != 0:
        return "perlu dijalankan sebagai root (container dengan systemd sendiri)"
    tiada = [p for p in PERLU if not shutil.which(p)]
    return f"belum ada: {', '.join(tiada)}. apt-get install debootstrap systemd-container dpkg-dev" if tiada else ""


def siapkan(distribusi: Distribusi) -> Path:
    """The folder with the empty system, its packages and the wheels of the lock; each made where it is not there yet."""
    bahan = BAHAN / distribusi.suite
    bahan.mkdir(parents=True, exist_ok=True)
    with (bahan / "kunci").open("w") as kunci:
        fcntl.flock(kunci, fcntl.LOCK_EX)  # tests of another file may want the same at the same time
        if not (bahan / "dasar" / "etc" / "debian_version").is_file():
            _dasar(distribusi, bahan)
        if not (bahan / "paket" / "Packages").is_file():
            _paket(bahan)
        if not (bahan / "roda" / "selesai").is_file():
            _roda(distribusi, bahan)
    return bahan


def _dasar(distribusi: Distribusi, bahan: Path) -> None:
    """An older debootstrap knows no younger Ubuntu; the script is the same for all of them, and knows the archive."""
    ubuntu = "universe" in distribusi.bagian
    kunci, naskah = (["--keyring", str(_gantungan_ubuntu())], ["", NASKAH_UBUNTU]) if ubuntu else ([], [])
    pilihan = ["--variant=minbase", f"--components={distribusi.bagian}", "--include=systemd-sysv,dbus", *kunci]
    baru = bahan / "dasar.baru"
    shutil.rmtree(baru, ignore_errors=True)
    _jalan("debootstrap", *pilihan, distribusi.suite, str(baru), *naskah)
    baru.rename(bahan / "dasar")


def _gantungan_ubuntu() -> Path:
    """Ubuntu's archive keys: this computer's, or out of Debian 13, which signs them (Debian 12 has none)."""
    if (sini := "/" / GANTUNGAN).is_file():
        return sini
    bahan = siapkan(DEBIAN_13)
    if not (ada := bahan / "ubuntu-keyring" / GANTUNGAN).is_file():
        tarik = _tarik(bahan)
        _jalan("chroot", str(tarik), "sh", "-c", "cd /var/tmp && apt-get -qq download ubuntu-keyring")
        [deb] = (tarik / "var/tmp").glob("ubuntu-keyring_*.deb")
        _jalan("dpkg-deb", "-x", str(deb), str(bahan / "ubuntu-keyring"))
        shutil.rmtree(tarik)
    return ada


def _paket(bahan: Path) -> None:
    tarik = _tarik(bahan)
    _jalan("chroot", str(tarik), "apt-get", "-qq", "-y", "-d", "--no-install-recommends", "install", *PAKET)
    (bahan / "paket").mkdir(exist_ok=True)
    for deb in (tarik / "var/cache/apt/archives").glob("*.deb"):
        shutil.copy(deb, bahan / "paket")
    daftar = subprocess.run(["dpkg-scanpackages", "-m", "."], cwd=bahan / "paket", check=True, capture_output=True)
    (bahan / "paket" / "Packages").write_bytes(daftar.stdout)
    shutil.rmtree(tarik)


def _tarik(bahan: Path) -> Path:
    """A copy of the empty system that reaches its archive."""
    tarik = bahan / "tarik"
    shutil.rmtree(tarik, ignore_errors=True)
    _jalan("cp", "-a", str(bahan / "dasar"), str(tarik))
    (tarik / "etc/resolv.conf").unlink(missing_ok=True)
    shutil.copy("/etc/resolv.conf", tarik / "etc" / "resolv.conf")
    _jalan("chroot", str(tarik), "apt-get", "-qq", "update")
    return tarik


def _roda(distribusi: Distribusi, bahan: Path) -> None:
    """The lock's markers name no version of Python, so that the one we run on may choose."""
    platform = [k for p in RODA for k in ("--platform", p)]
    kunci = str(AKAR / "infra" / "server" / "requirements.lock")
    ke = ["-d", str(bahan / "roda"), "--only-binary", ":all:", "--python-version", distribusi.python, *platform]
    _jalan(sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--require-hashes", "-r", kunci, *ke)
    (bahan / "roda" / "selesai").touch()


def _jalan(*perintah: str) -> None:
    hasil = subprocess.run(perintah, capture_output=True, text=True)
    assert hasil.returncode == 0, f"{' '.join(perintah)}\n{hasil.stdout[-2000:]}\n{hasil.stderr[-2000:]}"
