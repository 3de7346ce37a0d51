"""What `infra/sikap kelayakan --skema` prints: the two shapes, every code with its meaning, and two complete pairs."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from schemas.berkas import SLOT
from schemas.kelayakan import Jawaban, Orang, Putusan
from schemas.kelayakan_contoh import CONTOH
from schemas.temuan import MAKNA
from schemas.usulan import Jenis


def skema() -> dict[str, Any]:
    """JSON-able: `masukan` and `keluaran` as JSON schema, enumerations, and `contoh` as pairs of input and output."""
    return {
        "masukan": TypeAdapter(list[Orang]).json_schema(),
        "keluaran": TypeAdapter(list[Jawaban]).json_schema(mode="serialization"),
        "jenis": [j.value for j in Jenis],
        "putusan": [p.value for p in Putusan],
        "kode": {k: {"arti": m.arti, "pembenah": m.pembenah} for k, m in MAKNA.items()},
        "berkas": {k: {"label": s.label, "akhiran": s.akhiran} for k, s in SLOT.items()},
        "contoh": [{"masukan": masukan, "keluaran": keluaran} for masukan, keluaran in CONTOH],
    }
