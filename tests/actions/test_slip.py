"""The slip from the counter says the day as it is here, also before seven in the morning."""

from __future__ import annotations

import io

from chalicelib.actions import kantor_akun
from pypdf import PdfReader

from schemas.peran import Pelaku, Peran

ADMI = Pelaku(id="admi", nama="x", peran=frozenset({Peran.ADMIN}))


def test_its_last_day_is_the_one_of_this_place(kantor):
    kantor.jam.maju(hours=15)  # one in the morning of 26 November, WIB
    slip = kantor_akun.cetak_slip(kantor, ADMI, "karno")
    isi = kantor.documents.baca(slip.url.split("invalid/")[1].split("?")[0])
    assert "berlaku sampai 3 Desember 2026" in " ".join(PdfReader(io.BytesIO(isi)).pages[0].extract_text().split())
