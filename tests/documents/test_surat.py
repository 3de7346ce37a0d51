"""The papers the system prints."""

from __future__ import annotations

import io

import pytest
from chalicelib.documents.surat import pengantar
from pypdf import PdfReader


@pytest.mark.parametrize(
    "opd, kepala",
    [
        ("Kecamatan Ngawi", "Camat Ngawi"),
        ("Sekretariat Daerah", "Sekretaris Daerah"),
        ("Inspektorat", "Inspektur"),
        ("RSUD dr. Soeroto", "Direktur RSUD dr. Soeroto"),
        ("Dinas Kesehatan", "Kepala Dinas Kesehatan"),
    ],
)
def test_the_head_of_an_office_signs_by_his_own_title(opd, kepala):
    isi = pengantar(opd=opd, nomor="800/1", tanggal="4 November 2026", periode="1 Februari 2027", baris=[])
    assert kepala in PdfReader(io.BytesIO(isi)).pages[0].extract_text().splitlines()
