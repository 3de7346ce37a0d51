"""KP for extraordinary work (208): a decree of the PPK stands in for much else (domain 2.2)."""

from __future__ import annotations

from chalicelib.rules.kelayakan import atasan, gerbang, kinerja, masa
from chalicelib.rules.kelayakan.catat import Catat, halang, penuhi, telaah
from chalicelib.rules.kelayakan.fakta import Perkara
from schemas.golongan import Golongan
from schemas.kelayakan import PenetapanOrang
from schemas.tanggal import tanggal_panjang
from schemas.usulan import Jenis


def subjek(p: Perkara) -> bool:
    """There is a decree of prestasi luar biasa."""
    return bool(p.orang.prestasi_luar_biasa)


def sasaran(p: Perkara) -> Golongan | None:
    """One rank up, whatever the range of the post."""
    return p.setingkat


def periksa(p: Perkara) -> list[Catat]:
    """All conditions at once."""
    return dengan_penetapan(p, p.orang.prestasi_luar_biasa, "prestasi", "prestasi kerja luar biasa")


def dengan_penetapan(p: Perkara, penetapan: list[PenetapanOrang] | None, fakta: str, nama: str) -> list[Catat]:
    """Gate, time, rating, and a decree given in the present rank by the TMT."""
    syarat = p.berlaku.syarat[Jenis(p.jenis), ""]
    umum = [*gerbang.periksa(p), *masa.periksa(p, syarat), *kinerja.periksa(p, syarat), *atasan.periksa(p, p.setingkat)]
    if penetapan is None:
        return [*umum, telaah(fakta, f"Belum diketahui apakah ada penetapan {nama}.", syarat.dasar)]
    mulai = p.pangkat.mulai if p.pangkat else None
    berlaku = [x for x in penetapan if x.tanggal is None or mulai is None or x.tanggal >= mulai]
    if any(x.tanggal and x.tanggal <= p.tmt for x in berlaku):
        return [*umum, penuhi("dasar-khusus", f"Ada penetapan {nama}.", syarat.dasar)]
    if any(x.tanggal is None for x in berlaku):
        return [*umum, telaah(fakta, f"Tanggal penetapan {nama} belum diketahui.", syarat.dasar)]
    nanti = min((x.tanggal for x in berlaku if x.tanggal), default=None)
    kapan = f" Penetapan tertanggal {tanggal_panjang(nanti)}." if nanti else ""
    pesan = f"Belum ada penetapan {nama} dalam pangkat ini pada TMT yang diminta.{kapan}"
    return [*umum, halang(f"{fakta}-tidak-ada", pesan, syarat.dasar, nanti)]
