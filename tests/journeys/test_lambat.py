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
VERIFIKATOR = "() => localStorage.setItem('sikap-saya', JSON.stringify({...JSON.parse(localStorage.getItem('sikap-saya')), peran: ['verifikator']}))"
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


def verifikator(orang) -> Page:
    """A page that takes the one who signed in for a verifikator: the code of a real one can be used once only."""
    halaman = orang("tini")
    halaman.evaluate(VERIFIKATOR)
    return halaman


def tulisan(judul: str) -> dict:
    """One verdict of the rules with this heading."""
    return {"isi": [{"judul": judul, "temuan": [], "alasan": []}], "saran": "REGULER"}


def baris_nip(nama: str, boleh: str) -> dict:
    return {"id": nama, "nama": nama, "angka": "1", "versi": 1, "sejak": "2026-01-01", boleh: True}


def test_a_button_that_acts_does_so_once_however_often_it_is_pressed(orang):
    vera = verifikator(orang)
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


def test_a_late_verdict_is_not_shown_under_another_date(orang):
    karno = orang("karno")
    tetap(karno, "**/api/periode", PERIODE)
    tahan = Tahan(karno, "**/kelayakan?**")
    karno.goto("/pegawai/?id=karno")
    tahan.jawab(tulisan("April"))
    pilih = karno.get_by_label("Berlaku mulai (TMT)")
    pilih.select_option("2027-06-01")
    tahan.tunggu(2)
    assert karno.locator("#syarat").get_attribute("aria-busy") == "true", "the old one stands under a new date"
    pilih.select_option("2027-08-01")
    tahan.tunggu(3)
    tahan.jawab(tulisan("Agustus"), 2)
    tahan.jawab(tulisan("Juni"), 1)
    expect(karno.locator("#syarat h3")).to_have_text("Agustus")


def test_rows_of_one_list_do_not_stand_under_the_name_of_another(orang):
    tini = orang("tini")
    tahan = Tahan(tini, "**/api/nip-meleset?**")
    tini.goto("/nip-meleset/")
    tahan.jawab({"isi": [baris_nip("ANI", "boleh_betulkan")], "kursor": "k"})
    tini.get_by_label("Tampilkan").select_option("true")
    tahan.tunggu(2)
    expect(tini.get_by_role("button", name="Muat lagi")).to_be_hidden()
    assert tini.locator("#daftar").get_attribute("aria-busy") == "true"
    tahan.jawab({"isi": [baris_nip("BUDI", "boleh_pulih")], "kursor": "k"})
    assert tini.locator("#daftar h2").all_inner_texts() == ["BUDI"]
    tini.get_by_role("button", name="Muat lagi").click()
    tahan.tunggu(3)
    tahan.jawab({"detail": "Layanan sedang sibuk."}, status=503)
    expect(tini.locator("#kabar")).to_contain_text("Layanan sedang sibuk.")
    assert tini.locator("#daftar h2").all_inner_texts() == ["BUDI"], "what has come stays"


def test_a_file_chosen_before_the_case_has_come_is_sent(orang):
    karno = orang("karno")
    kasus = orang("tini").evaluate(BUAT_USULAN)
    tahan = Tahan(karno, f"**/api/usulan/{kasus}")
    karno.goto(f"/usulan/unggah/?id={kasus}&slot=sk-kp")
    tahan.tunggu()
    karno.locator("#berkas").set_input_files({"name": "sk.pdf", "mimeType": "application/pdf", "buffer": jujur()})
    tahan.ditahan[0].continue_()
    karno.unroute(f"**/api/usulan/{kasus}")
    expect(karno.locator("#kabar")).to_contain_text("Diterima")

    karno.goto(f"/usulan/unggah/?id={kasus}&slot=tidak-ada")
    karno.wait_for_url(f"**/usulan/lihat/?id={kasus}")
    tetap(karno, f"**/api/usulan/{kasus}", {"detail": "Layanan sedang sibuk."}, 503)
    karno.goto(f"/usulan/unggah/?id={kasus}&slot=sk-kp")
    expect(karno.get_by_role("alert")).to_contain_text("Layanan sedang sibuk.")
    expect(karno.locator(".unggah")).to_be_hidden()


def butir(slot: str, putusan: str | None = None) -> dict:
    return {"slot": slot, "label": slot, "isyarat": [], "putusan": putusan, "wajib": True, "keadaan": "", "catatan": ""}


def test_who_has_gone_on_to_the_next_document_keeps_what_he_chose_there(orang):
    vera = verifikator(orang)
    kasus = {"pegawai": {"nama": "KARNO"}, "aksi": [{"aksi": "nyatakan_ms"}], "versi": 1}
    tetap(vera, "**/api/usulan/x", kasus | {"butir": [butir("satu"), butir("dua"), butir("tiga")]})
    tahan = Tahan(vera, "**/api/usulan/x/pemeriksaan")
    vera.goto("/periksa/?id=x")
    vera.get_by_label("Terima", exact=True).check()
    vera.get_by_role("button", name="Simpan dan lanjut").click()
    tahan.tunggu()
    vera.get_by_role("button", name="Berikutnya").click()
    vera.get_by_label("Kembalikan", exact=True).check()
    vera.get_by_label("Catatan untuk PNS").fill("Halaman dua tidak terbaca")
    tahan.jawab(kasus | {"versi": 2, "butir": [butir("satu", "terima"), butir("dua"), butir("tiga")]})
    expect(vera.locator("#kemajuan")).to_contain_text("2 berkas")
    expect(vera.locator("#berkas-judul")).to_have_text("dua")
    expect(vera.get_by_label("Catatan untuk PNS")).to_have_value("Halaman dua tidak terbaca")


