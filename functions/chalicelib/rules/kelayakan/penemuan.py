"""KP for a discovery useful to the state (207) (domain 2.2)."""

from __future__ import annotations

from chalicelib.rules.kelayakan.catat import Catat
from chalicelib.rules.kelayakan.fakta import Perkara
from chalicelib.rules.kelayakan.prestasi import dengan_penetapan
from schemas.golongan import Golongan


def subjek(p: Perkara) -> bool:
    """There is a decree of penemuan baru."""
    return bool(p.orang.penemuan_baru)


def sasaran(p: Perkara) -> Golongan | None:
    """One rank up."""
    return p.setingkat


def periksa(p: Perkara) -> list[Catat]:
    """All conditions at once; a short time in rank is reviewed by hand."""
    return dengan_penetapan(p, p.orang.penemuan_baru, "penemuan", "penemuan baru")
