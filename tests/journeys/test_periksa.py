"""The verifikator's screen against the running product: thirty documents by keyboard alone, and the first page image on a slow line."""

from __future__ import annotations

import base64
import io
import random
import re

import pytest
from alat_foto import buat, surat
from alat_produk import Produk, jalankan, masuk
from chalicelib.records import usulan as rak
from chalicelib.wiring import baca_setelan, buat_kantor
from PIL import Image
from playwright.sync_api import Page, expect

from schemas.usulan import Butir

SLOT = ["sk-kp", "sk-jabatan", *(f"skp-{tahun}" for tahun in range(2000, 2028))]
KIRIM = """async ([id, isi]) => {
  const minta = async (cara, alamat, badan) => {
    const kepala = {'content-type': 'application/json', 'x-sikap': '1', 'idempotency-key': crypto.randomUUID()};
    const jawab = await fetch(`/api${alamat}`, {method: cara, headers: kepala, body: badan && JSON.stringify(badan)});
    if (!jawab.ok) throw new Error(`${cara} ${alamat}: ${await jawab.text()}`);
    return jawab.json();
  };
  const folder = document.querySelector('script[src*="/js/"]').src.split('/js/')[0];
  const {sha256} = await import(`${folder}/js/titipan.mjs`);
  for (const [slot, base64] of Object.entries(isi)) {
    const blob = new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], {type: 'application/pdf'});
    const {id: berkas, tiket} = await minta('POST', '/berkas', {pegawai: 'karno', slot, nama: 'a.pdf', ukuran: blob.size, sha256: await sha256(blob)});
    const kepala = Object.fromEntries(Object.entries(tiket.kepala).filter(([nama]) => !/^(content-length|host)$/i.test(nama)));
    await fetch(tiket.url, {method: tiket.cara, headers: kepala, body: blob});
    await minta('POST', `/berkas/${berkas}/penerimaan`, {});
    const {versi} = await minta('GET', `/usulan/${id}`);
    await minta('PUT', `/usulan/${id}/berkas/${slot}`, {versi, berkas});
  }
}"""
LAKUKAN = """async ([alamat, isi]) => {
  const kepala = {'content-type': 'application/json', 'x-sikap': '1', 'idempotency-key': crypto.randomUUID()};
  const jawab = await fetch(`/api${alamat}`, {method: 'POST', headers: kepala, body: JSON.stringify(isi)});
  return [jawab.status, await jawab.json()];
}"""
TIBA = "(url) => performance.getEntriesByName(url).some((e) => e.responseEnd > 0)"
PINDAH = """async () => {
  const awal = performance.now(), lama = document.querySelector('#gambar img');
  document.querySelector('[data-geser="1"]').click();
  for (;;) {
    const kini = document.querySelector('#gambar img');
    if (kini && kini !== lama && kini.complete && kini.naturalWidth) return performance.now() - awal;
    await new Promise((lanjut) => setTimeout(lanjut, 2));
  }
}"""
"""On to the next document; milliseconds until its first page stands there."""
BACA = "async (alamat) => (await fetch(`/api${alamat}`)).json()"


@pytest.fixture(scope="module")
def produk(situs, tmp_path_factory):
    with jalankan(tmp_path_factory.mktemp("periksa"), situs) as produk:
        yield produk


def lembar(nomor: int) -> bytes:
    """The first is a phone's photo of a paper, the others are flat scans."""
    gambar = Image.open(io.BytesIO(buat(1).jpeg)) if nomor == 0 else surat(random.Random(nomor))[0]
    keluar = io.BytesIO()
    gambar.save(keluar, "PDF", quality=60)
    return keluar.getvalue()


def lakukan(halaman: Page, alamat: str, **isi) -> dict:
    status, jawab = halaman.evaluate(LAKUKAN, [alamat, isi])
    assert status < 300, jawab
    return jawab


def tiga_puluh(produk: Produk, id_: str) -> None:
    """The case asks for thirty documents; no kind of promotion asks for so many."""
    kantor = buat_kantor(baca_setelan(produk.lingkungan))
    u = rak.ambil(kantor.store, id_)
    kantor.store.write(rak.RAK.taruh(u.model_copy(update={"butir": tuple(Butir(slot=s, sebab="Uji") for s in SLOT)})))
    kantor.store.tutup()


