"""KP reguler (101): pelaksana, four years in rank, up to the ceiling of the education (domain 1.2, 2.2)."""

from __future__ import annotations

from datetime import date

from chalicelib.rules.kelayakan import atasan, dpk_dpb, gerbang, kinerja, masa, pendidikan, ujian_dinas
from chalicelib.rules.kelayakan.catat import Catat, halang, telaah
from chalicelib.rules.kelayakan.fakta import Perkara
from chalicelib.rules.kelayakan.tugas_belajar import jabatan_asal
from chalicelib.rules.waktu import SEHARI
from schemas.golongan import Golongan
from schemas.usulan import Jenis


def subjek(p: Perkara) -> bool:
    """No structural and no functional post, at home or where he is seconded; tugas belajar only for those who had none before."""
    j = p.jabatan
    if (j is not None and j.jenis in ("struktural", "fungsional")) or dpk_dpb.subjek(p):
        return False
    return p.fakta.tubel_pada(p.tmt) is None or jabatan_asal(p) is None


def sasaran(p: Perkara) -> Golongan | None:
    """One rank up."""
    return p.setingkat


def periksa(p: Perkara) -> list[Catat]:
    """All conditions at once."""
    syarat = p.berlaku.syarat[Jenis.REGULER, ""]
    return [
        *gerbang.periksa(p),
        *_pelaksana(p, syarat.dasar),
        *masa.periksa(p, syarat),
        *kinerja.periksa(p, syarat),
        *pendidikan.batas(p),
        *ujian_dinas.periksa(p),
        *atasan.periksa(p, p.setingkat),
    ]


def _pelaksana(p: Perkara, dasar: str) -> list[Catat]:
    j = p.jabatan
    if p.orang.jabatan is None or (j is not None and j.jenis is None):
        return [telaah("jabatan", "Jabatan pada TMT ini belum diketahui; jalur reguler hanya untuk pelaksana.", dasar)]
    if p.fakta.kedudukan == "03" and p.orang.tugas_belajar is None:
        return [telaah("tugas-belajar", "Riwayat tugas belajar belum diketahui; jalur reguler hanya bagi yang sebelumnya pelaksana.", dasar)]  # fmt: skip
    if p.orang.dpk_dpb is None and j is None:
        return [telaah("dpk", "Tidak ada jabatan yang tercatat pada TMT ini, dan belum diketahui apakah sedang DPK/DPB dengan jabatan di instansi lain.", dasar)]  # fmt: skip
    if subjek(p):
        return []
    if j is not None and j.jenis == "struktural" and j.definitif is None:
        return [telaah("definitif", f"Belum diketahui apakah jabatan {j.nama or 'struktural'} definitif; Plt dan Plh tetap pelaksana.", dasar)]  # fmt: skip
    if j is not None and j.jenis != "pelaksana":
        pesan = f"Memegang jabatan {j.jenis}; jalur reguler hanya untuk pelaksana."
        return [halang("bukan-pelaksana", pesan, dasar, _berakhir(p))]
    if dpk_dpb.subjek(p):
        return [halang("bukan-pelaksana", "Memegang jabatan pimpinan atau fungsional di instansi lain; jalurnya kenaikan pangkat selama DPK/DPB.", dasar, _dpk_berakhir(p))]  # fmt: skip
    return [halang("bukan-pelaksana", "Sebelum tugas belajar memegang jabatan; jalurnya kenaikan pangkat selama tugas belajar.", dasar)]  # fmt: skip


def _dpk_berakhir(p: Perkara) -> date | None:
    r = dpk_dpb.dpk(p)
    return r.selesai + SEHARI if r and r.selesai else None


def _berakhir(p: Perkara) -> date | None:
    """The next day on which the post on record changes."""
    j = p.jabatan
    hari = [x.tmt for x in p.fakta.jabatan if x.tmt and x.tmt > p.tmt and x.definitif is not False]
    hari += [j.sampai + SEHARI] if j and j.sampai else []
    return min(hari, default=None)
