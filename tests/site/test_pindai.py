"""The phone as a scanner, in a real browser: photos handed to the camera's input come out as one PDF in the queue."""

from __future__ import annotations

import base64
import io
import re

import pypdf
import pypdfium2
import pytest
from alat_foto import KEADAAN, LEBAR, TINGGI, buat
from alat_loket import Loket
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import expect

USULAN = {
    "id": "u-1", "versi": 1, "status": "draf", "pegawai": {"id": "pegawai-1", "nama": "Siti Aminah"},
    "butir": [{"slot": "skp-2025", "label": "SKP 2025", "sebab": "Diminta uji.", "diminta": False, "berkas": None}],
}  # fmt: skip
URL = "/usulan/unggah/?id=u-1&slot=skp-2025"
LAMBAT = 40_000
"""Milliseconds: a page is straightened slowly while others use both cores."""
LAYAK = "() => document.documentElement.scrollWidth <= innerWidth"


@pytest.fixture
def loket(situs):
    loket = Loket(situs)
    yield loket
    loket.tutup()


@pytest.fixture
def buka(peramban, loket):
    """buka(lebar) -> the upload page of one document, on a phone or a desk; complaints of the browser fail the test."""
    keluhan: list[str] = []

    def bukalah(lebar=360):
        konteks = peramban.new_context(
            viewport={"width": lebar, "height": 740}, locale="id-ID", service_workers="block", has_touch=True
        )
        konteks.route("**/api/usulan/u-1", lambda rute: rute.fulfill(json=USULAN))
        konteks.route("**/api/usulan/u-1/berkas/*", lambda rute: rute.fulfill(json={"versi": 2}))
        halaman = konteks.new_page()
        halaman.on("pageerror", lambda galat: keluhan.append(str(galat)))
        halaman.on("console", lambda kata: keluhan.append(kata.text) if "Content Security" in kata.text else None)
        halaman.goto(loket.alamat + URL)
        expect(halaman.get_by_role("heading", level=1)).to_have_text("SKP 2025")
        return halaman

    yield bukalah
    for konteks in peramban.contexts:
        konteks.close()
    assert keluhan == []


def foto(benih, **lain):
    return {"name": f"IMG_{benih}.jpg", "mimeType": "image/jpeg", "buffer": buat(benih, **lain).jpeg}


def potret(halaman, benih, **lain):
    """Take a photo with the camera button in view, and use the corners as found."""
    awal = halaman.locator(".pindai input[data-aksi=tambah]")
    (awal if awal.is_visible() else halaman.locator(".unggah input[capture]")).set_input_files(foto(benih, **lain))
    expect(halaman.get_by_text("Kertas ditemukan.")).to_be_visible(timeout=LAMBAT)
    halaman.get_by_role("button", name="Pakai", exact=True).click()
    expect(halaman.get_by_role("button", name="Kirim sebagai PDF")).to_be_visible(timeout=LAMBAT)


def isi_pdf(loket):
    (isi,) = loket.simpanan.values()
    return isi


def kirim(halaman, loket):
    halaman.get_by_role("button", name="Kirim sebagai PDF").click()
    expect(halaman.locator("#kabar")).to_contain_text("Diterima")
    return isi_pdf(loket)


def test_three_photos_become_one_a4_pdf_below_the_limit(buka, loket):
    halaman = buka()
    for benih in (1, 2, 3):
        potret(halaman, benih)
    expect(halaman.locator(".pindai__ukuran")).to_have_text(re.compile(r"^3 halaman, PDF \d+ KB\.$"))
    expect(halaman.get_by_text("Belum terkirim.")).to_be_visible()
    pergi = halaman.get_by_role("link", name="Kembali ke daftar berkas")
    expect(pergi).to_be_hidden()
    isi = kirim(halaman, loket)
    expect(pergi).to_be_visible()
    assert len(isi) < 1_000_000
    baca = pypdf.PdfReader(io.BytesIO(isi), strict=True)
    assert [[round(float(n)) for n in h.mediabox[2:]] for h in baca.pages] == [[595, 842]] * 3
    for lembar in pypdfium2.PdfDocument(isi):
        gambar = lembar.render(scale=1).to_pil().convert("RGB")
        assert gambar.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0)) > (225, 225, 225)
        biru = [p for p in gambar.crop((330, 560, 590, 800)).getdata() if p[2] > p[0] + 60]
        assert len(biru) > 100, "the stamp's colour is gone"


