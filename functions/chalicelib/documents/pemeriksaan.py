"""Pemeriksaan: what a file must be before it is received. Bytes in, facts out, or a refusal that says what to do.

The object walk looks for everything by which a PDF can act on its reader (script, launch, submit, attachment, XFA);
signature fields are welcome, since decrees signed electronically must pass and stay byte for byte.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from typing import Any, NamedTuple

from PIL import Image
from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from chalicelib.documents.ganda import dengarkan
from chalicelib.galat import TakSah

BATAS_BENDA = 60_000
"""Objects walked; an honest decree has some hundreds."""
BATAS_MEKAR = 60_000_000
"""Bytes that one compressed stream of the file's own structure may become."""
PIKSEL = 60_000_000
_GAMBAR = {b"\xff\xd8\xff": "image/jpeg", b"\x89PNG\r\n\x1a\n": "image/png"}


class HasilPeriksa(NamedTuple):
    """What a file is: media type, pages, whether somebody signed it electronically."""

    tipe: str
    halaman: int
    bertanda_tangan: bool


def kenali(isi: bytes) -> str | None:
    """Media type by the bytes at position 0; None when it is none of ours."""
    if isi[:5] == b"%PDF-":
        return "application/pdf"
    if isi[:4] == b"RIFF" and isi[8:12] == b"WEBP":
        return "image/webp"
    return next((tipe for awal, tipe in _GAMBAR.items() if isi.startswith(awal)), None)


def periksa(isi: bytes, *, batas_halaman: int) -> HasilPeriksa:
    """Check a PDF. Raises TakSah with one of the codes of `_TOLAK`."""
    if not isi:
        raise _tolak("kosong")
    if kenali(isi) != "application/pdf":
        raise _tolak("gambar" if kenali(isi) else "tersembunyi" if b"%PDF-" in isi[:2048] else "bukan-pdf")
    if b"%%EOF" not in isi[-2048:]:
        raise _tolak("terpotong")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with dengarkan() as ganda:
                hasil = _pdf(isi, batas_halaman)
        except TakSah:
            raise
        except (DependencyError, FileNotDecryptedError) as sebab:
            raise _tolak("terkunci") from sebab
        except Exception as sebab:  # whatever a broken file makes of its reader
            asing = isinstance(sebab, NotImplementedError) and b"/Encrypt" in isi
            raise _tolak("terkunci" if asing else "rusak") from sebab

    if not _PEKA.isdisjoint(ganda):
        raise _tolak("bermakna-ganda")
    return hasil


def _pdf(isi: bytes, batas_halaman: int) -> HasilPeriksa:
    pembaca = PdfReader(io.BytesIO(isi), strict=False)
    if "/Encrypt" in pembaca.trailer:
        raise _tolak("terkunci")
    akar = pembaca.trailer["/Root"].get_object()
    tanda_tangan = False
    for benda in _benda(pembaca, akar):
        if kode := _bahaya(benda):
            raise _tolak(kode)
        tanda_tangan = tanda_tangan or benda.get("/FT") == "/Sig" and "/V" in benda or benda.get("/Type") == "/Sig"
    halaman = _hitung_halaman(akar)
    if halaman == 0:
        raise _tolak("tanpa-halaman")
    if halaman > batas_halaman:
        raise _tolak("terlalu-tebal", f"{halaman} halaman; paling banyak {batas_halaman}.")
    return HasilPeriksa("application/pdf", halaman, tanda_tangan)


def _benda(pembaca: PdfReader, akar: Any) -> Iterator[DictionaryObject]:
    """Every dictionary that can be reached, each once."""
    antre: list[Any] = [akar]
    dilihat: set[tuple[int, int]] = set()
    banyak = 0
    while antre:
        benda = antre.pop()
        if isinstance(benda, IndirectObject):
            kunci = (benda.idnum, benda.generation)
            if kunci in dilihat:
                continue
            dilihat.add(kunci)
            benda = benda.get_object()
        banyak += 1
        if banyak > BATAS_BENDA:
            raise _tolak("terlalu-rumit")
        if isinstance(benda, DictionaryObject):
            if (
                isinstance(benda, StreamObject)
                and benda.get("/Type") in ("/ObjStm", "/XRef")
                and len(benda.get_data()) > BATAS_MEKAR
            ):
                raise _tolak("terlalu-rumit")
            yield benda
            antre += benda.values()
        elif isinstance(benda, ArrayObject):
            antre += benda


_PEKA = frozenset(
    [
        "/S",
        "/A",
        "/AA",
        "/PA",
        "/Next",
        "/Type",
        "/Subtype",
        "/FT",
        "/Names",
        "/OpenAction",
        "/AcroForm",
        "/Root",
        "/Encrypt",
        "/Pages",
        "/Kids",
        "/JS",
        "/EF",
        "/Fields",
        "/Annots",
    ]
)
"""Keys that the walk relies on; said twice they hide what another reader would see."""
_AKSI = {
    "/JavaScript": "berskrip", "/Launch": "menjalankan", "/SubmitForm": "mengirim", "/ImportData": "mengirim",
    "/GoToR": "menjalankan", "/GoToE": "menjalankan", "/RichMediaExecute": "media", "/Rendition": "media", "/Movie": "media", "/Sound": "media",
}  # fmt: skip
_KUNCI = {
    "/JS": "berskrip", "/JavaScript": "berskrip", "/AA": "berskrip", "/EmbeddedFiles": "berlampiran", "/EF": "berlampiran",
    "/XFA": "formulir-xfa", "/RichMediaContent": "media", "/Collection": "berlampiran",
}  # fmt: skip


