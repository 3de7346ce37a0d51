"""Made-up phone photos of papers with known corners: desk, tilt, light that falls off, a hand's shadow, folds, a second sheet, glare, blur, grain.

The same seed, the same photo.
"""

from __future__ import annotations

import io
import random
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont, ImageOps

Sudut = list[tuple[float, float]]
LEBAR, TINGGI = 1500, 2000
KERTAS = (840, 1188)
MEJA = {
    "kayu": (122, 84, 52),
    "gelap": (48, 46, 50),
    "hijau": (60, 96, 78),
    "terang": (196, 178, 150),
    "putih": (222, 221, 217),
}
KEADAAN: dict[str, Any] = {
    **{meja: {"meja": meja} for meja in MEJA},
    "lipatan": {"rupa": "lipatan"},
    "dua lembar": {"rupa": "dua"},
    "silau": {"rupa": "silau"},
    "kabur": {"kabur": 4.0},
    "temaram": {"gelap": 0.45},
}
"""What a set of photos covers, by name: the keywords of `buat`."""


@dataclass(frozen=True)
class Foto:
    """A JPEG and the truth: corners as shares of width and height, clockwise from top left; the words on the paper."""

    jpeg: bytes
    sudut: Sudut
    meja: str
    kata: tuple[str, ...]


def surat(acak: random.Random) -> tuple[Image.Image, tuple[str, ...]]:
    """A letter with heading, lines of writing, a blue stamp and a signature, and its words. Nobody's name stands in it."""
    kertas = Image.new("RGB", KERTAS, (250, 249, 245))
    pena = ImageDraw.Draw(kertas)
    huruf = ImageFont.load_default(size=17)
    pena.text((230, 60), "PEMERINTAH KABUPATEN CONTOH", fill=(20, 20, 20), font=ImageFont.load_default(size=24))
    pena.line((70, 120, 770, 120), fill=(20, 20, 20), width=4)
    kata = [
        "keputusan",
        "pangkat",
        "golongan",
        "ruang",
        "terhitung",
        "mulai",
        "tanggal",
        "menetapkan",
        "pegawai",
        "negeri",
        "sipil",
        "unit",
        "kerja",
    ]
    tulisan = [acak.choices(kata, k=8) for _ in range(24)]
    for n, baris in enumerate(tulisan):
        pena.text((80, 160 + n * 32), " ".join(baris), fill=(30, 30, 34), font=huruf)
    pena.ellipse((470, 960, 620, 1110), outline=(40, 60, 170), width=7)
    pena.arc((540, 990, 740, 1090), 150, 350, fill=(20, 30, 120), width=4)
    return kertas, tuple(k for baris in tulisan for k in baris)


