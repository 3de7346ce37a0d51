"""The schema's version of a DynamoDB table, kept in the table itself beside the data (SQL has a table of its own for it).

A change goes in three, as in `skema.py`: expand, migrate, contract; what contracts raises PERLU to its own VERSI.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from chalicelib.store.dynamodb_bentuk import kunci
from chalicelib.store.dynamodb_jawab import SyaratGugur
from chalicelib.store.skema import tolak_lebih_baru

SKEMA = "SKEMA"
VERSI, PERLU = 1, 1
"""What this program writes, and what a program must know at least to open it."""


def cocokkan(panggil: Callable[..., Any], tabel: str, versi: int = VERSI, perlu: int = PERLU) -> None:
    """Read the version; write ours where none or an older one stands. Terhenti `skema-lebih-baru`, or when the engine is away."""
    jawab = panggil("get_item", TableName=tabel, Key=kunci(SKEMA, "-"), ConsistentRead=True)
    ada = jawab.get("Item", {})
    tolak_lebih_baru(_angka(ada, "perlu"), versi)
    if _angka(ada, "versi") >= versi:
        return None
    isi = kunci(SKEMA, "-") | {
        "versi": {"N": str(versi)},
        "perlu": {"N": str(perlu)},
        "body": {"S": "{}"},
        "v": {"N": "1"},
    }
    syarat = {
        "ConditionExpression": "attribute_not_exists(pk) or versi < :versi",
        "ExpressionAttributeValues": {":versi": {"N": str(versi)}},
    }
    try:
        panggil("put_item", TableName=tabel, Item=isi, **syarat)
    except SyaratGugur:
        return cocokkan(panggil, tabel, versi, perlu)


def _angka(item: dict[str, Any], nama: str) -> int:
    return int(item[nama]["N"]) if nama in item else 0
