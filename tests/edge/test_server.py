"""On a real socket: slow phones hold nobody up, and what is not HTTP is refused in our own form."""

from __future__ import annotations

import http.client
import json
import socket
from contextlib import ExitStack

import pytest
from chalicelib.edge.server import BATAS_KEPALA, gabung

from schemas.setelan import Setelan


@pytest.fixture
def pintu(app, layani, tmp_path):
    (tmp_path / "index.html").write_text("<h1>SIKAP</h1>")
    return layani(gabung(app, Setelan(), folder=tmp_path, penyimpanan="http://127.0.0.1:8333"))


def minta(pintu: int, metode: str, path: str, isi: bytes | None = None, **kepala: str):
    sambungan = http.client.HTTPConnection("127.0.0.1", pintu, timeout=20)
    sambungan.request(metode, path, isi, {k.replace("_", "-"): v for k, v in kepala.items()})
    jawaban = sambungan.getresponse()
    return jawaban, jawaban.read()


def kirim_mentah(pintu: int, isi: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", pintu), timeout=20) as soket:
        soket.sendall(isi)
        return b"".join(iter(lambda: soket.recv(65536), b""))


def test_the_site_and_the_functions_share_one_address(pintu):
    assert minta(pintu, "GET", "/")[1] == b"<h1>SIKAP</h1>"
    assert json.loads(minta(pintu, "GET", "/api/gema/tetap/isi/x")[1]) == {"tetap": "x"}


def test_twenty_stalled_uploads_hold_nobody_up(pintu):
    kepala = b"POST /api/kirim HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n"
    with ExitStack() as tutup:
        for _ in range(20):
            macet = tutup.enter_context(socket.create_connection(("127.0.0.1", pintu)))
            macet.sendall(kepala + b'"setengah')
        for _ in range(20):
            assert minta(pintu, "GET", "/api/panjang")[0].status == 200


@pytest.mark.parametrize("ukuran", [1_000_001, 3_000_000, 30_000_000])
def test_a_huge_body_is_a_413_problem(pintu, ukuran):
    isi = kirim_mentah(
        pintu,
        b"POST /api/kirim HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n"
        + f"Content-Length: {ukuran}\r\n\r\n".encode()
        + (b"x" * ukuran if ukuran < 4_000_000 else b""),
    )
    kepala, _, badan = isi.partition(b"\r\n\r\n")
    assert b" 413 " in kepala.split(b"\r\n")[0]
    assert json.loads(badan)["kode"] == "terlalu-besar"


def test_a_body_in_chunks_arrives_whole(pintu):
    isi = kirim_mentah(
        pintu,
        b"POST /api/kirim HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n"
        b"Transfer-Encoding: chunked\r\n\r\n3\r\n[1,\r\n2\r\n2]\r\n0\r\n\r\n",
    )
    assert isi.endswith(b'{"isi":[1,2]}')


@pytest.mark.parametrize(
    "mentah, status",
    [
        (b"GET / HTTP/satu\r\n\r\n", b"400"),
        (b"GET /api/panjang HTTP/1.1\r\nContent-Length: -5\r\n\r\n", b"400"),
        (b"GET /api/panjang HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n", b"400"),
        ((b"GET /api/panjang HTTP/1.1\r\nX: ").ljust(BATAS_KEPALA, b"y"), b"431"),
        (b"POST /api/kirim HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n", b"400"),
        (b"GET /api/gema/%FF/isi/b HTTP/1.1\r\nConnection: close\r\n\r\n", b"400"),
        (b"GET /api/gema/a/isi/b?x=%FF HTTP/1.1\r\nConnection: close\r\n\r\n", b"400"),
    ],
    ids=["no-http", "negative", "two-lengths", "header", "encoding", "path", "query"],
)
def test_a_malformed_request_is_a_problem(pintu, mentah, status):
    kepala, _, badan = kirim_mentah(pintu, mentah).partition(b"\r\n\r\n")
    assert kepala.split()[1] == status
    assert b"application/problem+json" in kepala
    assert b"X-Content-Type-Options: nosniff" in kepala
    assert json.loads(badan)["petunjuk"]


def test_head_keeps_the_connection_usable(pintu):
    sambungan = http.client.HTTPConnection("127.0.0.1", pintu, timeout=20)
    for metode in ("HEAD", "GET", "HEAD", "GET"):
        sambungan.request(metode, "/api/panjang")
        jawaban = sambungan.getresponse()
        assert (jawaban.status, len(jawaban.read()) > 0) == (200, metode == "GET")
