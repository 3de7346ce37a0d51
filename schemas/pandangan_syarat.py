"""Pandangan: a verdict of the rules in words, ready to be shown."""

from __future__ import annotations

from typing import Literal

from schemas.usulan import Kelayakan, TemuanSyarat

KelompokTemuan = Literal["kurang", "gelap", "catatan"]
"""What is missing, what is not known, what one should know besides."""


class PandanganTemuan(TemuanSyarat):
    """A finding, and under which heading it is read."""

    kelompok: KelompokTemuan


class PandanganSyarat(Kelayakan):
    """`judul` kind and target, `kalimat` the verdict in one sentence, `sebutan` and `warna` its tag, `judul_alasan` the heading
    over what is met."""

    temuan: tuple[PandanganTemuan, ...] = ()
    judul_alasan: str = ""
    judul: str = ""
    kalimat: str = ""
    sebutan: str = ""
    warna: str = ""
