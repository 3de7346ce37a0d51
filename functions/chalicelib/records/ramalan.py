"""Ramalan on the shelf: whose answers are to be computed anew."""

from __future__ import annotations

from chalicelib.store import Put

ANTRE = "RAMAL-ANTRE"


def tanda(pegawai: str) -> Put:
    """A note for the worker: this person's answers may have changed; written with the change itself."""
    return Put(ANTRE, pegawai, {"pegawai": pegawai})
