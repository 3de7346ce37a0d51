"""What every schema stands on: the base models and the small types used everywhere."""

from __future__ import annotations

import os
from datetime import date, datetime
from typing import Annotated, Generic, TypeVar

from pydantic import AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field

_KENDALI = {c: None for c in (*range(0, 9), 11, 12, *range(14, 32), 127)}


def rapikan(nilai: object) -> object:
    """Text without control characters (NUL above all) and without white space at its ends; anything else as it is."""
    return nilai.translate(_KENDALI).strip() if isinstance(nilai, str) else nilai


Teks = Annotated[str, Field(max_length=200), BeforeValidator(rapikan)]
TeksPanjang = Annotated[str, Field(max_length=2000), BeforeValidator(rapikan)]
Id = Annotated[str, Field(pattern=r"^[0-9A-Za-z_-]{1,40}$", description="Opaque; holds no NIP and no name.")]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Waktu = AwareDatetime
Tanggal = date
Tgl = Annotated[date, Field(ge=date(1900, 1, 1), le=date(2199, 12, 31))]
"""A day of somebody's life or of a paper, as people type it: one that the rules can count with."""
AWAL_KP = date(2000, 11, 10)
TglKp = Annotated[Tgl, Field(ge=AWAL_KP)]
"""From which a promotion may run: not before PP 99/2000, of which no rules are kept."""
Versi = Annotated[int, Field(ge=0, le=2**31)]


DI_LAMBDA = "AWS_LAMBDA_FUNCTION_NAME" in os.environ
"""There a function serves one request at a time and should start soon: each model is built when it is first used.
Elsewhere threads share the models, so they are whole before the first request."""


class Model(BaseModel):
    """A record or a view: frozen; unknown keys are dropped, so that an older process can read a newer record."""

    model_config = ConfigDict(frozen=True, extra="ignore", allow_inf_nan=False, defer_build=DI_LAMBDA)


class Isian(BaseModel):
    """What a person sends: unknown keys are refused by name."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, defer_build=DI_LAMBDA)


T = TypeVar("T")


class Halaman(Model, Generic[T]):
    """One page of a list, and the cursor that continues it (null: nothing follows)."""

    isi: list[T]
    kursor: str | None = None


class KueriHalaman(Isian):
    """`?kursor=&batas=` of every list."""

    kursor: Annotated[str, Field(max_length=2000)] | None = None
    batas: Annotated[int, Field(ge=1, le=100)] = 20


__all__ = [
    "AWAL_KP", "Halaman", "Id", "Isian", "KueriHalaman", "Model", "Sha256", "Tanggal", "Teks", "TeksPanjang", "Tgl", "TglKp", "Versi", "Waktu",
    "date", "datetime", "rapikan",
]  # fmt: skip
