"""Raw photos become one upright A4 page within the limit; broken and absurd ones are refused in words."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from chalicelib.documents.pemeriksaan import periksa
from chalicelib.documents.pindai import jadikan_pdf
from chalicelib.documents.pindai_anak import halaman
from chalicelib.galat import TakSah
from PIL import Image, ImageDraw, ImageStat

BATAS = 1_000_000


def foto(bentuk: str = "JPEG", ukuran=(1500, 2100), warna="white", mode: str = "RGB", putar: int = 1) -> bytes:
    g = Image.new("RGB", ukuran, warna)
    gores = ImageDraw.Draw(g)
    for y in range(200, ukuran[1] - 200, 60):
        gores.rectangle((200, y, ukuran[0] - 200, y + 12), fill="black")
    gores.ellipse((900, 1500, 1200, 1800), outline=(80, 40, 160), width=14)
    exif = Image.Exif()
    exif[274] = putar
    wadah = io.BytesIO()
    g.convert(mode).save(wadah, bentuk, **({"exif": exif} if bentuk == "JPEG" else {}))
    return wadah.getvalue()


def lembar(pdf: bytes) -> Image.Image:
    return pypdfium2.PdfDocument(pdf)[0].render(scale=1).to_pil().convert("RGB")


@pytest.mark.parametrize(
    ("bentuk", "mode"),
    [("JPEG", "RGB"), ("JPEG", "L"), ("JPEG", "CMYK"), ("PNG", "RGBA"), ("PNG", "P"), ("WEBP", "RGB")],
)
def test_every_kind_of_photo_becomes_a_page_we_accept_ourselves(bentuk, mode):
    hasil, pdf = jadikan_pdf(foto(bentuk, mode=mode), BATAS)
    assert periksa(pdf, batas_halaman=50) == hasil
    assert len(pdf) <= BATAS
    assert lembar(pdf).size == (596, 842)


def test_the_camera_says_which_way_is_up_and_a_lying_photo_lies():
    tegak = jadikan_pdf(foto(ukuran=(2100, 1500), putar=6), BATAS)[1]
    assert lembar(tegak).size == (596, 842)
    assert lembar(jadikan_pdf(foto(ukuran=(2100, 1500)), BATAS)[1]).size == (842, 596)


def test_a_shadow_goes_and_the_colour_of_a_stamp_stays():
    g = Image.open(io.BytesIO(foto())).convert("RGB")
    bayang = Image.linear_gradient("L").resize(g.size).point(lambda t: 150 + t * 105 // 255)
    wadah = io.BytesIO()
    Image.merge("RGB", [Image.composite(k, Image.new("L", g.size), bayang) for k in g.split()]).save(
        wadah, "JPEG", quality=92
    )
    bersih = halaman(Image.open(wadah))
    tepi = bersih.crop((0, 0, bersih.width, 60))
    assert min(ImageStat.Stat(tepi).mean) > 245
    x, y = bersih.width * 1050 // 1500, bersih.height * 1506 // 2100
    merah, _, biru = bersih.getpixel((x, y))
    assert biru > merah + 40


def test_a_sheet_on_a_dark_desk_is_left_as_it_is():
    meja = Image.new("RGB", (1500, 2100), (70, 45, 30))
    meja.paste(Image.open(io.BytesIO(foto())).resize((1000, 1400)), (250, 350))
    wadah = io.BytesIO()
    meja.save(wadah, "JPEG", quality=95)
    assert max(ImageStat.Stat(halaman(Image.open(wadah)).crop((0, 0, 100, 100))).mean) < 90


def test_a_photo_that_is_all_noise_still_meets_the_limit():
    wadah = io.BytesIO()
    Image.effect_noise((1400, 1900), 90).save(wadah, "JPEG", quality=90)
    assert len(jadikan_pdf(wadah.getvalue(), 300_000)[1]) <= 300_000


@pytest.mark.parametrize(
    ("isi", "kode"),
    [
        (foto()[:40_00], "berkas-gambar-rusak"),
        (b"\xff\xd8\xff" + b"x" * 99, "berkas-gambar-rusak"),
        (b"%PDF-1.7", "berkas-bukan-gambar"),
    ],
)
def test_what_is_no_whole_photo_is_refused(isi, kode):
    with pytest.raises(TakSah) as galat:
        jadikan_pdf(isi, BATAS)
    assert galat.value.kode == kode


def test_an_absurd_photo_is_refused_before_it_is_opened():
    wadah = io.BytesIO()
    Image.new("1", (12_000, 12_000)).save(wadah, "PNG")
    with pytest.raises(TakSah) as galat:
        jadikan_pdf(wadah.getvalue(), BATAS)
    assert galat.value.kode in ("berkas-gambar-besar", "berkas-gambar-rusak")