def test_photos_not_sent_yet_survive_a_reload(buka, loket):
    halaman = buka()
    potret(halaman, 1)
    potret(halaman, 2)
    halaman.reload()
    expect(halaman.locator(".pindai__ukuran")).to_contain_text("2 halaman")
    assert len(pypdf.PdfReader(io.BytesIO(kirim(halaman, loket))).pages) == 2
    halaman.reload()
    expect(halaman.get_by_role("heading", level=1)).to_have_text("SKP 2025")
    expect(halaman.locator(".pindai")).to_be_hidden()


DRAF = """() => new Promise((jadi) => {
  indexedDB.open('sikap').onsuccess = ({target}) => {
    target.result.transaction('draf').objectStore('draf').getAllKeys().onsuccess = ({target: t}) => jadi(t.result.length);
  };
})"""
"""How many drafts lie in the device's drawer."""


def test_a_received_document_is_put_into_its_line_once(buka, loket):
    halaman = buka()
    ditaruh = []
    halaman.on("request", lambda r: r.method == "PUT" and "/api/usulan/" in r.url and ditaruh.append(r.url))
    halaman.locator(".unggah input[multiple]").set_input_files(
        {"name": "skp.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 asli"}
    )
    expect(halaman.locator("#kabar")).to_contain_text("Diterima")
    halaman.wait_for_timeout(1000)
    assert len(ditaruh) == 1


def test_a_file_chosen_before_the_case_has_come_is_taken(buka, loket):
    halaman = buka()
    tertahan = []
    halaman.context.route("**/api/usulan/u-1", lambda rute: tertahan.append(rute), times=1)
    halaman.reload()
    while not tertahan:
        halaman.wait_for_timeout(50)
    pdf = {"name": "skp.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 asli"}
    halaman.locator(".unggah input[multiple]").set_input_files(pdf)
    tertahan[0].fulfill(json=USULAN)
    expect(halaman.locator("#kabar")).to_contain_text("Diterima")


def luringkan(halaman):
    halaman.context.set_offline(True)
    halaman.get_by_role("button", name="Kirim sebagai PDF").click()
    expect(halaman.get_by_text("Menunggu sinyal.")).to_be_visible()
    expect(halaman.locator(".pindai")).to_be_hidden()


def test_photos_stay_until_the_receipt_of_their_pdf_and_more_may_be_added(buka, loket):
    halaman = buka()
    potret(halaman, 1)
    luringkan(halaman)
    assert halaman.evaluate(DRAF) == 1
    potret(halaman, 2)
    expect(halaman.locator(".pindai__ukuran")).to_contain_text("2 halaman")
    luringkan(halaman)
    halaman.context.set_offline(False)
    expect(halaman.locator("#kabar")).to_contain_text("Diterima", timeout=LAMBAT)
    assert len(pypdf.PdfReader(io.BytesIO(isi_pdf(loket))).pages) == 2
    assert halaman.evaluate(DRAF) == 0


def test_a_photo_added_while_the_others_were_on_their_way_stays(buka, loket):
    halaman = buka()
    potret(halaman, 1)
    luringkan(halaman)
    potret(halaman, 2)
    halaman.context.set_offline(False)
    expect(halaman.locator("#kabar")).to_contain_text("Diterima", timeout=LAMBAT)
    halaman.reload()
    expect(halaman.locator(".pindai__ukuran")).to_contain_text("2 halaman")


def test_photos_of_a_refused_pdf_come_back_with_the_reason(buka, loket):
    halaman = buka()
    potret(halaman, 1)
    loket.gagal["POST /api/berkas"] = [422]
    halaman.get_by_role("button", name="Kirim sebagai PDF").click()
    expect(halaman.get_by_text("Diminta uji: 422.")).to_be_visible()
    expect(halaman.locator(".pindai__ukuran")).to_contain_text("1 halaman")
    halaman.reload()
    expect(halaman.locator(".pindai__ukuran")).to_contain_text("1 halaman")
    assert len(pypdf.PdfReader(io.BytesIO(kirim(halaman, loket))).pages) == 1


