"""A store whose indexes lag, as DynamoDB's do and no local engine's: wrap any store to see who decides from a list.

Index reads answer from the state of `jeda` writes ago; `kejar()` lets them catch up. Wrap it before the first write.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence

from alat_ingatan import Ingatan
from chalicelib.store import Item, NamaIndeks, Operasi, Store


class IndeksLambat:
    def __init__(self, asli: Store, *, jeda: int = 3) -> None:
        self._asli, self._jeda = asli, jeda
        self._terlihat, self._menyusul = Ingatan(), deque[tuple[Operasi, ...]]()

    def get(self, pk: str, sk: str) -> Item | None:
        return self._asli.get(pk, sk)

    def get_many(self, keys: Iterable[tuple[str, str]]) -> Mapping[tuple[str, str], Item]:
        return self._asli.get_many(keys)

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
        dari = self._terlihat if index else self._asli
        return dari.query(pk, prefix=prefix, index=index, limit=limit, cursor=cursor, reverse=reverse)

    def write(self, *operations: Operasi) -> Sequence[int]:
        versi = self._asli.write(*operations)
        self._menyusul.append(operations)
        while len(self._menyusul) > self._jeda:
            self._terlihat.write(*self._menyusul.popleft())
        return versi

    def kejar(self) -> None:
        """The indexes now show everything."""
        while self._menyusul:
            self._terlihat.write(*self._menyusul.popleft())

    def sehat(self) -> None:
        self._asli.sehat()

    def sapu(self, batas: int = 500) -> int:
        return self._asli.sapu(batas)
