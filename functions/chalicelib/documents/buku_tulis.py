"""A workbook of one sheet of texts: NIP stay text, and a spreadsheet never takes a cell for a formula."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

TIPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_NS = "http://schemas.openxmlformats.org"
_PAKET = "application/vnd.openxmlformats"
_KEPALA = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_JENIS = f"{_PAKET}-officedocument.spreadsheetml"
_RUJUK = f"{_NS}/officeDocument/2006/relationships"
_BAGIAN = {
    "[Content_Types].xml": f'<Types xmlns="{_NS}/package/2006/content-types"><Default Extension="rels" ContentType="{_PAKET}-package.relationships+xml"/>'
    f'<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{_JENIS}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_JENIS}.worksheet+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_NS}/package/2006/relationships"><Relationship Id="rId1" Type="{_RUJUK}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_NS}/package/2006/relationships"><Relationship Id="rId1" Type="{_RUJUK}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}


def tulis(lembar: str, baris: Iterable[Sequence[str]]) -> bytes:
    """Rows of texts as .xlsx; `lembar` is the sheet's name (at most 31 characters, none of \\ / ? * [ ] :)."""
    isi = "".join(_baris(n, b) for n, b in enumerate(baris, start=1))
    buku = f'<workbook xmlns="{_NS}/spreadsheetml/2006/main" xmlns:r="{_RUJUK}"><sheets><sheet name="{escape(lembar[:31])}" sheetId="1" r:id="rId1"/></sheets></workbook>'
    halaman = f'<worksheet xmlns="{_NS}/spreadsheetml/2006/main"><sheetData>{isi}</sheetData></worksheet>'
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, xml in {**_BAGIAN, "xl/workbook.xml": buku, "xl/worksheets/sheet1.xml": halaman}.items():
            arsip.writestr(nama, _KEPALA + xml)
    return wadah.getvalue()


def _baris(n: int, sel: Sequence[str]) -> str:
    isi = "".join(
        f'<c r="{_kolom(i)}{n}" t="inlineStr"><is><t xml:space="preserve">{escape(s)}</t></is></c>'
        for i, s in enumerate(sel)
        if s
    )
    return f'<row r="{n}">{isi}</row>'


def _kolom(i: int) -> str:
    """0 -> A, 25 -> Z, 26 -> AA."""
    return (chr(64 + i // 26) if i >= 26 else "") + chr(65 + i % 26)
