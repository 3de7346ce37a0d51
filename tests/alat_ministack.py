"""AWS on this computer for tests: ministack, in a venv of its own, thrown away after.

It runs Lambda functions by its own Python, so that is Lambda's where the computer has it (any will do for DynamoDB alone).
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import boto3
from alat_alat import alat, python313

PAKET = "ministack==1.5.33 cfn-lint==1.58.0 aws-sam-translator==1.115.0"
"""With the translator ministack takes our template as AWS does."""


class Ministack:
    """A running emulator at `alamat`; `tabel()` is a name nobody has used yet."""

    def __init__(self, alamat: str) -> None:
        self.alamat, self._nomor = alamat, count(1)

    def tabel(self) -> str:
        return f"sikap-uji-{os.getpid()}-{next(self._nomor)}"

    def tanpa_sapu(self, tabel: str) -> None:
        """Let expired items lie: the day of a test is long past for the emulator, whose sweeper would take its sessions away."""
        klien = boto3.client("dynamodb", endpoint_url=self.alamat, region_name="ap-southeast-3")
        klien.update_time_to_live(TableName=tabel, TimeToLiveSpecification={"Enabled": False, "AttributeName": "x"})


@contextmanager
def jalankan() -> Iterator[Ministack]:
    """Start ministack on a free loopback port and give this process credentials for it."""
    porta = _porta()
    with tempfile.TemporaryDirectory(prefix="sikap-ms-") as letak:
        milik_orang = {n: v for n, v in os.environ.items() if not n.startswith(("SIKAP_", "PYTHON"))}
        lingkungan = milik_orang | {
            "BIND_HOST": "127.0.0.1",
            "GATEWAY_PORT": str(porta),
            "AWS_ENDPOINT_URL": f"http://127.0.0.1:{porta}",
            "LOG_LEVEL": "ERROR",
            "TMPDIR": letak,
        }
        catatan = Path(letak) / "catatan"
        with catatan.open("w") as keluaran:
            proses = subprocess.Popen(
                [bin_ministack() / "ministack"],
                env=lingkungan,
                cwd=letak,
                stdin=subprocess.DEVNULL,
                stdout=keluaran,
                stderr=keluaran,
            )
        try:
            _tunggu(porta, proses, catatan)
            _kunci_palsu()
            yield Ministack(f"http://127.0.0.1:{porta}")
        finally:
            proses.kill()
            proses.wait()


def bin_ministack() -> Path:
    """The `bin` folder with `ministack`, `cfn-lint` and a `python` that has the translator; installed once."""
    return alat("awan", PAKET, python313() or sys.executable)


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
