"""Two more providers on this computer, from their contracts: AWS End User Messaging Social, and a WAHA gateway.

As in alat_wa, the last digits of a number decide: 0500 a passing fault, 0190 the account is at fault, 0400 refused for good,
0999 is taken and the line breaks before the answer.
"""

from __future__ import annotations

import base64
import json
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from alat_wa import pas

KUNCI = "kunci-waha-uji"
ASAL = "phone-number-id-0123456789abcdef0123456789abcdef"


class Gerbang:
    """`terkirim` is what the provider has taken."""

    def __init__(self, jawab: type[BaseHTTPRequestHandler]) -> None:
        self.terkirim: list[dict[str, Any]] = []
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), type("Jawab", (jawab,), {"gerbang": self}))
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()
        self.alamat = f"http://127.0.0.1:{self.server.server_port}"

    def tutup(self) -> None:
        self.server.shutdown()
        self.server.server_close()


class _Dasar(BaseHTTPRequestHandler):
    gerbang: Gerbang
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        pass

    def isi(self) -> Any:
        return json.loads(self.rfile.read(int(self.headers["Content-Length"])))

    def kirim(self, status: int, isi: object, **kepala: str) -> None:
        badan = json.dumps(isi).encode()
        self.send_response(status)
        for nama, nilai in {"Content-Type": "application/json", "Content-Length": str(len(badan)), **kepala}.items():
            self.send_header(nama.replace("_", "-"), nilai)
        self.end_headers()
        self.wfile.write(badan)

    def putus(self) -> None:
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)


class AwsPalsu(_Dasar):
    """POST /v1/whatsapp/send, signed for `social-messaging`, the message as base64 in the body."""

    def do_POST(self) -> None:
        isi = self.isi()
        tanda = self.headers.get("Authorization", "")
        if self.path != "/v1/whatsapp/send" or "/social-messaging/aws4_request" not in tanda:
            return self.salah(403, "AccessDeniedException")
        pesan = json.loads(base64.b64decode(isi["message"]))
        sah = pesan["messaging_product"] == "whatsapp" and pesan["to"].startswith("+") and pesan["type"] in pesan
        if sah and pesan["type"] == "template":
            sah = pas(pesan["template"])
        if isi["originationPhoneNumberId"] != ASAL or not sah:
            return self.salah(400, "ValidationException")
        match pesan["to"][-4:]:
            case "0500":
                return self.salah(500, "InternalServiceException")
            case "0190":
                return self.salah(403, "AccessDeniedException")
            case "0400":
                return self.salah(400, "InvalidParametersException")
        self.gerbang.terkirim.append(pesan)
        if pesan["to"].endswith("0999"):
            return self.putus()
        return self.kirim(200, {"messageId": f"aws-{len(self.gerbang.terkirim)}"})

    def salah(self, status: int, jenis: str) -> None:
        self.kirim(status, {"message": "x"}, x_amzn_ErrorType=jenis)


class WahaPalsu(_Dasar):
    """POST /api/sendText with X-Api-Key."""

    def do_POST(self) -> None:
        isi = self.isi()
        if self.path != "/api/sendText" or self.headers.get("X-Api-Key") != KUNCI:
            return self.kirim(401, {"message": "Unauthorized", "statusCode": 401})
        nomor, _, rumah = isi["chatId"].partition("@")
        if rumah != "c.us" or not nomor.isdecimal() or not isi["text"] or nomor.endswith("0400"):
            return self.kirim(400, {"message": "Bad Request", "statusCode": 400})
        if nomor.endswith("0500"):
            return self.kirim(500, {"statusCode": 500})
        if nomor.endswith("0190"):
            return self.kirim(422, {"error": "Session status is not as expected", "status": "SCAN_QR_CODE"})
        self.gerbang.terkirim.append(isi)
        if nomor.endswith("0999"):
            return self.putus()
        return self.kirim(201, {"id": f"true_{isi['chatId']}_3EB0{len(self.gerbang.terkirim)}"})
