"""Kesehatan: do the parts answer?"""

from __future__ import annotations

from collections.abc import Callable

from chalicelib.actions import Kantor
from chalicelib.galat import Galat
from schemas.pandangan_kantor import Sehat


def periksa(kantor: Kantor) -> Sehat:
    """Ask each part; says which answers and nothing more."""
    bagian = {"catatan": _baik(kantor.store.sehat), "berkas": _baik(kantor.documents.sehat)}
    return Sehat(baik=all(bagian.values()), bagian=bagian)


def ringan() -> Sehat:
    """We answer; nobody else is asked. For a load balancer that comes every second."""
    return Sehat(baik=True, bagian={})


def _baik(tanya: Callable[[], None]) -> bool:
    try:
        tanya()
    except Galat:
        return False
    return True
