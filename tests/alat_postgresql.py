"""A real PostgreSQL server for tests, thrown away afterwards, from the binaries of the system's own package."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg

_RENDAH = "nobody"
_PAKAI = ["-c", "listen_addresses=", "-c", "max_connections=60", "-c", "shared_buffers=32MB"]


class Postgresql:
    """A running server on a unix socket; `baru()` makes an empty UTF8 database in it."""

    def __init__(self, letak: Path, *, tahan: bool = False) -> None:
        self._letak, self._nomor = letak, count(1)
        self._pilihan = [*_PAKAI, "-k", str(letak), *([] if tahan else ["-F"])]

    def url(self, nama: str) -> str:
        return f"postgresql:///{nama}?host={self._letak}&user=sikap"

    def baru(self) -> str:
        """The URL of a fresh database, sorted by a human locale so that byte order must come from us."""
        nama = f"sikap_{os.getpid()}_{next(self._nomor)}"
        self.jalankan(f"create database {nama}")
        return self.url(nama)

    def jalankan(self, *sql: str, url: str = "") -> None:
        with psycopg.connect(url or self.url("postgres"), autocommit=True) as koneksi:
            for satu in sql:
                koneksi.execute(satu)

    def mulai(self) -> None:
        pilihan, catatan = " ".join(self._pilihan), self._letak / "catatan"
        _perintah("pg_ctl", "-D", self._letak / "data", "-l", catatan, "-w", "-o", pilihan, "start")

    def berhenti(self) -> None:
        """Stop at once, as a power cut would."""
        _perintah("pg_ctl", "-D", self._letak / "data", "-m", "immediate", "stop", harus=False)


@contextmanager
def jalankan(*, tahan: bool = False) -> Iterator[Postgresql]:
    """Start a server as a person who is not root (PostgreSQL refuses root), stop and delete it at the end.

    `tahan`: with fsync, for measuring; without it a crash of the server loses nothing, only one of the computer does.
    """
    letak = Path(tempfile.mkdtemp(prefix="sikap-pg-", dir="/tmp"))
    _milik_rendah(letak)
    server = Postgresql(letak, tahan=tahan)
    try:
        lokal = ["--locale-provider=icu", "--icu-locale=id-ID"]
        _perintah("initdb", "-D", letak / "data", "-U", "sikap", "-E", "UTF8", *lokal, "-A", "trust", "--no-sync")
        server.mulai()
        yield server
    finally:
        server.berhenti()
        shutil.rmtree(letak, ignore_errors=True)


def _perintah(nama: str, *kata: object, harus: bool = True) -> None:
    hasil = subprocess.run(
        [cari(nama), *map(str, kata)],
        user=_RENDAH if os.geteuid() == 0 else None,
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    if harus and hasil.returncode:
        raise RuntimeError(f"{nama} stopped with {hasil.returncode}: {hasil.stderr}")


def cari(nama: str) -> str:
    """The path of a PostgreSQL program; Debian keeps them out of PATH."""
    ketemu = shutil.which(nama) or next(
        (str(p / nama) for p in sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True) if (p / nama).exists()),
        None,
    )
    if not ketemu:
        raise RuntimeError(f"PostgreSQL's {nama} is not on this computer. Install it: apt-get install postgresql")
    return ketemu


def _milik_rendah(letak: Path) -> None:
    if os.geteuid() == 0:
        shutil.chown(letak, _RENDAH)
