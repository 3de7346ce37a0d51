"""Who may rise, when, why, and what is missing. Pure: facts and rule tables in, an answer out; it advises, people decide.

`nilai` is the way in. One module per kind says whose subject it is, to which rank, and every condition; `gerbang` is
common to all that follow periods; `cepat` finds the first legal date.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from chalicelib.rules.kelayakan.daftar import KIND
from chalicelib.rules.kelayakan.fakta import Fakta, Perkara
from chalicelib.rules.kelayakan.jawab import hasil, saran
from schemas.aturan import Aturan
from schemas.aturan_baris import BarisTenggat
from schemas.kelayakan import Hasil, Jawaban, Orang
from schemas.usulan import Jenis


def nilai(orang: Orang, aturan: Aturan, tenggat: BarisTenggat | None = None) -> Jawaban:
    """Judge one person on `orang.tmt_usul`: the kind asked for, or every kind whose subject he is.

    `tenggat` replaces the submission offsets of the tables (an administrator's own periods).
    """
    fakta = Fakta(orang, aturan)
    jenis = [orang.jenis] if orang.jenis else jenis_orang(fakta, orang.tmt_usul)
    semua = tuple(hasil(Perkara(fakta, j, orang.tmt_usul), tenggat) for j in jenis)
    return Jawaban(nip=orang.nip, hasil=semua, saran=saran(semua, orang.tmt_usul))


def nilai_jenis(orang: Orang, jenis: Jenis, aturan: Aturan, tmt: date | None = None) -> Hasil:
    """Judge one kind, whatever the person's subject; `tmt` in place of `orang.tmt_usul`."""
    return hasil(Perkara(Fakta(orang, aturan), jenis, tmt or orang.tmt_usul), None)


def nilai_banyak(orang: Iterable[Orang], aturan: Aturan) -> list[Jawaban]:
    """Judge many, in their order."""
    return [nilai(o, aturan) for o in orang]


def jenis_orang(fakta: Fakta, tmt: date) -> list[Jenis]:
    """The kinds whose subject he is on a date, in the order of the law; REGULER, STRUKTURAL and FUNGSIONAL while his post is unknown."""
    return [j for j, k in KIND.items() if k.subjek(Perkara(fakta, j, tmt))]
