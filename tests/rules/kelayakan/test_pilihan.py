"""The other kinds by choice: diploma, study, secondment, decree, pejabat negara (domain 2.2, 2.4)."""

from __future__ import annotations

import pytest
from alat_kelayakan import URUT, fungsional, halangan, hasil, ijazah, jawab, kode, pak, struktural, tgl

PI = [{"jenis": "PI", "lulus": "2025-06-01"}]
# domain 2.4: rank now at most, and becomes
SASARAN = [("SLTP", "I/b", "I/c"), ("SLTP_KEJURUAN", "I/b", "I/c"), ("SLTA", "I/d", "II/a"), ("D1", "I/d", "II/a"),
           ("SGPLB", "II/a", "II/b"), ("D2", "II/a", "II/b"), ("D3", "II/b", "II/c"), ("S1", "II/d", "III/a"),
           ("D4", "II/d", "III/a"), ("PROFESI", "III/a", "III/b"), ("S2", "III/a", "III/b"), ("S3", "III/b", "III/c")]  # fmt: skip


@pytest.mark.parametrize(("tingkat", "paling_tinggi", "menjadi"), SASARAN)
@pytest.mark.parametrize("jenis", ["PENYESUAIAN_IJAZAH", "SELESAI_TUBEL"])
def test_a_diploma_opens_its_rank_up_to_one_below_it(jenis, tingkat, paling_tinggi, menjadi):
    isi = {"pendidikan": [ijazah(tingkat, 2024, None)], "ujian": PI,
           "tugas_belajar": [{"mulai": "2021-09-01", "selesai": "2024-08-31", "lulus": "2024-07-01"}]}  # fmt: skip
    boleh = hasil(jenis, gol=paling_tinggi, tmt="2024-01-01", **isi)
    setara = hasil(jenis, gol=menjadi, tmt="2024-01-01", **isi)
    assert (boleh.putusan, boleh.golongan_baru.tulisan) == ("MS", menjadi)
    assert (halangan(setara), setara.golongan_baru) == (["pangkat-sudah-setara"], None)


# the years in rank from both sides; ranks may be skipped and both borders cost MKG
@pytest.mark.parametrize(("pangkat", "putusan"), [("2025-03-31", "MS"), ("2025-04-01", "MS"), ("2025-04-02", "TMS")])
def test_a_year_in_rank_is_needed_for_a_diploma(pangkat, putusan):
    for jenis in ("PENYESUAIAN_IJAZAH", "SELESAI_TUBEL"):
        tubel = [{"mulai": "2021-09-01", "selesai": "2024-08-31", "lulus": True}]
        isi = {"pendidikan": [ijazah("S1", 2024, None)], "ujian": PI, "tugas_belajar": tubel}
        assert hasil(jenis, gol="II/c", tmt=pangkat, **isi).putusan == putusan


def test_ranks_are_skipped_and_the_years_taken_off():
    h = hasil(
        "PENYESUAIAN_IJAZAH", gol="II/a", tmt="2024-04-01", mkg=10, pendidikan=[ijazah("S1", 2023, None)], ujian=PI
    )
    assert (h.golongan_baru.tulisan, h.mkg) == ("III/a", (7, 0))  # 10y + 2y - 5y


@pytest.mark.parametrize(
    ("beda", "halang"),
    [
        ({}, []),
        ({"ujian": []}, ["ujian-pi-belum"]),
        ({"ujian": [{"jenis": "PI", "lulus": "2026-04-01"}]}, []),
        ({"ujian": [{"jenis": "PI", "lulus": "2026-04-02"}]}, ["ujian-pi-belum"]),
        ({"ujian": [{"jenis": "PI", "lulus": "2019-04-02"}]}, ["ujian-pi-belum"]),  # about an older diploma
        ({"ujian": [{"jenis": "UD1", "lulus": "2025-04-02"}]}, ["ujian-pi-belum"]),
        ({"formasi_pi": False}, ["formasi-tidak-ada"]),
        ({"jabatan": [fungsional("Terampil")]}, ["pemegang-jf"]),
        ({"pendidikan": []}, ["ijazah-tidak-ada"]),
        ({"pendidikan": [ijazah("S1", 2027, None)]}, ["ijazah-tidak-ada"]),
        ({"kinerja": [{"tahun": 2024, "predikat": "Kurang"}, {"tahun": 2025, "predikat": "Baik"}]}, []),
        ({"kinerja": [{"tahun": 2025, "predikat": "Butuh Perbaikan"}]}, ["kinerja-kurang"]),
    ],
)
def test_conditions_of_penyesuaian_ijazah(beda, halang):
    isi = {"pendidikan": [ijazah("S1", 2023, None)], "ujian": PI, **beda}
    h = hasil("PENYESUAIAN_IJAZAH", gol="II/c", tmt="2024-04-01", **isi)
    assert halangan(h) == halang
    assert (h.putusan == "MS") is (halang == [])


