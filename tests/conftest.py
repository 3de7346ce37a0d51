"""Servers that tests of several rooms share; each is started once, when first asked for."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="session")
def postgresql():
    """A PostgreSQL server; `postgresql.baru()` is the URL of a fresh database in it."""
    from alat_postgresql import jalankan

    with jalankan() as server:
        yield server


@pytest.fixture(scope="session")
def ministack():
    """An AWS on this computer: `ministack.alamat`, and `ministack.tabel()` for an unused table name."""
    from alat_ministack import jalankan

    with jalankan() as server:
        yield server
