"""Time in rank: full years by date between TMT golongan and TMT KP, CLTN left out (domain 2.1, 2.7)."""

from __future__ import annotations

from datetime import date

from chalicelib.rules.kelayakan.catat import Catat, Sifat, catatan, halang, penuhi, telaah
from chalicelib.rules.kelayakan.fakta import Perkara
from chalicelib.rules.kelayakan.gerbang import pernah_turun
from chalicelib.rules.waktu import bulan_penuh, tambah_bulan, tulis_lama
from schemas.aturan_baris import BarisSyarat
from schemas.tanggal import tanggal_panjang


def periksa(p: Perkara, syarat: BarisSyarat) -> list[Catat]:
    """Is the time in rank long enough on the TMT? When it is not, says on which day it will be."""
    pangkat = p.pangkat
    if pangkat is None:
        return [
            telaah(
                "golongan",
                "Riwayat golongan belum tercatat, jadi masa kerja dalam pangkat belum dapat dihitung.",
                syarat.dasar,
            )
        ]
    if pangkat.mulai is None:
        return [
            telaah(
                "tmt-golongan",
                f"TMT golongan {pangkat.gol.tulisan} belum tercatat, jadi masa kerja dalam pangkat belum dapat dihitung.",
                syarat.dasar,
            )
        ]
    cukup = p.fakta.tergeser(pangkat.mulai, 12 * syarat.tahun_pangkat)
    dicatat = _cltn(p, syarat)
    if p.tmt < cukup and _terputus(p, 12 * syarat.tahun_pangkat):
        return [_terputus_ditelaah(p, syarat, cukup)]
    bebas = None if p.fakta.terhenti(cukup) else cukup
    if p.tmt >= cukup and bebas:
        return [penuhi("masa-pangkat-cukup", _lama(p, syarat), syarat.dasar), *dicatat]
    if pangkat.cpns_terlewat and p.tmt >= tambah_bulan(cukup, -12 * p.angka("cpns_paling_lama_tahun")):
        return [
            telaah(
                "tmt-cpns",
                f"TMT CPNS belum tercatat. Dihitung dari {_awal(p)}, masa kerja baru cukup pada {tanggal_panjang(cukup)}; dari TMT CPNS dapat lebih awal.",
                syarat.dasar,
            )
        ]
    return [_kurang(p, syarat, bebas), *dicatat]


def _kurang(p: Perkara, syarat: BarisSyarat, bebas: date | None) -> Catat:
    """Not long enough; `bebas` None while a leave without an end keeps the time from growing."""
    if syarat.kurang_masa == "telaah":
        pesan = f"{_lama(p, syarat)} Sumber hukum tentang masa kerja ini berbeda-beda, jadi perlu ditelaah."
        return Catat("masa-pangkat-ditelaah", pesan, syarat.dasar, Sifat.TELAAH, bebas, bebas)
    kapan = "Selama cuti di luar tanggungan negara, yang belum tercatat berakhir, masa kerja tidak bertambah."
    kapan = f"Syarat itu terpenuhi pada {tanggal_panjang(bebas)}." if bebas else kapan
    return halang("masa-pangkat-kurang", f"{_lama(p, syarat)} {kapan}", syarat.dasar, bebas)


def _terputus(p: Perkara, bulan_perlu: int) -> bool:
    """Was the rank lost and given back, and do its spells together reach the time that is asked (domain 2.7)?"""
    assert p.pangkat is not None
    baris = [(g.gol, g.tmt) for g in p.fakta.golongan if g.tmt and g.tmt <= p.tmt]
    akhir = [tmt for _, tmt in baris[1:]] + [p.tmt]
    lama = [p.fakta.bulan_efektif(tmt, d) for (gol, tmt), d in zip(baris, akhir, strict=True) if gol == p.pangkat.gol]
    return pernah_turun([gol for gol, _ in baris]) and sum(lama) >= bulan_perlu


def _terputus_ditelaah(p: Perkara, syarat: BarisSyarat, cukup: date) -> Catat:
    pesan = f"{_lama(p, syarat)} Pangkat itu pernah diturunkan lalu dipulihkan; masa sebelumnya mungkin dihitung, jadi perlu ditelaah."
    return Catat("masa-pangkat-ditelaah", pesan, syarat.dasar, Sifat.TELAAH, cukup, cukup)


def _lama(p: Perkara, syarat: BarisSyarat) -> str:
    assert p.pangkat is not None and p.pangkat.mulai is not None
    return (
        f"Masa kerja dalam pangkat {p.pangkat.gol.tulisan} pada {tanggal_panjang(p.tmt)} adalah "
        f"{tulis_lama(bulan(p))} sejak {_awal(p)} {tanggal_panjang(p.pangkat.mulai)}; syaratnya {syarat.tahun_pangkat} tahun."
    )


def _awal(p: Perkara) -> str:
    """What the day is from which the time runs."""
    assert p.pangkat is not None
    if not p.pangkat.pertama:
        return "TMT golongan"
    return "TMT CPNS" if p.pangkat.mulai == p.fakta.tmt_cpns else "TMT PNS"


def bulan(p: Perkara) -> int:
    """Whole months in the present rank that count on the TMT; 0 when its beginning is not known."""
    if p.pangkat is None or p.pangkat.mulai is None:
        return 0
    return p.fakta.bulan_efektif(p.pangkat.mulai, p.tmt)


def _cltn(p: Perkara, syarat: BarisSyarat) -> list[Catat]:
    assert p.pangkat is not None and p.pangkat.mulai is not None
    geser = bulan_penuh(p.pangkat.mulai, p.tmt) - bulan(p)
    if geser == 0 or not p.fakta.cltn:
        return []
    pesan = f"CLTN selama {tulis_lama(geser)} tidak dihitung; masa efektif {tulis_lama(bulan(p))}."
    return [catatan("masa-efektif", pesan, syarat.dasar)]
