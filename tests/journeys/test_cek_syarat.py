"""The public requirement checker in the running product: nobody signs in, the rules ask what they miss, the sheet is printed, nothing stays."""

from __future__ import annotations

import re
from pathlib import Path

import alat_produk
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
AWAL = {
    "golongan Anda sekarang": "III/b, Penata Muda Tingkat I", "pernah naik pangkat": "Ya, pernah", "Pendidikan apa": "S-1",
    "ijazah lebih tinggi": "Tidak",
}  # fmt: skip
UMUM = {
    "keadaan kepegawaian": "Aktif bekerja", "hukuman disiplin": "Tidak", "cuti di luar": "Tidak pernah", "Kapan Anda lahir": "3/2/1988",
    "sedang diusulkan": "Tidak",
}  # fmt: skip
GURU = AWAL | UMUM | {
    "Apa jabatan": "Guru", "golongan itu berlaku": "1 April 2023", r"kinerja Anda tahun \d": "Baik", "jenjang jabatan": "Ahli Muda",
    "penetapan angka kredit": "Ya", "Berapa angka kredit": "60,5|31/12/2025", "lulus uji kompetensi untuk": "Ya, lulus",
    "Kapan Anda lulus uji": "1 Mei 2026",
}  # fmt: skip
PELAKSANA = AWAL | UMUM | {
    "Apa jabatan": "Pelaksana (staf, pengadministrasi, pengelola data)", "golongan itu berlaku": "1/6/2022",
    r"kinerja Anda tahun \d": "Saya tidak tahu",
}  # fmt: skip


@pytest.fixture(scope="module")
def produk(situs, tmp_path_factory):
    """On SQLite alone: the counter asks no records."""
    with alat_produk.jalankan(tmp_path_factory.mktemp("cek"), situs) as produk:
        yield produk


@pytest.fixture
def tamu(peramban, produk):
    """A phone of somebody who never signed in; what its browser had to stop fails the test, and so does a fact in an address."""
    konteks = peramban.new_context(base_url=produk.alamat, viewport={"width": 360, "height": 740}, locale="id-ID")
    konteks.set_default_timeout(10_000)
    halaman, keluhan = konteks.new_page(), []
    halaman.on("pageerror", lambda galat: keluhan.append(str(galat)))
    halaman.on("console", lambda kata: "Content Security" in kata.text and keluhan.append(kata.text))
    halaman.on("request", lambda r: re.search(r"[?#]", r.url) and keluhan.append(r.url))
    yield halaman
    konteks.close()
    assert keluhan == []


def kini(halaman: Page):
    """The question on the page."""
    return halaman.locator("[data-tanya]:visible")


def isi(halaman: Page, jawaban: str) -> None:
    """Answer the question on the page as a person would."""
    bagian = kini(halaman)
    if bagian.get_by_role("radio").count():
        bagian.get_by_role("radio", name=jawaban, exact=True).check()
    elif bagian.get_by_role("combobox").count():
        bagian.get_by_role("combobox").select_option(label=jawaban)
    elif jawaban == "Saya tidak tahu":
        bagian.get_by_role("checkbox", name=jawaban).check()
    else:
        for kotak, kata in zip(bagian.get_by_role("textbox").all(), jawaban.split("|"), strict=True):
            kotak.fill(kata)


def lanjut(halaman: Page) -> None:
    """Press on, and wait for the next view."""
    tadi = halaman.title()
    kini(halaman).get_by_role("button", name="Lanjut").click()
    expect(halaman).not_to_have_title(tadi)


def jalani(halaman: Page, jawaban: dict[str, str], sampai: str = "") -> list[str]:
    """Answer everything up to the result (or the question with these words); what was asked, in order."""
    tanya: list[str] = []
    while kini(halaman).count():
        kata = kini(halaman).get_by_role("heading", level=2).inner_text()
        if sampai and sampai in kata:
            return tanya
        tanya.append(kata)
        isi(halaman, next(j for pola, j in jawaban.items() if re.search(pola, kata)))
        lanjut(halaman)
    return tanya


def mulai(halaman: Page) -> None:
    halaman.goto("/")
    halaman.get_by_role("link", name="Cek syarat tanpa masuk").click()
    halaman.get_by_role("button", name="Mulai").click()
    expect(kini(halaman)).to_have_count(1)


