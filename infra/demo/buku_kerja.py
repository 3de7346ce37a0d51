"""A workbook of one sheet of texts, written by hand: small, quick, and the same bytes every time."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

WAKTU = (2026, 1, 1, 0, 0, 0)
_NS = "http://schemas.openxmlformats.org"
_KEPALA = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_BAGIAN = {
    "[Content_Types].xml": f'<Types xmlns="{_NS}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_NS}/package/2006/relationships"><Relationship Id="rId1" Type="{_NS}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_NS}/spreadsheetml/2006/main" xmlns:r="{_NS}/officeDocument/2006/relationships"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_NS}/package/2006/relationships"><Relationship Id="rId1" Type="{_NS}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}


def tulis(ke: Path, judul: Sequence[str], baris: Iterable[Sequence[str | None]]) -> None:
    """Headings, then rows; every cell a text, None an empty cell."""
    isi = "".join(_baris(n, b) for n, b in enumerate((judul, *baris), start=1))
    lembar = f'<worksheet xmlns="{_NS}/spreadsheetml/2006/main"><sheetData>{isi}</sheetData></worksheet>'
    with zipfile.ZipFile(ke, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as arsip:
        for nama, xml in {**_BAGIAN, "xl/worksheets/sheet1.xml": lembar}.items():
            arsip.writestr(_tetap(nama), _KEPALA + xml)


def _tetap(nama: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(nama, WAKTU)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    return info


def _baris(n: int, sel: Sequence[str | None]) -> str:
    isi = "".join(
        f'<c r="{_kolom(i)}{n}" t="inlineStr"><is><t xml:space="preserve">{escape(s)}</t></is></c>'
        for i, s in enumerate(sel)
        if s
    )
    return f'<row r="{n}">{isi}</row>'


def _kolom(i: int) -> str:
    """0 -> A, 25 -> Z, 26 -> AA."""
    return (chr(64 + i // 26) if i >= 26 else "") + chr(65 + i % 26)
