"""KP pilihan, structural post (201): three ways by where the rank stands against the post (domain 1.3, 2.2)."""

from __future__ import annotations

from datetime import date

from chalicelib.rules.kelayakan import atasan, gerbang, kinerja, masa, ujian_dinas
from chalicelib.rules.kelayakan.catat import Catat, Sifat, halang, penuhi, telaah
from chalicelib.rules.kelayakan.fakta import AWAL_ZAMAN, Perkara
from chalicelib.rules.waktu import SEHARI, periode_sejak, tambah_tahun
from schemas.aturan_baris import BarisEselon, BarisSyarat
from schemas.golongan import Golongan
from schemas.kelayakan import JabatanOrang
from schemas.tanggal import tanggal_panjang
from schemas.usulan import Jenis

DASAR = "PP 99/2000 jo. PP 12/2002 Pasal 10"


def subjek(p: Perkara) -> bool:
    """Holds a structural post, or stands in for one (which is then told)."""
    return (p.jabatan is not None and p.jabatan.jenis == "struktural") or p.fakta.plt_pada(p.tmt)


def sasaran(p: Perkara) -> Golongan | None:
    """One rank up."""
    return p.setingkat


def periksa(p: Perkara) -> list[Catat]:
    """All conditions at once."""
    return [*gerbang.periksa(p), *_jabatan(p), *ujian_dinas.periksa(p), *atasan.periksa(p, p.setingkat)]


def _jabatan(p: Perkara) -> list[Catat]:
    j, umum = p.jabatan, p.berlaku.syarat[Jenis.STRUKTURAL, "satu-tahun"]
    if p.orang.jabatan is None or (j is not None and j.jenis is None):
        return [telaah("jabatan", "Jabatan pada TMT ini belum diketahui.", DASAR), *_masa_dan_kinerja(p, umum)]
    if j is None or j.jenis != "struktural":
        return [_tanpa_jabatan(p), *kinerja.periksa(p, umum)]
    baris = p.berlaku.eselon.get(j.eselon or "")
    if baris is None or p.pangkat is None:
        kurang = [telaah("eselon", "Eselon jabatan struktural belum diketahui.", DASAR)] if baris is None else []
        return [*kurang, *_masa_dan_kinerja(p, umum)]
    return _rentang(p, j, baris, p.pangkat.gol)


def _rentang(p: Perkara, j: JabatanOrang, baris: BarisEselon, gol: Golongan) -> list[Catat]:
    rentang = f"{baris.terendah.tulisan} sampai {baris.tertinggi.tulisan}"
    definitif = (
        []
        if j.definitif
        else [telaah("definitif", f"Belum diketahui apakah jabatan {j.nama or 'struktural'} definitif.", DASAR)]
    )
    dalam = p.berlaku.syarat[Jenis.STRUKTURAL, "dalam-rentang"]
    if gol >= baris.tertinggi:
        pesan = f"Pangkat {gol.tulisan} sudah mencapai pangkat tertinggi jabatan eselon {baris.eselon} ({rentang}). Naik lagi hanya sesudah dilantik dalam jabatan yang lebih tinggi."
        return [halang("pangkat-puncak-jabatan", pesan, baris.dasar), *definitif, *kinerja.periksa(p, dalam)]
    if gol < baris.terendah - 1:
        pesan = f"Pangkat {gol.tulisan} lebih dari satu tingkat di bawah pangkat terendah jabatan eselon {baris.eselon} ({rentang}), sehingga jalur jabatan struktural belum terbuka. Minta BKPSDM memeriksa pengangkatan itu."
        return [halang("pangkat-terlalu-rendah", pesan, baris.dasar), *definitif, *kinerja.periksa(p, dalam)]
    cocok = penuhi(
        "dalam-rentang", f"Pangkat {gol.tulisan} sesuai dengan jabatan eselon {baris.eselon} ({rentang}).", baris.dasar
    )
    if gol >= baris.terendah:
        return [cocok, *definitif, *_masa_dan_kinerja(p, dalam)]
    return [cocok, *definitif, *_di_bawah(p, j)]


