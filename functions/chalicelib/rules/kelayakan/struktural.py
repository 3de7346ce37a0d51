"""KP pilihan, structural post (201): three ways by where the rank stands against the post (domain 1.3, 2.2)."""

from __future__ import annotations

from datetime import date

from chalicelib.rules.kelayakan import atasan, gerbang, kinerja, masa, ujian_dinas
from chalicelib.rules.kelayakan.catat import Catat, Sifat, halang, penuhi, telaah
from chalicelib.rules.kelayakan.fakta import Perkara
from chalicelib.rules.waktu import SEHARI, tambah_tahun, tulis_tanggal
from schemas.aturan_baris import BarisEselon, BarisSyarat
from schemas.golongan import Golongan
from schemas.kelayakan import JabatanOrang
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
    definitif = [] if j.definitif else [telaah("definitif", f"Belum diketahui apakah jabatan {j.nama or 'struktural'} definitif.", DASAR)]  # fmt: skip
    dalam = p.berlaku.syarat[Jenis.STRUKTURAL, "dalam-rentang"]
    if gol >= baris.tertinggi:
        pesan = f"Pangkat {gol.tulisan} sudah mencapai pangkat tertinggi jabatan eselon {baris.eselon} ({rentang})."
        return [halang("pangkat-puncak-jabatan", pesan, baris.dasar), *definitif, *kinerja.periksa(p, dalam)]
    if gol < baris.terendah - 1:
        pesan = f"Pangkat {gol.tulisan} lebih dari satu tingkat di bawah pangkat terendah jabatan eselon {baris.eselon} ({rentang})."
        return [halang("pangkat-terlalu-rendah", pesan, baris.dasar), *definitif, *kinerja.periksa(p, dalam)]
    cocok = penuhi("dalam-rentang", f"Pangkat {gol.tulisan} sesuai dengan jabatan eselon {baris.eselon} ({rentang}).", baris.dasar)  # fmt: skip
    if gol >= baris.terendah:
        return [cocok, *definitif, *_masa_dan_kinerja(p, dalam)]
    return [cocok, *definitif, *_di_bawah(p, j)]


def _di_bawah(p: Perkara, j: JabatanOrang) -> list[Catat]:
    """One below the lowest: a year in the post and in rank, or four in rank from the first period after pelantikan; the kinder way answers."""
    satu = p.berlaku.syarat[Jenis.STRUKTURAL, "satu-tahun"]
    empat = p.berlaku.syarat[Jenis.STRUKTURAL, "sesudah-pelantikan"]
    if j.pelantikan is None:
        return [telaah("pelantikan", "Tanggal pelantikan belum diketahui.", satu.dasar), *_masa_dan_kinerja(p, satu)]
    sejak = _dilantik_pertama(p, j)
    jalur = [
        [*_masa_dan_kinerja(p, satu), _dalam_jabatan(p, tambah_tahun(sejak, satu.tahun_jabatan), satu, sejak)],
        [*_masa_dan_kinerja(p, empat), _dalam_jabatan(p, j.pelantikan + SEHARI, empat, j.pelantikan)],
    ]
    return min(jalur, key=_beban)


def _beban(temuan: list[Catat]) -> tuple[bool, date]:
    """Blocked or not; when both ways are, the one that ends sooner."""
    menahan = [c.bebas or date.max for c in temuan if c.sifat is Sifat.HALANG]
    return bool(menahan), max(menahan, default=date.min)


def _dalam_jabatan(p: Perkara, cukup: date, syarat: BarisSyarat, sejak: date) -> Catat:
    if p.tmt >= cukup:
        return penuhi("masa-jabatan-cukup", f"Dilantik pada {tulis_tanggal(sejak)}.", syarat.dasar)
    lama = f"{syarat.tahun_jabatan} tahun sejak pelantikan" if syarat.tahun_jabatan else "periode pertama sesudah pelantikan"  # fmt: skip
    pesan = f"Dilantik pada {tulis_tanggal(sejak)}; syaratnya {lama}, yaitu mulai {tulis_tanggal(cukup)}."
    return halang("masa-jabatan-kurang", pesan, syarat.dasar, cukup)


def _dilantik_pertama(p: Perkara, j: JabatanOrang) -> date:
    """Posts of the same eselon add up while they follow one another without a gap."""
    sejak = j.pelantikan or p.tmt
    mulai = min(sejak, j.tmt or sejak)
    for lama in reversed(p.fakta.jabatan):
        if lama.jenis != "struktural" or lama.definitif is False or (lama.tmt or mulai) >= mulai or lama.tmt is None:
            continue
        if lama.eselon != j.eselon or lama.pelantikan is None or (lama.sampai and lama.sampai + SEHARI < mulai):
            break
        sejak, mulai = min(sejak, lama.pelantikan), min(lama.tmt, lama.pelantikan)
    return sejak


def _masa_dan_kinerja(p: Perkara, syarat: BarisSyarat) -> list[Catat]:
    return [*masa.periksa(p, syarat), *kinerja.periksa(p, syarat)]


def _tanpa_jabatan(p: Perkara) -> Catat:
    nanti = [x.tmt for x in p.fakta.jabatan if x.tmt and x.tmt > p.tmt and x.jenis == "struktural" and x.definitif is not False]  # fmt: skip
    if p.fakta.plt_pada(p.tmt):
        pesan = "Jabatan struktural yang dipegang hanya sebagai Plt atau Plh; yang dihitung jabatan definitif."
        return halang("belum-definitif", pesan, DASAR, min(nanti, default=None))
    return halang(
        "bukan-struktural", "Tidak memegang jabatan struktural pada TMT ini.", DASAR, min(nanti, default=None)
    )
