"""A small Chalice app that shows every shape of request and answer, behind our adapter; and a way to call it."""

from __future__ import annotations

import io
import json
import threading
from contextlib import ExitStack
from typing import Any, NamedTuple

import pytest
from chalice import Chalice, Response
from chalicelib import galat
from chalicelib.edge import jawab
from chalicelib.edge.server import buat_server
from chalicelib.edge.wsgi import WsgiApp
from pydantic import BaseModel

from schemas.akun import IsianMasuk


def aplikasi() -> Chalice:
    app = Chalice("uji", configure_logs=False)
    app.register_middleware(jawab.seragam, "http")

    @app.route("/gema/{satu}/isi/{dua}")
    def gema(satu, dua):
        r = app.current_request
        kueri = {k: r.query_params.getlist(k) for k in r.query_params} if r.query_params else {}
        return {"satu": satu, "dua": dua, "kueri": kueri, "dari": r.context["identity"]["sourceIp"]}

    @app.route("/gema/tetap/isi/{dua}")
    def tetap(dua):
        return {"tetap": dua}

    @app.route("/kirim", methods=["POST", "PUT"])
    def kirim():
        try:
            return {"isi": jawab.baca_json(app.current_request)}
        except galat.Galat as sebab:
            return jawab.problem(sebab)

    @app.route("/kue")
    def kue():
        return Response("", {"Set-Cookie": ["a=1; Path=/", "b=2; Path=/"]}, 204)

    @app.route("/biner", methods=["POST"], content_types=["application/octet-stream"])
    def biner():
        return Response(app.current_request.raw_body[::-1], {"Content-Type": "application/octet-stream"})

    @app.route("/panjang")
    def panjang():
        return {"isi": ["kenaikan pangkat"] * 100}

    _tambah_tolakan(app)
    return app


def _tambah_tolakan(app: Chalice) -> None:
    @app.route("/tolak/{kode}")
    def tolak(kode):
        try:
            raise TOLAKAN[kode]()
        except Exception as sebab:
            return jawab.problem(sebab)

    @app.route("/rusak")
    def rusak():
        raise RuntimeError("199001012015031901 Budi")


def _isian_salah() -> Exception:
    try:
        IsianMasuk.model_validate({"nip": "12", "lain": 1})
    except ValueError as sebab:
        return sebab
    raise AssertionError


class Catatan(BaseModel):
    angka: int


def _catatan_rusak() -> Exception:
    try:
        Catatan.model_validate({"angka": "x"})
    except ValueError as sebab:
        return sebab
    raise AssertionError


def _conflict() -> Exception:
    from chalicelib.store import Conflict

    return Conflict(0)


TOLAKAN: dict[str, Any] = {
    "tak-sah": lambda: galat.TakSah("Isi."),
    "tidak-ada": galat.TidakAda,
    "bentrok": galat.Bentrok,
    "konflik": _conflict,
    "tidak-boleh": lambda: galat.TidakBoleh("Belum."),
    "belum-masuk": lambda: galat.BelumMasuk("Masuk dahulu."),
    "terlalu-sering": lambda: galat.TerlaluSering("Tunggu.", tunggu_detik=42),
    "terlalu-besar": lambda: galat.TerlaluBesar("Besar."),
    "terhenti": lambda: galat.Terhenti("Tunggu."),
    "isian": _isian_salah,
    "catatan-rusak": _catatan_rusak,
    "lain": lambda: RuntimeError("199001012015031901 Budi"),
}


class Jawaban(NamedTuple):
    status: int
    kepala: list[tuple[str, str]]
    isi: bytes

    def __getitem__(self, nama):
        return next((v for k, v in self.kepala if k.lower() == nama.lower()), None) if isinstance(nama, str) else None

    @property
    def json(self) -> Any:
        return json.loads(self.isi)


def panggil(wsgi, metode: str, path: str | bytes, isi: bytes = b"", **kepala: str) -> Jawaban:
    """Call a WSGI application; header names are keywords with underscores."""
    path, _, kueri = (path.encode() if isinstance(path, str) else path).decode("latin-1").partition("?")
    environ = {
        "REQUEST_METHOD": metode,
        "PATH_INFO": path,
        "QUERY_STRING": kueri,
        "CONTENT_LENGTH": str(len(isi)) if isi else "",
        "wsgi.input": io.BytesIO(isi),
        "REMOTE_ADDR": "192.0.2.7",
    }
    environ |= {("" if k == "Content_Type" else "HTTP_") + k.upper(): v for k, v in kepala.items()}
    tangkap: list[Any] = []
    badan = b"".join(wsgi(environ, lambda status, kepala: tangkap.extend((status, kepala))))
    return Jawaban(int(tangkap[0].split()[0]), tangkap[1], badan)


@pytest.fixture(scope="session")
def app() -> Chalice:
    return aplikasi()


@pytest.fixture
def layani():
    """layani(wsgi) -> port: a real server on loopback, closed after the test."""
    with ExitStack() as tutup:

        def mulai(wsgi) -> int:
            server = buat_server(wsgi, alamat="127.0.0.1", pintu=0)
            utas = threading.Thread(target=server.run, daemon=True)
            utas.start()
            tutup.callback(utas.join, 10)
            tutup.callback(server.close)
            return int(server.effective_port)

        yield mulai


@pytest.fixture
def minta(app):
    """minta(method, path, body, Header=…) -> Jawaban."""
    wsgi = WsgiApp(app)
    return lambda metode, path, isi=b"", **kepala: panggil(wsgi, metode, path, isi, **kepala)


@pytest.fixture
def panggil_wsgi():
    """panggil(wsgi, method, path, body, Header=…) -> Jawaban, for any WSGI application."""
    return panggil
