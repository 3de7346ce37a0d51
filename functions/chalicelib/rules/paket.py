"""Paket: in which order documents lie in a pack, how they are named, and where a part ends. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from schemas.berkas import nama_untuk_bkn
from schemas.paket import BarisPaket

CADANGAN = 64_000
"""Bytes kept for the lists of a part."""


def beri_nama(baris: Sequence[BarisPaket], tabel: Mapping[str, str]) -> list[BarisPaket]:
    """Every row with its name in the ZIP, "NIP/SKKP_NIP.pdf"; a second document of one name gets "-2"."""
    dipakai: dict[str, int] = {}
    hasil = []
    for b in baris:
        nama = f"{b.nip}/{nama_untuk_bkn(b.slot, b.nip, tabel)}"
        ke = dipakai[nama.casefold()] = dipakai.get(nama.casefold(), 0) + 1
        hasil.append(b.model_copy(update={"jalur": nama if ke == 1 else f"{nama.removesuffix('.pdf')}-{ke}.pdf"}))
    return hasil


def akhir_bagian(baris: Sequence[BarisPaket], mulai: int, batas: int) -> int:
    """Where the part that begins at row `mulai` ends (exclusive), so that its documents weigh at most `batas` bytes.

    A case is not torn apart unless it alone is heavier than a part; at least one document goes in.
    """
    berat, akhir, batas_kasus = 0, mulai, mulai
    for i in range(mulai, len(baris)):
        if i > mulai and baris[i].usulan != baris[i - 1].usulan:
            batas_kasus = i
        berat += baris[i].ukuran
        if berat > batas - CADANGAN and i > mulai:
            return batas_kasus if batas_kasus > mulai else i
        akhir = i + 1
    return akhir
