"""Identity papers: whoever looks at another's leaves a line, and a mark on the copy when the office wants it."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from alat_paket import berkas
from chalicelib.actions import Kantor, gambar, unggah
from chalicelib.documents import kunci as k
from chalicelib.documents.cap import cap
from chalicelib.records import kantor as rak_kantor
from fpdf import FPDF
from PIL import Image, ImageChops
from pypdf import PdfReader

from schemas.peran import Pelaku, Peran

VERA = Pelaku(id="vera", nama="x", peran=frozenset({Peran.VERIFIKATOR}))
KARNO = Pelaku(id="karno", nama="x", peran=frozenset({Peran.PNS}))


def lembar(putar: int = 0) -> bytes:
    pdf = FPDF()
    for _ in range(2):
        pdf.add_page()
        pdf.set_font("Helvetica", size=12)
        pdf.cell(text="KARTU KELUARGA")
    pembaca = PdfReader(io.BytesIO(bytes(pdf.output())))
    from pypdf import PdfWriter

    tulis = PdfWriter(clone_from=pembaca)
    for halaman in tulis.pages:
        halaman.rotate(putar)
    wadah = io.BytesIO()
    tulis.write(wadah)
    return wadah.getvalue()


def jurnal(kantor: Kantor) -> list[str]:
    return [c.aksi for c in rak_kantor.RAK_CATATAN.semua(kantor.store, "CATATAN#2026-11")]


def test_another_persons_identity_paper_is_noted_and_nothing_else(kantor):
    kk = berkas(kantor, "karno", "kartu-keluarga", lembar())
    sk = berkas(kantor, "karno", "sk-kp", lembar())
    unggah.alamat(kantor, KARNO, kk, unduh=True)
    unggah.alamat(kantor, VERA, sk, unduh=True)
    assert jurnal(kantor) == []

    unggah.alamat(kantor, VERA, kk, unduh=True)
    assert unggah.pratinjau(kantor, VERA, kk).siap is False and len(jurnal(kantor)) == 1, "nothing to see yet"
    while gambar.kerjakan(kantor):
        pass
    unggah.pratinjau(kantor, VERA, kk)
    assert jurnal(kantor) == ["unduh dokumen identitas", "lihat dokumen identitas"]


def test_the_copy_carries_its_purpose_when_the_setting_says_so(kantor):
    bercap = replace(kantor, setelan=kantor.setelan.model_copy(update={"cap_tujuan": True}))
    kk = berkas(bercap, "karno", "kartu-keluarga", lembar())
    assert "/berkas/" in unggah.alamat(bercap, KARNO, kk, unduh=True).url

    kunci = unggah.alamat(bercap, VERA, kk, unduh=True).url.split("invalid/")[1].split("?")[0]
    for halaman in PdfReader(io.BytesIO(bercap.documents.baca(kunci))).pages:
        kata = halaman.extract_text()
        assert "KARTU KELUARGA" in kata
        assert "HANYA UNTUK" in kata and "VERAWATI" in kata.replace("\n", " ")


@pytest.mark.parametrize("putar", [0, 90, 180])
def test_a_mark_stands_on_every_page_however_it_lies(putar):
    halaman = PdfReader(io.BytesIO(cap(lembar(putar), "HANYA UNTUK: uji ✓"))).pages
    assert len(halaman) == 2
    assert all("HANYA UNTUK" in h.extract_text() for h in halaman)


def gambar_jadi(kantor: Kantor, pelaku: Pelaku, id_: str) -> tuple[bytes, ...]:
    """The page images that he is given, by width."""
    [halaman] = unggah.pratinjau(kantor, pelaku, id_).halaman
    return tuple(kantor.documents.baca(url.split("invalid/")[1].split("?")[0]) for url in halaman.values())


def merah(webp: bytes) -> float:
    """The share of reddish pixels: the mark is the only red on these pages."""
    r, g, b = Image.open(io.BytesIO(webp)).convert("RGB").split()
    beda = ImageChops.subtract(r, ImageChops.lighter(g, b)).histogram()
    return sum(beda[25:]) / sum(beda)


def satu_lembar() -> bytes:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    for n in range(40):
        pdf.cell(text=f"KARTU KELUARGA nomor baris {n} nama dan tanggal lahir", new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())


@pytest.fixture
def bercap(kantor):
    return replace(kantor, setelan=kantor.setelan.model_copy(update={"cap_tujuan": True}))


def test_page_images_of_an_identity_paper_carry_the_mark_for_all_but_its_owner(bercap):
    isi = satu_lembar()
    kk, sk = (berkas(bercap, "karno", slot, isi) for slot in ("kartu-keluarga", "sk-kp"))
    while gambar.kerjakan(bercap):
        pass
    polos, punya = gambar_jadi(bercap, VERA, kk), gambar_jadi(bercap, KARNO, kk)
    assert all(abs(Image.open(io.BytesIO(g)).width - n) <= 1 for g, n in zip(polos, k.LEBAR, strict=True))
    assert all(merah(g) > 0.01 for g in polos) and all(merah(g) == 0 for g in punya)
    assert all(merah(g) == 0 for g in gambar_jadi(bercap, VERA, sk)), "the same bytes as another paper have none"
    assert len(polos[1]) < len(punya[1]) + 12_000, "what a slow line brings first (720 pixels) is hardly heavier"


def test_marked_images_are_drawn_once_for_all_who_look(bercap):
    kk = berkas(bercap, "karno", "kartu-keluarga", satu_lembar())
    while gambar.kerjakan(bercap):
        pass
    ada = bercap.documents.daftar("pratinjau/")
    assert len(ada) == 2 * len(k.LEBAR)
    satu, dua = (gambar_jadi(bercap, Pelaku(id=i, nama="x", peran=VERA.peran), kk) for i in ("vera", "vino"))
    assert satu == dua and bercap.documents.daftar("pratinjau/") == ada
    assert gambar.kerjakan(bercap) == 0, "nothing is owed for having looked"


def test_a_paper_drawn_before_the_setting_is_shown_marked_or_not_at_all(kantor, bercap):
    kk = berkas(kantor, "karno", "kartu-keluarga", satu_lembar())
    while gambar.kerjakan(kantor):
        pass
    assert merah(gambar_jadi(kantor, VERA, kk)[1]) == 0, "the office wants no mark"
    assert len(kantor.documents.daftar("pratinjau/")) == len(k.LEBAR)
    sudah, nyala = jurnal(kantor), []
    for _ in range(2):
        assert unggah.pratinjau(replace(bercap, nyalakan=lambda: nyala.append(1)), VERA, kk).siap is False
    assert jurnal(kantor) == sudah, "who is shown nothing has not looked"
    assert len(nyala) == 1, "the worker is called when something is owed, not at every look"
    assert merah(gambar_jadi(bercap, KARNO, kk)[1]) == 0, "its owner looks on meanwhile"
    while gambar.kerjakan(bercap):
        pass
    assert merah(gambar_jadi(bercap, VERA, kk)[1]) > 0.01
    assert merah(gambar_jadi(kantor, VERA, kk)[1]) == 0, "switched off again, the plain ones are there"
