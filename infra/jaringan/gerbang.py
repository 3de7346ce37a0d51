"""The gate to the office network: TLS before functions and storage, and one origin for both, as nginx is on a server.

Runs as a process of its own. A whole request is taken in before anybody behind it hears of it (phones stall on weak
signal); answers stream. Addresses pass unchanged, since host and path are part of a signed upload.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection, HTTPException, HTTPResponse
from pathlib import Path
from typing import IO, Any, NamedTuple

import uvicorn

from infra.jaringan import halaman

Terima = Callable[[], Awaitable[MutableMapping[str, Any]]]
Kirim = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Kepala = list[tuple[bytes, bytes]]

BATAS_BADAN = 64_000_000
"""Bytes of one request; the functions and the signature of an upload allow less."""
DI_INGATAN = 1_000_000
POTONG = 65_536
UTAS = 32
TUNGGU = 120
SEPENGGAL = frozenset(
    b"connection keep-alive proxy-connection transfer-encoding te trailer upgrade expect content-length "
    b"forwarded x-forwarded-for x-forwarded-host x-forwarded-port x-forwarded-proto".split()
)
"""Headers that belong to one line only, or that a stranger must not set."""
KEPALA_BERKAS: Kepala = [
    (b"x-content-type-options", b"nosniff"),
    (b"content-security-policy", b"script-src 'none'; frame-ancestors 'self'"),
]
"""Files lie on the site's own origin here: nothing in them may run."""


class Tujuan(NamedTuple):
    """Who is behind the gate: `situs` the origin that phones use; host:port of functions and storage; the bucket."""

    situs: str
    layanan: str
    berkas: str
    ember: str
    ca: Path


class Gerbang:
    """The ASGI application."""

    def __init__(self, tujuan: Tujuan, *, batas: int = BATAS_BADAN) -> None:
        self._t, self._batas = tujuan, batas
        self._kerja = ThreadPoolExecutor(UTAS)

    async def __call__(self, scope: MutableMapping[str, Any], terima: Terima, kirim: Kirim) -> None:
        """One request."""
        assert scope["type"] == "http"
        jalur, kepala = scope["raw_path"], dict(scope["headers"])
        if kepala.get(b"host", b"").decode("latin-1") != self._t.situs.partition("://")[2]:
            return await _jawab(kirim, *halaman.pindah(self._t.situs, _sasaran(scope)))
        if milik := halaman.cari(jalur, self._t.ca):
            return await _jawab(kirim, *milik)
        if scope["path"] == "/api/metrik":
            return await _jawab(kirim, *halaman.TIADA)
        with tempfile.SpooledTemporaryFile(DI_INGATAN) as badan:
            utuh = await self._tampung(terima, badan)
            if utuh:
                return await self._teruskan(scope, badan, kirim)
        return None if utuh is None else await _jawab(kirim, *halaman.TERLALU_BESAR)

    async def _tampung(self, terima: Terima, badan: IO[bytes]) -> bool | None:
        """Take the whole body in. False when it is larger than anything SIKAP accepts, None when the phone went away."""
        while True:
            pesan = await terima()
            if pesan["type"] == "http.disconnect":
                return None
            badan.write(pesan.get("body", b""))
            if badan.tell() > self._batas:
                return False
            if not pesan.get("more_body"):
                return True

    async def _teruskan(self, scope: MutableMapping[str, Any], badan: IO[bytes], kirim: Kirim) -> None:
        putar = asyncio.get_running_loop()
        ke_berkas = scope["raw_path"].startswith(f"/{self._t.ember}/".encode())
        sambungan = HTTPConnection(self._t.berkas if ke_berkas else self._t.layanan, timeout=TUNGGU)
        try:
            try:
                jawab = await putar.run_in_executor(self._kerja, _tanya, sambungan, scope, badan)
            except (OSError, HTTPException):
                return await _jawab(kirim, *halaman.TERGANGGU)
            kepala = _saring((n.encode("latin-1"), i.encode("latin-1")) for n, i in jawab.getheaders())
            kepala += [(b"content-length", p.encode())] if (p := jawab.headers.get("content-length")) else []
            kepala += KEPALA_BERKAS if ke_berkas else []
            await kirim({"type": "http.response.start", "status": jawab.status, "headers": kepala})
            while isi := await putar.run_in_executor(self._kerja, jawab.read, POTONG):
                await kirim({"type": "http.response.body", "body": isi, "more_body": True})
            await kirim({"type": "http.response.body"})
        finally:
            sambungan.close()


def _tanya(sambungan: HTTPConnection, scope: MutableMapping[str, Any], badan: IO[bytes]) -> HTTPResponse:
    sambungan.putrequest(scope["method"], _sasaran(scope), skip_host=True, skip_accept_encoding=True)
    for nama, isi in _saring(scope["headers"]):
        sambungan.putheader(nama, isi)
    sambungan.putheader("X-Forwarded-For", scope["client"][0])
    if (panjang := badan.tell()) or scope["method"] not in ("GET", "HEAD"):
        sambungan.putheader("Content-Length", str(panjang))
    sambungan.endheaders()
    badan.seek(0)
    while isi := badan.read(POTONG):
        sambungan.send(isi)
    return sambungan.getresponse()


def _sasaran(scope: MutableMapping[str, Any]) -> str:
    """Path and query exactly as they came."""
    return str((scope["raw_path"] + (b"?" + q if (q := scope["query_string"]) else b"")).decode("latin-1"))


def _saring(kepala: Iterable[tuple[bytes, bytes]]) -> Kepala:
    return [(nama, isi) for nama, isi in kepala if nama.lower() not in SEPENGGAL]


async def _jawab(kirim: Kirim, status: int, kepala: Kepala, isi: bytes) -> None:
    panjang = (b"content-length", str(len(isi)).encode())
    await kirim({"type": "http.response.start", "status": status, "headers": [*kepala, panjang]})
    await kirim({"type": "http.response.body", "body": isi})


def main() -> None:
    """Serve until SIGTERM."""
    p = argparse.ArgumentParser(prog="infra.jaringan.gerbang")
    for nama in ("situs", "layanan", "berkas", "ember", "folder"):
        p.add_argument(f"--{nama}", required=True)
    arg = p.parse_args()
    tuan, _, pintu = arg.situs.partition("://")[2].partition(":")
    folder = Path(arg.folder)
    uvicorn.run(
        Gerbang(Tujuan(arg.situs, arg.layanan, arg.berkas, arg.ember, folder / "ca.crt")),
        host=tuan,
        port=int(pintu),
        ssl_certfile=str(folder / "server.pem"),
        http="h11",
        ws="none",
        lifespan="off",
        interface="asgi3",
        log_level="warning",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        date_header=False,
        h11_max_incomplete_event_size=32_768,
        limit_concurrency=500,
        timeout_keep_alive=30,
        timeout_graceful_shutdown=3,
    )


if __name__ == "__main__":
    main()
