"""WhatsApp's Cloud API on this computer, from its contract: magic numbers fail in the known ways, webhooks are signed.

The last digits of a number decide: 0026 is taken and fails later, 0056 too many to one person, 0429 too fast, 0500 a passing
fault, 0190 the token has died, 0999 is taken and the line breaks before the answer, 0998 breaks before it is taken.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from typing import Any

TOKEN, RAHASIA, NOMOR = "token-uji", "rahasia-uji", "106540352242922"
GALAT = {"0056": (400, 131056), "0429": (429, 130429), "0500": (500, 131016), "0190": (401, 190), "0001": (404, 132001)}


class WaPalsu:
    """`terkirim` is what the provider has taken; `templat` the names it knows (None: every name)."""

    def __init__(self) -> None:
        self.terkirim: list[dict[str, Any]] = []
        self.templat: set[str] | None = None
        self._nomor = count(1)
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), type("Jawab", (_Jawab,), {"palsu": self}))
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()
        self.alamat = f"http://127.0.0.1:{self.server.server_port}"

    def tutup(self) -> None:
        self.server.shutdown()
        self.server.server_close()

    def id_baru(self) -> str:
        return f"wamid.OUT{next(self._nomor):05}"

    def untuk(self, tujuan: str) -> list[dict[str, Any]]:
        return [p for p in self.terkirim if p["to"] == tujuan.removeprefix("+")]


class _Jawab(BaseHTTPRequestHandler):
    palsu: WaPalsu
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        pass

    def do_POST(self) -> None:
        isi = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.headers["Authorization"] != f"Bearer {TOKEN}":
            return self._galat(401, 190)
        jenis = isi.get("type")
        if isi.get("messaging_product") != "whatsapp" or not isi.get("to") or jenis not in isi:
            return self._galat(400, 131008)
        if self.path != f"/v25.0/{NOMOR}/messages":
            return self._galat(404, 33)
        ekor = isi["to"][-4:]
        if ekor in GALAT:
            return self._galat(*GALAT[ekor])
        if jenis == "template" and self.palsu.templat is not None and isi["template"]["name"] not in self.palsu.templat:
            return self._galat(404, 132001)
        if ekor == "0998":
            return self._putus()
        id_ = self.palsu.id_baru()
        self.palsu.terkirim.append(isi | {"id": id_})
        if ekor == "0999":
            return self._putus()
        return self._kirim(
            200, {"messaging_product": "whatsapp", "contacts": [{"wa_id": isi["to"]}], "messages": [{"id": id_}]}
        )

    def _putus(self) -> None:
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)

    def _galat(self, status: int, kode: int) -> None:
        self._kirim(
            status, {"error": {"message": f"(#{kode})", "type": "OAuthException", "code": kode, "fbtrace_id": "x"}}
        )

    def _kirim(self, status: int, isi: object) -> None:
        badan = json.dumps(isi).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(badan)))
        self.end_headers()
        self.wfile.write(badan)


def bungkus(nilai: dict[str, Any]) -> bytes:
    """One change as Meta sends it."""
    entri = {
        "id": "102290129340398",
        "changes": [{"field": "messages", "value": {"messaging_product": "whatsapp", **nilai}}],
    }
    return json.dumps({"object": "whatsapp_business_account", "entry": [entri]}).encode()


def keadaan(pesan: dict[str, Any], status: str, kode: int = 0) -> bytes:
    """The provider's word on a message that it took."""
    galat = {"errors": [{"code": kode, "title": "x"}]} if kode else {}
    rujuk = {"biz_opaque_callback_data": pesan["biz_opaque_callback_data"]}
    return bungkus({"statuses": [{"id": pesan["id"], "status": status, "timestamp": "1767225605", **rujuk, **galat}]})


def tulisan(dari: str, teks: str | None, id_: str) -> bytes:
    """Somebody writes; None: sends a picture."""
    isi = {"type": "text", "text": {"body": teks}} if teks is not None else {"type": "image", "image": {"id": "1"}}
    return bungkus({"messages": [{"from": dari.removeprefix("+"), "id": id_, "timestamp": "1767225600", **isi}]})


def tanda_tangan(badan: bytes, kunci: str = RAHASIA) -> str:
    return "sha256=" + hmac.new(kunci.encode(), badan, hashlib.sha256).hexdigest()
