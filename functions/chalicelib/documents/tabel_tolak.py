"""Refusals of a table, each with what to do now."""

from __future__ import annotations

from chalicelib.galat import TakSah, TerlaluBesar
from schemas.tanggal import ribuan

PETUNJUK = "Pakai berkas ekspor SIASN (.xlsx) atau CSV, tanpa diubah."
SIMPAN_ULANG = (
    "Buka berkasnya, salin hanya baris dan kolom yang berisi ke lembar baru, simpan sebagai .xlsx, lalu kirim lagi."
)


def kosong(pesan: str) -> TakSah:
    """Nothing to read."""
    return TakSah(pesan, kode="tabel-kosong", petunjuk=PETUNJUK)


def bukan_tabel(pesan: str) -> TakSah:
    """Another kind of file."""
    return TakSah(pesan, kode="bukan-tabel", petunjuk=PETUNJUK)


def rusak(pesan: str) -> TakSah:
    """Begins like a table and cannot be read to its end."""
    return TakSah(pesan, kode="tabel-rusak", petunjuk=SIMPAN_ULANG)


def terkunci() -> TakSah:
    """Encrypted."""
    return TakSah(
        "Buku kerja ini terkunci kata sandi.",
        kode="tabel-terkunci",
        petunjuk="Simpan ulang tanpa kata sandi, lalu kirim lagi.",
    )


def terlalu_berat(pesan: str) -> TerlaluBesar:
    """More bytes, or more work, than one table may cost."""
    return TerlaluBesar(pesan, kode="tabel-terlalu-berat", petunjuk=SIMPAN_ULANG)


def terlalu_panjang(batas: int) -> TerlaluBesar:
    """Too many rows."""
    return TerlaluBesar(
        f"Paling banyak {ribuan(batas)} baris dalam satu berkas.",
        kode="tabel-terlalu-panjang",
        petunjuk="Bagi menjadi beberapa berkas.",
    )
