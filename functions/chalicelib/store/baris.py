"""An item as one line of JSON and back, the same on every engine: what an export is made of."""

from __future__ import annotations

import json
from typing import Any, cast

from chalicelib.store import Item


def jadi_baris(item: Item) -> str:
    """The line, without its end: pk, sk, body, version, index entries, expiry."""
    indeks = {nama: list(pasangan) for nama, pasangan in sorted(item.index.items())}
    isi = [item.pk, item.sk, dict(item.body), item.version, indeks, item.expires]
    return json.dumps(isi, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def dari_baris(baris: str) -> Item:
    """The item of a line. ValueError when it is not one of ours."""
    try:
        pk, sk, body, versi, indeks, habis = json.loads(baris)
        pasangan = {str(nama): (str(p), str(s)) for nama, (p, s) in indeks.items()}
    except (AttributeError, TypeError) as sebab:
        raise ValueError("not a line of an export") from sebab
    return Item(pk, sk, body, versi, cast(Any, pasangan), habis)
