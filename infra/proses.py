"""Children of infra/run: started in order, watched together, stopped in reverse order, never left behind."""

from __future__ import annotations

import contextlib
import ctypes
import fcntl
import os
import signal
import socket
import ssl
import stat
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO, NamedTuple

from infra.tempat import Berhenti, katakan

PR_SET_PDEATHSIG = 1
_PESANAN: list[IO[str]] = []


class Anak(NamedTuple):
    """One child: what it is called in sentences, its process, its log."""

    nama: str
    proses: subprocess.Popen[bytes]
    catatan: Path


class Keluarga:
    """All children of this run."""

    def __init__(self) -> None:
        self._anak: list[Anak] = []

    def mulai(self, nama: str, perintah: Sequence[str], *, lingkungan: Mapping[str, str], catatan: Path) -> Anak:
        """Start a child in a session of its own, so that Ctrl-C reaches only us and we stop it in order."""
        if catatan.is_file():
            catatan.replace(catatan.with_suffix(".lama.log"))
        with catatan.open("wb") as ke:
            proses = subprocess.Popen(
                perintah,
                env=dict(lingkungan),
                stdin=subprocess.DEVNULL,
                stdout=ke,
                stderr=ke,
                start_new_session=True,
                preexec_fn=_ikut_mati if sys.platform == "linux" else None,
            )
        self._anak.append(anak := Anak(nama, proses, catatan))
        return anak

    def tunggu_siap(self, anak: Anak, siap: Callable[[], bool], detik: float) -> None:
        """Return when `siap()`; raise Berhenti when the child ends first or takes longer than `detik`."""
        batas = time.monotonic() + detik
        while not siap():
            if anak.proses.poll() is not None:
                raise Berhenti(f"{anak.nama} berhenti saat dimulai.\n{ujung(anak.catatan)}")
            if time.monotonic() > batas:
                raise Berhenti(f"{anak.nama} belum menjawab setelah {detik:.0f} detik.\n{ujung(anak.catatan)}")
            time.sleep(0.05)

    def jaga(self) -> None:
        """Wait until a child ends by itself, and raise Berhenti with its name."""
        while True:
            for anak in self._anak:
                if anak.proses.poll() is not None:
                    raise Berhenti(f"{anak.nama} berhenti sendiri.\n{ujung(anak.catatan)}")
            time.sleep(0.5)

    def hentikan(self, sabar: float = 25.0) -> None:
        """Stop all, the youngest first; one that does not obey within `sabar` seconds is ended."""
        for anak in reversed(self._anak):
            if anak.proses.poll() is None:
                anak.proses.send_signal(signal.SIGTERM)
                try:
                    anak.proses.wait(sabar)
                except subprocess.TimeoutExpired:
                    katakan(f"{anak.nama} terlalu lama berhenti; diakhiri.")
                    os.killpg(anak.proses.pid, signal.SIGKILL)
                    anak.proses.wait()
        self._anak.clear()


def _ikut_mati() -> None:
    """Linux ends this child when we die without a word (kill -9), so that nothing keeps the port or the data."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def ujung(catatan: Path, baris: int = 8) -> str:
    """The last lines of a log, and where the rest is."""
    isi = catatan.read_text(errors="replace").splitlines()[-baris:] if catatan.is_file() else []
    return "\n".join([*(f"  {b}" for b in isi), f"Catatan lengkap: {catatan}"])


def pintu_bebas(pintu: int, alamat: str = "127.0.0.1") -> bool:
    """May we listen there?"""
    with socket.socket() as soket:
        soket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            soket.bind((alamat, pintu))
        except OSError:
            return False
        return True


def pesan(*pintu: int) -> bool:
    """Take these ports until this process ends, all or none; False when another process that asks here has one of them. Raises Berhenti.

    Between seeing that a port is free and listening on it, somebody started in the same second may see it too.
    """
    folder = _folder_pesanan()
    berkas = [(folder / str(p)).open("w") for p in pintu]
    try:
        for b in berkas:
            fcntl.flock(b, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        for b in berkas:
            b.close()
        return False
    _PESANAN.extend(berkas)
    return True


def _folder_pesanan() -> Path:
    """A folder that only we write to, where nobody else may put another in its place. Raises Berhenti."""
    induk = Path(tempfile.gettempdir())
    folder = induk / f"sikap-pintu-{os.getuid()}"
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    ada, sekitar = folder.lstat(), induk.stat().st_mode
    if not stat.S_ISDIR(ada.st_mode) or ada.st_uid != os.getuid() or ada.st_mode & 0o022:
        raise Berhenti(
            f"{folder} bukan folder Anda sendiri. Hapus, atau pakai tempat sementara lain: TMPDIR=FOLDER di depan perintah."
        )
    if sekitar & stat.S_IWOTH and not sekitar & stat.S_ISVTX:
        raise Berhenti(f"Di {induk} siapa saja dapat menghapus milik orang lain. Jalankan: sudo chmod +t {induk}")
    return folder


def pintu_bebas_sesudah(pintu: int, alamat: str = "127.0.0.1") -> int:
    """The next free port above this one."""
    return next((p for p in range(pintu + 1, min(pintu + 200, 65536)) if pintu_bebas(p, alamat)), 0)


def menjawab(url: str, ca: Path | None = None) -> bool:
    """Does anything that speaks HTTP answer there, whatever it says? Of https: with a certificate that `ca` vouches for."""
    jalan: list[urllib.request.BaseHandler] = [urllib.request.ProxyHandler({})]
    jalan += [urllib.request.HTTPSHandler(context=ssl.create_default_context(cafile=ca))] if ca else []
    try:
        urllib.request.build_opener(*jalan).open(url, timeout=2).close()
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    return True


def tunggu(perintah: Sequence[str], catatan: Path, lingkungan: Mapping[str, str] | None = None) -> bool:
    """Run to the end into a log, with a sign of life every ten seconds. True when it succeeded."""
    mulai = time.monotonic()
    with (
        catatan.open("wb") as ke,
        subprocess.Popen(perintah, stdout=ke, stderr=ke, close_fds=False, env=lingkungan) as proses,
    ):
        while True:
            try:
                return proses.wait(10) == 0
            except subprocess.TimeoutExpired:
                katakan(f"  ... masih bekerja ({time.monotonic() - mulai:.0f} detik)")
