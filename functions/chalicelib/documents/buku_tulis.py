"""A workbook of one sheet of texts: NIP stay text, and a spreadsheet never takes a cell for a formula or a link."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

TIPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LEBAR_TERBESAR = 50
"""The widest column, in characters."""


def tulis(lembar: str, judul: Sequence[str], baris: Iterable[Sequence[str]]) -> bytes:
    """Headings and rows of texts as .xlsx. The headings stay in sight and repeat on each printed page.

    `lembar` is the sheet's name (at most 31 characters, none of \\ / ? * [ ] :).
    """
    from xlsxwriter import Workbook

    wadah, lebar = io.BytesIO(), Counter[int]()
    with Workbook(wadah, {"in_memory": True}) as buku:
        halaman = buku.add_worksheet(lembar[:31])
        tebal = buku.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        for n, sel in enumerate(chain([judul], baris)):
            for i, teks in enumerate(sel):
                if teks:
                    halaman.write_string(n, i, teks, tebal if n == 0 else None)
                    lebar[i] = min(max(lebar[i], len(teks) + 1), LEBAR_TERBESAR)
        for i, n in lebar.items():
            halaman.set_column(i, i, n)
        halaman.freeze_panes(1, 0)
        halaman.repeat_rows(0)
        halaman.set_landscape()
        halaman.set_paper(9)
        halaman.fit_to_pages(1, 0)
    return wadah.getvalue()


TIPE_CSV = "text/csv; charset=utf-8"


def tulis_csv(judul: Sequence[str], baris: Iterable[Sequence[str]]) -> bytes:
    """Headings and rows as CSV in UTF-8 that a spreadsheet opens as it stands: a cell that begins like a formula stays text, and a
    number of 18 digits is written in groups, since a spreadsheet would round it."""
    wadah = io.StringIO()
    tulis_baris = csv.writer(wadah, delimiter=";", lineterminator="\r\n").writerow
    for isi in chain([judul], baris):
        tulis_baris([_sel_csv(x) for x in isi])
    return b"\xef\xbb\xbf" + wadah.getvalue().encode()


def _sel_csv(teks: str) -> str:
    if re.fullmatch(r"[0-9]{18}", teks):
        return f"{teks[:8]} {teks[8:14]} {teks[14]} {teks[15:]}"
    return f"'{teks}" if teks[:1] in tuple("=+-@\t\r") and teks[:1] else teks
