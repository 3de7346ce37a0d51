"""PDFs as scanners and phones write them, put together by hand after real ones: their firmware and apps cannot be run here."""

from __future__ import annotations

import io
import re
import struct

from alat_pdf import aliran, jujur, padat, susun
from PIL import Image, ImageDraw, ImageFont

UKURAN = (620, 877)
XMP = b'<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"/><?xpacket end="w"?>'


def lembar() -> Image.Image:
    """A page of writing with a blue stamp, 75 dpi."""
    g = Image.new("RGB", UKURAN, (246, 244, 238))
    pena = ImageDraw.Draw(g)
    for y in range(80, 500, 26):
        pena.text(
            (60, y), "Menimbang bahwa pegawai memenuhi syarat", fill=(30, 30, 30), font=ImageFont.load_default(20)
        )
    pena.ellipse((380, 600, 480, 700), outline=(50, 60, 170), width=5)
    return g


def jpeg(g: Image.Image, mutu: int = 50) -> bytes:
    wadah = io.BytesIO()
    g.save(wadah, "JPEG", quality=mutu)
    return wadah.getvalue()


def g4(g: Image.Image) -> bytes:
    """CCITT group 4 of what is dark in a picture, without its wrapping."""
    wadah = io.BytesIO()
    hitam = g.convert("L").point(lambda t: 0 if t < 128 else 255).convert("1")
    hitam.save(wadah, "TIFF", compression="group4", tiffinfo={262: 0, 278: g.height})
    wadah.seek(0)
    with Image.open(wadah) as jadi:
        mulai, panjang = jadi.tag_v2[273][0], jadi.tag_v2[279][0]
    return wadah.getvalue()[mulai : mulai + panjang]


def _benda(isi: bytes, gambar: dict[int, bytes | str], akar: str = "", trailer: str = "") -> bytes:
    """One A4 page that draws these images (objects 5 and up) with `isi`."""
    daftar = " ".join(f"/Im{n} {n} 0 R" for n in gambar)
    halaman = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << {daftar} >> >> >>"
    benda: dict[int, bytes | str] = {
        1: f"<< /Type /Catalog /Pages 2 0 R {akar} >>", 2: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", 3: halaman, 4: aliran(isi),
        20: aliran(XMP, "/Type /Metadata /Subtype /XML"), **gambar,
    }  # fmt: skip
    return susun(benda, trailer=trailer)


def _gambar(data: bytes, kepala: str) -> bytes:
    w, h = UKURAN
    return f"<< /Type /XObject /Subtype /Image /Width {w} /Height {h} /Length {len(data)} {kepala} >>\nstream\n".encode() + data + b"\nendstream"  # fmt: skip


SATU = b"q 595 0 0 842 0 0 cm /Im5 Do Q"
_JPEG = "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode"


def ponsel() -> bytes:
    """A scanner app: one JPEG, XMP, and the app's name in the information dictionary."""
    nama = "/Info << /Producer (aplikasi pemindai) /Title (Dok Baru) >>"
    return _benda(SATU, {5: _gambar(jpeg(lembar()), _JPEG)}, "/Metadata 20 0 R", nama)


def jbig2() -> bytes:
    """Office firmware: black and white as JBIG2 (one generic region, MMR), the dictionary of the page in its own segment."""
    w, h = UKURAN
    halaman = struct.pack(">IBBBIIIIIBH", 0, 48, 0, 1, 19, w, h, 0, 0, 0, 0)
    data = struct.pack(">IIIIBB", w, h, 0, 0, 0, 1) + g4(lembar())
    wilayah = struct.pack(">IBBBI", 1, 38, 0, 1, len(data)) + data
    kepala = "/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /JBIG2Decode"
    return _benda(SATU, {5: _gambar(halaman + wilayah, kepala)})


def faks() -> bytes:
    """CCITT group 4, as multifunction printers write it."""
    w, h = UKURAN
    kepala = f"/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns {w} /Rows {h} >>"
    return _benda(SATU, {5: _gambar(g4(lembar()), kepala)})


def berlapis() -> bytes:
    """Mixed raster content ("compact PDF"): a coarse colour background, the writing as a stencil of black over it, text that is not seen."""
    w, h = UKURAN
    latar = jpeg(lembar().resize((155, 219)).resize(UKURAN), 20)
    tinta = (
        f"/ImageMask true /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns {w} /Rows {h} >>"
    )
    isi = SATU + b" q 0.1 g 595 0 0 842 0 0 cm /Im6 Do Q BT 3 Tr 60 760 Td ET"
    return _benda(isi, {5: _gambar(latar, _JPEG), 6: _gambar(g4(lembar()), tinta)})


def hibrida() -> bytes:
    """A hybrid-reference file, as Word writes it: a classic table, and beside it a cross-reference stream for newer readers."""
    asli = jujur("/Lang (id-ID)")
    letak = asli.rindex(b"xref\n0 ")
    kosong = b"9 0 obj\n" + padat(bytes(4), "/Type /XRef /Size 10 /Index [9 1] /W [1 2 1] /Root 1 0 R") + b"\nendobj\n"
    ekor = asli[letak:].replace(b"/Root 1 0 R", b"/Root 1 0 R /XRefStm %d" % letak)
    ekor = ekor.replace(b"/Size 5", b"/Size 10")
    ekor = re.sub(rb"startxref\n\d+", b"startxref\n%d" % (letak + len(kosong)), ekor)
    return asli[:letak] + kosong + ekor


PINDAIAN = {"ponsel": ponsel(), "jbig2": jbig2(), "faks": faks(), "berlapis": berlapis(), "hibrida": hibrida()}
