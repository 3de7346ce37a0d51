"""Phone photos of paper on a desk: tilted, shadowed, unevenly lit; for what the scanner has to straighten."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from random import Random

import pypdfium2
from fpdf import FPDF
from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageFilter

UKURAN = (1350, 1800)
KECIL = (338, 450)
Titik = tuple[float, float]


def jepret(pdf: bytes, benih: str, *, buram: bool = False) -> bytes:
    """A JPEG of the first page of a PDF as a phone would have taken it; `buram`: shaken, and dark at one side."""
    acak = Random(benih)
    kertas = _halaman(pdf)
    sudut = [
        (x + acak.uniform(-70, 70), y + acak.uniform(-70, 70))
        for x, y in ((190, 170), (1160, 170), (1200, 1640), (150, 1640))
    ]
    lembar, topeng = _miringkan(kertas, sudut)
    gambar = _meja(acak)
    bayang = _bayang(topeng)
    gambar.paste((18, 14, 10), mask=bayang)
    gambar.paste(lembar, mask=topeng)
    return _jpeg(_cahaya(gambar, acak, gelap=0.35 if buram else 0.72, kabur=5.5 if buram else 0.6))


def _halaman(pdf: bytes) -> Image.Image:
    dokumen = pypdfium2.PdfDocument(pdf)
    try:
        gambar: Image.Image = dokumen[0].render(scale=1.6).to_pil().convert("RGB")
    finally:
        dokumen.close()
    return gambar


def _bayang(topeng: Image.Image) -> Image.Image:
    kecil = ImageChops.offset(topeng.resize(KECIL), 7, 9).filter(ImageFilter.GaussianBlur(6))
    return kecil.point([v * 55 // 100 for v in range(256)]).resize(UKURAN)


def _meja(acak: Random) -> Image.Image:
    """Wood: stripes, softened by stretching them."""
    meja = Image.new("RGB", KECIL)
    gambar = ImageDraw.Draw(meja)
    for y in range(0, KECIL[1], 2):
        t = acak.randint(-14, 14)
        gambar.rectangle((0, y, KECIL[0], y + 2), fill=(118 + t, 82 + t, 52 + t // 2))
    return meja.resize(UKURAN)


def _miringkan(kertas: Image.Image, sudut: list[Titik]) -> tuple[Image.Image, Image.Image]:
    lebar, tinggi = kertas.size
    asal = [(0.0, 0.0), (float(lebar), 0.0), (float(lebar), float(tinggi)), (0.0, float(tinggi))]
    k = _perspektif(sudut, asal)
    cara, halus = Image.Transform.PERSPECTIVE, Image.Resampling.BILINEAR
    topeng = Image.new("L", kertas.size, 255).transform(UKURAN, cara, k, halus)
    return kertas.transform(UKURAN, cara, k, halus), topeng


def _perspektif(dari: list[Titik], ke: list[Titik]) -> list[float]:
    """The eight numbers that carry four corners to four others, by elimination."""
    m: list[list[float]] = []
    for (x, y), (u, v) in zip(dari, ke, strict=True):
        m.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        m.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    for i in range(8):
        tukar = max(range(i, 8), key=lambda r: abs(m[r][i]))
        m[i], m[tukar] = m[tukar], m[i]
        m[i] = [n / m[i][i] for n in m[i]]
        for r in range(8):
            if r != i:
                m[r] = [a - m[r][i] * b for a, b in zip(m[r], m[i], strict=True)]
    return [baris[8] for baris in m]


def _cahaya(gambar: Image.Image, acak: Random, *, gelap: float, kabur: float) -> Image.Image:
    """Brighter where the lamp is."""
    miring = Image.linear_gradient("L").rotate(acak.choice((0, 180))).resize(UKURAN)
    redup = ImageEnhance.Brightness(gambar).enhance(gelap)
    return Image.composite(gambar, redup, miring).filter(ImageFilter.BoxBlur(kabur))


def pas_foto(benih: str) -> bytes:
    """A portrait of nobody: a shape before red or blue."""
    acak = Random(benih)
    gambar = Image.new("RGB", (480, 640), acak.choice(((190, 30, 30), (30, 70, 170))))
    g = ImageDraw.Draw(gambar)
    g.ellipse((60, 420, 420, 900), fill=(196, 178, 140))
    g.ellipse((150, 150, 330, 400), fill=(190, 140, 105))
    g.chord((145, 130, 335, 330), 180, 360, fill=(30, 24, 22))
    g.text((180, 610), "CONTOH, bukan orang", fill=(255, 255, 255))
    return _jpeg(gambar)


def _jpeg(gambar: Image.Image) -> bytes:
    ke = BytesIO()
    gambar.save(ke, "JPEG", quality=78, dpi=(200, 200))
    return ke.getvalue()


def jadi_pdf(jpeg: bytes) -> bytes:
    """The photo alone on a page: what people make who let another app "scan" for them."""
    pdf = FPDF("P", "mm", (150, 200))
    pdf.set_creation_date(datetime(2026, 1, 1, tzinfo=UTC))
    pdf.add_page()
    pdf.image(BytesIO(jpeg), 0, 0, 150, 200)
    return bytes(pdf.output())
