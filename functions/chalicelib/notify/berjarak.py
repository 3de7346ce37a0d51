"""A channel that is given no more messages a second than its provider takes."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from chalicelib.notify import Hasil, Notify, Surat


class Berjarak:
    """Around another channel; waits between two messages, whichever threads bring them."""

    def __init__(
        self,
        kanal: Notify,
        per_detik: float,
        *,
        jam: Callable[[], float] = time.monotonic,
        tidur: Callable[[float], None] = time.sleep,
    ) -> None:
        self._kanal, self._jeda, self._jam, self._tidur = kanal, 1 / per_detik, jam, tidur
        self._boleh, self._kunci = 0.0, threading.Lock()
        self.nama, self.surel, self.menyela = kanal.nama, kanal.surel, kanal.menyela
        self.orang_per_hari = kanal.orang_per_hari

    def kirim(self, surat: Surat) -> Hasil:
        """Hand over one message, in its turn."""
        with self._kunci:
            giliran = max(self._jam(), self._boleh)
            self._boleh = giliran + self._jeda
        if (tunggu := giliran - self._jam()) > 0:
            self._tidur(tunggu)
        return self._kanal.kirim(surat)
