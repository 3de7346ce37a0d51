"""Angka kredit on a date: PAK, other rows, and the conversion of ratings for the months in the JF (domain 1.4).

Decimal, half-up at two places. A year without a rating leaves the sum between a lower and an upper bound.
"""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from chalicelib.rules.kelayakan.bup import jenjang_baku
from chalicelib.rules.kelayakan.fakta import Perkara
from chalicelib.rules.waktu import SEHARI, awal_bulan, tambah_bulan
from schemas.aturan_baris import BarisJenjang
from schemas.golongan import Golongan
from schemas.kelayakan import AngkaKreditOrang

NOL, SEN = Decimal("0.00"), Decimal("0.01")


class Jumlah(NamedTuple):
    """Points counted; the most they could be when the years in `lubang` were rated best."""

    jumlah: Decimal
    paling_banyak: Decimal
    lubang: tuple[int, ...]


class _Rentang(NamedTuple):
    """From the beginning of a rank (or of a count) up to a TMT."""

    sejak: date
    sampai: date


def hitung(p: Perkara) -> Jumlah:
    """The sum on the TMT, since the last KP."""
    return _hitung(p, _Rentang((p.pangkat.mulai if p.pangkat else None) or date.min, p.tmt))


def _hitung(p: Perkara, r: _Rentang) -> Jumlah:
    jumlah, mulai = _awalan(p, r)
    lebih, lubang = NOL, []
    for tahun in range(mulai.year, r.sampai.year + 1):
        jenjang = _bulan_jf(p, tahun, _Rentang(mulai, r.sampai))
        nilai = [k for k in p.fakta.kinerja if k.tahun == tahun] if jenjang else []
        sisa = jenjang
        for k in nilai:
            dipakai, sisa = _ambil(sisa, k.bulan or 12)
            jumlah += konversi(p, dipakai, k.predikat)
        if jenjang and not nilai and p.orang.kinerja and tahun < r.sampai.year:
            lubang.append(tahun)
            lebih += konversi(p, jenjang, "Sangat Baik")
    return Jumlah(jumlah, jumlah + lebih, tuple(lubang))


def konversi(p: Perkara, bulan: list[BarisJenjang], predikat: str) -> Decimal:
    """(months / 12) x percent x coefficient, rounded per level of the post."""
    hasil = NOL
    for jenjang in dict.fromkeys(j.jenjang for j in bulan):
        n = sum(j.jenjang == jenjang for j in bulan)
        kasar = p.berlaku.jenjang[jenjang].koefisien * n * p.berlaku.predikat[predikat].persen / 1200
        hasil += kasar.quantize(SEN, ROUND_HALF_UP)
    return hasil


def butuh(p: Perkara, kategori: str, gol: Golongan) -> Decimal | None:
    """Points needed to leave this rank; None at the top of the category."""
    baris = p.berlaku.butuh.get((kategori, gol))
    return baris.angka_kredit.quantize(SEN) if baris else None


def pak_terakhir(p: Perkara) -> AngkaKreditOrang | None:
    """The latest PAK on the TMT."""
    ada = [a for a in p.orang.angka_kredit or [] if a.jenis == "pak" and a.per <= p.tmt]
    return max(ada, key=lambda a: (a.per, a.nilai), default=None)


def tanggal_bertambah(p: Perkara) -> list[date]:
    """Days after the TMT on which the known facts add points."""
    baris = {a.per for a in p.orang.angka_kredit or []}
    bulan = {tambah_bulan(date(k.tahun, 1, 1), n) for k in p.fakta.kinerja for n in range(1, 13)}
    return sorted(d for d in baris | bulan if d > p.tmt)


def _awalan(p: Perkara, r: _Rentang) -> tuple[Decimal, date]:
    """Points already held, and the first month whose conversion is added."""
    konversi_sejak = date(p.angka("tahun_mulai_konversi"), 1, 1)
    semua = [a for a in p.orang.angka_kredit or [] if a.per <= r.sampai]
    pak = max((a for a in semua if a.jenis == "pak"), key=lambda a: (a.per, a.nilai), default=None)
    lain = [a for a in semua if a.jenis != "pak" and not (pak and a.per <= pak.per)]
    if pak and pak.per >= r.sejak:
        return pak.nilai + _total(lain), max(konversi_sejak, awal_bulan(pak.per + SEHARI))
    bawaan = _bawaan(p, r)
    baru = lain if bawaan is None else [a for a in lain if a.per >= r.sejak]
    return (bawaan or NOL) + _total(baru), max(konversi_sejak, awal_bulan(r.sejak))


def _bawaan(p: Perkara, r: _Rentang) -> Decimal | None:
    """What the last KP left over: it stays inside a jenjang and is lost at its border. None: that KP was not paid from points on record."""
    kp = r.sejak
    lama = p.fakta.pangkat(kp - SEHARI) if kp > date.min else None
    jenjang = _jenjang_pada(p, kp - SEHARI) if lama else None
    if lama is None or lama.mulai is None or lama.mulai >= kp or jenjang is None:
        return None
    perlu = butuh(p, jenjang.kategori, lama.gol)
    ada = _hitung(p, _Rentang(lama.mulai, kp)).jumlah
    if perlu is None or ada < perlu:
        return None
    return ada - perlu if jenjang.terendah <= lama.gol < jenjang.tertinggi else NOL


def _total(baris: list[AngkaKreditOrang]) -> Decimal:
    return sum((a.nilai for a in baris), NOL)


def _jenjang_pada(p: Perkara, d: date) -> BarisJenjang | None:
    j = p.fakta.jabatan_pada(d)
    nama = jenjang_baku(p, j.jenjang, j.kategori) if j and j.jenis == "fungsional" else None
    return p.berlaku.jenjang[nama] if nama else None


def _bulan_jf(p: Perkara, tahun: int, r: _Rentang) -> list[BarisJenjang]:
    """The level held on the 1st of each counted month of a year: whole months in the JF that end by `r.sampai`."""
    awal = (date(tahun, bulan, 1) for bulan in range(1, 13))
    batas, lepas = r.sampai.replace(day=1), p.angka("tubel_lepas_jf_bulan")
    dihitung = [d for d in awal if r.sejak <= d < batas and p.fakta.lepas_jf(d, lepas) is None]
    return [jenjang for d in dihitung if (jenjang := _jenjang_pada(p, d))]


def _ambil(bulan: list[BarisJenjang], n: int) -> tuple[list[BarisJenjang], list[BarisJenjang]]:
    """The last n months, and those before them."""
    batas = max(0, len(bulan) - n)
    return bulan[batas:], bulan[:batas]
