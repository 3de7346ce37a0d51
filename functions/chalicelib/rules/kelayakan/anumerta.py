"""KP anumerta: one who died in duty and was declared tewas rises from the date of death (domain 2.2)."""

from __future__ import annotations

from datetime import date

from chalicelib.rules.kelayakan.catat import Catat, catatan, halang, penuhi, telaah
from chalicelib.rules.kelayakan.fakta import Perkara
from schemas.golongan import Golongan
from schemas.tanggal import tanggal_panjang

DASAR = "PP 70/2015; PP 99/2000 jo. PP 12/2002 (kenaikan pangkat anumerta)"


def subjek(p: Perkara) -> bool:
    """Declared tewas."""
    return p.orang.tewas is True


def sasaran(p: Perkara) -> Golongan | None:
    """One above the rank held on the date of death."""
    hari = tanggal(p)
    return p.di(hari).setingkat if hari else p.setingkat


def tanggal(p: Perkara) -> date | None:
    """The date of death."""
    return p.orang.meninggal


def periksa(p: Perkara) -> list[Catat]:
    """No time in rank, no rating, no period."""
    if p.orang.tewas is None:
        return [telaah("tewas", "Belum diketahui apakah dinyatakan tewas.", DASAR)]
    if not p.orang.tewas:
        return [halang("tidak-tewas", "Tidak dinyatakan tewas; bila meninggal, pertimbangkan pengabdian.", DASAR)]
    hari = p.orang.meninggal
    if hari is None:
        return [telaah("tewas", "Dinyatakan tewas, tetapi tanggal meninggal belum tercatat.", DASAR)]
    if p.tmt < hari:
        return [halang("belum-meninggal", f"Anumerta berlaku sejak {tanggal_panjang(hari)}.", DASAR, hari)]
    tewas = penuhi("dasar-khusus", f"Dinyatakan tewas; berlaku sejak {tanggal_panjang(hari)}.", DASAR)
    return [tewas, *tmt_tertentu(p, hari, DASAR), *_pangkat(p.di(hari))]


def tmt_tertentu(p: Perkara, hari: date, dasar: str) -> list[Catat]:
    """A note when the TMT asked about is not the one that the law fixes."""
    if p.tmt == hari:
        return []
    return [
        catatan(
            "tmt-ditetapkan",
            f"Jenis ini tidak mengikuti periode; TMT yang benar {tanggal_panjang(hari)}, bukan tanggal yang diminta.",
            dasar,
        )
    ]


def _pangkat(p: Perkara) -> list[Catat]:
    return [] if p.pangkat else [telaah("golongan", "Riwayat golongan belum tercatat.", DASAR)]
