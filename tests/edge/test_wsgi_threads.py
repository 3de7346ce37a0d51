"""Eight threads, one app: nobody is ever handed another's request."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from time import sleep

from chalice import Chalice
from chalicelib.edge.wsgi import WsgiApp


def _pengakuan() -> Chalice:
    app = Chalice("utas", configure_logs=False)

    @app.route("/aku/{nama}", methods=["POST"])
    def aku(nama):
        sebelum = app.current_request
        sleep(0)
        sesudah, konteks = app.current_request, app.lambda_context
        return {
            "path": nama,
            "badan": sesudah.json_body,
            "kueri": sesudah.query_params["n"],
            "sama": sebelum is sesudah and konteks is None,
        }

    return app


def test_thousands_of_requests_in_eight_threads_never_mix(panggil_wsgi):
    wsgi = WsgiApp(_pengakuan())

    def satu(n: int) -> bool:
        isi = json.dumps(f"{n}").encode()
        jawaban = panggil_wsgi(wsgi, "POST", f"/api/aku/{n}?n={n}", isi, Content_Type="application/json")
        return jawaban.json == {"path": f"{n}", "badan": f"{n}", "kueri": f"{n}", "sama": True}

    with ThreadPoolExecutor(8) as kolam:
        assert list(kolam.map(satu, range(4800))).count(False) == 0