def _bahaya(benda: DictionaryObject) -> str | None:
    aksi = str(benda.get("/S", ""))
    if aksi in _AKSI:
        return _AKSI[aksi]
    if str(benda.get("/Subtype", "")) in ("/RichMedia", "/Screen", "/3D", "/Movie", "/Sound", "/FileAttachment"):
        return "media" if str(benda.get("/Subtype")) != "/FileAttachment" else "berlampiran"
    return next((kode for kunci, kode in _KUNCI.items() if kunci in benda), None)


def _hitung_halaman(akar: DictionaryObject) -> int:
    """Pages by walking the tree; a tree that bites its tail is refused."""
    antre: list[Any] = [akar["/Pages"]]
    dilihat: set[int] = set()
    halaman = 0
    while antre:
        simpul = antre.pop()
        if isinstance(simpul, IndirectObject):
            if simpul.idnum in dilihat:
                raise _tolak("rusak")
            dilihat.add(simpul.idnum)
            simpul = simpul.get_object()
        if not isinstance(simpul, DictionaryObject):
            continue
        if "/Kids" in simpul:
            antre += simpul["/Kids"].get_object()
        else:
            halaman += 1
        if len(dilihat) > BATAS_BENDA:
            raise _tolak("terlalu-rumit")
    return halaman


def periksa_gambar(isi: bytes) -> HasilPeriksa:
    """Check a photo: opens to the last row, not absurdly large. Raises TakSah."""
    tipe = kenali(isi)
    if tipe is None or tipe == "application/pdf":
        raise _tolak("bukan-gambar")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(isi), formats=["JPEG", "PNG", "WEBP"]) as gambar:
                if gambar.width * gambar.height > PIKSEL:
                    raise _tolak("gambar-besar")
                gambar.load()
    except TakSah:
        raise
    except Exception as sebab:
        raise _tolak("gambar-rusak") from sebab
    return HasilPeriksa(tipe, 1, False)


_TOLAK: dict[str, tuple[str, str]] = {
    "kosong": ("Berkas ini kosong.", "Pilih berkas lain, atau pindai ulang."),
    "bukan-pdf": ("Berkas ini bukan PDF, walaupun namanya mungkin berakhiran .pdf.", "Simpan sebagai PDF, atau foto lembarnya dengan tombol Ambil foto."),
    "gambar": ("Berkas ini gambar, bukan PDF.", "Pakai tombol Ambil foto atau Pilih berkas; SIKAP menjadikannya PDF."),
    "tersembunyi": ("PDF ini didahului isi lain.", "Buka berkasnya, lalu cetak ke PDF (Simpan sebagai PDF)."),
    "terpotong": ("PDF ini terpotong; bagian akhirnya tidak ada.", "Salin ulang berkasnya dari sumbernya, lalu unggah lagi."),
    "rusak": ("PDF ini rusak dan tidak dapat dibuka.", "Buka di komputer lalu simpan ulang sebagai PDF, atau pindai ulang."),
    "bermakna-ganda": ("Susunan PDF ini bermakna ganda.", "Buka, pilih Cetak, lalu Simpan sebagai PDF."),
    "terkunci": ("Berkas ini terkunci kata sandi.", "Simpan ulang tanpa kata sandi: buka, pilih Cetak, lalu Simpan sebagai PDF."),
    "berskrip": ("PDF ini berisi perintah otomatis (skrip).", "Buka, pilih Cetak, lalu Simpan sebagai PDF."),
    "menjalankan": ("PDF ini dapat membuka program atau berkas lain.", "Buka, pilih Cetak, lalu Simpan sebagai PDF."),
    "mengirim": ("PDF ini berisi formulir yang mengirim data ke tempat lain.", "Buka, pilih Cetak, lalu Simpan sebagai PDF."),
    "berlampiran": ("PDF ini membawa berkas lain di dalamnya.", "Unggah dokumennya saja: buka, pilih Cetak, lalu Simpan sebagai PDF."),
    "formulir-xfa": ("PDF ini formulir yang hanya terbuka di program tertentu.", "Buka di program itu, pilih Cetak, lalu Simpan sebagai PDF."),
    "media": ("PDF ini berisi suara, video, atau benda tiga dimensi.", "Buka, pilih Cetak, lalu Simpan sebagai PDF."),
    "tanpa-halaman": ("PDF ini tidak berisi halaman.", "Pindai ulang dokumennya."),
    "terlalu-tebal": ("PDF ini terlalu tebal.", "Unggah hanya halaman yang diminta."),
    "terlalu-rumit": ("Susunan PDF ini terlalu rumit untuk diperiksa.", "Buka, pilih Cetak, lalu Simpan sebagai PDF."),
    "bukan-gambar": ("Berkas ini bukan foto JPEG, PNG, atau WebP.", "Ambil foto lagi, atau pilih PDF."),
    "gambar-besar": ("Foto ini terlalu besar.", "Ambil foto dengan ukuran biasa."),
    "gambar-rusak": ("Foto ini rusak atau terpotong.", "Ambil foto lagi."),
}  # fmt: skip


def _tolak(kode: str, tambahan: str = "") -> TakSah:
    pesan, petunjuk = _TOLAK[kode]
    return TakSah(f"{pesan} {tambahan}".strip(), kode=f"berkas-{kode}", petunjuk=petunjuk)
