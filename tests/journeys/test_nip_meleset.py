"""The verifikator dismisses a refused row with a reason, finds it where the dismissed are, and brings it back."""

from __future__ import annotations

import pytest
from alat_produk import jalankan, masuk, sehat
from chalicelib.actions import terap
from chalicelib.wiring import baca_setelan, buat_kantor
from playwright.sync_api import expect

BARIS = (
    "NIP;NAMA;JENIS KELAMIN;TANGGAL LAHIR;TMT CPNS;GOLONGAN;TMT GOLONGAN;OPD;UNIT KERJA\n"
    "19910417201532908;WARSITI;F;17-04-1991;01-03-2015;III/b;01-04-2023;Unit dinas;Unit sd-1"
)


@pytest.fixture(scope="module")
def produk(situs, tmp_path_factory):
    """The small office on SQLite, with one refused row."""
    with jalankan(tmp_path_factory.mktemp("meleset"), situs) as produk:
        kantor = buat_kantor(baca_setelan(produk.lingkungan))
        terap.catat_meleset(kantor, terap.baca(BARIS.encode(), "a.csv", kantor.jam().date()))
        kantor.store.tutup()
        yield produk


def test_a_row_is_dismissed_with_a_reason_and_brought_back(peramban, produk):
    halaman = peramban.new_context(
        base_url=produk.alamat, viewport={"width": 360, "height": 740}, locale="id-ID", service_workers="block"
    ).new_page()
    masuk(halaman, "vera", produk)
    halaman.goto("/nip-meleset/")
    halaman.get_by_role("button", name="Tidak perlu dibetulkan WARSITI").click()
    expect(halaman.get_by_role("heading", name="Keluarkan dari daftar: WARSITI")).to_be_focused()
    halaman.get_by_role("button", name="Keluarkan", exact=True).click()
    expect(halaman.get_by_role("alert")).to_contain_text("Mengapa tidak perlu dibetulkan", ignore_case=True)
    halaman.get_by_label("Mengapa tidak perlu dibetulkan").fill("Pegawai kabupaten lain")
    sehat(halaman)
    halaman.get_by_role("button", name="Keluarkan", exact=True).click()
    expect(halaman.locator("#kabar")).to_have_text("WARSITI dikeluarkan dari daftar.")
    expect(halaman.get_by_text("Tidak ada baris di sini.")).to_be_visible()

    halaman.get_by_label("Tampilkan").select_option(label="Sudah dikeluarkan dari daftar")
    expect(halaman.locator("#daftar")).to_contain_text("Pegawai kabupaten lain")
    sehat(halaman)
    halaman.get_by_role("button", name="Kembalikan ke daftar WARSITI").click()
    expect(halaman.locator("#kabar")).to_have_text("WARSITI kembali ke daftar.")
    halaman.get_by_label("Tampilkan").select_option(label="Perlu dicocokkan")
    expect(halaman.get_by_role("button", name="Betulkan WARSITI", exact=True)).to_be_visible()
    halaman.context.close()
