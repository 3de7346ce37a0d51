"""The lagging store lags only where DynamoDB does."""

from __future__ import annotations

import pytest
from alat_indeks_lambat import IndeksLambat
from alat_ingatan import Ingatan
from chalicelib.store import Delete, Put


@pytest.fixture
def store():
    store = IndeksLambat(Ingatan(), jeda=1)
    store.write(Put("p", "1", {"n": 1}, index={"g1": ("antre", "1")}))
    return store


def test_an_index_shows_a_write_only_later(store):
    assert store.get("p", "1") and store.query("p")[0]
    assert store.query("antre", index="g1") == ([], None)
    store.kejar()
    assert [i.body for i in store.query("antre", index="g1")[0]] == [{"n": 1}]


def test_an_index_still_shows_what_is_gone(store):
    store.kejar()
    store.write(Delete("p", "1"))
    assert store.get("p", "1") is None and len(store.query("antre", index="g1")[0]) == 1
    store.write(Put("p", "2", {}))
    assert store.query("antre", index="g1") == ([], None)
