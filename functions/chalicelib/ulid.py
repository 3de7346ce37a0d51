"""Ids: 26 characters of Crockford's base32, sortable by time, never twice (ULID; monotonic within a process)."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable

ABJAD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


class Ulid:
    """A source of ids. `milidetik` is the clock (Unix milliseconds); a clock that goes back does not break the order."""

    def __init__(self, milidetik: Callable[[], int] = lambda: time.time_ns() // 1_000_000) -> None:
        self._milidetik, self._kunci, self._akhir = milidetik, threading.Lock(), 0

    def __call__(self) -> str:
        """The next id: 48 bits of time, 80 bits of chance."""
        with self._kunci:
            baru = self._milidetik() << 80
            acak = secrets.randbits(79)  # one bit free, so that counting on never carries into the time
            self._akhir = baru | acak if baru > self._akhir else self._akhir + 1
            nilai = self._akhir
        return "".join(ABJAD[(nilai >> geser) & 31] for geser in range(125, -1, -5))
