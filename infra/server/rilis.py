"""Releases side by side: a new one is made whole beside the old one, then `kini` points to it; back is the same the other way."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

from infra.langkah import Langkah
from infra.server.aturan import Server
from infra.server.mesin import Mesin
from infra.tempat import AKAR

BAHAN = ("README.md", "pyproject.toml", "schemas", "functions", "site", "infra")
KUNCI = Path("infra/server/requirements.lock")
SIMPAN = 3
"""Releases that stay for going back."""


def nomor(akar: Path = AKAR) -> str:
    """The number of the program we stand in: a fingerprint of what it is made of."""
    jumlah = hashlib.sha256()
    for bahan in BAHAN:
        berkas = (
            [akar / bahan] if (akar / bahan).is_file() else sorted(b for b in (akar / bahan).rglob("*") if b.is_file())
        )
        for b in berkas:
            if "__pycache__" not in b.parts:
                jumlah.update(f"{b.relative_to(akar)}\0".encode() + hashlib.sha256(b.read_bytes()).digest())
    return jumlah.hexdigest()[:12]


class PasangRilis:
    """Puts the program we stand in under the server's folder of releases."""

    def __init__(self, s: Server, m: Mesin) -> None:
        self._s, self._m = s, m
        self.nomor = nomor()
        self._tujuan = f"{s['program.folder']}/rilis/{self.nomor}"

    def langkah(self) -> Langkah:
        """The step."""
        return Langkah(
            f"rilis {self.nomor}",
            f"program ini ke {self._tujuan}, pustakanya, situsnya; lalu kini menunjuk ke sana",
            "jalankan apply dari folder rilis sebelumnya: "
            + f"{self._s['program.folder']}/rilis/LAMA/infra/sikap apply",
            self._sudah,
            self._pasang,
            lambda: shutil.rmtree(self._m.letak(self._s["program.folder"]), ignore_errors=True),
        )

    def _sudah(self) -> bool:
        kini = self._m.letak(self._s.kini)
        return (
            kini.is_symlink()
            and str(kini.readlink()) == self._tujuan
            and (self._m.letak(self._tujuan) / "selesai").is_file()
        )

    def _pasang(self) -> None:
        tujuan = self._m.letak(self._tujuan)
        if not (tujuan / "selesai").is_file():
            self._salin(tujuan)
            self._pinjam_pustaka(tujuan)
            pelan = ["nice"] if self._m.letak(self._s.kini).exists() else []  # people are at work
            self._m.jalan(*pelan, str(tujuan / "infra" / "sikap"), "site", PATH=os.environ["PATH"])
            (tujuan / "selesai").touch()
        self._arahkan()
        self._buang_lama()

    def _salin(self, tujuan: Path) -> None:
        shutil.rmtree(tujuan, ignore_errors=True)
        abai = shutil.ignore_patterns("__pycache__", "*.pyc")
        for bahan in BAHAN:
            if (AKAR / bahan).is_dir():
                shutil.copytree(AKAR / bahan, tujuan / bahan, ignore=abai, symlinks=True)
            else:
                tujuan.mkdir(parents=True, exist_ok=True)
                shutil.copy2(AKAR / bahan, tujuan / bahan)

    def _pinjam_pustaka(self, tujuan: Path) -> None:
        """Where the lock is the same, the libraries of the release in use, as hard links: seconds instead of minutes while people work."""
        kini = self._m.letak(self._s.kini)
        if (kini / "selesai").is_file() and (kini / KUNCI).read_bytes() == (AKAR / KUNCI).read_bytes():
            shutil.copytree(kini / ".venv", tujuan / ".venv", symlinks=True, copy_function=os.link)

    def _arahkan(self) -> None:
        kini = self._m.letak(self._s.kini)
        baru = kini.with_name("kini.baru")
        baru.unlink(missing_ok=True)
        baru.symlink_to(self._tujuan)
        baru.replace(kini)

    def _buang_lama(self) -> None:
        rilis = self._m.letak(f"{self._s['program.folder']}/rilis")
        lain = [r for r in rilis.iterdir() if r.name != self.nomor]
        utuh = sorted((r for r in lain if (r / "selesai").is_file()), key=lambda r: r.stat().st_mtime)
        for satu in lain:
            if satu not in utuh[-(SIMPAN - 1) :]:
                shutil.rmtree(satu, ignore_errors=True)
