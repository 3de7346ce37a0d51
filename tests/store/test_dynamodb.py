"""What only a misbehaving DynamoDB shows: lost races, throttling, answers that never arrive."""

from __future__ import annotations

import json
import threading
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.error import HTTPError

import pytest
from chalicelib.galat import Terhenti
from chalicelib.store import Check, Conflict, Delete, Harap, Put
from chalicelib.store.dynamodb import DynamoStore
from chalicelib.store.dynamodb_bentuk import bentuk_tabel

RAHASIA = b"rahasia untuk uji"
GALAT = "com.amazonaws.dynamodb.v20120810#"
PENUH = (400, {"__type": GALAT + "ProvisionedThroughputExceededException"})
RUSAK = (500, {"__type": GALAT + "InternalServerError"})
BERSAMAAN = (400, {"__type": GALAT + "TransactionConflictException"})
HILANG = "forward it, then lose the answer"


def batal(*sebab):
    return (
        400,
        {"__type": GALAT + "TransactionCanceledException", "CancellationReasons": [{"Code": s} for s in sebab]},
    )


class Bandel(BaseHTTPRequestHandler):
    """A door before the emulator that first plays its script, then lets everything through."""

    protocol_version = "HTTP/1.1"

    def do_POST(self):
        isi = self.rfile.read(int(self.headers["content-length"]))
        self.server.diminta.append(self.headers["x-amz-target"].split(".")[1])
        giliran = self.server.naskah.pop(0) if self.server.naskah else None
        if giliran in (None, HILANG):
            jawab = self._teruskan(isi)
            self._jawab(*(jawab if giliran is None else (500, json.dumps(RUSAK[1]).encode())))
        else:
            self._jawab(giliran[0], json.dumps(giliran[1]).encode())

    def _teruskan(self, isi):
        kepala = {k: v for k, v in self.headers.items() if k.lower() not in ("host", "content-length")}
        try:
            with urllib.request.urlopen(urllib.request.Request(self.server.asli, isi, kepala)) as jawab:
                return jawab.status, jawab.read()
        except HTTPError as galat:
            return galat.code, galat.read()

    def _jawab(self, status, isi):
        self.send_response(status)
        self.send_header("content-type", "application/x-amz-json-1.0")
        self.send_header("content-length", str(len(isi)))
        self.end_headers()
        self.wfile.write(isi)

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def pintu(ministack):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Bandel)
    server.asli, server.naskah, server.diminta = ministack.alamat, [], []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def store(pintu, ministack):
    store = DynamoStore(ministack.tabel(), RAHASIA, f"http://127.0.0.1:{pintu.server_port}")
    store.buat_tabel()
    pintu.diminta.clear()
    yield store
    pintu.naskah.clear()


def test_one_put_or_delete_travels_without_a_transaction(store, pintu):
    store.write(Put("a", "1", {}, Harap.TIADA))
    store.write(Delete("a", "1", 1))
    store.write(Delete("a", "1"), Check("a", "2", Harap.APA_PUN))
    assert pintu.diminta == ["PutItem", "DeleteItem", "DeleteItem"]


def test_several_travel_as_one_transaction(store, pintu):
    store.write(Put("a", "1", {}, Harap.TIADA), Put("a", "2", {}, Harap.TIADA))
    assert pintu.diminta == ["TransactWriteItems"]


@pytest.mark.parametrize(
    "kalah", [batal("TransactionConflict", "None"), batal("None", "TransactionConflict"), BERSAMAAN]
)
def test_a_lost_race_is_run_again(store, pintu, kalah):
    pintu.naskah = [kalah, kalah]
    assert store.write(Put("a", "1", {}, Harap.TIADA), Put("a", "2", {}, Harap.TIADA)) == [1, 1]


def test_a_race_lost_forever_is_an_outage_not_a_conflict(store, pintu):
    pintu.naskah = [BERSAMAAN] * 20
    with pytest.raises(Terhenti):
        store.write(Put("a", "1", {}, Harap.TIADA))


@pytest.mark.parametrize(
    "sebab", ["ThrottlingError", "ProvisionedThroughputExceeded", "ItemCollectionSizeLimitExceeded"]
)
def test_a_transaction_cancelled_for_want_of_capacity_is_an_outage(store, pintu, sebab):
    pintu.naskah = [batal("None", sebab)] * 9
    with pytest.raises(Terhenti):
        store.write(Put("a", "1", {}, Harap.TIADA), Put("a", "2", {}, Harap.TIADA))


