"""Three machines on one computer: network namespaces on one switch, each with the programs that its units start.

What this can't show: two cores shared by three machines, one kernel and one clock, no disk that dies alone.
"""

from __future__ import annotations

import os
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from alat_postgresql import cari

SALAK = "10.98.7."
ORANG_PG = "nobody"


def kurang() -> str:
    """What is missing for namespaces here; "" when nothing is."""
    if os.geteuid() != 0 or not shutil.which("ip"):
        return "perlu root dan iproute2 (network namespace)"
    coba = subprocess.run(["ip", "netns", "add", f"sikapcoba{os.getpid()}"], capture_output=True, text=True)
    _ip("netns", "del", f"sikapcoba{os.getpid()}", harus=False)
    return coba.stderr.strip()


class Mesin:
    """One machine: its address, its folder, programs started in its network."""

    def __init__(self, nama: str, nomor: int, folder: Path) -> None:
        self.ruang, self.alamat, self.folder = nama, f"{SALAK}{nomor}", folder
        folder.mkdir()

    def di(self, *perintah: str) -> list[str]:
        """The command that runs a program of ours in this machine's network."""
        return ["ip", "netns", "exec", self.ruang, *perintah]

    def jalan(self, *perintah: str) -> str:
        hasil = subprocess.run(self.di(*perintah), capture_output=True, text=True, timeout=90, cwd="/")
        assert hasil.returncode == 0, f"{perintah}: {hasil.stdout}{hasil.stderr}"
        return hasil.stdout

    def padam(self) -> None:
        """The current is gone: first its network, so that nobody hears a farewell, then all its programs."""
        _ip("-n", self.ruang, "link", "set", "eth0", "down")
        for pid in _ip("netns", "pids", self.ruang, harus=False).split():
            subprocess.run(["kill", "-9", pid], capture_output=True)


@contextmanager
def tiga(folder: Path) -> Iterator[list[Mesin]]:
    """Three machines that reach each other; all their programs end with the block."""
    awal = f"sk{os.getpid() % 10_000}"
    saklar, semua = f"{awal}s", [Mesin(f"{awal}m{n}", n, folder / f"m{n}") for n in (1, 2, 3)]
    try:
        _ip("netns", "add", saklar)
        _ip("-n", saklar, "link", "add", "br0", "type", "bridge")
        _ip("-n", saklar, "link", "set", "br0", "up")
        for m in semua:
            _sambung(saklar, m)
        yield semua
    finally:
        for ruang in (*(m.ruang for m in semua), saklar):
            for pid in _ip("netns", "pids", ruang, harus=False).split():
                subprocess.run(["kill", "-9", pid], capture_output=True)
            _ip("netns", "del", ruang, harus=False)


def _sambung(saklar: str, m: Mesin) -> None:
    _ip("netns", "add", m.ruang)
    _ip("link", "add", m.ruang, "netns", saklar, "type", "veth", "peer", "name", "eth0", "netns", m.ruang)
    _ip("-n", saklar, "link", "set", m.ruang, "master", "br0", "up")
    _ip("-n", m.ruang, "addr", "add", f"{m.alamat}/24", "dev", "eth0")
    for nama in ("lo", "eth0"):
        _ip("-n", m.ruang, "link", "set", nama, "up")


