"""Tanda: is this message ours? The public asks by the code at its end, and learns of which kind and when, never to whom."""

from __future__ import annotations

from chalicelib.actions import Kantor
from chalicelib.records import kabar as rak
from schemas.kabar import PANJANG_TANDA, KeadaanKabar
from schemas.tanda import KeadaanTanda, baca_tanda


def periksa(kantor: Kantor, teks: str) -> KeadaanTanda:
    """What is known of the code; a message that never left is unknown."""
    tanda = baca_tanda(teks)
    ada = rak.menurut_tanda(kantor.store, tanda) if len(tanda) == PANJANG_TANDA else None
    if ada is None or ada.keadaan is KeadaanKabar.ANTRE:
        return KeadaanTanda(dikenal=False)
    return KeadaanTanda(dikenal=True, judul=ada.judul, dikirim_pada=ada.dibuat_pada)
