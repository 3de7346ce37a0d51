"""The gap desk: a contradiction is found by the worker, opens its row, shows what the correction does, and is gone when it is confirmed."""

from __future__ import annotations

import pytest
from alat_produk import kirim, sehat
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.parametrize("produk", ["sqlite"], indirect=True)
LAMA = 30_000
KELIRU = {
    "jenis": "golongan",
    "isi": {"gol": "III/c", "tmt": "2010-04-01", "jenis": "KP"},
    "sumber": "SK 823/12 tahun 2010",
}


def cari(halaman: Page, pilihan: str) -> None:
    """Read the list anew until the worker has seen the person."""
    for _ in range(20):
        halaman.goto("/perencanaan/")
        halaman.wait_for_load_state("networkidle")
        if halaman.locator(f"#pilih option[value='celah kurang {pilihan}']").count():
            break
        halaman.wait_for_timeout(1500)
    halaman.locator("#pilih").select_option(f"celah kurang {pilihan}")


def test_a_contradiction_is_put_right_from_the_desk(orang):
    tini, vera = orang("tini"), orang("vera", "meja")
    usul = kirim(tini, "/api/pegawai/karno/fakta", KELIRU)
    kirim(vera, f"/api/fakta/{usul['id']}/putusan", {"versi": usul["versi"], "sah": True})

    cari(tini, "golongan-mundur")
    kartu = tini.locator(".kartu").filter(has_text="SOEKARJONO")
    expect(kartu.get_by_text("Golongan turun pada TMT yang lebih akhir (Pengelola OPD).")).to_be_visible(timeout=LAMA)
    sehat(tini)
    kartu.get_by_role("link", name="Bereskan Golongan turun").click()
    expect(tini.get_by_role("heading", name="Perbaiki: Riwayat golongan")).to_be_focused()
    tini.get_by_label("Golongan ruang").fill("III/a")
    tini.locator("#sumber").fill("SK 823/12 tahun 2010, dibaca ulang")
    tini.get_by_role("button", name="Lihat akibatnya").click()
    dialog = tini.get_by_role("dialog")
    expect(dialog.get_by_text("Jika disimpan: tidak ada")).to_be_visible()
    expect(dialog.get_by_text("Sebelumnya: III/c ber-TMT 1 April 2010")).to_be_visible()
    sehat(tini)
    dialog.get_by_role("button", name="Kirim usulan").click()
    expect(tini.get_by_text("Menunggu BKPSDM")).to_be_visible()

    vera.goto("/fakta/")
    vera.get_by_role("button", name="Periksa").click()
    expect(vera.get_by_text("Jika disimpan: tidak ada")).to_be_visible()
    sehat(vera)
    vera.get_by_text("Sahkan", exact=True).click()
    vera.get_by_role("button", name="Simpan keputusan").click()
    expect(vera.get_by_text("Tidak ada usulan fakta yang menunggu.")).to_be_visible()
    tini.reload()
    expect(tini.get_by_role("heading", name="Fakta yang bertentangan")).to_have_count(0)
