"""Muka: read ahead what the next acts will ask one by one, in few calls instead of a call for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from chalicelib.store import Item, NamaIndeks, Operasi, Store


class Muka:
    """A store that answers `get` of what was read ahead (`bekali`) as of that moment, and everything else as ever.

    What is decided on it stands only if its write expects the versions that were read: a change in between is a Conflict.
    """

    def __init__(self, asli: Store) -> None:
        self._asli = asli
        self._ada: dict[tuple[str, str], Item | None] = {}

    def bekali(self, keys: Iterable[tuple[str, str]]) -> None:
        """Read these now; also that one of them is not there is known then."""
        minta = [k for k in dict.fromkeys(keys) if k not in self._ada]
        self._ada |= dict.fromkeys(minta) | dict(self._asli.get_many(minta))

    def get(self, pk: str, sk: str) -> Item | None:
        """See `Store.get`."""
        return self._ada[pk, sk] if (pk, sk) in self._ada else self._asli.get(pk, sk)

    def get_many(self, keys: Iterable[tuple[str, str]]) -> Mapping[tuple[str, str], Item]:
        """See `Store.get_many`; read now."""
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
        """See `Store.query`."""
        return self._asli.query(pk, prefix=prefix, index=index, limit=limit, cursor=cursor, reverse=reverse)

    def write(self, *operations: Operasi) -> Sequence[int]:
        """See `Store.write`; what is written is read anew when it is asked for."""
        for o in operations:
            self._ada.pop((o.pk, o.sk), None)
        return self._asli.write(*operations)

    def sehat(self) -> None:
        """See `Store.sehat`."""
        self._asli.sehat()

    def sapu(self, batas: int = 500) -> int:
        """See `Store.sapu`."""
        return self._asli.sapu(batas)

    def ekspor(self) -> Iterator[Item]:
        """See `Store.ekspor`."""
        return self._asli.ekspor()

    def impor(self, items: Iterable[Item]) -> int:
        """See `Store.impor`."""
        return self._asli.impor(items)

    def kosong(self) -> bool:
        """See `Store.kosong`."""
        return self._asli.kosong()