def test_what_was_previewed_is_what_is_done_for_many(orang):
    tini = orang("tini")
    usulan = [{"id": i, "versi": 1, "pegawai": {"nama": i}, "nomor": i} for i in ("A", "B")]
    tetap(tini, "**/api/usulan?**", {"isi": usulan, "kursor": None})
    tahan = Tahan(tini, "**/api/kolektif/pengusulan")
    tini.goto("/usulan/?status=draf")
    tini.get_by_label("Pilih A").check()
    tini.get_by_label("Nomor surat pengantar").fill("1/2026")
    tini.get_by_label("Tanggal surat pengantar").fill("1 April 2026")
    tini.get_by_role("button", name="Lihat pratinjau").click()
    tahan.tunggu()
    tini.get_by_label("Pilih B").check()
    tahan.jawab({"hasil": [{"nama": "A", "nomor": "A", "pesan": "Siap"}], "berhasil": 1, "uji": True})
    tini.get_by_role("button", name="Kerjakan 1 usulan").click()
    tahan.tunggu(2)
    assert json.loads(tahan.ditahan[1].request.post_data)["usulan"] == [{"id": "A", "versi": 1}]


def test_who_goes_back_while_the_rules_are_asked_stays_there(orang):
    karno = orang("karno")
    tahan = Tahan(karno, "**/api/publik/kelayakan")
    karno.goto("/cek-syarat/")
    karno.get_by_role("button", name="Mulai").click()
    for _ in range(9):
        karno.evaluate(TAK_TAHU)
        karno.wait_for_timeout(100)
    lama = karno.locator("[data-tanya]:visible").get_attribute("data-tanya")
    karno.get_by_role("button", name="Kembali").click()
    expect(karno.locator(f"[data-tanya={lama}]")).to_be_hidden()
    di = karno.locator("[data-tanya]:visible").get_attribute("data-tanya")
    tahan.jawab(tulisan("Reguler"))
    assert karno.locator("[data-tanya]:visible").get_attribute("data-tanya") == di


def masuk_sebagai(halaman: Page, siapa: str) -> None:
    """Sign in on this page, which is the door."""
    halaman.get_by_label("NIP").fill(nip(list(ORANG).index(siapa)))
    halaman.get_by_label("Kata sandi", exact=True).fill(SANDI)
    halaman.get_by_role("button", name="Masuk").click()
    expect(halaman.get_by_role("heading", level=1)).to_contain_text(ORANG[siapa][0])


def test_a_session_that_ended_takes_nothing_that_was_typed(orang):
    tini = orang("tini")
    tini.goto("/usulan/buat/?pegawai=karno")
    pilih = tini.get_by_label("Jenis kenaikan pangkat")
    pilih.select_option("FUNGSIONAL")
    tini.context.clear_cookies()
    tini.get_by_role("button", name="Lanjut").click()
    with tini.context.expect_page() as baru:
        tini.get_by_role("button", name="Masuk lagi di tab baru").click()
    masuk_sebagai(baru.value, "tini")
    baru.value.close()
    expect(pilih).to_have_value("FUNGSIONAL")
    with tini.expect_response(lambda j: j.request.method == "POST" and j.url.endswith("/api/usulan")) as jawab:
        tini.get_by_role("button", name="Lanjut").click()
    assert jawab.value.status != 401


def test_a_page_of_one_person_does_not_stay_when_another_signs_in(orang):
    karno = orang("karno")
    karno.goto("/pegawai/")
    expect(karno.get_by_role("heading", level=1)).to_have_text("SOEKARJONO")
    lain = karno.context.new_page()
    lain.goto("/masuk/")
    masuk_sebagai(lain, "paimin")
    expect(karno.get_by_role("heading", level=1)).to_have_text("PAIMIN")
    lain.goto("/akun/")
    lain.get_by_role("button", name="Keluar", exact=True).click()
    karno.wait_for_url("**/masuk/**")


def test_the_list_of_an_office_does_not_wait_for_its_counts(orang):
    vera = verifikator(orang)
    tetap(vera, "**/api/unit?**", {"isi": [{"id": "rsud", "nama": "RSUD"}], "kursor": None})
    tetap(vera, "**/api/ramalan?**", KOSONG)
    tetap(vera, "**/api/ramalan-hitungan?", {"ringkas": "", "kemajuan": "", "periode": [], "janggal": [], "kurang": []})
    vera.goto("/perencanaan/")
    expect(vera.get_by_text("Tidak ada orang dalam daftar ini.")).to_be_visible()
    tetap(vera, "**/api/ramalan-hitungan?opd=**", {"detail": "Layanan sedang sibuk."}, 503)
    with vera.expect_request("**/api/ramalan?opd=rsud"):
        vera.get_by_label("OPD").select_option("rsud")
    expect(vera.get_by_role("alert")).to_contain_text("Layanan sedang sibuk.")


def test_the_way_on_after_a_conflict_loads_the_page_anew(orang):
    tini = orang("tini")
    kirim = Tahan(tini, "**/api/usulan", lambda r: r.request.method == "POST")
    tini.goto("/usulan/buat/?pegawai=karno")
    tini.get_by_role("button", name="Lanjut").click()
    kirim.jawab({"detail": "Data ini baru saja diubah.", "kode": "bentrok"}, status=409)
    with tini.expect_navigation():
        tini.get_by_role("button", name="Muat ulang").click()
