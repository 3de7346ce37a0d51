"""One store per engine and run, a partition of its own per test, and a clock that stands still."""

from __future__ import annotations

import uuid

import pytest
from alat_ingatan import Ingatan
from chalicelib.store.dynamodb import DynamoStore
from chalicelib.store.sql import buka_postgresql, buka_sqlite

RAHASIA = b"rahasia untuk uji"
MESIN = ["ingatan", "sqlite", "sqlite :memory:", "postgresql", "dynamodb"]


class Jam:
    """Time that moves only when told."""

    kini = 1_800_000_000.0

    def __call__(self) -> float:
        return self.kini


@pytest.fixture(scope="session")
def jam() -> Jam:
    return Jam()


@pytest.fixture(scope="session")
def buka_store(jam, request, tmp_path_factory):
    """Opens the store of an engine, the same one each time it is asked."""
    terbuka = {}

    def buka(mesin: str):
        if mesin not in terbuka:
            terbuka[mesin] = _buka(mesin, jam, request, tmp_path_factory)
        return terbuka[mesin]

    yield buka
    for store in terbuka.values():
        getattr(store, "tutup", lambda: None)()


def _buka(mesin, jam, request, tmp_path_factory):
    if mesin == "sqlite":
        return buka_sqlite(str(tmp_path_factory.mktemp("sqlite") / "sikap.db"), RAHASIA, jam=jam)
    if mesin == "sqlite :memory:":
        return buka_sqlite(":memory:", RAHASIA, jam=jam)
    if mesin == "postgresql":
        return buka_postgresql(request.getfixturevalue("postgresql").baru(), RAHASIA, jam=jam)
    if mesin == "dynamodb":
        server = request.getfixturevalue("ministack")
        store = DynamoStore(server.tabel(), RAHASIA, server.alamat, jam=jam)
        store.buat_tabel()
        return store
    return Ingatan(RAHASIA, jam=jam)


@pytest.fixture(scope="session", params=MESIN)
def store(request, buka_store):
    return buka_store(request.param)


@pytest.fixture
def pk() -> str:
    return f"uji#{uuid.uuid4().hex}"