def test_corners_move_by_keyboard_by_dragging_and_by_tapping(buka):
    halaman = buka()
    halaman.locator(".unggah input[capture]").set_input_files(foto(1))
    sudut = halaman.get_by_role("button", name=re.compile("^Sudut kiri atas"))
    tempat = lambda: (float(sudut.get_attribute("cx")), float(sudut.get_attribute("cy")))  # noqa: E731
    expect(sudut).to_be_visible(timeout=LAMBAT)
    awal = tempat()
    sudut.focus()
    halaman.keyboard.press("Shift+ArrowRight")
    halaman.keyboard.press("ArrowDown")
    assert tempat()[0] > awal[0] and tempat()[1] > awal[1]
    assert re.fullmatch(
        r"Sudut kiri atas, \d+ persen dari kiri, \d+ persen dari atas", sudut.get_attribute("aria-label")
    )
    kotak = sudut.bounding_box()
    assert min(kotak["width"], kotak["height"]) >= 47.5
    assert any(seret(halaman, sudut, 40, 30) for _ in range(4)), "the corner does not follow the finger"
    x, y = tengah(sudut)
    lama = tempat()
    halaman.touchscreen.tap(x - 30, y - 20)
    halaman.wait_for_timeout(200)
    assert tempat() != lama


def tengah(sudut) -> tuple[float, float]:
    kotak = sudut.bounding_box()
    return kotak["x"] + kotak["width"] / 2, kotak["y"] + kotak["height"] / 2


def seret(halaman, sudut, dx: float, dy: float) -> bool:
    """Drag a corner; False when it did not come along (on a slow machine the picture may still be settling)."""
    x, y = tengah(sudut)
    halaman.mouse.move(x, y)
    halaman.mouse.down()
    halaman.mouse.move(x + dx, y + dy, steps=4)
    halaman.mouse.up()
    halaman.wait_for_timeout(200)
    return abs(tengah(sudut)[0] - x - dx) < 3


def test_pages_are_turned_moved_retaken_and_dropped(buka, loket):
    halaman = buka()
    potret(halaman, 1)
    potret(halaman, 2)
    halaman.get_by_role("button", name="Putar halaman 1").click()
    expect(halaman.get_by_role("img", name="Hasil pindai halaman 1")).to_have_attribute("width", "1600", timeout=LAMBAT)
    halaman.get_by_role("button", name="Turun halaman 1").click()
    expect(halaman.get_by_role("img", name="Hasil pindai halaman 2")).to_have_attribute("width", "1600", timeout=LAMBAT)
    halaman.get_by_label("Foto ulang halaman 1").set_input_files(foto(3))
    halaman.get_by_role("button", name="Pakai seluruh foto").click()
    expect(halaman.get_by_role("img", name="Hasil pindai halaman 1")).to_be_visible(timeout=LAMBAT)
    halaman.get_by_role("button", name="Hapus halaman 1").click()
    expect(halaman.locator(".pindai__ukuran")).to_contain_text("1 halaman")
    (lembar,) = pypdf.PdfReader(io.BytesIO(kirim(halaman, loket))).pages
    assert lembar.mediabox[2] > lembar.mediabox[3]


@pytest.mark.parametrize(
    ("lain", "kata"), [({"kabur": 4}, "Tampak kabur"), ({"gelap": 0.75}, "Tampak gelap"), ({}, "")]
)
def test_a_blurred_or_dark_photo_is_advised_against_and_a_good_one_is_not(buka, lain, kata):
    halaman = buka()
    potret(halaman, 1, meja="kayu", **lain)
    cela = halaman.locator(".pindai__cela")
    if kata:
        expect(cela).to_contain_text(kata)
    else:
        expect(cela).to_be_hidden()


def test_a_picture_that_cannot_be_opened_is_refused_in_words(buka):
    halaman = buka()
    rusak = {"name": "IMG_1.heic", "mimeType": "image/heic", "buffer": b"\0\0\0\x18ftypheic" + b"x" * 99}
    halaman.locator(".unggah input[capture]").set_input_files(rusak)
    tolakan = halaman.get_by_role("alert").filter(has_text="Foto ini tidak dapat dibuka")
    expect(tolakan).to_be_visible()
    pdf = {"name": "skp.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 asli"}
    halaman.locator(".unggah input[multiple]").set_input_files(pdf)
    expect(halaman.locator("#kabar")).to_contain_text("Diterima")
    expect(tolakan).to_be_hidden()


