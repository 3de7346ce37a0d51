"""The running product and its people: a browser that fails the test when the page was stopped by its own rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import alat_produk
import pytest
from alat_produk import Produk, masuk
from playwright.sync_api import Page

LEBAR = {"ponsel": (360, 740), "meja": (1280, 800)}
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
        x, y = LEBAR[lebar]
        konteks = peramban.new_context(
            base_url=produk.alamat, viewport={"width": x, "height": y}, locale="id-ID", accept_downloads=True
        )
        konteks.set_default_timeout(10_000)
        halaman = konteks.new_page()
        halaman.on("pageerror", lambda galat: keluhan.append(f"{siapa} {halaman.url}: {galat}"))
        halaman.on("console", lambda kata: _curiga(kata.text) and keluhan.append(f"{siapa}: {kata.text}"))
        halaman.on("response", lambda j: j.status >= 500 and keluhan.append(f"{siapa}: {j.status} {j.url}"))
        masuk(halaman, siapa, produk)
        return halaman

    yield buka
    for konteks in peramban.contexts:
        konteks.close()
    assert keluhan == []


def _curiga(kata: str) -> bool:
    return "Content Security Policy" in kata or "TrustedHTML" in kata or "TrustedScript" in kata
