"""A paper photographed without signal, and the phone dies: against the running product, nothing is lost and nothing comes twice."""

from __future__ import annotations

import hashlib
import io
import os
import re
import signal
import subprocess
import urllib.request
from pathlib import Path

import pypdfium2
import pytest
from alat_foto import buat
from alat_produk import BUAT_USULAN, jalankan, masuk
from playwright.sync_api import Error, Page, expect

from schemas.setelan import Setelan

LAMA = 60_000
"""Milliseconds: a page is straightened slowly while others use both cores."""
SLOT = "sk-kp"
BACA = "async (alamat) => (await fetch(alamat)).json()"
SIAP = """async (url) => {
  await navigator.serviceWorker.ready;
  while (!(await caches.match(url))) await new Promise((lanjut) => setTimeout(lanjut, 50));
}"""


@pytest.fixture(scope="module")
def produk(situs, tmp_path_factory):
    with jalankan(tmp_path_factory.mktemp("foto"), situs) as produk:
        yield produk


@pytest.fixture
def ponsel(playwright, chromium, produk, tmp_path):
    """A phone with a drawer of its own: `hidupkan(luring)` gives its page, `mati()` ends the browser without a word."""
    ponsel = Ponsel(playwright, chromium, produk.alamat, tmp_path / "profil")
    yield ponsel
    ponsel.mati()
    assert ponsel.keluhan == []


class Ponsel:
    def __init__(self, playwright, chromium: str, alamat: str, profil: Path) -> None:
        self._playwright, self._chromium, self._alamat, self._profil = playwright, chromium, alamat, profil
        self.keluhan: list[str] = []

    def hidupkan(self, *, luring: bool = False) -> Page:
        konteks = self._playwright.chromium.launch_persistent_context(
            self._profil, executable_path=self._chromium, args=["--no-sandbox"], base_url=self._alamat,
            locale="id-ID", viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True,
        )  # fmt: skip
        konteks.set_offline(luring)
        self._konteks, halaman = konteks, konteks.pages[0]
        halaman.on("pageerror", lambda galat: self.keluhan.append(str(galat)))
        halaman.on("console", lambda kata: "Content Security" in kata.text and self.keluhan.append(kata.text))
        return halaman

    def mati(self) -> None:
        for pid in self._proses():
            os.kill(pid, signal.SIGKILL)
        try:
            self._konteks.close()
        except Error:
            return  # it is gone already

    def _proses(self) -> list[int]:
        """The browser itself, known by its profile; what it started ends with it."""
        tanda = f"--user-data-dir={self._profil}".encode()
        return [
            p
            for p in _semua_proses()
            if tanda in (kata := _kata(p)) and not any(k.startswith(b"--type=") for k in kata)
        ]


def _semua_proses() -> list[int]:
    return [int(p.name) for p in Path("/proc").iterdir() if p.name.isdigit()]


def _kata(pid: int) -> list[bytes]:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return []


def potret(halaman: Page, benih: int) -> None:
    """Hand a photo to the camera button; its corners are shown."""
    tambah = halaman.locator(".pindai input[data-aksi=tambah]")
    kamera = tambah if tambah.is_visible() else halaman.locator(".unggah input[capture]")
    kamera.set_input_files({"name": f"IMG_{benih}.jpg", "mimeType": "image/jpeg", "buffer": buat(benih).jpeg})
    expect(halaman.get_by_text("Kertas ditemukan.")).to_be_visible(timeout=LAMA)


def pakai(halaman: Page, jumlah: int) -> None:
    halaman.get_by_role("button", name="Pakai", exact=True).click()
    expect(halaman.locator(".pindai__ukuran")).to_contain_text(f"{jumlah} halaman", timeout=LAMA)


def perbaiki_sudut(halaman: Page) -> None:
    """Move the first corner with the keyboard, there and nearly back."""
    sudut = halaman.get_by_role("button", name=re.compile("^Sudut kiri atas"))
    awal = sudut.get_attribute("cx")
    sudut.focus()
    for tombol in ("ArrowRight", "ArrowRight", "ArrowLeft"):
        halaman.keyboard.press(tombol)
    assert sudut.get_attribute("cx") != awal


