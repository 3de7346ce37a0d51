"""KP pengabdian: an honourable end, by death, at BUP, or by disability in service (domain 2.2)."""

from __future__ import annotations

from datetime import date

from chalicelib.rules.kelayakan import gerbang, kinerja
from chalicelib.rules.kelayakan.anumerta import tmt_tertentu
from chalicelib.rules.kelayakan.bup import bup
from chalicelib.rules.kelayakan.catat import Catat, Sifat, halang, penuhi, telaah
from chalicelib.rules.kelayakan.fakta import Perkara
from chalicelib.rules.waktu import SEHARI, tambah_bulan, tulis_lama
from schemas.golongan import Golongan
from schemas.kelayakan import HukumanOrang
from schemas.tanggal import tanggal_panjang
from schemas.usulan import Jenis

DASAR = "PP 99/2000 jo. PP 12/2002 Pasal 27"


def subjek(p: Perkara) -> bool:
    """Dead, disabled in service, or within twelve months of BUP."""
    if p.orang.meninggal or p.orang.cacat_karena_dinas:
        return True
    b, jarak = bup(p), p.angka("pengabdian_mulai_ditawarkan_bulan")
    return b is not None and tambah_bulan(b.dicapai, -jarak) <= p.tmt <= tambah_bulan(b.dicapai, jarak)


def sasaran(p: Perkara) -> Golongan | None:
    """One above the rank held on the date that the law fixes, ceiling and examination aside."""
    hari = tanggal(p)
    return p.di(hari).setingkat if hari else p.setingkat


def tanggal(p: Perkara) -> date | None:
    """The TMT that the law fixes: the date of death, or the 1st of the month of BUP; by disability the date asked about."""
    if p.orang.meninggal:
        return p.orang.meninggal
    if p.orang.cacat_karena_dinas:
        return p.tmt
    b = bup(p)
    return b.pengabdian if b else None


def periksa(p: Perkara) -> list[Catat]:
    """Judged on the date that the law fixes, not on the one asked about."""
    hari = tanggal(p)
    if p.orang.cacat_karena_dinas and not p.orang.meninggal:
        pesan = "Cacat karena dinas dan tidak dapat bekerja lagi; masa kerja tidak disyaratkan."
        return [penuhi("dasar-khusus", pesan, DASAR), *gerbang.status(p), *_pangkat(p)]
    if hari is None:
        fakta = "tanggal-lahir" if p.orang.tanggal_lahir is None else "jabatan"
        return [telaah(fakta, "Batas usia pensiun belum dapat dihitung.", DASAR)]
    q = p.di(hari)
    waktu = [_belum(p, hari)] if p.tmt < hari else tmt_tertentu(p, hari, DASAR)
    syarat = p.berlaku.syarat[Jenis.PENGABDIAN, ""]
    temuan = [
        *waktu,
        *gerbang.status(q),
        *_masa_kerja(q),
        *kinerja.periksa(q, syarat),
        *_bersih(q),
        *gerbang.riwayat(q),
    ]
    return _mungkin_cacat(p, [c if c in waktu else c._replace(bebas=None) for c in temuan])


def _mungkin_cacat(p: Perkara, temuan: list[Catat]) -> list[Catat]:
    """While disability in service is not known it could lift every bar: the bars become notes and the question stands."""
    if p.orang.cacat_karena_dinas is not None or p.orang.meninggal or Sifat.HALANG not in {c.sifat for c in temuan}:
        return temuan
    lunak = [c._replace(sifat=Sifat.CATATAN) if c.sifat is Sifat.HALANG else c for c in temuan]
    return [*lunak, telaah("cacat", "Belum diketahui apakah cacat karena dinas dan tidak dapat bekerja lagi.", DASAR)]


def _belum(p: Perkara, hari: date) -> Catat:
    pesan = f"Kenaikan pangkat pengabdian berlaku mulai {tanggal_panjang(hari)}, tanggal 1 pada bulan batas usia pensiun dicapai."
    return halang("bukan-akhir-dinas", pesan, DASAR, hari)


