"""The tables of the SQL engines, grown by numbered steps, and the version kept beside the data.

A step is never edited once released. A change goes in three: expand (add what the new program needs; the old one
still runs), migrate (fill it), contract (take away what only the old one used; raises `perlu`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from chalicelib.galat import Terhenti

Baris = tuple[object, ...]
Jalan = Callable[[str, Sequence[object]], list[Baris]]
"""Runs one statement (placeholders `?`) and answers its rows."""


@dataclass(frozen=True)
class Langkah:
    """One step: after it the schema is at `versi`, and programs that know less than `perlu` must not open it."""

    versi: int
    perlu: int
    sql: tuple[str, ...]


_INDEKS = tuple(f"create index item_g{n} on item (g{n}p, g{n}s{{ekor}}) where g{n}p is not null" for n in range(1, 6))
_TABEL = (
    "create table item (pk {teks} not null, sk {teks} not null, body text not null, v bigint not null, x bigint, "
    + ", ".join(f"g{n}p {{teks}}, g{n}s {{teks}}" for n in range(1, 6))
    + ", primary key (pk, sk))"
)
LANGKAH = (Langkah(1, 1, (_TABEL, *_INDEKS, "create index item_x on item (x) where x is not null")),)


def pasang(jalan: Jalan, bentuk: dict[str, str], langkah: Sequence[Langkah] = LANGKAH) -> None:
    """Bring the schema to the newest step, inside the caller's transaction.

    `bentuk` fills the dialect's words into the statements. Terhenti when the data is newer than this program may touch.
    """
    jalan("create table if not exists skema (versi bigint not null, perlu bigint not null)", ())
    rows = jalan("select versi, perlu from skema", ())
    versi, perlu = rows[0] if rows else (0, 0)
    tolak_lebih_baru(_angka(perlu), langkah[-1].versi)
    for baru in (langkah_ini for langkah_ini in langkah if langkah_ini.versi > _angka(versi)):
        _naik(jalan, baru, bentuk)


def tolak_lebih_baru(perlu: int, versi: int) -> None:
    """Terhenti `skema-lebih-baru` when the data asks for a program of schema `perlu` and this one knows only `versi`."""
    if perlu > versi:
        raise Terhenti(
            "Data ini sudah dipakai oleh SIKAP yang lebih baru.",
            kode="skema-lebih-baru",
            petunjuk="Pasang SIKAP versi yang lebih baru, atau pulihkan cadangan yang sesuai.",
            versi=perlu,
        )


def _naik(jalan: Jalan, langkah: Langkah, bentuk: dict[str, str]) -> None:
    for sql in langkah.sql:
        jalan(sql.format(**bentuk), ())
    jalan("delete from skema", ())
    jalan("insert into skema (versi, perlu) values (?, ?)", (langkah.versi, langkah.perlu))


def _angka(nilai: object) -> int:
    return int(str(nilai))