@pytest.mark.parametrize(
    ("bidang", "fakta"), [("formasi_pi", "formasi"), ("ujian", "ujian"), ("pendidikan", "pendidikan")]
)
def test_unknown_facts_of_penyesuaian_ijazah(bidang, fakta):
    isi = {"pendidikan": [ijazah("S1", 2023, None)], "ujian": PI, bidang: None}
    h = hasil("PENYESUAIAN_IJAZAH", gol="II/c", tmt="2024-04-01", **isi)
    assert (h.putusan, f"belum-diketahui-{fakta}" in kode(h)) == ("PERLU_TELAAH", True)


def test_a_higher_diploma_without_its_exam_does_not_spoil_the_lower_one():
    punya = [ijazah("S1", 2023, None), ijazah("S2", 2026, None)]
    h = hasil("PENYESUAIAN_IJAZAH", gol="II/c", tmt="2024-04-01", pendidikan=punya, ujian=PI)
    assert (h.putusan, h.golongan_baru.tulisan) == ("MS", "III/a")


def test_papers_of_penyesuaian_ijazah():
    h = hasil(
        "PENYESUAIAN_IJAZAH", gol="II/c", pendidikan=[ijazah("S1", 2023, None)], ujian=PI, berkas=["sk-tugas-belajar"]
    )
    assert set(h.berkas_kurang) == {
        "sk-kp",
        "skp-2025",
        "stl-pi",
        "ijazah-s1",
        "transkrip",
        "akreditasi",
        "uraian-tugas",
    }


# 204: four years in rank, within the range of the former post
SEDANG = [{"mulai": "2024-09-01", "selesai": None, "lulus": None}]


@pytest.mark.parametrize(
    ("gol", "tmt", "asal", "halang"),
    [
        ("III/c", "2022-03-31", struktural("IV.a"), []),
        ("III/c", "2022-04-01", struktural("IV.a"), []),
        ("III/c", "2022-04-02", struktural("IV.a"), ["masa-pangkat-kurang"]),
        ("III/b", "2022-04-01", struktural("IV.a"), []),
        ("III/d", "2022-04-01", struktural("IV.a"), ["di-luar-rentang", "ujian-dinas-belum"]),
        ("III/a", "2022-04-01", struktural("IV.a"), ["di-luar-rentang"]),
        ("III/a", "2022-04-01", fungsional("Ahli Pertama"), []),
        ("III/b", "2022-04-01", fungsional("Ahli Pertama"), ["di-luar-rentang"]),
        ("III/a", "2022-04-01", {"jenis": "pelaksana", "tmt": "2020-01-01"}, ["tanpa-jabatan-asal"]),
    ],
)
def test_while_on_study_leave_the_former_post_bounds_the_rank(gol, tmt, asal, halang):
    asal = {**asal, "sampai": "2024-08-31"}
    h = hasil("SEDANG_TUBEL", gol=gol, tmt=tmt, jabatan=[asal], tugas_belajar=SEDANG, kedudukan_hukum="03")
    assert halangan(h) == halang


@pytest.mark.parametrize(
    ("asal", "jenis"), [(struktural("IV.a"), "SEDANG_TUBEL"), ({"jenis": "pelaksana", "tmt": "2020-01-01"}, "REGULER")]
)
def test_who_had_no_post_before_study_goes_by_reguler(asal, jenis):
    h = jawab(gol="III/c", jabatan=[{**asal, "sampai": "2024-08-31"}], tugas_belajar=SEDANG, kedudukan_hukum="03")
    assert [(x.jenis.value, x.putusan.value) for x in h.hasil] == [(jenis, "MS")]


