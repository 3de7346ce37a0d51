"""Pilihan: how a person wants to be told: over which channel, how often, by which title; and whose phone it is."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from schemas.dasar import Id, Isian, Model, Versi

Lewat = Literal["utama", "surel", "situs"]
"""The office's channel, mail, or read in SIKAP only."""
Sapaan = Literal["Bapak/Ibu", "Bapak", "Ibu"]


class Pilihan(Model):
    """One person's choices. What the law owes him (N5, N7, N13, codes) reaches him whatever he chose."""

    akun: Id
    lewat: Lewat = "utama"
    ringkas: bool = False
    """Ordinary notices once a day, in one message."""
    sapaan: Sapaan = "Bapak/Ibu"
    nomor_orang_lain: str = ""
    """The number (E.164) that he says is not his own: a child's, a colleague's."""
    nomor_benar: str = ""
    """The number (E.164) from which he confirmed a code: personal notices may go there."""
    nomor_pilihan: str = ""
    """The number (E.164) that he put on record himself, by a code to his old one."""
    versi: Versi = 0


class PandanganPilihan(Model):
    """His own page: his choices and what can be chosen."""

    lewat: Lewat
    ringkas: bool
    sapaan: Sapaan
    orang_lain: bool
    nomor_dipakai: bool
    """Personal notices may go to his number."""
    bersama: bool
    """Somebody else has the same number on record."""
    telepon_ujung: str
    surel: bool
    """He has a mail address, and the office sends mail."""


class IsianPilihan(Isian):
    """What he chooses."""

    lewat: Annotated[Lewat, Field(title="Kabar biasa dikirim lewat")]
    ringkas: Annotated[bool, Field(title="Satu ringkasan sehari")] = False
    sapaan: Annotated[Sapaan, Field(title="Sapaan")] = "Bapak/Ibu"
    orang_lain: Annotated[bool, Field(title="Nomor ini bukan nomor saya sendiri")] = False
