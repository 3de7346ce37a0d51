"""DynamoDB (and the rest of an AWS) on this computer for tests: ministack, in a venv of its own, thrown away after.

SIKAP_UJI_MINISTACK names the executable; otherwise it is installed once under .sikap/alat/ministack.
"""

from __future__ import annotations

import fcntl
import os
import socket
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

VERSI = "1.5.33"
_ALAT = Path(__file__).resolve().parent.parent / ".sikap" / "alat" / "ministack"


class Ministack:
    """A running emulator at `alamat`; `tabel()` is a name nobody has used yet."""

    def __init__(self, alamat: str) -> None:
        self.alamat, self._nomor = alamat, count(1)

    def tabel(self) -> str:
        return f"sikap-uji-{os.getpid()}-{next(self._nomor)}"


@contextmanager
def jalankan() -> Iterator[Ministack]:
    """Start ministack on a free loopback port and give this process credentials for it."""
    porta = _porta()
    with tempfile.TemporaryDirectory(prefix="sikap-ms-") as letak:
        lingkungan = os.environ | {
            "BIND_HOST": "127.0.0.1",
            "GATEWAY_PORT": str(porta),
            "LOG_LEVEL": "ERROR",
            "TMPDIR": letak,
        }
        catatan = Path(letak) / "catatan"
        with catatan.open("w") as keluaran:
            proses = subprocess.Popen(
                [cari()], env=lingkungan, cwd=letak, stdin=subprocess.DEVNULL, stdout=keluaran, stderr=keluaran
            )
        try:
            _tunggu(porta, proses, catatan)
            _kunci_palsu()
            yield Ministack(f"http://127.0.0.1:{porta}")
        finally:
            proses.kill()
            proses.wait()


def cari() -> str:
    """The executable, installed if need be. RuntimeError with a plain sentence when that is impossible."""
    tersebut = os.environ.get("SIKAP_UJI_MINISTACK")
    if tersebut:
        return tersebut
    _ALAT.parent.mkdir(parents=True, exist_ok=True)
    with (_ALAT.parent / "ministack.kunci").open("w") as kunci:
        fcntl.flock(kunci, fcntl.LOCK_EX)
        if not (_ALAT / VERSI).exists():
            _pasang()
    return str(_ALAT / "bin" / "ministack")


def _pasang() -> None:
    venv.create(_ALAT, clear=True, with_pip=True)
    pip = [str(_ALAT / "bin" / "python"), "-m", "pip", "install", "--quiet", f"ministack=={VERSI}"]
    hasil = subprocess.run(pip, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if hasil.returncode:
        raise RuntimeError(
            f"ministack {VERSI} could not be installed (or name one in SIKAP_UJI_MINISTACK): {hasil.stderr}"
        )
    (_ALAT / VERSI).touch()


def _porta() -> int:
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        return soket.getsockname()[1]


def _tunggu(porta: int, proses: subprocess.Popen[bytes], catatan: Path) -> None:
    for _ in range(600):
        if proses.poll() is not None:
            break
        with socket.socket() as soket:
            if soket.connect_ex(("127.0.0.1", porta)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError(f"ministack did not start on port {porta}: {catatan.read_text()[-2000:]}")


def _kunci_palsu() -> None:
    for nama in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        os.environ.setdefault(nama, "uji")


if __name__ == "__main__":
    sys.exit(print(cari()))
