"""A writer that dies: after the n-th word with its engine, or whenever somebody kills it.

Each step writes one act as SIKAP does: the new state, its event, the task it owes (and takes the last task away).
As a program: `--titik` reads a JSON list of addresses and forks one writer for each, dying after 0, 1, 2, … words until
one lives; `--terus ADDRESS` writes until killed. What was acknowledged is said on standard output.
"""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from collections.abc import Callable
from itertools import count
from typing import Any

from chalicelib.store import Delete, Harap, Put, Store

RAHASIA = b"rahasia untuk uji"
LANGKAH = 3


def buka(alamat: str) -> Any:
    """The store at a file, a postgresql:// address, or "http://… table"."""
    if alamat.startswith("postgresql:"):
        from chalicelib.store.sql import buka_postgresql

        return buka_postgresql(alamat, RAHASIA)
    if alamat.startswith("http:"):
        from chalicelib.store.dynamodb import DynamoStore

        titik, tabel = alamat.split()
        return DynamoStore(tabel, RAHASIA, titik)
    from chalicelib.store.sql import buka_sqlite

    return buka_sqlite(alamat, RAHASIA)


def langkah(store: Store, pk: str) -> int:
    """One act more on the case `pk`; answers its number."""
    kini = store.get(pk, "keadaan")
    n = kini.version + 1 if kini else 1
    lama = [Delete(pk, f"tugas#{n - 1}", 1)] if kini else []
    store.write(
        Put(pk, "keadaan", {"n": n}, kini.version if kini else Harap.TIADA, {"g1": (pk, str(n))}),
        Put(pk, f"peristiwa#{n:06}", {"n": n}, Harap.TIADA),
        Put(pk, f"tugas#{n}", {}, Harap.TIADA),
        *lama,
    )
    return n


def periksa(store: Store, pk: str, diakui: int) -> int:
    """Nothing acknowledged is missing, nothing is half done; answers how many acts are kept."""
    keadaan = store.get(pk, "keadaan")
    n = keadaan.version if keadaan else 0
    assert n in (diakui, diakui + 1), f"{diakui} acts were acknowledged, {n} are kept"
    assert [(i.sk, i.version) for i in store.query(pk, prefix="tugas#")[0]] == ([(f"tugas#{n}", 1)] if n else [])
    assert [i.index["g1"][1] for i in store.query(pk, index="g1")[0]] == ([str(n)] if n else [])
    assert _peristiwa(store, pk) == list(range(1, n + 1))
    return n


def _peristiwa(store: Store, pk: str) -> list[object]:
    semua: list[object] = []
    kursor: str | None = None
    while True:
        items, kursor = store.query(pk, prefix="peristiwa#", limit=200, cursor=kursor)
        semua += [i.body["n"] for i in items]
        if kursor is None:
            return semua


def _mati_sesudah(kata: int) -> None:
    """From now on the process ends, without any farewell, when `kata` words with an engine have been spoken."""
    import psycopg
    from botocore.httpsession import URLLib3Session

    sisa = count(kata, -1)

    def lewat(asli: Callable[..., Any]) -> Callable[..., Any]:
        def bicara(*isi: Any, **pilihan: Any) -> Any:
            hasil = asli(*isi, **pilihan)
            if next(sisa) <= 1:
                os._exit(9)
            return hasil

        return bicara

    class Rapuh(sqlite3.Connection):
        execute = lewat(sqlite3.Connection.execute)

    sambung = sqlite3.connect
    sqlite3.connect = lambda *isi, **pilihan: sambung(*isi, factory=Rapuh, **pilihan)  # type: ignore[assignment, misc]
    psycopg.Connection.wait = lewat(psycopg.Connection.wait)  # type: ignore[method-assign]
    URLLib3Session.send = lewat(URLLib3Session.send)
    if kata == 0:
        os._exit(9)


def _satu_titik(alamat: str, titik: int) -> tuple[int, bool]:
    """Fork a writer that dies at `titik`: the acts it acknowledged, and whether it lived to the end."""
    baca, tulis = os.pipe()
    anak = os.fork()
    if anak == 0:
        _mati_sesudah(titik)
        store = buka(alamat)
        for _ in range(LANGKAH):
            os.write(tulis, b"%d " % langkah(store, f"titik#{titik}"))
        os._exit(0)
    os.close(tulis)
    with os.fdopen(baca, "rb") as pipa:
        diakui = pipa.read().split()
    return int(diakui[-1]) if diakui else 0, os.waitpid(anak, 0)[1] == 0


def _semua_titik(alamat: list[str]) -> None:
    import botocore.session
    import psycopg_pool  # noqa: F401

    botocore.session.get_session().get_service_model("dynamodb")
    for titik, satu in enumerate(alamat):
        diakui, hidup = _satu_titik(satu, titik)
        print(json.dumps([titik, diakui, hidup]), flush=True)
        if hidup:
            return


def _terus(alamat: str) -> None:
    store = buka(alamat)
    while True:
        print(langkah(store, "terus"), flush=True)


if __name__ == "__main__":
    _semua_titik(json.load(sys.stdin)) if sys.argv[1] == "--titik" else _terus(sys.argv[2])
