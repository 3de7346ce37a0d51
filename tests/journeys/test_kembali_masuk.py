"""The session ended while a page was open: signing in again leads back to that page, and it knows at once who is there."""

from __future__ import annotations

import pytest
from alat_kantor import ORANG, SANDI, nip
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.parametrize("produk", ["sqlite"], indirect=True)


def masuk_lagi(halaman: Page, siapa: str, tuju: str) -> None:
    """The cookie is gone; the page is asked for; he signs in where he is sent."""
    halaman.context.clear_cookies()
    halaman.goto(tuju)
    halaman.get_by_label("NIP").fill(nip(list(ORANG).index(siapa)))
    halaman.get_by_label("Kata sandi", exact=True).fill(SANDI)
    halaman.get_by_role("button", name="Masuk").click()
    halaman.wait_for_url(f"**{tuju}")


def test_a_pengelola_finds_the_list_of_his_office_again(orang):
    tini = orang("tini", "meja")
    masuk_lagi(tini, "tini", "/usulan/")
    expect(tini.get_by_label("Periode")).to_be_visible()
    assert tini.locator("#saring [name=status] option").count() > 1


def test_a_pns_finds_his_own_page_again(orang):
    karno = orang("karno")
    masuk_lagi(karno, "karno", "/pegawai/")
    expect(karno.get_by_role("heading", level=1)).to_have_text("SOEKARJONO")
    expect(karno.get_by_role("link", name="Tambah dokumen")).to_be_visible()


@pytest.mark.parametrize("siapa, alamat, milik", [("vera", "/usulan/", "#ambil"), ("admi", "/unit/", "#baru")])
def test_a_page_opened_before_anybody_is_remembered_waits_until_it_knows_who_it_is(orang, siapa, alamat, milik):
    """Whose sign-in needs a code cannot use the same one twice: what the sign-in does to the memory is done by hand."""
    halaman = orang(siapa, "meja")
    halaman.evaluate("localStorage.removeItem('sikap-saya')")
    halaman.goto(alamat)
    expect(halaman.locator(milik)).to_be_visible()
