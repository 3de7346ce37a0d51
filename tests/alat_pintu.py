"""Ports for tests that run side by side: one that was given is given to nobody else while this process lives."""

from __future__ import annotations

from itertools import chain

from infra.proses import pesan, pintu_bebas

RENTANG = range(20_000, 32_000)
"""Above the ports of SeaweedFS (8333 to 9740, and each + 10000), below those the kernel gives to callers (32768)."""


def ambil(*beda: int, alamat: str = "127.0.0.1") -> int:
    """The lowest port p such that it and every p + `beda` are free at `alamat` and were given to nobody."""
    for p in RENTANG:
        semua = [p, *(p + b for b in beda)]
        if all(pintu_bebas(q, alamat) for q in semua) and pesan(*semua):
            return p
    raise OSError("no free port for a test")


def ambil_weed() -> int:
    """A port from which all four of a server's SeaweedFS, ten apart, and each one + 10000 are ours."""
    return ambil(*chain((10, 20, 30), range(10_000, 10_040, 10)))
