"""Buku: the sheets of a workbook, read in a child process with limits, since a few hostile bytes can end the process that opens them."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from itertools import groupby

from chalicelib.documents.anak import anak
from chalicelib.documents.tabel_tolak import bukan_tabel, kosong, rusak, terkunci, terlalu_berat
from chalicelib.galat import Galat

DETIK = 90
BATAS_BYTE = 300_000_000
"""Bytes of rows that the child may answer; a roster of 50,000 people takes 60 MB."""
Rekam = tuple[int, list[object]]


def baris_buku(isi: bytes) -> Iterator[Iterator[list[object]]]:
    """Every visible sheet as its rows, from row 1. Raises TakSah (no workbook, broken, locked), TerlaluBesar."""
    with anak("chalicelib.documents.tabel_anak", isi, DETIK) as proses:
        for _, lembar in groupby(_rekaman(proses), key=lambda r: r[0]):
            yield (baris for _, baris in lembar)


def _rekaman(proses: subprocess.Popen[bytes]) -> Iterator[Rekam]:
    assert proses.stdout is not None
    banyak = 0
    for baris in proses.stdout:
        banyak += len(baris)
        if banyak > BATAS_BYTE or not baris.endswith(b"\n"):
            raise _berat()
        isi = json.loads(baris)
        if isinstance(isi, str):
            raise _tolak(isi)
        yield isi[0], isi[1]
    if proses.wait() != 0:
        raise _berat()


def _berat() -> Galat:
    return terlalu_berat("Buku kerja ini terlalu berat untuk dibuka, atau rusak.")


def _tolak(kode: str) -> Galat:
    tolak: dict[str, Callable[[], Galat]] = {
        "bukan": lambda: bukan_tabel("Berkas ini bukan buku kerja."),
        "kosong": lambda: kosong("Buku kerja ini tidak berisi lembar dengan data."),
        "terkunci": terkunci,
        "mekar": lambda: terlalu_berat("Isi buku kerja ini terlalu besar setelah dibuka."),
    }
    return tolak[kode]() if kode in tolak else rusak("Buku kerja ini rusak atau bukan .xlsx.")
