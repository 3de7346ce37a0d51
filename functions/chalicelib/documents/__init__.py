"""The port of files: S3 everywhere (AWS, SeaweedFS). `documents/s3.py` keeps it.

Keys are made by us and never hold a person's name, NIP or the original file name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Tiket:
    """Permission for one upload, straight to storage: method, address, headers to send, and until when (Unix seconds)."""

    cara: str
    url: str
    kepala: Mapping[str, str]
    sampai: int


@dataclass(frozen=True)
class Keterangan:
    """What storage says of an object: bytes, media type, SHA-256 as lower-case hex (None when storage has none)."""

    ukuran: int
    tipe: str
    sha256: str | None


class Documents(Protocol):
    """Where files are kept. A missing key is None or TidakAda as said; storage away raises Terhenti."""

    def tiket(self, kunci: str, *, ukuran: int, tipe: str, sha256: str, detik: int = 900) -> Tiket:
        """A presigned PUT that storage takes only with exactly this length, type and SHA-256, and only once."""

    def keterangan(self, kunci: str) -> Keterangan | None:
        """The object's facts, or None when it is not there."""

    def baca(self, kunci: str) -> bytes:
        """The whole object. Raises TidakAda."""

    def alir(self, kunci: str, potong: int = 262_144) -> Iterator[bytes]:
        """The object in pieces. Raises TidakAda."""

    def taruh(self, kunci: str, isi: bytes, tipe: str) -> None:
        """Keep bytes under a key, replacing what was there."""

    def alirkan(self, kunci: str, potongan: Iterable[bytes], tipe: str) -> None:
        """Keep a stream of any length under a key, never holding it whole. A stream that breaks leaves nothing there."""

    def salin(self, dari: str, ke: str) -> None:
        """Copy inside storage. Raises TidakAda."""

    def hapus(self, kunci: str) -> None:
        """Remove; already gone is fine."""

    def daftar(self, awalan: str, *, sesudah: str = "", batas: int = 1000) -> list[str]:
        """Up to `batas` keys with this prefix, in order, after `sesudah`."""

    def alamat(self, kunci: str, *, nama: str, tipe: str, detik: int = 120, sisip: bool = True) -> str:
        """A short-lived address to read the object; `nama` is the file name we give it, `sisip` inline or download."""

    def sehat(self) -> None:
        """Return when storage answers; raise Terhenti when it does not."""


class Gudang(Protocol):
    """The least that a place for files can do; every `Documents` can, and a folder too (`documents/folder.py`)."""

    def taruh(self, kunci: str, isi: bytes, tipe: str) -> None:
        """As `Documents.taruh`."""

    def baca(self, kunci: str) -> bytes:
        """As `Documents.baca`."""

    def daftar(self, awalan: str, *, sesudah: str = "", batas: int = 1000) -> list[str]:
        """As `Documents.daftar`."""


def semua(gudang: Gudang, awalan: str) -> Iterator[str]:
    """Every key with this prefix, page by page."""
    sesudah = ""
    while halaman := gudang.daftar(awalan, sesudah=sesudah):
        yield from halaman
        sesudah = halaman[-1]
