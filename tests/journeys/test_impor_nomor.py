"""The administrator brings numbers from E-Kinerja in the browser: columns pointed out, preview with covered numbers, application."""

from __future__ import annotations

import pytest
from alat_kantor import nip
from alat_produk import jalankan, masuk, sehat
from chalicelib.records import pegawai as rak
from chalicelib.wiring import baca_setelan, buat_kantor
from playwright.sync_api import expect


@pytest.fixture(scope="module")
def produk(situs, tmp_path_factory):
    """The small office on SQLite: the frame of imports knows no engine."""
    with jalankan(tmp_path_factory.mktemp("nomor"), situs) as produk:
        yield produk


def test_numbers_come_in_after_a_look(peramban, produk, tmp_path):
    berkas = tmp_path / "ekinerja.csv"
    berkas.write_text(f"Pegawai;Kontak\n'{nip(0)};0813-1111-2222\n'{nip(1)};021-5550123\n", encoding="utf-8")
    halaman = peramban.new_context(
        base_url=produk.alamat, viewport={"width": 360, "height": 740}, locale="id-ID"
    ).new_page()
    masuk(halaman, "admi", produk)
    halaman.goto("/impor-nomor/")
    halaman.get_by_label("Berkas nomor").set_input_files(berkas)
    halaman.get_by_role("button", name="Unggah dan periksa").click()
    expect(halaman.locator("#ringkas")).to_contain_text("Tunjuk kolom untuk NIP", timeout=20_000)
    halaman.get_by_label("NIP", exact=True).select_option("Pegawai")
    halaman.get_by_label("Nomor seluler", exact=True).select_option("Kontak")
    halaman.get_by_role("button", name="Periksa lagi").click()
    expect(halaman.locator("#baris")).to_contain_text("menjadi 0813…222", timeout=20_000)
    sehat(halaman)
    halaman.get_by_label("Lihat").select_option("Baris ditolak")
    expect(halaman.locator("#baris")).to_contain_text("telepon rumah atau kantor")
    with halaman.expect_download() as unduhan:
        halaman.get_by_role("button", name="Unduh baris bermasalah").click()
    assert "nomor-bukan-seluler" in unduhan.value.path().read_text("utf-8-sig")
    halaman.set_viewport_size({"width": 1280, "height": 800})
    halaman.get_by_role("button", name="Terapkan 1 nomor").click()
    halaman.get_by_role("dialog").get_by_role("button", name="Terapkan").click()
    expect(halaman.locator("#jalan")).to_have_text("Selesai.", timeout=20_000)
    expect(halaman.get_by_label("Lihat")).to_be_visible()
    sehat(halaman)
    halaman.context.close()

    kantor = buat_kantor(baca_setelan({k: v for k, v in produk.lingkungan.items() if k.startswith("SIKAP_")}))
    assert rak.ambil(kantor.store, "karno").telepon == "+6281311112222"
    kantor.store.tutup()  # type: ignore[attr-defined]
