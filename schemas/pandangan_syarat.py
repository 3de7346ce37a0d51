"""Pandangan: a verdict of the rules in words, ready to be shown."""

from __future__ import annotations

from schemas.usulan import Kelayakan


class PandanganSyarat(Kelayakan):
    """`judul` kind and target, `kalimat` the verdict in one sentence, `sebutan` and `warna` its tag."""

    judul: str = ""
    kalimat: str = ""
    sebutan: str = ""
    warna: str = ""