class Replika:
    """PostgreSQL on the first machine, followed by the second; an act is acknowledged when both have it.

    As the guide says: only through TLS and with a password, the follower's too. `sandi` has one for each of its people.
    """

    def __init__(self, utama: Mesin, kedua: Mesin) -> None:
        self.utama, self.kedua = utama, kedua
        self.letak = Path(tempfile.mkdtemp(prefix="sikap-pg-", dir="/tmp"))
        shutil.chown(self.letak, ORANG_PG)
        self.sandi = {nama: secrets.token_hex(16) for nama in ("postgres", "replikasi", "sikap", "sikap-berkas")}
        self._pgpass = self.letak / "pgpass"
        self.pgpass(self._pgpass, "postgres", "replikasi")
        shutil.chown(self._pgpass, ORANG_PG)

    def pgpass(self, ke: Path, *orang: str) -> None:
        """PostgreSQL's own file of passwords for these people, readable by its owner only."""
        ke.write_text("".join(f"*:*:*:{nama}:{self.sandi[nama]}\n" for nama in orang))
        ke.chmod(0o600)

    def mulai(self, pangkalan: Sequence[str], orang: Sequence[str]) -> None:
        a, b = self.letak / "a", self.letak / "b"
        (kunci := self.letak / "kunci").write_text(self.sandi["postgres"])
        aman = ["-A", "scram-sha-256", f"--pwfile={kunci}"]
        self._pg(self.utama, "initdb", "-D", str(a), "-U", "postgres", "-E", "UTF8", *aman, "--no-sync")
        siapa = {"all": "postgres,sikap,sikap-berkas", "replication": "replikasi"}
        (a / "pg_hba.conf").write_text(
            "".join(f"hostssl {p} {o} {SALAK}0/24 scram-sha-256\n" for p, o in siapa.items())
        )
        self._sertifikat(a)
        self._nyala(self.utama, a)
        for nama in orang:
            self.tanya(self.utama, f"create role \"{nama}\" login password '{self.sandi[nama]}'")
        for nama, milik in zip(pangkalan, orang, strict=True):
            self.tanya(self.utama, f'create database "{nama}" owner "{milik}"')
        self.tanya(self.utama, f"create role replikasi login replication password '{self.sandi['replikasi']}'")
        self._pg(
            self.kedua,
            "pg_basebackup",
            "-h",
            self.utama.alamat,
            "-U",
            "replikasi",
            "-D",
            str(b),
            "-R",
            "-c",
            "fast",
            "--no-sync",
        )
        self._nyala(self.kedua, b)
        self.tanya(self.utama, "alter system set synchronous_standby_names = '*'")
        self.tanya(self.utama, "select pg_reload_conf()")

    def angkat(self) -> None:
        """The follower becomes the one that takes writes."""
        assert self.tanya(self.kedua, "select pg_promote()") == "t"

    def tanya(self, m: Mesin, sql: str) -> str:
        psql = [cari("psql"), "-XAtq", "-h", m.alamat, "-U", "postgres", "-d", "postgres", "-c", sql]
        return m.jalan("env", f"PGPASSWORD={self.sandi['postgres']}", "PGSSLMODE=require", *psql).strip()

    def _sertifikat(self, data: Path) -> None:
        """One that signs itself, as Debian's snake oil is."""
        ke = ["-keyout", str(data / "server.key"), "-out", str(data / "server.crt")]
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=pg", *ke], check=True, capture_output=True)  # fmt: skip
        for nama in ("server.key", "server.crt"):
            shutil.chown(data / nama, ORANG_PG)
            (data / nama).chmod(0o600)

    def buang(self) -> None:
        shutil.rmtree(self.letak, ignore_errors=True)

    def _nyala(self, m: Mesin, data: Path) -> None:
        pilihan = f"-c listen_addresses={m.alamat} -c ssl=on -c max_connections=200 -c unix_socket_directories= -c shared_buffers=32MB"
        self._pg(m, "pg_ctl", "-D", str(data), "-l", f"{data}.log", "-w", "-o", pilihan, "start")

    def _pg(self, m: Mesin, nama: str, *kata: str) -> None:
        m.jalan(
            "runuser", "-u", ORANG_PG, "--", "env", f"PGPASSFILE={self._pgpass}", "PGSSLMODE=require", cari(nama), *kata
        )


def _ip(*kata: str, harus: bool = True) -> str:
    hasil = subprocess.run(["ip", *kata], capture_output=True, text=True)
    assert not harus or hasil.returncode == 0, f"ip {' '.join(kata)}: {hasil.stderr}"
    return hasil.stdout
