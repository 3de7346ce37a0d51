"""Every page in a real browser, on a phone and on a desk: no accessibility fault, no sideways scroll, no small control, and
nothing that the policy had to stop."""

from __future__ import annotations

import pytest
from alat_loket import Loket
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from sitebuild.halaman import HALAMAN

AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
TERSENDIRI = {"/beranda/", "/akun/", "/antrean-berkas/"}
MILIK = list({h.templat: h.url for h in HALAMAN if not h.peran or h.url in TERSENDIRI}.values())
"""One page for each template of this room; the roles' screens are walked by their own tests."""
KECIL = """() => [...document.querySelectorAll('button, input, select, textarea, .tombol, .menu a')]
  .filter((e) => e.checkVisibility({visibilityProperty: true}) && !e.matches('.opsi__tanda, .unggah__berkas'))
  .filter((e) => e.getBoundingClientRect().height < 47.5).map((e) => e.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module")
def loket(situs):
    loket = Loket(situs)
    yield loket
    loket.tutup()


@pytest.fixture
def buka(peramban, loket):
    """Open an address in a fresh context of this width; complaints of the browser fail the test at its end."""
    keluhan: list[str] = []

    def bukalah(url, lebar=360, **lain):
        konteks = peramban.new_context(
            viewport={"width": lebar, "height": 740}, locale="id-ID", service_workers="block", **lain
        )
        halaman = konteks.new_page()
        halaman.on("pageerror", lambda galat: keluhan.append(str(galat)))
        halaman.on("console", lambda kata: keluhan.append(kata.text) if "Content Security" in kata.text else None)
        halaman.goto(loket.alamat + url, wait_until="networkidle")
        return halaman

    yield bukalah
    for konteks in peramban.contexts:
        konteks.close()
    assert keluhan == []


@pytest.mark.parametrize("lebar", [320, 1280])
@pytest.mark.parametrize("url", MILIK)
def test_a_page_is_sound(buka, url, lebar):
    halaman = buka(url, lebar)
    temuan = Axe().run(halaman, options=AXE).response["violations"]
    assert [(t["id"], [n["html"][:120] for n in t["nodes"]]) for t in temuan] == []
    assert halaman.evaluate("() => document.documentElement.scrollWidth") <= lebar
    assert halaman.evaluate(KECIL) == []


@pytest.mark.parametrize("url", ["/", "/masuk/", "/beranda/", "/akun/"])
def test_nothing_jumps_while_a_page_fills(buka, url):
    geser = buka(url).evaluate(
        """() => new Promise((selesai) => { let n = 0;
        new PerformanceObserver((d) => d.getEntries().forEach((e) => (n += e.value))).observe({type: 'layout-shift', buffered: true});
        setTimeout(() => selesai(n), 300); })"""
    )
    assert geser <= 0.02


def test_empty_fields_are_named_in_the_summary_and_beside_them(buka):
    halaman = buka("/masuk/")
    halaman.get_by_role("button", name="Masuk").click()
    expect(halaman.get_by_role("alert")).to_be_focused()
    halaman.get_by_role("alert").get_by_role("link", name="Masukkan NIP.").click()
    expect(halaman.get_by_label("NIP")).to_be_focused()
    expect(halaman.get_by_label("NIP")).to_have_accessible_description(
        "18 angka, seperti tertulis pada SK terakhir. Boleh memakai spasi. Masukkan NIP."
    )
    expect(halaman).to_have_title("Perlu diperbaiki: Masuk - SIKAP Kabupaten Ngawi")


def test_a_refusal_keeps_what_was_typed(buka):
    halaman = buka("/masuk/")
    halaman.get_by_label("NIP").fill("19680817 199403 1 905")
    halaman.get_by_label("Kata sandi", exact=True).fill("bukan ini")
    halaman.get_by_role("button", name="Masuk").click()
    expect(halaman.get_by_role("alert")).to_contain_text("NIP atau kata sandi tidak cocok.")
    expect(halaman.get_by_label("NIP")).to_have_value("19680817 199403 1 905")


def test_the_password_can_be_seen_and_is_hidden_again_when_sent(buka):
    halaman = buka("/masuk/")
    sandi = halaman.get_by_label("Kata sandi", exact=True)
    halaman.get_by_role("button", name="Tampilkan").click()
    expect(sandi).to_have_attribute("type", "text")
    halaman.get_by_role("button", name="Masuk").click()
    expect(sandi).to_have_attribute("type", "password")


def test_a_person_reaches_the_form_by_keyboard_alone(buka):
    halaman = buka("/masuk/")
    halaman.keyboard.press("Tab")
    expect(halaman.get_by_role("link", name="Langsung ke isi")).to_be_focused()
    halaman.keyboard.press("Enter")
    halaman.keyboard.press("Tab")
    expect(halaman.get_by_label("NIP")).to_be_focused()


def test_without_script_a_form_never_writes_the_password_into_the_address(buka):
    halaman = buka("/masuk/", java_script_enabled=False)
    halaman.get_by_label("Kata sandi", exact=True).fill("rahasia sekali")
    halaman.get_by_role("button", name="Masuk").click()
    assert "rahasia" not in halaman.url