@pytest.fixture(scope="module")
def meja(produk, peramban):
    """The verifikator's signed-in page, and the case with its thirty documents, taken."""

    def buka(siapa: str) -> Page:
        konteks = peramban.new_context(base_url=produk.alamat, viewport={"width": 1280, "height": 800}, locale="id-ID", service_workers="block")  # fmt: skip
        halaman = konteks.new_page()
        masuk(halaman, siapa, produk)
        return halaman

    tini, vera = buka("tini"), buka("vera")
    periode = tini.evaluate(BACA, "/periode")["isi"][-1]["tmt"]
    id_ = lakukan(tini, "/usulan", pegawai="karno", jenis="REGULER", periode=periode)["id"]
    tiga_puluh(produk, id_)
    tini.evaluate(KIRIM, [id_, {s: base64.b64encode(lembar(n)).decode() for n, s in enumerate(SLOT)}])
    versi = lambda h: h.evaluate(BACA, f"/usulan/{id_}")["versi"]  # noqa: E731
    lakukan(tini, f"/usulan/{id_}/pengusulan", versi=versi(tini), nomor_surat="800/1", tanggal_surat="2026-11-25")
    lakukan(vera, f"/usulan/{id_}/penerimaan", versi=versi(vera))
    for butir in vera.evaluate(BACA, f"/usulan/{id_}")["butir"][:3]:
        while not vera.evaluate(BACA, f"/berkas/{butir['berkas']['id']}/pratinjau")["siap"]:
            vera.wait_for_timeout(500)
    yield vera, id_, buka
    for konteks in peramban.contexts:
        konteks.close()


def test_the_first_image_is_there_soon_on_a_slow_line(meja, capsys):
    vera, id_, _ = meja
    cdp = vera.context.new_cdp_session(vera)
    cdp.send("Network.enable")
    cdp.send("Network.setCacheDisabled", {"cacheDisabled": True})
    lambat = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
    cdp.send("Network.emulateNetworkConditions", lambat)
    selesai, gambar_pertama = [], []
    cdp.on("Network.loadingFinished", lambda e: selesai.append(e))
    cdp.on(
        "Network.requestWillBeSent", lambda e: ".webp" in e["request"]["url"] and gambar_pertama.append(e["requestId"])
    )
    vera.goto(f"/periksa/?id={id_}")
    gambar = vera.locator("#gambar img").first
    expect(gambar).to_be_visible(timeout=30_000)
    terlihat = gambar.evaluate("""(unsur) => new Promise((selesai) => {
      const saat = () => selesai(performance.getEntriesByName(unsur.currentSrc).at(-1).responseEnd);
      if (unsur.complete) saat(); else unsur.addEventListener('load', saat);
    })""")
    sampai = next(e["timestamp"] for e in selesai if e["requestId"] == gambar_pertama[0])
    bita = [
        e["encodedDataLength"] for e in selesai if e["timestamp"] <= sampai
    ]  # without the next document, which comes after
    permintaan = len(bita)
    cdp.send("Network.emulateNetworkConditions", {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1})  # fmt: skip
    cdp.detach()
    with capsys.disabled():
        print(f"\nfirst image {terlihat:.0f} ms, {sum(bita) / 1000:.0f} KB, {permintaan} requests")
    assert sum(bita) < 20_000 + 80_000 + 30_000, "bytes until the first image (frontend.md 10)"
    assert permintaan <= 20


def pegang(vera, id_: str) -> list[str]:
    """Open the case on a slow line; the addresses of page images asked for from now on."""
    diminta: list[str] = []
    vera.on("request", lambda r: ".webp" in r.url and diminta.append(r.url))
    vera.goto(f"/periksa/?id={id_}")
    expect(vera.locator("#gambar img").first).to_be_visible(timeout=30_000)
    while not vera.locator("#gambar img").first.evaluate("(unsur) => unsur.complete"):
        vera.wait_for_timeout(50)
    return diminta


