"""Titipan: a file of whom nobody knows yet whose it is. Seen by its uploader alone, in nobody's archive, gone after a day."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from schemas.dasar import Id, Isian, Model, Sha256, Teks, Versi, Waktu
from schemas.pandangan_berkas import TiketUnggah


class Titipan(Model):
    """What its uploader has left to be read: found again by him and its bytes, by nobody else."""

    id: Id
    oleh: Id
    ukuran: int
    sha256: Sha256
    dibuat_pada: Waktu
    nama: str = ""
    """As its uploader called it; set once it was read and somebody's NIP found in it."""
    versi: Versi = 0


class IsianTitipan(Isian):
    """A PDF of unknown owner: to leave it, and to have it read. In the body, so that no name stands in an address or a log."""

    nama: Teks
    ukuran: Annotated[int, Field(ge=1, le=100_000_000)]
    sha256: Sha256


class BarisTitipan(Model):
    """One that was read and waits for its owner, as its uploader finds it again on another device."""

    nama: str
    ukuran: int
    sha256: Sha256
    alamat: str


class JawabTitipan(Model):
    """Send the bytes, then ask for the reading at /api/titipan/pembacaan."""

    tiket: TiketUnggah