def _di_bawah(p: Perkara, j: JabatanOrang) -> list[Catat]:
    """One below the lowest: a year in the post and in rank, or four in rank from the first period after pelantikan; the kinder way answers."""
    satu = p.berlaku.syarat[Jenis.STRUKTURAL, "satu-tahun"]
    empat = p.berlaku.syarat[Jenis.STRUKTURAL, "sesudah-pelantikan"]
    if j.pelantikan is None:
        return [telaah("pelantikan", "Tanggal pelantikan belum diketahui.", satu.dasar), *_masa_dan_kinerja(p, satu)]
    jalur = [
        [*_masa_dan_kinerja(p, satu), _setahun_menjabat(p, j, satu)],
        [*_masa_dan_kinerja(p, empat), _dalam_jabatan(p, j.pelantikan + SEHARI, empat, j.pelantikan)],
    ]
    return min(jalur, key=_beban)


def _beban(temuan: list[Catat]) -> tuple[bool, date]:
    """Blocked or not; when both ways are, the one that ends sooner."""
    menahan = [c.bebas or date.max for c in temuan if c.sifat is Sifat.HALANG]
    return bool(menahan), max(menahan, default=date.min)


def _dalam_jabatan(p: Perkara, cukup: date, syarat: BarisSyarat, sejak: date) -> Catat:
    if p.tmt >= cukup:
        return penuhi("masa-jabatan-cukup", f"Dilantik pada {tanggal_panjang(sejak)}.", syarat.dasar)
    lama = (
        f"{syarat.tahun_jabatan} tahun sejak pelantikan"
        if syarat.tahun_jabatan
        else "periode pertama sesudah pelantikan"
    )
    pesan = f"Dilantik pada {tanggal_panjang(sejak)}; syaratnya {lama}, yaitu mulai {tanggal_panjang(periode_sejak(cukup, p.aturan) or cukup)}."
    return halang("masa-jabatan-kurang", pesan, syarat.dasar, cukup)


def _setahun_menjabat(p: Perkara, j: JabatanOrang, syarat: BarisSyarat) -> Catat:
    """A year in posts that add up. Where only an earlier post of which something is not known could fill it, that is asked."""
    sejak = _dilantik_pertama(p, j)
    hasil = _dalam_jabatan(p, tambah_tahun(sejak, syarat.tahun_jabatan), syarat, sejak)
    if hasil.sifat is Sifat.HALANG and p.tmt >= tambah_tahun(
        _dilantik_pertama(p, j, mungkin=True), syarat.tahun_jabatan
    ):
        pesan = "Jabatan struktural sebelumnya belum lengkap (pelantikan, eselon, atau definitif), jadi masa jabatan belum pasti."
        return telaah("pelantikan", pesan, syarat.dasar)._replace(bebas=hasil.bebas)
    return hasil


def _dilantik_pertama(p: Perkara, j: JabatanOrang, *, mungkin: bool = False) -> date:
    """Posts of the same eselon add up while they follow one another without a gap; `mungkin`: also those not fully known."""
    sejak = j.pelantikan or p.tmt
    mulai = min(sejak, j.tmt or sejak)
    for lama in reversed(p.fakta.jabatan):
        lain = lama.jenis not in ("struktural", None) or (lama.jenis is None and not mungkin)
        awal = lama.tmt or lama.pelantikan or (AWAL_ZAMAN if mungkin else mulai)
        if lama is j or lain or lama.definitif is False or awal >= mulai:
            continue
        if (lama.eselon or j.eselon) != j.eselon or (lama.sampai and lama.sampai + SEHARI < mulai):
            break
        if not mungkin and not (lama.eselon and lama.pelantikan and lama.definitif):
            break
        dilantik = lama.pelantikan or awal
        sejak, mulai = min(sejak, dilantik), min(awal, dilantik)
    return sejak


def _masa_dan_kinerja(p: Perkara, syarat: BarisSyarat) -> list[Catat]:
    return [*masa.periksa(p, syarat), *kinerja.periksa(p, syarat)]


def _tanpa_jabatan(p: Perkara) -> Catat:
    nanti = [
        x.tmt
        for x in p.fakta.jabatan
        if x.tmt and x.tmt > p.tmt and x.jenis == "struktural" and x.definitif is not False
    ]
    if p.fakta.plt_pada(p.tmt):
        pesan = (
            "Jabatan struktural yang dipegang hanya sebagai Plt atau Plh; jalur ini terbuka sesudah dilantik definitif."
        )
        return halang("belum-definitif", pesan, DASAR, min(nanti, default=None))
    return halang(
        "bukan-struktural", "Tidak memegang jabatan struktural pada TMT ini.", DASAR, min(nanti, default=None)
    )
