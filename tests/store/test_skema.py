"""The schema grows in numbered steps, keeps its version beside the data, and knows programs too old for it."""

from __future__ import annotations

import pytest
from alat_mati import RAHASIA
from chalicelib.galat import Terhenti
from chalicelib.store import Put
from chalicelib.store.skema import LANGKAH, Langkah, pasang
from chalicelib.store.sql import buka_postgresql, buka_sqlite

MEKAR = Langkah(2, 1, ("alter table item add column arsip bigint", "update item set arsip = 0"))
SUSUT = Langkah(3, 3, ("alter table item drop column arsip",))


@pytest.fixture(params=["sqlite", "postgresql"])
def buka(request, tmp_path):
    """Opens the same database again and again."""
    if request.param == "sqlite":
        buka_satu, alamat = buka_sqlite, str(tmp_path / "sikap.db")
    else:
        buka_satu, alamat = buka_postgresql, request.getfixturevalue("postgresql").baru()
    terbuka = []

    def lagi():
        terbuka.append(buka_satu(alamat, RAHASIA))
        return terbuka[-1]

    yield lagi
    for store in terbuka:
        store.tutup()


def naik(store, *langkah):
    dialek = store._dialek
    dialek.tulis(lambda jalan: pasang(jalan, dialek.bentuk, [*LANGKAH, *langkah]))


def versi(store):
    return store._dialek.baca("select versi, perlu from skema")


def test_opening_twice_keeps_data_and_version(buka):
    buka().write(Put("p", "1", {}))
    assert buka().get("p", "1") and versi(buka()) == [(LANGKAH[-1].versi, LANGKAH[-1].perlu)]


def test_an_older_program_still_opens_an_expanded_schema(buka):
    store = buka()
    store.write(Put("p", "1", {}))
    naik(store, MEKAR)
    assert versi(store) == [(2, 1)] and store._dialek.baca("select arsip from item") == [(0,)]
    assert buka().write(Put("p", "1", {})) == [2]


def test_an_older_program_refuses_a_contracted_schema_with_a_sentence(buka):
    naik(buka(), MEKAR, SUSUT)
    with pytest.raises(Terhenti) as henti:
        buka()
    assert henti.value.kode == "skema-lebih-baru" and henti.value.petunjuk


def test_a_step_that_breaks_in_the_middle_leaves_nothing(buka):
    store = buka()
    with pytest.raises(Exception, match="."):
        naik(store, Langkah(2, 1, ("alter table item add column arsip bigint", "ini bukan sql")))
    assert versi(store) == [(1, 1)]
    naik(store, MEKAR)


def test_steps_are_numbered_without_a_gap():
    assert [langkah.versi for langkah in LANGKAH] == list(range(1, len(LANGKAH) + 1))
    assert all(langkah.perlu <= langkah.versi for langkah in LANGKAH)
