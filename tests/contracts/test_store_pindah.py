"""Out of one engine whole and into another: nothing is lost, nothing is seen half done."""

from __future__ import annotations

import threading

import pytest
from alat_ingatan import Ingatan
from chalicelib.galat import Terhenti
from chalicelib.store import Put
from chalicelib.store.baris import dari_baris, jadi_baris
from chalicelib.store.dynamodb import DynamoStore
from chalicelib.store.dynamodb_pindah import diam
from chalicelib.store.sql import buka_postgresql, buka_sqlite

RAHASIA = b"rahasia untuk uji"
MESIN = ("sqlite", "postgresql", "dynamodb")


@pytest.fixture
def kosong(request, tmp_path):
    """kosong(engine) -> an empty store of one's own."""
    terbuka = []

    def buka(mesin: str, nomor: int = 1):
        if mesin == "sqlite":
            terbuka.append(buka_sqlite(str(tmp_path / f"{nomor}.db"), RAHASIA))
        elif mesin == "postgresql":
            terbuka.append(buka_postgresql(request.getfixturevalue("postgresql").baru(), RAHASIA))
        else:
            server = request.getfixturevalue("ministack")
            terbuka.append(DynamoStore(server.tabel(), RAHASIA, server.alamat))
            terbuka[-1].buat_tabel()
        return terbuka[-1]

    yield buka
    for store in terbuka:
        getattr(store, "tutup", lambda: None)()


def isi(store) -> None:
    """Versions above 1, indexes, expiries in the future and long past, odd keys, an empty body."""
    for n in range(60):
        store.write(Put(f"p#{n % 7}", f"s#{n:03}", {"n": n, "teks": 'é\u2028\n"%s ?'}, index={"g1": ("g", f"{n:03}")}))
    for _ in range(3):
        store.write(Put("p#0", "sering", {}, index={"g2": ("a", "b"), "g5": ("c", "ð")}))
    store.write(Put("p#kelak", "-", {"a": [None, True, 1.5]}, expires=4_000_000_000))
    store.impor([dari_baris('["p#mati","-",{"x":1},7,{},1000]')])


def baris(store) -> list[str]:
    return sorted(map(jadi_baris, store.ekspor()))


@pytest.mark.parametrize("ke", MESIN)
@pytest.mark.parametrize("dari", MESIN)
def test_a_store_moves_whole_between_any_two_engines(dari, ke, kosong):
    asal, tujuan = kosong(dari), kosong(ke, 2)
    isi(asal)
    assert tujuan.kosong() and not asal.kosong()

    assert tujuan.impor(asal.ekspor()) == 63

    assert baris(tujuan) == baris(asal) and len(baris(asal)) == 63
    assert tujuan.get("p#0", "sering").version == 3 and tujuan.get("p#mati", "-") is None
    assert [i.sk for i in tujuan.query("g", index="g1", limit=3)[0]] == ["s#000", "s#001", "s#002"]
    assert tujuan.write(Put("p#0", "sering", {}, expect=3)) == [4]


@pytest.mark.parametrize("mesin", MESIN)
def test_importing_again_changes_nothing(mesin, kosong):
    store = kosong(mesin)
    isi(store)
    sebelum = baris(store)
    store.impor(list(store.ekspor()))
    assert baris(store) == sebelum


@pytest.mark.parametrize("mesin", ["sqlite", "postgresql"])
def test_an_act_committed_meanwhile_is_seen_whole_or_not_at_all(mesin, kosong):
    store = kosong(mesin)
    store.write(Put("a", "-", {"n": 0}), Put("z", "-", {"n": 0}))
    store.impor(dari_baris(f'["m","{n:05}",{{}},1,{{}},null]') for n in range(5000))
    henti = threading.Event()

    def tulis() -> None:
        n = 0
        while not henti.is_set():
            n += 1
            store.write(Put("a", "-", {"n": n}), Put("z", "-", {"n": n}))

    utas = threading.Thread(target=tulis)
    utas.start()
    try:
        for _ in range(5):
            pasangan = {i.pk: i.body["n"] for i in store.ekspor() if i.pk in "az"}
            assert pasangan["a"] == pasangan["z"]
    finally:
        henti.set()
        utas.join()


def test_two_readings_must_agree_before_they_are_a_picture():
    store, kali = Ingatan(), 0

    def baca():
        nonlocal kali
        kali += 1
        if kali < 3:
            store.write(Put("a", "-", {"n": kali}))
        return store.ekspor()

    assert [i.body for i in diam(baca)] == [{"n": 2}] and kali == 3


def test_a_table_that_never_rests_is_refused_with_a_way_out():
    store = Ingatan()

    def baca():
        store.write(Put("a", "-", {}))
        return store.ekspor()

    with pytest.raises(Terhenti) as henti:
        list(diam(baca))
    assert henti.value.kode == "sibuk" and "point-in-time" in henti.value.petunjuk
