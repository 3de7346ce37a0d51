"""The promise of records in full: items, versions, expectations, expiry, sizes. Every engine keeps it alike."""

from __future__ import annotations

import random

import pytest
from chalicelib.store import BATAS_ISI, BATAS_OPERASI, Check, Conflict, Delete, Harap, Item, Put

ANEH = ["a", "A", "~", "é", "日本", "\U0001f600", "\U0010ffff", "\x01", " ", "a'b", 'a"b', "%", "?", "\\u0000", "\n"]


def test_what_was_put_is_got_back_whole(store, pk):
    isi = {
        "nama": "Siti Aminah",
        "n": 2**70,
        "p": 0.1,
        "kosong": None,
        "b": True,
        "daftar": [1, {"é": "\U0001f600"}],
        "": "\\u0000",
    }
    store.write(Put(pk, "1", isi, index={"g1": (pk, "x"), "g5": (pk, "y")}, expires=1_900_000_000))
    assert store.get(pk, "1") == Item(pk, "1", isi, 1, {"g1": (pk, "x"), "g5": (pk, "y")}, 1_900_000_000)


def test_an_item_never_written_is_none(store, pk):
    assert store.get(pk, "1") is None


def test_many_are_got_at_once_as_each_would_be_alone(store, pk, jam):
    for n in range(0, 250, 50):
        store.write(*(Put(pk, f"{m:03}", {"n": m}, index={"g1": (pk, str(m))}) for m in range(n, n + 50)))
    store.write(Put(pk, "lewat", {}, expires=int(jam.kini) + 1))
    jam.kini += 2
    cari = [(pk, f"{n:03}") for n in (249, *range(240), 7)]
    tiada = [(pk, "lewat"), (pk, "250"), (f"{pk}-lain", "001"), (pk, ""), ("", "1"), (pk, "a\0b"), (pk, "x" * 1001)]
    assert store.get_many([*cari, *tiada]) == {k: store.get(*k) for k in cari}
    assert store.get_many([]) == store.get_many(tiada) == {}


@pytest.mark.parametrize("sk", ["", "\0", "a\0b", "x" * 1001, "é" * 501, "\ud800"])
def test_a_key_that_cannot_be_kept_is_refused_and_finds_nothing(store, pk, sk):
    for operasi in (
        Put(pk, sk, {}),
        Put(sk, "1", {}),
        Delete(pk, sk),
        Check(pk, sk, Harap.TIADA),
        Put(pk, "1", {}, index={"g1": (pk, sk)}),
    ):
        with pytest.raises(ValueError):
            store.write(operasi)
    assert store.get(pk, sk) is None and store.get(sk, "1") is None and store.query(sk) == ((), None)


@pytest.mark.parametrize("kunci", [*ANEH, "x" * 1000, "é" * 500])
def test_any_other_key_is_kept_as_it_is(store, pk, kunci):
    store.write(Put(pk, kunci, {"k": kunci}, index={"g2": (pk, kunci)}))
    assert store.get(pk, kunci).body == {"k": kunci}
    assert [i.sk for i in store.query(pk, index="g2", prefix=kunci)[0]] == [kunci]


def test_the_longest_incompressible_keys_fit_everywhere(store, pk):
    acak = random.Random(7)
    panjang = lambda: "".join(acak.choices("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", k=1000))  # noqa: E731
    kunci, indeks = (panjang(), panjang()), {f"g{n}": (panjang(), panjang()) for n in range(1, 6)}
    store.write(Put(*kunci, {}, index=indeks))
    assert store.query(indeks["g3"][0], index="g3", prefix=indeks["g3"][1])[0][0].index == indeks
    store.write(Delete(*kunci))


def test_versions_count_from_one_and_begin_again_after_deletion(store, pk):
    assert [store.write(Put(pk, "1", {"n": n}))[0] for n in range(3)] == [1, 2, 3]
    assert store.write(Delete(pk, "1")) == [0]
    assert store.write(Put(pk, "1", {})) == [1]


def test_a_put_replaces_the_whole_item(store, pk):
    store.write(Put(pk, "1", {"a": 1}, index={"g1": (pk, "x")}, expires=1_900_000_000))
    store.write(Put(pk, "1", {"b": 2}))
    assert store.get(pk, "1") == Item(pk, "1", {"b": 2}, 2)
    assert store.query(pk, index="g1") == ([], None)


COCOK = [
    (0, Harap.TIADA, True), (1, Harap.TIADA, False), (0, Harap.APA_PUN, True), (2, Harap.APA_PUN, True),
    (0, 1, False), (1, 1, True), (2, 1, False), (1, 2, False),
]  # fmt: skip


@pytest.mark.parametrize("beserta", [False, True], ids=["alone", "with another"])
@pytest.mark.parametrize("jenis", [Put, Delete, Check])
@pytest.mark.parametrize("keadaan", COCOK)
def test_an_expectation_decides(store, pk, keadaan, jenis, beserta):
    versi, harap, terjadi = keadaan
    for _ in range(versi):
        store.write(Put(pk, "1", {"lama": True}))
    operasi = [Put(pk, "1", {"baru": True}, harap) if jenis is Put else jenis(pk, "1", harap)]
    operasi = [Put(pk, "0", {}), *operasi] if beserta else operasi
    if terjadi:
        assert store.write(*operasi)[-1] == (versi + 1 if jenis is Put else 0)
    else:
        with pytest.raises(Conflict) as bentrok:
            store.write(*operasi)
        assert bentrok.value.operasi == len(operasi) - 1
    ada = jenis is Put or (versi and not (jenis is Delete and terjadi)) if terjadi else bool(versi)
    assert bool(store.get(pk, "1")) == bool(ada)
    assert bool(store.get(pk, "0")) == (beserta and terjadi)