def test_a_conflict_is_the_first_failed_condition_whatever_else_went_wrong(store, pintu):
    pintu.naskah = [batal("None", "TransactionConflict", "ConditionalCheckFailed", "ConditionalCheckFailed")]
    with pytest.raises(Conflict) as bentrok:
        store.write(*[Put("a", str(n), {}, Harap.TIADA) for n in range(4)])
    assert bentrok.value.operasi == 2


def test_a_check_of_anything_does_not_shift_the_number_of_the_failed_operation(store):
    with pytest.raises(Conflict) as bentrok:
        store.write(Check("a", "0", Harap.APA_PUN), Put("a", "1", {}, Harap.TIADA), Put("a", "2", {}, 7))
    assert bentrok.value.operasi == 2


def test_a_version_found_but_outrun_is_found_again(store, pintu):
    pintu.naskah = [None, batal("ConditionalCheckFailed", "None")]
    assert store.write(Put("a", "1", {}), Put("a", "2", {}, Harap.TIADA)) == [1, 1]
    assert pintu.diminta == ["BatchGetItem", "TransactWriteItems"] * 2


@pytest.mark.parametrize("sakit", [PENUH, RUSAK])
def test_an_engine_that_stumbles_once_is_asked_again(store, pintu, sakit):
    pintu.naskah = [sakit]
    assert store.get("a", "1") is None


def test_an_engine_that_only_stumbles_is_an_outage(store, pintu):
    for kerja in (
        lambda: store.get("a", "1"),
        lambda: store.query("a"),
        lambda: store.write(Put("a", "1", {})),
        store.sehat,
    ):
        pintu.naskah = [RUSAK] * 3
        with pytest.raises(Terhenti):
            kerja()


def test_a_transaction_whose_answer_was_lost_happened_once_and_says_so(store, pintu):
    pintu.naskah = [HILANG]
    assert store.write(Put("a", "1", {}, Harap.TIADA), Put("a", "2", {}, Harap.TIADA)) == [1, 1]
    assert store.get("a", "1").version == 1


@pytest.mark.parametrize("operasi", [Put("b", "1", {"baru": 1}, 1), Delete("b", "1", 1)])
def test_a_single_write_whose_answer_was_lost_is_unknown_and_never_called_a_conflict(store, pintu, operasi):
    store.write(Put("b", "1", {}, Harap.TIADA))
    pintu.naskah = [HILANG]
    with pytest.raises(Terhenti):
        store.write(operasi)


def test_keys_left_over_by_a_busy_engine_are_asked_for_again(store, pintu):
    store.write(Put("a", "1", {}))
    kunci = {"pk": {"S": "a"}, "sk": {"S": "1"}}
    tabel = store._tabel
    pintu.naskah = [(200, {"Responses": {}, "UnprocessedKeys": {tabel: {"Keys": [kunci], "ConsistentRead": True}}})]
    assert store.write(Put("a", "1", {})) == [2]


def test_nobody_at_the_address_is_an_outage():
    with pytest.raises(Terhenti) as henti:
        DynamoStore("tiada", RAHASIA, "http://127.0.0.1:9").get("a", "1")
    assert henti.value.petunjuk and "127.0.0.1" not in str(henti.value)


def test_a_missing_table_is_an_outage(ministack):
    with pytest.raises(Terhenti):
        DynamoStore("tiada-tabel", RAHASIA, ministack.alamat).sehat()


def test_making_the_table_twice_keeps_what_is_in_it(store):
    store.write(Put("a", "1", {}))
    store.buat_tabel()
    assert store.get("a", "1")


def test_the_table_forgets_expired_items_by_itself_and_costs_nothing_at_rest(store):
    klien = store._klien()
    ttl = klien.describe_time_to_live(TableName=store._tabel)["TimeToLiveDescription"]
    assert ttl == {"TimeToLiveStatus": "ENABLED", "AttributeName": "x"}
    assert bentuk_tabel("t")["BillingMode"] == "PAY_PER_REQUEST"


def test_no_client_is_made_before_it_is_needed():
    assert DynamoStore("t", RAHASIA)._klien_jadi is None
