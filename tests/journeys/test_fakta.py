"""A pengelola finds a fact missing, proposes it after seeing what it does; a verifikator confirms it; the page shows it with its source."""

from __future__ import annotations

import pytest
from alat_produk import kirim, sehat
from playwright.sync_api import expect


@pytest.mark.parametrize("produk", ["sqlite"], indirect=True)
def test_a_fact_travels_from_proposal_to_answer(orang):
    tini = orang("tini")
    tini.goto("/pegawai/?id=karno")
    tini.get_by_role("link", name="Riwayat kepegawaian dan sumbernya").click()
    kinerja = tini.locator("section.kartu").filter(has_text="Penilaian kinerja")
    expect(kinerja.get_by_text("Belum diketahui", exact=True)).to_be_visible()
    kinerja.get_by_role("button", name="Tambah").click()
    tini.get_by_role("button", name="Lihat akibatnya").click()
    expect(tini.get_by_role("link", name="Isi sumber.")).to_be_visible()
    tini.get_by_label("Tahun penilaian").fill("2025")
    tini.get_by_label("Predikat").select_option("Baik")
    tini.locator("#sumber").fill("Dokumen evaluasi kinerja 2025")
    sehat(tini)
    tini.get_by_role("button", name="Lihat akibatnya").click()
    expect(tini.get_by_role("dialog").get_by_text("Sebelumnya:")).to_contain_text("2024 dan 2025")
    tini.get_by_role("button", name="Kirim usulan").click()
    expect(tini.get_by_text("Menunggu BKPSDM")).to_be_visible()

    vera = orang("vera", "meja")
    vera.get_by_role("link", name="Usulan fakta kepegawaian").click()
    vera.get_by_role("button", name="Periksa").click()
    expect(vera.get_by_text("Jika disimpan:")).to_be_visible()
    sehat(vera)
    vera.get_by_text("Tolak, dengan alasan").click()
    vera.get_by_role("button", name="Simpan keputusan").click()
    expect(vera.get_by_role("link", name="Tulis alasan mengapa fakta ini tidak diterima.")).to_be_visible()
    vera.get_by_text("Sahkan", exact=True).click()
    vera.get_by_role("button", name="Simpan keputusan").click()
    expect(vera.get_by_text("Tidak ada usulan fakta yang menunggu.")).to_be_visible()

    tini.reload()
    expect(tini.locator("section.kartu").filter(has_text="Penilaian kinerja")).to_contain_text("Dokumen evaluasi kinerja 2025")  # fmt: skip
    sehat(tini)

    lama = {"jenis": "kinerja", "isi": {"tahun": "2024", "predikat": "Sangat Baik"}, "sumber": "Dokumen evaluasi 2024"}
    usul = kirim(tini, "/api/pegawai/karno/fakta", lama)
    kirim(vera, f"/api/fakta/{usul['id']}/putusan", {"versi": usul["versi"], "sah": True})
    tini.reload()
    tabel = kinerja.get_by_role("table")
    expect(tabel).to_be_hidden()
    kinerja.get_by_text("2 catatan, terbaru 2025, Baik").click()
    expect(tabel).to_be_visible()
    tini.goto("/pegawai/fakta/?id=karno&jenis=kinerja")
    expect(tabel).to_be_visible()
