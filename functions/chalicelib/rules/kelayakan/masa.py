"""Time in rank: full years by date between TMT golongan and TMT KP, CLTN left out (domain 2.1, 2.7)."""

from __future__ import annotations

from chalicelib.rules.kelayakan.catat import Catat, Sifat, catatan, halang, penuhi, telaah
from chalicelib.rules.kelayakan.fakta import Perkara
from chalicelib.rules.waktu import bulan_penuh, tambah_bulan, tulis_lama, tulis_tanggal
from schemas.aturan_baris import BarisSyarat


def periksa(p: Perkara, syarat: BarisSyarat) -> list[Catat]:
    """Is the time in rank long enough on the TMT? When it is not, says on which day it will be."""
    pangkat = p.pangkat
    if pangkat is None:
        return [telaah("golongan", "Riwayat golongan belum tercatat, jadi masa kerja dalam pangkat belum dapat dihitung.", syarat.dasar)]  # fmt: skip
    if pangkat.mulai is None:
        return [telaah("tmt-golongan", f"TMT golongan {pangkat.gol.tulisan} belum tercatat, jadi masa kerja dalam pangkat belum dapat dihitung.", syarat.dasar)]  # fmt: skip
    cukup = p.fakta.tergeser(pangkat.mulai, 12 * syarat.tahun_pangkat)
    dicatat = _cltn(p, syarat)
    if p.tmt >= cukup:
        return [penuhi("masa-pangkat-cukup", _lama(p, syarat), syarat.dasar), *dicatat]
    if pangkat.cpns_terlewat and p.tmt >= tambah_bulan(cukup, -12 * p.angka("cpns_paling_lama_tahun")):
        return [telaah("tmt-cpns", f"TMT CPNS belum tercatat. Dihitung dari TMT PNS, masa kerja baru cukup pada {tulis_tanggal(cukup)}; dari TMT CPNS dapat lebih awal.", syarat.dasar)]  # fmt: skip
    if syarat.kurang_masa == "telaah":
        pesan = f"{_lama(p, syarat)} Sumber hukum tentang masa kerja ini berbeda-beda, jadi perlu ditelaah."
        return [Catat("masa-pangkat-ditelaah", pesan, syarat.dasar, Sifat.TELAAH, cukup, cukup), *dicatat]
    pesan = f"{_lama(p, syarat)} Syarat itu terpenuhi pada {tulis_tanggal(cukup)}."
    return [halang("masa-pangkat-kurang", pesan, syarat.dasar, cukup), *dicatat]


def _lama(p: Perkara, syarat: BarisSyarat) -> str:
    assert p.pangkat is not None and p.pangkat.mulai is not None
    awal = "TMT CPNS" if p.pangkat.pertama and not p.pangkat.cpns_terlewat else "TMT golongan"
    return (
        f"Masa kerja dalam pangkat {p.pangkat.gol.tulisan} pada {tulis_tanggal(p.tmt)} adalah "
        f"{tulis_lama(bulan(p))} sejak {awal} {tulis_tanggal(p.pangkat.mulai)}; syaratnya {syarat.tahun_pangkat} tahun."
    )


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
