"""The port of records: items under (pk, sk), kept alike by SQLite, PostgreSQL and DynamoDB.

The shape is DynamoDB's because it is the narrowest of the three: what holds here holds everywhere.
`tests/contracts/test_store.py` is the promise in full; every adapter passes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Literal, Protocol

from chalicelib.galat import Galat

NamaIndeks = Literal["g1", "g2", "g3", "g4", "g5"]
Isi = Mapping[str, object]
BATAS_OPERASI = 100
"""Operations in one `write` (DynamoDB TransactWriteItems)."""
BATAS_ISI = 350_000
"""Bytes of one item's body as JSON (DynamoDB keeps 400 KB an item, keys included)."""
BATAS_TULIS = 4_000_000
"""Bytes of one `write`, keys and index entries included (DynamoDB TransactWriteItems: 4 MB)."""


class Harap(Enum):
    """What a write expects to find when it names no version."""

    TIADA = "absent"
    APA_PUN = "any"


Harapan = Harap | int


@dataclass(frozen=True)
class Item:
    """What is kept: `body` (JSON-able), its `version` (1, 2, …) and sparse index entries {index: (pk, sk)}."""

    pk: str
    sk: str
    body: Isi
    version: int
    index: Mapping[NamaIndeks, tuple[str, str]] = field(default_factory=dict)
    expires: int | None = None


@dataclass(frozen=True)
class Put:
    """Write `body` whole. The new version is 1 (absent before) or one more than the one replaced."""

    pk: str
    sk: str
    body: Isi
    expect: Harapan = Harap.APA_PUN
    index: Mapping[NamaIndeks, tuple[str, str]] = field(default_factory=dict)
    expires: int | None = None
    """Unix seconds after which `get` and `query` no longer show the item."""


@dataclass(frozen=True)
class Delete:
    """Remove the item; absent already is fine with Harap.APA_PUN."""

    pk: str
    sk: str
    expect: Harapan = Harap.APA_PUN


@dataclass(frozen=True)
class Check:
    """Change nothing, but let the whole write fail unless the expectation holds at commit."""

    pk: str
    sk: str
    expect: Harapan


Operasi = Put | Delete | Check


class Conflict(Galat):
    """An expectation did not hold; nothing was written. `operasi` is the index of the first that failed."""

    kode = "bentrok"
    judul = "Sudah berubah"

    def __init__(self, operasi: int) -> None:
        super().__init__(
            "Data ini baru saja diubah orang lain.",
            petunjuk="Muat ulang untuk melihat keadaan terakhir, lalu ulangi bila masih perlu.",
        )
        self.operasi = operasi


class Store(Protocol):
    """Records, and five things for the caretaker (from `sehat` on). Keys and values never hold NUL; keys are 1..1,000 bytes of UTF-8, ordered by byte.

    Reading under a key that could not be kept finds nothing. An expired item is absent in every way, also to expectations.
    """

    def get(self, pk: str, sk: str) -> Item | None:
        """The item as last written (strongly consistent), or None when absent or expired."""

    def get_many(self, keys: Iterable[tuple[str, str]]) -> Mapping[tuple[str, str], Item]:
        """Those of these (pk, sk) that are there, each as `get` would answer it, in few calls: for work on many things at once."""

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
        """Up to `limit` (1..200) items of one partition whose sort key starts with `prefix`, in byte order of the sort key.

        On an index the partition and sort key are the index entry's; reads there may lag behind (DynamoDB).
        The cursor is opaque, signed and bound to this very query; None means that nothing follows.
        A cursor that is not ours raises TakSah.
        """

    def write(self, *operations: Operasi) -> Sequence[int]:
        """All operations or none, one per item, at most BATAS_OPERASI and BATAS_TULIS. Answers the new version of each (0 for others).

        Raises Conflict when an expectation fails; ValueError for a call that is wrong in itself; Terhenti when the engine is away.
        """

    def sehat(self) -> None:
        """Return when the engine answers; raise Terhenti when it does not."""

    def sapu(self, batas: int = 500) -> int:
        """Remove up to `batas` expired items for good; answers how many. The worker calls it now and then (DynamoDB sweeps itself: 0)."""

    def ekspor(self) -> Iterator[Item]:
        """Every item as of one moment, expired ones too, in no promised order. Never in a request: it reads the whole store.

        Raises Terhenti when the engine is away, or `sibuk` when DynamoDB was never still for the length of two readings.
        """

    def impor(self, items: Iterable[Item]) -> int:
        """Keep items exactly as exported, version and expiry included; answers how many. Again is harmless.

        Only for a store that nobody works in yet: no expectation is looked at.
        """

    def kosong(self) -> bool:
        """Whether nothing at all is kept here."""