@pytest.mark.parametrize(
    ("nama", "tipe", "isi"),
    [("skp.pdf", "application/pdf", b"%PDF-1.7 asli"), ("skp.tif", "image/tiff", b"II*\0 asli")],
)
def test_a_pdf_and_an_offices_tiff_pass_as_they_are(buka, loket, nama, tipe, isi):
    halaman = buka()
    halaman.locator(".unggah input[multiple]").set_input_files({"name": nama, "mimeType": tipe, "buffer": isi})
    expect(halaman.locator("#kabar")).to_contain_text("Diterima")
    assert isi_pdf(loket) == isi


def test_a_photo_too_large_for_the_server_is_made_smaller_on_the_phone(buka, loket):
    """What the refusal of 64 megapixels advises."""
    wadah = io.BytesIO()
    Image.open(io.BytesIO(buat(1).jpeg)).resize((6944, 9248)).save(wadah, "JPEG", quality=60)
    halaman = buka()
    halaman.locator(".unggah input[capture]").set_input_files(
        {"name": "IMG_64.jpg", "mimeType": "image/jpeg", "buffer": wadah.getvalue()}
    )
    expect(halaman.get_by_text("Kertas ditemukan.")).to_be_visible(timeout=LAMBAT)
    halaman.get_by_role("button", name="Pakai", exact=True).click()
    expect(halaman.get_by_role("button", name="Kirim sebagai PDF")).to_be_visible(timeout=LAMBAT)
    assert len(kirim(halaman, loket)) < 1_000_000


@pytest.mark.parametrize("lebar", [320, 1280])
def test_the_scanner_is_sound_for_everybody(buka, lebar, tmp_path):
    halaman = buka(lebar)
    potret(halaman, 1)
    for sedang in ("daftar", "atur"):
        if sedang == "atur":
            halaman.get_by_role("button", name="Atur sudut halaman 1").click()
            expect(halaman.get_by_text("Kertas ditemukan.")).to_be_visible()
        temuan = Axe().run(halaman, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]})
        assert [(t["id"], t["nodes"][0]["html"][:120]) for t in temuan.response["violations"]] == []
        assert halaman.evaluate(LAYAK)
        halaman.screenshot(path=tmp_path / f"{sedang}-{lebar}.png", full_page=True)


CARI = """async (b64) => {
  const folder = document.querySelector('script[src*="/js/"]').src.split('/js/')[0];
  const g = await import(`${folder}/components/pindai/gambar.mjs`);
  return g.cariKertas(await g.buka(new Blob([Uint8Array.from(atob(b64), (c) => c.charCodeAt(0))])));
}"""


def cari(halaman, jpeg):
    return halaman.evaluate(CARI, base64.b64encode(jpeg).decode())


@pytest.fixture(scope="module")
def laman(peramban, situs):
    loket = Loket(situs)
    halaman = peramban.new_page()
    halaman.goto(loket.alamat + "/antrean-berkas/")
    yield halaman
    halaman.close()
    loket.tutup()


@pytest.mark.parametrize("benih", [2])
@pytest.mark.parametrize("keadaan", [k for k in KEADAAN if k != "dua lembar"])
def test_the_corners_lie_within_a_hundredth_of_the_diagonal(laman, keadaan, benih):
    f = buat(benih, **KEADAAN[keadaan])
    hasil = cari(laman, f.jpeg)
    jauh = [((x - u) * LEBAR, (y - v) * TINGGI) for (x, y), (u, v) in zip(hasil["sudut"], f.sudut, strict=True)]
    assert hasil["yakin"] >= 0.8
    assert max((x**2 + y**2) ** 0.5 for x, y in jauh) < 0.01 * (LEBAR**2 + TINGGI**2) ** 0.5


def test_on_a_second_sheet_nothing_of_the_paper_is_cut_off(laman):
    f = buat(3, **KEADAAN["dua lembar"])
    sudut = cari(laman, f.jpeg)["sudut"]
    luar = [(u - x) * sx >= -0.01 and (v - y) * sy >= -0.01 for (x, y), (u, v), (sx, sy) in zip(
        sudut, f.sudut, [(1, 1), (-1, 1), (-1, -1), (1, -1)], strict=True)]  # fmt: skip
    assert all(luar)


def test_an_empty_desk_holds_no_paper(laman):
    isi = io.BytesIO()
    Image.effect_noise((900, 1200), 30).convert("RGB").save(isi, "JPEG")
    hasil = cari(laman, isi.getvalue())
    assert hasil["yakin"] < 0.8
    assert hasil["sudut"] == [[0.04, 0.04], [0.96, 0.04], [0.96, 0.96], [0.04, 0.96]]
