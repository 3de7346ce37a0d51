"""What the worker does, in order. Each line is one action of the house; the worker itself knows none of them."""

from __future__ import annotations

from chalicelib.actions import Kantor
from chalicelib.edge.pekerja import Tugas


def daftar(kantor: Kantor) -> list[Tugas]:
    """The periodic jobs of this office."""
    return []