def test_second_writer_loses_and_changes_nothing(store, pk):
    store.write(Put(pk, "1", {"n": 1}))
    store.write(Put(pk, "1", {"n": 2}, 1), Put(pk, "h2", {}))
    with pytest.raises(Conflict):
        store.write(Put(pk, "h3", {}), Put(pk, "1", {"n": 3}, 1))
    assert [(i.sk, i.version) for i in store.query(pk)[0]] == [("1", 2), ("h2", 1)]


def test_conflict_names_the_first_operation_that_failed(store, pk):
    store.write(Put(pk, "ada", {}))
    with pytest.raises(Conflict) as bentrok:
        store.write(Put(pk, "z", {}), Check(pk, "y", 4), Put(pk, "b", {}), Put(pk, "ada", {}, Harap.TIADA))
    assert bentrok.value.operasi == 1


def test_a_write_holds_up_to_a_hundred_operations(store, pk):
    isi = [Put(pk, f"{n:03}", {"n": n}) for n in range(BATAS_OPERASI)]
    assert store.write(*isi) == [1] * BATAS_OPERASI
    assert store.write(*isi) == [2] * BATAS_OPERASI
    with pytest.raises(ValueError):
        store.write(*isi, Put(pk, "100", {}))


def test_a_write_of_nothing_does_nothing(store, pk):
    assert list(store.write()) == []
    assert list(store.write(Check(pk, "1", Harap.APA_PUN))) == [0]


SALAH = [
    [Put("p", "1", {}), Put("p", "1", {})],
    [Put("p", "1", {}), Check("p", "1", Harap.TIADA)],
    [Put("p", "1", {}, 0)],
    [Put("p", "1", {}, True)],
    [Put("p", "1", {"a": "x\0"})],
    [Put("p", "1", {"x\0": 1})],
    [Put("p", "1", {"a": "\ud800"})],
    [Put("p", "1", {"a": float("nan")})],
    [Put("p", "1", {"a": object()})],
    [Put("p", "1", {}, index={"g6": ("a", "b")})],
    [Put("p", "1", {}, expires=-1)],
    [Put("p", str(n), {"a": "x" * 340_000}) for n in range(12)],
]


@pytest.mark.parametrize("operasi", SALAH, ids=range(len(SALAH)))
def test_a_call_wrong_in_itself_is_a_value_error(store, operasi):
    with pytest.raises(ValueError):
        store.write(*operasi)


@pytest.mark.parametrize("huruf", ["x", "é"])
def test_a_body_is_kept_up_to_its_limit_and_not_one_byte_more(store, pk, huruf):
    muat = BATAS_ISI - len('{"a":""}')
    penuh = huruf * (muat // len(huruf.encode()))
    store.write(Put(pk, "1", {"a": penuh}))
    assert store.get(pk, "1").body == {"a": penuh}
    with pytest.raises(ValueError):
        store.write(Put(pk, "1", {"a": penuh + huruf}))


def test_a_write_of_nearly_four_million_bytes_is_kept(store, pk):
    store.write(*[Put(pk, str(n), {"a": "x" * 349_000}) for n in range(10, 21)])
    assert len(store.query(pk)[0]) == 11


def test_an_item_is_shown_until_its_time_and_not_after(store, pk, jam):
    habis = int(jam.kini) + 60
    store.write(Put(pk, "1", {}, expires=habis, index={"g1": (pk, "x")}), Put(pk, "2", {}))
    jam.kini = habis
    assert store.get(pk, "1") and len(store.query(pk)[0]) == 2 and len(store.query(pk, index="g1")[0]) == 1
    jam.kini = habis + 1
    assert store.get(pk, "1") is None
    assert [i.sk for i in store.query(pk)[0]] == ["2"] and store.query(pk, index="g1") == ([], None)


@pytest.mark.parametrize("harap", [Harap.TIADA, Harap.APA_PUN])
def test_an_expired_item_is_absent_to_expectations_too(store, pk, jam, harap):
    store.write(Put(pk, "1", {}, expires=int(jam.kini) + 1))
    store.write(Put(pk, "1", {}, expires=int(jam.kini) + 1))
    jam.kini += 5
    for operasi in (Put(pk, "1", {}, 2), Delete(pk, "1", 2), Check(pk, "1", 2)):
        with pytest.raises(Conflict):
            store.write(operasi)
    store.write(Check(pk, "1", Harap.TIADA), Put(pk, "2", {}))
    assert store.write(Put(pk, "1", {"baru": 1}, harap)) == [1]
    assert store.get(pk, "1") == Item(pk, "1", {"baru": 1}, 1)


def test_the_sweep_leaves_what_lives(store, pk, jam):
    store.write(Put(pk, "1", {}, expires=int(jam.kini)), Put(pk, "2", {}, expires=int(jam.kini) + 9), Put(pk, "3", {}))
    jam.kini += 5
    while store.sapu():
        pass
    assert [i.sk for i in store.query(pk)[0]] == ["2", "3"]


def test_a_living_engine_is_healthy(store):
    store.sehat()


def test_changing_what_was_got_changes_nothing_that_is_kept(store, pk):
    store.write(Put(pk, "1", {"daftar": []}))
    store.get(pk, "1").body["daftar"].append(1)
    assert store.get(pk, "1").body == {"daftar": []}
