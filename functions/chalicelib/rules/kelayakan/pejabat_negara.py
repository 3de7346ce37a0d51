"""KP of those appointed pejabat negara (209) (domain 2.2)."""

from __future__ import annotations

from chalicelib.rules.kelayakan import gerbang, kinerja, masa, ujian_dinas
from chalicelib.rules.kelayakan.catat import Catat, halang, penuhi, telaah
from chalicelib.rules.kelayakan.fakta import AWAL_ZAMAN, Perkara
from schemas.golongan import Golongan
from schemas.kelayakan import PejabatNegaraOrang
from schemas.usulan import Jenis


def jabatan(p: Perkara) -> PejabatNegaraOrang | None:
    """The appointment running on the TMT."""
    for r in p.orang.pejabat_negara or []:
        if (r.mulai or r.tanggal or AWAL_ZAMAN) <= p.tmt and (r.selesai is None or p.tmt <= r.selesai):
            return r
    return None


def subjek(p: Perkara) -> bool:
    """Is pejabat negara on the TMT; or his standing says so and the appointment is not on record."""
    return jabatan(p) is not None or (p.orang.pejabat_negara is None and p.fakta.kedudukan == "07")


def sasaran(p: Perkara) -> Golongan | None:
    """One rank up."""
    return p.setingkat


def periksa(p: Perkara) -> list[Catat]:
    """All conditions at once; the range of the organic post does not bind."""
    syarat = p.berlaku.syarat[Jenis.PEJABAT_NEGARA, ""]
    umum = [*gerbang.periksa(p), *masa.periksa(p, syarat), *kinerja.periksa(p, syarat), *ujian_dinas.periksa(p)]
    if p.orang.pejabat_negara is None:
        return [
            *umum,
            telaah("pejabat-negara", "Belum diketahui apakah diangkat sebagai pejabat negara.", syarat.dasar),
        ]
    if jabatan(p):
        return [*umum, penuhi("dasar-khusus", "Diangkat sebagai pejabat negara.", syarat.dasar)]
    mulai = [r.mulai or r.tanggal for r in p.orang.pejabat_negara]
    nanti = min((d for d in mulai if d and d > p.tmt), default=None)
    pesan = "Tidak sedang menjadi pejabat negara pada TMT ini."
    return [*umum, halang("pejabat-negara-tidak", pesan, syarat.dasar, nanti)]
