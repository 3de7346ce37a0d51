"""Items in a SQL table: one shape for SQLite and PostgreSQL, which differ only in their dialect.

A write reads the versions of its items, compares them with what was expected, then writes in key order, all inside one
serializable transaction (SQLite: one writer at a time; PostgreSQL: SERIALIZABLE, repeated when it lost a race).
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol, TypeVar, cast

from chalicelib.store import Conflict, Delete, Harap, Item, NamaIndeks, Operasi, Put
from chalicelib.store.janji import (
    INDEKS,
    awalan_mungkin,
    cocok,
    mungkin,
    periksa,
    periksa_limit,
    seikat,
    sesudah_awalan,
    tanpa_dampak,
    teks_isi,
)
from chalicelib.store.kursor import Kursor, Tanya
from chalicelib.store.skema import Baris, Jalan, pasang

T = TypeVar("T")
Jam = Callable[[], float]
SEIKAT = 500
"""Items in one transaction of an import."""
SEKALI_CARI = 25
"""Items looked up by their keys in one select: PostgreSQL plans one of a hundred for 50 ms, and four of 25 for 2."""
_INDEKS_KOLOM = [f"{nama}{bagian}" for nama in INDEKS for bagian in "ps"]
_KOLOM = ", ".join(["pk", "sk", "body", "v", "x", *_INDEKS_KOLOM])
_ISI_KOLOM = ["body", "v", "x", *_INDEKS_KOLOM]
_SISIP_SAJA = f"insert into item ({_KOLOM}) values ({', '.join('?' * (2 + len(_ISI_KOLOM)))}) on conflict (pk, sk) do "
_GANTI = f"{_SISIP_SAJA} update set {', '.join(f'{k} = excluded.{k}' for k in _ISI_KOLOM)}"
_SISIP = f"{_SISIP_SAJA} nothing returning v"
_AMBIL = f"select {_KOLOM} from item where pk = ? and sk = ? and (x is null or x >= ?)"
_SAPU = "delete from item where (pk, sk) in (select pk, sk from item where x < ? order by x limit ?)"


class Dialek(Protocol):
    """What an engine brings: reads, one transaction, the words in which its tables are made."""

    bentuk: dict[str, str]

    def baca(self, sql: str, nilai: Sequence[object] = ()) -> list[Baris]: ...
    def tulis(self, kerja: Callable[[Jalan], T]) -> T: ...
    def alir(self, sql: str) -> Iterator[Baris]: ...
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

    def get_many(self, keys: Iterable[tuple[str, str]]) -> Mapping[tuple[str, str], Item]:
        """See `Store.get_many`."""
        cari = [k for k in dict.fromkeys(keys) if mungkin(k[0]) and mungkin(k[1])]
        rows = [r for sql, nilai in _cari(_KOLOM, cari) for r in self._dialek.baca(sql, (*nilai, self._jam()))]
        return {(i.pk, i.sk): i for i in map(_item, rows)}

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
        semua = range(len(operations))
        lama = [n for n in semua if not _baru(operations[n])]
        try:
            return self._dialek.tulis(lambda jalan: self._terapkan(jalan, operations, teks, lama))
        except _Ragu:
            return self._dialek.tulis(lambda jalan: self._terapkan(jalan, operations, teks, semua))

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

    def ekspor(self) -> Iterator[Item]:
        """See `Store.ekspor`: one read transaction, so no other act is seen half."""
        return map(_item, self._dialek.alir(f"select {_KOLOM} from item order by pk, sk"))

    def impor(self, items: Iterable[Item]) -> int:
        """See `Store.impor`."""
        banyak = 0
        for ikat in seikat(items, SEIKAT):
            self._dialek.tulis(lambda jalan, ikat=ikat: [jalan(_GANTI, _nilai_item(i)) for i in ikat])  # type: ignore[misc]
            banyak += len(ikat)
        return banyak

    def kosong(self) -> bool:
        """See `Store.kosong`."""
        return not self._dialek.baca("select 1 from item limit 1")

    def tutup(self) -> None:
        """Let go of the engine's connections."""
        self._dialek.tutup()

    def _terapkan(
        self, jalan: Jalan, operations: Sequence[Operasi], teks: Sequence[str], lihat: Sequence[int]
    ) -> list[int]:
        """Look at the operations numbered in `lihat`, compare, then write all. _Ragu when that was not enough looking."""
        ada = self._versi(jalan, [operations[n] for n in lihat])
        for nomor in lihat:
            o = operations[nomor]
            if not cocok(o.expect, ada.get((o.pk, o.sk), 0)):
                raise Conflict(nomor) if len(lihat) == len(operations) else _Ragu
        versi = [ada.get((o.pk, o.sk), 0) + 1 if isinstance(o, Put) else 0 for o in operations]
        for nomor in sorted(range(len(operations)), key=lambda n: (operations[n].pk, operations[n].sk)):
            _laksanakan(jalan, operations[nomor], _nilai(operations[nomor], teks[nomor], versi[nomor]), nomor in lihat)
        return versi

    def _versi(self, jalan: Jalan, operations: Sequence[Operasi]) -> dict[tuple[str, str], int]:
        kunci = [(o.pk, o.sk) for o in operations]
        rows = [r for sql, nilai in _cari("pk, sk, v", kunci) for r in jalan(sql, (*nilai, self._jam()))]
        return {(pk, sk): v for pk, sk, v in cast(list[tuple[str, str, int]], rows)}


