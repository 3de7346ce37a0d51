"""The door and one's own account, on a phone, against the real counters."""

from __future__ import annotations

import re
import threading

import pyotp
import pytest
from alat_kantor import ORANG, SANDI, TOTP, Peramban, buat_kantor, nip
from app import app
from chalicelib import wiring
from chalicelib.actions import demo
from chalicelib.edge.server import buat_server, gabung
from chalicelib.edge.wsgi import WsgiApp
from playwright.sync_api import expect

BARU = "kalimat baru yang panjang"


def nomor(siapa: str) -> str:
    return nip(list(ORANG).index(siapa))


@pytest.fixture
def kantor(monkeypatch):
    kantor = buat_kantor(demo=True)
    monkeypatch.setattr(wiring, "kantor", lambda: kantor)
    return kantor


@pytest.fixture
def alamat(kantor, situs):
    server = buat_server(gabung(app, kantor.setelan, folder=situs, penyimpanan=""), alamat="127.0.0.1", pintu=0)
    utas = threading.Thread(target=server.run, daemon=True)
    utas.start()
    yield f"http://localhost:{server.effective_port}"
    server.close()
    utas.join(10)


@pytest.fixture
def ponsel(peramban, alamat):
    """A new phone at each call; what its browser had to stop or could not run fails the test."""
    keluhan: list[str] = []

    def baru():
        konteks = peramban.new_context(
            base_url=alamat, viewport={"width": 360, "height": 740}, locale="id-ID", service_workers="block"
        )
        halaman = konteks.new_page()
        halaman.on("pageerror", lambda galat: keluhan.append(str(galat)))
        halaman.on("console", lambda kata: keluhan.append(kata.text) if "Content Security" in kata.text else None)
        return halaman

    yield baru
    for konteks in peramban.contexts:
        konteks.close()
    assert keluhan == []


def masuk(halaman, siapa, sandi=SANDI, url="/masuk/"):
    halaman.goto(url)
    halaman.get_by_label("NIP").fill(nomor(siapa))
    halaman.get_by_label("Kata sandi", exact=True).fill(sandi)
    halaman.get_by_role("button", name="Masuk").click()


def beri_kode(halaman, kode):
    halaman.get_by_label("Kode").fill(kode)
    halaman.get_by_role("button", name="Lanjut").click()


def sampai(halaman, nama):
    expect(halaman.get_by_role("heading", level=1, name=nama)).to_be_visible()


def kode_di_telepon(kantor) -> str:
    """The newest code in the demo's message log, as an administrator of the demo sees it."""
    isi = Peramban(WsgiApp(app)).masuk("admi", kantor).kirim("GET", "/kabar?keadaan=antre").isi["isi"]
    return next(cocok[1] for k in isi if (cocok := re.search(r"Kode SIKAP Anda: (\d{6})", k["isi"])))


def test_a_pns_signs_in_and_out_and_leaves_nothing_behind(ponsel):
    halaman = ponsel()
    masuk(halaman, "karno")
    sampai(halaman, "SOEKARJONO")
    halaman.get_by_role("link", name="Akun").click()
    expect(halaman.get_by_text("berakhir dengan 890")).to_be_visible()
    halaman.get_by_role("button", name="Keluar", exact=True).click()
    expect(halaman.get_by_text("Anda sudah keluar.")).to_be_visible()
    assert halaman.evaluate("() => localStorage.length") == 0
    halaman.goto("/beranda/")
    sampai(halaman, "Masuk")


def test_a_wrong_password_is_said_without_saying_which_was_wrong(ponsel):
    halaman = ponsel()
    masuk(halaman, "karno", "bukan ini")
    expect(halaman.get_by_role("alert")).to_be_focused()
    kata = halaman.get_by_role("alert").inner_text()
    masuk(halaman, "karno", "juga bukan")
    expect(halaman.get_by_role("alert")).to_contain_text(kata.splitlines()[0])


def test_an_officer_gives_a_code_as_well(ponsel, kantor):
    halaman = ponsel()
    masuk(halaman, "vera")
    sampai(halaman, "Masukkan kode pengaman")
    beri_kode(halaman, "000000")
    expect(halaman.get_by_role("alert")).to_be_focused()
    beri_kode(halaman, pyotp.TOTP(TOTP).at(kantor.jam()))
    sampai(halaman, "VERAWATI")


def test_signing_in_leads_back_to_where_one_wanted_to_go(ponsel):
    halaman = ponsel()
    halaman.goto("/akun/")
    sampai(halaman, "Masuk")
    assert halaman.url.endswith("/masuk/?kembali=%2Fakun%2F")
    masuk(halaman, "karno", url=halaman.url)
    sampai(halaman, "Akun dan keamanan")


def test_a_forgotten_password_is_replaced_with_the_code_from_the_phone(ponsel, kantor):
    halaman = ponsel()
    halaman.goto("/lupa-sandi/")
    halaman.get_by_role("textbox", name="NIP").fill(nomor("karno"))
    halaman.get_by_role("button", name="Kirim kode").click()
    expect(halaman.get_by_role("heading", name="Masukkan kode dan buat kata sandi")).to_be_focused()
    halaman.get_by_label("Kode").fill(kode_di_telepon(kantor))
    halaman.get_by_label("Kata sandi baru", exact=True).fill("pendek")
    halaman.get_by_role("button", name="Simpan kata sandi baru").click()
    expect(halaman.get_by_role("alert")).to_contain_text("paling sedikit 10")
    halaman.get_by_label("Kata sandi baru", exact=True).fill(BARU)
    halaman.get_by_role("button", name="Simpan kata sandi baru").click()
    sampai(halaman, "SOEKARJONO")


