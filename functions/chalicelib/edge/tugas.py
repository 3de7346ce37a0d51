"""What the worker does, in order. Each line is one action of the house; the worker itself knows none of them."""

from __future__ import annotations

import chalicelib.wiring as wiring
from chalicelib.actions import (
    Kantor,
    antar,
    audit,
    cari,
    gambar,
    hitung_kabar,
    impor,
    impor_nomor,
    impor_riwayat,
    jadwal,
    laporan,
    paket_kerja,
    periksa_ulang,
    periode,
    pindah,
    ramalan,
    retensi,
    sapu_cetak,
    sapu_unggah,
    surat_masuk,
    susul,
    titipan,
)
from chalicelib.edge.pekerja import HARI, JAM, Tugas


def daftar(kantor: Kantor) -> list[Tugas]:
    """The periodic jobs of this office, the most awaited first."""
    return [
        *_dari_aws(kantor),
        Tugas("surat masuk", lambda: surat_masuk.olah(kantor) > 0, 2.0),
        Tugas("antar kabar", lambda: antar.antar(kantor) > 0, 2.0),
        Tugas("gambar halaman", lambda: gambar.kerjakan(kantor) > 0, 2.0),
        Tugas("impor", lambda: impor.MEJA.kerjakan(kantor), 2.0),
        Tugas("impor nomor", lambda: impor_nomor.MEJA.kerjakan(kantor), 2.0),
        Tugas("impor riwayat", lambda: impor_riwayat.MEJA.kerjakan(kantor), 2.0),
        Tugas("pindahan unit", lambda: pindah.kerjakan_pindahan(kantor) > 0, 5.0),
        Tugas("ramalan", lambda: ramalan.kerjakan(kantor), 5.0),
        Tugas("paket berkas", lambda: paket_kerja.kerjakan(kantor), 5.0),
        Tugas("cuplikan pencarian", lambda: cari.perbarui(kantor), 15.0),
        Tugas("hitung kabar", lambda: hitung_kabar.kerjakan(kantor) > 0, 30.0),
        Tugas("laporan usulan", lambda: laporan.kerjakan(kantor), 60.0),
        Tugas("sapu catatan kedaluwarsa", lambda: kantor.store.sapu() > 0, JAM),
        Tugas("sapu unggahan", lambda: sapu_unggah.sapu(kantor) > 0, JAM),
        Tugas("sapu titipan", lambda: titipan.sapu(kantor) > 0, JAM),
        Tugas("sapu sisa unggahan", lambda: sapu_unggah.sapu_sisa(kantor) < 0, HARI),
        Tugas("sapu paket", lambda: paket_kerja.sapu(kantor) > 0, JAM),
        Tugas("sapu cetakan", lambda: sapu_cetak.sapu(kantor) > 0, JAM),
        Tugas("retensi", lambda: retensi.kerjakan(kantor), JAM),
        Tugas("susul dokumen lama", lambda: susul.kerjakan(kantor), 300.0),
        Tugas("periksa ulang dokumen", lambda: periksa_ulang.kerjakan(kantor) > 0, JAM),
        Tugas("periode", lambda: periode.sediakan(kantor) < 0, HARI),
        Tugas("jadwal kabar", lambda: jadwal.kerjakan(kantor) < 0, 300.0),
        Tugas("segel harian", lambda: audit.segel_harian(kantor), JAM),
    ]


def _dari_aws(kantor: Kantor) -> list[Tugas]:
    """WhatsApp's events of AWS, for a server that has no functions: fetched from the queue."""
    if not kantor.setelan.wa_antrean_url:
        return []
    ambil = wiring.antrean_masuk(kantor.setelan)
    return [Tugas("surat dari AWS", lambda: ambil(lambda isi: surat_masuk.terima_aws(kantor, isi)) > 0, 5.0)]
