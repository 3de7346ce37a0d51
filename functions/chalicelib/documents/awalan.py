"""A shelf inside another one: every key gets a prefix, so that one bucket can hold several things."""

from __future__ import annotations

from chalicelib.documents import Gudang


class Berawalan:
    """Keeps the promises of `chalicelib.documents.Gudang` under `awalan` ("" changes nothing)."""

    def __init__(self, gudang: Gudang, awalan: str) -> None:
        self._gudang, self._awalan = gudang, f"{awalan}/" if awalan else ""

    def taruh(self, kunci: str, isi: bytes, tipe: str) -> None:
        """See `Gudang.taruh`."""
        self._gudang.taruh(self._awalan + kunci, isi, tipe)

    def baca(self, kunci: str) -> bytes:
        """See `Gudang.baca`."""
        return self._gudang.baca(self._awalan + kunci)

    def daftar(self, awalan: str, *, sesudah: str = "", batas: int = 1000) -> list[str]:
        """See `Gudang.daftar`."""
        mulai = self._awalan + sesudah if sesudah else ""
        isi = self._gudang.daftar(self._awalan + awalan, sesudah=mulai, batas=batas)
        return [k.removeprefix(self._awalan) for k in isi]
