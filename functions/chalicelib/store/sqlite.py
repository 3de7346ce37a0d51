"""SQLite as one file: one writer at a time, any number of readers beside it (WAL), every commit on the disk (FULL)."""

from __future__ import annotations

import sqlite3
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from chalicelib.store.janji import terhenti
from chalicelib.store.skema import Baris, Jalan

T = TypeVar("T")
TUNGGU_DETIK = 10.0
INGATAN = ":memory:"
"""No file at all, for tests: every connection would be a database of its own, so there is one, and it is lost at the end."""


class Sqlite:
    """The dialect of `sql.SqlStore` for one file. Opens connections as they are needed and keeps them."""

    bentuk = {"teks": "text", "ekor": ", pk, sk"}

    def __init__(self, berkas: str) -> None:
        self._berkas = berkas
        self._kunci = threading.Lock()
        self._penulis: sqlite3.Connection | None = None
        self._pembaca: deque[sqlite3.Connection] = deque()

    def baca(self, sql: str, nilai: Sequence[object] = ()) -> list[Baris]:
        """The rows of one select, as of the last commit. Terhenti when the file cannot be read."""
        if self._berkas == INGATAN:
            return self.tulis(lambda jalan: jalan(sql, nilai))
        with self._galat():
            koneksi = self._pembaca.pop() if self._pembaca else self._sambung()
            rows: list[Baris] = koneksi.execute(sql, nilai).fetchall()
            self._pembaca.append(koneksi)
            return rows

    def tulis(self, kerja: Callable[[Jalan], T]) -> T:
        """Run `kerja` in one transaction, alone; what it raises undoes all. Terhenti when the disk refuses."""
        with self._kunci, self._galat():
            self._penulis = self._penulis or self._sambung()
            with _transaksi(self._penulis) as jalan:
                return kerja(jalan)

    def alir(self, sql: str) -> Iterator[Baris]:
        """The rows of one select as of its first row; writers go on meanwhile (WAL keeps what we see)."""
        if self._berkas == INGATAN:
            yield from self.baca(sql)
            return
        with self._galat(), closing(self._sambung()) as koneksi:
            yield from koneksi.execute(sql)

    def siapkan(self, kerja: Callable[[Jalan], T]) -> T:
        """Run `kerja`, which makes the tables; `tulis` is lock enough."""
        return self.tulis(kerja)

    def tutup(self) -> None:
        """Close what is open; the last one out folds the log back into the file."""
        with self._kunci:
            while self._pembaca:
                self._pembaca.pop().close()
            if self._penulis:
                self._penulis.close()
            self._penulis = None

    def _sambung(self) -> sqlite3.Connection:
        if self._berkas != INGATAN:
            Path(self._berkas).parent.mkdir(parents=True, exist_ok=True)
            Path(self._berkas).touch(mode=0o600)
        koneksi = sqlite3.connect(self._berkas, timeout=TUNGGU_DETIK, isolation_level=None, check_same_thread=False)
        koneksi.execute("pragma journal_mode = wal")
        koneksi.execute("pragma synchronous = full")
        return koneksi

    @contextmanager
    def _galat(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.DatabaseError, OSError) as sebab:
            raise terhenti(sebab) from sebab


@contextmanager
def _transaksi(koneksi: sqlite3.Connection) -> Iterator[Jalan]:
    def jalan(sql: str, nilai: Sequence[object] = ()) -> list[Baris]:
        return koneksi.execute(sql, nilai).fetchall()

    jalan("begin immediate")
    try:
        yield jalan
        jalan("commit")
    except BaseException:
        with suppress(sqlite3.DatabaseError):
            koneksi.rollback()
        raise
