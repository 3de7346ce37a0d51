"""What a deployment costs a month, read from `harga.toml`: estimates with a date and where each was taken from."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import NamedTuple

from infra.tempat import AKAR, Berhenti

BERKAS = AKAR / "infra" / "harga.toml"


class Harga(NamedTuple):
    """One row: rupiah a month, as of a day, from where."""

    nama: str
    sebulan: int
    tanggal: date
    sumber: str
    perkiraan: bool
    """Nobody has found this figure in a price list or on a bill."""


def baca(sasaran: str, berkas: Path = BERKAS) -> list[Harga]:
    """The rows of one target, in the file's order. Raises Berhenti for a row without a price, a date or a source."""
    try:
        isi = tomllib.loads(berkas.read_text(encoding="utf-8"))[sasaran]
        return [_baris(berkas, f"{sasaran}.{nama}", satu) for nama, satu in isi.items()]
    except (OSError, tomllib.TOMLDecodeError, KeyError, AttributeError):
        raise Berhenti(f"{berkas}: tidak dapat dibaca, atau bagian [{sasaran}.…] tidak ada.") from None


def rincian(daftar: list[Harga]) -> str:
    """One line for `plan`: each part, how old the oldest figure is, and where the figures are from."""
    from infra.langkah import rupiah

    bagian = ", ".join(
        f"{h.nama.split('.')[-1]} {rupiah(h.sebulan)}{' (perkiraan)' if h.perkiraan else ''}" for h in daftar
    )
    sumber = "; ".join(dict.fromkeys(h.sumber for h in daftar))
    return f"{bagian} (per {min(h.tanggal for h in daftar):%d-%m-%Y}; sumber: {sumber})"


def _baris(berkas: Path, nama: str, isi: object) -> Harga:
    if isinstance(isi, dict):
        sebulan, tanggal, sumber = isi.get("sebulan"), isi.get("tanggal"), isi.get("sumber")
        perkiraan = isi.get("perkiraan", False)
        if (
            type(sebulan) is int
            and sebulan >= 0
            and type(tanggal) is date
            and isinstance(sumber, str)
            and sumber.strip()
            and isinstance(perkiraan, bool)
        ):
            return Harga(nama, sebulan, tanggal, sumber, perkiraan)
    raise Berhenti(
        f'{berkas}: [{nama}] perlu sebulan = angka rupiah, tanggal = 2026-11-26, dan sumber = "dari mana"; perkiraan = true bila belum dicocokkan.'
    )
