"""KP struktural: the three ways, and the range of every eselon (domain 1.3, 2.2, 2.3)."""

from __future__ import annotations

import pytest
from alat_kelayakan import URUT, halangan, hasil, ijazah, kode, struktural, tgl

# domain 1.3: lowest and highest rank of each eselon
RENTANG = [("I.a", "IV/d", "IV/e"), ("I.b", "IV/c", "IV/e"), ("II.a", "IV/c", "IV/d"), ("II.b", "IV/b", "IV/c"),
           ("III.a", "IV/a", "IV/b"), ("III.b", "III/d", "IV/a"), ("IV.a", "III/c", "III/d"), ("IV.b", "III/b", "III/c"),
           ("V.a", "III/a", "III/b"), ("V.b", "III/a", "III/b")]  # fmt: skip
S2 = {"pendidikan": [ijazah("S2")]}


def putusan(eselon: str, gol: str, **beda):
    h = hasil("STRUKTURAL", gol=gol, jabatan=[struktural(eselon)], **S2, **beda)
    return h.putusan.value, halangan(h)


@pytest.mark.parametrize(("eselon", "terendah", "tertinggi"), RENTANG)
def test_a_rank_rises_from_one_below_the_lowest_to_the_highest_of_the_post(eselon, terendah, tertinggi):
    rendah, tinggi = URUT.index(terendah), URUT.index(tertinggi)
    assert putusan(eselon, URUT[rendah - 2]) == ("TMS", ["pangkat-terlalu-rendah"])
    assert putusan(eselon, URUT[rendah - 1]) == ("MS", [])
    assert putusan(eselon, URUT[tinggi - 1]) == ("MS", [])
    assert "pangkat-puncak-jabatan" in putusan(eselon, tertinggi)[1]


# way (a): one year in rank and one year in the post, counted from pelantikan
@pytest.mark.parametrize(
    ("pangkat", "pelantikan", "putusan", "cepat"),
    [
        ("2025-03-31", "2025-03-31", "MS", "2026-04-01"),
        ("2025-04-01", "2025-04-01", "MS", "2026-04-01"),
        ("2025-04-02", "2025-01-01", "TMS", "2026-05-01"),
        ("2025-01-01", "2025-04-02", "TMS", "2026-05-01"),
    ],
)
def test_one_below_the_lowest_needs_a_year_in_rank_and_in_the_post(pangkat, pelantikan, putusan, cepat):
    h = hasil("STRUKTURAL", gol="III/b", tmt=pangkat, jabatan=[struktural("IV.a", pelantikan)])
    assert (h.putusan, h.paling_cepat) == (putusan, tgl(cepat))


# way (b): four years in rank, the first period after pelantikan
@pytest.mark.parametrize(
    ("pangkat", "pelantikan", "putusan", "cepat"),
    [
        ("2022-04-01", "2026-03-31", "MS", "2026-04-01"),
        ("2022-04-01", "2026-04-01", "TMS", "2026-05-01"),
        ("2022-04-02", "2026-03-31", "TMS", "2026-05-01"),
    ],
)
def test_with_four_years_in_rank_the_first_period_after_pelantikan_is_open(pangkat, pelantikan, putusan, cepat):
    h = hasil("STRUKTURAL", gol="III/b", tmt=pangkat, jabatan=[struktural("IV.a", pelantikan)])
    assert (h.putusan, h.paling_cepat) == (putusan, tgl(cepat))


# way (c): within the range, four years in rank
@pytest.mark.parametrize(("pangkat", "putusan"), [("2022-03-31", "MS"), ("2022-04-01", "MS"), ("2022-04-02", "TMS")])
def test_within_the_range_four_years_in_rank_are_needed(pangkat, putusan):
    assert hasil("STRUKTURAL", gol="III/c", tmt=pangkat, jabatan=[struktural("IV.a")]).putusan == putusan


# domain 2.7: unbroken posts of the same level add up
@pytest.mark.parametrize(
    ("lama", "putusan"),
    [
        (struktural("IV.a", "2024-06-03", sampai="2025-12-31"), "MS"),
        (struktural("IV.a", "2024-06-03", sampai="2025-12-30"), "TMS"),
        (struktural("IV.b", "2024-06-03", sampai="2025-12-31"), "TMS"),
        (struktural("IV.a", "2024-06-03", sampai="2025-12-31", definitif=False), "TMS"),
    ],
)
def test_unbroken_definitive_posts_of_one_eselon_add_up(lama, putusan):
    kini = struktural("IV.a", "2026-01-01")
    h = hasil("STRUKTURAL", gol="III/b", tmt="2024-04-01", jabatan=[lama, kini])
    assert h.putusan == putusan


def test_a_plt_does_not_count():
    plt = struktural("IV.a", "2020-01-01", definitif=False)
    assert halangan(hasil("STRUKTURAL", gol="III/b", jabatan=[plt])) == ["belum-definitif"]


def test_who_becomes_definitive_later_is_told_when():
    jabatan = [struktural("IV.a", "2020-01-01", definitif=False), struktural("IV.a", "2026-05-04")]
    assert hasil("STRUKTURAL", gol="III/b", jabatan=jabatan).paling_cepat == tgl("2026-06-01")


@pytest.mark.parametrize(
    ("beda", "fakta"),
    [
        ({"eselon": None}, "belum-diketahui-eselon"),
        ({"definitif": None}, "belum-diketahui-definitif"),
        ({"pelantikan": None}, "belum-diketahui-pelantikan"),
    ],
)
def test_an_unknown_fact_of_the_post_is_named(beda, fakta):
    h = hasil("STRUKTURAL", gol="III/b", jabatan=[{**struktural("IV.a"), **beda}])
    assert (h.putusan, fakta in kode(h)) == ("PERLU_TELAAH", True)


def test_pelantikan_does_not_matter_within_the_range():
    h = hasil("STRUKTURAL", gol="III/c", jabatan=[{**struktural("IV.a"), "pelantikan": None}])
    assert h.putusan == "MS"


# domain 2.1 G9: for struktural the superior's rank is a note, before and after PerBKN 2/2025
@pytest.mark.parametrize(("tmt", "rank"), [("2025-04-01", "2021-04-01"), ("2026-04-01", "2022-04-01")])
def test_a_superior_of_lower_rank_is_only_noted(tmt, rank):
    h = hasil("STRUKTURAL", gol="III/c", tmt=rank, tmt_usul=tmt, atasan_golongan="III/c", jabatan=[struktural("IV.a")])
    assert (h.putusan, kode(h)) == ("MS", {"atasan-dicatat"})


# domain 2.2 (a): posts add up only as far as they are known to be definitive, of this eselon and inaugurated
@pytest.mark.parametrize("gelap", ["pelantikan", "eselon", "definitif"])
def test_an_earlier_post_not_fully_known_is_asked_about(gelap):
    lama = {**struktural("IV.a", "2024-06-01"), "tmt": "2024-06-01", "sampai": "2025-08-31"}
    kini = {**struktural("IV.a", "2025-09-01"), "tmt": "2025-09-01"}
    lengkap = hasil("STRUKTURAL", gol="III/b", tmt="2024-01-01", jabatan=[lama, kini])
    kurang = hasil("STRUKTURAL", gol="III/b", tmt="2024-01-01", jabatan=[{**lama, gelap: None}, kini])
    assert (lengkap.putusan, kurang.putusan) == ("MS", "PERLU_TELAAH")
