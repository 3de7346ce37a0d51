"""Imported rows laid over what is known of a person: new, changed, the same, or refused because a document stands against it. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from chalicelib.rules.baca_fakta import FaktaTerbaca
from chalicelib.rules.daftar_asn import Temuan
from chalicelib.rules.riwayat import sebut
from schemas.fakta import KUNCI, JenisFakta
from schemas.riwayat import Asal, BarisFakta, Riwayat

TERBANYAK = 1000
"""Rows of one kind that one career may have: a column of NIPs that went wrong does not land on one person."""


@dataclass
class Paduan:
    """The histories as they would become, and what happened to each row."""

    riwayat: Riwayat
    baru: int = 0
    sama: int = 0
    ubah: list[tuple[int, str, str]] = field(default_factory=list)
    """(row, before, after); before is "" for a new fact."""
    ditolak: list[Temuan] = field(default_factory=list)

    @property
    def berubah(self) -> int:
        """Facts that replace an earlier telling."""
        return len(self.ubah) - self.baru


def padukan(
    riwayat: Riwayat,
    jenis: JenisFakta,
    baris: Sequence[FaktaTerbaca],
    asal: Callable[[FaktaTerbaca], Asal],
    id_baru: Callable[[], str],
) -> Paduan:
    """Lay the rows over `riwayat`, in their order. What BKPSDM confirmed from a document is not overwritten."""
    isi = list(riwayat.baris.get(jenis, []))
    letak = {_kunci(jenis, lama.isi): n for n, lama in reversed(list(enumerate(isi)))}
    hasil = Paduan(riwayat)
    for b in baris:
        ada = letak.get(_kunci(jenis, b.isi))
        if ada is None and len(isi) >= TERBANYAK:
            pesan = f"Sudah {TERBANYAK} baris untuk satu orang. Periksa apakah kolom NIP terisi NIP yang sama."
            hasil.ditolak.append(Temuan(b.baris, "riwayat-penuh", pesan))
        elif ada is None:
            letak[_kunci(jenis, b.isi)] = len(isi)
            isi.append(BarisFakta(id=id_baru(), isi=b.isi, asal=asal(b)))
            hasil.baru += 1
            hasil.ubah.append((b.baris, "", sebut(jenis, b.isi)))
        elif isi[ada].isi == b.isi:
            hasil.sama += 1
        elif isi[ada].asal.usul:
            pesan = f"Berbeda dari fakta yang disahkan ({sebut(jenis, isi[ada].isi)}). Usulkan perbaikannya bila itu keliru."
            hasil.ditolak.append(Temuan(b.baris, "sudah-disahkan", pesan))
        else:
            hasil.ubah.append((b.baris, sebut(jenis, isi[ada].isi), sebut(jenis, b.isi)))
            isi[ada] = BarisFakta(id=id_baru(), isi=b.isi, asal=asal(b))
    if hasil.ubah:
        nihil = {j: a for j, a in riwayat.nihil.items() if j is not jenis}
        hasil.riwayat = riwayat.model_copy(update={"baris": {**riwayat.baris, jenis: isi}, "nihil": nihil})
    return hasil


def _kunci(jenis: JenisFakta, isi: dict[str, object]) -> tuple[str, ...]:
    return tuple(str(isi.get(n) or "").casefold() for n in KUNCI[jenis])
