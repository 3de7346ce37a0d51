"""Telusur: the walk over a PDF's objects that finds everything by which it can act on its reader. Bytes in, facts out.

Alone in its module since pypdf takes a tenth of a second to import, which only who receives a file should wait for.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from chalicelib.documents.ganda import dengarkan
from chalicelib.documents.tolak_berkas import tolak
from chalicelib.galat import TakSah

BATAS_BENDA = 60_000
"""Objects walked; an honest decree has some hundreds."""
BATAS_MEKAR = 60_000_000
"""Bytes that one compressed stream of the file's own structure may become."""
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


def telusuri(isi: bytes, batas_halaman: int) -> tuple[int, bool]:
    """(pages, signed electronically?) of a PDF. Raises TakSah: whatever makes it dangerous, ambiguous or unreadable."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with dengarkan() as ganda:
                hasil = _pdf(isi, batas_halaman)
        except TakSah:
            raise
        except (DependencyError, FileNotDecryptedError) as sebab:
            raise tolak("terkunci") from sebab
        except Exception as sebab:  # whatever a broken file makes of its reader
            asing = isinstance(sebab, NotImplementedError) and b"/Encrypt" in isi
            raise tolak("terkunci" if asing else "rusak") from sebab
    if not _PEKA.isdisjoint(ganda):
        raise tolak("bermakna-ganda")
    return hasil


def _pdf(isi: bytes, batas_halaman: int) -> tuple[int, bool]:
    pembaca = PdfReader(io.BytesIO(isi), strict=False)
    if "/Encrypt" in pembaca.trailer:
        raise tolak("terkunci")
    akar: Any = pembaca.trailer["/Root"].get_object()
    tanda_tangan = False
    for benda in _benda(pembaca, akar):
        if kode := _bahaya(benda):
            raise tolak(kode)
        tanda_tangan = tanda_tangan or benda.get("/FT") == "/Sig" and "/V" in benda or benda.get("/Type") == "/Sig"
    halaman = _hitung_halaman(akar)
    if halaman == 0:
        raise tolak("tanpa-halaman")
    if halaman > batas_halaman:
        raise tolak("terlalu-tebal", f"{halaman} halaman; paling banyak {batas_halaman}.")
    return halaman, tanda_tangan


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
            raise tolak("terlalu-rumit")
        if isinstance(benda, DictionaryObject):
            if (
                isinstance(benda, StreamObject)
                and benda.get("/Type") in ("/ObjStm", "/XRef")
                and len(benda.get_data()) > BATAS_MEKAR
            ):
                raise tolak("terlalu-rumit")
            yield benda
            antre += benda.values()
        elif isinstance(benda, ArrayObject):
            antre += benda


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
                raise tolak("rusak")
            dilihat.add(simpul.idnum)
            simpul = simpul.get_object()
        if not isinstance(simpul, DictionaryObject):
            continue
        if "/Kids" in simpul:
            anak: Any = simpul["/Kids"].get_object()
            antre += anak
        else:
            halaman += 1
        if len(dilihat) > BATAS_BENDA:
            raise tolak("terlalu-rumit")
    return halaman
