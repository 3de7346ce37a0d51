"""Difficult but honest input, case by case: taken, or refused with advice, which is then followed with a real program and works."""

from __future__ import annotations

import hashlib
import io
import subprocess
from pathlib import Path

import pypdfium2
import pytest
from alat_pdf import berhalaman
from chalicelib.actions import unggah
from chalicelib.documents import kunci
from chalicelib.documents.kecilkan import kecilkan
from chalicelib.documents.lembar import jadikan_pdf as jadikan_lembar
from chalicelib.documents.pemeriksaan import periksa
from chalicelib.documents.pindai import jadikan_pdf
from chalicelib.documents.tolak_berkas import muat
from chalicelib.galat import TakSah, TerlaluBesar
from PIL import Image, ImageDraw

from schemas.berkas import IsianTiket
from schemas.peran import Pelaku, Peran

CONTOH = Path(__file__).parent / "contoh"
KARNO = Pelaku(id="karno", nama="x", peran=frozenset({Peran.PNS}))
BKN, TERIMA = 1_000_000, 5_000_000


def lembar(ukuran=(1240, 1754), mode="RGB") -> Image.Image:
    """White paper with black bars on its upper half."""
    g = Image.new("L", ukuran, 255)
    for y in range(ukuran[1] // 10, ukuran[1] // 2, ukuran[1] // 40):
        ImageDraw.Draw(g).rectangle((ukuran[0] // 8, y, ukuran[0] * 7 // 8, y + ukuran[1] // 100), fill=0)
    return g.convert(mode)


def tulis(g: Image.Image, bentuk: str, **lain) -> bytes:
    wadah = io.BytesIO()
    g.save(wadah, bentuk, **lain)
    return wadah.getvalue()


def terputar() -> bytes:
    exif = Image.Exif()
    exif[274] = 6
    return tulis(lembar().rotate(90, expand=True), "JPEG", exif=exif)


def enam_belas() -> bytes:
    return tulis(
        Image.frombytes("I;16", (1240, 1754), bytes(b for n in lembar(mode="L").tobytes() for b in (n, n))), "PNG"
    )


def tiff(mode: str, halaman: int = 2, **lain) -> bytes:
    g = lembar(mode=mode)
    return tulis(g, "TIFF", save_all=True, append_images=[g] * (halaman - 1), **lain)


DIAMBIL = {
    "cmyk": (lambda: tulis(lembar(mode="CMYK"), "JPEG"), 1),
    "jpeg-bertahap": (lambda: tulis(lembar(), "JPEG", progressive=True), 1),
    "diputar-exif": (terputar, 1),
    "png-16-bit": (enam_belas, 1),
    "48-megapiksel": (lambda: tulis(lembar((6000, 8000)), "JPEG", quality=60), 1),
    "tiff-g4": (lambda: tiff("1", 3, compression="group4", dpi=(150, 150)), 3),
    "tiff-lzw-warna": (lambda: tiff("RGB", compression="tiff_lzw"), 2),
    "tiff-jpeg-abu": (lambda: tiff("L", compression="jpeg"), 2),
    "tiff-hitam-putih-lurus": (lambda: tiff("1"), 2),
}  # fmt: skip


@pytest.mark.parametrize("nama", DIAMBIL)
def test_what_cameras_and_scanners_give_is_taken(nama):
    buat, halaman = DIAMBIL[nama]
    hasil, pdf = jadikan_pdf(buat(), TERIMA if "tiff" in nama else BKN, batas_halaman=50)
    assert periksa(pdf, batas_halaman=50) == hasil and hasil.halaman == halaman
    dokumen = pypdfium2.PdfDocument(pdf)
    assert len(dokumen) == halaman
    for satu in dokumen:
        gambar = satu.render(scale=1).to_pil().convert("L")
        assert abs(gambar.width - 596) < 3 and abs(gambar.height - 842) < 3
        atas, bawah = gambar.crop((0, 0, 596, 421)), gambar.crop((0, 440, 596, 842))
        assert 0.1 < sum(atas.histogram()[:100]) / (596 * 421) < 0.6, "black is black, and where it was"
        assert sum(bawah.histogram()[240:]) / (596 * 402) > 0.98, "white is white"


def test_a_scanners_tiff_arrives_as_a_pdf_of_all_its_pages(kantor):
    isi = (CONTOH / "pindaian-2-halaman.tif").read_bytes()
    sidik = hashlib.sha256(isi).hexdigest()
    minta = IsianTiket(pegawai="karno", slot="sk-kp", nama="scan.tif", ukuran=len(isi), sha256=sidik, tipe="image/tiff")
    tiket = unggah.tiket(kantor, KARNO, minta)
    assert tiket.tiket and kantor.documents.unggah(tiket.tiket.url, isi) == 200
    b = unggah.terima(kantor, KARNO, tiket.id)
    assert (b.halaman, b.tipe, b.sha256_asal) == (2, "application/pdf", sidik)
    assert kantor.documents.baca(kunci.isi(b.sha256))[:5] == b"%PDF-"


def test_black_and_white_is_kept_dot_for_dot():
    """Nothing of an office's scan is lost on its way into the archive; the same TIFF gives the same bytes."""
    isi = (CONTOH / "pindaian-2-halaman.tif").read_bytes()
    pdf = jadikan_pdf(isi, TERIMA, batas_halaman=50)[1]
    assert pdf == jadikan_pdf(isi, TERIMA, batas_halaman=50)[1] and len(pdf) < 1.3 * len(isi)
    [gambar, _] = [next(h.get_objects()).get_bitmap().to_pil() for h in pypdfium2.PdfDocument(pdf)]
    with Image.open(io.BytesIO(isi)) as asli:
        assert gambar.convert("L").tobytes() == asli.convert("L").tobytes()


def test_fifty_pages_are_taken_and_of_more_the_pages_that_were_asked_for(tmp_path):
    assert periksa(berhalaman(50), batas_halaman=50).halaman == 50
    with pytest.raises(TakSah) as tolak:
        periksa(berhalaman(51), batas_halaman=50)
    assert "51 halaman; paling banyak 50" in tolak.value.pesan and "nomor halamannya" in tolak.value.petunjuk
    (tmp_path / "a.pdf").write_bytes(berhalaman(51))
    subprocess.run(["qpdf", tmp_path / "a.pdf", "--pages", ".", "1-8", "--", tmp_path / "b.pdf"], check=True)
    assert periksa((tmp_path / "b.pdf").read_bytes(), batas_halaman=50).halaman == 8


def pindaian(dpi: int, halaman: int) -> bytes:
    """A colour scan with the grain of paper, as an office's machine sends it."""
    ukuran = (int(8.27 * dpi), int(11.69 * dpi))
    kertas = Image.blend(lembar(ukuran), Image.effect_noise(ukuran, 60).convert("RGB"), 0.15)
    return tulis(kertas, "PDF", save_all=True, append_images=[kertas] * (halaman - 1), resolution=dpi, quality=80)


def test_a_scan_of_three_megabytes_is_taken_as_it_is_and_fits_in_its_copy_for_bkn():
    isi = pindaian(200, 3)
    assert 2_500_000 < len(isi) < TERIMA
    assert periksa(isi, batas_halaman=50).halaman == 3
    kecil = kecilkan(isi, BKN)
    assert kecil and len(kecil) <= BKN and len(pypdfium2.PdfDocument(kecil)) == 3


def test_a_scan_above_the_limit_is_told_to_be_scanned_at_150_dpi_and_that_is_enough():
    isi = pindaian(300, 3)
    with pytest.raises(TerlaluBesar) as tolak:
        muat(len(isi), TERIMA)
    assert "150 dpi" in tolak.value.petunjuk
    ulang = pindaian(150, 3)
    muat(len(ulang), TERIMA)
    assert periksa(ulang, batas_halaman=50).halaman == 3


def test_a_heic_photo_is_named_and_as_jpg_it_is_taken():
    with pytest.raises(TakSah) as tolak:
        periksa((CONTOH / "foto.heic").read_bytes(), batas_halaman=50)
    assert tolak.value.kode == "berkas-heic" and "JPG" in tolak.value.petunjuk and "iPhone" in tolak.value.petunjuk
    assert jadikan_pdf((CONTOH / "foto-dari-heic.jpg").read_bytes(), BKN)[0].halaman == 1


@pytest.mark.parametrize("ukuran", [(9248, 6944), (12_000, 9_000)], ids=["64-megapiksel", "108-megapiksel"])
def test_a_photo_that_is_too_large_says_so_and_advises_twelve_megapixels(ukuran):
    with pytest.raises(TakSah) as tolak:
        jadikan_pdf(tulis(Image.new("L", ukuran, 255), "JPEG"), BKN)
    assert tolak.value.kode == "berkas-gambar-besar"
    assert "paling besar 60" in tolak.value.pesan.lower() and "12 megapiksel" in tolak.value.petunjuk


def test_twelve_megapixels_are_taken():
    assert jadikan_pdf(tulis(lembar((3000, 4000)), "JPEG"), BKN)[0].halaman == 1


def test_a_tiff_of_too_many_pages_is_taken_as_the_pdf_that_its_scanner_saves():
    isi = tiff("1", 51, compression="group4")
    with pytest.raises(TakSah) as tolak:
        jadikan_pdf(isi, TERIMA, batas_halaman=50)
    assert tolak.value.kode == "berkas-tiff" and "Simpan sebagai PDF" in tolak.value.petunjuk
    with Image.open(io.BytesIO(isi)) as asli:
        assert periksa(jadikan_lembar([asli.convert("L")], BKN), batas_halaman=50).halaman == 1
