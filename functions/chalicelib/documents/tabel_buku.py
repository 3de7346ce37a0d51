"""Buku: the sheets of a workbook, read in a child process with limits, since a few hostile bytes can end the process that opens them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby
from threading import Timer

from chalicelib.documents.tabel_tolak import bukan_tabel, kosong, rusak, terkunci, terlalu_berat
from chalicelib.galat import Galat

DETIK = 90
BATAS_BYTE = 300_000_000
"""Bytes of rows that the child may answer; a roster of 50,000 people takes 60 MB."""
WARISAN = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT")
"""All that the child sees of our environment: no secret is among it."""
Rekam = tuple[int, list[object]]


def baris_buku(isi: bytes) -> Iterator[Iterator[list[object]]]:
    """Every visible sheet as its rows, from row 1. Raises TakSah (no workbook, broken, locked), TerlaluBesar."""
    with _anak(isi) as rekaman:
        for _, lembar in groupby(rekaman, key=lambda r: r[0]):
            yield (baris for _, baris in lembar)


@contextmanager
def _anak(isi: bytes) -> Iterator[Iterator[Rekam]]:
    lingkungan = {n: os.environ[n] for n in WARISAN if n in os.environ}
    lingkungan["PYTHONPATH"] = os.pathsep.join(j for j in sys.path if j)
    with tempfile.TemporaryFile() as masuk:
        masuk.write(isi)
        masuk.seek(0)
        anak = subprocess.Popen(
            [sys.executable, "-c", "from chalicelib.documents.tabel_anak import utama; utama()"],
            stdin=masuk,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=lingkungan,
        )
        jam = Timer(DETIK, anak.kill)
        jam.start()
        try:
            yield _rekaman(anak)
        finally:
            jam.cancel()
            anak.kill()
            anak.communicate()


def _rekaman(anak: subprocess.Popen[bytes]) -> Iterator[Rekam]:
    assert anak.stdout is not None
    banyak = 0
    for baris in anak.stdout:
        banyak += len(baris)
        if banyak > BATAS_BYTE or not baris.endswith(b"\n"):
            raise _berat()
        isi = json.loads(baris)
        if isinstance(isi, str):
            raise _tolak(isi)
        yield isi[0], isi[1]
    if anak.wait() != 0:
        raise _berat()


def _berat() -> Galat:
    return terlalu_berat("Buku kerja ini terlalu berat untuk dibuka, atau rusak.")


def _tolak(kode: str) -> Galat:
    return {
        "bukan": lambda: bukan_tabel("Berkas ini bukan buku kerja."),
        "kosong": lambda: kosong("Buku kerja ini tidak berisi lembar dengan data."),
        "terkunci": terkunci,
        "mekar": lambda: terlalu_berat("Isi buku kerja ini terlalu besar setelah dibuka."),
    }.get(kode, lambda: rusak("Buku kerja ini rusak atau bukan .xlsx."))()
