"""The child of pindai: a limit and a photo on standard input, the PDF (or nothing) on standard output.

Whitening: the brightness of the paper, estimated from a small copy in which writing is gone, is taken out of each channel,
so that shadows go and the blue of ink and the purple of stamps stay (measured in stack research).
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator

from PIL import Image, ImageChops, ImageFilter, ImageOps, ImageStat

from chalicelib.documents.anak import batasi
from chalicelib.documents.lembar import SAAT, TITIK, jadikan_pdf
from chalicelib.documents.pemeriksaan import FORMAT, PIKSEL

DETIK, MEMORI = 30, 1_500_000_000
TERANG = 110
"""The edge of the picture is paper, not a desk, from this brightness on."""
PERKECIL = 16
RAPAT = (70, 1200)
"""Dots per inch that a scanner may mean; anything else is fitted to A4."""
TEGAS = [max(0, 255 - int(1.25 * beda)) for beda in range(256)]


def utama() -> None:
    """Read, straighten, write; falls when a limit is met or the photo is broken."""
    batasi(DETIK, MEMORI)
    batas = int(sys.stdin.buffer.readline())
    with Image.open(io.BytesIO(sys.stdin.buffer.read()), formats=FORMAT) as asli:
        mode = {g.mode for g in lembaran(asli)}
        pdf = hitam_putih(asli) if mode == {"1"} else jadikan_pdf(map(halaman, lembaran(asli)), batas)
    sys.stdout.buffer.write(pdf)


def lembaran(asli: Image.Image) -> Iterator[Image.Image]:
    """The photo, or a TIFF at each of its pages in turn; a preview that cameras write behind a JPEG is none."""
    for nomor in range(getattr(asli, "n_frames", 1) if asli.format == "TIFF" else 1):
        asli.seek(nomor)
        if asli.width * asli.height > PIKSEL:
            raise ValueError("one of its pages is too large")
        yield asli


def hitam_putih(asli: Image.Image) -> bytes:
    """Pages of black and white kept dot for dot (CCITT group 4, as fax and office scanners write them), as large as they were."""
    mendatar, tegak = asli.info.get("dpi", (0, 0))
    if not all(RAPAT[0] <= d <= RAPAT[1] for d in (mendatar, tegak)):
        mendatar = tegak = max(asli.width / 8.27, asli.height / 11.69)
    wadah = io.BytesIO()
    saat = SAAT.timetuple()
    asli.save(wadah, "PDF", save_all=True, dpi=(float(mendatar), float(tegak)), creationDate=saat, modDate=saat)
    return wadah.getvalue()


def halaman(asli: Image.Image) -> Image.Image:
    """The photo as a page: upright, at most 150 dpi on A4, white where it was paper."""
    asli.draft("RGB", (TITIK, TITIK))
    tegak = ImageOps.exif_transpose(asli)
    if "A" in tegak.getbands() or "transparency" in tegak.info:
        lapis = tegak.convert("RGBA")
        tegak = Image.alpha_composite(Image.new("RGBA", lapis.size, "white"), lapis)
    warna = tegak.convert("RGB")
    warna.thumbnail((TITIK, TITIK))
    return putihkan(warna) if _penuh(warna) else warna


def _penuh(g: Image.Image) -> bool:
    """Does the sheet reach the edges? On a dark desk whitening would only make noise of the wood."""
    tebal = max(1, min(g.size) // 40)
    tepi = [
        g.crop((0, 0, g.width, tebal)), g.crop((0, g.height - tebal, g.width, g.height)),
        g.crop((0, 0, tebal, g.height)), g.crop((g.width - tebal, 0, g.width, g.height)),
    ]  # fmt: skip
    return all(ImageStat.Stat(t.convert("L")).median[0] >= TERANG for t in tepi)


def putihkan(g: Image.Image) -> Image.Image:
    """Shadows and the tint of the light taken out."""
    kecil = g.resize((max(1, g.width // PERKECIL), max(1, g.height // PERKECIL)), Image.Resampling.BOX)
    kertas = kecil.filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.GaussianBlur(3)).resize(g.size)
    return ImageChops.subtract(kertas, g).point(TEGAS * 3)
