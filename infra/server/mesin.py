"""The hands of a deployment on one machine: files written whole, programs run, never a shell."""

from __future__ import annotations

import grp
import os
import pwd
import shutil
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path

from infra.proses import menjawab
from infra.tempat import Berhenti, tulis_utuh


class Mesin:
    """The machine we stand on; `akar` puts all files under a folder (tests)."""

    def __init__(self, akar: Path = Path("/")) -> None:
        self.akar = akar

    def letak(self, jalur: str) -> Path:
        """Where a path of the server lies here."""
        return self.akar / jalur.lstrip("/")

    def isi(self, jalur: str) -> str | None:
        """The text of a file, None when it is not there or may not be read."""
        try:
            return self.letak(jalur).read_text(encoding="utf-8")
        except OSError:
            return None

    def tulis(self, jalur: str, isi: str, mode: int = 0o644, milik: str = "") -> None:
        """Write a file whole or not at all; `milik`: the group that may read it. Raises Berhenti."""
        tujuan = self.letak(jalur)
        try:
            tujuan.parent.mkdir(parents=True, exist_ok=True)
            tulis_utuh(tujuan, isi, mode, grp.getgrnam(milik).gr_gid if milik and self.akar == Path("/") else None)
        except PermissionError:
            raise Berhenti(f"{tujuan} tidak boleh ditulisi. Jalankan lagi dengan sudo.") from None
        except OSError as sebab:
            raise Berhenti(f"{tujuan} belum dapat ditulis: {sebab.strerror}.") from None

    def folder(self, jalur: str, orang: str = "") -> None:
        """Make a folder that belongs to `orang`, for him only."""
        self.letak(jalur).mkdir(mode=0o750, parents=True, exist_ok=True)
        if orang and self.akar == Path("/"):
            shutil.chown(jalur, orang, orang)

    def ada_folder(self, jalur: str, orang: str) -> bool:
        """Is it there, and his?"""
        letak = self.letak(jalur)
        return letak.is_dir() and (self.akar != Path("/") or letak.owner() == orang)

    def ada_orang(self, nama: str) -> bool:
        """Is there such a user?"""
        try:
            return bool(pwd.getpwnam(nama))
        except KeyError:
            return False

    def berhasil(self, *perintah: str, **lingkungan: str) -> bool:
        """Run a program; did it say yes?"""
        return self._jalan(perintah, lingkungan).returncode == 0

    def menjawab(self, url: str, detik: float) -> bool:
        """Does anything answer at `url` within `detik` seconds?"""
        batas = time.monotonic() + detik
        while not menjawab(url):
            if time.monotonic() > batas:
                return False
            time.sleep(0.2)
        return True

    def jalan(self, *perintah: str, **lingkungan: str) -> str:
        """Run a program; its output. Raises Berhenti with its last words."""
        hasil = self._jalan(perintah, lingkungan)
        if hasil.returncode:
            ujung = "\n".join(f"  {b}" for b in (hasil.stderr or hasil.stdout).strip().splitlines()[-6:])
            raise Berhenti(
                f"“{' '.join(perintah)}” tidak berhasil ({hasil.returncode}).\n{ujung}\nPerbaiki, lalu ulangi."
            )
        return hasil.stdout

    def kata(self, *perintah: str) -> str:
        """What a program says, whatever it thinks of it."""
        return self._jalan(perintah, {}).stdout

    def _jalan(self, perintah: tuple[str, ...], lingkungan: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
        try:
            return subprocess.run(
                perintah,
                capture_output=True,
                text=True,
                env={**os.environ, **lingkungan},
                cwd="/",
                close_fds=False,  # the lock of `apply` lives as long as what it started
            )
        except FileNotFoundError:
            return subprocess.CompletedProcess(perintah, 127, "", f"{perintah[0]} tidak ada di server ini")
