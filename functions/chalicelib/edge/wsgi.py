"""The Chalice app as a WSGI application: what API Gateway does in front of Lambda, done here for any Python server."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Any
from uuid import uuid4

from chalice import Chalice
from chalice.app import Response

from chalicelib.edge.compress import kecilkan
from chalicelib.edge.event import baca_badan, permintaan_rusak, rest_event
from chalicelib.edge.jawab import KEPALA, problem
from chalicelib.edge.konteks import ID_PERMINTAAN
from chalicelib.edge.routing import Peta
from chalicelib.edge.threads import threaded
from chalicelib.galat import Galat, TidakAda, TidakBoleh

BATAS_BADAN = 1_000_000
StartResponse = Callable[..., Any]
Environ = dict[str, Any]


class WsgiApp:
    """Serves `app` below `/api`. `batas`: bytes of a body."""

    def __init__(self, app: Chalice, *, batas: int = BATAS_BADAN) -> None:
        self._app, self._batas = threaded(app), batas
        self._peta = Peta(app.routes)

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """One request, from the socket to the answer; whatever happens, the answer is ours and carries its id."""
        id_permintaan = uuid4().hex
        ID_PERMINTAAN.set(id_permintaan)
        try:
            jawaban = self._jawab(dict(environ), id_permintaan)
        except Exception as sebab:
            jawaban = _problem(sebab)
        return _kirim(jawaban, environ, start_response)

    def _jawab(self, environ: Environ, id_permintaan: str) -> dict[str, Any]:
        environ["PATH_INFO"] = _path(environ["PATH_INFO"])
        cocok = self._peta.cari(environ["PATH_INFO"])
        if cocok is None:
            raise TidakAda()
        izin = _izin(self._app.routes[cocok.resource])
        if environ["REQUEST_METHOD"] == "OPTIONS":
            return Response("", {"Allow": ", ".join(izin), **KEPALA}, 204).to_dict()
        if environ["REQUEST_METHOD"] not in izin:
            return _problem(
                TidakBoleh("Alamat ini tidak menerima cara permintaan itu.", kode="metode"), Allow=", ".join(izin)
            )
        if environ["REQUEST_METHOD"] == "HEAD" and "HEAD" not in self._app.routes[cocok.resource]:
            environ["REQUEST_METHOD"] = "GET"
        badan = baca_badan(environ, self._batas)
        jenis = environ.get("CONTENT_TYPE", "").split(";")[0].strip()
        event = rest_event(
            environ, cocok, id_permintaan=id_permintaan, badan=badan, biner=jenis in self._app.api.binary_types
        )
        return self._app(event, None)


def _path(path_info: str) -> str:
    """PATH_INFO arrives as Latin-1 (PEP 3333) of percent-decoded bytes."""
    try:
        return path_info.encode("latin-1").decode("utf-8").removeprefix("/api") or "/"
    except UnicodeError:
        raise permintaan_rusak("Alamat ini tidak dapat dibaca.") from None


def _izin(metode: Iterable[str]) -> list[str]:
    return sorted({*metode, "OPTIONS"} | ({"HEAD"} if "GET" in metode else set()))


def _problem(sebab: Exception, **kepala: str) -> dict[str, Any]:
    jawaban = problem(sebab)
    if not isinstance(sebab, Galat):
        jawaban.status_code = 502  # what API Gateway says of a function that broke
        jawaban.body = {**jawaban.body, "status": 502}
    jawaban.headers = {**KEPALA, "X-Request-Id": ID_PERMINTAAN.get(), **jawaban.headers, **kepala}
    return jawaban.to_dict()


def _kirim(jawaban: dict[str, Any], environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
    kepala = {"Content-Type": "application/json", **jawaban["headers"]}
    badan = jawaban["body"]
    badan = badan.encode() if isinstance(badan, str) else badan
    badan = base64.b64decode(badan) if jawaban.get("isBase64Encoded") else badan
    badan, sandian = kecilkan(badan, jenis=kepala["Content-Type"], terima=environ.get("HTTP_ACCEPT_ENCODING", ""))
    kepala |= {"Vary": "Accept-Encoding"} | ({"Content-Encoding": sandian} if sandian else {})
    kosong = jawaban["statusCode"] in (204, 304)
    kepala = {k: v for k, v in kepala.items() if k != "Content-Type"} if kosong else kepala
    baris = [(k, str(v)) for k, v in kepala.items()] + [
        (k, str(v)) for k, banyak in (jawaban.get("multiValueHeaders") or {}).items() for v in banyak
    ]
    start_response(
        _baris_status(jawaban["statusCode"]), baris if kosong else [*baris, ("Content-Length", str(len(badan)))]
    )
    return [] if kosong or environ["REQUEST_METHOD"] == "HEAD" else [badan]


def _baris_status(kode: int) -> str:
    return f"{kode} {HTTPStatus(kode).phrase if kode in HTTPStatus._value2member_map_ else 'Status'}"
