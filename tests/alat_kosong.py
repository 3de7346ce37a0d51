"""An empty Debian: made once by debootstrap, booted with systemd in a container of its own, without a network.

Packages and wheels that `apply` will ask for are fetched once beside it and handed in read-only, so that what is measured
is the installation and not the line. UJI_DEBIAN names a folder that keeps all this between runs (default build/uji/debian).
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shlex import split

AKAR = Path(__file__).resolve().parents[1]
BAHAN = Path(os.environ.get("UJI_DEBIAN") or AKAR / "build" / "uji" / "debian")
PERLU = ("debootstrap", "systemd-nspawn", "nsenter", "dpkg-scanpackages")
PAKET = ("python3", "openssl", "postgresql", "nginx", "python3-venv", "logrotate")
JALUR = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
SUMBER = "/usr/local/src/sikap"
RODA = ("manylinux_2_34_x86_64", "manylinux_2_28_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64", "any")


def kurang() -> str:
    """What is missing for a container here; "" when nothing is."""
    if os.geteuid() != 0:
        return "perlu dijalankan sebagai root (container dengan systemd sendiri)"
    tiada = [p for p in PERLU if not shutil.which(p)]
    return f"belum ada: {', '.join(tiada)}. apt-get install debootstrap systemd-container dpkg-dev" if tiada else ""


def siapkan(bahan: Path = BAHAN) -> Path:
    """The empty system, its packages and the wheels of the lock; each made where it is not there yet."""
    bahan.mkdir(parents=True, exist_ok=True)
    if not (bahan / "dasar" / "etc" / "debian_version").is_file():
        shutil.rmtree(bahan / "dasar.baru", ignore_errors=True)
        _jalan("debootstrap", "--variant=minbase", "--include=systemd-sysv,dbus", "bookworm", str(bahan / "dasar.baru"))
        (bahan / "dasar.baru").rename(bahan / "dasar")
    if not (bahan / "paket" / "Packages").is_file():
        _paket(bahan)
    if not (bahan / "roda" / "selesai").is_file():
        platform = [k for p in RODA for k in ("--platform", p)]
        kunci = str(AKAR / "infra" / "server" / "requirements.lock")
        ke = ["-d", str(bahan / "roda"), "--only-binary", ":all:", "--python-version", "3.11", *platform]
        _jalan(sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--require-hashes", "-r", kunci, *ke)
        (bahan / "roda" / "selesai").touch()
    return bahan


def _paket(bahan: Path) -> None:
    tarik = bahan / "tarik"
    shutil.rmtree(tarik, ignore_errors=True)
    _jalan("cp", "-a", str(bahan / "dasar"), str(tarik))
    shutil.copy("/etc/resolv.conf", tarik / "etc" / "resolv.conf")
    _jalan("chroot", str(tarik), "apt-get", "-qq", "update")
    _jalan("chroot", str(tarik), "apt-get", "-qq", "-y", "-d", "--no-install-recommends", "install", *PAKET)
    (bahan / "paket").mkdir(exist_ok=True)
    for deb in (tarik / "var/cache/apt/archives").glob("*.deb"):
        shutil.copy(deb, bahan / "paket")
    daftar = subprocess.run(["dpkg-scanpackages", "-m", "."], cwd=bahan / "paket", check=True, capture_output=True)
    (bahan / "paket" / "Packages").write_bytes(daftar.stdout)
    shutil.rmtree(tarik)


class Kosong:
    """A booted container; `jalan` runs a program in it, `luar` runs one of ours in its network only."""

    def __init__(self, folder: Path, utama: int) -> None:
        self.folder, self._utama = folder, str(utama)

    def jalan(self, *perintah: str, harus: bool = True) -> str:
        """The output of a program inside."""
        bersih = ["env", "-i", f"PATH={JALUR}", "LANG=C.UTF-8", "HOME=/root"]
        hasil = subprocess.run(
            ["nsenter", "-t", self._utama, "-m", "-u", "-i", "-n", "-p", *bersih, *perintah],
            capture_output=True, text=True, cwd="/",
        )  # fmt: skip
        assert not harus or hasil.returncode == 0, f"{perintah}: {hasil.returncode}\n{hasil.stdout}\n{hasil.stderr}"
        return hasil.stdout

    def bersiap(self, setelan: str) -> None:
        """What the guide asks for before the first `apply`: Python, a certificate, the settings as the example has them."""
        self.jalan("apt-get", "-qq", "update")
        self.jalan("apt-get", "-qq", "-y", "--no-install-recommends", "install", "python3", "openssl")
        self.jalan("mkdir", "-p", "/etc/ssl/sikap")
        self.jalan(
            *split("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30"),
            *split("-subj /CN=sikap.contohkab.go.id -keyout /etc/ssl/sikap/situs.key -out /etc/ssl/sikap/situs.pem"),
        )
        self.jalan("cp", f"{SUMBER}/infra/server/contoh.toml", setelan)

    def luar(self, *perintah: str) -> list[str]:
        """The command that runs a program of this computer in the container's network."""
        return ["nsenter", "-t", self._utama, "-n", *perintah]

    def utama(self, unit: str) -> int:
        """The main process of a unit; 0 when it has none."""
        return int(self.jalan("systemctl", "show", "-p", "MainPID", "--value", unit).strip() or 0)


