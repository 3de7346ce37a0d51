"""What a model takes, from its JSON schema: an example, every place inside it, and the example with one place changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

CALON = (
    "tiada",
    "sk-kp",
    "b" * 64,
    "197003111995031901",
    "123456",
    "application/pdf",
    "2026-11",
    "0812 3456 7890",
    "kata yang cukup",
    "01",
)
"""Words of every shape that a field of ours may ask for; a new shape is a line here."""
Jalur = tuple[str | int, ...]


def skema(model: type[BaseModel]) -> dict[str, Any]:
    """The model's schema, without references."""
    isi = model.model_json_schema()
    return _buka(isi, isi.get("$defs", {}))


def _buka(isi: Any, defs: dict[str, Any]) -> Any:
    if isinstance(isi, list):
        return [_buka(s, defs) for s in isi]
    if not isinstance(isi, dict):
        return isi
    if "$ref" in isi:
        return _buka(defs[isi["$ref"].rsplit("/", 1)[1]], defs)
    return {k: _buka(v, defs) for k, v in isi.items() if k != "$defs"}


def contoh(s: dict[str, Any]) -> Any:
    """Something that the schema takes, with every field filled."""
    if "anyOf" in s:
        return contoh(next(a for a in s["anyOf"] if a.get("type") != "null"))
    if "const" in s or "enum" in s:
        return s.get("const", s.get("enum", [None])[0])
    match s.get("type"):
        case "object":
            return {k: contoh(v) for k, v in s.get("properties", {}).items()}
        case "array":
            return [contoh(s.get("items", {}))]
        case "integer" | "number":
            return s.get("minimum", 0)
        case "boolean":
            return True
    return _kata(s)


def _kata(s: dict[str, Any]) -> str:
    if s.get("format") == "date":
        return "2026-11-25"
    cocok = (
        c
        for c in CALON
        if re.search(s.get("pattern", ""), c) and s.get("minLength", 0) <= len(c) <= s.get("maxLength", 999)
    )
    return next(cocok)


def tempat(s: dict[str, Any], jalur: Jalur = ()) -> Iterator[Jalur]:
    """Every place below the top: fields, fields of fields, elements of lists, and what nobody asked for at each depth."""
    for pilihan in s.get("anyOf", [s]):
        for nama, isi in pilihan.get("properties", {}).items():
            yield (*jalur, nama)
            yield from tempat(isi, (*jalur, nama))
        if "items" in pilihan:
            yield (*jalur, 0)
            yield from tempat(pilihan["items"], (*jalur, 0))
        if pilihan.get("type") == "object":
            yield (*jalur, "bidang_asing")


def ganti(isi: Any, jalur: Jalur, nilai: Any) -> Any:
    """A copy of `isi` with `nilai` at this place."""
    if not jalur:
        return nilai
    if isinstance(isi, list):
        return [ganti(isi[0] if isi else {}, jalur[1:], nilai)]
    return {**isi, jalur[0]: ganti(isi.get(jalur[0], {}), jalur[1:], nilai)}
