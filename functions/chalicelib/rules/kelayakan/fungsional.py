"""KP pilihan, functional post (202): two years in rank, angka kredit, and the borders of jenjang (domain 1.4, 2.2)."""

from __future__ import annotations

from datetime import date

from chalicelib.rules.kelayakan import angka_kredit_periksa, gerbang, kinerja, masa
from chalicelib.rules.kelayakan.bup import jenjang_baku
from chalicelib.rules.kelayakan.catat import Catat, halang, penuhi, tanda_lulus, telaah
from chalicelib.rules.kelayakan.fakta import Perkara
from chalicelib.rules.waktu import SEHARI
from schemas.aturan_baris import BarisJenjang
from schemas.golongan import Golongan
from schemas.kelayakan import AngkaKredit, TugasBelajarOrang
from schemas.usulan import Jenis

DASAR = "PP 99/2000 Pasal 13; PerBKN 3/2023"
SERAHKAN = "Ikuti uji itu, atau serahkan tanda lulusnya bila sudah lulus."


def subjek(p: Perkara) -> bool:
    """Holds a functional post and is not away on tugas belajar."""
    return p.jabatan is not None and p.jabatan.jenis == "fungsional" and lepas(p) is None


def lepas(p: Perkara) -> TugasBelajarOrang | None:
    """The tugas belajar that keeps him out of the post on the TMT."""
    return p.fakta.lepas_jf(p.tmt, p.angka("tubel_lepas_jf_bulan"))


def jenjang(p: Perkara) -> BarisJenjang | None:
    """The level held on the TMT; None when it is not known."""
    j = p.jabatan
    nama = jenjang_baku(p, j.jenjang, j.kategori) if j and j.jenis == "fungsional" else None
    return p.berlaku.jenjang[nama] if nama else None


def sasaran(p: Perkara) -> Golongan | None:
    """One rank up; None at the top of the category."""
    j = jenjang(p)
    return None if j and p.pangkat and _puncak(p, j, p.pangkat.gol) else p.setingkat


def angka(p: Perkara) -> AngkaKredit | None:
    """The figures of angka kredit."""
    j = jenjang(p)
    return angka_kredit_periksa.angka(p, j) if j else None


def periksa(p: Perkara) -> list[Catat]:
    """All conditions at once."""
    syarat = p.berlaku.syarat[Jenis.FUNGSIONAL, ""]
    return [*gerbang.periksa(p), *_aktif(p), *masa.periksa(p, syarat), *kinerja.periksa(p, syarat), *jabatan(p)]


def jabatan(p: Perkara) -> list[Catat]:
    """The post against the rank, and the points."""
    j = p.jabatan
    if p.orang.jabatan is None or (j is not None and j.jenis is None):
        return [telaah("jabatan", "Jabatan pada TMT ini belum diketahui.", DASAR)]
    if j is None or j.jenis != "fungsional":
        nanti = [x.tmt for x in p.fakta.jabatan if x.tmt and x.tmt > p.tmt and x.jenis == "fungsional"]
        return [
            halang(
                "bukan-fungsional", "Tidak memegang jabatan fungsional pada TMT ini.", DASAR, min(nanti, default=None)
            )
        ]
    baris = jenjang(p)
    if baris is None:
        return [telaah("jenjang", "Jenjang jabatan fungsional belum diketahui.", DASAR)]
    if p.pangkat is None:
        return []
    return [*rentang(p, baris, p.pangkat.gol), *angka_kredit_periksa.periksa(p, baris)]


def rentang(p: Perkara, j: BarisJenjang, gol: Golongan) -> list[Catat]:
    """Does the next rank lie in the level held; a rank that enters it asks for its competence test."""
    sampai = f" sampai {j.tertinggi.tulisan}" if j.tertinggi > j.terendah else ""
    batas = f"jenjang {j.jenjang} ({j.terendah.tulisan}{sampai})"
    if _puncak(p, j, gol):
        lanjut = " Naik lagi hanya sesudah diangkat dalam jabatan lain." if gol < Golongan.IV_E else ""
        return [
            halang(
                "puncak-jenjang",
                f"Pangkat {gol.tulisan} adalah pangkat tertinggi kategori {j.kategori}.{lanjut}",
                j.dasar,
            )
        ]
    if gol > j.tertinggi or gol < j.terendah - 1:
        return [
            halang(
                "di-luar-jenjang",
                f"Pangkat {gol.tulisan} di luar {batas}. Minta BKPSDM mencocokkan jenjang dengan pangkat; sebelum cocok, pangkat tidak dapat naik.",
                j.dasar,
                _naik(p),
            )
        ]
    if gol == j.tertinggi:
        pesan = f"Pangkat sesudah {gol.tulisan} berada di atas {batas}. Kenaikan jenjang harus ditetapkan lebih dulu: perlu lowongan formasi dan lulus uji kompetensi."
        return [halang("jenjang-belum-naik", pesan, j.dasar, _naik(p))]
    cocok = penuhi("dalam-rentang", f"Pangkat baru sesuai dengan {batas}.", j.dasar)
    return [cocok] if gol >= j.terendah else [cocok, *_uji_kompetensi(p, j)]


def _uji_kompetensi(p: Perkara, j: BarisJenjang) -> list[Catat]:
    """A KP that enters a new level asks for its competence test."""
    uji = p.orang.uji_kompetensi
    lulus = [u.lulus for u in uji or [] if jenjang_baku(p, u.jenjang, None) == j.jenjang]
    if any(d is not None and d <= p.tmt for d in lulus):
        return []
    if uji is None or None in lulus:
        return [telaah("uji-kompetensi", f"Belum diketahui apakah sudah lulus uji kompetensi {j.jenjang}.", DASAR)]
    nanti = min((d for d in lulus if d), default=None)
    pesan = f"Belum lulus uji kompetensi jenjang {j.jenjang}.{tanda_lulus(nanti, SERAHKAN)}"
    return [halang("uji-kompetensi-belum", pesan, DASAR, nanti)]


def _puncak(p: Perkara, j: BarisJenjang, gol: Golongan) -> bool:
    return gol >= max(r.tertinggi for r in p.berlaku.jenjang.values() if r.kategori == j.kategori)


def _naik(p: Perkara) -> date | None:
    """The day of the next functional post on record, if one follows."""
    return min((x.tmt for x in p.fakta.jabatan if x.tmt and x.tmt > p.tmt and x.jenis == "fungsional"), default=None)


def _aktif(p: Perkara) -> list[Catat]:
    tubel = lepas(p)
    if tubel is None:
        return []
    sampai = tubel.selesai + SEHARI if tubel.selesai else None
    pesan = "Sedang tugas belajar, jadi dibebaskan sementara dari jabatan fungsional."
    return [halang("jf-tidak-aktif", pesan, DASAR, sampai, tubel.selesai)]
