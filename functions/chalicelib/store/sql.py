"""Items in a SQL table: one shape for SQLite and PostgreSQL, which differ only in their dialect.

A write reads the versions of its items, compares them with what was expected, then writes in key order, all inside one
serializable transaction (SQLite: one writer at a time; PostgreSQL: SERIALIZABLE, repeated when it lost a race).
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from typing import Any, Protocol, TypeVar, cast

from chalicelib.store import Check, Conflict, Item, NamaIndeks, Operasi, Put
from chalicelib.store.janji import INDEKS, awalan_mungkin, cocok, mungkin, periksa, periksa_limit, tanpa_dampak
from chalicelib.store.kursor import Kursor, Tanya
from chalicelib.store.skema import Baris, Jalan, pasang

T = TypeVar("T")
Jam = Callable[[], float]
_INDEKS_KOLOM = [f"{nama}{bagian}" for nama in INDEKS for bagian in "ps"]
_KOLOM = ", ".join(["pk", "sk", "body", "v", "x", *_INDEKS_KOLOM])
_ISI_KOLOM = ["body", "v", "x", *_INDEKS_KOLOM]
_SIMPAN = (
    f"insert into item ({_KOLOM}) values ({', '.join('?' * (2 + len(_ISI_KOLOM)))}) on conflict (pk, sk) do update set "
    + ", ".join(f"{k} = excluded.{k}" for k in _ISI_KOLOM)
)
_AMBIL = f"select {_KOLOM} from item where pk = ? and sk = ? and (x is null or x >= ?)"
_SAPU = "delete from item where (pk, sk) in (select pk, sk from item where x < ? order by x limit ?)"


class Dialek(Protocol):
    """What an engine brings: reads, one transaction, the words in which its tables are made."""

    bentuk: dict[str, str]

    def baca(self, sql: str, nilai: Sequence[object] = ()) -> list[Baris]: ...
    def tulis(self, kerja: Callable[[Jalan], T]) -> T: ...
    def siapkan(self, kerja: Callable[[Jalan], T]) -> T: ...
    def tutup(self) -> None: ...


def buka_sqlite(berkas: str, rahasia: bytes, *, jam: Jam = time.time) -> SqlStore:
    """The store in one file of this computer, made if absent. `rahasia` (16 bytes or more) signs the cursors.

    For one process with many threads; a second process is safe but waits its turn by polling.
    """
    from chalicelib.store.sqlite import Sqlite

    return SqlStore(Sqlite(berkas), rahasia, jam=jam)


def buka_postgresql(url: str, rahasia: bytes, *, jam: Jam = time.time) -> SqlStore:
    """The store in the database at `url` (postgresql://…), its tables made if absent. Open it after any fork."""
    from chalicelib.store.postgres import Postgres

    return SqlStore(Postgres(url), rahasia, jam=jam)


class SqlStore:
    """Keeps the promises of `chalicelib.store.Store` in a SQL table. Terhenti at once when the engine is away."""

    def __init__(self, dialek: Dialek, rahasia: bytes, *, jam: Jam = time.time) -> None:
        self._dialek, self._kursor, self._jam = dialek, Kursor(rahasia), jam
        try:
            dialek.siapkan(lambda jalan: pasang(jalan, dialek.bentuk))
        except BaseException:
            dialek.tutup()
            raise

    def get(self, pk: str, sk: str) -> Item | None:
        """See `Store.get`."""
        if not (mungkin(pk) and mungkin(sk)):
            return None
        rows = self._dialek.baca(_AMBIL, (pk, sk, self._jam()))
        return _item(rows[0]) if rows else None

    def query(
        self,
        pk: str,
        *,
        prefix: str = "",
        index: NamaIndeks | None = None,
        limit: int = 50,
        cursor: str | None = None,
        reverse: bool = False,
    ) -> tuple[Sequence[Item], str | None]:
        """See `Store.query`."""
        periksa_limit(limit)
        tanya = Tanya(pk, prefix, index, reverse)
        sesudah = self._kursor.baca(tanya, cursor)
        if not (mungkin(pk) and awalan_mungkin(prefix)):
            return (), None
        sql, nilai = _pilih(tanya, sesudah)
        rows = self._dialek.baca(sql, (*nilai, self._jam(), limit + 1))
        return self._kursor.halaman(tanya, [_item(r) for r in rows], limit)

    def write(self, *operations: Operasi) -> Sequence[int]:
        """See `Store.write`."""
        teks = periksa(operations)
        if all(tanpa_dampak(o) for o in operations):
            return [0] * len(operations)
        return self._dialek.tulis(lambda jalan: self._terapkan(jalan, operations, teks))

    def sehat(self) -> None:
        """See `Store.sehat`."""
        self._dialek.baca("select versi from skema")

    def sapu(self, batas: int = 500) -> int:
        """See `Store.sapu`."""
        kini = self._jam()
        jumlah = self._dialek.baca("select count(*) from (select 1 from item where x < ? limit ?) s", (kini, batas))
        ada = cast(int, jumlah[0][0])
        if ada:
            self._dialek.tulis(lambda jalan: jalan(_SAPU, (kini, ada)))
        return ada

    def tutup(self) -> None:
        """Let go of the engine's connections."""
        self._dialek.tutup()

    def _terapkan(self, jalan: Jalan, operations: Sequence[Operasi], teks: Sequence[str]) -> list[int]:
        ada = self._versi(jalan, operations)
        for nomor, o in enumerate(operations):
            if not cocok(o.expect, ada.get((o.pk, o.sk), 0)):
                raise Conflict(nomor)
        baru = [ada.get((o.pk, o.sk), 0) + 1 if isinstance(o, Put) else 0 for o in operations]
        for nomor in sorted(range(len(operations)), key=lambda n: (operations[n].pk, operations[n].sk)):
            _laksanakan(jalan, operations[nomor], teks[nomor], baru[nomor])
        return baru

    def _versi(self, jalan: Jalan, operations: Sequence[Operasi]) -> dict[tuple[str, str], int]:
        mana = " or ".join(["(pk = ? and sk = ?)"] * len(operations))
        kunci = [k for o in operations for k in (o.pk, o.sk)]
        rows = jalan(f"select pk, sk, v from item where ({mana}) and (x is null or x >= ?)", (*kunci, self._jam()))
        return {(pk, sk): v for pk, sk, v in cast(list[tuple[str, str, int]], rows)}


def _laksanakan(jalan: Jalan, o: Operasi, teks: str, versi: int) -> None:
    if isinstance(o, Check):
        return
    if isinstance(o, Put):
        indeks = [k for nama in INDEKS for k in o.index.get(cast(NamaIndeks, nama), (None, None))]
        jalan(_SIMPAN, (o.pk, o.sk, teks, versi, o.expires, *indeks))
    else:
        jalan("delete from item where pk = ? and sk = ?", (o.pk, o.sk))


def _pilih(tanya: Tanya, sesudah: Sequence[str] | None) -> tuple[str, list[object]]:
    """The select of a page and its values, but for the time and the limit that end it."""
    p, s = (f"{tanya.index}p", f"{tanya.index}s") if tanya.index else ("pk", "sk")
    urut = [s, "pk", "sk"] if tanya.index else [s]
    mana, nilai = [f"{p} = ?", f"{s} >= ?"], [tanya.pk, tanya.prefix]
    atas = _sesudah_awalan(tanya.prefix)
    if atas:
        mana, nilai = [*mana, f"{s} < ?"], [*nilai, atas]
    if sesudah:
        lebih = "<" if tanya.reverse else ">"
        mana.append(f"({', '.join(urut)}) {lebih} ({', '.join('?' * len(urut))})")
        mana.append(f"{s} {lebih}= ?")
        nilai = [*nilai, *sesudah, sesudah[0]]
    arah = " desc" if tanya.reverse else ""
    sql = f"select {_KOLOM} from item where {' and '.join(mana)} and (x is null or x >= ?) order by "
    return sql + ", ".join(k + arah for k in urut) + " limit ?", list(nilai)


def _sesudah_awalan(prefix: str) -> str:
    """The least text above everything that starts with `prefix`; empty when there is none."""
    for panjang in range(len(prefix), 0, -1):
        huruf = ord(prefix[panjang - 1])
        if huruf < 0x10FFFF:
            return prefix[: panjang - 1] + chr(0xE000 if huruf == 0xD7FF else huruf + 1)
    return ""


def _item(baris: Baris) -> Item:
    pk, sk, body, v, x, *indeks = cast(tuple[Any, ...], baris)
    pasangan = {n: (indeks[2 * i], indeks[2 * i + 1]) for i, n in enumerate(INDEKS) if indeks[2 * i] is not None}
    return Item(pk, sk, json.loads(body), v, cast(Any, pasangan), x)
