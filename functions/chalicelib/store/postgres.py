"""PostgreSQL through psycopg 3 and its pool: every write SERIALIZABLE, and repeated when it lost a race.

Sequential scans are off because they would lock the whole table against every other write; each query has its index.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, TypeVar, cast

import psycopg
from psycopg import errors
from psycopg_pool import ConnectionPool

from chalicelib.galat import Terhenti
from chalicelib.store.janji import terhenti
from chalicelib.store.skema import Baris, Jalan

T = TypeVar("T")
Koneksi = psycopg.Connection[tuple[Any, ...]]
BATAS_ULANG = 30
TUNGGU_DETIK = 3.0
SAMBUNG_DETIK = 2
"""For each host of the address: the second one must still be reached before TUNGGU_DETIK when the first is dead."""
_PILIHAN = "set enable_seqscan = off; set statement_timeout = '15s'; set idle_in_transaction_session_timeout = '30s'"
_KUNCI_SKEMA = 0x51CA9
_KALAH = (errors.SerializationFailure, errors.DeadlockDetected)


class Postgres:
    """The dialect of `sql.SqlStore` for one database. Connections are made as they are needed, at most `koneksi`."""

    bentuk = {"teks": 'text collate "C"', "ekor": ""}

    def __init__(self, url: str, *, koneksi: int = 8) -> None:
        self._url = url
        self._kolam: ConnectionPool[Koneksi] = ConnectionPool(
            url,
            min_size=0,
            max_size=koneksi,
            timeout=TUNGGU_DETIK,
            kwargs={"autocommit": True, "connect_timeout": SAMBUNG_DETIK, "client_encoding": "utf8"},
            configure=_atur,
            open=True,
        )

    def baca(self, sql: str, nilai: Sequence[object] = ()) -> list[Baris]:
        """The rows of one select, as of the last commit. Terhenti when the server is away."""
        return self._sekali_lagi(lambda koneksi: _jalan(koneksi, sql, nilai))

    def tulis(self, kerja: Callable[[Jalan], T]) -> T:
        """Run `kerja` in one serializable transaction, again if it lost a race. Terhenti when the server is away."""
        for kali in range(BATAS_ULANG):
            try:
                return self._sekali_lagi(lambda koneksi: _transaksi(koneksi, kerja))
            except _KALAH:
                time.sleep(random.uniform(0, min(0.001 * 2**kali, 0.1)))
        raise terhenti(errors.SerializationFailure())

    def alir(self, sql: str) -> Iterator[Baris]:
        """The rows of one select as of its first row, through a cursor of the server, on a connection of their own."""
        try:
            with psycopg.connect(self._url, connect_timeout=SAMBUNG_DETIK, client_encoding="utf8") as koneksi:
                koneksi.execute("set transaction isolation level repeatable read read only")
                with koneksi.cursor(name="ekspor") as kursor:
                    kursor.itersize = 1000
                    yield from kursor.execute(cast(Any, sql))
        except psycopg.OperationalError as sebab:
            raise terhenti(sebab) from sebab

    def siapkan(self, kerja: Callable[[Jalan], T]) -> T:
        """Run `kerja` alone among all processes and without a time limit: two starting at once make the tables once."""
        with self._koneksi() as koneksi:
            _utf8(koneksi)
            koneksi.execute("set statement_timeout = 0")
            koneksi.execute("select pg_advisory_lock(%s)", (_KUNCI_SKEMA,))
            try:
                return _transaksi(koneksi, kerja)
            finally:
                koneksi.execute("select pg_advisory_unlock(%s)", (_KUNCI_SKEMA,))
                koneksi.execute(_PILIHAN)

    def tutup(self) -> None:
        """Close the pool and its threads."""
        self._kolam.close()

    def _sekali_lagi(self, kerja: Callable[[Koneksi], T]) -> T:
        """Run `kerja`; a connection that proves dead before its commit is replaced, once, by a living one."""
        try:
            return self._dengan(kerja)
        except _Putus:
            self._kolam.check()
        try:
            return self._dengan(kerja)
        except _Putus as putus:
            raise terhenti(putus) from putus

    def _dengan(self, kerja: Callable[[Koneksi], T]) -> T:
        with self._koneksi() as koneksi:
            return kerja(koneksi)

    @contextmanager
    def _koneksi(self) -> Iterator[Koneksi]:
        try:
            with self._kolam.connection() as koneksi:
                yield koneksi
        except (*_KALAH, _Putus):
            raise
        except psycopg.OperationalError as sebab:
            raise terhenti(sebab) from sebab


class _Putus(Exception):
    """The connection was dead before anything could have been committed through it."""


def _atur(koneksi: Koneksi) -> None:
    koneksi.execute(_PILIHAN)


def _utf8(koneksi: Koneksi) -> None:
    if koneksi.execute("show server_encoding").fetchone() != ("UTF8",):
        raise Terhenti(
            "Pangkalan data PostgreSQL ini tidak memakai UTF8.",
            kode="bukan-utf8",
            petunjuk="Buat pangkalan data baru dengan: createdb --encoding=UTF8 --template=template0 sikap.",
        )


def _jalan(koneksi: Koneksi, sql: str, nilai: Sequence[object] = ()) -> list[Baris]:
    try:
        hasil = koneksi.execute(cast(Any, sql.replace("?", "%s")), nilai)
    except psycopg.OperationalError as sebab:
        raise (_Putus() if koneksi.broken else sebab) from sebab
    return hasil.fetchall() if hasil.description else []


def _transaksi(koneksi: Koneksi, kerja: Callable[[Jalan], T]) -> T:
    def jalan(sql: str, nilai: Sequence[object] = ()) -> list[Baris]:
        return _jalan(koneksi, sql, nilai)

    jalan("begin isolation level serializable")
    try:
        hasil = kerja(jalan)
    except BaseException:
        with suppress(psycopg.OperationalError):
            koneksi.rollback()
        raise
    koneksi.execute("commit")
    return hasil
