"""A ZIP as a stream of bytes: each file is put in when it is its turn, and nothing of those before it is held."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime


class _Keluar(io.RawIOBase):
    """Where the ZIP writes to: cannot be wound back, so each file is followed by its sizes."""

    def __init__(self) -> None:
        self.isi = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, potong: object) -> int:
        self.isi += potong  # type: ignore[arg-type]
        return len(potong)  # type: ignore[arg-type]

    def ambil(self) -> bytes:
        potong, self.isi = bytes(self.isi), bytearray()
        return potong


def alirkan(berkas: Iterable[tuple[str, bytes]], saat: datetime) -> Iterator[bytes]:
    """(name, content) pairs -> the ZIP, piece by piece. All files carry the time `saat`: the same content, the same bytes."""
    keluar = _Keluar()
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as z:
        for nama, isi in berkas:
            info = zipfile.ZipInfo(nama, saat.timetuple()[:6])
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            z.writestr(info, isi)
            yield keluar.ambil()
    yield keluar.ambil()
