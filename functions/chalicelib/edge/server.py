"""One process that serves everything: the site at /, the functions below /api, on waitress with eight threads.

Waitress takes a whole request in before a thread sees it, so phones that stall in the middle hold nobody up.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable
from http import HTTPStatus
from pathlib import Path
from typing import Any

from chalice import Chalice
from waitress import create_server
from waitress.channel import HTTPChannel
from waitress.task import ErrorTask

from chalicelib.edge import metrik
from chalicelib.edge.event import permintaan_rusak
from chalicelib.edge.jawab import JENIS, KEPALA, badan_problem
from chalicelib.edge.static import situs
from chalicelib.edge.wsgi import BATAS_BADAN, WsgiApp
from chalicelib.galat import Galat, TakSah, TerlaluBesar
from schemas.setelan import Setelan

UTAS = 8
BATAS_KEPALA = 32_768
BATAS_TERIMA = 4 * BATAS_BADAN
"""Above this waitress stops reading at once; between, the counter refuses in its own words."""


def gabung(
    app: Chalice, setelan: Setelan, *, folder: Path, penyimpanan: str, alamat: str = ""
) -> Callable[..., Iterable[bytes]]:
    """The WSGI application: /api to the counters, everything else to the site. `alamat`: where we listen."""
    api = WsgiApp(app)
    papan = situs(folder, penyimpanan)

    def pilih(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        path = environ["PATH_INFO"]
        if path == metrik.ALAMAT:
            return metrik.wsgi(environ, start_response, alamat)
        return (api if path == "/api" or path.startswith("/api/") else papan)(environ, start_response)

    return pilih


def buat_server(wsgi: Callable[..., Iterable[bytes]], *, alamat: str, pintu: int) -> Any:
    """A bound waitress server; `.run()` serves until `.close()`. Raises OSError when the port is taken."""
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    server = create_server(
        wsgi,
        host=alamat,
        port=pintu,
        threads=UTAS,
        ident="sikap",
        connection_limit=1000,
        asyncore_use_poll=True,
        channel_timeout=60,
        max_request_header_size=BATAS_KEPALA,
        max_request_body_size=BATAS_TERIMA,
        clear_untrusted_proxy_headers=False,
    )
    server.channel_class = _Saluran
    return server


class _JawabRusak(ErrorTask):  # type: ignore[misc]
    """What waitress itself cannot read is refused in the same form as everything else."""

    def execute(self) -> None:
        galat = _galat(self.request.error.code)
        isi = badan_problem(galat)
        badan = json.dumps(isi).encode()
        self.status = f"{isi['status']} {HTTPStatus(isi['status']).phrase}"
        self.response_headers.extend({**KEPALA, "Content-Type": JENIS}.items())
        self.set_close_on_finish()
        self.content_length = len(badan)
        self.write(badan)


class _Saluran(HTTPChannel):  # type: ignore[misc]
    error_task_class = _JawabRusak


def _galat(kode: int) -> Galat:
    if kode == 413:
        return TerlaluBesar("Kiriman ini terlalu besar.", petunjuk="Berkas diunggah lewat tiket dari /api/berkas.")
    if kode == 431:
        return TakSah("Kepala permintaan terlalu panjang.", kode="kepala-besar", petunjuk="Hapus cookie situs ini.")
    return permintaan_rusak("Permintaan ini tidak dapat dibaca.")
