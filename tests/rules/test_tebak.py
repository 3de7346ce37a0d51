"""Guesses from the names of files as offices give them."""

from __future__ import annotations

import pytest
from chalicelib.rules.tebak import tebak

NIP = "197003111995031901"


@pytest.mark.parametrize(
    ("nama", "nip", "orang", "slot"),
    [
        (f"SKKP_{NIP}.pdf", NIP, "", "sk-kp"),
        ("SKP 2025 - Sukarjono.pdf", "", "sukarjono", "skp-2025"),
        ("scan/lama/19700311 199503 1 901 ijazah S1.PDF", NIP, "", "ijazah-s1"),
        ("SK CPNS an. SRI WAHYUNI.pdf", "", "sri wahyuni", "sk-cpns"),
        ("sk pns_budi.jpg", "", "budi", "sk-pns"),
        ("PAK_2024_siti-aminah.pdf", "", "siti aminah", "pak-2024"),
        ("STLUD 1 paimin.pdf", "", "paimin", "stlud-1"),
        ("Ijazah SMA Suparmin.pdf", "", "suparmin", "ijazah-slta"),
        ("SK Jabatan terakhir Wagiman.pdf", "", "terakhir wagiman", "sk-jabatan"),
        ("skp suparmin.pdf", "", "suparmin", "skp"),
        ("IMG_20261103_0912.jpg", "", "", ""),
        ("", "", "", ""),
        ("." * 200, "", "", ""),
    ],
)
def test_a_file_name_tells_whose_and_which(nama, nip, orang, slot):
    assert tebak(nama) == (nip, orang, slot)
