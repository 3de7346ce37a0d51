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

from schemas.kabar import MENURUT_TEMPLAT, kategori, templat

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
        if jenis == "template" and not pas(isi["template"]):
            return self._galat(400, 132000)
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


def pas(isi: dict[str, Any]) -> bool:
    """Has it as many values as the template has places, none of them empty or on two lines?"""
    if (kode := MENURUT_TEMPLAT.get(isi["name"])) is None:
        return True
    bagian = {b["type"]: [n["text"] for n in b["parameters"]] for b in isi["components"]}
    if kategori(kode) == "authentication":
        return _pas_kode(isi["components"], bagian)
    nilai = bagian.get("body", [])
    if set(bagian) > {"body"}:
        return False
    return len(nilai) == templat(kode)[1].count("{{") and all(n.strip() and "\n" not in n for n in nilai)


def _pas_kode(komponen: list[dict[str, Any]], nilai: dict[str, list[str]]) -> bool:
    """An authentication template with a copy-code button: one code of at most 15 letters and digits, in the body and on button 0."""
    tombol = [{k: v for k, v in b.items() if k != "parameters"} for b in komponen if b["type"] == "button"]
    sama = tombol == [{"type": "button", "sub_type": "url", "index": "0"}] and nilai.get("body") == nilai["button"]
    return (
        sama
        and len(komponen) == 2
        and len(nilai["body"]) == 1
        and nilai["body"][0].isalnum()
        and len(nilai["body"][0]) <= 15
    )


def terbaca(pesan: dict[str, Any]) -> str:
    """What the person reads on the phone: the template that was registered, its places filled, or the free text."""
    if pesan["type"] == "text":
        return str(pesan["text"]["body"])
    _, badan = templat(MENURUT_TEMPLAT[pesan["template"]["name"]])
    for bagian in (b for b in pesan["template"]["components"] if b["type"] == "body"):
        for nomor, nilai in enumerate(bagian["parameters"], start=1):
            badan = badan.replace(f"{{{{{nomor}}}}}", nilai["text"])
    return badan


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


def lewat_aws(badan: bytes, pesan: str = "11111111-2222-3333-4444-555555555555") -> str:
    """The same body as AWS's topic brings it: one entry as a string, among ids of AWS."""
    [entri] = json.loads(badan)["entry"]
    asal = {
        "metaPhoneNumberId": NOMOR,
        "arn": "arn:aws:social-messaging:ap-southeast-3:111122223333:phone-number-id/0123abcd",
    }
    return json.dumps({
        "context": {"MetaWabaIds": [{"wabaId": entri["id"], "arn": "arn:aws:social-messaging:ap-southeast-3:111122223333:waba/0123abcd"}], "MetaPhoneNumberIds": [asal]},
        "whatsAppWebhookEntry": json.dumps(entri), "aws_account_id": "111122223333", "message_timestamp": "2026-01-01T00:00:00.000000000Z", "messageId": pesan,
    })  # fmt: skip


def dari_sns(dari: str, teks: str, id_: str) -> str:
    """Somebody writes, and AWS brings it."""
    return lewat_aws(tulisan(dari, teks, id_))


def tanda_tangan(badan: bytes, kunci: str = RAHASIA) -> str:
    return "sha256=" + hmac.new(kunci.encode(), badan, hashlib.sha256).hexdigest()
