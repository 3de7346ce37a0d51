"""The line breaks: at any byte of ticket, bytes and receipt, between any two of browser, functions and storage, or altogether.

Never a receipt without a file, never a file lost, never two documents of one.
"""

from __future__ import annotations

import base64
import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from alat_pdf import jujur
from alat_perantara import Perantara
from alat_produk import Produk, jalankan, masuk
from chalicelib.documents import kunci
from chalicelib.wiring import baca_setelan, buat_kantor
from playwright.sync_api import Page

SLOT = "sk-kp"
TIKET, TARUH, RESI = b"POST /api/berkas ", b"PUT /sikap/masuk/", b"POST /api/berkas/"
SAMPEL = {("situs", TIKET): 40, ("simpanan", TARUH): 70, ("situs", RESI): 50, ("gudang", b"GET /sikap/masuk/"): 20, ("gudang", b"PUT /sikap/berkas/"): 20}  # fmt: skip
"""How many places are tried in each conversation; 200 together."""
ALAT = """async () => {
  const folder = document.querySelector('script[src*="/js/"]').src.split('/js/')[0];
  const {unggahBerkas} = await import(`${folder}/js/berkas.mjs`);
  const {jalankan, pantau} = await import(`${folder}/js/antrean.mjs`);
  const {antrean} = await import(`${folder}/js/sesi.mjs`);
  const tunggu = (ms) => new Promise((lanjut) => setTimeout(lanjut, ms));
  const resi = [];
  pantau((k) => k.keadaan === 'terkirim' && resi.push(k.berkas.sha256));
  window.uji = {
    async masukkan([isi, slot]) {
      const bita = Uint8Array.from(atob(isi), (c) => c.charCodeAt(0));
      await unggahBerkas(new File([bita], 'surat.pdf'), {pegawai: 'karno', slot});
    },
    async habiskan() {
      const sampai = Date.now() + 20000;
      while ((await antrean()).length && Date.now() < sampai) {
        await jalankan({segera: true});
        await tunggu(10);
      }
      for (let i = 0; i < 50 && !resi.length; i++) await tunggu(20);
      return {sisa: await this.sisa(), resi: resi.splice(0)};
    },
    async mencoba() {
      while (!(await antrean()).some((e) => e.coba)) await tunggu(20);
      return this.sisa();
    },
    sisa: async () => (await antrean()).map((e) => `${e.keadaan}: ${e.pesan ?? ''}`),
  };
}"""
"""The site's own modules, as a page uses them: queue a file, send until nothing waits (and the receipts that came), wait for a failed try."""
BACA = "async (alamat) => (await fetch(alamat)).json()"


@dataclass
class Kawat:
    """The running product, the lines between its parts, and the page of somebody who sends."""

    produk: Produk
    jalur: dict[str, Perantara]
    halaman: Page

    def masukkan(self, isi: bytes) -> None:
        self.halaman.evaluate("(isi) => uji.masukkan(isi)", [base64.b64encode(isi).decode(), SLOT])

    def habiskan(self) -> dict:
        return self.halaman.evaluate("() => uji.habiskan()")

    def kirim(self, isi: bytes) -> dict:
        self.masukkan(isi)
        return self.habiskan()

    def semua_ada(self) -> None:
        """Whatever has a receipt lies in storage, byte for byte."""
        gudang = buat_kantor(baca_setelan(self.produk.lingkungan)).documents
        for tercatat in self.sidik_arsip():
            assert sidik(gudang.baca(kunci.isi(tercatat))) == tercatat

    def sidik_arsip(self) -> list[str]:
        """SHA-256 of every listed document, newest first. Not the whole rows: the worker adds previews to them meanwhile."""
        return [b["sha256"] for b in self.halaman.evaluate(BACA, f"/api/pegawai/karno/berkas/{SLOT}")["isi"]]


@pytest.fixture(scope="module")
def kawat(situs, tmp_path_factory, peramban) -> Iterator[Kawat]:
    jalur: dict[str, Perantara] = {}

    def lewat(nama: str, alamat: str) -> str:
        jalur[nama] = Perantara(alamat)
        return jalur[nama].alamat

    with jalankan(tmp_path_factory.mktemp("putus"), situs, lewat=lewat) as produk:
        konteks = peramban.new_context(base_url=produk.alamat, viewport={"width": 360, "height": 740}, locale="id-ID")
        halaman = konteks.new_page()
        masuk(halaman, "karno", produk)
        halaman.goto("/antrean-berkas/", wait_until="networkidle")
        halaman.evaluate(ALAT)
        yield Kawat(produk, jalur, halaman)
        konteks.close()
        for satu in jalur.values():
            satu.tutup()


