"""The worker: what no request waits for. It wakes after a commit or every few seconds and does its rounds until told to stop."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import NamedTuple

from chalicelib.edge.konteks import ID_PERMINTAAN, catat


class Tugas(NamedTuple):
    """One periodic job. `kerja` answers True when more is waiting: the next round then follows at once."""

    nama: str
    kerja: Callable[[], bool | None]
    tiap_detik: float = 5.0
    """It runs at every wake, and at the latest this long after the last round."""


class Pekerja:
    """A thread over a list of jobs. A job that breaks is logged and tried again next round; the others go on."""

    def __init__(self, tugas: Sequence[Tugas], lonceng: threading.Event) -> None:
        self._tugas, self._lonceng = tuple(tugas), lonceng
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

    def putaran(self) -> bool:
        """Every job once. True when one of them has more to do."""
        return any([self._kerjakan(t) for t in self._tugas if not self._berhenti.is_set()])

    def _jalan(self) -> None:
        jeda = min((t.tiap_detik for t in self._tugas), default=60.0)
        while not self._berhenti.is_set():
            if not self.putaran():
                self._lonceng.wait(jeda)
            self._lonceng.clear()

    @staticmethod
    def _kerjakan(tugas: Tugas) -> bool:
        ID_PERMINTAAN.set(f"pekerja-{tugas.nama}")
        try:
            return bool(tugas.kerja())
        except Exception as sebab:
            catat("tugas-terhenti", sebab, tugas=tugas.nama)
            return False
