"""KP reguler (domain 2.2, 1.2, 2.1, 3.1)."""

from __future__ import annotations

import pytest
from alat_kelayakan import URUT, halangan, hasil, ijazah, jawab, kode, tgl

SLTA, S1 = ijazah("SLTA", 2000), ijazah("S1")


# domain 2.1: counted by date; 1-4-2022 -> 1-4-2026 is exactly four years
@pytest.mark.parametrize(
    ("tmt_golongan", "putusan", "cepat"),
    [
        ("2022-03-31", "MS", "2026-04-01"),
        ("2022-04-01", "MS", "2026-04-01"),
        ("2022-04-02", "TMS", "2026-05-01"),
    ],
)
def test_four_years_are_counted_to_the_day(tmt_golongan, putusan, cepat):
    h = hasil("REGULER", gol="III/a", tmt=tmt_golongan)
    assert (h.putusan, h.paling_cepat) == (putusan, tgl(cepat))


# domain 2.7: first KP counts from TMT CPNS, not TMT PNS
@pytest.mark.parametrize(
    ("cpns", "pns", "putusan"),
    [
        ("2022-04-01", "2023-04-01", "MS"),
        ("2022-05-01", "2023-05-01", "TMS"),
    ],
)
def test_first_promotion_counts_from_cpns(cpns, pns, putusan):
    baris = [{"gol": "III/a", "tmt": cpns, "mkg_tahun": 0, "mkg_bulan": 0, "jenis": "CPNS"},
             {"gol": "III/a", "tmt": pns, "mkg_tahun": 1, "mkg_bulan": 0, "jenis": "PNS"}]  # fmt: skip
    h = hasil("REGULER", golongan=baris)
    assert h.putusan == putusan
    assert {"sk-cpns", "sk-pns", "spmt"} <= set(h.berkas_kurang)
    assert "sk-kp" not in h.berkas_kurang


# domain 1.2: highest rank by KP reguler per education; at the ceiling, and one below it
PLAFON = [("SD", "II/a"), ("SLTP", "II/c"), ("SLTP_KEJURUAN", "II/d"), ("SLTA", "III/b"), ("D1", "III/b"),
          ("D2", "III/b"), ("SGPLB", "III/c"), ("D3", "III/c"), ("D4", "III/d"), ("S1", "III/d"), ("PROFESI", "IV/a"),
          ("S2", "IV/a"), ("S3", "IV/b")]  # fmt: skip
UJIAN = [{"jenis": "UD1", "lulus": "2020-01-01"}, {"jenis": "UD2", "lulus": "2020-01-01"}]


@pytest.mark.parametrize(("tingkat", "tertinggi"), PLAFON)
def test_education_carries_to_its_ceiling_and_no_further(tingkat, tertinggi):
    di_bawah = URUT[URUT.index(tertinggi) - 1]
    sampai = hasil("REGULER", gol=di_bawah, pendidikan=[ijazah(tingkat)], ujian=UJIAN)
    lewat = hasil("REGULER", gol=tertinggi, pendidikan=[ijazah(tingkat)], ujian=UJIAN)
    assert sampai.putusan == "MS"
    assert (halangan(lewat), lewat.paling_cepat) == (["batas-pendidikan"], None)


# domain 1.2: the education that counts is the one recognised; 2.7: on the day
@pytest.mark.parametrize(
    ("diakui", "putusan", "cepat"),
    [
        ("2026-03-31", "MS", "2026-04-01"),
        ("2026-04-01", "MS", "2026-04-01"),
        ("2026-04-02", "TMS", "2026-05-01"),
        (None, "TMS", None),
    ],
)
def test_only_recognised_education_raises_the_ceiling(diakui, putusan, cepat):
    h = hasil("REGULER", gol="III/b", pendidikan=[SLTA, ijazah("S1", 2024, diakui)])
    assert (h.putusan, h.paling_cepat) == (putusan, tgl(cepat) if cepat else None)


@pytest.mark.parametrize(
    ("punya", "kata"),
    [
        ([], "Naik lagi hanya sesudah ijazah yang lebih tinggi diakui."),
        ([("S1", None)], "Ijazah S1 perlu diakui lebih dulu melalui pencantuman gelar."),
        ([("S1", "2026-05-02")], "Ijazah S1 diakui mulai 2 Mei 2026."),
    ],
)
def test_who_stands_at_the_ceiling_is_told_what_raises_it(punya, kata):
    h = hasil("REGULER", gol="III/b", pendidikan=[SLTA, *(ijazah(t, 2024, d) for t, d in punya)])
    (pesan,) = [t.pesan for t in h.temuan if t.kode.value == "batas-pendidikan"]
    assert pesan.endswith(f"yaitu III/b. {kata}")