def test_another_device_can_be_sent_out(ponsel):
    satu, dua = ponsel(), ponsel()
    masuk(satu, "karno")
    sampai(satu, "SOEKARJONO")
    masuk(dua, "karno")
    sampai(dua, "SOEKARJONO")
    dua.goto("/akun/")
    dua.get_by_role("button", name=re.compile("^Keluarkan Chrome")).click()
    expect(dua.locator("#kabar")).to_contain_text("sudah dikeluarkan")
    satu.reload()
    sampai(satu, "Masuk")


def test_a_second_factor_is_set_up_and_its_recovery_codes_are_shown_once(ponsel, kantor):
    halaman = ponsel()
    masuk(halaman, "karno")
    sampai(halaman, "SOEKARJONO")
    halaman.goto("/akun/")
    halaman.get_by_role("button", name="Pasang kode pengaman").click()
    expect(halaman.get_by_role("img", name=re.compile("Kode QR"))).to_be_visible()
    rahasia = halaman.locator("#totp-rahasia").inner_text().replace(" ", "")
    halaman.get_by_label("Kode", exact=True).first.fill(pyotp.TOTP(rahasia).at(kantor.jam()))
    halaman.get_by_role("button", name="Pasang", exact=True).click()
    expect(halaman.get_by_role("heading", name="Simpan kode pemulihan ini")).to_be_focused()
    assert halaman.locator("#totp-daftar li").count() >= 8
    halaman.get_by_role("button", name="Sudah saya simpan").click()
    expect(halaman.get_by_text("Terpasang.")).to_be_visible()


def test_the_password_is_changed_with_the_old_one(ponsel):
    halaman = ponsel()
    masuk(halaman, "karno")
    sampai(halaman, "SOEKARJONO")
    halaman.goto("/akun/")
    halaman.get_by_text("Ganti kata sandi", exact=True).click()
    halaman.get_by_label("Kata sandi sekarang", exact=True).fill("bukan ini")
    halaman.get_by_label("Kata sandi baru", exact=True).fill(BARU)
    halaman.get_by_role("button", name="Simpan kata sandi").click()
    expect(halaman.get_by_role("alert")).to_be_visible()
    halaman.get_by_label("Kata sandi sekarang", exact=True).fill(SANDI)
    halaman.get_by_role("button", name="Simpan kata sandi").click()
    expect(halaman.locator("#kabar")).to_contain_text("Kata sandi sudah diganti.")


def test_a_new_number_is_confirmed_from_the_old_one(ponsel, kantor):
    halaman = ponsel()
    masuk(halaman, "karno")
    sampai(halaman, "SOEKARJONO")
    halaman.goto("/akun/")
    halaman.get_by_text("Ganti nomor telepon", exact=True).click()
    halaman.get_by_label("Nomor telepon baru").fill("0813 9876 5432")
    halaman.get_by_role("button", name="Kirim kode").click()
    expect(halaman.locator("#kode-telepon")).to_be_focused()
    halaman.locator("#kode-telepon").fill(kode_di_telepon(kantor))
    halaman.get_by_role("button", name="Simpan nomor baru").click()
    expect(halaman.get_by_text("berakhir dengan 432")).to_be_visible()


def test_the_demo_offers_its_accounts_and_the_code_of_this_moment(ponsel, kantor):
    orang = {"nip": nomor("vera"), "sandi": SANDI, "peran": "Verifikator BKPSDM", "nama": "VERAWATI", "totp": TOTP}
    demo.catat(kantor, [orang])
    halaman = ponsel()
    halaman.goto("/masuk/")
    halaman.get_by_role("button", name="Verifikator BKPSDM: VERAWATI").click()
    halaman.get_by_role("button", name="Masuk", exact=True).click()
    sampai(halaman, "Masukkan kode pengaman")
    halaman.get_by_role("button", name="Verifikator BKPSDM: VERAWATI").click()
    halaman.get_by_role("button", name="Lanjut").click()
    sampai(halaman, "VERAWATI")


def test_elsewhere_no_demo_is_shown(ponsel, kantor):
    halaman = ponsel()
    halaman.goto("/masuk/", wait_until="networkidle")
    expect(halaman.locator("#demo")).to_be_hidden()


def test_a_page_without_its_script_says_so_and_stays(ponsel):
    h = ponsel()
    h.route("**/pages/masuk.mjs", lambda r: r.abort())
    h.goto("/masuk/")
    expect(h.get_by_text("Halaman ini belum selesai dimuat.")).to_be_visible()

    h.get_by_label("NIP").fill(nomor("karno"))
    h.get_by_label("Kata sandi", exact=True).fill(SANDI)
    h.get_by_role("button", name="Masuk").click()
    assert h.url.endswith("/masuk/")
    expect(h.get_by_label("NIP")).not_to_have_value("")

    h.unroute("**/pages/masuk.mjs")
    h.get_by_role("link", name="muat ulang").click()
    expect(h.locator("#belum-siap")).to_have_count(0)
