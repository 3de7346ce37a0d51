"""What `status` and `doctor` of both deployments share: the form of an answer, and from when on something is not well."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from infra.tempat import Berhenti

Jawab = tuple[bool, str]
SERTIFIKAT_HARI = 21
RUANG = 2_000_000_000
"""Free bytes."""


class Hasil(NamedTuple):
    """One thing looked at: its name, whether it is well, and a sentence that says what to do where it is not."""

    bagian: str
    baik: bool
    keterangan: str


def coba(kerja: Callable[[], Jawab], kalimat: Callable[[Exception], str]) -> Jawab:
    """Its answer; what could not be looked at is not well, and `kalimat` says why."""
    try:
        return kerja()
    except (OSError, ValueError, Berhenti) as sebab:
        return False, kalimat(sebab)
