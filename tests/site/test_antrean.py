"""Files on their way, in a real browser: nothing is lost before its receipt, nothing arrives twice."""

from __future__ import annotations

import hashlib
import threading

import pytest
from alat_loket import Loket
from playwright.sync_api import expect

ISI = b"%PDF-1.7 " + b"SKP 2025 " * 2000
SIDIK = hashlib.sha256(ISI).hexdigest()
TARUH = """async ([isi, slot, usulan]) => {
  const folder = document.querySelector('script[src*="/js/"]').src.split('/js/')[0];
  const {unggahBerkas} = await import(`${folder}/js/berkas.mjs`);
  const bita = Uint8Array.from(atob(isi), (c) => c.charCodeAt(0));
  return unggahBerkas(new File([bita], 'SKP 2025.pdf'), {pegawai: 'pegawai-1', slot, usulan}).catch((g) => `${g.message} ${g.petunjuk}`);
}"""

SIAP = """async (url) => {
  await navigator.serviceWorker.ready;
  while (!(await caches.match(url))) await new Promise((lanjut) => setTimeout(lanjut, 50));
}"""
"""Wait until the worker keeps this page."""


@pytest.fixture
def loket(situs):
    loket = Loket(situs)
    yield loket
    loket.tutup()


@pytest.fixture
def buka(playwright, chromium, loket, tmp_path):
    """Open (or open again, after closing) the same browser profile on a page of the site, with its worker ready."""
    konteks = []

    def bukalah(url="/antrean-berkas/", luring=False):
        for lama in konteks:
            lama.close()
        konteks[:] = [playwright.chromium.launch_persistent_context(
            tmp_path / "profil", executable_path=chromium, args=["--no-sandbox"], locale="id-ID"
        )]  # fmt: skip
        konteks[0].set_offline(luring)
        halaman = konteks[0].pages[0]
        halaman.goto(loket.alamat + url)
        if not luring:
            halaman.evaluate(SIAP, url)
        return halaman

    yield bukalah
    for lama in konteks:
        lama.close()


def taruh(halaman, isi=ISI, slot="skp-2025", usulan=None):
    import base64

    return halaman.evaluate(TARUH, [base64.b64encode(isi).decode(), slot, usulan])


def tiba(halaman, loket):
    expect(halaman.get_by_text("Semua berkas sudah terkirim.")).to_be_visible(timeout=20_000)
    assert list(loket.resi.values()) == [SIDIK]


def test_a_file_arrives_byte_for_byte(buka, loket):
    halaman = buka()
    taruh(halaman)
    tiba(halaman, loket)


@pytest.mark.parametrize(
    ("di", "status"),
    [
        ("POST /api/berkas", [503, 0]),
        ("POST /api/berkas", [409]),
        ("PUT", [0]),
        ("PUT", [403]),
        ("PUT", [500]),
        (f"POST /api/berkas/{SIDIK[:12]}/penerimaan", [503]),
        (f"POST /api/berkas/{SIDIK[:12]}/penerimaan", [0]),
    ],
)
def test_a_broken_step_is_taken_again_and_one_document_arrives(buka, loket, di, status):
    loket.gagal[di] = list(status)
    halaman = buka()
    taruh(halaman)
    tiba(halaman, loket)
    assert loket.panggilan[di] == len(status) + 1


def test_a_file_chosen_without_signal_survives_reload_and_goes_when_signal_returns(buka, loket):
    halaman = buka()
    halaman.context.set_offline(True)
    taruh(halaman)
    expect(halaman.get_by_text("Menunggu sinyal", exact=True)).to_be_visible()
    expect(halaman.locator("#antrean")).to_contain_text("1 berkas menunggu dikirim")
    halaman.reload()
    expect(halaman.get_by_text("SKP 2025.pdf")).to_be_visible()
    expect(halaman.locator("#luring")).to_be_visible()
    halaman.context.set_offline(False)
    tiba(halaman, loket)


def test_a_file_survives_the_death_of_the_browser(buka, loket):
    halaman = buka()
    halaman.context.set_offline(True)
    taruh(halaman)
    expect(halaman.get_by_text("Menunggu sinyal", exact=True)).to_be_visible()
    tiba(buka(), loket)


@pytest.mark.parametrize("di", ["GET /api/saya", "POST /api/berkas"])
def test_an_expired_session_keeps_the_file_and_asks_to_sign_in(buka, loket, di):
    halaman = buka()
    loket.gagal[di] = [401]
    taruh(halaman)
    expect(halaman.get_by_text("Perlu masuk lagi", exact=True)).to_be_visible()
    expect(halaman.locator("#antrean")).to_contain_text("menunggu Anda masuk lagi")
    assert loket.resi == {}
    halaman.get_by_role("button", name="Kirim sekarang").click()
    tiba(halaman, loket)


