"""A folder of old scans, dropped: every file of it is taken, owners are proposed from what is written inside, one upload each."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from alat_kantor import nip
from alat_pdf import jujur, pindaian, teks
from alat_produk import jalankan, kirim, masuk, sehat
from playwright.sync_api import expect

ARSIP = (
    "async () => (await (await fetch('/api/pegawai/karno/berkas')).json()).isi.map((s) => [s.slot, s.terbaru?.keadaan])"
)
BUANG = """async () => {
  const foto = () => [...document.querySelectorAll('#daftar section')].filter((s) => s.textContent.includes('IMG_'));
  while (foto().length > 2) {
    foto()[0].querySelector('[data-apa=buang]').click();
    await new Promise((lanjut) => setTimeout(lanjut, 50));
  }
}"""
"""All but two of the many are thrown away."""


@pytest.fixture(scope="module")
def produk(situs, tmp_path_factory):
    with jalankan(tmp_path_factory.mktemp("massal"), situs) as produk:
        yield produk


@pytest.fixture
def perangkat(peramban, produk):
    """perangkat() -> a browser of its own in which Tini is signed in."""
    dibuka = []

    def buka():
        konteks = peramban.new_context(base_url=produk.alamat, viewport={"width": 1280, "height": 800}, locale="id-ID", service_workers="block")  # fmt: skip
        dibuka.append(konteks)
        halaman = konteks.new_page()
        masuk(halaman, "tini", produk)
        _dapat_dicari(halaman)
        return halaman

    yield buka
    for konteks in dibuka:
        konteks.close()


def _dapat_dicari(halaman) -> None:
    """Guesses are made by the search, and the worker of an office that has just been filled has its names yet to gather."""
    for _ in range(60):
        if kirim(halaman, "/api/pencarian", {"cari": "soekarjono"})["isi"]:
            return
        halaman.wait_for_timeout(500)
    raise AssertionError("nobody is found")


@pytest.fixture
def tini(perangkat):
    return perangkat()


@pytest.fixture
def map_(tmp_path):
    """What a cupboard looks like on a disk: folders in folders, a decree of unknown owner, a scan, rubbish."""
    akar = tmp_path / "lemari"
    for nomor in range(120):
        (akar / "lama" / "2019").mkdir(parents=True, exist_ok=True)
        (akar / "lama" / "2019" / f"IMG_{nomor:03d}.pdf").write_bytes(jujur(f"/Lang (n{nomor})"))
    (akar / f"SKP 2025 {nip(0)}.pdf").write_bytes(pindaian())
    surat = teks()
    surat.ln()
    surat.cell(0, 8, f"NIP {nip(0)}")
    (akar / "scan001.pdf").write_bytes(bytes(surat.output()))
    (akar / "kosong.pdf").touch()
    (akar / "tebal.pdf").write_bytes(b"%PDF-1.7" + bytes(5_000_000))
    (akar / "surat.docx").write_bytes(b"PK\x03\x04 bukan untuk kita")
    (akar / ".DS_Store").write_bytes(b"x")
    return akar


def jatuhkan(halaman, jalur) -> None:
    """What the browser does when somebody lets go of a folder of his desktop over the page."""
    kotak = halaman.locator("#jatuh").bounding_box()
    data = {"items": [], "files": [str(jalur)], "dragOperationsMask": 1}
    cdp = halaman.context.new_cdp_session(halaman)
    for jenis in ("dragEnter", "dragOver", "drop"):
        cdp.send("Input.dispatchDragEvent", {"type": jenis, "x": kotak["x"] + 40, "y": kotak["y"] + 20, "data": data})


def test_a_dropped_folder_is_walked_and_owners_are_read_from_inside(tini, map_, perangkat, tmp_path):
    tini.goto("/arsip-massal/")
    jatuhkan(tini, map_)
    expect(tini.locator("#hitung")).to_have_text("122 berkas tersisa; 1 sudah cocok.", timeout=30_000)
    kabar = tini.locator("#kabar")
    expect(kabar).to_contain_text("lemari/kosong.pdf")
    expect(kabar).to_contain_text("lemari/surat.docx")
    expect(kabar).to_contain_text("lemari/tebal.pdf")
    tini.reload()
    expect(tini.locator("#hitung")).to_contain_text("122 berkas")
    tini.evaluate(BUANG)
    expect(tini.locator("#hitung")).to_contain_text("4 berkas", timeout=30_000)

    tini.get_by_role("button", name="Cari pemilik dari isi PDF").click()
    expect(kabar).to_have_text("1 berkas mendapat usul pemilik.", timeout=30_000)
    expect(tini.locator("#isi-pdf")).to_be_hidden()
    assert tini.evaluate(ARSIP) == [], "a proposal is nobody's receipt"
    kartu = tini.locator("#daftar section", has_text="scan001.pdf")
    expect(kartu.locator(".tag")).to_have_text("Perlu dilengkapi")
    expect(kartu.get_by_label("Pemilik").locator("option")).to_have_count(2)
    kartu.get_by_label("Pemilik").select_option(index=1)
    kartu.get_by_label("Jenis dokumen").select_option("sk-kp")
    expect(kartu.locator(".tag")).to_have_text("Cocok")
    for lebar in (1280, 360):
        tini.set_viewport_size({"width": lebar, "height": 800})
        sehat(tini)
    bita = []
    tini.on("request", lambda r: r.method == "PUT" and bita.append(r.url))
    dari_perangkat_lain(perangkat(), bita, tmp_path)
    tini.get_by_role("button", name="Kirim semua yang sudah cocok").click()
    expect(tini.locator("#hitung")).to_have_text("2 berkas tersisa; 0 sudah cocok.", timeout=20_000)
    for _ in range(60):
        if len(tini.evaluate(ARSIP)) == 2:
            break
        tini.wait_for_timeout(500)
    assert sorted(s for s, _ in tini.evaluate(ARSIP)) == ["sk-kp", "skp-2025"]
    assert len(bita) == 1, "what was left to be read is not sent a second time"


def dari_perangkat_lain(halaman, bita: list[str], folder: Path) -> None:
    """What was left on the first device waits on the second too, which holds no file; it is sent from there without its bytes."""
    halaman.on("request", lambda r: r.method == "PUT" and bita.append(r.url))
    halaman.goto("/arsip-massal/")
    expect(halaman.locator("#hitung")).to_have_text("1 berkas tersisa; 0 sudah cocok.")
    kartu = halaman.locator("#daftar section")
    expect(kartu).to_contain_text("scan001.pdf")
    expect(kartu).to_contain_text("Dititipkan dari perangkat lain")
    expect(kartu.get_by_role("button", name="Buang")).to_be_hidden()
    for lebar in (1280, 360):
        halaman.set_viewport_size({"width": lebar, "height": 800})
        sehat(halaman)
        halaman.screenshot(path=folder / f"titipan-{lebar}.png", full_page=True)
    lain = {"name": "lain.pdf", "mimeType": "application/pdf", "buffer": jujur("/Lang (lain)")}
    halaman.locator("#jatuh input").first.set_input_files(lain)
    expect(halaman.locator("#hitung")).to_contain_text("2 berkas")
    kartu = halaman.locator("#daftar section", has_text="scan001.pdf")
    expect(kartu.get_by_label("Pemilik").locator("option")).to_have_count(2)  # outlives a guess by the name
    kartu.get_by_label("Pemilik").select_option(index=1)
    kartu.get_by_label("Jenis dokumen").select_option("sk-kp")
    kartu.get_by_role("button", name="Kirim").click()
    expect(kartu).to_have_count(0)
    assert halaman.evaluate(ARSIP) == [["sk-kp", "diterima"]]


def test_who_narrows_a_search_goes_on_narrowing(tini):
    sempit = [
        {"id": "", "nama": "Semua unit kerja"},
        {"id": "dinas", "nama": "Dinas (40)"},
        {"id": "rsud", "nama": "RSUD (9)"},
    ]
    jawab = {"isi": [], "kursor": None, "terdekat": False, "pesan": "Terlalu banyak yang cocok.", "sempit": sempit}
    tini.route("**/api/pencarian", lambda minta: minta.fulfill(json=jawab))
    tini.goto("/pencarian/?cari=su")
    expect(tini.locator("#pesan")).to_be_focused()
    unit = tini.get_by_label("Persempit menurut unit kerja")
    unit.focus()
    with tini.expect_response("**/api/pencarian"):
        unit.press("ArrowDown")
    expect(unit).to_have_value("dinas")
    tini.wait_for_timeout(200)
    expect(unit).to_be_focused()
    tini.unroute("**/api/pencarian")
    tini.route(
        "**/api/pencarian",
        lambda minta: minta.fulfill(
            status=503, json={"title": "x", "detail": "Basis data sedang tidak dapat dihubungi."}
        ),
    )
    unit.press("ArrowDown")
    expect(tini.locator(".galat")).to_contain_text("Basis data")


LACI = """async (toko) => {
  const db = await new Promise((ya) => (indexedDB.open('sikap').onsuccess = (e) => ya(e.target.result)));
  return new Promise((ya) => (db.transaction(toko).objectStore(toko).getAllKeys().onsuccess = (e) => ya(e.target.result)));
}"""
"""The keys of one part of this device's drawer."""


