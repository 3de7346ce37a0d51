"""Pilihan on the shelf: one small item a person, absent until he chooses."""

from __future__ import annotations

from chalicelib.records.rak import Rak
from chalicelib.store import Put, Store
from schemas.pilihan import Pilihan

RAK = Rak(Pilihan, lambda p: kunci(p.akun))


def kunci(akun: str) -> tuple[str, str]:
    """Where his choices lie."""
    return f"PILIHAN#{akun}", "-"


def ambil(store: Store, akun: str) -> Pilihan:
    """His choices; what everybody has before he chooses."""
    return RAK.ambil(store, *kunci(akun)) or Pilihan(akun=akun)


def ubah(store: Store, akun: str, **isi: object) -> Put:
    """His choices with these changed, as a write."""
    return RAK.taruh(ambil(store, akun).model_copy(update=isi))
