"""PDFs for tests, written object by object, so that each thing a file may hide can be put into an otherwise honest one."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Mapping
from pathlib import Path

from fpdf import FPDF
from PIL import Image
from pypdf import PdfReader

HALAMAN = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> {halaman} >>"


def susun(benda: Mapping[int, bytes | str], *, trailer: str = "", versi: str = "1.7") -> bytes:
    """A file of these objects with a right cross-reference table; object 1 is the root."""
    isi = bytearray(f"%PDF-{versi}\n%\xe2\xe3\xcf\xd3\n".encode("latin-1"))
    letak = {}
    for nomor, badan in sorted(benda.items()):
        letak[nomor] = len(isi)
        isi += (
            f"{nomor} 0 obj\n".encode()
            + (badan if isinstance(badan, bytes) else badan.encode("latin-1"))
            + b"\nendobj\n"
        )
    xref, banyak = len(isi), max(letak) + 1
    isi += f"xref\n0 {banyak}\n0000000000 65535 f \n".encode()
    for nomor in range(1, banyak):
        isi += f"{letak[nomor]:010d} 00000 n \n".encode() if nomor in letak else b"0000000000 00001 f \n"
    isi += f"trailer\n<< /Size {banyak} /Root 1 0 R {trailer} >>\nstartxref\n{xref}\n%%EOF\n".encode("latin-1")
    return bytes(isi)


def aliran(data: bytes, kepala: str = "") -> bytes:
    """A stream object's body."""
    return f"<< /Length {len(data)} {kepala} >>\nstream\n".encode("latin-1") + data + b"\nendstream"


def padat(data: bytes, kepala: str = "") -> bytes:
    """A compressed stream."""
    return aliran(zlib.compress(data, 9), f"/Filter /FlateDecode {kepala}")


def jujur(
    akar: str = "",
    *,
    halaman: str = "",
    lagi: Mapping[int, bytes | str] | None = None,
    trailer: str = "",
    versi: str = "1.7",
) -> bytes:
    """One honest page; `akar` goes into the root, `halaman` into the page, `lagi` are further objects (5, 6, …)."""
    benda: dict[int, bytes | str] = {
        1: f"<< /Type /Catalog /Pages 2 0 R {akar} >>",
        2: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: HALAMAN.format(halaman=halaman),
        4: aliran(b"0 0 m 100 100 l S"),
        **(lagi or {}),
    }
    return susun(benda, trailer=trailer, versi=versi)


def berhalaman(banyak: int, kotak: str = "[0 0 595 842]") -> bytes:
    """So many empty pages."""
    anak = " ".join(f"{n} 0 R" for n in range(3, 3 + banyak))
    benda: dict[int, bytes | str] = {
        1: "<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids [{anak}] /Count {banyak} >>",
        **{n: f"<< /Type /Page /Parent 2 0 R /MediaBox {kotak} >>" for n in range(3, 3 + banyak)},
    }
    return susun(benda)


def teks(**pilihan: object) -> FPDF:
    """A decree as an office prints it."""
    pdf = FPDF(**pilihan)  # type: ignore[arg-type]
    pdf.add_page()
    pdf.set_font("helvetica", size=12)
    pdf.multi_cell(0, 8, "KEPUTUSAN BUPATI\nNomor 823/1/2026\nTENTANG KENAIKAN PANGKAT")
    return pdf


def pindaian(halaman: int = 1, **simpan: object) -> bytes:
    """A scan: pages that are nothing but an image."""
    gambar = [Image.effect_noise((600, 850), 60).convert("RGB") for _ in range(halaman)]
    wadah = io.BytesIO()
    gambar[0].save(wadah, "PDF", save_all=True, append_images=gambar[1:], **simpan)
    return wadah.getvalue()


def kode_slip(berkas: Path) -> str:
    """The code on an activation slip, as one reads it from the paper."""
    [kode] = re.findall(r"\b[2-9A-Z]{5}-[2-9A-Z]{5}\b", PdfReader(berkas).pages[0].extract_text())
    return str(kode)
