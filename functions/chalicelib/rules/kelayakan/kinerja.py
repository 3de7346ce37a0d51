"""Ratings of the right years: the last complete calendar years seen from the TMT (domain 1.5, 2.1 G3, 13.4)."""

from __future__ import annotations

from datetime import date

from chalicelib.rules.kelayakan.catat import Catat, Sifat, catatan, halang, penuhi, telaah
from chalicelib.rules.kelayakan.fakta import Perkara
from schemas.aturan_baris import BarisSyarat
from schemas.tanggal import tanggal_panjang


def tahun_dinilai(p: Perkara, banyak: int) -> tuple[int, ...]:
    """The years that must be rated, latest first. Early in the year last year's rating may still be missing."""
    lalu = p.tmt.year - 1
    if p.tmt.month < p.angka("bulan_mulai_wajib_penilaian_tahun_lalu") and not _nilai(p, lalu):
        lalu -= 1
    return tuple(range(lalu, lalu - banyak, -1))


def periksa(p: Perkara, syarat: BarisSyarat) -> list[Catat]:
    """Is every year rated, and well enough?"""
    tahun = tahun_dinilai(p, syarat.tahun_kinerja)
    rentang = " dan ".join(map(str, sorted(tahun)))
    if p.orang.kinerja is None:
        return [telaah("kinerja", f"Penilaian kinerja tahun {rentang} belum diketahui.", syarat.dasar)]
    if not p.orang.kinerja:
        return [
            halang(
                "kinerja-belum-ada",
                f"Belum ada penilaian kinerja. Yang diperlukan: predikat paling rendah {syarat.predikat} untuk tahun {rentang}. Bila sudah dinilai, minta pengelola kepegawaian mencatatnya.",
                syarat.dasar,
            )
        ]
    temuan = [c for t in sorted(tahun) for c in _setahun(p, t, syarat)] + _menyusul(p, tahun, syarat)
    if any(c.sifat is not Sifat.CATATAN for c in temuan):
        return temuan
    return [
        *temuan,
        penuhi(
            "kinerja-baik",
            f"Predikat kinerja tahun {rentang} memenuhi syarat, yaitu paling rendah {syarat.predikat}.",
            syarat.dasar,
        ),
    ]


def _setahun(p: Perkara, tahun: int, syarat: BarisSyarat) -> list[Catat]:
    nilai = _nilai(p, tahun)
    if not nilai:
        sebab = "belum selesai" if tahun >= p.per.year else "belum tercatat"
        return [telaah("kinerja", f"Penilaian kinerja tahun {tahun} {sebab}.", syarat.dasar)]
    kurang = [n for n in nilai if p.berlaku.predikat[n].urutan > p.berlaku.predikat[syarat.predikat].urutan]
    if not kurang:
        return []
    lewat = _lewat(p, tahun, syarat.tahun_kinerja)
    pesan = f"Predikat kinerja tahun {tahun} adalah {kurang[0]}; syaratnya paling rendah {syarat.predikat}. Tahun itu tidak diperhitungkan lagi mulai {tanggal_panjang(lewat)}."
    return [halang("kinerja-kurang", pesan, syarat.dasar, lewat)]


def _lewat(p: Perkara, tahun: int, banyak: int) -> date:
    """The first day on which this year is no longer among those that are judged."""
    bulan = 1 if _nilai(p, tahun + banyak) else p.angka("bulan_mulai_wajib_penilaian_tahun_lalu")
    return date(tahun + banyak + 1, bulan, 1)


def _menyusul(p: Perkara, tahun: tuple[int, ...], syarat: BarisSyarat) -> list[Catat]:
    if not tahun or tahun[0] == p.tmt.year - 1:
        return []
    pesan = f"Penilaian kinerja tahun {p.tmt.year - 1} belum ada; untuk TMT ini dipakai tahun {' dan '.join(map(str, sorted(tahun)))}."
    return [
        catatan("kinerja-tahun-lalu-menyusul", pesan, p.berlaku.angka["bulan_mulai_wajib_penilaian_tahun_lalu"].dasar)
    ]


def _nilai(p: Perkara, tahun: int) -> list[str]:
    return [k.predikat for k in p.fakta.kinerja if k.tahun == tahun]
