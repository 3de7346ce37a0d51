"""Answers that come late, fail, or come for somebody else: what a person chose stays his, and nothing is done twice."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest
from alat_kantor import ORANG, SANDI, nip
from alat_pdf import jujur
from alat_produk import BUAT_USULAN, masuk
from playwright.sync_api import Page, Route, expect

pytestmark = pytest.mark.parametrize("produk", ["sqlite"], indirect=True)

PERIODE = {"isi": [{"tmt": f"2027-0{bulan}-01", "sisa_hari": 60, "keadaan": "dibuka"} for bulan in (4, 6, 8)]}
TAK_TAHU = """() => {
  const form = document.querySelector('[data-tanya]:not([hidden]) form');
  for (const o of form.querySelectorAll('option, [type=radio], [name=tidak-tahu]')) {
    if (o.value === 'tidak-tahu' || o.name === 'tidak-tahu') o.selected = o.checked = true;
  }
  form.requestSubmit();
}"""
"""Answer the question on the screen with "I do not know"."""
KOSONG = {"isi": [], "kursor": None}


class Tahan:
    """Requests that are held until they are let go; how many there were."""

    def __init__(self, halaman: Page, alamat: str, saring: Callable[[Route], bool] = lambda r: True) -> None:
        self.ditahan: list[Route] = []
        self._halaman, self._saring = halaman, saring
        halaman.route(alamat, lambda r: self.ditahan.append(r) if saring(r) else r.fallback())

    def tunggu(self, banyak: int = 1) -> None:
        for _ in range(400):
            if len(self.ditahan) >= banyak:
                return
            self._halaman.wait_for_timeout(25)
        raise AssertionError(f"{banyak} requests were expected, {len(self.ditahan)} came")

    def jawab(self, isi: object, ke: int = -1, status: int = 200) -> None:
        self.tunggu()
        self.ditahan[ke].fulfill(status=status, content_type="application/json", body=json.dumps(isi))
        self._halaman.wait_for_timeout(200)


def tetap(halaman: Page, alamat: str, isi: object, status: int = 200) -> None:
    """This address always answers so."""
    halaman.route(alamat, lambda r: r.fulfill(status=status, content_type="application/json", body=json.dumps(isi)))


@pytest.fixture
def orang(peramban, produk) -> Iterator[Callable[[str], Page]]:
    """orang(id) -> a page where this person has signed in, without the service worker: all it asks for can be held."""
    keluhan: list[str] = []

    def buka(siapa: str) -> Page:
        konteks = peramban.new_context(base_url=produk.alamat, locale="id-ID", service_workers="block")
        konteks.set_default_timeout(10_000)
        halaman = konteks.new_page()
        halaman.on("pageerror", lambda galat: keluhan.append(f"{siapa} {halaman.url}: {galat}"))
        masuk(halaman, siapa, produk)
        return halaman

    yield buka
    for konteks in peramban.contexts:
        konteks.close()
    assert keluhan == []


def tulisan(judul: str) -> dict:
    """One verdict of the rules with this heading."""
    return {"isi": [{"judul": judul, "temuan": [], "alasan": []}], "saran": "REGULER"}


def baris_nip(nama: str, boleh: str) -> dict:
    return {"id": nama, "nama": nama, "angka": "1", "versi": 1, "sejak": "2026-01-01", boleh: True}


def test_a_button_that_acts_does_so_once_however_often_it_is_pressed(orang):
    vera = orang("vera")
    vera.goto("/usulan/")
    tahan = Tahan(vera, "**/api/antrean/berikutnya")
    vera.get_by_role("button", name="Ambil berikutnya").dblclick()
    tahan.tunggu()
    vera.wait_for_timeout(300)
    assert len(tahan.ditahan) == 1
    tahan.jawab({"detail": "Tidak ada."}, status=404)
    vera.get_by_role("button", name="Ambil berikutnya").click()
    tahan.tunggu(2)


def test_a_form_is_not_sent_again_while_the_next_page_is_on_its_way(orang):
    tini = orang("tini")
    kirim = Tahan(tini, "**/api/usulan", lambda r: r.request.method == "POST")
    berikutnya = Tahan(tini, "**/usulan/lihat/**")
    tini.goto("/usulan/buat/?pegawai=karno")
    expect(tini.locator("#pilihan")).to_be_enabled()
    tini.evaluate("() => void setInterval(() => document.querySelector('#buat button').click(), 50)")
    kirim.jawab({"id": "x"})
    berikutnya.tunggu()
    tini.wait_for_timeout(500)
    assert len(kirim.ditahan) == 1


def butir(slot: str, putusan: str | None = None) -> dict:
    return {"slot": slot, "label": slot, "isyarat": [], "putusan": putusan, "wajib": True, "keadaan": "", "catatan": ""}