@pytest.mark.parametrize(
    ("tubel", "halang", "cepat"),
    [
        ([{"mulai": "2021-09-01", "selesai": "2026-03-31", "lulus": "2026-02-01"}], [], "2026-04-01"),
        (
            [{"mulai": "2021-09-01", "selesai": "2026-04-01", "lulus": "2026-02-01"}],
            ["tubel-belum-selesai"],
            "2026-05-01",
        ),
        ([{"mulai": "2021-09-01", "selesai": None, "lulus": None}], ["tubel-belum-selesai"], None),
        ([{"mulai": "2021-09-01", "selesai": "2025-08-31", "lulus": None}], ["tubel-belum-lulus"], None),
        (
            [{"mulai": "2021-09-01", "selesai": "2025-08-31", "lulus": "2026-04-20"}],
            ["tubel-belum-lulus"],
            "2026-05-01",
        ),
        ([], ["tubel-tidak-ada"], None),
    ],
)
def test_study_must_be_over_and_passed(tubel, halang, cepat):
    h = hasil("SELESAI_TUBEL", gol="II/c", pendidikan=[ijazah("S1", 2026, None)], tugas_belajar=tubel)
    assert halangan(h) == halang
    assert h.paling_cepat == (tgl(cepat) if cepat else None) or h.golongan_baru is None


# 206
def dpk(**beda):
    return [{"mulai": "2015-01-01", "selesai": None, **beda}]


@pytest.mark.parametrize(
    ("isi", "halang"),
    [
        ({"gol": "III/c", "dpk_dpb": dpk(eselon="IV.a")}, []),
        ({"gol": "III/d", "dpk_dpb": dpk(eselon="IV.a")}, ["di-luar-rentang", "ujian-dinas-belum"]),
        ({"gol": "III/c", "tmt": "2022-04-01", "dpk_dpb": dpk(eselon="IV.a")}, []),
        ({"gol": "III/c", "tmt": "2022-04-02", "dpk_dpb": dpk(eselon="IV.a")}, ["masa-pangkat-kurang"]),
        ({"gol": "III/a", "tmt": "2024-04-01", "dpk_dpb": dpk(jenjang="Ahli Pertama"), "angka_kredit": [pak("50")]}, []),
        ({"gol": "III/a", "tmt": "2024-04-02", "dpk_dpb": dpk(jenjang="Ahli Pertama"), "angka_kredit": [pak("50")]}, ["masa-pangkat-kurang"]),
        ({"gol": "III/a", "dpk_dpb": dpk(jenjang="Ahli Pertama"), "angka_kredit": [pak("49.99")]}, ["angka-kredit-kurang"]),
        ({"gol": "III/a", "dpk_dpb": dpk()}, ["dpk-tanpa-jabatan"]),
        ({"gol": "III/a", "dpk_dpb": []}, ["dpk-tidak-berjalan"]),
        ({"gol": "III/a", "dpk_dpb": [{"mulai": "2015-01-01", "selesai": "2026-03-31", "eselon": "IV.b"}]}, ["dpk-tidak-berjalan"]),
    ],
)  # fmt: skip
def test_the_seconded_rise_by_the_equal_post(isi, halang):
    assert halangan(hasil("DPK_DPB", **isi)) == halang


@pytest.mark.parametrize(("kali", "bidang", "putusan"), [(2, None, "MS"), (3, None, "TMS"), (3, "kesehatan", "MS")])
def test_at_most_three_promotions_while_seconded(kali, bidang, putusan):
    baris = [{"gol": g, "tmt": t, "jenis": "KP"} for g, t in
             [("III/a", "2014-04-01"), ("III/b", "2015-04-01"), ("III/c", "2018-04-01"), ("III/d", "2022-04-01")]]  # fmt: skip
    dipakai = baris[: kali + 1]
    post = {2: "IV.a", 3: "III.b"}[kali]
    ujian = [{"jenis": "UD2", "lulus": "2020-01-01"}]
    h = hasil("DPK_DPB", golongan=dipakai, dpk_dpb=dpk(eselon=post, bidang=bidang), ujian=ujian)
    assert h.putusan == putusan


# 208, 207, 209
@pytest.mark.parametrize(
    ("jenis", "tmt", "predikat", "putusan"),
    [
        ("PRESTASI_LUAR_BIASA", "2025-04-01", "Sangat Baik", "MS"),
        ("PRESTASI_LUAR_BIASA", "2025-04-02", "Sangat Baik", "TMS"),
        ("PRESTASI_LUAR_BIASA", "2025-04-01", "Baik", "TMS"),
        ("PENEMUAN_BARU", "2025-04-01", "Baik", "MS"),
        ("PENEMUAN_BARU", "2025-04-02", "Baik", "PERLU_TELAAH"),
        ("PENEMUAN_BARU", "2025-04-01", "Butuh Perbaikan", "TMS"),
        ("PEJABAT_NEGARA", "2022-04-01", "Baik", "MS"),
        ("PEJABAT_NEGARA", "2022-04-02", "Baik", "TMS"),
        ("PEJABAT_NEGARA", "2022-04-01", "Kurang", "TMS"),
    ],
)
def test_years_and_rating_of_the_kinds_by_decree(jenis, tmt, predikat, putusan):
    sk = [{"sk": "800/1/2025", "tanggal": "2025-12-01", "mulai": "2020-01-01"}]
    kinerja = [{"tahun": t, "predikat": predikat, "bulan": 12} for t in (2024, 2025)]
    h = hasil(jenis, gol="III/a", tmt=tmt, kinerja=kinerja, prestasi_luar_biasa=sk, penemuan_baru=sk, pejabat_negara=sk)
    assert h.putusan == putusan


