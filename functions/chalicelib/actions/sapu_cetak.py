"""Sapu cetak: what was printed for one download is cleared; its id tells when it was made."""

from __future__ import annotations

from chalicelib.actions import Kantor
from chalicelib.actions.masa_simpan import lama
from chalicelib.documents import kunci as k


def sapu(kantor: Kantor, batas: int = 200) -> int:
    """Clear up to `batas` prints that lay their time, the oldest first. Answers how many."""
    tepi = k.cetak_sejak(int((kantor.jam() - lama(kantor, "cetakan")).timestamp() * 1000))
    basi = [x for x in kantor.documents.daftar("cetak/", batas=batas) if x < tepi]
    for satu in basi:
        kantor.documents.hapus(satu)
    return len(basi)
