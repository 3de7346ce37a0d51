"""The counter of the public requirement checker. Its answer rests on no records, so that it also comes while they are away."""

from __future__ import annotations

from chalice import Blueprint

from chalicelib.actions import cek
from chalicelib.edge.rute import Loket, Pintu, rute
from schemas.cek import BATAS_CEK, IsianCek, JawabCek

bp = Blueprint(__name__)


@rute(
    bp,
    "POST",
    "/publik/kelayakan",
    Pintu.UMUM,
    masuk=IsianCek,
    keluar=JawabCek,
    simpan=False,
    batas=BATAS_CEK,
    laju=True,
)
def periksa(loket: Loket) -> JawabCek:
    """Cek syarat kenaikan pangkat tanpa masuk; tidak ada yang disimpan."""
    return cek.cek(loket.isian)
