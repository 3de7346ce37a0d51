"""An empty Debian or Ubuntu (alat_distribusi), booted with systemd in a container of its own, without a network."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shlex import split

from alat_distribusi import Distribusi, siapkan

AKAR = Path(__file__).resolve().parents[1]
JALUR = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
SUMBER = "/usr/local/src/sikap"
SETELAN, SERTIFIKAT = "/root/sikap.toml", "/etc/ssl/sikap/situs.pem"
SITUS = "https://sikap.contohkab.go.id"
CGROUP_BARU = {"SYSTEMD_NSPAWN_UNIFIED_HIERARCHY": "1"}


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

    def bersiap(self) -> None:
        """What the guide asks for before the first `apply`: Python, a certificate, the settings as the example has them."""
        self.jalan("apt-get", "-qq", "update")
        self.jalan("apt-get", "-qq", "-y", "--no-install-recommends", "install", "python3", "openssl")
        self.jalan("mkdir", "-p", "/etc/ssl/sikap")
        self.jalan(
            *split("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30"),
            *split("-subj /CN=sikap.contohkab.go.id -keyout /etc/ssl/sikap/situs.key"),
            *("-out", SERTIFIKAT),
        )
        self.jalan("cp", f"{SUMBER}/infra/server/contoh.toml", SETELAN)

    def pasang(self) -> str:
        """`apply`, as often as one likes; what it says."""
        return self.jalan("sh", "-c", f"{SUMBER}/infra/sikap apply {SETELAN} 2>&1")

    def isi(self, jalur: str) -> Path:
        """Where a path of the container lies on this computer."""
        return self.folder / jalur.lstrip("/")

    def minta(self, url: str) -> str:
        """What a browser in there would be answered."""
        curl = split("curl -sk --max-time 20 --noproxy * --resolve sikap.contohkab.go.id:443:127.0.0.1")
        return subprocess.run(self.luar(*curl, url), capture_output=True, text=True).stdout

    def luar(self, *perintah: str) -> list[str]:
        """The command that runs a program of this computer in the container's network."""
        return ["nsenter", "-t", self._utama, "-n", *perintah]

    def utama(self, unit: str) -> int:
        """The main process of a unit; 0 when it has none."""
        return int(self.jalan("systemctl", "show", "-p", "MainPID", "--value", unit).strip() or 0)


@contextmanager
def hidup(distribusi: Distribusi, folder: Path) -> Iterator[Kosong]:
    """A copy of the empty system under `folder`, booted until systemd says it is up; gone at the end."""
    bahan, mesin = siapkan(distribusi), folder / "mesin"
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
            env=os.environ | (CGROUP_BARU if distribusi.cgroup_baru else {}),
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
