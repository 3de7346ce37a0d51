"""The OpenAPI page is true: schemathesis makes requests from it, and every answer is one that the page announces."""

from __future__ import annotations

import chalicelib.wiring as wiring
import pytest
import schemathesis
from alat_kantor import buat_kantor
from alat_rute import NAMA, Dunia, buka
from chalicelib.edge.openapi import dokumen
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

PERIKSA = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
AKHIR = {"DELETE /sesi", "POST /saya/totp"}
"""Would end the very sessions that ask."""
SKEMA = schemathesis.openapi.from_dict(dokumen())
HEMAT = settings(
    max_examples=12, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), phases=[Phase.generate]
)


@pytest.fixture(scope="module")
def dunia():
    kantor, asli = buat_kantor(cek_per_menit=100_000), wiring.kantor
    wiring.kantor = lambda: kantor
    yield buka(kantor)
    wiring.kantor = asli


@pytest.mark.parametrize("nama", sorted(set(NAMA) - AKHIR))
def test_every_answer_is_announced(nama: str, dunia: Dunia):
    cara, jalur = nama.split(" ")
    operasi = SKEMA[f"/api{jalur}"][cara]
    operasi.app = dunia.wsgi

    @HEMAT
    @given(case=operasi.as_strategy())
    def tanyai(case):
        for siapa in ("tini", "vera", "admi"):
            kue = {"Cookie": dunia.peramban[siapa].kue, "X-Sikap": "1", "Accept-Encoding": "identity"}
            case.call_and_validate(headers=kue, checks=PERIKSA)

    tanyai()
