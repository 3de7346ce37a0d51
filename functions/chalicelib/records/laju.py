"""Laju on the shelf: until when the questions of one address fill its minute. Gone by itself when it has run out."""

from __future__ import annotations

from chalicelib.records.rak import Rak
from schemas.dasar import Model, Versi


class Ember(Model):
    """`kunci` a keyed fingerprint of the address; `kosong_pada` the Unix second at which nothing is counted against it any more."""

    kunci: str
    kosong_pada: float = 0.0
    versi: Versi = 0


RAK = Rak(Ember, lambda e: (f"LAJU#{e.kunci}", "-"), kedaluwarsa=lambda e: int(e.kosong_pada) + 1)
