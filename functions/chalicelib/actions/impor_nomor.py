"""Impor nomor: telephone numbers from E-Kinerja come in: upload, columns, dry run, preview, application in pieces; or by the command."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from typing import NamedTuple

from chalicelib.actions import Kantor, terap_nomor
from chalicelib.actions.audit import catatan
from chalicelib.actions.impor import admin
from chalicelib.actions.meja_impor import MejaImpor, dasar, sekaligus, sudah_diterapkan
from chalicelib.actions.pelaku import sistem
from chalicelib.records import impor as rak
from chalicelib.rules.nomor_impor import LABEL
from schemas.impor import ImporNomor
from schemas.pandangan_impor import PandanganImporNomor
from schemas.pandangan_kantor import BarisImpor

SEBUTAN = {
    "baru": "nomor baru", "berubah": "berubah", "sama": "sama", "tetap": "tetap (dipastikan pemiliknya)",
    "tak_terdaftar": "NIP tidak terdaftar", "bersama": "nomor dipakai bersama", "kosong": "baris tanpa nomor", "ditolak": "baris ditolak",
}  # fmt: skip


def sajikan(kantor: Kantor, i: ImporNomor) -> PandanganImporNomor:
    """An import in words."""
    kolom = [(n, label, True) for n, label in LABEL.items()] if i.judul else []
    return PandanganImporNomor.model_validate({**dasar(kantor, i), "kolom": kolom})


def _cap(sha256: str) -> str:
    return f"{sha256}#nomor"


MEJA = MejaImpor(
    rak.RAK_NOMOR,
    "terapkan impor nomor",
    sajikan,
    lambda kantor, i: terap_nomor.uji(kantor, i),
    lambda kantor, i: terap_nomor.potong(kantor, i),
    cap=lambda i: _cap(i.sha256),
    boleh=admin,
    rincian=lambda i: {"berkas": i.nama, "baru": i.baru, "berubah": i.berubah},
)


class HasilPerintah(NamedTuple):
    """What the command found (and, when it was no trial, did)."""

    hitung: dict[str, int]
    baris: dict[str, list[BarisImpor]]


def perintah(
    kantor: Kantor, isi: bytes, nama: str, kolom: dict[str, str], katakan: Callable[[str], None], *, uji: bool
) -> HasilPerintah:  # noqa: PLR0913
    """Read, compare with the records and, unless `uji`, apply. Raises TakSah, Bentrok (applied before)."""
    t = terap_nomor.tabel(isi, nama)
    peta = terap_nomor.peta(kantor, t.judul, kolom)
    hasil = terap_nomor.baca(kantor, t, peta)
    tinjauan = HasilPerintah(*terap_nomor.tinjau(kantor, hasil))
    if uji:
        return tinjauan
    sha = hashlib.sha256(isi).hexdigest()
    if rak.pernah_diterapkan(kantor.store, _cap(sha)):
        raise sudah_diterapkan()
    oleh = sistem()
    impor = ImporNomor(
        id=kantor.id_baru(),
        nama=nama[:200],
        ukuran=len(isi),
        sha256=sha,
        dibuat_pada=kantor.jam(),
        oleh=oleh.id,
        judul=t.judul,
        peta=peta,
    )
    sekaligus(list(hasil.orang.values()), lambda x: terap_nomor.terapkan(kantor, x, impor), katakan)
    rincian: dict[str, object] = {
        "berkas": impor.nama,
        "baru": tinjauan.hitung["baru"],
        "berubah": tinjauan.hitung["berubah"],
    }
    jejak = catatan(kantor, oleh, MEJA.jejak, sha[:12], rincian)
    kantor.store.write(rak.klaim_isi(_cap(sha), "perintah"), jejak, terap_nomor.simpan_peta(kantor, t.judul, peta))
    return tinjauan


def laporan(hasil: HasilPerintah) -> Iterator[str]:
    """The result for a person at the keyboard."""
    h = hasil.hitung
    yield f"{h['jumlah']} baris: " + ", ".join(f"{h[n]} {sebut}" for n, sebut in SEBUTAN.items()) + "."
    for macam in ("ditolak", "peringatan", "tetap"):
        yield from (f"Baris {b.baris} ({b.kode}): {b.pesan}" for b in hasil.baris[macam])