def sehat(halaman: Page) -> None:
    """No accessibility fault and no sideways scroll, on a small phone and on a desk."""
    for lebar in (320, 1280):
        halaman.set_viewport_size({"width": lebar, "height": 740})
        hasil = Axe().run(halaman, options=AXE)
        assert hasil.violations_count == 0, hasil.generate_report()
        assert halaman.evaluate("document.documentElement.scrollWidth") <= lebar
    halaman.set_viewport_size({"width": 360, "height": 740})


def test_a_teacher_in_iii_b_comes_to_a_printed_result(tamu, tmp_path: Path):
    mulai(tamu)
    sehat(tamu)
    tanya = jalani(tamu, GURU)
    assert len(tanya) == len(set(tanya)) == 18
    assert not [t for t in tanya if re.search("eselon|dilantik|ujian dinas|Diklat", t)], "only what such a person needs"
    kartu = tamu.locator("#syarat .kartu")
    expect(tamu.get_by_role("heading", name="Hasil")).to_be_focused()
    expect(kartu.get_by_role("heading", level=3)).to_have_text("Pilihan (jabatan fungsional) ke golongan III/c")
    expect(kartu).to_contain_text(re.compile(r"Anda dapat diusulkan ke golongan III/c untuk 1 \w+ 20\d\d\."))
    expect(kartu).to_contain_text(
        "Angka kredit 60,50 dari kebutuhan 50,00. Dasar: PermenPANRB 1/2023; PerBKN 3/2023", use_inner_text=True
    )
    expect(kartu).to_contain_text("Sertifikat uji kompetensi")
    expect(kartu).not_to_contain_text("Masa kerja golongan")
    sehat(tamu)

    tamu.emulate_media(media="print")
    for hilang in (
        tamu.get_by_role("button"),
        tamu.get_by_role("combobox"),
        tamu.locator("footer"),
        tamu.locator("header"),
    ):
        assert [u for u in hilang.all() if u.is_visible()] == []
    expect(kartu).to_be_visible()
    expect(tamu.locator("#jawaban")).to_contain_text("III/b, Penata Muda Tingkat I")
    assert tamu.pdf(path=tmp_path / "cek.pdf", format="A4")[:5] == b"%PDF-"


def test_a_pelaksana_who_does_not_know_his_ratings_is_told_what_is_missing_and_who_knows(tamu):
    mulai(tamu)
    jalani(tamu, PELAKSANA)
    kartu = tamu.locator("#syarat .kartu")
    expect(kartu).to_contain_text("Belum dapat dipastikan apakah Anda dapat diusulkan ke golongan III/c")
    belum = kartu.locator("li", has_text="Penilaian kinerja")
    expect(belum.first).to_contain_text("Yang dapat memperbaikinya: pengelola kepegawaian OPD.")
    expect(belum.first).to_contain_text("Dasar: PP 99/2000")
    expect(tamu.locator("#jawaban")).to_contain_text("Tidak tahu")


def test_the_first_date_is_found_and_the_answer_moves_with_the_date(tamu):
    mulai(tamu)
    jalani(tamu, PELAKSANA | {r"kinerja Anda tahun \d": "Baik", "golongan itu berlaku": "1/4/2024"})
    kartu = tamu.locator("#syarat .kartu")
    expect(tamu.get_by_label("Untuk TMT")).to_have_value("2028-04-01")
    expect(kartu).to_contain_text("untuk 1 April 2028")
    tamu.get_by_label("Untuk TMT").select_option("2028-03-01")
    expect(kartu).to_contain_text(
        "Anda belum dapat diusulkan ke golongan III/c untuk 1 Maret 2028. Paling cepat untuk 1 April 2028."
    )
    expect(kartu).to_contain_text("Syarat itu terpenuhi pada 1 April 2028.")
    expect(tamu.locator("#kabar")).to_have_text("Dihitung untuk 1 Maret 2028.")


def test_answers_survive_a_reload_and_going_back_and_are_gone_when_asked(tamu):
    mulai(tamu)
    jalani(tamu, GURU, sampai="pernah naik pangkat")
    tamu.reload()
    expect(kini(tamu)).to_contain_text("pernah naik pangkat")
    tamu.get_by_role("button", name="Kembali").click()
    expect(kini(tamu)).to_contain_text("golongan Anda sekarang")
    expect(kini(tamu).get_by_role("combobox")).to_have_value("III/b")
    tamu.go_back()
    expect(kini(tamu).get_by_role("radio", name="Guru", exact=True)).to_be_checked()
    assert tamu.url.endswith("/cek-syarat/")
    assert tamu.evaluate("() => [localStorage.length, sessionStorage.length]") == [0, 1]

    tamu.get_by_role("button", name="Hapus jawaban").click()
    expect(tamu.get_by_role("button", name="Mulai")).to_be_visible()
    assert tamu.evaluate("() => sessionStorage.length") == 0