def test_a_refused_file_stays_with_its_reason_until_it_is_dropped(buka, loket):
    loket.gagal["POST /api/berkas"] = [422]
    halaman = buka()
    taruh(halaman)
    expect(halaman.get_by_text("Diminta uji: 422.")).to_be_visible()
    halaman.get_by_role("button", name="Hapus SKP 2025.pdf").click()
    halaman.get_by_role("dialog").get_by_role("button", name="Hapus").click()
    expect(halaman.get_by_text("Semua berkas sudah terkirim.")).to_be_visible()


def test_another_person_on_the_same_phone_neither_sees_nor_sends_it(buka, loket):
    halaman = buka()
    halaman.context.set_offline(True)
    taruh(halaman)
    loket.saya["id"] = "orang-lain"
    halaman.evaluate("() => localStorage.removeItem('sikap-saya')")
    halaman.context.set_offline(False)
    halaman.reload()
    expect(halaman.get_by_text("Semua berkas sudah terkirim.")).to_be_visible()
    assert loket.resi == {}


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        (b"", "Berkas ini kosong."),
        (b"MZ tiada", "Berkas harus PDF atau foto"),
        (b"%PDF" + b"x" * 5_000_000, "Paling besar 5 MB"),
    ],
)
def test_what_cannot_be_taken_is_refused_before_it_is_sent(buka, loket, isi, kata):
    assert kata in taruh(buka(), isi)
    assert loket.panggilan["POST /api/berkas"] == 0


def test_the_site_opens_without_signal(buka):
    halaman = buka("/")
    halaman.reload()
    halaman.context.set_offline(True)
    halaman.goto(halaman.url)
    expect(halaman.get_by_role("heading", level=1)).to_have_text("Kenaikan pangkat PNS")
    halaman.goto(halaman.url + "tiada/")
    expect(halaman.get_by_role("heading", level=1)).to_have_text("Tidak ada sambungan")


def test_the_worker_sends_it_with_no_page_open(buka, loket):
    halaman = buka()
    halaman.context.set_offline(True)
    taruh(halaman)
    expect(halaman.get_by_text("Menunggu sinyal", exact=True)).to_be_visible()
    halaman.evaluate(
        "async () => { while (!(await (await navigator.serviceWorker.ready).sync.getTags()).includes('kirim')); }"
    )
    halaman.goto("about:blank")
    halaman.context.set_offline(False)
    tunggu = threading.Event()
    for _ in range(200):
        if loket.resi or tunggu.wait(0.1):
            break
    assert list(loket.resi.values()) == [SIDIK]


@pytest.fixture
def macet(buka):
    """A page whose first upload hangs: its request, to be let go, is the only one in the list."""
    halaman, tertahan = buka(), []

    def tahan(rute):
        if tertahan or rute.request.method != "PUT":
            return rute.fallback()
        return tertahan.append(rute)

    halaman.context.route("**/simpanan/*", tahan)
    taruh(halaman, b"%PDF-1.7 salah pilih")
    while not tertahan:
        halaman.wait_for_timeout(50)
    return halaman, tertahan[0]


def test_a_file_replaced_while_it_was_being_sent_does_not_come_back(macet, loket):
    halaman, rute = macet
    taruh(halaman)
    rute.abort()
    tiba(halaman, loket)


@pytest.mark.parametrize("putus", [True, False])
def test_a_file_dropped_while_it_was_being_sent_does_not_come_back(macet, loket, putus):
    halaman, rute = macet
    halaman.get_by_role("button", name="Hapus SKP 2025.pdf").click()
    halaman.get_by_role("dialog").get_by_role("button", name="Hapus").click()
    expect(halaman.get_by_text("Semua berkas sudah terkirim.")).to_be_visible()
    _ = rute.abort() if putus else rute.continue_()
    halaman.wait_for_timeout(3000)
    expect(halaman.get_by_text("Semua berkas sudah terkirim.")).to_be_visible()
    assert loket.resi == {}


def test_what_replaces_a_documents_file_on_its_way_to_a_case_goes_there_too(buka, loket):
    halaman = buka()
    halaman.context.set_offline(True)
    taruh(halaman, b"%PDF-1.7 untuk usulan", usulan="u-9")
    taruh(halaman)
    halaman.context.set_offline(False)
    tiba(halaman, loket)
    assert loket.dipasang == [f"/api/usulan/u-9/berkas/skp-2025 {SIDIK[:12]}"]
