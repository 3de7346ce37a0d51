"""KP penyesuaian ijazah (203): a new higher diploma carries its holder to that diploma's rank (domain 2.2, 2.4)."""

from __future__ import annotations

from datetime import date

from chalicelib.rules.kelayakan import atasan, gerbang, kinerja, masa, pendidikan
from chalicelib.rules.kelayakan.catat import Catat, halang, penuhi, tanda_lulus, telaah
from chalicelib.rules.kelayakan.fakta import Perkara
from schemas.golongan import Golongan
from schemas.usulan import Jenis


def subjek(p: Perkara) -> bool:
    """Holds a diploma whose rank is above his own."""
    return bool(pendidikan.sasaran(p))


def sasaran(p: Perkara) -> Golongan | None:
    """The rank of the diploma, which may lie several steps up."""
    s = dipakai(p)
    return s.gol if s else None


def dipakai(p: Perkara) -> pendidikan.Sasaran | None:
    """The diploma that is used: the highest one with its examination passed, else the highest."""
    ada = pendidikan.sasaran(p)
    return next((s for s in ada if any(d <= p.tmt for d in _lulus(p, s))), ada[0] if ada else None)


def periksa(p: Perkara) -> list[Catat]:
    """All conditions at once."""
    syarat = p.berlaku.syarat[Jenis.PENYESUAIAN_IJAZAH, ""]
    umum = [*gerbang.periksa(p), *masa.periksa(p, syarat), *kinerja.periksa(p, syarat), *atasan.periksa(p, sasaran(p))]
    return [
        *umum,
        *ijazah(p, dipakai(p), syarat.dasar),
        *_ujian(p, syarat.dasar),
        *_formasi(p, syarat.dasar),
        *_bukan_jf(p, syarat.dasar),
    ]


def ijazah(p: Perkara, s: pendidikan.Sasaran | None, dasar: str) -> list[Catat]:
    """A diploma above the present rank, and a present rank that is not below the county's own bound."""
    if p.orang.pendidikan is None:
        return [telaah("pendidikan", "Riwayat pendidikan belum diketahui.", dasar)]
    if p.pangkat is None:
        return []
    if s is None:
        return [_setara(p, dasar)]
    baris = p.berlaku.penyesuaian[s.tingkat]
    if baris.terendah and p.pangkat.gol < baris.terendah:
        pesan = f"Daerah menetapkan ijazah {s.tingkat} dapat disesuaikan mulai pangkat {baris.terendah.tulisan}; pangkat sekarang {p.pangkat.gol.tulisan}."
        return [halang("pangkat-terendah-daerah", pesan, baris.dasar)]
    return [penuhi("dasar-khusus", f"Ijazah {s.tingkat} membuka pangkat {s.gol.tulisan}.", baris.dasar)]


def _setara(p: Perkara, dasar: str) -> Catat:
    punya = [o.tingkat for o in p.fakta.pendidikan_dimiliki(p.tmt) if o.tingkat in p.berlaku.penyesuaian]
    if not punya:
        return halang("ijazah-tidak-ada", "Tidak ada ijazah yang lebih tinggi untuk disesuaikan.", dasar)
    tinggi = max(punya, key=lambda t: p.berlaku.penyesuaian[t].sasaran)
    gol = p.pangkat.gol.tulisan if p.pangkat else ""
    pesan = f"Pangkat {gol} sudah setara atau di atas ijazah {tinggi}; yang tepat adalah pencantuman gelar."
    return halang("pangkat-sudah-setara", pesan, dasar)


def _lulus(p: Perkara, s: pendidikan.Sasaran | None) -> list[date]:
    """Days on which an examination was passed that can be about this diploma: not before the year it was got."""
    ada = [u.lulus for u in p.orang.ujian or [] if u.jenis == "PI"]
    return [d for d in ada if d and d.year >= ((s and s.tahun) or 0)]


def _ujian(p: Perkara, dasar: str) -> list[Catat]:
    s = dipakai(p)
    cocok = _lulus(p, s)
    if s is None and p.orang.pendidikan is not None:
        return []
    if any(d <= p.tmt for d in cocok):
        return [penuhi("ujian-terpenuhi", "Lulus ujian penyesuaian ijazah.", dasar)]
    if p.orang.ujian is None or any(u.jenis == "PI" and u.lulus is None for u in p.orang.ujian):
        return [telaah("ujian", "Belum diketahui apakah sudah lulus ujian penyesuaian ijazah.", dasar)]
    nanti = min(cocok, default=None)
    lanjut = tanda_lulus(nanti, "Ikuti ujiannya, atau serahkan tanda lulusnya bila sudah lulus.")
    return [halang("ujian-pi-belum", f"Belum lulus ujian penyesuaian ijazah.{lanjut}", dasar, nanti)]


def _formasi(p: Perkara, dasar: str) -> list[Catat]:
    if p.orang.formasi_pi is None:
        return [telaah("formasi", "Belum diketahui apakah formasi untuk ijazah itu tersedia.", dasar)]
    return (
        []
        if p.orang.formasi_pi
        else [
            halang("formasi-tidak-ada", "Formasi untuk ijazah itu tidak tersedia; BKPSDM yang mengusulkannya.", dasar)
        ]
    )


def _bukan_jf(p: Perkara, dasar: str) -> list[Catat]:
    if p.orang.jabatan is None or (p.jabatan is not None and p.jabatan.jenis is None):
        return [telaah("jabatan", "Jabatan pada TMT ini belum diketahui.", dasar)]
    if p.jabatan is None or p.jabatan.jenis != "fungsional":
        return []
    return [halang("pemegang-jf", "Memegang jabatan fungsional; ijazah baru dihargai melalui angka kredit.", dasar)]
