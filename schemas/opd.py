"""The office tree: OPD at the root, units (UPT, puskesmas, school, kelurahan) below."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from schemas.dasar import Id, Isian, Model, Teks, Versi


class Unit(Model):
    """An office. `induk` None: an OPD itself. `jalur` is the ids from the OPD down to this unit, both included.

    `berlaku_sampai` is the last day it existed; `digabung_ke` the unit that took over its people.
    """

    id: Id
    nama: Teks
    induk: Id | None = None
    jalur: tuple[Id, ...] = ()
    berlaku_mulai: date | None = None
    berlaku_sampai: date | None = None
    digabung_ke: Id | None = None
    versi: Versi = 0

    @property
    def opd(self) -> str:
        """Id of the OPD (root) it belongs to."""
        return self.jalur[0] if self.jalur else self.id


NamaUnit = Annotated[Teks, Field(min_length=3, title="Nama unit")]


class IsianUnit(Isian):
    """A new office below `induk` (none: an OPD)."""

    nama: NamaUnit
    induk: Id | None = None


class IsianUbahUnit(Isian):
    """Rename or move."""

    versi: Versi
    nama: NamaUnit | None = None
    induk: Id | None = None


class IsianGabung(Isian):
    """`ke` takes over this office's people."""

    versi: Versi
    ke: Id
