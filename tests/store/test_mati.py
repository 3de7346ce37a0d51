"""Death at any moment: what was acknowledged is kept, what was not is whole or absent."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest
from alat_mati import LANGKAH, buka, periksa

AKAR = Path(__file__).resolve().parents[2]
PROGRAM = [sys.executable, str(AKAR / "tests" / "alat_mati.py")]
MESIN = ["sqlite", "postgresql", "dynamodb"]
TITIK = 150


def jalankan(*kata, **pilihan):
    jalur = {"PYTHONPATH": f"{AKAR / 'functions'}:{AKAR / 'tests'}:{AKAR}"}
    import os

    return subprocess.Popen([*PROGRAM, *kata], env=os.environ | jalur, stdout=subprocess.PIPE, text=True, **pilihan)


@pytest.fixture
def alamat(request, tmp_path):
    """Makes addresses of empty stores of an engine."""

    def buat(mesin, jumlah):
        if mesin == "sqlite":
            return [str(tmp_path / f"{n}.db") for n in range(jumlah)]
        if mesin == "postgresql":
            server = request.getfixturevalue("postgresql")
            url = server.baru()
            server.jalankan(*[f"create schema s{n}" for n in range(jumlah)], url=url)
            return [f"{url}&options=-csearch_path%3Ds{n}" for n in range(jumlah)]
        server = request.getfixturevalue("ministack")
        satu = f"{server.alamat} {server.tabel()}"
        buka(satu).buat_tabel()
        return [satu] * jumlah

    return buat


@pytest.mark.parametrize("mesin", MESIN)
def test_dying_between_any_two_words_with_the_engine_loses_and_halves_nothing(mesin, alamat):
    semua = alamat(mesin, TITIK)
    proses = jalankan("--titik", stdin=subprocess.PIPE)
    hasil = [json.loads(baris) for baris in proses.communicate(json.dumps(semua))[0].splitlines()]
    assert hasil[-1][2] and hasil[-1][1] == LANGKAH and len(hasil) > 2 * LANGKAH
    kept = [_periksa_titik(semua[titik], titik, diakui) for titik, diakui, _ in hasil]
    assert kept == sorted(kept) and set(kept) == set(range(LANGKAH + 1))


def _periksa_titik(alamat, titik, diakui):
    store = buka(alamat)
    try:
        return periksa(store, f"titik#{titik}", diakui)
    finally:
        getattr(store, "tutup", lambda: None)()


@pytest.mark.parametrize("mesin", MESIN)
def test_killing_a_writer_at_random_again_and_again_loses_and_halves_nothing(mesin, alamat):
    (satu,), acak, tersimpan = alamat(mesin, 1), random.Random(), 0
    for _ in range(6):
        proses = jalankan("--terus", satu)
        diakui = [int(proses.stdout.readline()) for _ in range(acak.randint(1, 40))][-1]
        proses.kill()
        sisa = proses.communicate()[0].split()
        assert diakui > tersimpan
        tersimpan = _periksa_terus(satu, int(sisa[-1]) if sisa else diakui)


def _periksa_terus(alamat, diakui):
    store = buka(alamat)
    try:
        return periksa(store, "terus", diakui)
    finally:
        getattr(store, "tutup", lambda: None)()
