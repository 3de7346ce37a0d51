"""A channel that is given no more messages a second than its provider takes."""

from __future__ import annotations

import time
from collections.abc import Callable

from chalicelib.notify import Hasil, Notify, Surat


class Berjarak:
    """Around another channel; waits between two messages. For one worker at a time."""

    def __init__(
        self,
        kanal: Notify,
        per_detik: float,
        *,
        jam: Callable[[], float] = time.monotonic,
        tidur: Callable[[float], None] = time.sleep,
    ) -> None:
        self._kanal, self._jeda, self._jam, self._tidur = kanal, 1 / per_detik, jam, tidur
        self._boleh = 0.0
        self.nama, self.surel, self.orang_per_hari = kanal.nama, kanal.surel, kanal.orang_per_hari

    def kirim(self, surat: Surat) -> Hasil:
        """Hand over one message, in its turn."""
        if (tunggu := self._boleh - self._jam()) > 0:
            self._tidur(tunggu)
        self._boleh = max(self._jam(), self._boleh) + self._jeda
        return self._kanal.kirim(surat)
