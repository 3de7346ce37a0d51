"""Seconds that an import of a roster takes: reading, checking, and both, for a made-up file or one that is named.

python tests/bench/bench_impor.py [FILE.xlsx | --baris N]
python tests/bench/bench_impor.py --nomor [--baris N]       telephone numbers, applied to SQLite and PostgreSQL
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Any

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


def ukur_nomor(banyak: int) -> None:
    """A file with another number for everybody, looked at and then applied, on each engine that a county's server has."""
    import alat_postgresql
    from chalicelib.store.sql import buka_postgresql, buka_sqlite

    rahasia = b"rahasia uji yang cukup panjang"
    with tempfile.TemporaryDirectory() as folder:
        _nomor("SQLite", buka_sqlite(f"{folder}/sikap.db", rahasia), banyak)
    with alat_postgresql.jalankan(tahan=True) as server:
        _nomor("PostgreSQL", buka_postgresql(server.baru(), rahasia), banyak)


def _nomor(mesin: str, store: Any, banyak: int) -> None:
    from alat_kantor import buat_kantor, orang
    from chalicelib.actions import impor_nomor
    from chalicelib.records import pegawai as rak

    kantor, baris, tulis = buat_kantor(store=store), [], []
    for n in range(banyak):
        p = orang(f"p{n}", n, f"ORANG {n}", "sd-1")
        p = p.model_copy(
            update={"nip": f"1971{1 + n % 12:02}{1 + n // 12 % 28:02}{1991 + n // 336 % 30}031{901 + n // 10080 % 99}"}
        )
        tulis += rak.simpan(p)
        baris.append(f"'{p.nip};ORANG {n};0813{n:08}")
    for n in range(0, len(tulis), 90):
        store.write(*tulis[n : n + 90])
    isi = "\n".join(["NIP;Nama;No HP", *baris]).encode()
    waktu = []
    for uji in (True, False):
        mulai = perf_counter()
        hitung = impor_nomor.perintah(kantor, isi, "ekinerja.csv", {}, lambda _: None, uji=uji).hitung
        waktu.append(perf_counter() - mulai)
    print(f"{mesin}: {banyak} numbers: preview {waktu[0]:.1f} s, preview and application {waktu[1]:.1f} s; {hitung}")
    store.tutup()


def utama() -> None:
    """Measure and print."""
    from alat_daftar import buat_daftar, buku, csv_

    p = argparse.ArgumentParser()
    p.add_argument("berkas", nargs="?", type=Path)
    p.add_argument("--baris", type=int, default=8_200)
    p.add_argument("--nomor", action="store_true")
    arg = p.parse_args()
    if arg.nomor:
        ukur_nomor(arg.baris)
    elif arg.berkas:
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
