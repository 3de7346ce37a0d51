"""Konteks: what a guard may look at, and what it says when something stands in the way. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from schemas.berkas import Berkas
from schemas.peran import Pelaku
from schemas.usulan import Kelayakan, Usulan


@dataclass(frozen=True)
class Konteks:
    """What a guard may look at. The action fetches it; the guard only judges.

    `berkas` the documents the case or the act refers to, by id; `antrean_pertama` id of the first case in
    line that he may take; `verifikator_tujuan` True when the person a case is handed to is a verifikator; `periode_terbuka` the dates one
    may choose; `kelayakan` the rules' verdict for the case as it would become.
    """

    usulan: Usulan
    pelaku: Pelaku
    isian: Any
    hari_ini: date
    berkas: Mapping[str, Berkas] = field(default_factory=dict)
    antrean_pertama: str | None = None
    verifikator_tujuan: bool = False
    periode_terbuka: frozenset[date] = frozenset()
    kelayakan: Kelayakan | None = None
    tanda_terima: str = ""
    nomor: Any = None
    """The write that takes the receipt's number, carried beside it for the action."""


@dataclass(frozen=True)
class Halangan:
    """Why an act would be refused: stable code, what and why, what now."""

    kode: str
    pesan: str
    petunjuk: str = ""
