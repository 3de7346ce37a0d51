"""The promise of lists: byte order, prefixes, pages both ways, sparse indexes, cursors that cannot be forged or read."""

from __future__ import annotations

import base64

import pytest
from chalicelib.galat import TakSah
from chalicelib.store import Delete, Put

HURUF = [
    "\x01",
    " ",
    "!",
    "A",
    "Z",
    "a",
    "aa",
    "ab",
    "b",
    "z",
    "~",
    "\x7f",
    "é",
    "ÿ",
    "ÿz",
    "日",
    "\ud7ff",
    "\ue000",
    "\uffff",
    "\U0001f600",
    "\U0010ffff",
    "\U0010ffffa",
]


def halaman(store, pk, **pilihan):
    """All pages of a query, one after another."""
    kursor, semua = None, []
    while True:
        items, kursor = store.query(pk, cursor=kursor, **pilihan)
        semua.append([i.sk for i in items])
        if kursor is None:
            return semua


@pytest.fixture
def terisi(store, pk):
    for awal in range(0, len(HURUF), 11):
        store.write(*[Put(pk, h, {}, index={"g1": (pk, h)}) for h in HURUF[awal : awal + 11]])
    return pk


@pytest.mark.parametrize("index", [None, "g1"])
@pytest.mark.parametrize("reverse", [False, True])
@pytest.mark.parametrize("limit", [1, 5, 22, 200])
@pytest.mark.parametrize("prefix", ["", "a", "ÿ", "\ud7ff", "\U0010ffff", "tiada"])
def test_pages_hold_everything_once_in_byte_order(store, terisi, prefix, limit, reverse, index):
    harus = sorted((h for h in HURUF if h.startswith(prefix)), key=str.encode, reverse=reverse)
    lembar = halaman(store, terisi, prefix=prefix, limit=limit, reverse=reverse, index=index)
    assert [sk for satu in lembar for sk in satu] == harus
    assert all(len(satu) == limit for satu in lembar[:-1]) and (lembar[-1] or not harus)


def test_partitions_do_not_see_each_other(store, pk):
    store.write(Put(pk, "1", {}), Put(pk + "x", "1", {}), Put(pk[:-1], "1", {}))
    assert [i.pk for i in store.query(pk)[0]] == [pk]


def test_an_index_is_sparse_and_moves_with_its_item(store, pk):
    store.write(Put(pk, "1", {}, index={"g1": (pk + "antre", "05")}), Put(pk, "2", {}))
    assert [i.sk for i in store.query(pk + "antre", index="g1")[0]] == ["1"]
    store.write(Put(pk, "1", {"b": 1}, index={"g1": (pk + "selesai", "05"), "g2": (pk, "1")}))
    assert store.query(pk + "antre", index="g1") == ([], None)
    assert store.query(pk + "selesai", index="g1")[0] == [store.get(pk, "1")] == store.query(pk, index="g2")[0]
    store.write(Delete(pk, "1"))
    assert store.query(pk + "selesai", index="g1") == ([], None)


@pytest.mark.parametrize("reverse", [False, True])
def test_equal_index_entries_are_paged_without_loss_or_repetition(store, pk, reverse):
    store.write(*[Put(f"{pk}{n % 3}", f"{n:02}", {}, index={"g4": (pk, "sama")}) for n in range(20)])
    semua = [sk for satu in halaman(store, pk, index="g4", limit=3, reverse=reverse) for sk in satu]
    assert sorted(semua) == [f"{n:02}" for n in range(20)]
    store.write(*[Delete(f"{pk}{n % 3}", f"{n:02}") for n in range(20)])


@pytest.mark.parametrize("index", [None, "g1"])
def test_a_cursor_outlives_the_item_it_stands_on(store, pk, index):
    store.write(*[Put(pk, str(n), {}, index={"g1": (pk, str(n))}) for n in range(6)])
    _, kursor = store.query(pk, limit=3, index=index)
    store.write(Delete(pk, "2"), Put(pk, "1a", {}, index={"g1": (pk, "1a")}))
    assert [i.sk for i in store.query(pk, cursor=kursor, index=index)[0]] == ["3", "4", "5"]


def test_an_exact_page_ends_without_a_cursor(store, pk):
    store.write(*[Put(pk, str(n), {}) for n in range(3)])
    assert store.query(pk, limit=3)[1] is None and store.query(pk, limit=2)[1]


@pytest.mark.parametrize("index", [None, "g1"])
def test_expired_items_shorten_no_page(store, pk, jam, index):
    isi = [(f"{n:02}", int(jam.kini) if n % 5 else None) for n in range(40)]
    store.write(*[Put(pk, sk, {}, expires=x, index={"g1": (pk, sk)}) for sk, x in isi])
    jam.kini += 9
    assert halaman(store, pk, limit=4, index=index) == [["00", "05", "10", "15"], ["20", "25", "30", "35"]]


def test_a_page_of_large_items_is_filled_beyond_one_megabyte(store, pk):
    for n in range(6):
        store.write(Put(pk, str(n), {"a": "x" * 340_000}, index={"g1": (pk, str(n))}))
    for index in (None, "g1"):
        assert len(store.query(pk, index=index)[0]) == 6
        assert halaman(store, pk, limit=5, reverse=True, index=index) == [["5", "4", "3", "2", "1"], ["0"]]


@pytest.mark.parametrize("limit", [0, -1, 201])
def test_a_limit_outside_one_to_two_hundred_is_a_value_error(store, pk, limit):
    with pytest.raises(ValueError):
        store.query(pk, limit=limit)


@pytest.mark.parametrize(
    "palsu", ["", "x", "é", "====", "A" * 40, "../../etc", "\0", "WyJhIl0", "A" * 100_000, "\ud800"]
)
def test_a_made_up_cursor_is_refused(store, pk, palsu):
    with pytest.raises(TakSah) as tolak:
        store.query(pk, cursor=palsu)
    assert tolak.value.kode == "kursor-asing" and tolak.value.petunjuk


ASING = [{"prefix": "1"}, {"reverse": True}, {"index": "g1"}, {"index": "g2"}]


@pytest.mark.parametrize("lain", ASING)
def test_a_cursor_of_another_query_is_refused(store, pk, lain):
    store.write(*[Put(pk, str(n), {}, index={"g1": (pk, str(n)), "g2": (pk, str(n))}) for n in range(3)])
    _, kursor = store.query(pk, limit=1)
    for partisi, pilihan in ((pk, lain), (pk + "x", {})):
        with pytest.raises(TakSah):
            store.query(partisi, cursor=kursor, **pilihan)


def test_no_changed_letter_of_a_cursor_passes_and_the_key_cannot_be_read_from_it(store, pk):
    store.write(Put(pk, "NIP 198001012005011901", {}), Put(pk, "z", {}))
    _, kursor = store.query(pk, limit=1)
    assert b"1980" not in base64.urlsafe_b64decode(kursor + "==")
    for n in range(len(kursor) - 1):
        with pytest.raises(TakSah):
            store.query(pk, cursor=kursor[:n] + ("A" if kursor[n] != "A" else "B") + kursor[n + 1 :])
