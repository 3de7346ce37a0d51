"""The worker: what no request waits for. It wakes after a commit or every few seconds and does its rounds until told to stop."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

from chalicelib.edge.konteks import ID_PERMINTAAN, catat

SEGERA, JAM, HARI = 60.0, 3600.0, 86_400.0
"""Seconds."""


class Tugas(NamedTuple):
    """One periodic job. `kerja` answers True when more is waiting: it is then asked again at once."""

    nama: str
    kerja: Callable[[], bool | None]
    tiap_detik: float = 5.0
    """How long after its last run it runs again. The bell wakes only jobs of less than SEGERA: what a commit may have left."""


class Pekerja:
    """A thread over a list of jobs. A job that breaks is logged and tried again when it is due; the others go on."""

    def __init__(
        self, tugas: Sequence[Tugas], lonceng: threading.Event, jam: Callable[[], float] = time.monotonic
    ) -> None:
        self._tugas, self._lonceng, self._jam = tuple(tugas), lonceng, jam
        self._tiba = [jam()] * len(self._tugas)
        self._berhenti = threading.Event()
        self._utas = threading.Thread(target=self._jalan, name="pekerja", daemon=True)

    def mulai(self) -> None:
        """Start the thread."""
        self._utas.start()

    def berhenti(self, paling_lama: float = 20.0) -> bool:
        """Let the running job finish, then end. True when it did within `paling_lama` seconds."""
        self._berhenti.set()
        self._lonceng.set()
        self._utas.join(paling_lama)
        return not self._utas.is_alive()

    def putaran(self, *, bangun: bool = False) -> float:
        """Run every job that is due, or that the bell wakes. Answers the seconds until the next one is due."""
        for nomor, tugas in enumerate(self._tugas):
            dibangunkan = bangun and tugas.tiap_detik < SEGERA
            if (dibangunkan or self._jam() >= self._tiba[nomor]) and not self._berhenti.is_set():
                lagi = _kerjakan(tugas)
                self._tiba[nomor] = self._jam() + (0 if lagi else tugas.tiap_detik)
        return max(0.0, min(self._tiba, default=self._jam() + SEGERA) - self._jam())

    def _jalan(self) -> None:
        bangun = False
        while not self._berhenti.is_set():
            bangun = self._lonceng.wait(self.putaran(bangun=bangun))
            self._lonceng.clear()


def _kerjakan(tugas: Tugas) -> bool:
    ID_PERMINTAAN.set(f"pekerja: {tugas.nama}")
    try:
        return bool(tugas.kerja())
    except Exception as sebab:
        catat("tugas-terhenti", sebab, tugas=tugas.nama)
        return False
