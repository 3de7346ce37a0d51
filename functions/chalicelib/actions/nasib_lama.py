"""Nasib lama: what became, or will become, of the older versions of one document, in words for its owner."""

from __future__ import annotations

from chalicelib.actions import Kantor, masa_simpan
from chalicelib.records import berkas as rak
from chalicelib.rules.hari_kerja import hari_wib
from schemas.berkas import Berkas
from schemas.tanggal import tanggal_panjang


def kata(kantor: Kantor, s: rak.Slot) -> dict[str, str]:
    """`akan`: announced, while deletion is switched on; `kenangan`: gone. Each version in sentences, oldest first; "" where none."""
    lama = rak.versi_slot(kantor.store, s.pegawai, s.slot)[::-1] if s.nomor > 1 else []
    akan = [_akan(b) for b in lama if b.hapus_pada and kantor.setelan.retensi]
    return {"akan": " ".join(akan), "kenangan": " ".join(_kenangan(kantor, b) for b in lama if b.dihapus_pada)}


def _akan(b: Berkas) -> str:
    return (
        f"Versi {b.nomor_versi} akan dihapus pada {tanggal_panjang(b.hapus_pada)}: {b.hapus_sebab}"
        if b.hapus_pada
        else ""
    )


def _kenangan(kantor: Kantor, b: Berkas) -> str:
    """By the row that was in force when it went."""
    baris = masa_simpan.baris(kantor, b.hapus_kelas, b.dihapus_pada)
    isi = f"{b.nama_asal}, {b.halaman} halaman" if b.nama_asal else f"{b.halaman} halaman"
    diterima = f", diterima {tanggal_panjang(hari_wib(b.diterima_pada))}" if b.diterima_pada else ""
    dihapus = f"dihapus pada {tanggal_panjang(hari_wib(b.dihapus_pada))}" if b.dihapus_pada else "dihapus"
    dasar = f" Dasar: {baris.dasar}." if baris else ""
    return f"Versi {b.nomor_versi} ({isi}{diterima}) {dihapus}. {b.hapus_sebab}{dasar}"
