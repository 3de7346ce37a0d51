"""Every screen of signed-in people, filled: no accessibility fault, no sideways scroll, at the width of a small phone and of a desk."""

from __future__ import annotations

import pytest
from alat_produk import jalankan, masuk
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from sitebuild.halaman import HALAMAN

from schemas.peran import Peran

AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
SIAPA = {Peran.PNS: "karno", Peran.PENGELOLA_OPD: "tini", Peran.VERIFIKATOR: "vera", Peran.KABID: "kabul", Peran.OPERATOR_SIASN: "opi",
         Peran.PIMPINAN: "pim", Peran.AUDITOR: "audi", Peran.ADMIN: "admi"}  # fmt: skip
BUAT = """async () => (await (await fetch('/api/usulan', {method: 'POST', headers: {'content-type': 'application/json', 'x-sikap': '1',
  'idempotency-key': crypto.randomUUID()}, body: JSON.stringify({pegawai: 'karno', jenis: 'REGULER', periode: PERIODE})})).json()).id"""
PERIODE = "async () => (await (await fetch('/api/periode')).json()).isi.at(-1).tmt"
TANYA = {"/usulan/": "status=draf", "/usulan/lihat/": "id={usulan}", "/usulan/unggah/": "usulan={usulan}&slot=sk-kp", "/usulan/langkah/": "id={usulan}&aksi=batalkan",
         "/usulan/buat/": "pegawai=karno", "/pegawai/": "id=karno", "/periksa/": "id={usulan}", "/pegawai/fakta/": "id=karno"}  # fmt: skip
"""What an address needs to show something."""
HALAMAN_PERAN = [h for h in HALAMAN if h.peran]


def untuk(peran) -> str:
    """Somebody whose page it is; the pengelola where many may, since his screens are fullest."""
    urut = [Peran.PENGELOLA_OPD, Peran.VERIFIKATOR, Peran.ADMIN, Peran.AUDITOR, *Peran]
    return SIAPA[next(p for p in urut if p in peran and p in SIAPA)]


@pytest.fixture(scope="module")
def produk(situs, tmp_path_factory):
    """The small office on SQLite: what a screen looks like does not depend on the engine."""
    with jalankan(tmp_path_factory.mktemp("layar"), situs) as produk:
        yield produk


@pytest.fixture(scope="module")
def meja(peramban, produk):
    """meja(who) -> one signed-in page per person, kept for the module; and the case that fills the screens."""
    halaman = {}

    def buka(siapa):
        if siapa not in halaman:
            konteks = peramban.new_context(
                base_url=produk.alamat, viewport={"width": 320, "height": 740}, locale="id-ID"
            )
            halaman[siapa] = konteks.new_page()
            masuk(halaman[siapa], siapa, produk)
        return halaman[siapa]

    tini = buka("tini")
    periode = tini.evaluate(PERIODE)
    usulan = tini.evaluate(BUAT.replace("PERIODE", f"'{periode}'"))
    yield buka, usulan
    for h in halaman.values():
        h.context.close()


def test_what_opens_something_is_printed_by_its_name(meja):
    buka, _ = meja
    halaman = buka("admi")
    halaman.goto("/pengguna/")
    nama = halaman.locator("#daftar").get_by_role("button").first
    expect(nama).to_be_visible()
    halaman.emulate_media(media="print")
    expect(nama).to_be_visible()
    expect(halaman.get_by_role("button", name="Cari")).to_be_hidden()
    halaman.emulate_media(media="screen")


@pytest.mark.parametrize(("alamat", "bagian"), [("/pegawai/", "Arsip dokumen"), ("/usulan/lihat/", "Riwayat")])
def test_what_is_not_there_has_no_empty_parts(meja, alamat, bagian):
    buka, _ = meja
    halaman = buka("tini")
    halaman.goto(f"{alamat}?id=tiada")
    expect(halaman.get_by_text("Yang Anda cari tidak ditemukan")).to_be_visible()
    expect(halaman.get_by_role("heading", name=bagian)).to_be_hidden()


@pytest.mark.parametrize("lebar", [320, 1280])
@pytest.mark.parametrize("satu", HALAMAN_PERAN, ids=[h.url for h in HALAMAN_PERAN])
def test_a_filled_screen_is_sound(meja, satu, lebar):
    buka, usulan = meja
    halaman = buka(untuk(satu.peran))
    halaman.set_viewport_size({"width": lebar, "height": 740})
    halaman.goto(f"{satu.url}?{TANYA.get(satu.url, '').format(usulan=usulan)}", wait_until="networkidle")

    hasil = Axe().run(halaman, options=AXE)
    assert hasil.violations_count == 0, hasil.generate_report()
    assert halaman.evaluate("document.documentElement.scrollWidth") <= lebar
    assert halaman.get_by_role("heading", level=1).inner_text().strip()
    assert halaman.locator("[aria-busy=true]:visible").count() == 0, "still loading"
