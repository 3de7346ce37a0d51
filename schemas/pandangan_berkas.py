"""Pandangan: what the counters answer about documents and their way in and out."""

from __future__ import annotations

from schemas.berkas import KeadaanBerkas, SuratBerkas
from schemas.dasar import Id, Model, Versi, Waktu


class RingkasBerkas(Model):
    """One version of one document."""

    id: Id
    pegawai: Id
    slot: str
    label: str
    nomor_versi: int
    keadaan: KeadaanBerkas
    nama_asal: str
    ukuran: int
    halaman: int
    bertanda_tangan: bool
    surat: SuratBerkas
    boleh_isi: bool = False
    """May the asker write down what the paper says of itself?"""
    sha256: str
    pratinjau: int
    dibuat_pada: Waktu
    diterima_pada: Waktu | None
    diunggah_oleh: str
    """Name, not id."""
    periksa: str = ""
    """ "Diterima Siti Aminah, 3 November 2026"."""
    tolak_pesan: str = ""
    rusak_pada: Waktu | None = None
    """When its bytes were found to be others, or gone: it can no longer be looked at."""
    buka: Id | None = None
    """What is opened when somebody wants to look: this version or, when it is damaged, the newest other one of the slot that is whole."""
    keutuhan: str = ""
    """When its bytes were last found to be what they were; what is left when they are no more."""
    keterangan: str = ""
    """All that is to be said of it in the archive: version, dates, pages, who judged it, `keutuhan`."""
    sebutan: str = ""
    """Its tag: Rusak, Sudah diperiksa, Dikembalikan, Diterima; coloured as the status `warna`."""
    warna: str = ""
    versi: Versi


class RincianBerkas(RingkasBerkas):
    """One version, looked at by itself."""

    lain: tuple[RingkasBerkas, ...] = ()
    """The other versions of the slot that can still be looked at, newest first."""


class TiketUnggah(Model):
    """Send the bytes to `url` by `cara` with exactly these headers; then confirm at /api/berkas/{id}/penerimaan."""

    cara: str
    url: str
    kepala: dict[str, str]
    sampai: int


class JawabTiket(Model):
    """`tiket` null: these very bytes are in the archive already; nothing to send."""

    id: Id
    tiket: TiketUnggah | None


class AlamatBerkas(Model):
    """A short-lived address."""

    url: str
    detik: int


class PandanganPratinjau(Model):
    """Page images: for each page the addresses by width (pixels)."""

    halaman: list[dict[str, str]]
    siap: bool