def test_a_changed_answer_asks_again_only_what_it_made_necessary(tamu):
    mulai(tamu)
    jalani(tamu, PELAKSANA)
    tamu.locator(".rincian__baris", has_text="Jabatan").get_by_role("button", name="Ubah").click()
    isi(tamu, "Jabatan struktural (kepala seksi, lurah, camat, kepala bidang)")
    lanjut(tamu)
    baru = jalani(tamu, UMUM | {"Eselon": "IV.a", "definitif": "Ya, definitif", "dilantik": "1/2/2024"})
    assert [re.search("Eselon|definitif|dilantik", t)[0] for t in baru] == ["Eselon", "definitif", "dilantik"]
    expect(tamu.locator("#syarat .kartu h3")).to_have_text("Pilihan (jabatan struktural) ke golongan III/c")


def test_bad_input_is_summed_up_and_not_knowing_is_an_answer_everywhere(tamu):
    mulai(tamu)
    kini(tamu).get_by_role("button", name="Lanjut").click()
    expect(tamu.get_by_role("alert")).to_be_focused()
    expect(tamu.get_by_role("alert")).to_contain_text("Pilih satu jawaban.")
    jalani(tamu, GURU, sampai="golongan itu berlaku")
    kini(tamu).get_by_role("textbox").fill("31/2/2023")
    kini(tamu).get_by_role("button", name="Lanjut").click()
    expect(kini(tamu).get_by_role("textbox")).to_have_accessible_description(
        re.compile("Tulis tanggal seperti 1/4/2026")
    )
    sehat(tamu)

    semuanya = {".": "Saya tidak tahu"}
    tamu.get_by_role("button", name="Hapus jawaban").click()
    tamu.get_by_role("button", name="Mulai").click()
    jalani(tamu, semuanya)
    expect(tamu.locator("#syarat .kartu").first).to_contain_text("Belum dapat dipastikan apakah Anda dapat diusulkan")


def test_it_is_walked_by_keyboard_alone(tamu):
    mulai(tamu)
    expect(kini(tamu).get_by_role("heading")).to_be_focused()
    for tombol in ("Tab", "Space", "ArrowDown", "Tab", "Enter"):
        tamu.keyboard.press(tombol)
    expect(kini(tamu).get_by_role("heading", name="Apa golongan Anda sekarang?")).to_be_focused()
    tamu.go_back()
    expect(kini(tamu).get_by_role("radio", name="Guru", exact=True)).to_be_checked()


def test_without_signal_the_answers_stay_and_it_goes_on_later(tamu):
    mulai(tamu)
    jalani(tamu, PELAKSANA, sampai="tahun " + str(int(tamu.locator("[data-tahun]").first.text_content() or 0) - 1))
    tamu.context.set_offline(True)
    isi(tamu, "Baik")
    kini(tamu).get_by_role("button", name="Lanjut").click()
    expect(tamu.get_by_role("alert")).to_contain_text("Tidak ada sambungan internet.")
    tamu.context.set_offline(False)
    lanjut(tamu)
    expect(kini(tamu)).to_contain_text("keadaan kepegawaian")


def test_in_the_proposal_wizard_the_answer_moves_with_the_period(peramban, produk):
    konteks = peramban.new_context(base_url=produk.alamat, viewport={"width": 360, "height": 740}, locale="id-ID")
    karno = konteks.new_page()
    alat_produk.masuk(karno, "karno", produk)
    karno.goto("/pegawai/")
    karno.get_by_role("link", name="Usulkan saya").click()
    kartu = karno.locator("#syarat .kartu")
    periode = karno.get_by_label("Periode (TMT)")
    for n in (0, 5):
        expect(kartu).to_be_visible()
        periode.select_option(index=n)
        kapan = periode.locator("option:checked").inner_text().split(" (")[0]
        expect(kartu).to_contain_text(f"untuk {kapan}")
    konteks.close()
