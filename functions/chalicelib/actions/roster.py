"""Roster: an import from the command line: checked without any service, or applied at once with its progress told."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from chalicelib.actions import Kantor, terap
from chalicelib.actions.audit import catatan
from chalicelib.actions.cari import perbarui, usangkan
from chalicelib.actions.meja_impor import sekaligus, sudah_diterapkan
from chalicelib.actions.pelaku import sistem
from chalicelib.records import impor as rak
from chalicelib.rules.daftar_asn import HasilBaca
from chalicelib.rules.hari_kerja import hari_wib


def periksa(isi: bytes, nama: str) -> HasilBaca:
    """The dry run. Raises TakSah when it is no roster."""
    return terap.baca(isi, nama, hari_wib(datetime.now(UTC)))


def masukkan(kantor: Kantor, isi: bytes, nama: str, katakan: Callable[[str], None]) -> HasilBaca:
    """Apply it. Stopped in the middle it may be run again: whole people are in, the rest follows. Raises Bentrok (done before)."""
    sidik = hashlib.sha256(isi).hexdigest()
    if rak.pernah_diterapkan(kantor.store, sidik):
        raise sudah_diterapkan()
    hasil = terap.baca(isi, nama, hari_wib(kantor.jam()))
    sekaligus(hasil.orang, lambda bagian: terap.terapkan(kantor, bagian), katakan)
    terap.catat_meleset(kantor, hasil)
    kantor.store.write(rak.klaim_isi(sidik, "perintah"), catatan(kantor, sistem(), "terapkan impor", sidik[:12]))
    usangkan(kantor)
    perbarui(kantor)
    return hasil


def laporan(hasil: HasilBaca) -> Iterator[str]:
    """The result for a person at the keyboard."""
    yield f"{hasil.jumlah} baris: {len(hasil.orang)} dapat diterima, {len(hasil.ditolak)} ditolak."
    if hasil.kurang:
        yield f"Kolom yang tidak ada dalam berkas: {', '.join(hasil.kurang)}."
    for judul, daftar in (("Ditolak", hasil.ditolak), ("Peringatan", hasil.peringatan), ("Data kurang", hasil.celah)):
        for kode, banyak in sorted(Counter(t.kode for t in daftar).items()):
            contoh = next(t for t in daftar if t.kode == kode)
            yield f"{judul}: {banyak} baris {kode}, misalnya baris {contoh.baris}: {contoh.pesan}"
