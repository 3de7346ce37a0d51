"""Tanda: the short code at the end of a message, as anybody may ask about it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from schemas.dasar import Isian, Model, Waktu


class KeadaanTanda(Model):
    """What the public learns of a code: whether it is ours, of which kind and when. Never to whom."""

    dikenal: bool
    judul: str = ""
    dikirim_pada: Waktu | None = None


class IsianTanda(Isian):
    """A code as somebody reads it off a message."""

    tanda: Annotated[str, Field(title="Kode pesan", min_length=1, max_length=40)]


def baca_tanda(teks: str) -> str:
    """A code as typed -> as kept: case, spaces and strokes are forgiven, O is 0, I and L are 1."""
    polos = "".join(h for h in teks.upper() if h.isalnum())
    return polos.translate(str.maketrans("OIL", "011"))