def pulang(halaman: Page, produk, ke: str) -> None:
    """Open a page again after the death; the browser may have forgotten who had just signed in, and then asks."""
    halaman.goto(ke)
    halaman.wait_for_load_state("networkidle")
    if "/masuk/" in halaman.url:
        masuk(halaman, "karno", produk)
        halaman.goto(ke)


def test_three_pages_photographed_without_signal_survive_two_deaths_and_arrive_once(ponsel, produk, tmp_path):
    halaman = ponsel.hidupkan()
    masuk(halaman, "karno", produk)
    usulan = halaman.evaluate(BUAT_USULAN)
    alamat = f"/usulan/unggah/?id={usulan}&slot={SLOT}"
    halaman.goto(alamat)
    halaman.evaluate(SIAP, "/usulan/unggah/")
    halaman.context.set_offline(True)
    potret(halaman, 1)
    perbaiki_sudut(halaman)
    pakai(halaman, 1)
    potret(halaman, 2)
    pakai(halaman, 2)

    ponsel.mati()
    halaman = ponsel.hidupkan()
    pulang(halaman, produk, alamat)
    expect(halaman.locator(".pindai__ukuran")).to_contain_text("2 halaman", timeout=LAMA)
    halaman.evaluate(SIAP, "/usulan/unggah/")
    halaman.context.set_offline(True)
    halaman.reload()
    expect(halaman.locator(".pindai__ukuran")).to_contain_text("2 halaman", timeout=LAMA)
    potret(halaman, 3)
    pakai(halaman, 3)
    halaman.get_by_role("button", name="Kirim sebagai PDF").click()
    expect(halaman.locator(".unggah__keadaan")).to_contain_text("Menunggu sinyal", timeout=LAMA)
    expect(halaman.locator("#antrean")).to_contain_text("1 berkas menunggu dikirim")
    assert halaman.locator(".pindai").is_hidden()

    ponsel.mati()
    halaman = ponsel.hidupkan()
    pulang(halaman, produk, alamat)
    expect(halaman.locator("#sekarang")).to_contain_text("3 halaman, diterima", timeout=LAMA)
    expect(halaman.locator("#antrean")).to_be_hidden()

    (satu,) = halaman.evaluate(BACA, f"/api/pegawai/karno/berkas/{SLOT}")["isi"]
    assert (satu["keadaan"], satu["halaman"], satu["nomor_versi"]) == ("diterima", 3, 1)
    baris = next(b for b in halaman.evaluate(BACA, f"/api/usulan/{usulan}")["butir"] if b["slot"] == SLOT)
    assert baris["berkas"]["id"] == satu["id"]
    expect(halaman.locator("#resi")).to_contain_text(satu["sha256"])
    utuh(halaman, satu, tmp_path / "dokumen.pdf")


def utuh(halaman: Page, berkas: dict, ke: Path) -> None:
    """What storage keeps is what the receipt says, small enough, and two readers that know nothing of each other open it."""
    url = halaman.evaluate(BACA, f"/api/berkas/{berkas['id']}/isi?unduh=false")["url"]
    isi = urllib.request.urlopen(url, timeout=30).read()
    assert hashlib.sha256(isi).hexdigest() == berkas["sha256"]
    assert len(isi) == berkas["ukuran"] <= Setelan().batas_bkn
    ke.write_bytes(isi)
    hasil = subprocess.run(["qpdf", "--check", ke], capture_output=True, text=True)
    assert hasil.returncode == 0, hasil.stdout + hasil.stderr
    dokumen = pypdfium2.PdfDocument(io.BytesIO(isi))
    assert len(dokumen) == berkas["halaman"]
    for lembar in dokumen:
        terang = lembar.render(scale=0.5).to_pil().convert("L").getextrema()
        assert terang[0] < 100 < 220 < terang[1], "a page without writing, or without paper"
