"""The port of messages: hand one text to one person over one channel, and say what is known of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from schemas.kabar import SebabGagal as Sebab

__all__ = ["Hasil", "KeadaanKirim", "Notify", "Surat"]

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

    @property
    def nama(self) -> str:
        """What settings and records call it."""

    @property
    def surel(self) -> bool:
        """It goes to a mail address; else to a phone."""

    @property
    def menyela(self) -> bool:
        """It rings at somebody's side, so it keeps the quiet hours; what is only written down waits for nobody's sleep."""

    @property
    def orang_per_hari(self) -> int:
        """To how many people a day it may be given; 0: any."""

    def kirim(self, surat: Surat) -> Hasil:
        """Hand over one message."""
