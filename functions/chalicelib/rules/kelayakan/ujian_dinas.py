"""Ujian dinas at II/d -> III/a and III/d -> IV/a, and who need not sit it (domain 2.3)."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from chalicelib.rules.kelayakan.catat import Catat, halang, penuhi, tanda_lulus, telaah
from chalicelib.rules.kelayakan.fakta import Perkara
from schemas.aturan_baris import BarisUjian

SERAHKAN = "Ikuti ujiannya, atau serahkan tanda lulus, ijazah, atau sertifikatnya bila sudah ada."
SEBAB = {"ijazah": "memiliki ijazah", "diklat": "telah mengikuti", "jabatan fungsional": "memegang"}


class Bebas(NamedTuple):
    """Why no examination is needed: "jenis", "ijazah", "diklat" or "jabatan fungsional", and which."""

    karena: str
    apa: str


def baris(p: Perkara) -> BarisUjian | None:
    """The examination that stands at this border; None where there is none or this kind is free of it."""
    b = p.berlaku.ujian.get(p.pangkat.gol) if p.pangkat else None
    return None if b is None or p.jenis in b.bebas_jenis else b


def bebas(p: Perkara, b: BarisUjian, *, jf: bool = False) -> Bebas | None:
    """The exemption, if there is one. `jf`: he holds (or held before his study) a functional post."""
    if jf or (p.jabatan and p.jabatan.jenis == "fungsional"):
        return Bebas("jabatan fungsional", "jabatan fungsional")
    ijazah = [o.tingkat for o in p.fakta.pendidikan_dimiliki(p.tmt) if o.tingkat in b.bebas_pendidikan]
    if ijazah:
        return Bebas("ijazah", max(ijazah, key=b.bebas_pendidikan.index))
    diakui = {_ringkas(d) for d in b.bebas_diklat}
    ikut = [d.jenis for d in p.orang.diklat or [] if _ringkas(d.jenis) in diakui and (d.tahun or 0) <= p.tmt.year]
    return Bebas("diklat", min(ikut)) if ikut else None


def periksa(p: Perkara, *, jf: bool = False) -> list[Catat]:
    """Passed, exempt, or not yet."""
    b = baris(p)
    if b is None:
        return []
    if alasan := bebas(p, b, jf=jf):
        return [
            penuhi("ujian-terpenuhi", f"Dibebaskan dari {b.nama} karena {SEBAB[alasan.karena]} {alasan.apa}.", b.dasar)
        ]
    lulus = [u.lulus for u in p.orang.ujian or [] if u.jenis == b.ujian]
    if any(d is not None and d <= p.tmt for d in lulus):
        return [penuhi("ujian-terpenuhi", f"Lulus {b.nama}.", b.dasar)]
    if kurang := _belum_diketahui(p, lulus):
        pesan = f"Belum diketahui apakah sudah lulus {b.nama} atau dibebaskan ({kurang} belum tercatat)."
        return [telaah(kurang, pesan, b.dasar)]
    nanti = min((d for d in lulus if d), default=None)
    pesan = f"Naik dari {b.dari.tulisan} memerlukan tanda lulus {b.nama}, kecuali ada ijazah atau diklat yang membebaskan. Belum ada satu pun yang tercatat.{tanda_lulus(nanti, SERAHKAN)}"
    return [halang("ujian-dinas-belum", pesan, b.dasar, nanti)]


def _belum_diketahui(p: Perkara, lulus: list[date | None]) -> str:
    if p.orang.ujian is None or None in lulus:
        return "ujian"
    return "pendidikan" if p.orang.pendidikan is None else "diklat" if p.orang.diklat is None else ""


def _ringkas(nama: str) -> str:
    """ "Diklat Pim Tingkat III", "DIKLATPIM TK. III", "PIM III" -> "DIKLATPIMIII"."""
    besar = re.sub(r"\b(TINGKAT|TK)\b\.?", "", nama.upper())
    padat = re.sub(r"[^A-Z]", "", besar)
    return re.sub(r"^(DIKLAT|PELATIHAN)?(KEPEMIMPINAN|PIM)(?=[IV]+$)", "DIKLATPIM", padat)