@contextmanager
def hidup(bahan: Path, folder: Path) -> Iterator[Kosong]:
    """A copy of the empty system under `folder`, booted until systemd says it is up; gone at the end."""
    mesin = folder / "mesin"
    _jalan("cp", "-a", str(bahan / "dasar"), str(mesin))
    (mesin / "etc/apt/sources.list").write_text("deb [trusted=yes] file:/mnt/paket ./\n")
    (mesin / "etc/pip.conf").write_text("[global]\nno-index = true\nfind-links = /mnt/roda\n")
    (mesin / "etc/hosts").write_text("127.0.0.1 localhost sikap.contohkab.go.id\n")
    (mesin / "etc/hostname").write_text("sikap-uji\n")
    _salin_sumber(mesin / SUMBER.lstrip("/"))
    ikat = {bahan / "paket": "/mnt/paket", bahan / "roda": "/mnt/roda", AKAR / "tests": "/mnt/uji"}
    perintah = ["systemd-nspawn", "-D", str(mesin), "-b", "--register=no", "--keep-unit", "--private-network"]
    with (folder / "boot.log").open("wb") as catatan:
        wadah = subprocess.Popen(
            [*perintah, *(f"--bind-ro={a}:{k}" for a, k in ikat.items())],
            stdin=subprocess.DEVNULL, stdout=catatan, stderr=catatan,
        )  # fmt: skip
        try:
            yield _tunggu(mesin, wadah)
        finally:
            wadah.send_signal(signal.SIGTERM)
            try:
                wadah.wait(60)
            except subprocess.TimeoutExpired:
                wadah.kill()
                wadah.wait()
            shutil.rmtree(mesin, ignore_errors=True)


def _salin_sumber(ke: Path) -> None:
    abai = shutil.ignore_patterns("__pycache__", ".venv", "build", ".sikap", ".git")
    for nama in ("README.md", "pyproject.toml", "schemas", "functions", "site", "infra"):
        asal = AKAR / nama
        ke.mkdir(parents=True, exist_ok=True)
        shutil.copytree(asal, ke / nama, ignore=abai, symlinks=True) if asal.is_dir() else shutil.copy2(asal, ke / nama)


def _tunggu(mesin: Path, wadah: subprocess.Popen[bytes]) -> Kosong:
    anak = Path(f"/proc/{wadah.pid}/task/{wadah.pid}/children")
    for _ in range(240):
        assert wadah.poll() is None, (mesin.parent / "boot.log").read_text(errors="replace")[-2000:]
        if pid := anak.read_text().split():
            kosong = Kosong(mesin, int(pid[0]))
            if kosong.jalan("systemctl", "is-system-running", harus=False).strip() in ("running", "degraded"):
                return kosong
        time.sleep(0.5)
    raise AssertionError((mesin.parent / "boot.log").read_text(errors="replace")[-2000:])


def _jalan(*perintah: str) -> None:
    hasil = subprocess.run(perintah, capture_output=True, text=True)
    assert hasil.returncode == 0, f"{' '.join(perintah)}\n{hasil.stdout[-2000:]}\n{hasil.stderr[-2000:]}"
