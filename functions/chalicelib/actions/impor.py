"""Impor: the roster comes in: upload, dry run, preview, confirmation, application in pieces with progress.

Refused rows change nothing; the rest is written a few dozen people at a time, each with his NIP's claim, so that a stop in
the middle leaves whole people and the next round goes on where it was.
"""

from __future__ import annotations

from chalicelib.actions import Kantor, terap
from chalicelib.actions.meja_impor import MejaImpor, dasar
from chalicelib.records import impor as rak
from schemas.impor import Impor
from schemas.pandangan_kantor import PandanganImpor
from schemas.peran import Pelaku, Peran


def admin(pelaku: Pelaku) -> bool:
    """The register is the administrator's."""
    return Peran.ADMIN in pelaku.peran


def sajikan(kantor: Kantor, i: Impor) -> PandanganImpor:
    """An import in words."""
    return PandanganImpor.model_validate(dasar(kantor, i))


MEJA = MejaImpor(
    rak.RAK,
    "terapkan impor",
    sajikan,
    lambda kantor, i: terap.uji(kantor, i),
    lambda kantor, i: terap.potong(kantor, i),
    boleh=admin,
)
