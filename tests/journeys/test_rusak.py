"""One bit turns over in storage: the next check finds it, the owner and the administrator read it, and it is not shown as good."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from alat_pdf import jujur
from alat_produk import BUAT_USULAN, jalankan
from chalicelib.actions import periksa_ulang
from chalicelib.documents import kunci
from chalicelib.records import berkas as rak
from chalicelib.wiring import baca_setelan, buat_kantor
from playwright.sync_api import expect


@pytest.fixture(scope="module")
def produk(situs, tmp_path_factory):
    with jalankan(tmp_path_factory.mktemp("rusak"), situs) as produk:
        yield produk


def balikkan_satu_bit(produk) -> None:
    """In the newest version of karno's sk-kp; then ninety days pass and the worker's check has its turn."""
    kantor = buat_kantor(baca_setelan(produk.lingkungan))
    terbaru = rak.versi_slot(kantor.store, "karno", "sk-kp")[0]
    isi = bytearray(kantor.documents.baca(kunci.isi(terbaru.sha256)))
    isi[len(isi) // 2] ^= 1
    kantor.documents.taruh(kunci.isi(terbaru.sha256), bytes(isi), "application/pdf")
    nanti = kantor.jam() + timedelta(days=91)
    assert periksa_ulang.kerjakan(replace(kantor, jam=lambda: nanti)) == 2
    kantor.store.tutup()


def test_a_flipped_bit_is_named_and_the_earlier_version_offered(orang, produk, tmp_path):
    karno = orang("karno")
    usulan = karno.evaluate(BUAT_USULAN)
    karno.goto(f"/usulan/unggah/?id={usulan}&slot=sk-kp")
    for nomor in (1, 2):
        isi = {"name": f"sk-{nomor}.pdf", "mimeType": "application/pdf", "buffer": jujur(f"/Lang (v{nomor})")}
        karno.locator(".unggah input[multiple]").set_input_files(isi)
        expect(karno.locator("#sekarang")).to_contain_text(f"sk-{nomor}.pdf, 1 halaman, diterima", timeout=20_000)
    expect(karno.locator("#resi")).to_contain_text("Sidik isi (SHA-256)")
    karno.screenshot(path=tmp_path / "resi.png", full_page=True)
    balikkan_satu_bit(produk)

    karno.goto("/pegawai/?id=karno")
    baris = karno.locator("#arsip .tugas__baris")
    expect(baris).to_contain_text("Rusak di tempat penyimpanan")
    expect(baris).to_contain_text("Terakhir ditemukan utuh pada")
    expect(baris).to_contain_text("Versi 1 masih utuh dan dapat dibuka.")
    with karno.expect_response(lambda j: "/isi?" in j.url) as jawab:
        baris.get_by_role("button").click()
    assert jawab.value.status == 200, "the earlier version opens"
    baris.screenshot(path=tmp_path / "arsip.png")
    karno.goto(f"/usulan/lihat/?id={usulan}")
    butir = karno.locator("#butir .tugas__baris").filter(has_text="Rusak, perlu diunggah lagi")
    expect(butir.get_by_role("link")).to_be_visible()
    karno.locator("#butir").screenshot(path=tmp_path / "butir.png")

    admi = orang("admi")
    expect(admi.locator("#menunggu")).to_contain_text("Dokumen rusak di tempat penyimpanan")
    admi.screenshot(path=tmp_path / "beranda.png")
    admi.locator("#menunggu").get_by_role("link", name="Dokumen rusak").click()
    expect(admi.locator("#daftar")).to_contain_text("SOEKARJONO")
    expect(admi.locator("#daftar")).to_contain_text("Versi 1 masih utuh")
    admi.screenshot(path=tmp_path / "daftar.png", full_page=True)
    admi.set_viewport_size({"width": 1280, "height": 800})
    admi.screenshot(path=tmp_path / "daftar-lebar.png")
