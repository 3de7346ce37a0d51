"""The whole of a DynamoDB table out and in, for backup and restore.

A Scan is no picture of one moment: acts committed while it runs are seen in part. Two readings in a row that found the
same versions are: nothing changed between the end of the first and the start of the second. On a table that never
rests that long, restore a copy by point-in-time recovery and back that up.
"""

from __future__ import annotations

import hashlib
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from typing import IO, Any

from chalicelib.galat import Terhenti
from chalicelib.store import Harap, Item, Put
from chalicelib.store.baris import dari_baris, jadi_baris
from chalicelib.store.dynamodb_bentuk import dari_atribut, jadi_atribut
from chalicelib.store.dynamodb_skema import SKEMA
from chalicelib.store.janji import seikat, teks_isi

BACAAN = 6
SEIKAT = 25
"""Items in one BatchWriteItem."""
_ULANG = 8
Panggil = Callable[..., Any]


def pindai(panggil: Panggil, tabel: str) -> Iterator[Item]:
    """Every item of the table, page by page."""
    minta: dict[str, Any] = {"TableName": tabel, "ConsistentRead": True}
    while True:
        jawab = panggil("scan", **minta)
        yield from (i for i in map(dari_atribut, jawab["Items"]) if i.pk != SKEMA)
        if "LastEvaluatedKey" not in jawab:
            return
        minta["ExclusiveStartKey"] = jawab["LastEvaluatedKey"]


def diam(baca: Callable[[], Iterable[Item]]) -> Iterator[Item]:
    """The items of two equal readings in a row. Terhenti `sibuk` when BACAAN readings all differed."""
    lalu = b""
    for _ in range(BACAAN):
        with tempfile.TemporaryFile("w+", encoding="utf-8") as simpan:
            kini = _salin(baca(), simpan)
            if kini == lalu:
                simpan.seek(0)
                for baris in simpan:
                    yield dari_baris(baris)
                return
        lalu = kini
    raise Terhenti(
        "Catatan di DynamoDB terus berubah, jadi belum dapat dipotret utuh.",
        kode="sibuk",
        petunjuk="Ulangi di luar jam kerja, atau pulihkan salinan dari point-in-time recovery lalu cadangkan salinan itu.",
    )


def _salin(items: Iterable[Item], simpan: IO[str]) -> bytes:
    """Write the items down; answers a fingerprint that does not depend on their order."""
    sidik = []
    for item in items:
        baris = jadi_baris(item)
        simpan.write(baris + "\n")
        sidik.append(hashlib.sha256(baris.encode()).digest())
    return hashlib.sha256(b"".join(sorted(sidik))).digest()


def kirim(panggil: Panggil, tabel: str, items: Iterable[Item]) -> int:
    """Put the items as they are; answers how many. Terhenti when the table keeps refusing."""
    banyak = 0
    for ikat in seikat(items, SEIKAT):
        minta = {tabel: [{"PutRequest": {"Item": _atribut(i)}} for i in ikat]}
        for kali in range(_ULANG):
            minta = panggil("batch_write_item", RequestItems=minta).get("UnprocessedItems") or {}
            if not minta:
                break
            time.sleep(min(0.05 * 2**kali, 3.0))
        else:
            raise Terhenti("DynamoDB menolak menerima catatan secepat ini.", petunjuk="Tunggu sebentar, lalu ulangi.")
        banyak += len(ikat)
    return banyak


def _atribut(i: Item) -> dict[str, Any]:
    sebelum = i.version - 1 or Harap.TIADA
    return jadi_atribut(Put(i.pk, i.sk, i.body, sebelum, i.index, i.expires), teks_isi(i.body))
