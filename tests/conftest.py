"""Servers that tests of several rooms share; each is started once, when first asked for."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

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


@pytest.fixture(scope="module")
def kantor_modul():
    """A small office behind the real counters, shared by the tests of one module."""
    import chalicelib.wiring as wiring
    from alat_kantor import buat_kantor

    asli, kantor = wiring.kantor, buat_kantor()
    wiring.kantor = lambda: kantor  # type: ignore[assignment]
    yield kantor
    wiring.kantor = asli


@pytest.fixture
def kantor():
    """A small office of one's own behind the real counters."""
    import chalicelib.wiring as wiring
    from alat_kantor import buat_kantor

    asli, milik = wiring.kantor, buat_kantor()
    wiring.kantor = lambda: milik  # type: ignore[assignment]
    yield milik
    wiring.kantor = asli


@pytest.fixture(scope="session")
def chromium() -> str:
    jalur = os.environ.get("UJI_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if not jalur and os.environ.get("CI"):
        pytest.fail("CI allows no skip: Chromium is missing")
    if not jalur:
        pytest.skip("Chromium is missing; install it (Debian: apt-get install chromium) or set UJI_CHROMIUM")
    return jalur


@pytest.fixture(scope="session")
def peramban(playwright, chromium):
    """One Chromium for all tests: Playwright's engine may run but once in a process."""
    peramban = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
    yield peramban
    peramban.close()


@pytest.fixture(scope="session")
def situs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built once."""
    from sitebuild.bangun import bangun

    folder = tmp_path_factory.mktemp("situs") / "site"
    bangun(folder)
    return folder
