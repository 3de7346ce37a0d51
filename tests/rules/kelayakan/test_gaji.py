"""MKG and gaji pokok (domain 7.5, 7.6), transcribed here a second time by hand."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import pytest
from alat_kelayakan import hasil, ijazah, kode
from chalicelib.rules.kelayakan.gaji import gaji_pokok

from schemas.aturan import aturan
from schemas.golongan import Golongan, baca_golongan

TABEL = """
I/a 0 16857 17388 17935 18500 19083 19684 20304 20943 21603 22283 22985 23709 24455 25226
I/b 3 18408 18988 19586 20203 20839 21496 22173 22871 23591 24334 25101 25891 26707
I/c 3 19187 19791 20415 21058 21721 22405 23111 23839 24589 25364 26163 26987 27837
I/d 3 19999 20629 21278 21948 22640 23353 24088 24847 25629 26437 27269 28128 29014
II/a 1 22184 22882 23603 24346 25113 25904 26720 27562 28430 29325 30249 31201 32184 33198 34243 35322 36434
II/b 3 23850 24601 25376 26175 27000 27850 28727 29632 30565 31528 32521 33545 34602 35692 36816 37975
II/c 3 24859 25642 26450 27283 28142 29028 29943 30886 31858 32862 33897 34964 36065 37201 38373 39582
II/d 3 25911 26727 27568 28437 29332 30256 31209 32192 33206 34252 35331 36443 37591 38775 39996 41256
III/a 0 27857 28735 29640 30573 31536 32529 33554 34611 35701 36825 37985 39181 40415 41688 43001 44355 45752
III/b 0 29036 29950 30893 31866 32870 33905 34973 36075 37211 38383 39592 40839 42125 43451 44820 46232 47688
III/c 0 30264 31217 32200 33214 34260 35339 36452 37601 38785 40006 41266 42566 43907 45289 46716 48187 49705
III/d 0 31544 32537 33562 34619 35710 36834 37994 39191 40425 41699 43012 44367 45764 47205 48692 50225 51807
IV/a 0 32878 33914 34982 36084 37220 38392 39602 40849 42135 43462 44831 46243 47700 49202 50752 52350 53999
IV/b 0 34269 35348 36462 37610 38795 40016 41277 42577 43918 45301 46728 48199 49717 51283 52898 54564 56283
IV/c 0 35719 36844 38004 39201 40436 41709 43023 44378 45775 47217 48704 50238 51820 53452 55136 56872 58664
IV/d 0 37230 38402 39612 40859 42146 43473 44843 46255 47712 49214 50764 52363 54012 55714 57468 59278 61145
IV/e 0 38804 40027 41287 42587 43929 45312 46739 48211 49730 51296 52912 54578 56297 58070 59899 61786 63732
"""
BARIS = [baris.split() for baris in TABEL.strip().splitlines()]


def gaji(gol: str, tahun: int, d: str = "2026-04-01") -> int | None:
    """Pay by the tables of SIKAP."""
    return gaji_pokok(aturan().pada(date.fromisoformat(d)), baca_golongan(gol), tahun)


@pytest.mark.parametrize(("gol", "awal", "nilai"), [(b[0], int(b[1]), [int(n) * 100 for n in b[2:]]) for b in BARIS])
def test_pay_rises_every_second_year_and_stays_in_its_row(gol, awal, nilai):
    for n, rupiah in enumerate(nilai):
        assert gaji(gol, awal + 2 * n) == rupiah
        assert gaji(gol, awal + 2 * n + 1) == rupiah
    assert gaji(gol, 60) == nilai[-1]
    assert gaji(gol, 0) == (2_184_000 if gol == "II/a" else nilai[0])


@pytest.mark.parametrize(("tanggal", "ada"), [("2023-12-31", False), ("2024-01-01", True)])
def test_the_table_holds_from_1_january_2024(tanggal, ada):
    assert (gaji("III/a", 0, tanggal) is not None) is ada


# domain 7.5: reductions at the borders, none at III -> IV, floor at zero
@pytest.mark.parametrize(
    ("gol", "lama", "baru"),
    [
        ("I/d", (17, 2), (15, 2)),
        ("II/d", (17, 2), (16, 2)),
        ("III/d", (17, 2), (21, 2)),
        ("II/c", (17, 2), (21, 2)),
        ("I/d", (0, 0), (0, 0)),
        ("III/a", (0, 11), (4, 11)),
    ],
)
def test_mkg_goes_on_and_is_cut_at_the_borders(gol, lama, baru):
    satu = {"gol": gol, "tmt": "2022-04-01", "mkg_tahun": lama[0], "mkg_bulan": lama[1], "jenis": "KP"}
    assert hasil("PRESTASI_LUAR_BIASA", golongan=[satu]).mkg == baru


def test_two_borders_crossed_by_a_diploma_are_both_cut():
    satu = {"gol": "I/d", "tmt": "2024-04-01", "mkg_tahun": 20, "mkg_bulan": 6, "jenis": "KP"}
    h = hasil("PENYESUAIAN_IJAZAH", golongan=[satu], pendidikan=[ijazah("S1", 2023, None)])
    assert (h.golongan_baru.tulisan, h.mkg, h.gaji_pokok) == ("III/a", (11, 6), 3_252_900)


@pytest.mark.parametrize(("tmt", "mkg"), [("2022-04-15", (13, 11)), ("2022-04-01", (14, 0)), ("2022-03-31", (14, 0))])
def test_only_whole_months_count(tmt, mkg):
    satu = {"gol": "III/a", "tmt": tmt, "mkg_tahun": 10, "mkg_bulan": 0, "jenis": "KP"}
    assert hasil("REGULER", golongan=[satu]).mkg == mkg


def test_mkg_and_pay_are_those_at_the_tmt_asked_about_even_when_it_is_too_early():
    h = hasil("REGULER", gol="III/a", tmt="2023-04-01", mkg=10)
    assert (h.putusan, h.mkg, h.gaji_pokok) == ("TMS", (13, 0), 3_497_300)


def test_an_unknown_mkg_is_told_and_changes_no_verdict():
    h = hasil("REGULER", golongan=[{"gol": "III/a", "tmt": "2022-04-01", "jenis": "KP"}])
    assert (h.putusan, h.mkg, h.gaji_pokok, "belum-diketahui-mkg" in kode(h)) == ("MS", None, None, True)


def test_a_break_in_the_chain_of_decrees_is_noted():
    dua = [{"gol": "III/a", "tmt": "2018-04-01", "mkg_tahun": 4, "mkg_bulan": 0, "jenis": "KP"},
           {"gol": "III/b", "tmt": "2022-04-01", "mkg_tahun": 9, "mkg_bulan": 0, "jenis": "KP"}]  # fmt: skip
    assert "mkg-tidak-runtut" in kode(hasil("REGULER", golongan=dua))
    dua[1]["mkg_tahun"] = 8
    assert "mkg-tidak-runtut" not in kode(hasil("REGULER", golongan=dua))


def test_pay_never_falls_at_a_promotion():
    potong = {"I": 0, "II": 6, "III": 5, "IV": 0}
    urut = [g.tulisan for g in Golongan]
    for lama, baru in combinations(urut, 2):
        masuk = {g.split("/")[0] for g in urut[urut.index(lama) : urut.index(baru) + 1]} - {lama.split("/")[0]}
        for tahun in range(45):
            assert gaji(baru, max(0, tahun - sum(potong[g] for g in masuk))) >= gaji(lama, tahun)
