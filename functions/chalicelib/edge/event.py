"""A WSGI request as the event that API Gateway (REST, proxy integration) hands to a Lambda function."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs

from chalicelib.edge.jawab import json_rusak
from chalicelib.edge.routing import Cocok
from chalicelib.galat import TakSah, TerlaluBesar

BATAS_KUERI = 100


def rest_event(
    environ: Mapping[str, Any], cocok: Cocok, *, id_permintaan: str, badan: bytes, biner: bool
) -> dict[str, Any]:
    """The event of one request. Raises TakSah (400) for a query or text body that is not UTF-8."""
    kueri, kepala = _kueri(environ.get("QUERY_STRING", "")), _kepala(environ)
    return {
        "resource": cocok.resource,
        "path": environ["PATH_INFO"],
        "httpMethod": environ["REQUEST_METHOD"],
        "headers": kepala,
        "multiValueHeaders": {k: [v] for k, v in kepala.items()},
        "queryStringParameters": {k: v[-1] for k, v in kueri.items()} or None,
        "multiValueQueryStringParameters": kueri or None,
        "pathParameters": cocok.parameter or None,
        "stageVariables": None,
        "requestContext": {
            "resourcePath": cocok.resource,
            "httpMethod": environ["REQUEST_METHOD"],
            "path": f"/api{environ['PATH_INFO']}",
            "stage": "api",
            "requestId": id_permintaan,
            "identity": {"sourceIp": environ.get("REMOTE_ADDR", ""), "userAgent": kepala.get("User-Agent", "")},
        },
        "body": _badan(badan, biner),
        "isBase64Encoded": biner and bool(badan),
    }


def baca_badan(environ: Mapping[str, Any], batas: int) -> bytes:
    """The request's body. Raises TerlaluBesar above `batas` bytes, without reading it."""
    panjang = environ.get("CONTENT_LENGTH") or "0"
    if not panjang.isdecimal() or int(panjang) > batas:
        raise TerlaluBesar(
            f"Kiriman ini lebih besar dari {batas // 1000} KB.",
            petunjuk="Berkas diunggah langsung ke penyimpanan memakai tiket dari /api/berkas.",
        )
    return environ["wsgi.input"].read(int(panjang)) if int(panjang) else b""


def _kepala(environ: Mapping[str, Any]) -> dict[str, str]:
    nama = {k[5:]: v for k, v in environ.items() if k.startswith("HTTP_")}
    nama |= {k: environ[k] for k in ("CONTENT_TYPE", "CONTENT_LENGTH") if environ.get(k)}
    return {k.replace("_", "-").title(): v for k, v in nama.items()}


def _kueri(mentah: str) -> dict[str, list[str]]:
    try:
        return parse_qs(mentah, keep_blank_values=True, errors="strict", max_num_fields=BATAS_KUERI)
    except ValueError:
        raise permintaan_rusak("Bagian alamat setelah tanda tanya tidak dapat dibaca.") from None


def _badan(badan: bytes, biner: bool) -> str | None:
    if not badan:
        return None
    if biner:
        return base64.b64encode(badan).decode()
    try:
        return badan.decode("utf-8")
    except UnicodeDecodeError:
        raise json_rusak() from None


def permintaan_rusak(pesan: str) -> TakSah:
    """What does not follow HTTP itself (400)."""
    return TakSah(pesan, kode="permintaan-rusak", petunjuk="Periksa alamatnya, atau kembali ke beranda.")
