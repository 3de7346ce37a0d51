"""Sop: the workflow as the office prints and signs it; the same rows that run."""

from __future__ import annotations

from chalicelib.rules.alur import siapa_boleh
from schemas.alur import ALUR, MEJA
from schemas.kabar import KABAR
from schemas.pandangan_usulan import BarisSop
from schemas.usulan import LAYANAN


def baris(layanan: str = LAYANAN) -> list[BarisSop]:
    """Every row in words."""
    return [
        BarisSop(
            nomor=i,
            dari=[MEJA[s].sebutan for s in b.dari],
            langkah=b.tombol,
            oleh=siapa_boleh(b),
            ke=MEJA[b.ke].sebutan if b.ke else "tetap",
            kabar=[KABAR[k].judul for k in b.kabar],
        )
        for i, b in enumerate(ALUR[layanan], start=1)
    ]