def test_the_next_document_is_there_before_it_is_asked_for(meja, capsys):
    """With the line cut after the first has shown, the second is still there; what the wait was without is printed."""
    vera, id_, _ = meja
    cdp = vera.context.new_cdp_session(vera)
    cdp.send("Network.enable")
    lambat = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
    cdp.send("Network.emulateNetworkConditions", lambat)
    diminta = pegang(vera, id_)
    for _ in range(100):
        if len(diminta) == 2 and vera.evaluate(TIBA, diminta[1]):
            break
        vera.wait_for_timeout(100)
    assert len(diminta) == 2, "one image ahead, and no more"
    lama = [vera.evaluate(PINDAH), vera.evaluate(PINDAH)]
    with capsys.disabled():
        print(f"\nnext document after {lama[0]:.0f} ms; one that was not waited for after {lama[1]:.0f} ms")
    assert diminta[1:].count(diminta[1]) == 1, "fetched once"
    assert lama[0] < lama[1]
    cdp.send("Network.emulateNetworkConditions", {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1})  # fmt: skip
    cdp.detach()


def test_nothing_is_fetched_ahead_where_data_is_saved(meja):
    _, id_, buka = meja
    hemat = buka("vera")
    hemat.add_init_script("Object.defineProperty(navigator.connection, 'saveData', {value: true})")
    diminta = pegang(hemat, id_)
    hemat.wait_for_timeout(1_500)
    assert len(diminta) == 1
    hemat.context.close()


def test_thirty_documents_are_checked_by_keyboard_alone(meja):
    vera, id_, buka = meja
    papan = vera.keyboard
    vera.goto(f"/periksa/?id={id_}")
    expect(vera.locator("#kemajuan")).to_have_text("30 berkas belum diputuskan.")
    for _ in range(60):
        papan.press("Tab")
        if vera.evaluate("document.activeElement.id") == "pintas":
            break
    papan.press("Space")
    expect(vera.locator("#pintas")).to_be_checked()
    for sisa in range(29, -1, -1):
        if sisa == 20:
            kembalikan(vera)
        else:
            papan.press("t")
        kata = f"{sisa} berkas belum diputuskan." if sisa else re.compile("^Semua berkas sudah diputuskan")
        expect(vera.locator("#kemajuan")).to_have_text(kata, timeout=15_000)
        if sisa:
            expect(vera.locator("#berkas-judul")).to_be_focused()
    putusan = [b["putusan"] for b in vera.evaluate(BACA, f"/usulan/{id_}")["butir"]]
    assert (putusan.count("terima"), putusan.count("kembalikan"), putusan[9]) == (29, 1, "kembalikan")
    papan.press("ArrowLeft")
    papan.press("ArrowRight")
    expect(vera.locator("#berkas-judul")).to_be_focused()
    usulan_kedua(buka, id_)


def kembalikan(vera: Page) -> None:
    """Return this one: reason and note without touching the mouse."""
    papan = vera.keyboard
    papan.press("k")
    expect(vera.get_by_label("Alasan", exact=True)).to_be_focused()
    papan.press("ArrowDown")
    for _ in range(6):
        papan.press("Tab")
        if vera.evaluate("document.activeElement.tagName") == "TEXTAREA":
            break
    papan.type("Halaman dua buram")
    papan.press("Tab")
    papan.press("Enter")


def usulan_kedua(buka, pertama: str) -> None:
    """The case ends; the next one of the same person says what need not be sent again, and asks for none of it."""
    kabul, tini = buka("kabul"), buka("tini")
    versi = kabul.evaluate(BACA, f"/usulan/{pertama}")["versi"]
    lakukan(kabul, f"/usulan/{pertama}/pembatalan", versi=versi, alasan="lain", catatan="Atas permintaan sendiri")
    periode = tini.evaluate(BACA, "/periode")["isi"][-1]["tmt"]
    kedua = lakukan(tini, "/usulan", pegawai="karno", jenis="REGULER", periode=periode)
    terisi = [b for b in kedua["butir"] if b["slot"] in SLOT]
    tini.set_viewport_size({"width": 360, "height": 740})
    tini.goto(f"/usulan/lihat/?id={kedua['id']}")
    kata = f"{len(terisi)} berkas tidak perlu diunggah lagi karena sudah pernah diperiksa."
    expect(tini.locator("#sudah-ada")).to_have_text(kata)
    assert len(terisi) >= 3
    for b in terisi:
        baris = tini.locator("#butir .tugas__baris").filter(has_text=b["label"])
        expect(baris).to_contain_text("Diterima verifikator")
        assert baris.get_by_role("link").count() == 0, "nothing to upload here"
