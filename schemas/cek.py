"""Cek: the public requirement checker: what is sent (facts, never who) and what is answered."""

from __future__ import annotations

from datetime import date

from pydantic import ConfigDict, model_validator

from schemas.dasar import Model
from schemas.kelayakan import Pertanyaan
from schemas.pandangan_syarat import PandanganSyarat
from schemas.usulan import Jenis

BATAS_CEK, BATAS_BARIS = 12_000, 40
"""Bytes, and rows of one list: a long career has about 4,000 and 20. The work of the rules grows with the rows: 40 of the worst
took 0.2 s, 150 took 4.5 s."""


class IsianCek(Pertanyaan):
    """What `infra/sikap kelayakan --json` takes of one person, without NIP and name: those are refused as unknown."""

    model_config = ConfigDict(extra="forbid")

    @model_validator(mode="after")
    def _pendek(self) -> IsianCek:
        for nama, isi in self.__dict__.items():
            if isinstance(isi, list) and len(isi) > BATAS_BARIS:
                raise ValueError(f"Riwayat “{nama}” paling banyak {BATAS_BARIS} baris.")
        return self


class BerkasCek(Model):
    """One line of the checklist, in words."""

    slot: str
    label: str
    wajib: bool
    sebab: str


class HasilCek(PandanganSyarat):
    """The verdict of one kind, and the papers it asks for."""

    berkas: tuple[BerkasCek, ...] = ()


class JawabCek(Model):
    """Every kind that concerns such a person on this date, and the one the rules suggest."""

    tmt: date
    isi: list[HasilCek]
    saran: Jenis | None
