"""What the counters answer about imports of histories."""

from __future__ import annotations

from schemas.fakta import JenisFakta
from schemas.pandangan import PandanganImpor


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
