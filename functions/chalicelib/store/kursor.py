"""Where a list goes on: a cursor is the last key shown, bound to its query, signed, and unreadable.

Unreadable because cursors stand in addresses and logs, where no NIP or name may stand, and keys hold both.
The construction is SIV: the tag over (query, key) is the nonce of the key's own cipher stream.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Sequence
from dataclasses import astuple, dataclass

from chalicelib.galat import TakSah, TemuanGalat
from chalicelib.store import Item, NamaIndeks

_TANDA = 16


@dataclass(frozen=True)
class Tanya:
    """What a cursor is bound to: the query without its limit."""

    pk: str
    prefix: str
    index: NamaIndeks | None
    reverse: bool


class Kursor:
    """Writes and reads cursors with one secret of at least 16 bytes."""

    def __init__(self, rahasia: bytes) -> None:
        if len(rahasia) < 16:
            raise ValueError("the cursor secret needs at least 16 bytes")
        self._tanda_kunci = hmac.digest(rahasia, b"kursor tanda", "sha256")
        self._samar_kunci = hmac.digest(rahasia, b"kursor samar", "sha256")

    def halaman(self, tanya: Tanya, items: Sequence[Item], limit: int) -> tuple[Sequence[Item], str | None]:
        """The first `limit` of `items`, and the cursor of the last one when more were found."""
        if len(items) <= limit:
            return items, None
        return items[:limit], self.tulis(tanya, letak(items[limit - 1], tanya.index))

    def tulis(self, tanya: Tanya, terakhir: Sequence[str]) -> str:
        """The cursor after the key `terakhir`."""
        isi = json.dumps(list(terakhir), ensure_ascii=False).encode()
        tanda = self._tanda(tanya, isi)
        return base64.urlsafe_b64encode(tanda + self._samar(tanda, isi)).decode().rstrip("=")

    def baca(self, tanya: Tanya, kursor: str | None) -> list[str] | None:
        """The key that `kursor` stands for, None for the beginning. TakSah when it was not made here for `tanya`."""
        if kursor is None:
            return None
        try:
            mentah = base64.urlsafe_b64decode(kursor + "=" * (-len(kursor) % 4))
        except ValueError:
            raise _asing() from None
        tanda, isi = mentah[:_TANDA], self._samar(mentah[:_TANDA], mentah[_TANDA:])
        if not hmac.compare_digest(tanda, self._tanda(tanya, isi)):
            raise _asing()
        return [str(k) for k in json.loads(isi)]

    def _tanda(self, tanya: Tanya, isi: bytes) -> bytes:
        ikatan = json.dumps(astuple(tanya)).encode() + b"\0" + isi
        return hmac.digest(self._tanda_kunci, ikatan, "sha256")[:_TANDA]

    def _samar(self, tanda: bytes, isi: bytes) -> bytes:
        aliran = hashlib.shake_256(self._samar_kunci + tanda).digest(len(isi))
        return bytes(a ^ b for a, b in zip(isi, aliran, strict=True))


def letak(item: Item, index: NamaIndeks | None) -> tuple[str, ...]:
    """The place of an item in the order of a query: its sort key, on an index followed by its own key."""
    return (item.index[index][1], item.pk, item.sk) if index else (item.sk,)


def _asing() -> TakSah:
    pesan = "Penanda halaman ini bukan milik daftar ini."
    return TakSah(
        pesan,
        kode="kursor-asing",
        petunjuk="Buka daftarnya dari awal.",
        temuan=[TemuanGalat("kursor-asing", pesan, "kursor")],
    )
