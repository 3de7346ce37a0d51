"""Hints point, and say so in words; what cannot be read gives none."""

from __future__ import annotations

import pytest
from chalicelib.rules.isyarat import Terlihat, baca

NIP = "197003111995031901"
SURAT = "KEPUTUSAN BUPATI NGAWI tentang kenaikan pangkat atas nama Drs. Sukarjono, M.Si. NIP 19700311 199503 1 901, TMT 2025"


def kode(
    teks: str = SURAT, slot: str = "sk-kp", rupa: str = "", sama=(False, False), nama: str = "SOEKARJONO"
) -> list[str]:
    return [i.kode for i in baca(slot, NIP, nama, [Terlihat("", ""), Terlihat(teks, rupa)], sama)]


def test_his_own_paper_is_recognised_in_old_and_new_spelling():
    assert kode() == ["nip", "nama"]
    assert kode(slot="skp-2025") == ["nip", "nama", "tahun"]


@pytest.mark.parametrize(
    ("lain", "isyarat"),
    [
        ({"teks": SURAT.replace("901", "902")}, "nip-lain"),
        ({"teks": SURAT.split("NIP")[0]}, "nip-tiada"),
        ({"nama": "SOEKARJONO HADI"}, "nama-tiada"),
        ({"slot": "skp-2024"}, "tahun-lain"),
        ({"rupa": "kosong"}, "rupa-kosong"),
        ({"rupa": "terbalik"}, "rupa-terbalik"),
        ({"sama": (True, False)}, "sama-orang-lain"),
        ({"sama": (False, True)}, "sama-slot-lain"),
    ],
)
def test_what_is_strange_stands_first(lain, isyarat):
    assert kode(**lain)[0] == isyarat


def test_a_scan_without_text_gives_no_hint_about_text():
    assert kode(teks="hal 1") == []


def test_a_hint_holds_no_number_of_anybody():
    semua = baca("skp-2024", NIP, "X", [Terlihat(SURAT.replace("901", "902"), "kosong")], (True, True))
    assert not any(angka in i.pesan for i in semua for angka in ("19700311", NIP))
    assert "2025" in semua[-1].pesan or any("2025" in i.pesan for i in semua)