def surat(nomor: int) -> bytes:
    """A document of its own."""
    return jujur(f"/Lang (p{nomor})")


def sidik(isi: bytes) -> str:
    return hashlib.sha256(isi).hexdigest()


def tempat(panjang: int, minta: int, banyak: int, acak: random.Random) -> list[int]:
    """Where to break: the ends of request and answer always, the rest spread evenly with a jitter. Answers differ by a few bytes."""
    panjang -= 20
    pasti = {0, 1, minta - 1, minta, minta + 1, panjang - 1}
    langkah = panjang / (banyak - len(pasti))
    rata = {min(panjang - 1, int((i + acak.random()) * langkah)) for i in range(banyak - len(pasti))}
    lain = acak.sample(range(panjang), banyak)
    return sorted([*pasti, *[n for n in [*rata, *lain] if n not in pasti]][:banyak])


def test_a_line_that_breaks_at_any_byte_loses_nothing_and_doubles_nothing(kawat):
    acak = random.Random(20261126)
    nomor, luput, terkirim = 0, [], []
    for (nama, awal), banyak in SAMPEL.items():
        jalur = kawat.jalur[nama]
        ukur = jalur.jaga(awal)
        kawat.kirim(surat(nomor))
        assert ukur.minta > 100 and ukur.jawab > 20, f"no {awal!r} was seen"
        terkirim.append(sidik(surat(nomor)))
        for putus in tempat(ukur.minta + ukur.jawab, ukur.minta, banyak, acak):
            nomor += 1
            jalur.keras = bool(nomor % 2)
            kini = jalur.jaga(awal, putus)
            hasil = kawat.kirim(surat(nomor))
            terkirim.append(sidik(surat(nomor)))
            if kini.minta + kini.jawab < putus or hasil["sisa"] or hasil["resi"] != terkirim[-1:]:
                luput.append((nama, awal, putus, ukur, kini, hasil))
                assert len(luput) < 3, luput
        nomor += 1
    assert luput == []
    assert sorted(kawat.sidik_arsip()) == sorted(terkirim), "each once"
    kawat.semua_ada()


@pytest.mark.parametrize(
    "mati", [("simpanan", "gudang"), ("gudang",), ("situs",)], ids=["storage", "storage-for-functions", "functions"]
)
def test_what_is_down_keeps_the_file_waiting_and_gives_no_receipt(kawat, mati):
    isi = surat(9000 + 10 * len(mati) + len(mati[0]))
    sebelum = kawat.sidik_arsip()
    for nama in mati:
        kawat.jalur[nama].matikan()
    kawat.masukkan(isi)
    (sisa,) = kawat.halaman.evaluate("() => uji.mencoba()")
    assert sisa.startswith("menunggu: "), sisa
    for nama in mati:
        kawat.jalur[nama].matikan(False)
    assert kawat.sidik_arsip() == sebelum, "no receipt while the file was nowhere"
    assert kawat.habiskan() == {"sisa": [], "resi": [sidik(isi)]}
    assert kawat.sidik_arsip() == [sidik(isi), *sebelum]
    kawat.semua_ada()


@pytest.mark.parametrize("saat", [b"GET /sikap/masuk/", b"PUT /sikap/berkas/", b"DELETE /sikap/masuk/"])
def test_functions_killed_in_the_middle_of_acceptance_lose_nothing(kawat, saat):
    """Storage keeps them waiting for an answer when they are killed; then they are started again."""
    isi = surat(9100 + len(saat))
    sebelum = kawat.sidik_arsip()
    jalur = kawat.jalur["gudang"]
    kini = jalur.jaga(saat, tahan=True)
    kawat.masukkan(isi)
    while not kini.minta:
        kawat.halaman.wait_for_timeout(20)
    kawat.produk.bunuh()
    jalur.lepas()
    kawat.produk.hidupkan()
    hasil = kawat.habiskan()
    assert (hasil["sisa"], hasil["resi"]) == ([], [sidik(isi)])
    assert kawat.sidik_arsip() == [sidik(isi), *sebelum]
    kawat.semua_ada()