def test_a_diploma_held_at_appointment_needs_no_recognition():
    baris = [
        {"gol": "II/a", "tmt": "2010-03-01", "jenis": "CPNS"},
        {"gol": "III/a", "tmt": "2022-04-01", "jenis": "KP"},
    ]
    punya = [ijazah("SLTA", 2005, None), ijazah("S1", 2009, None)]
    assert hasil("REGULER", golongan=baris, pendidikan=punya).putusan == "MS"
    sampai = [*baris, {"gol": "III/b", "tmt": "2022-04-02", "jenis": "KP"}]
    assert "batas-pendidikan" in halangan(hasil("REGULER", golongan=sampai, pendidikan=punya))


# PerBKN 2/2025 (domain 2.1 G9): the superior's rank binds until 19-5-2025
@pytest.mark.parametrize(
    ("tmt", "atasan", "putusan"),
    [
        ("2025-04-01", "III/a", "TMS"),
        ("2025-04-01", "III/b", "MS"),
        ("2025-06-01", "III/a", "MS"),
        ("2025-04-01", None, "PERLU_TELAAH"),
        ("2025-06-01", None, "MS"),
    ],
)
def test_the_superiors_rank_binds_before_perbkn_2_2025_only(tmt, atasan, putusan):
    h = hasil("REGULER", gol="III/a", tmt="2021-04-01", atasan_golongan=atasan, tmt_usul=tmt)
    assert h.putusan == putusan


def test_who_is_held_back_by_the_superior_rises_at_the_first_period_after_perbkn_2_2025():
    h = hasil("REGULER", gol="III/a", tmt="2021-04-01", atasan_golongan="III/a", tmt_usul="2025-04-01")
    assert (halangan(h), h.paling_cepat) == (["atasan-terlampaui"], tgl("2025-06-01"))


# domain 3.1: the three calendars, from both sides
@pytest.mark.parametrize(
    ("tmt", "cepat"),
    [
        ("2023-10-01", "2023-10-01"),
        ("2023-11-01", "2024-02-01"),
        ("2023-12-01", "2024-02-01"),
        ("2024-01-01", "2024-02-01"),
        ("2024-02-01", "2024-02-01"),
        ("2024-03-01", "2024-04-01"),
        ("2025-08-01", "2025-08-01"),
        ("2025-09-01", "2025-10-01"),
        ("2025-10-01", "2025-10-01"),
        ("2025-11-01", "2025-11-01"),
    ],
)
def test_the_calendar_of_periods_is_that_of_the_tmt(tmt, cepat):
    lama = f"{int(tmt[:4]) - 4}{tmt[4:]}"
    h = hasil("REGULER", gol="III/a", tmt=lama, tmt_usul=tmt)
    assert h.paling_cepat == tgl(cepat)
    assert halangan(h) == ([] if tmt == cepat else ["bukan-periode"])


def test_a_day_that_is_no_first_of_a_month_is_no_period():
    assert halangan(hasil("REGULER", gol="III/a", tmt="2020-01-01", tmt_usul="2026-04-02")) == ["bukan-periode"]


@pytest.mark.parametrize(
    "jabatan", [{"jenis": "struktural", "eselon": "IV.a"}, {"jenis": "fungsional", "jenjang": "Mahir"}]
)
def test_a_holder_of_a_post_does_not_rise_by_reguler(jabatan):
    h = hasil("REGULER", jabatan=[{**jabatan, "tmt": "2020-01-01", "definitif": True}])
    assert "bukan-pelaksana" in halangan(h)


def test_a_plt_remains_a_pelaksana():
    plt = {"jenis": "struktural", "eselon": "IV.a", "tmt": "2020-01-01", "pelantikan": "2020-01-01", "definitif": False}
    semua = {h.jenis.value: h.putusan.value for h in jawab(jabatan=[plt]).hasil}
    assert semua == {"REGULER": "MS", "STRUKTURAL": "TMS"}


def test_the_answer_says_why_it_is_open():
    h = hasil("REGULER")
    assert {a.kode.value for a in h.alasan} == {"masa-pangkat-cukup", "kinerja-baik", "pendidikan-cukup"}
    assert kode(h) == set()