@pytest.mark.parametrize("jenis", ["PRESTASI_LUAR_BIASA", "PENEMUAN_BARU"])
@pytest.mark.parametrize(
    ("tanggal", "halang"),
    [("2026-04-01", False), ("2026-04-02", True), ("2022-04-01", False), ("2022-03-31", True)],
)
def test_the_decree_belongs_to_the_present_rank(jenis, tanggal, halang):
    sk = [{"sk": "1", "tanggal": tanggal}]
    h = hasil(jenis, prestasi_luar_biasa=sk, penemuan_baru=sk, kinerja=[{"tahun": 2025, "predikat": "Sangat Baik"}])
    assert (halangan(h) != []) is halang


def test_extraordinary_work_is_not_bound_to_the_range_of_the_post():
    sk = [{"sk": "1", "tanggal": "2026-01-01"}]
    h = hasil("PRESTASI_LUAR_BIASA", gol="III/d", jabatan=[struktural("IV.a")], prestasi_luar_biasa=sk,
              kinerja=[{"tahun": 2025, "predikat": "Sangat Baik"}])  # fmt: skip
    assert h.putusan == "MS"


@pytest.mark.parametrize(
    ("jenis", "bidang", "fakta"),
    [
        ("SEDANG_TUBEL", "tugas_belajar", "tugas-belajar"), ("SELESAI_TUBEL", "tugas_belajar", "tugas-belajar"),
        ("DPK_DPB", "dpk_dpb", "dpk"), ("PRESTASI_LUAR_BIASA", "prestasi_luar_biasa", "prestasi"),
        ("PENEMUAN_BARU", "penemuan_baru", "penemuan"), ("PEJABAT_NEGARA", "pejabat_negara", "pejabat-negara"),
    ],
)  # fmt: skip
def test_the_fact_on_which_a_kind_rests_is_named_when_unknown(jenis, bidang, fakta):
    assert f"belum-diketahui-{fakta}" in kode(hasil(jenis, **{bidang: None}))


@pytest.mark.parametrize("gol", URUT[:-1])
def test_every_kind_answers_for_every_rank(gol):
    for jenis in ("REGULER", "STRUKTURAL", "FUNGSIONAL", "DPK_DPB", "PEJABAT_NEGARA", "PENGABDIAN", "ANUMERTA"):
        h = hasil(jenis, gol=gol)
        assert h.golongan_baru.tulisan == URUT[URUT.index(gol) + 1] if h.golongan_baru else h.putusan == "TMS"


# domain 2.2 (204): the post that was held before the study, though another begins on its first day
def test_the_post_before_the_study_counts_though_one_begins_with_it():
    post = [{**struktural("IV.a", "2020-01-01"), "tmt": "2020-01-01", "sampai": "2024-08-31"},
            {"jenis": "pelaksana", "tmt": "2024-09-01", "definitif": True}]  # fmt: skip
    beda = {"gol": "III/c", "tmt": "2022-04-01", "kedudukan_hukum": "03", "jabatan": post}
    j = jawab(tugas_belajar=[{"mulai": "2024-09-01"}], **beda)
    assert [(h.jenis, h.putusan) for h in j.hasil] == [("SEDANG_TUBEL", "MS")]


# domain 2.2 (206): as the equal JF, with its competence test at the border of a jenjang
def test_a_seconded_jf_enters_a_new_level_only_with_its_competence_test():
    beda = {"gol": "III/b", "dpk_dpb": [{"mulai": "2020-01-01", "jenjang": "Ahli Muda"}], "angka_kredit": [pak("60")]}
    assert hasil("DPK_DPB", **beda).putusan == "TMS"
    assert hasil("DPK_DPB", uji_kompetensi=[{"jenjang": "Ahli Muda", "lulus": "2025-01-01"}], **beda).putusan == "MS"