def test_right_after_signing_in_nothing_is_kept_under_nobodys_name(tini, map_):
    minta = {"pegawai": "karno", "jenis": "REGULER", "periode": "2027-03-01"}
    usulan = tini.evaluate("async (isi) => (await (await fetch('/api/usulan', {method: 'POST', headers: {'Content-Type': 'application/json', 'X-SIKAP': '1'}, body: JSON.stringify(isi)})).json())", minta)  # fmt: skip
    assert usulan.get("id"), usulan
    tini.route("**/api/saya", lambda jalan: (time.sleep(1), jalan.continue_()))
    for alamat in (f"/usulan/lihat/?id={usulan['id']}", "/arsip-massal/"):
        tini.evaluate("localStorage.removeItem('sikap-saya')")
        tini.goto(alamat)
        tini.wait_for_load_state("networkidle")
    jatuhkan(tini, map_ / f"SKP 2025 {nip(0)}.pdf")
    expect(tini.locator("#hitung")).to_contain_text("1 berkas tersisa")

    laci = [k for toko in ("draf", "cache") for k in tini.evaluate(LACI, toko)]
    assert laci and all(k.startswith("tini:") for k in laci), laci


def test_one_that_is_too_large_to_be_read_stops_no_other(tini, tmp_path):
    surat = teks()
    surat.ln()
    surat.cell(0, 8, f"NIP {nip(0)}")
    akar = tmp_path / "dua"
    akar.mkdir()
    (akar / "a-scan.pdf").write_bytes(jujur("/Lang (a)"))
    (akar / "b-scan.pdf").write_bytes(bytes(surat.output()))
    tini.goto("/arsip-massal/")
    jatuhkan(tini, akar)
    expect(tini.locator("#hitung")).to_contain_text("2 berkas tersisa")
    besar = {"detail": "Berkas ini 5,1 MB; paling besar 5,0 MB.", "kode": "berkas-terlalu-besar"}
    tini.route("**/api/titipan", lambda rute: rute.fulfill(status=413, json=besar), times=1)
    tini.get_by_role("button", name="Cari pemilik dari isi PDF").click()
    expect(tini.locator("#kabar")).to_have_text("1 berkas mendapat usul pemilik.")
