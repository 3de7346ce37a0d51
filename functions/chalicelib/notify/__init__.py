"""The port of messages: hand one text to one person over one channel, and say what is known of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from schemas.kabar import SebabGagal as Sebab

__all__ = ["Hasil", "KeadaanKirim", "Notify", "Sebab", "Surat"]

KeadaanKirim = Literal["diterima_penyedia", "terkirim", "sampai", "dibaca", "gagal", "ragu"]


@dataclass(frozen=True)
class Surat:
    """What leaves the house: a stable id (for de-duplication), the address (E.164 number or mail), the plain text."""

    id: str
    tujuan: str
    isi: str
    kode: str
    """Which notice it is, e.g. "N5"; templates are chosen by it."""
    nilai: tuple[str, ...] = ()
    """What fills the template's places."""
    bebas: bool = False
    """An answer to what the person has just written: free text is allowed."""


@dataclass(frozen=True)
class Hasil:
    """What the channel says: the state, its own reference, and why not (a sentence in Indonesian and its class).

    `ragu`: the line broke after the message may have been taken; only the provider's later word can tell.
    """

    keadaan: KeadaanKirim
    rujukan: str = ""
    alasan: str = ""
    sebab: Sebab | None = None


class Notify(Protocol):
    """A channel. `kirim` never raises for a refused message: the Hasil says so; it raises Terhenti when it was certainly not sent."""

    nama: str
    surel: bool
    """It goes to a mail address; else to a phone."""
    orang_per_hari: int
    """To how many people a day it may be given; 0: any."""

    def kirim(self, surat: Surat) -> Hasil:
        """Hand over one message."""
