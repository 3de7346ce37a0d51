"""What the worker does, in order. Each line is one action of the house; the worker itself knows none of them."""

from __future__ import annotations

from chalicelib.actions import (
    Kantor,
    antar,
    audit,
    cari,
    gambar,
    impor,
    impor_riwayat,
    jadwal,
    periksa_ulang,
    periode,
    pindah,
    ramalan,
    surat_masuk,
    unggah,
)
from chalicelib.edge.pekerja import Tugas

JAM, HARI = 3600.0, 86_400.0


def daftar(kantor: Kantor) -> list[Tugas]:
    """The periodic jobs of this office, the most awaited first."""
    return [
        Tugas("surat masuk", lambda: surat_masuk.olah(kantor) > 0, 2.0),
        Tugas("antar kabar", lambda: antar.antar(kantor) > 0, 2.0),
        Tugas("gambar halaman", lambda: gambar.kerjakan(kantor) > 0, 2.0),
        Tugas("impor", lambda: impor.kerjakan(kantor), 2.0),
        Tugas("impor riwayat", lambda: impor_riwayat.kerjakan(kantor), 2.0),
        Tugas("pindahan unit", lambda: pindah.kerjakan_pindahan(kantor) > 0, 5.0),
        Tugas("ramalan", lambda: ramalan.kerjakan(kantor), 5.0),
        Tugas("cuplikan pencarian", lambda: cari.perbarui(kantor), 15.0),
        Tugas("sapu catatan kedaluwarsa", lambda: kantor.store.sapu() > 0, JAM),
        Tugas("sapu unggahan", lambda: unggah.sapu(kantor) > 0, JAM),
        Tugas("sapu sisa unggahan", lambda: unggah.sapu_sisa(kantor) < 0, HARI),
        Tugas("periksa ulang dokumen", lambda: periksa_ulang.kerjakan(kantor) > 0, JAM),
        Tugas("periode", lambda: periode.sediakan(kantor) < 0, HARI),
        Tugas("jadwal kabar", lambda: jadwal.kerjakan(kantor) < 0, 300.0),
        Tugas("segel harian", lambda: audit.segel_harian(kantor), JAM),
    ]
