"""How an item looks in DynamoDB: one table, attributes pk, sk, body (JSON text), v, x (expiry), and a pair per index."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, cast

from chalicelib.store import Delete, Harap, Harapan, Item, Operasi, Put
from chalicelib.store.janji import INDEKS
from chalicelib.store.kursor import Tanya

Atribut = dict[str, Any]


def nama_indeks(index: str) -> str:
    """The index's name in DynamoDB, which asks for three letters or more."""
    return f"indeks-{index}"


def bentuk_tabel(nama: str) -> dict[str, Any]:
    """The parameters of CreateTable (time-to-live on `x` is switched on apart)."""
    kunci = ["pk", "sk", *[f"{i}{b}" for i in INDEKS for b in "ps"]]
    return {
        "TableName": nama,
        "BillingMode": "PAY_PER_REQUEST",
        "AttributeDefinitions": [{"AttributeName": k, "AttributeType": "S"} for k in kunci],
        "KeySchema": _urutan("pk", "sk"),
        "GlobalSecondaryIndexes": [
            {
                "IndexName": nama_indeks(i),
                "KeySchema": _urutan(f"{i}p", f"{i}s"),
                "Projection": {"ProjectionType": "ALL"},
            }
            for i in INDEKS
        ],
    }


def kunci(pk: str, sk: str) -> Atribut:
    """The primary key as attributes."""
    return {"pk": {"S": pk}, "sk": {"S": sk}}


def dari_atribut(a: Mapping[str, Any]) -> Item:
    """The item that these attributes keep."""
    indeks = {i: (a[f"{i}p"]["S"], a[f"{i}s"]["S"]) for i in INDEKS if f"{i}p" in a}
    habis = int(a["x"]["N"]) if "x" in a else None
    body = json.loads(a["body"]["S"])
    return Item(a["pk"]["S"], a["sk"]["S"], body, int(a["v"]["N"]), cast(Any, indeks), habis)


def jadi_atribut(o: Put, teks: str) -> Atribut:
    """The attributes of a put whose expectation names the version replaced (TIADA: none)."""
    atribut = kunci(o.pk, o.sk) | {"body": {"S": teks}, "v": {"N": str(versi_baru(o))}}
    for nama, (p, s) in o.index.items():
        atribut |= {f"{nama}p": {"S": p}, f"{nama}s": {"S": s}}
    return atribut | ({"x": {"N": str(o.expires)}} if o.expires is not None else {})


def versi_baru(o: Operasi) -> int:
    """The version that the operation leaves behind, 0 for those that leave none."""
    if not isinstance(o, Put):
        return 0
    return o.expect + 1 if isinstance(o.expect, int) else 1


def permintaan(o: Operasi, teks: str, tabel: str, kini: float) -> tuple[str, dict[str, Any]]:
    """The operation as a part of TransactWriteItems: its name there and its parameters."""
    isi: dict[str, Any] = {"TableName": tabel} | _syarat(o.expect, kini)
    if isinstance(o, Put):
        return "Put", isi | {"Item": jadi_atribut(o, teks)}
    return ("Delete" if isinstance(o, Delete) else "ConditionCheck"), isi | {"Key": kunci(o.pk, o.sk)}


def pertanyaan(tanya: Tanya, sesudah: Sequence[str] | None, limit: int, tabel: str) -> dict[str, Any]:
    """The parameters of Query for a page of `limit`."""
    p, s = (f"{tanya.index}p", f"{tanya.index}s") if tanya.index else ("pk", "sk")
    nilai = {":p": {"S": tanya.pk}} | ({":s": {"S": tanya.prefix}} if tanya.prefix else {})
    minta = {
        "TableName": tabel,
        "KeyConditionExpression": f"{p} = :p" + (f" and begins_with({s}, :s)" if tanya.prefix else ""),
        "ExpressionAttributeValues": nilai,
        "ScanIndexForward": not tanya.reverse,
        "Limit": limit,
    }
    minta |= {"IndexName": nama_indeks(tanya.index)} if tanya.index else {"ConsistentRead": True}
    return minta | ({"ExclusiveStartKey": _mulai(tanya, sesudah)} if sesudah else {})


def tanpa_harapan(o: Operasi) -> bool:
    """A put that names no version: DynamoDB cannot count it up in a transaction, so the adapter must look first."""
    return isinstance(o, Put) and o.expect is Harap.APA_PUN


def _mulai(tanya: Tanya, sesudah: Sequence[str]) -> Atribut:
    if not tanya.index:
        return kunci(tanya.pk, sesudah[0])
    letak, pk, sk = sesudah
    return kunci(pk, sk) | {f"{tanya.index}p": {"S": tanya.pk}, f"{tanya.index}s": {"S": letak}}


def _syarat(harap: Harapan, kini: float) -> dict[str, Any]:
    if harap is Harap.APA_PUN:
        return {}
    nilai = {":kini": {"N": repr(kini)}}
    if harap is Harap.TIADA:
        return {"ConditionExpression": "attribute_not_exists(pk) or x < :kini", "ExpressionAttributeValues": nilai}
    return {
        "ConditionExpression": "v = :v and (attribute_not_exists(x) or x >= :kini)",
        "ExpressionAttributeValues": nilai | {":v": {"N": str(harap)}},
    }


def _urutan(pk: str, sk: str) -> list[dict[str, str]]:
    return [{"AttributeName": pk, "KeyType": "HASH"}, {"AttributeName": sk, "KeyType": "RANGE"}]
