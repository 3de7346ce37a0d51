"""The end of a document's time, seen: announced to its owner, held and let go by the administrator, then a memorial."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import timedelta

import pytest
from alat_pdf import jujur
from alat_produk import jalankan, sehat
from chalicelib.actions import retensi, unggah
from chalicelib.documents import kunci
from chalicelib.records import berkas as rak
from chalicelib.wiring import baca_setelan, buat_kantor
from playwright.sync_api import expect

from schemas.berkas import IsianTiket
from schemas.peran import Pelaku, Peran

KARNO = Pelaku(id="karno", nama="x", peran=frozenset({Peran.PNS}))


@pytest.fixture(scope="module")
def produk(situs, tmp_path_factory):
    with jalankan(tmp_path_factory.mktemp("retensi"), situs) as produk:
        yield produk


def terima(kantor, slot: str, isi: bytes) -> None:
    sidik = hashlib.sha256(isi).hexdigest()
    t = unggah.tiket(kantor, KARNO, IsianTiket(pegawai="karno", slot=slot, nama=f"pindai {slot}.pdf", ukuran=len(isi), sha256=sidik))  # fmt: skip
    kantor.documents.taruh(kunci.masuk(t.id), isi, "application/pdf")
    b = unggah.terima(kantor, KARNO, t.id)
    kantor.store.write(rak.RAK.taruh(b.model_copy(update={"pratinjau": -1})))


def nyala(produk):
    """The office's records with deletion switched on, and a clock that one may set."""
    kantor = buat_kantor(baca_setelan(produk.lingkungan))
    kantor = replace(kantor, setelan=kantor.setelan.model_copy(update={"retensi": True}))
    return kantor, lambda hari: replace(kantor, jam=lambda: kantor.jam() + timedelta(days=hari))


def sapu(kantor) -> None:
    while retensi.kerjakan(kantor):
        pass


def gambar(halaman, folder, nama: str) -> None:
    """Sound at both widths; the pictures are for our eyes."""
    for lebar in (360, 1280):
        halaman.set_viewport_size({"width": lebar, "height": 740})
        sehat(halaman)
        halaman.screenshot(path=folder / f"{nama}-{lebar}.png", full_page=True)


def test_announced_held_let_go_and_remembered(orang, produk, tmp_path):
    produk.bunuh()  # its worker would clear tickets of long ago
    kantor, pada = nyala(produk)
    for slot in ("sk-kp", "kartu-keluarga"):
        for isi in (f"/Judul ({slot} satu)", f"/Judul ({slot} dua)"):
            terima(pada(-400), slot, jujur(isi))
    for hari in (-200, -165, -20):
        sapu(pada(hari))
    # kartu-keluarga is gone by now; sk-kp is announced
    produk.hidupkan()
    admi = orang("admi")
    admi.goto("/retensi/")
    expect(admi.locator("#keadaan")).to_contain_text("Penghapusan mati")
    expect(admi.locator("#daftar")).to_contain_text("SK kenaikan pangkat terakhir, versi 1")
    expect(admi.locator("#daftar")).to_contain_text("UU 27/2022")
    gambar(admi, tmp_path, "admin-mati")

    produk.bunuh()
    produk.lingkungan["SIKAP_RETENSI"] = "1"
    produk.hidupkan()
    karno = orang("karno")
    karno.goto("/pegawai/?id=karno")
    baris = karno.locator("#arsip")
    expect(baris).to_contain_text("Versi 1 akan dihapus pada")
    karno.locator("summary:visible", has_text="Yang sudah dihapus").click()
    expect(baris).to_contain_text("Versi 1 (pindai kartu-keluarga.pdf, 1 halaman, diterima")
    expect(baris).to_contain_text("Dasar: UU 27/2022 (data keluarga dan anak)")
    gambar(karno, tmp_path, "arsip")

    admi.goto("/retensi/")
    expect(admi.locator("#keadaan")).to_contain_text("Penghapusan menyala")
    admi.locator("#daftar").get_by_role("button").click()
    expect(admi.locator("#bagian-judul")).to_be_focused()
    admi.locator("#tindak").get_by_role("button", name="Simpan").click()
    expect(admi.get_by_role("alert")).to_contain_text("Isi alasan.")
    admi.locator("#tindak").get_by_label("Alasan").fill("sengketa pengembalian")
    admi.locator("#tindak").get_by_role("button", name="Simpan").click()
    expect(admi.locator("#kabar")).to_contain_text("Ditahan: SK kenaikan pangkat terakhir, versi 1.")
    expect(admi.locator("#daftar")).to_contain_text("Daftar ini kosong.")

    admi.get_by_label("Tampilkan").select_option("ditahan")
    expect(admi.locator("#daftar")).to_contain_text("oleh ADMI. sengketa pengembalian")
    admi.locator("#daftar").get_by_role("button").click()
    expect(admi.locator("#akibat")).to_contain_text("tidak dapat dikembalikan dari SIKAP")
    gambar(admi, tmp_path, "admin-lepas")
    admi.locator("#tindak").get_by_label("Alasan").fill("sengketa selesai")
    admi.locator("#tindak").get_by_role("button", name="Simpan").click()
    expect(admi.locator("#kabar")).to_contain_text("diumumkan lagi lebih dulu")

    admi.locator("#orang").get_by_label("NIP").fill("1" * 18)
    admi.locator("#orang").get_by_label("Alasan").fill("pemeriksaan Inspektorat")
    admi.get_by_role("button", name="Tahan semua").click()
    expect(admi.get_by_role("alert")).to_contain_text("NIP ini belum ada")
    admi.locator("#orang").get_by_label("NIP").fill("19700311 199503 1 901")
    admi.get_by_role("button", name="Tahan semua").click()
    expect(admi.locator("#kabar")).to_contain_text("Ditahan: SOEKARJONO.")
    admi.get_by_label("Tampilkan").select_option("orang")
    expect(admi.locator("#daftar")).to_contain_text("pemeriksaan Inspektorat")
    gambar(admi, tmp_path, "admin-orang")
    admi.get_by_label("Tampilkan").select_option("dihapus")
    expect(admi.locator("#daftar")).to_contain_text("Kartu keluarga, versi 1")
    expect(admi.locator("#daftar").get_by_role("button")).to_have_count(0)
    gambar(admi, tmp_path, "admin-dihapus")
    kantor.store.tutup()


def test_a_screen_that_cannot_be_read_offers_another_try(orang):
    audi = orang("audi")
    audi.route("**/api/retensi**", lambda r: r.abort())
    audi.goto("/retensi/")
    for bagian in ("#keadaan", "#daftar"):
        expect(audi.locator(bagian).get_by_role("button", name="Coba lagi")).to_be_visible()
