"""Eight threads at once: whoever loses is told, nothing is done twice, nothing is lost."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from chalicelib.store import Check, Conflict, Delete, Harap, Put

UTAS = 8


def serentak(kerja):
    """What `kerja(n)` answered in each thread, all let go at the same moment; None where it met a Conflict."""
    palang = Barrier(UTAS)

    def jalan(n):
        palang.wait()
        try:
            return kerja(n)
        except Conflict:
            return None

    with ThreadPoolExecutor(UTAS) as kolam:
        return list(kolam.map(jalan, range(UTAS)))


def sampai_menang(kerja):
    while True:
        try:
            return kerja()
        except Conflict:
            continue


@pytest.mark.parametrize("beserta", [0, 2], ids=["alone", "in a transaction"])
@pytest.mark.parametrize("harap", [Harap.TIADA, 1])
def test_of_writers_of_one_item_one_wins(store, pk, harap, beserta):
    if harap == 1:
        store.write(Put(pk, "1", {}))
    lain = lambda n: [Put(pk, f"{n}-{i}", {}) for i in range(beserta)]  # noqa: E731
    hasil = serentak(lambda n: store.write(*lain(n), Put(pk, "1", {"n": n}, harap)))
    menang = [n for n, versi in enumerate(hasil) if versi]
    assert [store.get(pk, "1").body["n"]] == menang
    assert len(store.query(pk)[0]) == 1 + beserta


def test_of_deleters_of_one_item_one_wins(store, pk):
    store.write(Put(pk, "1", {}))
    hasil = serentak(lambda n: store.write(Delete(pk, "1", 1), Put(pk, f"hasil-{n}", {})))
    assert len([h for h in hasil if h]) == 1 == len(store.query(pk)[0])


def test_each_waiting_item_is_claimed_once(store, pk):
    store.write(*[Put(pk, f"{n:02}", {}, index={"g1": (pk, f"antre#{n:02}")}) for n in range(12)])

    def ambil(n):
        dapat = []
        for item in store.query(pk, index="g1", prefix="antre#")[0]:
            try:
                store.write(Put(pk, item.sk, {"oleh": n}, item.version, {"g1": (pk, f"diambil#{item.sk}")}))
                dapat.append(item.sk)
            except Conflict:
                pass
        return dapat

    assert sorted(sk for dapat in serentak(ambil) for sk in dapat) == [f"{n:02}" for n in range(12)]
    assert store.query(pk, index="g1", prefix="antre#") == ([], None)


def test_a_counter_loses_no_step(store, pk):
    store.write(Put(pk, "nomor", {"n": 0}))

    def satu():
        kini = store.get(pk, "nomor")
        store.write(
            Put(pk, "nomor", {"n": kini.body["n"] + 1}, kini.version), Put(pk, f"n{kini.version:03}", {}, Harap.TIADA)
        )
        return kini.body["n"] + 1

    nomor = serentak(lambda _: [sampai_menang(satu) for _ in range(4)])
    assert sorted(n for satu_utas in nomor for n in satu_utas) == list(range(1, 4 * UTAS + 1))
    assert store.get(pk, "nomor").version == 4 * UTAS + 1 == len(store.query(pk)[0])


def test_writers_without_expectation_all_succeed_with_versions_of_their_own(store, pk):
    hasil = serentak(lambda n: [store.write(Put(pk, "1", {"n": n}))[0] for _ in range(3)])
    assert sorted(v for satu in hasil for v in satu) == list(range(1, 3 * UTAS + 1))


def test_transfers_keep_the_sum(store, pk):
    store.write(*[Put(pk, str(n), {"rp": 100}) for n in range(4)])

    def pindah(acak):
        dari, ke = (store.get(pk, sk) for sk in acak.sample("0123", 2))
        rp = acak.randint(1, 30)
        store.write(
            Put(pk, dari.sk, {"rp": dari.body["rp"] - rp}, dari.version),
            Put(pk, ke.sk, {"rp": ke.body["rp"] + rp}, ke.version),
        )

    def banyak(n):
        acak = random.Random(n)
        for _ in range(5):
            sampai_menang(lambda: pindah(acak))

    serentak(banyak)
    items = store.query(pk)[0]
    assert sum(i.body["rp"] for i in items) == 400
    assert sum(i.version for i in items) == 4 + 2 * 5 * UTAS


@pytest.mark.parametrize("putaran", range(5))
def test_two_that_each_need_the_other_absent_never_both_succeed(store, pk, putaran):
    hasil = serentak(
        lambda n: store.write(Check(pk, str(1 - n % 2), Harap.TIADA), Put(pk, str(n % 2), {}, Harap.TIADA))
    )
    assert len([h for h in hasil if h]) == 1 == len(store.query(pk)[0])


@pytest.mark.parametrize("putaran", range(5))
def test_two_that_each_need_the_others_version_never_both_succeed(store, pk, putaran):
    store.write(Put(pk, "0", {"jaga": True}), Put(pk, "1", {"jaga": True}))
    serentak(lambda n: store.write(Check(pk, str(1 - n % 2), 1), Put(pk, str(n % 2), {"jaga": False}, 1)))
    assert [i.body["jaga"] for i in store.query(pk)[0]].count(True) == 1


def test_a_reader_beside_writers_never_sees_half_an_item(store, pk):
    store.write(Put(pk, "1", {"a": 0, "b": 0}, index={"g1": (pk, "0")}))

    def tulis_atau_baca(n):
        for k in range(6):
            if n < 2:
                store.write(Put(pk, "1", {"a": k, "b": k}, index={"g1": (pk, str(k))}))
            item = store.get(pk, "1")
            assert item.body["a"] == item.body["b"] == int(item.index["g1"][1])
        return True

    assert all(serentak(tulis_atau_baca))
