"""OpenAPI 3.1, made from the list of counters and the schemas; nothing in it is written by hand twice."""

from __future__ import annotations

import re
from functools import cache
from http import HTTPStatus
from typing import Any

from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import models_json_schema

from chalicelib.edge.loket import LOKET, blueprint
from chalicelib.edge.rute import RUTE, Pintu, Rute

_RUJUK = "#/components/schemas/{model}"


@cache
def dokumen() -> dict[str, object]:
    """The whole document, of every counter: also of those that nobody has come to yet."""
    for nama in LOKET:
        blueprint(nama)
    masuk = [(r.masuk, "validation") for r in RUTE if r.masuk]
    _, skema = models_json_schema(masuk, ref_template=_RUJUK)  # type: ignore[arg-type]
    bersama = dict(skema.get("$defs", {}))
    jalur: dict[str, dict[str, Any]] = {}
    for r in RUTE:
        jalur.setdefault(f"/api{r.jalur}", {})[r.cara.lower()] = _operasi(r, bersama)
    return {
        "openapi": "3.1.0",
        "info": {"title": "SIKAP", "version": "1", "description": "Layanan kenaikan pangkat PNS."},
        "paths": jalur,
        "components": {
            "schemas": {**bersama, "Masalah": _MASALAH},
            "securitySchemes": {"sesi": {"type": "apiKey", "in": "cookie", "name": "sid"}},
        },
    }


def _operasi(r: Rute, bersama: dict[str, Any]) -> dict[str, Any]:
    isi: dict[str, Any] = {
        "summary": r.judul,
        "operationId": f"{r.cara.lower()}{re.sub(r'[^a-z0-9]+', '_', r.jalur)}",
        "parameters": [*_bagian(r), *_kueri(r), *_kepala(r)],
        "responses": _jawaban(r, bersama),
    }
    if r.masuk:
        rujuk = {"$ref": _RUJUK.format(model=r.masuk.__name__)}
        isi["requestBody"] = {"required": True, "content": {"application/json": {"schema": rujuk}}}
    if r.untuk is not Pintu.UMUM:
        isi["security"] = [{"sesi": []}]
    return isi


def _bagian(r: Rute) -> list[dict[str, Any]]:
    pola = {"type": "string", "pattern": "^[0-9A-Za-z_-]{1,60}$"}
    return [{"name": n, "in": "path", "required": True, "schema": pola} for n in re.findall(r"\{(\w+)\}", r.jalur)]


def _kueri(r: Rute) -> list[dict[str, Any]]:
    if r.kueri is None:
        return []
    skema = r.kueri.model_json_schema()
    wajib = set(skema.get("required", []))
    defs = skema.get("$defs", {})
    return [
        {"name": n, "in": "query", "required": n in wajib, "schema": _sebaris(s, defs)}
        for n, s in skema["properties"].items()
    ]


def _sebaris(skema: Any, defs: dict[str, Any]) -> Any:
    """A query parameter's schema without references; a query never says null."""
    if isinstance(skema, list):
        return [_sebaris(s, defs) for s in skema]
    if not isinstance(skema, dict):
        return skema
    if "$ref" in skema:
        return _sebaris(defs[skema["$ref"].rsplit("/", 1)[1]], defs)
    if "anyOf" in skema:
        tanpa_kosong = [s for s in skema["anyOf"] if s.get("type") != "null"]
        return _sebaris(tanpa_kosong[0] if len(tanpa_kosong) == 1 else {"anyOf": tanpa_kosong}, defs)
    return {k: _sebaris(v, defs) for k, v in skema.items() if k not in ("title", "default")}


def _kepala(r: Rute) -> list[dict[str, Any]]:
    if r.cara == "GET":
        return []
    kunci = {
        "name": "Idempotency-Key",
        "in": "header",
        "required": False,
        "schema": {"type": "string", "pattern": "^[0-9A-Za-z_-]{8,80}$"},
    }
    return [{"name": "X-SIKAP", "in": "header", "required": True, "schema": {"const": "1"}}, kunci]


def _jawaban(r: Rute, bersama: dict[str, Any]) -> dict[str, Any]:
    baik: dict[str, Any] = {"description": HTTPStatus(r.status).phrase}
    if r.keluar is not None and r.status != 204:
        baik["content"] = {"application/json": {"schema": _skema_keluar(r.keluar, bersama)}}
    masalah = {
        "description": "Penolakan",
        "content": {"application/problem+json": {"schema": {"$ref": _RUJUK.format(model="Masalah")}}},
    }
    return {str(r.status): baik, "4XX": masalah, "5XX": masalah}


def _skema_keluar(tipe: Any, bersama: dict[str, Any]) -> Any:
    skema = TypeAdapter(tipe).json_schema(mode="serialization", ref_template="#/components/schemas/{model}")
    for nama, isi in skema.pop("$defs", {}).items():
        bersama.setdefault(nama, isi)
    if isinstance(tipe, type) and issubclass(tipe, BaseModel):
        nama = re.sub(r"\W", "_", tipe.__name__).strip("_")
        bersama.setdefault(nama, skema)
        return {"$ref": _RUJUK.format(model=nama)}
    return skema


_MASALAH = {
    "type": "object",
    "description": "RFC 9457",
    "required": ["type", "title", "status", "detail", "kode"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "kode": {"type": "string"},
        "petunjuk": {"type": "string"},
        "permintaan": {"type": "string"},
        "temuan": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {k: {"type": "string"} for k in ("kode", "pesan", "bidang", "dasar")},
            },
        },
    },
}