def _cari(kolom: str, kunci: Sequence[tuple[str, str]]) -> Iterator[tuple[str, list[str]]]:
    """The selects of these items by their keys: each with its values but for the time, which is the last."""
    for n in range(0, len(kunci), SEKALI_CARI):
        ini = kunci[n : n + SEKALI_CARI]
        mana = " or ".join(["(pk = ? and sk = ?)"] * len(ini))
        yield f"select {kolom} from item where ({mana}) and (x is null or x >= ?)", [b for k in ini for b in k]


class _Ragu(Exception):
    """Something new was there already, or an expectation failed before all were looked at: look at everything."""


def _baru(o: Operasi) -> bool:
    """A put of something new needs no look: the insert itself finds out.

    On PostgreSQL a look at what is absent locks its neighbours' page too, and writers of different items would keep
    losing races to each other.
    """
    return isinstance(o, Put) and o.expect is Harap.TIADA


def _laksanakan(jalan: Jalan, o: Operasi, nilai: Sequence[object], terlihat: bool) -> None:
    if isinstance(o, Delete):
        jalan("delete from item where pk = ? and sk = ?", nilai)
    elif isinstance(o, Put) and terlihat:
        jalan(_GANTI, nilai)
    elif isinstance(o, Put) and not jalan(_SISIP, nilai):
        raise _Ragu


def _nilai(o: Operasi, teks: str, versi: int) -> tuple[object, ...]:
    if not isinstance(o, Put):
        return o.pk, o.sk
    indeks = [k for nama in INDEKS for k in o.index.get(cast(NamaIndeks, nama), (None, None))]
    return o.pk, o.sk, teks, versi, o.expires, *indeks


def _nilai_item(i: Item) -> tuple[object, ...]:
    return _nilai(Put(i.pk, i.sk, i.body, index=i.index, expires=i.expires), teks_isi(i.body), i.version)


def _pilih(tanya: Tanya, sesudah: Sequence[str] | None) -> tuple[str, list[object]]:
    """The select of a page and its values, but for the time and the limit that end it."""
    p, s = (f"{tanya.index}p", f"{tanya.index}s") if tanya.index else ("pk", "sk")
    urut = [s, "pk", "sk"] if tanya.index else [s]
    mana, nilai = [f"{p} = ?", f"{s} >= ?"], [tanya.pk, tanya.prefix]
    atas = sesudah_awalan(tanya.prefix)
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


def _item(baris: Baris) -> Item:
    pk, sk, body, v, x, *indeks = cast(tuple[Any, ...], baris)
    pasangan = {n: (indeks[2 * i], indeks[2 * i + 1]) for i, n in enumerate(INDEKS) if indeks[2 * i] is not None}
    return Item(pk, sk, json.loads(body), v, cast(Any, pasangan), x)
