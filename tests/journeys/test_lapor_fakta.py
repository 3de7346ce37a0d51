"""A PNS reports a wrong fact with a document; the officer refuses it with a reason, then takes it; he is told, and both stay on record."""

from __future__ import annotations

import pytest
from alat_pdf import berhalaman
from alat_produk import sehat
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.parametrize("produk", ["sqlite"], indirect=True)
LAMA = 30_000


def laporkan(karno: Page, predikat: str, nama: str, halaman: int) -> None:
    kinerja = karno.locator("section.kartu").filter(has_text="Penilaian kinerja")
    kinerja.get_by_role("button", name="Tambah").click()
    karno.get_by_label("Tahun penilaian").fill("2025")
    karno.get_by_label("Predikat").select_option(predikat)
    karno.locator("#sumber").fill("Dokumen evaluasi kinerja 2025")
    karno.locator(".unggah input[type=file]:not([capture])").set_input_files(
        {"name": nama, "mimeType": "application/pdf", "buffer": berhalaman(halaman)}
    )
    expect(karno.locator("select[name=berkas]")).not_to_have_value("", timeout=LAMA)
    karno.get_by_role("button", name="Lihat akibatnya").click()
    dialog = karno.get_by_role("dialog")
    expect(dialog.get_by_text("Jika disimpan:")).to_be_visible()
    sehat(karno)
    dialog.get_by_role("button", name="Kirim usulan").click()
    expect(karno.get_by_text("Menunggu BKPSDM")).to_be_visible()


def putuskan(vera: Page, pilih: str, alasan: str = "") -> None:
    vera.goto("/fakta/")
    vera.get_by_role("button", name="Periksa").click()
    expect(vera.get_by_role("button", name="Lihat dokumen")).to_be_visible()
    vera.get_by_text(pilih, exact=True).click()
    if alasan:
        vera.get_by_role("textbox", name="Alasan").fill(alasan)
    vera.get_by_role("button", name="Simpan keputusan").click()
    expect(vera.get_by_text("Tidak ada usulan fakta yang menunggu.")).to_be_visible()


def test_a_pns_reports_is_refused_with_a_reason_and_then_believed(orang):
    karno, vera = orang("karno"), orang("vera", "meja")
    karno.goto("/pegawai/")
    karno.get_by_role("link", name="Riwayat kepegawaian dan sumbernya").click()
    laporkan(karno, "Sangat Baik", "salah.pdf", 1)
    putuskan(vera, "Tolak, dengan alasan", "Predikat pada dokumen adalah Baik.")

    karno.goto("/kabar/")
    expect(karno.get_by_text("belum dapat diterima BKPSDM")).to_be_visible()
    karno.goto("/pegawai/fakta/")
    expect(karno.get_by_text("Alasan: Predikat pada dokumen adalah Baik.")).to_be_visible()
    expect(karno.locator("section.kartu").filter(has_text="Penilaian kinerja").get_by_role("table")).to_have_count(0)

    laporkan(karno, "Baik", "benar.pdf", 2)
    putuskan(vera, "Sahkan")
    karno.goto("/kabar/")
    expect(karno.get_by_text("telah disahkan BKPSDM")).to_be_visible()
    karno.goto("/pegawai/fakta/")
    baris = karno.locator("section.kartu").filter(has_text="Penilaian kinerja").get_by_role("row").filter(has_text="2025")  # fmt: skip
    expect(baris).to_contain_text("Disahkan VERAWATI")
    expect(baris.get_by_role("button", name="Lihat dokumen")).to_be_visible()
    riwayat = karno.locator("#usul")
    expect(riwayat.get_by_text("Tidak diterima")).to_be_visible()
    expect(riwayat.get_by_text("Disahkan", exact=True)).to_be_visible()
    sehat(karno)
    karno.set_viewport_size({"width": 1280, "height": 800})
    sehat(karno)

    karno.set_viewport_size({"width": 360, "height": 740})
    karno.goto("/pegawai/")
    karno.get_by_role("link", name="Keterangan surat dan versi lain").first.click()
    nomor = karno.get_by_label("Nomor surat")
    expect(nomor).to_be_enabled()
    nomor.fill("800/12/2025")
    karno.get_by_label("Tanggal surat").fill("2/1/2026")
    karno.get_by_label("Yang menerbitkan").fill("Kepala SDN 1")
    karno.get_by_role("button", name="Simpan").click()
    expect(karno.get_by_text("Keterangan surat tersimpan.")).to_be_visible()
    expect(karno.get_by_text("Nomor 800/12/2025, tanggal 2 Januari 2026, dari Kepala SDN 1.")).to_be_visible()
    sehat(karno)
    karno.get_by_role("link", name="Data dan arsip").click()
    expect(karno.get_by_text("Nomor 800/12/2025, tanggal 2 Januari 2026")).to_be_visible()
