"""Pelaku: who acts when nobody is asked."""

from __future__ import annotations

from schemas.peran import Pelaku, Peran


def sistem() -> Pelaku:
    """The command line and the worker."""
    return Pelaku(id="sistem", nama="Sistem", peran=frozenset({Peran.ADMIN}))
