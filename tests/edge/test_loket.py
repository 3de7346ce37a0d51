"""Every address has its counter in the table; in Lambda one counter opens for one request, and all that is asked is answered."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from app import app
from chalicelib.edge.loket import LOKET, penjawab
from chalicelib.edge.rute import RUTE

AKAR = Path(__file__).resolve().parents[2]
TANYA = """import json, sys
from app import app
jawab = []
for jalur in {jalur}:
    konteks = {{"resourcePath": jalur, "httpMethod": "GET", "identity": {{"sourceIp": "127.0.0.1"}}, "requestId": "x"}}
    minta = {{"requestContext": konteks, "httpMethod": "GET", "path": jalur, "headers": {{"accept": "application/json"}}}}
    kosong = dict.fromkeys(("multiValueQueryStringParameters", "pathParameters", "stageVariables", "body"))
    isi = app(minta | kosong | {{"isBase64Encoded": False}}, None)
    jawab.append((isi["statusCode"], len(json.loads(isi["body"]).get("paths", ()))))
print(json.dumps([jawab, [n for n in {loket} if "chalicelib.edge." + n in sys.modules]]))"""


def di_lambda(tmp_path: Path, *jalur: str) -> tuple[list[list[int]], list[str]]:
    """Ask these addresses in one fresh function: (status, paths in the answer) of each, and the counters it has loaded."""
    sekitar = {n: v for n, v in os.environ.items() if not n.startswith("SIKAP_")} | {
        "AWS_LAMBDA_FUNCTION_NAME": "sikap", "PYTHONPATH": os.pathsep.join([str(AKAR), str(AKAR / "functions")]),
        "SIKAP_STORE": f"sqlite:{tmp_path / 'loket.db'}", "SIKAP_RAHASIA": "r" * 40}  # fmt: skip
    kode = TANYA.format(jalur=list(jalur), loket=list(LOKET))
    hasil = subprocess.run([sys.executable, "-c", kode], capture_output=True, text=True, env=sekitar)
    assert hasil.returncode == 0, hasil.stderr
    return tuple(json.loads(hasil.stdout))  # type: ignore[return-value]


@pytest.mark.parametrize("r", RUTE, ids=lambda r: f"{r.cara} {r.jalur}")
def test_an_address_stands_under_the_counter_that_answers_it(r):
    assert penjawab(r.jalur) == [r.fungsi.__module__.rpartition(".")[2]]


def test_outside_lambda_every_counter_is_open_from_the_start():
    assert set(app.routes) == {r.jalur for r in RUTE}
    assert penjawab("/tiada") == [] and penjawab("/usulanku") == []


def test_in_lambda_only_the_counter_that_is_asked_opens(tmp_path):
    assert di_lambda(tmp_path) == ([], [])
    assert di_lambda(tmp_path, "/usulan") == ([[401, 0]], ["usulan"])
    assert di_lambda(tmp_path, "/publik/periode", "/saya", "/publik/periode") == ([[200, 0], [401, 0], [200, 0]], ["sesi", "umum"])  # fmt: skip


def test_in_lambda_the_book_of_counters_is_whole(tmp_path):
    jawab, terbuka = di_lambda(tmp_path, "/openapi.json")
    assert jawab == [[200, len({r.jalur for r in RUTE})]] and terbuka == list(LOKET)
