"""Items in one DynamoDB table. A write alone is a PutItem or DeleteItem (half the price); several are a transaction."""

from __future__ import annotations

import random
import threading
import time
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from chalicelib.store import Check, Conflict, Harap, Item, NamaIndeks, Operasi
from chalicelib.store.dynamodb_bentuk import (
    bentuk_tabel,
    dari_atribut,
    kunci,
    permintaan,
    pertanyaan,
    tanpa_harapan,
    versi_baru,
)
from chalicelib.store.dynamodb_jawab import Kalah, SyaratGugur, panggil, sambung
from chalicelib.store.dynamodb_pindah import diam, kirim, pindai
from chalicelib.store.dynamodb_skema import cocokkan
from chalicelib.store.janji import awalan_mungkin, hidup, mungkin, periksa, periksa_limit, tanpa_dampak, terhenti
from chalicelib.store.kursor import Kursor, Tanya

BATAS_ULANG = 12
SEKALI_CARI = 100
"""Items of one BatchGetItem."""


class DynamoStore:
    """Keeps the promises of `chalicelib.store.Store` in the table `tabel`.

    `rahasia` (16 bytes or more) signs the cursors; `alamat` is the endpoint of an emulator, empty for AWS itself.
    `cocokkan_skema`: look at the schema's version before the first call, as every program in use must.
    Credentials come from the surroundings, as boto3 finds them. The client is made at the first call.
    """

    def __init__(
        self,
        tabel: str,
        rahasia: bytes,
        alamat: str = "",
        wilayah: str = "ap-southeast-3",
        *,
        jam: Callable[[], float] = time.time,
        cocokkan_skema: bool = False,
    ) -> None:
        self._tabel, self._kursor, self._jam = tabel, Kursor(rahasia), jam
        self._alamat, self._wilayah = alamat, wilayah
        self._kunci, self._klien_jadi, self._skema_cocok = threading.Lock(), None, not cocokkan_skema

    def get(self, pk: str, sk: str) -> Item | None:
        """See `Store.get`."""
        if not (mungkin(pk) and mungkin(sk)):
            return None
        jawab = self._panggil("get_item", TableName=self._tabel, Key=kunci(pk, sk), ConsistentRead=True)
        items = self._terlihat([jawab["Item"]] if "Item" in jawab else [])
        return items[0] if items else None

    def get_many(self, keys: Iterable[tuple[str, str]]) -> Mapping[tuple[str, str], Item]:
        """See `Store.get_many`."""
        cari = [k for k in dict.fromkeys(keys) if mungkin(k[0]) and mungkin(k[1])]
        ada: dict[tuple[str, str], Item] = {}
        for n in range(0, len(cari), SEKALI_CARI):
            minta = {self._tabel: {"Keys": [kunci(*k) for k in cari[n : n + SEKALI_CARI]], "ConsistentRead": True}}
            while minta:
                jawab = self._panggil("batch_get_item", RequestItems=minta)
                ada |= {(i.pk, i.sk): i for i in self._terlihat(jawab["Responses"].get(self._tabel, ()))}
                if minta := jawab.get("UnprocessedKeys", {}):
                    _jeda(2)
        return ada

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
        items = self._isi_penuh(pertanyaan(tanya, sesudah, limit + 1, self._tabel), limit + 1)
        return self._kursor.halaman(tanya, items, limit)

    def write(self, *operations: Operasi) -> Sequence[int]:
        """See `Store.write`."""
        teks = periksa(operations)
        if all(tanpa_dampak(o) for o in operations):
            return [0] * len(operations)
        for kali in range(BATAS_ULANG):
            pasti = self._pastikan(operations)
            try:
                self._kirim(pasti, teks)
                return [versi_baru(o) for o in pasti]
            except SyaratGugur as gugur:
                self._bentrok(operations, gugur)
            except Kalah:
                pass
            _jeda(kali)
        raise terhenti(Kalah())

    def sehat(self) -> None:
        """See `Store.sehat`."""
        self.get("sehat", "sehat")

    def sapu(self, batas: int = 500) -> int:
        """See `Store.sapu`; DynamoDB sweeps by itself."""
        return 0

    def ekspor(self) -> Iterator[Item]:
        """See `Store.ekspor`."""
        return diam(lambda: pindai(self._panggil, self._tabel))

    def impor(self, items: Iterable[Item]) -> int:
        """See `Store.impor`."""
        return kirim(self._panggil, self._tabel, items)

    def kosong(self) -> bool:
        """See `Store.kosong`."""
        return next(pindai(self._panggil, self._tabel), None) is None

    def buat_tabel(self) -> None:
        """Make the table, for tests and emulators; in AWS the stack's template makes it. A table that is there stays."""
        klien = self._klien()
        try:
            klien.create_table(**bentuk_tabel(self._tabel))
        except klien.exceptions.ResourceInUseException:
            return
        klien.get_waiter("table_exists").wait(TableName=self._tabel, WaiterConfig={"Delay": 1})
        nyala = {"Enabled": True, "AttributeName": "x"}
        klien.update_time_to_live(TableName=self._tabel, TimeToLiveSpecification=nyala)

    def _isi_penuh(self, minta: dict[str, Any], cukup: int) -> list[Item]:
        """Pages of at most 1 MB, expired items among them, until there are `cukup` or nothing follows."""
        items: list[Item] = []
        while True:
            jawab = self._panggil("query", **minta)
            items += self._terlihat(jawab["Items"])
            if len(items) >= cukup or "LastEvaluatedKey" not in jawab:
                return items
            minta["ExclusiveStartKey"] = jawab["LastEvaluatedKey"]

    def _terlihat(self, atribut: Sequence[dict[str, Any]]) -> list[Item]:
        kini = self._jam()
        return [i for i in map(dari_atribut, atribut) if hidup(i.expires, kini)]

    def _pastikan(self, operations: Sequence[Operasi]) -> list[Operasi]:
        """The operations, with the version found for each put that names none."""
        cari = [(o.pk, o.sk) for o in operations if tanpa_harapan(o)]
        ada = {k: i.version for k, i in self.get_many(cari).items()}
        return [replace(o, expect=ada.get((o.pk, o.sk), Harap.TIADA)) if tanpa_harapan(o) else o for o in operations]

    def _kirim(self, operations: Sequence[Operasi], teks: Sequence[str]) -> None:
        nomor = [n for n, o in enumerate(operations) if not tanpa_dampak(o)]
        bagian = [permintaan(operations[n], teks[n], self._tabel, self._jam()) for n in nomor]
        try:
            if len(bagian) == 1 and not isinstance(operations[nomor[0]], Check):
                self._panggil({"Put": "put_item", "Delete": "delete_item"}[bagian[0][0]], **bagian[0][1])
            else:
                isi = [{nama: minta} for nama, minta in bagian]
                self._panggil("transact_write_items", TransactItems=isi, ClientRequestToken=uuid.uuid4().hex)
        except SyaratGugur as gugur:
            raise SyaratGugur([nomor[n] for n in gugur.bagian]) from gugur

    def _bentrok(self, operations: Sequence[Operasi], gugur: SyaratGugur) -> None:
        """Raise Conflict for what the caller expected; what only we expected is looked up anew."""
        for nomor in gugur.bagian:
            if not tanpa_harapan(operations[nomor]):
                raise Conflict(nomor) from None

    def _panggil(self, cara: str, **minta: Any) -> Any:
        self._skema()
        return panggil(getattr(self._klien(), cara), minta)

    def _klien(self) -> Any:
        with self._kunci:
            if self._klien_jadi is None:
                self._klien_jadi = sambung(self._alamat, self._wilayah)
            return self._klien_jadi

    def _skema(self) -> None:
        """The schema's version stands in the table; looked at once, before the first call. Terhenti `skema-lebih-baru`."""
        if not self._skema_cocok:
            cocokkan(lambda cara, **minta: panggil(getattr(self._klien(), cara), minta), self._tabel)
            self._skema_cocok = True


def _jeda(kali: int) -> None:
    time.sleep(random.uniform(0, min(0.01 * 2**kali, 0.5)))
