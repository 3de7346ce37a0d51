"""The administrator moves an hour, pastes a year's holidays and takes them back, in the browser."""

from __future__ import annotations

import re

import pytest
from alat_produk import jalankan, masuk, sehat
from playwright.sync_api import expect


@pytest.fixture(scope="module")
def produk(situs, tmp_path_factory):
    """The small office on SQLite: versions of a table know no engine."""
    with jalankan(tmp_path_factory.mktemp("jadwal"), situs) as produk:
        yield produk


def test_schedule_and_holidays_are_set_and_taken_back(peramban, produk):
    halaman = peramban.new_context(
        base_url=produk.alamat, viewport={"width": 360, "height": 740}, locale="id-ID"
    ).new_page()
    masuk(halaman, "admi", produk)
    halaman.goto("/jadwal/")
    jadwal = halaman.get_by_role("group", name="Pengingat batas perbaikan")
    expect(jadwal.get_by_label("Berapa hari sebelumnya")).to_have_value("14, 7, 3, 1")
    sehat(halaman)
    jadwal.get_by_label("Mulai pukul").select_option("09.00")
    jadwal.get_by_label("Berapa hari sebelumnya").fill("5, 2")
    halaman.get_by_role("button", name="Simpan jadwal").click()
    expect(halaman.locator("#kabar")).to_have_text("Jadwal tersimpan.")
    halaman.get_by_text("Riwayat jadwal").click()
    expect(halaman.locator("#riwayat-jadwal li").first).to_contain_text(
        "Pengingat batas perbaikan, kepada PNS dan pengelolanya: pukul 09.00 (H-5, H-2)"
    )

    tahun = halaman.get_by_label("Tahun", exact=True)
    tahun.select_option(index=1)
    teks = halaman.get_by_label("Hari libur, satu baris satu tanggal")
    expect(teks).to_have_value(re.compile("Pancasila"))
    lama, ini = teks.input_value(), tahun.input_value()
    teks.fill(f"{lama}\nentah kapan")
    halaman.get_by_label("Sumber").fill("SKB 3 Menteri")
    halaman.get_by_role("button", name="Periksa hari libur").click()
    expect(halaman.locator(".galat")).to_contain_text("entah kapan")
    teks.fill(f"{lama}\n9-10 Maret {ini} Hari contoh")
    halaman.get_by_role("button", name="Periksa hari libur").click()
    expect(halaman.locator("#tambah li")).to_have_count(2)
    halaman.set_viewport_size({"width": 1280, "height": 800})
    sehat(halaman)
    halaman.get_by_role("button", name="Simpan hari libur").click()
    expect(halaman.locator("#kabar")).to_have_text("Hari libur tersimpan.")
    halaman.get_by_text("Riwayat hari libur").click()
    halaman.get_by_role("button", name="Pakai lagi versi 0").last.click()
    expect(teks).to_have_value(lama)
    halaman.get_by_role("button", name="Periksa hari libur").click()
    expect(halaman.locator("#hapus li")).to_have_count(2)
    teks.press_sequentially(" ")
    expect(halaman.locator("#beda")).to_be_hidden()
    halaman.get_by_role("button", name="Periksa hari libur").click()
    expect(halaman.locator("#beda")).to_be_visible()
    tahun.select_option(index=0)
    expect(halaman.locator("#beda")).to_be_hidden()
    expect(teks).to_be_editable()
    expect(teks).not_to_have_value(lama)
    halaman.context.close()


def test_an_auditor_reads_the_schedule_and_touches_nothing(peramban, produk):
    halaman = peramban.new_context(
        base_url=produk.alamat, viewport={"width": 360, "height": 740}, locale="id-ID"
    ).new_page()
    masuk(halaman, "audi", produk)
    halaman.goto("/jadwal/")
    expect(halaman.get_by_label("Berlaku mulai")).to_have_value(re.compile(r"\d{4}$"))
    expect(halaman.get_by_label("Berlaku mulai")).to_be_disabled()
    expect(halaman.get_by_label("Tahun", exact=True)).to_be_enabled()
    halaman.get_by_text("Riwayat jadwal").click()
    expect(halaman.locator("#riwayat-jadwal li").first).to_be_visible()
    expect(halaman.locator("main").get_by_role("button")).to_have_count(0)
    sehat(halaman)

    halaman.goto("/periode/")
    expect(halaman.locator("#daftar .kartu")).to_have_count(6)
    halaman.get_by_text("Periode sesudahnya").click()
    expect(halaman.locator("#nanti .kartu").first).to_be_visible()
    halaman.context.close()
