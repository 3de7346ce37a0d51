"""What the counters answer about imports of histories and of numbers."""

from __future__ import annotations

from schemas.fakta import JenisFakta
from schemas.pandangan_kantor import PandanganImpor


class PandanganImporRiwayat(PandanganImpor):
    """An import of histories: of which kind, and which heading tells which column."""

    jenis: JenisFakta | None
    jenis_sebutan: str
    judul: list[str]
    peta: dict[str, str]
    kolom: list[tuple[str, str, bool]]
    """(column, label, required) of this kind."""
    sumber: str
    tersimpan: bool


class PandanganImporNomor(PandanganImpor):
    """An import of telephone numbers, and which heading tells which column."""

    judul: list[str]
    peta: dict[str, str]
    kolom: list[tuple[str, str, bool]]
    tersimpan: bool
    tetap: int
    tak_terdaftar: int
    bersama: int
    kosong: int
