"""Counting at the counter, and who may read the counts: only a program on this very machine, never through the proxy."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable
from typing import Any

from chalice.app import Request, Response

import chalicelib.wiring as wiring
from chalicelib.edge import ukuran
from chalicelib.edge.jawab import KEPALA, problem
from chalicelib.galat import TidakAda

ALAMAT = "/api/metrik"
DEKAT = frozenset({"127.0.0.1", "::1"})


def hitung(permintaan: Request, teruskan: Callable[[Request], Response]) -> Response:
    """Middleware: every answer is counted, with its time; on AWS also written as a line that CloudWatch counts."""
    mulai = time.perf_counter()
    jawaban = teruskan(permintaan)
    kode = jawaban.body.get("kode", "") if jawaban.status_code >= 400 and isinstance(jawaban.body, dict) else ""
    loket = f"{permintaan.method} {permintaan.context.get('resourcePath', '')}"
    satu = ukuran.Permintaan(loket, jawaban.status_code, str(kode), time.perf_counter() - mulai)
    ukuran.PROSES.catat(satu)
    if _emf():
        print(ukuran.emf_permintaan(satu, wiring.kantor().jam()), flush=True)
    return jawaban


def _emf() -> bool:
    """Wrong settings were already answered by the counter; here they only mean that nothing is written."""
    try:
        return wiring.kantor().setelan.metrik_emf
    except wiring.SetelanSalah:
        return False


def tulis_keadaan() -> None:
    """The gauges as a line that CloudWatch counts; nothing where that is not asked for."""
    from chalicelib.actions.keadaan import ukur  # no request of a person needs what it loads

    if _emf():
        kantor = wiring.kantor()
        print(ukuran.emf_keadaan(ukur(kantor), kantor.jam()), flush=True)


def wsgi(environ: dict[str, Any], start_response: Any, sendiri: str = "") -> Iterable[bytes]:
    """Prometheus' text for who stands on this machine, whose own address is `sendiri`; for everybody else nothing is here (404)."""
    from chalicelib.actions.keadaan import ukur

    dekat = environ.get("REMOTE_ADDR") in DEKAT | {sendiri} and "HTTP_X_FORWARDED_FOR" not in environ
    if dekat and environ["REQUEST_METHOD"] == "GET":
        isi = ukuran.PROSES.teks(ukur(wiring.kantor())).encode()
        start_response("200 OK", [("Content-Type", "text/plain; version=0.0.4"), ("Content-Length", str(len(isi)))])
        return [isi]
    isi = json.dumps(problem(TidakAda()).body).encode()
    kepala = {**KEPALA, "Content-Type": "application/problem+json", "Content-Length": str(len(isi))}
    start_response("404 Not Found", list(kepala.items()))
    return [isi]
