"""The first legal date: walk the periods, jumping over what is known to end, until nothing stands in the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from chalicelib.rules.kelayakan.catat import Catat, Sifat
from chalicelib.rules.kelayakan.fakta import Perkara
from chalicelib.rules.waktu import SEHARI, periode_sejak, tambah_bulan, tambah_tahun
from schemas.golongan import Golongan

Periksa = Callable[[Perkara], list[Catat]]
Sasaran = Callable[[Perkara], Golongan | None]


def tahan(temuan: Sequence[Catat]) -> list[Catat]:
    """What must end first: bars, and reviews that end by themselves."""
    return [c for c in temuan if c.sifat is Sifat.HALANG or (c.sifat is Sifat.TELAAH and c.bebas)]


def paling_cepat(p: Perkara, temuan: Sequence[Catat], sasaran: Sasaran, periksa: Periksa) -> date | None:
    """The first period date after the present rank began; None when a bar has no end or that beginning is not known."""
    if p.pangkat is None or p.pangkat.mulai is None or any(c.bebas is None for c in tahan(temuan)):
        return None
    return sejak(p, max(p.pangkat.mulai + SEHARI, p.aturan.sejak), sasaran, periksa)


def diusulkan(p: Perkara, cepat: date | None, tutup: Callable[[date], date], sasaran: Sasaran, periksa: Periksa) -> date | None:  # fmt: skip
    """The first legal date whose window has not closed on the day of asking."""
    d = cepat
    while d is not None and tutup(d) < p.per:
        d = sejak(p, max(d + SEHARI, tambah_bulan(p.per.replace(day=1), 0)), sasaran, periksa)
    return d


def sejak(p: Perkara, mulai: date, sasaran: Sasaran, periksa: Periksa) -> date | None:
    """The first period date from `mulai` on which the same rank may be given. A bar without an end before the TMT asked about is stepped over."""
    baru, batas = sasaran(p), tambah_tahun(max(p.tmt, mulai), 45)
    calon = periode_sejak(mulai, p.aturan)
    while calon is not None and calon <= batas:
        q = p.di(calon)
        menahan = tahan(periksa(q))
        if not menahan and sasaran(q) == baru:
            return calon
        bebas = [c.bebas for c in menahan]
        if (None in bebas or not menahan) and calon >= p.tmt:
            return None
        calon = periode_sejak(max([d for d in bebas if d and d > calon], default=calon + SEHARI), p.aturan)
    return None
