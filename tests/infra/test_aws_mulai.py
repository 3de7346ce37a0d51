"""What a function loads before its first request: every library here would make each cold start longer for nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

AKAR = Path(__file__).resolve().parents[2]
BERAT = ("fpdf", "fontTools", "pypdf", "pypdfium2", "PIL", "phonenumbers", "segno", "pyotp", "rapidfuzz", "boto3", "python_calamine", "xlsxwriter", "urllib3", "smtplib", "ssl", "http.client", "xml.sax")  # fmt: skip
TANYA = """import json, sys
import {modul}
from schemas.usulan import Usulan
print(json.dumps([sorted(sys.modules), bool(Usulan.__pydantic_complete__)]))"""


def muat(modul: str, **lingkungan: str) -> tuple[set[str], bool]:
    jalur = os.pathsep.join([str(AKAR), str(AKAR / "functions")])
    bersih = {n: v for n, v in os.environ.items() if n != "AWS_LAMBDA_FUNCTION_NAME"}
    hasil = subprocess.run([sys.executable, "-c", TANYA.format(modul=modul)], capture_output=True, text=True, check=True, env={**bersih, "PYTHONPATH": jalur, **lingkungan})  # fmt: skip
    nama, lengkap = json.loads(hasil.stdout)
    return set(nama), lengkap


@pytest.mark.parametrize("modul", ["app", "chalicelib.edge.fungsi"])
def test_a_function_starts_without_what_only_some_requests_need(modul):
    nama, _ = muat(modul)
    assert [b for b in BERAT if b in nama] == []


def test_a_function_of_the_worker_does_not_load_the_counters():
    nama, _ = muat("chalicelib.edge.fungsi")
    assert "app" not in nama and "chalicelib.edge.rute" not in nama


def test_models_wait_for_their_first_use_in_lambda_and_are_whole_where_threads_share_them():
    assert muat("app", AWS_LAMBDA_FUNCTION_NAME="sikap")[1] is False
    assert muat("app")[1] is True


POLOS = "from chalice import Chalice; Chalice('polos')"
UKUR = "import time; mulai = time.process_time(); {kode}; print(time.process_time() - mulai)"
PALING = 9
"""Measured 5.6 as packaged (tests/bench/README.md), 7.6 beside a second busy process; eagerly opened counters made it 12."""


def cpu(kode: str) -> float:
    sekitar = {**os.environ, "AWS_LAMBDA_FUNCTION_NAME": "sikap", "PYTHONPATH": os.pathsep.join([str(AKAR), str(AKAR / "functions")])}  # fmt: skip
    hasil = subprocess.run([sys.executable, "-c", UKUR.format(kode=kode)], capture_output=True, text=True, check=True, env=sekitar)  # fmt: skip
    return float(hasil.stdout)


def test_the_api_starts_within_its_share_of_a_bare_chalice():
    """The least CPU time of some starts, turn by turn: a ratio, so that a slow or busy computer does not matter."""
    kali = [(cpu("import app"), cpu(POLOS)) for _ in range(6)]
    kami, polos = (min(k) for k in zip(*kali, strict=True))
    assert kami < PALING * polos, f"{kami / polos:.1f} kali Chalice polos"