def _pangkat(p: Perkara) -> list[Catat]:
    return [] if p.pangkat else [telaah("golongan", "Riwayat golongan belum tercatat.", DASAR)]


def _masa_kerja(q: Perkara) -> list[Catat]:
    """Service since CPNS against time in rank: any one row is enough."""
    if q.pangkat is None or q.pangkat.mulai is None:
        fakta = "golongan" if q.pangkat is None else "tmt-golongan"
        return [telaah(fakta, "TMT golongan terakhir belum tercatat.", DASAR)]
    if q.orang.cltn is None:
        return [telaah("cltn", "Riwayat cuti di luar tanggungan negara belum diketahui.", DASAR)]
    awal, pangkat = q.fakta.tmt_cpns, q.pangkat.mulai
    kerja_sejak = awal or min(g.tmt for g in q.fakta.golongan if g.tmt)
    for r in sorted(q.berlaku.pengabdian.values(), key=lambda r: -r.tahun_kerja):
        if _cukup(q, kerja_sejak, 12 * r.tahun_kerja) and _cukup(q, pangkat, r.bulan_pangkat):
            pesan = f"Masa kerja paling sedikit {r.tahun_kerja} tahun dan masa dalam pangkat paling sedikit {tulis_lama(r.bulan_pangkat)}."
            return [penuhi("masa-pangkat-cukup", pesan, r.dasar)]
    if awal is None:
        return [telaah("tmt-cpns", "TMT CPNS belum tercatat, jadi masa kerja belum pasti.", DASAR)]
    kerja, lama = (q.fakta.bulan_efektif(d, q.tmt) for d in (awal, pangkat))
    syarat = " atau ".join(
        f"{r.tahun_kerja} tahun dengan {tulis_lama(r.bulan_pangkat)} dalam pangkat"
        for r in sorted(q.berlaku.pengabdian.values(), key=lambda r: -r.tahun_kerja)
    )
    pesan = (
        f"Masa kerja {tulis_lama(kerja)} dengan {tulis_lama(lama)} dalam pangkat; syaratnya paling sedikit {syarat}."
    )
    return [halang("masa-kerja-kurang", pesan, DASAR)]


def _cukup(q: Perkara, mulai: date, bulan: int) -> bool:
    return q.fakta.bulan_efektif(mulai, q.tmt) >= bulan


def _bersih(q: Perkara) -> list[Catat]:
    """No penalty of level sedang or berat in the last year: one that is sure is a bar, whatever is not known of another."""
    if q.orang.hukuman is None:
        return [telaah("hukuman", "Riwayat hukuman disiplin belum diketahui.", DASAR)]
    kena = [h for h in q.orang.hukuman if _setahun(q, h)]
    if pasti := [h for h in kena if not _mungkin_nanti(q, h)]:
        lama = tulis_lama(q.angka("pengabdian_bersih_bulan"))
        pesan = f"Ada hukuman disiplin tingkat {pasti[0].tingkat} dalam {lama} terakhir; kenaikan pangkat pengabdian menuntut tidak ada."
        return [Catat("hukuman-setahun", pesan, DASAR, Sifat.HALANG, pasti[0].selesai)]
    return [gerbang.mulai_gelap(h, DASAR)._replace(bebas=None) for h in kena[:1]]


def _setahun(q: Perkara, h: HukumanOrang) -> bool:
    """Does it run on the date, or did it end less than the clean time before?"""
    bersih = h.selesai is not None and q.tmt >= tambah_bulan(h.selesai + SEHARI, q.angka("pengabdian_bersih_bulan"))
    return q.berlaku.hukuman[h.tingkat].efek == "halangi" and (h.mulai is None or h.mulai <= q.tmt) and not bersih


def _mungkin_nanti(q: Perkara, h: HukumanOrang) -> bool:
    """Its first day is not known and may lie after the date."""
    return h.mulai is None and (h.selesai is None or h.selesai >= q.tmt)
