"""A storage in a dict that keeps the promises of the documents port; uploads go through `unggah`, as a browser's would."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from chalicelib.documents import Keterangan, Tiket
from chalicelib.galat import TidakAda


class Lemari:
    def __init__(self) -> None:
        self.isi: dict[str, tuple[bytes, str]] = {}
        self._tiket: dict[str, tuple[str, int, str, str]] = {}

    def tiket(self, kunci: str, *, ukuran: int, tipe: str, sha256: str, detik: int = 900) -> Tiket:
        url = f"http://lemari.invalid/{kunci}"
        self._tiket[url] = (kunci, ukuran, tipe, sha256)
        return Tiket("PUT", url, {"Content-Type": tipe}, detik)

    def unggah(self, url: str, isi: bytes) -> int:
        """Send bytes to a ticket's address; answers the HTTP status that a real storage gives."""
        kunci, ukuran, tipe, sha256 = self._tiket[url]
        if kunci in self.isi:
            return 412
        if len(isi) != ukuran:
            return 403
        if hashlib.sha256(isi).hexdigest() != sha256:
            return 400
        self.isi[kunci] = (isi, tipe)
        return 200

    def keterangan(self, kunci: str) -> Keterangan | None:
        if kunci not in self.isi:
            return None
        isi, tipe = self.isi[kunci]
        return Keterangan(len(isi), tipe, hashlib.sha256(isi).hexdigest())

    def baca(self, kunci: str) -> bytes:
        if kunci not in self.isi:
            raise TidakAda()
        return self.isi[kunci][0]

    def alir(self, kunci: str, potong: int = 262_144) -> Iterator[bytes]:
        isi = self.baca(kunci)
        return (isi[i : i + potong] for i in range(0, len(isi), potong))

    def taruh(self, kunci: str, isi: bytes, tipe: str) -> None:
        self.isi[kunci] = (isi, tipe)

    def alirkan(self, kunci: str, potongan: Iterable[bytes], tipe: str) -> None:
        self.isi[kunci] = (b"".join(potongan), tipe)

    def salin(self, dari: str, ke: str) -> None:
        self.isi[ke] = (self.baca(dari), self.isi[dari][1])

    def hapus(self, kunci: str) -> None:
        self.isi.pop(kunci, None)

    def daftar(self, awalan: str, *, sesudah: str = "", batas: int = 1000) -> list[str]:
        return sorted(k for k in self.isi if k.startswith(awalan) and k > sesudah)[:batas]

    def alamat(self, kunci: str, *, nama: str, tipe: str, detik: int = 120, sisip: bool = True) -> str:
        return f"http://lemari.invalid/{kunci}?nama={nama}"

    def sehat(self) -> None:
        return None
