"""Servers that tests of several rooms share; each is started once, when first asked for."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="session")
def postgresql():
    """A PostgreSQL server; `postgresql.baru()` is the URL of a fresh database in it."""
    from alat_postgresql import jalankan

    with jalankan() as server:
        yield server
