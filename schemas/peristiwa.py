"""Peristiwa: one act on a usulan. Append-only; each carries the hash of the one before it in that case."""

from __future__ import annotations

import hashlib
import json

from schemas.dasar import Id, Model, Waktu
from schemas.peran import Peran
from schemas.usulan import Status

AWAL = "0" * 64


class Peristiwa(Model):
    """Who did what, when, from where to where, with which content. `isi` holds what the act was given, no file content."""

    usulan: Id
    nomor: int
    aksi: str
    dari: Status | None
    ke: Status
    oleh: Id
    peran: Peran
    pada: Waktu
    isi: dict[str, object] = {}
    sebelum: str = AWAL
    hash: str = ""

    def segel(self) -> str:
        """SHA-256 (hex) over everything but `hash` itself, in canonical JSON."""
        badan = self.model_dump(mode="json", exclude={"hash"})
        return hashlib.sha256(
            json.dumps(badan, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
        ).hexdigest()
