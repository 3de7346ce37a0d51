"""A look at the built site on this computer, with its real headers. For looking only: the product serves it otherwise."""

from __future__ import annotations

import json
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class Penyaji(SimpleHTTPRequestHandler):
    """Static files with the headers of `_kepala.json` and our own 404."""

    extensions_map = {
        **SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".html": "text/html; charset=utf-8",
        ".webmanifest": "application/manifest+json",
    }

    def end_headers(self) -> None:
        kepala = json.loads((Path(self.directory) / "_kepala.json").read_text("utf-8"))
        for nama, isi in {**kepala, "Cache-Control": "no-cache"}.items():
            self.send_header(nama, isi.replace("{penyimpanan}", ""))
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != 404 or self.path.startswith("/api/"):
            return super().send_error(code, message, explain)
        isi = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(isi)))
        self.end_headers()
        self.wfile.write(isi)
        return None


def sajikan(akar: Path, porta: int = 8001) -> None:
    """Serve `akar` on the loopback until Ctrl-C."""
    with ThreadingHTTPServer(("127.0.0.1", porta), partial(Penyaji, directory=str(akar))) as server:
        print(f"http://localhost:{porta}  (Ctrl-C to stop)")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print()
