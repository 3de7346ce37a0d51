"""Seconds that an import of a roster takes: reading, checking, and both, for a made-up file or one that is named.

python tests/bench/bench_impor.py [FILE.xlsx | --baris N]
"""

from __future__ import annotations

import argparse
import resource
import sys
from datetime import date
from pathlib import Path
from time import perf_counter

sys.path[:0] = [str(Path(__file__).parents[2] / p) for p in (".", "functions", "tests")]


def ukur(isi: bytes, sebutan: str) -> None:
    """Best of three, in the process that an administrator would wait for."""
    from chalicelib.documents.tabel import baca_tabel
    from chalicelib.rules.daftar_asn import periksa
    from chalicelib.rules.kolom_asn import mengenal

    waktu = []
    for _ in range(3):
        mulai = perf_counter()
        tabel = baca_tabel(isi, kenal=mengenal)
        terbaca = perf_counter()
        hasil = periksa(tabel.judul, tabel.baris, hari_ini=date(2026, 11, 26), mulai=tabel.mulai)
        waktu.append((perf_counter() - mulai, terbaca - mulai, perf_counter() - terbaca))
    semua, baca, cek = min(waktu)
    print(
        f"{sebutan}: {hasil.jumlah} rows, {len(isi) / 1e6:.1f} MB: read {baca:.2f} s, check {cek:.2f} s, both {semua:.2f} s;"
        f" {len(hasil.orang)} taken, {len(hasil.ditolak)} refused, {len(hasil.peringatan)} warnings, {len(hasil.celah)} gaps"
    )


def utama() -> None:
    """Measure and print."""
    from alat_daftar import buat_daftar, buku, csv_

    p = argparse.ArgumentParser()
    p.add_argument("berkas", nargs="?", type=Path)
    p.add_argument("--baris", type=int, default=8_200)
    arg = p.parse_args()
    if arg.berkas:
        ukur(arg.berkas.read_bytes(), arg.berkas.name)
    else:
        baris = buat_daftar(arg.baris).baris
        ukur(buku(baris), "made-up .xlsx")
        ukur(csv_(baris), "made-up .csv")
    print(
        f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB, child {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB"
    )


if __name__ == "__main__":
    utama()
