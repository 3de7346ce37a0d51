"""A PNS without a case keeps his papers: chosen by kind and year, photographed without signal too, received, asked for never again."""

from __future__ import annotations

import pytest
from alat_pdf import berhalaman
from alat_produk import sehat
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.parametrize("produk", ["sqlite"], indirect=True)
LAMA = 30_000


def pilih(halaman: Page, jenis: str, **akhiran: str) -> None:
    halaman.get_by_label("Dokumen apa?").select_option(label=jenis)
    for label, isi in akhiran.items():
        halaman.locator(f"#{label}").fill(isi)
    halaman.get_by_role("button", name="Lanjut").click()


def kirim(halaman: Page, banyak: int) -> None:
    halaman.locator(".unggah input[type=file]:not([capture])").set_input_files(
        {"name": "pindaian.pdf", "mimeType": "application/pdf", "buffer": berhalaman(banyak)}
    )


def test_a_paper_is_added_and_read_in_the_archive_at_once(orang):
    karno = orang("karno")
    karno.goto("/pegawai/")
    karno.get_by_role("link", name="Tambah dokumen").click()
    karno.get_by_role("button", name="Lanjut").click()
    expect(karno.get_by_text("Pilih dokumennya.").first).to_be_visible()
    pilih(karno, "Penilaian kinerja (SKP) tahun", tahun="25")
    expect(karno.get_by_text("Tulis tahun dengan empat angka, misalnya 2025.").first).to_be_visible()
    sehat(karno)
    pilih(karno, "Penilaian kinerja (SKP) tahun", tahun="2025")
    expect(karno.get_by_role("heading", level=1)).to_have_text("Penilaian kinerja (SKP) tahun 2025")
    kirim(karno, 2)
    expect(karno.get_by_text("Diterima, 2 halaman. Sidik isi (SHA-256):")).to_be_visible(timeout=LAMA)
    sehat(karno)
    karno.get_by_role("link", name="Tambah keterangan surat").click()
    expect(karno.get_by_role("heading", level=1)).to_have_text("Penilaian kinerja (SKP) tahun 2025")
    karno.get_by_role("link", name="Data dan arsip").click()
    arsip = karno.locator("#arsip li")
    expect(arsip).to_have_count(1)
    expect(arsip).to_contain_text("Versi 1")


def test_his_pengelola_adds_for_him_and_sees_for_whom_and_what_is_there_already(orang):
    tini = orang("tini", "meja")
    tini.goto("/pegawai/unggah/?id=karno")
    expect(tini.get_by_text("Untuk SOEKARJONO")).to_be_visible()
    pilih(tini, "Ijazah")
    expect(tini.get_by_text("Pilih tingkatnya.").first).to_be_visible()
    tini.get_by_label("Tingkat pendidikan").select_option("S1")
    tini.get_by_role("button", name="Lanjut").click()
    expect(tini.get_by_role("heading", level=1)).to_have_text("Ijazah S1")
    kirim(tini, 1)
    expect(tini.get_by_text("Diterima, 1 halaman.")).to_be_visible(timeout=LAMA)
    tini.reload()
    expect(tini.get_by_text("Sekarang di arsip: Versi 1")).to_be_visible()
    sehat(tini)


def test_without_signal_it_waits_on_the_device_and_goes_by_itself(orang):
    karno = orang("karno")
    karno.goto("/pegawai/unggah/?id=karno&slot=drh")
    expect(karno.get_by_role("heading", level=1)).to_have_text("Daftar riwayat hidup")
    karno.wait_for_function("navigator.serviceWorker.controller")
    karno.wait_for_timeout(2500)  # what takes files is fetched when the page has come to rest
    karno.context.set_offline(True)
    kirim(karno, 1)
    expect(karno.get_by_text("Tersimpan di perangkat ini. Menunggu sinyal.")).to_be_visible()
    karno.context.set_offline(False)
    karno.reload()
    expect(karno.get_by_text("Diterima, 1 halaman.")).to_be_visible(timeout=LAMA)


def test_what_is_not_his_is_not_there(orang):
    paimin = orang("paimin")
    paimin.goto("/pegawai/unggah/?id=karno&slot=drh")
    expect(paimin.get_by_role("alert").get_by_text("tidak ditemukan")).to_be_visible()
    expect(paimin.get_by_text("Ambil foto")).to_be_hidden()
    paimin.goto("/pegawai/unggah/?slot=bukan-dokumen")
    expect(paimin.get_by_label("Dokumen apa?")).to_be_visible()
