"""What is read about an archive: its places, and the documents that the re-hash found damaged."""

from __future__ import annotations

from schemas.dasar import Id, Model
from schemas.pandangan_berkas import RingkasBerkas


class BarisRusak(Model):
    """A damaged document on the administrator's list."""

    id: Id
    label: str
    nomor_versi: int
    nama: str
    nip: str
    opd: str
    keutuhan: str
    """When it was found, when it was last whole, and what is left."""


class SlotArsip(Model):
    """One place of the archive: its newest version, which older ones are announced to go, which are gone."""

    slot: str
    label: str
    terbaru: RingkasBerkas | None
    akan: str = ""
    """ "Versi 1 akan dihapus pada 3 Januari 2028: …"."""
    kenangan: str = ""
    """What was deleted: what it was, when, by which rule."""
