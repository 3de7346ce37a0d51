"""The port of messages: hand one text to one person over one channel, and say what is known of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

KeadaanKirim = Literal["diterima_penyedia", "terkirim", "sampai", "dibaca", "gagal", "tak_terkonfirmasi"]


@dataclass(frozen=True)
class Surat:
    """What leaves the house: a stable id (for de-duplication), the address (E.164 number or mail), the plain text."""

    id: str
    tujuan: str
    isi: str
    kode: str
    """Which notice it is, e.g. "N5"; templates are chosen by it."""


@dataclass(frozen=True)
class Hasil:
    """What the channel says: the state, its own reference, and a reason in Indonesian when it failed."""

    keadaan: KeadaanKirim
    rujukan: str = ""
    alasan: str = ""
    ulangi: bool = False
    """True when trying the same message again later makes sense."""


class Notify(Protocol):
    """A channel. `kirim` never raises for a refused message: the Hasil says so; it raises Terhenti when the channel is away."""

    nama: str

    def kirim(self, surat: Surat) -> Hasil:
        """Hand over one message."""
