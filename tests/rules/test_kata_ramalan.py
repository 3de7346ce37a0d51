"""The forecast in words."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from chalicelib.rules import kata_ramalan

from schemas.ramalan import HasilRamal, PandanganHitungan, sebut_kurang
from schemas.usulan import Jenis

APRIL, OKTOBER = date(2027, 4, 1), date(2027, 10, 1)
HITUNG = PandanganHitungan(
    opd="Dinas Pendidikan", orang=4210, jawaban=1200, bertumpu=35, kurang=[], janggal=[], periode=[], terancam=[],
    sedang_dihitung=False, antre=False,
)  # fmt: skip


def hasil(**lain):
    return HasilRamal.model_validate(
        {"jenis": Jenis.REGULER, "golongan_baru": "III/b", "paling_cepat": APRIL, "mkg": None, "gaji_pokok": None}
        | lain
    )


@pytest.mark.parametrize(
    "lain, kata",
    [
        ({}, "Reguler ke III/b, 1 April 2027."),
        ({"diusulkan": APRIL}, "Reguler ke III/b, 1 April 2027."),
        ({"diusulkan": OKTOBER}, "Reguler ke III/b, 1 April 2027; masih dapat diusulkan untuk 1 Oktober 2027."),
        ({"golongan_baru": "", "paling_cepat": None}, "Reguler, tanggal belum dapat ditentukan."),
    ],
)
def test_a_promotion_says_where_to_and_when(lain, kata):
    assert kata_ramalan.naik(hasil(**lain)) == kata


def test_what_is_lost_says_until_when_it_can_be_saved():
    assert kata_ramalan.bahaya(None, APRIL) == ""
    assert kata_ramalan.bahaya(OKTOBER, None) == "Terancam kehilangan 1 Oktober 2027"
    assert kata_ramalan.bahaya(OKTOBER, APRIL) == "Terancam kehilangan 1 Oktober 2027; batas OPD 1 April 2027"


def test_a_task_names_who_can_do_it():
    t = sebut_kurang("tmt-golongan")
    assert kata_ramalan.tugas(t) == f"{t.arti} ({t.pembenah})."
    assert kata_ramalan.tugas(t.model_copy(update={"pesan": "Dua SK."})).endswith("). Dua SK.")


def test_the_counts_make_a_sentence():
    awal = "Dinas Pendidikan: 1.200 kemungkinan naik pangkat dari 4.210 PNS; 35 di antaranya belum pasti karena datanya belum lengkap."
    assert kata_ramalan.ringkas(HITUNG) == awal
    rugi = HITUNG.model_copy(update={"terancam": [(APRIL, 1005), (OKTOBER, 3)]})
    assert kata_ramalan.ringkas(rugi) == f"{awal} Bila tidak dibereskan, 1.005 orang kehilangan periode 1 April 2027."


@pytest.mark.parametrize(
    "lain, kata",
    [
        ({}, ""),
        (
            {"selesai": datetime(2026, 11, 27, 18, 5, tzinfo=UTC)},
            "Terakhir selesai dihitung 28 November 2026 pukul 01.05.",
        ),
        ({"antre": True}, "Sebagian sedang dihitung ulang karena faktanya berubah."),
        ({"sedang_dihitung": True, "antre": True}, "Hitungan segera dimulai."),
        ({"sedang_dihitung": True, "dihitung": 1500, "ditandai": 8000}, "Sedang dihitung: 1.500 dari 8.000 orang."),
    ],
)
def test_the_counting_says_how_far_it_is_and_how_old(lain, kata):
    assert kata_ramalan.kemajuan(HITUNG.model_copy(update=lain)) == kata
