"""The running product and its people: a browser that fails the test when the page was stopped by its own rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import alat_produk
import pytest
from alat_peramban import halaman_baru
from alat_produk import Produk, masuk
from playwright.sync_api import Page

Buka = Callable[..., Page]


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def produk(request, situs, tmp_path_factory) -> Iterator[Produk]:
    """The small office, running; once for each engine that a browser can meet on one machine."""
    store = request.getfixturevalue("postgresql").baru() if request.param == "postgresql" else ""
    with alat_produk.jalankan(tmp_path_factory.mktemp(request.param), situs, store) as produk:
        yield produk


@pytest.fixture
def orang(peramban, produk) -> Iterator[Buka]:
    """orang(id, lebar="ponsel") -> a page where this person has signed in."""
    keluhan: list[str] = []

    def buka(siapa: str, lebar: str = "ponsel") -> Page:
        halaman = halaman_baru(peramban, produk.alamat, lebar, siapa, keluhan)
        masuk(halaman, siapa, produk)
        return halaman

    yield buka
    for konteks in peramban.contexts:
        konteks.close()
    assert keluhan == []
