"""A line between two ends that breaks where it is told to: after so many bytes of one conversation, or altogether."""

from __future__ import annotations

import socket
import struct
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

PUTUS_KERAS = struct.pack("ii", 1, 0)
"""SO_LINGER with no time: the other end reads a reset instead of an end."""


AWAL = (b"GET ", b"HEAD ", b"POST ", b"PUT ", b"DELETE ", b"OPTIONS ")
"""How a request begins: the conversation before it is over."""


@dataclass
class Percakapan:
    """One request and its answer: how many bytes of each have gone by, and after how many the line breaks."""

    batas: int | None = None
    minta: int = 0
    jawab: int = 0
    _gembok: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def boleh(self, banyak: int) -> int:
        """How many of the next bytes may pass."""
        return banyak if self.batas is None else max(0, min(banyak, self.batas - self.minta - self.jawab))

    def lewat(self, arah: str, banyak: int) -> int:
        """Count the next bytes; how many of them may pass."""
        with self._gembok:
            boleh = self.boleh(banyak)
            setattr(self, arah, getattr(self, arah) + boleh)
        return boleh


@dataclass(eq=False)
class Perantara:
    """Listens on a free port and passes on to `ke`. `mati`: nobody is let through. `jaga(b"PUT /")` measures the next request
    that begins so, `jaga(b"PUT /", 17)` lets 17 bytes of request and answer pass and breaks the line: once."""

    ke: str
    mati: bool = False
    keras: bool = False
    terakhir: Percakapan = field(default_factory=Percakapan)
    _awal: bytes = b""
    _buka: threading.Event = field(default_factory=threading.Event)
    _sambungan: set[socket.socket] = field(default_factory=set)

    def __post_init__(self) -> None:
        tujuan = urlsplit(self.ke)
        self._tujuan = (tujuan.hostname or "", tujuan.port or 80)
        self._pintu = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.alamat = f"http://{tujuan.hostname}:{self._pintu.getsockname()[1]}"
        self._gembok = threading.Lock()
        self._buka.set()
        threading.Thread(target=self._terima, daemon=True).start()

    def jaga(self, awal: bytes, batas: int | None = None, *, tahan: bool = False) -> Percakapan:
        """Watch the next conversation; `tahan` keeps its answer back until `lepas()`."""
        with self._gembok:
            self._awal, self.terakhir = awal, Percakapan(batas)
        if tahan:
            self._buka.clear()
        return self.terakhir

    def lepas(self) -> None:
        self._buka.set()

    def matikan(self, ya: bool = True) -> None:
        """Nobody is let through, and whoever is connected is cut off; or the line works again."""
        self.mati = ya
        for soket in list(self._sambungan) if ya else ():
            self._putus(soket)

    def tutup(self) -> None:
        self.matikan()
        self._pintu.close()

    def _terima(self) -> None:
        while True:
            try:
                dari, _ = self._pintu.accept()
            except OSError:
                return
            if self.mati:
                self._putus(dari)
                continue
            try:
                ke = socket.create_connection(self._tujuan)
            except OSError:
                self._putus(dari)
                continue
            self._sambungan |= {dari, ke}
            sambungan = _Sambungan(self, dari, ke)
            for laku in (sambungan.minta, sambungan.jawab):
                threading.Thread(target=laku, daemon=True).start()

    def _cocok(self, potong: bytes) -> Percakapan | None:
        """The conversation that was waited for begins here."""
        with self._gembok:
            if not self._awal or not potong.startswith(self._awal):
                return None
            self._awal = b""
            return self.terakhir

    def _putus(self, *soket: socket.socket) -> None:
        for satu in soket:
            self._sambungan.discard(satu)
            with suppress(OSError):
                if self.keras:
                    satu.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, PUTUS_KERAS)
                # Wakes whoever still reads from it: until then the system keeps a closed line open.
                satu.shutdown(socket.SHUT_RD if self.keras else socket.SHUT_RDWR)
            satu.close()


class _Sambungan:
    """Two ends, and the conversation that is being watched, if any."""

    def __init__(self, perantara: Perantara, dari: socket.socket, ke: socket.socket) -> None:
        self._p, self._dari, self._ke = perantara, dari, ke
        self._kini: Percakapan | None = None

    def minta(self) -> None:
        for potong in _baca(self._dari):
            if potong.startswith(AWAL):
                self._kini = None
            self._kini = self._p._cocok(potong) or self._kini
            if not self._teruskan(potong, self._ke, "minta"):
                break
        self._p._putus(self._dari, self._ke)

    def jawab(self) -> None:
        for potong in _baca(self._ke):
            if self._kini:
                self._p._buka.wait()
            if not self._teruskan(potong, self._dari, "jawab"):
                break
        self._p._putus(self._dari, self._ke)

    def _teruskan(self, potong: bytes, tujuan: socket.socket, arah: str) -> bool:
        kini = self._kini
        boleh = kini.lewat(arah, len(potong)) if kini else len(potong)
        try:
            tujuan.sendall(potong[:boleh])
        except OSError:
            return False
        # At its limit the line breaks at once, also when no further byte comes.
        return boleh == len(potong) and (kini is None or kini.boleh(1) == 1)


def _baca(soket: socket.socket):
    while True:
        try:
            potong = soket.recv(65536)
        except OSError:
            return
        if not potong:
            return
        yield potong
