"""The desks of BKPSDM: what awaits a person is what he sees first, and an act asks for no more than it takes."""

from __future__ import annotations

from alat_produk import BUAT_USULAN, sehat
from playwright.sync_api import Page, expect

PERIODE = "async (id) => (await (await fetch(`/api/usulan/${id}`)).json()).periode"


def buka_usulan(halaman: Page, status: str) -> None:
    """The page of cases opens with this list."""
    halaman.goto("/usulan/")
    expect(halaman.get_by_label("Tampilkan")).to_have_value(status)


def test_a_desk_opens_its_own_list_and_an_act_asks_what_it_needs(orang):
    tini, kabul = orang("tini"), orang("kabul")
    kasus = tini.evaluate(BUAT_USULAN)
    tini.goto("/usulan/?status=draf")
    expect(tini.get_by_role("checkbox", name="Pilih SOEKARJONO")).not_to_be_checked()
    tini.get_by_role("button", name="Pilih semua yang tampil").click()
    expect(tini.locator("#dipilih")).to_have_text("1")
    expect(tini.get_by_role("checkbox", name="Pilih SOEKARJONO")).to_be_checked()
    sehat(tini)

    tini.goto("/pencarian/?cari=SOEKARJONO")
    expect(tini.get_by_role("link", name="SOEKARJONO").first).to_be_visible()
    expect(tini.get_by_text("Persempit menurut unit kerja")).to_be_hidden()
    tini.goto("/perencanaan/")
    tini.get_by_label("Lihat").select_option("celah")
    expect(tini.locator("#daftar")).not_to_have_attribute("aria-busy", "true")
    expect(tini.get_by_role("heading", name="Daftar nominatif")).to_be_hidden()

    buka_usulan(orang("opi"), "siap_kirim_bkn")
    buka_usulan(kabul, "menunggu_persetujuan")
    kabul.goto(f"/usulan/lihat/?id={kasus}")
    batalkan = kabul.locator("#aksi a").last
    expect(batalkan).to_have_text("Batalkan usulan")
    batalkan.click()
    expect(kabul.get_by_role("heading", level=1)).to_have_text("Batalkan usulan")
    expect(kabul).to_have_title("Batalkan usulan - SIKAP Kabupaten Ngawi")
    expect(kabul.get_by_label("Alasan pembatalan")).to_be_visible()
    expect(kabul.get_by_text("Surat resmi pembatalan", exact=True)).to_be_hidden()
    sehat(kabul)

    kabul.route("**/api/usulan/*", lambda r: r.abort(), times=1)
    kabul.goto(f"/usulan/langkah/?id={kasus}&aksi=alihkan_periode")
    expect(kabul.get_by_role("alert")).to_contain_text("Tidak ada sambungan")
    expect(kabul.get_by_role("button", name="Lanjut")).to_be_disabled()
    kabul.reload()
    tujuan = kabul.get_by_label("Periode tujuan").locator("option")
    expect(tujuan.nth(1)).to_be_attached()
    assert kabul.evaluate(PERIODE, kasus) not in tujuan.evaluate_all("semua => semua.map((o) => o.value)")
