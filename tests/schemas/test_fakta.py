"""The columns of facts: whoever must choose a code reads it in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from schemas.fakta import KOLOM, MODEL, JenisFakta, Kolom

KATA = re.compile(r"[A-Z][a-z]+( [A-Z]?[a-z]+)*|[IV]+\.[a-e]")
"""Values that are words themselves: "Ahli Muda", "Sangat Baik", "III.a"."""


def _kode(jenis: JenisFakta, k: Kolom) -> list[str]:
    fakta = MODEL[jenis].model_json_schema()["properties"][k.nama]
    return [c for cabang in [fakta, *fakta.get("anyOf", [])] for c in _enum(cabang)]


def _enum(fakta: dict[str, Any]) -> Iterator[str]:
    yield from ("true", "false") if fakta.get("type") == "boolean" else fakta.get("enum", [])


@pytest.mark.parametrize(
    ("jenis", "k"), [pytest.param(j, k, id=f"{j} {k.nama}") for j, semua in KOLOM.items() for k in semua]
)
def test_a_column_of_codes_has_words_for_each_and_no_others(jenis, k):
    kode = _kode(jenis, k)
    if k.pilihan:
        assert [kode_ for kode_, _ in k.pilihan] == kode
    else:
        assert [c for c in kode if not KATA.fullmatch(c)] == []
