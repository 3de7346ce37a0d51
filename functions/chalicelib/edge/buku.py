"""Counters that describe the house itself, to people and to programs: the procedure step by step, and every counter."""

from __future__ import annotations

from chalice import Blueprint

from chalicelib.actions import sop
from chalicelib.edge import openapi
from chalicelib.edge.rute import Loket, Pintu, rute
from schemas.dasar import Halaman
from schemas.pandangan_usulan import BarisSop

bp = Blueprint(__name__)


@rute(bp, "GET", "/publik/sop", Pintu.UMUM, keluar=Halaman[BarisSop])
def publik_sop(loket: Loket) -> Halaman[BarisSop]:
    """Alur kenaikan pangkat, langkah demi langkah."""
    return Halaman(isi=sop.baris())


@rute(bp, "GET", "/openapi.json", Pintu.UMUM, keluar=dict[str, object])
def buku_api(loket: Loket) -> dict[str, object]:
    """OpenAPI 3.1 dari daftar loket."""
    return openapi.dokumen()
