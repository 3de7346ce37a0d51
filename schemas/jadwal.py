"""Jadwal: what SIKAP says by itself, on which days, and how long a desk may take (domain 9.1; recommended targets)."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from pathlib import Path

from schemas.usulan import Status

SLA: dict[Status, int] = {
    Status.DIAJUKAN_PNS: 3,
    Status.DIUSULKAN_OPD: 5,
    Status.VERIFIKASI: 5,
    Status.MENUNGGU_PERSETUJUAN: 2,
    Status.MENUNGGU_TMS: 2,
    Status.SIAP_KIRIM_BKN: 2,
}
"""Working days that a case may lie on a desk; while it is returned the clock stands."""
DIPERBAIKI = (Status.PERBAIKAN_PNS, Status.BTS_BKPSDM, Status.BTS_BKN)
"""Somebody owes a repair, by the case's own deadline."""
TAHAP: tuple[tuple[str, str, tuple[Status, ...]], ...] = (
    ("usul_tutup_opd", "pengusulan OPD", (Status.DRAF, Status.DIAJUKAN_PNS, Status.PERBAIKAN_PNS)),
    ("verifikasi_tutup", "verifikasi", (Status.DIUSULKAN_OPD, Status.VERIFIKASI)),
    ("kirim_bkn_tutup", "pengiriman ke BKN", (Status.SIAP_KIRIM_BKN,)),
)
"""A period's deadline, its name, and the cases that must have passed by then."""


@cache
def libur() -> frozenset[date]:
    """The holiday table that comes with SIKAP."""
    return frozenset(tomllib.loads(Path(__file__).with_name("libur.toml").read_text("utf-8"))["hari"])
