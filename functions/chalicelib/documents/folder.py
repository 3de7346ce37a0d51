"""A shelf in a folder: for backups on a disk, and for a rehearsal. Each thing is whole on the disk or not there."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from chalicelib.galat import Terhenti, TidakAda

_PENUH = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_SEMENTARA = ".sementara-"


class Folder:
    """Keeps the promises of `chalicelib.documents.Gudang` under the folder `akar`, made at the first word written."""

    def __init__(self, akar: Path) -> None:
        self._akar = akar

    def taruh(self, kunci: str, isi: bytes, tipe: str) -> None:
        """See `Gudang.taruh`: written aside, forced to the disk, then named. Terhenti `ruang-habis` when it does not fit."""
        tujuan = self._jalur(kunci)
        with _bicara():
            tujuan.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            nomor, sementara = tempfile.mkstemp(prefix=_SEMENTARA, dir=tujuan.parent)
            try:
                with os.fdopen(nomor, "wb") as ke:
                    ke.write(isi)
                    ke.flush()
                    os.fsync(ke.fileno())
                Path(sementara).replace(tujuan)
            except BaseException:
                Path(sementara).unlink(missing_ok=True)
                raise
            _pastikan(tujuan.parent)

    def baca(self, kunci: str) -> bytes:
        """See `Gudang.baca`."""
        with _bicara():
            return self._jalur(kunci).read_bytes()

    def daftar(self, awalan: str, *, sesudah: str = "", batas: int = 1000) -> list[str]:
        """See `Gudang.daftar`. Folders are walked in byte order, so a page costs what it holds."""
        with _bicara():
            semua = self._telusur(self._akar, "")
            return list(islice((k for k in semua if k.startswith(awalan) and k > sesudah), batas))

    def _telusur(self, folder: Path, nama: str) -> Iterator[str]:
        if not folder.is_dir():
            return
        isi = {f"{e.name}/" if e.is_dir() else e.name: e for e in os.scandir(folder)}
        for satu in sorted(isi):
            if satu.endswith("/"):
                yield from self._telusur(folder / satu, nama + satu)
            elif not satu.startswith(_SEMENTARA):
                yield nama + satu

    def _jalur(self, kunci: str) -> Path:
        jalur = (self._akar / kunci).resolve()
        if not jalur.is_relative_to(self._akar.resolve()):
            raise TidakAda()
        return jalur


def _pastikan(folder: Path) -> None:
    nomor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(nomor)
    finally:
        os.close(nomor)


@contextmanager
def _bicara() -> Iterator[None]:
    try:
        yield
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError) as sebab:
        raise TidakAda() from sebab
    except OSError as sebab:
        if sebab.errno in _PENUH:
            raise Terhenti(
                "Tempat tujuan penuh.",
                kode="ruang-habis",
                petunjuk="Kosongkan ruang atau pilih tempat lain, lalu ulangi. Yang sudah tersimpan dipakai lagi.",
            ) from sebab
        raise Terhenti(
            f"Folder tujuan tidak dapat dipakai ({sebab.strerror}).",
            kode="folder",
            petunjuk="Periksa bahwa cakramnya terpasang dan boleh ditulisi.",
        ) from sebab
