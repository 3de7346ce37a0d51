"""The first legal date: walk the periods, jumping over what is known to end, until nothing stands in the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from chalicelib.rules.kelayakan.catat import Catat, Sifat
from chalicelib.rules.kelayakan.fakta import Perkara
from chalicelib.rules.waktu import SEHARI, periode_sejak, tambah_tahun
from schemas.golongan import Golongan

Periksa = Callable[[Perkara], list[Catat]]
Sasaran = Callable[[Perkara], Golongan | None]


def tahan(temuan: Sequence[Catat]) -> list[Catat]:
    """What must end first: bars, and reviews that end by themselves."""
    return [c for c in temuan if c.sifat is Sifat.HALANG or (c.sifat is Sifat.TELAAH and c.bebas)]


def paling_cepat(p: Perkara, temuan: Sequence[Catat], sasaran: Sasaran, periksa: Periksa) -> date | None:
    """The first period date after the present rank began; None when a bar has no end or that beginning is not known."""
    if p.pangkat is None or p.pangkat.mulai is None:
        return None
    mulai = max(p.pangkat.mulai + SEHARI, p.aturan.sejak)
    tanpa_akhir = any(c.bebas is None for c in tahan(temuan))
    return sejak(p, p.tmt if tanpa_akhir else mulai, sasaran, periksa)


def diusulkan(p: Perkara, cepat: date | None, tutup: Callable[[date], date], sasaran: Sasaran, periksa: Periksa) -> date | None:  # fmt: skip
    """The first legal date whose window has not closed on the day of asking."""
    d = cepat
    while d is not None and tutup(d) < p.per:
        d = sejak(p, max(d + SEHARI, p.per), sasaran, periksa)
    return d


def sejak(p: Perkara, mulai: date, sasaran: Sasaran, periksa: Periksa) -> date | None:
    """The first period date from `mulai` on which the same rank may be given.

    It jumps to the end of what stands in the way, but never over a day on which post or rules change. A bar without an
    end is stepped over before the TMT asked about, and after it only by such a change.
    """
    baru, batas, ubah = sasaran(p), tambah_tahun(max(p.tmt, mulai), 45), _perubahan(p)
    calon = periode_sejak(mulai, p.aturan)
    while calon is not None and calon <= batas:
        q = p.di(calon)
        menahan = tahan(periksa(q))
        if not menahan and sasaran(q) == baru:
            return calon
        berubah = next((d for d in ubah if d > calon), None)
        bebas = [c.bebas for c in menahan]
        lanjut = max([d for d in bebas if d and d > calon], default=calon + SEHARI)
        if calon >= p.tmt and (None in bebas or not menahan):
            lanjut = berubah or date.max
        calon = None if lanjut == date.max else periode_sejak(min(lanjut, berubah or lanjut), p.aturan)
    return None


def _perubahan(p: Perkara) -> list[date]:
    """Days on which a post begins or ends, a rank begins, or the tables change."""
    hari = [d for j in p.fakta.jabatan for d in (j.tmt, j.sampai and j.sampai + SEHARI)]
    hari += [d for r in p.orang.dpk_dpb or [] for d in (r.mulai, r.selesai and r.selesai + SEHARI)]
    hari += [g.tmt for g in p.fakta.golongan]
    return sorted({d for d in hari if d} | set(p.aturan.batas))