def buat(benih: int, *, meja: str = "", kabur: float = -1.0, gelap: float = 0.0, rupa: str = "") -> Foto:
    """One photo. `kabur` pixels of blur (drawn from the seed unless given) and `gelap` 0..1; `rupa`: the paper was folded
    in three ("lipatan"), lies on a second sheet that looks out ("dua"), or a lamp is mirrored in it ("silau")."""
    acak = random.Random(benih)
    meja = meja or acak.choice(["kayu", "gelap", "hijau", "terang"])
    sudut = _letak(acak)
    alas = _alas(acak, MEJA[meja])
    kertas, kata = surat(acak)
    if rupa == "lipatan":
        kertas = ImageChops.multiply(kertas, _lipatan(acak))
    if rupa == "dua":
        _lembar_kedua(alas, sudut, acak)
    rata = kertas.transform((LEBAR, TINGGI), Image.Transform.PERSPECTIVE, _balik(sudut), Image.Resampling.BICUBIC)
    topeng = Image.new("L", KERTAS, 255).transform(
        (LEBAR, TINGGI), Image.Transform.PERSPECTIVE, _balik(sudut), Image.Resampling.BICUBIC
    )
    bayang = ImageOps.invert(ImageChops.offset(topeng, 9, 12).filter(ImageFilter.GaussianBlur(14))).point(
        lambda n: 130 + n * 125 // 255
    )
    alas = ImageChops.multiply(alas, Image.merge("RGB", [bayang] * 3))
    foto = Image.composite(rata, alas, topeng.filter(ImageFilter.GaussianBlur(0.7)))
    foto = ImageChops.multiply(foto, _cahaya(acak, gelap))
    if rupa == "silau":
        foto = ImageChops.screen(foto, _silau(acak, sudut))
    foto = foto.filter(ImageFilter.GaussianBlur(kabur if kabur >= 0 else acak.uniform(0.3, 1.2)))
    butir = (
        Image.frombytes("L", (LEBAR // 2, TINGGI // 2), acak.randbytes(LEBAR * TINGGI // 4))
        .resize((LEBAR, TINGGI))
        .point(lambda n: 120 + n // 16)
    )
    foto = ImageChops.add(foto, Image.merge("RGB", [butir] * 3), offset=-128)
    keluar = io.BytesIO()
    foto.save(keluar, "JPEG", quality=88)
    return Foto(keluar.getvalue(), [(x / LEBAR, y / TINGGI) for x, y in sudut], meja, kata)


def _lipatan(acak: random.Random) -> Image.Image:
    """Two folds across: each third leans otherwise to the light, and the crease is a thin dark line with a bright edge."""
    lembar = Image.new("RGB", KERTAS, (255, 255, 255))
    pena = ImageDraw.Draw(lembar)
    batas = [0, *(KERTAS[1] * n // 3 + acak.randint(-25, 25) for n in (1, 2)), KERTAS[1]]
    for atas, bawah in pairwise(batas):
        pena.rectangle((0, atas, KERTAS[0], bawah), fill=(acak.randint(218, 255),) * 3)
        pena.line((0, atas, KERTAS[0], atas), fill=(172, 170, 165), width=5)
    return lembar.filter(ImageFilter.GaussianBlur(2))


def _lembar_kedua(alas: Image.Image, sudut: Sudut, acak: random.Random) -> None:
    """Another sheet under the paper, turned a little, so that its edges look out on two sides."""
    dx, dy, putar = acak.uniform(0.03, 0.07) * LEBAR, acak.uniform(0.02, 0.05) * TINGGI, acak.uniform(-0.05, 0.05)
    tx, ty = sum(x for x, _ in sudut) / 4, sum(y for _, y in sudut) / 4
    bawah = [(x + dx - putar * (y - ty), y - dy + putar * (x - tx)) for x, y in sudut]
    pena = ImageDraw.Draw(alas)
    pena.polygon(
        [(x + 7, y + 9) for x, y in bawah], fill=tuple(n * 3 // 5 for n in alas.resize((1, 1)).getpixel((0, 0)))
    )
    pena.polygon(bawah, fill=(236, 234, 228))


def _silau(acak: random.Random, sudut: Sudut) -> Image.Image:
    """A lamp mirrored in the paper: white in the middle, soft at its edge."""
    cahaya = Image.new("L", (LEBAR, TINGGI), 0)
    tx, ty = sum(x for x, _ in sudut) / 4, sum(y for _, y in sudut) / 4
    x, y, r = tx + acak.uniform(-250, 250), ty + acak.uniform(-400, 400), acak.uniform(110, 200)
    ImageDraw.Draw(cahaya).ellipse((x - 1.6 * r, y - r, x + 1.6 * r, y + r), fill=acak.randint(190, 235))
    return Image.merge("RGB", [cahaya.filter(ImageFilter.GaussianBlur(70))] * 3)


def _letak(acak: random.Random) -> Sudut:
    """Four corners in pixels: an upright paper, turned, moved and seen from the side."""
    putar, besar = acak.uniform(-0.16, 0.16), acak.uniform(0.68, 0.86)
    tx, ty = LEBAR * acak.uniform(0.47, 0.53), TINGGI * acak.uniform(0.47, 0.53)
    w, h = LEBAR * besar / 2, LEBAR * besar / 2 * 1.414
    h = min(h, TINGGI * 0.44)
    w = h / 1.414
    c, s = 1 - putar**2 / 2, putar
    sudut = [
        (tx + x * w * c - y * h * s + acak.uniform(-0.05, 0.05) * LEBAR, ty + x * w * s + y * h * c + acak.uniform(-0.03, 0.03) * TINGGI)
        for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))
    ]  # fmt: skip
    # The whole paper is in the picture: what is cut off has no true corner.
    return [(min(0.98 * LEBAR, max(0.02 * LEBAR, x)), min(0.98 * TINGGI, max(0.02 * TINGGI, y))) for x, y in sudut]


def _alas(acak: random.Random, warna: tuple[int, int, int]) -> Image.Image:
    """A desk with a grain."""
    serat = Image.frombytes("L", (LEBAR // 12, 60), acak.randbytes(LEBAR // 12 * 60)).resize(
        (LEBAR, TINGGI), Image.Resampling.BICUBIC
    )
    serat = serat.point(lambda n: 225 + n * 30 // 255)
    return ImageChops.multiply(Image.new("RGB", (LEBAR, TINGGI), warna), Image.merge("RGB", [serat] * 3))


def _cahaya(acak: random.Random, gelap: float) -> Image.Image:
    """Lamp from one side, warm, and the shadow of a hand or phone over a corner."""
    terang = Image.linear_gradient("L").rotate(acak.choice([0, 90, 180, 270])).resize((LEBAR, TINGGI))
    kuat = acak.uniform(40, 90)
    terang = terang.point(lambda n: int((255 - kuat + n * kuat / 255) * (1 - gelap)))
    bayang = Image.new("L", (LEBAR, TINGGI), 255)
    x, y, r = acak.uniform(0, LEBAR), acak.uniform(0.5, 1) * TINGGI, acak.uniform(250, 520)
    ImageDraw.Draw(bayang).ellipse((x - r, y - r, x + r, y + r), fill=acak.randint(150, 200))
    terang = ImageChops.multiply(terang, bayang.filter(ImageFilter.GaussianBlur(60)))
    hangat = acak.uniform(0.82, 1.0)
    return Image.merge(
        "RGB", [terang, terang.point(lambda n: int(n * (1 + hangat) / 2)), terang.point(lambda n: int(n * hangat))]
    )


def _balik(ke: Sudut) -> list[float]:
    """The eight numbers that Pillow wants: from a place in the photo to the place on the paper."""
    (w, h) = KERTAS
    dari = [(0, 0), (w, 0), (w, h), (0, h)]
    baris = []
    for (x, y), (u, v) in zip(ke, dari, strict=True):
        baris.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        baris.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    return _selesaikan(baris)


def _selesaikan(m: list[list[float]]) -> list[float]:
    """Eight equations, eight unknowns: elimination with the largest pivot."""
    for i in range(len(m)):
        p = max(range(i, len(m)), key=lambda r: abs(m[r][i]))
        m[i], m[p] = m[p], m[i]
        m[i] = [n / m[i][i] for n in m[i]]
        m[:] = [m[r] if r == i else [a - m[r][i] * b for a, b in zip(m[r], m[i], strict=True)] for r in range(len(m))]
    return [baris[-1] for baris in m]
