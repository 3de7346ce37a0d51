"""KP of those seconded outside, DPK or DPB (206), in a leadership or functional post there (domain 2.2)."""

from __future__ import annotations

from datetime import date

from chalicelib.rules.kelayakan import angka_kredit_periksa, fungsional, gerbang, kinerja, masa, ujian_dinas
from chalicelib.rules.kelayakan.bup import jenjang_baku
from chalicelib.rules.kelayakan.catat import Catat, halang, penuhi, telaah
from chalicelib.rules.kelayakan.fakta import AWAL_ZAMAN, Perkara
from schemas.aturan_baris import BarisEselon, BarisJenjang
from schemas.golongan import Golongan
from schemas.kelayakan import AngkaKredit, DpkOrang
from schemas.usulan import Jenis

TANPA_BATAS = ("sekolah", "pendidikan", "sosial", "kesehatan", "rumah sakit")


def dpk(p: Perkara) -> DpkOrang | None:
    """The secondment running on the TMT."""
    for r in p.orang.dpk_dpb or []:
        if (r.mulai or AWAL_ZAMAN) <= p.tmt and (r.selesai is None or p.tmt <= r.selesai):
            return r
    return None


def subjek(p: Perkara) -> bool:
    """Seconded, with a leadership or functional post; without one he goes by reguler."""
    return dpk(p) is not None and (_eselon(p) is not None or jenjang(p) is not None or _gelap(p))


def sasaran(p: Perkara) -> Golongan | None:
    """One rank up."""
    return p.setingkat


def angka(p: Perkara) -> AngkaKredit | None:
    """The figures of angka kredit, for a functional post."""
    j = jenjang(p)
    return angka_kredit_periksa.angka(p, j) if j else None


def periksa(p: Perkara) -> list[Catat]:
    """All conditions at once."""
    j = jenjang(p)
    syarat = p.berlaku.syarat[Jenis.DPK_DPB, "fungsional" if j or _gelap(p) else ""]
    umum = [*gerbang.periksa(p), *masa.periksa(p, syarat), *kinerja.periksa(p, syarat)]
    return [*umum, *_jabatan(p, j, syarat.dasar), *ujian_dinas.periksa(p, jf=j is not None)]


def _jabatan(p: Perkara, j: BarisJenjang | None, dasar: str) -> list[Catat]:
    r, e = dpk(p), _eselon(p)
    if p.orang.dpk_dpb is None:
        return [telaah("dpk", "Riwayat DPK/DPB belum diketahui.", dasar)]
    if r is None:
        nanti = min((x.mulai for x in p.orang.dpk_dpb if x.mulai and x.mulai > p.tmt), default=None)
        return [
            halang("dpk-tidak-berjalan", "Tidak sedang dipekerjakan atau diperbantukan pada TMT ini.", dasar, nanti)
        ]
    if p.pangkat is None:
        return []
    if _gelap(p):
        return [telaah("jabatan", "Jabatan di instansi lain belum diketahui.", dasar)]
    if e is None and j is None:
        return [
            halang(
                "dpk-tanpa-jabatan",
                "Tidak memegang jabatan pimpinan atau fungsional di instansi lain; jalurnya kenaikan pangkat reguler.",
                dasar,
            )
        ]
    hitung = angka_kredit_periksa.periksa(p, j) if j else []
    rentang = fungsional.rentang(p, j, p.pangkat.gol) if j else _rentang(p, e, p.pangkat.gol, dasar)
    return [*rentang, *hitung, *_berapa_kali(p, r)]


def _rentang(p: Perkara, r: BarisEselon | None, gol: Golongan, dasar: str) -> list[Catat]:
    if r is None:
        return []
    tulisan = f"{r.terendah.tulisan} sampai {r.tertinggi.tulisan}"
    if r.terendah - 1 <= gol < r.tertinggi:
        return [penuhi("dalam-rentang", f"Pangkat sesuai dengan jabatan di instansi lain ({tulisan}).", dasar)]
    return [
        halang(
            "di-luar-rentang",
            f"Pangkat sesudah {gol.tulisan} di luar rentang jabatan di instansi lain ({tulisan}).",
            dasar,
        )
    ]


def _berapa_kali(p: Perkara, r: DpkOrang) -> list[Catat]:
    batas = p.berlaku.angka["kp_dpk_paling_banyak"]
    if any(b in (r.bidang or "").lower() for b in TANPA_BATAS):
        return []
    kali, paling_banyak = _naik(p, r.mulai, ("KP",)), _naik(p, r.mulai or AWAL_ZAMAN, ("KP", None))
    paling_banyak += sum(g.jenis in ("KP", None) for g in p.fakta.golongan_tanpa_tmt)
    if kali < batas.nilai <= paling_banyak:
        pesan = f"Jumlah kenaikan pangkat selama DPK/DPB belum pasti karena tanggal mulainya atau jenis SK pangkat belum tercatat; batasnya {batas.nilai} kali."
        return [telaah("dpk", pesan, batas.dasar)]
    if kali < batas.nilai:
        return []
    return [
        halang(
            "dpk-kp-habis",
            f"Sudah {kali} kali naik pangkat selama DPK/DPB; batasnya {batas.nilai} kali. Naik lagi terbuka sesudah kembali ke instansi induk.",
            batas.dasar,
        )
    ]


def _naik(p: Perkara, sejak: date | None, jenis: tuple[str | None, ...]) -> int:
    """How many ranks began since then, and before the TMT; none when that day is not known."""
    return len({g.tmt for g in p.fakta.golongan if sejak and g.tmt and g.jenis in jenis and sejak <= g.tmt < p.tmt})


def _gelap(p: Perkara) -> bool:
    """Nothing says which post he holds there: none on the secondment, and the one on the list is not fully known."""
    r, j = dpk(p), p.jabatan
    if r is None or _eselon(p) or jenjang(p):
        return False
    return p.orang.jabatan is None or (j is not None and j.jenis != "pelaksana")


def _eselon(p: Perkara) -> BarisEselon | None:
    r, j = dpk(p), p.jabatan
    eselon = (r.eselon if r else None) or (j.eselon if j and j.jenis == "struktural" else None)
    return p.berlaku.eselon.get(eselon or "")


def jenjang(p: Perkara) -> BarisJenjang | None:
    """The level of the functional post held there; None when it is no functional post."""
    r, j = dpk(p), p.jabatan
    if r and r.eselon:
        return None
    nama = (r.jenjang if r else None) or (j.jenjang if j and j.jenis == "fungsional" else None)
    return p.berlaku.jenjang.get(jenjang_baku(p, nama, j.kategori if j else None) or "")
