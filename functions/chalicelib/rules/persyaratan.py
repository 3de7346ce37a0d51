"""Persyaratan: which documents a kind asks of this person on this TMT, and why (domain 6.1). Rows of berkas.toml."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from chalicelib.rules.kelayakan import fungsional, pendidikan, ujian_dinas
from chalicelib.rules.kelayakan.fakta import Fakta, Perkara
from chalicelib.rules.kelayakan.kinerja import tahun_dinilai
from chalicelib.rules.kelayakan.penyesuaian_ijazah import dipakai
from chalicelib.rules.kelayakan.tugas_belajar import ijazah_tubel
from chalicelib.rules.kelayakan.ujian_dinas import Bebas
from schemas.aturan import Aturan
from schemas.aturan_baris import BarisBerkas
from schemas.berkas import SLOT
from schemas.kelayakan import Orang
from schemas.usulan import Jenis


class SyaratBerkas(NamedTuple):
    """One line of the checklist: the slot, whether the proposal waits for it, why it is asked, and what does as well."""

    slot: str
    wajib: bool
    sebab: str
    atau: str = ""


def daftar(orang: Orang, jenis: Jenis, aturan: Aturan) -> tuple[SyaratBerkas, ...]:
    """The checklist for one person, kind and TMT (`orang.tmt_usul`), in the order of the table."""
    return dari_perkara(Perkara(Fakta(orang, aturan), jenis, orang.tmt_usul))


def dari_perkara(p: Perkara) -> tuple[SyaratBerkas, ...]:
    """The same for a case at hand; a slot asked for twice stands once, by its first reason."""
    baris: dict[str, SyaratBerkas] = {}
    for r in p.berlaku.berkas_jenis[p.jenis]:
        if BILA[r.bila](p):
            for slot in _slot(p, r):
                baris.setdefault(slot, SyaratBerkas(slot, r.wajib, r.sebab, r.atau))
    return tuple(baris.values())


def kurang(p: Perkara) -> tuple[str, ...]:
    """Required slots that are not among `orang.berkas`; all of them when the archive is not known."""
    ada = set(p.orang.berkas or ())
    return tuple(s.slot for s in dari_perkara(p) if s.wajib and s.slot not in ada and s.atau not in ada)


def _slot(p: Perkara, r: BarisBerkas) -> Iterator[str]:
    """The slots of a row, with their suffixes."""
    akhiran = SLOT[r.slot].akhiran
    if akhiran == "":
        yield r.slot
    elif r.slot == "skp":
        yield from (f"skp-{t}" for t in tahun_dinilai(p, r.tahun))
    elif r.slot == "pak":
        yield f"pak-{tahun_dinilai(p, 1)[0]}"
    elif r.slot == "stlud":
        b = ujian_dinas.baris(p)
        yield f"stlud-{b.ujian[-1]}" if b else "stlud-1"
    elif tingkat := _ijazah(p, r.bila):
        yield f"ijazah-{tingkat.split('_')[0].lower()}"


def _ijazah(p: Perkara, bila: str) -> str | None:
    if bila == "bebas-ujian-ijazah":
        alasan = _bebas(p)
        return alasan.apa if alasan else None
    if bila == "ijazah-baru":
        kini = pendidikan.diakui(p, p.tmt)
        return kini.tingkat if kini else None
    s = ijazah_tubel(p) if p.jenis is Jenis.SELESAI_TUBEL else dipakai(p)
    return s.tingkat if s else None


def _bebas(p: Perkara) -> Bebas | None:
    b = ujian_dinas.baris(p)
    return ujian_dinas.bebas(p, b) if b else None


def _jabatan(jenis: str) -> Callable[[Perkara], bool]:
    return lambda p: p.jabatan is not None and p.jabatan.jenis == jenis


def _naik_jenjang(p: Perkara) -> bool:
    j = fungsional.jenjang(p)
    return j is not None and p.pangkat is not None and p.pangkat.gol < j.terendah


def _ijazah_baru(p: Perkara) -> bool:
    kini = pendidikan.diakui(p, p.tmt)
    mulai = p.pangkat.mulai if p.pangkat else None
    return kini is not None and mulai is not None and kini.sejak > mulai


BILA: dict[str, Callable[[Perkara], bool]] = {
    "selalu": lambda p: True,
    "kp-pertama": lambda p: p.pangkat is not None and p.pangkat.pertama,
    "bukan-kp-pertama": lambda p: p.pangkat is None or not p.pangkat.pertama,
    "pelaksana": lambda p: not _jabatan("struktural")(p) and not _jabatan("fungsional")(p),
    "struktural": _jabatan("struktural"),
    "fungsional": _jabatan("fungsional"),
    "naik-jenjang": _naik_jenjang,
    "ujian-dinas": lambda p: ujian_dinas.baris(p) is not None and _bebas(p) is None,
    "bebas-ujian-ijazah": lambda p: (b := _bebas(p)) is not None and b.karena == "ijazah",
    "bebas-ujian-diklat": lambda p: (b := _bebas(p)) is not None and b.karena == "diklat",
    "ijazah-baru": _ijazah_baru,
    "ijazah-sasaran": lambda p: True,
    "tugas-belajar": lambda p: p.fakta.tubel_pada(p.tmt) is not None,
    "atasan-dibatasi": lambda p: True,
    "meninggal": lambda p: p.orang.meninggal is not None,
    "cacat": lambda p: p.orang.cacat_karena_dinas is True,
}
