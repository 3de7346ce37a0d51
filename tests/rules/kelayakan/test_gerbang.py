"""The common gate: ratings, penalties, CLTN, retirement, standing, unknown facts, notes on the NIP (domain 2.1, 2.5, 7.1)."""

from __future__ import annotations

import pytest
from alat_kelayakan import ADA, fungsional, halangan, hasil, jawab, kode, pak, struktural, tgl


def kinerja(**tahun: str) -> list[dict]:
    """t2024="Baik" -> a rating of 2024."""
    return [{"tahun": int(t[1:]), "predikat": p, "bulan": 12} for t, p in tahun.items()]


# domain 1.5, 2.1 G3: at least Baik in each of the last two complete years
@pytest.mark.parametrize(
    ("nilai", "putusan"),
    [
        ({"t2024": "Baik", "t2025": "Baik"}, "MS"),
        ({"t2024": "Sangat Baik", "t2025": "Baik"}, "MS"),
        ({"t2024": "Butuh Perbaikan", "t2025": "Baik"}, "TMS"),
        ({"t2024": "Baik", "t2025": "Kurang"}, "TMS"),
        ({"t2024": "Baik", "t2025": "Sangat Kurang"}, "TMS"),
        ({"t2023": "Kurang", "t2024": "Baik", "t2025": "Baik"}, "MS"),
        ({"t2024": "Baik", "t2025": "Baik", "t2026": "Kurang"}, "MS"),
        ({"t2025": "Baik"}, "PERLU_TELAAH"),
        ({}, "TMS"),
    ],
)
def test_two_years_are_rated_baik_or_better(nilai, putusan):
    assert hasil("REGULER", kinerja=kinerja(**nilai)).putusan == putusan


def test_two_halves_of_a_year_both_count():
    dua = [{"tahun": 2025, "predikat": p, "bulan": 6} for p in ("Baik", "Kurang")]
    assert "kinerja-kurang" in halangan(hasil("REGULER", kinerja=kinerja(t2024="Baik") + dua))


# domain 13.4: before March last year's rating may still be missing; the two years before it then answer, with a note
@pytest.mark.parametrize(
    ("tmt", "nilai", "putusan", "catatan"),
    [
        ("2026-02-01", {"t2023": "Baik", "t2024": "Baik"}, "MS", True),
        ("2026-02-01", {"t2024": "Baik", "t2025": "Baik"}, "MS", False),
        ("2026-02-01", {"t2023": "Kurang", "t2024": "Baik"}, "TMS", True),
        ("2026-02-01", {"t2023": "Baik", "t2024": "Baik", "t2025": "Kurang"}, "TMS", False),
        ("2026-03-01", {"t2023": "Baik", "t2024": "Baik"}, "PERLU_TELAAH", False),
        ("2026-03-01", {"t2024": "Baik", "t2025": "Baik"}, "MS", False),
    ],
)
def test_last_years_rating_must_be_there_from_march(tmt, nilai, putusan, catatan):
    h = hasil("REGULER", gol="III/a", tmt="2021-01-01", kinerja=kinerja(**nilai), tmt_usul=tmt)
    assert (h.putusan, "kinerja-tahun-lalu-menyusul" in kode(h)) == (putusan, catatan)


def test_a_poor_rating_bars_until_its_year_is_no_longer_judged():
    h = hasil("REGULER", kinerja=kinerja(t2024="Kurang", t2025="Baik"))
    assert (halangan(h), h.paling_cepat) == (["kinerja-kurang"], tgl("2027-03-01"))


# domain 2.5: only sedang and berat bar, while they run, both days included
@pytest.mark.parametrize(
    ("tingkat", "mulai", "selesai", "putusan", "cepat"),
    [
        ("sedang", "2025-10-01", "2026-03-31", "MS", "2026-04-01"),
        ("sedang", "2025-10-01", "2026-04-01", "TMS", "2026-05-01"),
        ("berat", "2026-04-01", "2026-04-02", "TMS", "2026-05-01"),
        ("berat", "2025-10-01", None, "TMS", None),
        ("berat", "2026-04-02", None, "MS", "2026-04-01"),
        ("ringan", "2025-10-01", None, "MS", "2026-04-01"),
    ],
)
def test_a_running_penalty_of_sedang_or_berat_bars(tingkat, mulai, selesai, putusan, cepat):
    h = hasil("REGULER", hukuman=[{"tingkat": tingkat, "mulai": mulai, "selesai": selesai}])
    assert (h.putusan, h.paling_cepat) == (putusan, tgl(cepat) if cepat else None)


def test_the_finding_tells_the_last_day_of_the_penalty():
    h = hasil("REGULER", hukuman=[{"tingkat": "sedang", "mulai": "2025-10-01", "selesai": "2026-09-30"}])
    assert (h.temuan[0].sampai, h.paling_cepat) == (tgl("2026-09-30"), tgl("2026-10-01"))


# domain 2.7: CLTN is no service; 2.1 G5: and bars while it runs
@pytest.mark.parametrize(
    ("cltn", "putusan", "cepat"),
    [
        ([("2023-01-01", "2023-12-31")], "TMS", "2027-04-01"),
        ([("2023-01-01", "2023-06-30"), ("2024-01-01", "2024-06-30")], "TMS", "2027-04-01"),
        ([("2020-01-01", "2021-12-31")], "MS", "2026-04-01"),
        ([("2025-04-01", "2026-03-31")], "TMS", "2027-04-01"),
        ([("2026-01-01", None)], "TMS", None),
        ([("2026-05-01", None)], "MS", "2026-04-01"),
    ],
)
def test_cltn_is_not_counted(cltn, putusan, cepat):
    h = hasil("REGULER", cltn=[{"mulai": a, "selesai": z} for a, z in cltn])
    assert (h.putusan, h.paling_cepat) == (putusan, tgl(cepat) if cepat else None)


@pytest.mark.parametrize(
    ("tmt", "mulai", "cukup"),
    [("2026-04-01", "2023-01-01", False), ("2026-02-01", "2026-03-01", False), ("2027-02-01", "2026-04-01", True)],
)
def test_time_in_rank_that_stands_still_is_not_called_enough_and_no_day_is_named_for_it(tmt, mulai, cukup):
    h = hasil("REGULER", cltn=[{"mulai": mulai, "selesai": None}], tmt_usul=tmt)
    masa = {t.kode.value: t for t in (*h.temuan, *h.alasan) if t.kode.value.startswith("masa-pangkat")}
    assert masa.keys() == ({"masa-pangkat-cukup"} if cukup else {"masa-pangkat-kurang"})
    assert cukup or (
        masa["masa-pangkat-kurang"].sampai is None and "belum tercatat berakhir" in masa["masa-pangkat-kurang"].pesan
    )


def test_cltn_is_left_out_of_mkg_too():
    dengan = hasil("REGULER", cltn=[{"mulai": "2023-01-01", "selesai": "2023-12-31"}])
    assert hasil("REGULER").mkg == (11, 1)
    assert dengan.mkg == (10, 1)
    assert "masa-efektif" in kode(dengan)


# domain 2.2: BUP by post; the TMT must lie before the pension date, the 1st of the month after the birthday month
BUP = [(58, {"jenis": "pelaksana"}), (58, struktural("IV.a")), (58, struktural("IV.b")), (58, struktural("III.a")),
       (58, struktural("III.b")), (58, struktural("V.a")), (58, struktural("V.b")), (60, struktural("II.b")),
       (60, struktural("II.a")), (60, struktural("I.a")), (60, struktural("I.b")), (58, fungsional("Ahli Pertama")),
       (58, fungsional("Ahli Muda")), (60, fungsional("Ahli Madya")), (65, fungsional("Ahli Utama")),
       (58, fungsional("Pemula")), (58, fungsional("Terampil")), (58, fungsional("Mahir")), (58, fungsional("Penyelia")),
       (60, {**fungsional("Ahli Muda"), "nama": "Guru Ahli Muda"})]  # fmt: skip


@pytest.mark.parametrize(("usia", "jabatan"), BUP)
def test_no_promotion_takes_effect_on_or_after_the_pension_date(usia, jabatan):
    isi = {"jabatan": [{"tmt": "2020-01-01", "definitif": True, **jabatan}], "angka_kredit": [pak("500")]}
    lahir = f"{2026 - usia}"
    sesudah = hasil("PRESTASI_LUAR_BIASA", tanggal_lahir=f"{lahir}-03-31", **isi)
    sebelum = hasil("PRESTASI_LUAR_BIASA", tanggal_lahir=f"{lahir}-04-01", **isi)
    assert "sudah-bup" in halangan(sesudah)
    assert "sudah-bup" not in halangan(sebelum)


def test_after_bup_there_is_no_earliest_date():
    assert hasil("REGULER", tanggal_lahir="1968-03-31").paling_cepat is None
    assert hasil("REGULER", gol="III/a", tmt="2022-04-02", tanggal_lahir="1968-04-15").paling_cepat is None


def test_an_unknown_post_matters_only_between_the_ages():
    assert "belum-diketahui-jabatan" in kode(hasil("PRESTASI_LUAR_BIASA", jabatan=None, tanggal_lahir="1968-03-31"))
    assert "belum-diketahui-jabatan" not in kode(hasil("PRESTASI_LUAR_BIASA", jabatan=None, tanggal_lahir="1990-03-31"))


# domain 2.1 G1
@pytest.mark.parametrize(
    ("kedudukan", "jenis", "halang"),
    [
        ("01", "REGULER", False), ("1", "REGULER", False), ("02", "REGULER", True), ("03", "REGULER", False),
        ("03", "STRUKTURAL", True), ("03", "SEDANG_TUBEL", False), ("07", "PEJABAT_NEGARA", False),
        ("07", "REGULER", True), ("04", "PEJABAT_NEGARA", True),
    ],
)  # fmt: skip
def test_the_legal_standing_opens_the_kind(kedudukan, jenis, halang):
    assert ("kedudukan-tidak-aktif" in halangan(hasil(jenis, kedudukan_hukum=kedudukan))) is halang


def test_pppk_and_cpns_are_not_promoted():
    assert "bukan-pns" in halangan(hasil("REGULER", nip="199001012022212901"))
    cpns = {"gol": "III/a", "tmt": "2025-03-01", "mkg_tahun": 0, "mkg_bulan": 0, "jenis": "CPNS"}
    assert "masih-cpns" in halangan(hasil("REGULER", golongan=[cpns]))
    nanti = {**cpns, "tmt": "2026-05-01", "jenis": "PNS"}
    assert [t.sampai for t in hasil("REGULER", golongan=[cpns, nanti]).temuan if t.kode.value == "masih-cpns"] == [
        tgl("2026-05-01")
    ]


def test_a_lone_cpns_row_of_long_ago_lacks_its_pns_row():
    cpns = {"gol": "III/a", "tmt": "2020-03-01", "mkg_tahun": 0, "mkg_bulan": 0, "jenis": "CPNS"}
    assert (hasil("REGULER", golongan=[cpns]).putusan, halangan(hasil("REGULER", golongan=[cpns]))) == (
        "PERLU_TELAAH",
        [],
    )


@pytest.mark.parametrize(
    ("pns", "putusan"),
    [("2022-04-01", "MS"), ("2022-04-02", "PERLU_TELAAH"), ("2024-04-01", "PERLU_TELAAH"), ("2024-04-02", "TMS")],
)
def test_without_the_cpns_date_the_answer_is_given_only_when_it_cannot_change(pns, putusan):
    baris = [{"gol": "III/a", "tmt": pns, "mkg_tahun": 1, "mkg_bulan": 0, "jenis": "PNS"}]
    assert hasil("REGULER", golongan=baris).putusan == putusan


@pytest.mark.parametrize(
    ("baris", "awal"),
    [
        ([{"gol": "III/a", "tmt": "2022-03-01", "jenis": "CPNS"}], "TMT CPNS"),
        ([{"gol": "III/a", "tmt": "2022-05-01", "jenis": "PNS"}], "TMT PNS"),
        ([{"gol": "III/a", "tmt": "2022-05-01"}], "TMT golongan"),
        ([{"gol": "II/a", "tmt": "2021-03-01", "jenis": "CPNS"}, {"gol": "III/a", "tmt": "2022-05-01", "jenis": "PNS"}], "TMT PNS"),
        ([{"gol": "II/a", "tmt": "2015-03-01", "jenis": "CPNS"}, {"gol": "III/a", "tmt": "2022-05-01", "jenis": "KP"}], "TMT golongan"),
    ],
)  # fmt: skip
def test_the_time_in_rank_names_the_day_it_runs_from(baris, awal):
    mkg = {"mkg_tahun": 0, "mkg_bulan": 0}
    h = hasil("REGULER", nip="199001012021032901", golongan=[{**b, **mkg} for b in baris], tmt_usul="2026-02-01")
    pesan = " ".join(t.pesan for t in h.temuan if "masa-pangkat" in t.kode.value or t.kode.value.endswith("tmt-cpns"))
    assert f" {awal} " in pesan.replace(",", " ").replace("TMT CPNS belum tercatat", "").replace(
        "dari TMT CPNS dapat", ""
    )


@pytest.mark.parametrize(
    ("berjalan", "putusan"),
    [([], "MS"), (["KP-2026-AAAAAA"], "TMS"), ([{"jenis": "REGULER", "tmt": "2026-04-01"}], "TMS"),
     ([{"status": "selesai"}], "MS"), ([{"status": "dibatalkan"}], "MS"), ([{"layanan": "pensiun"}], "MS")],
)  # fmt: skip
def test_one_proposal_at_a_time(berjalan, putusan):
    assert hasil("REGULER", usulan_berjalan=berjalan).putusan == putusan


def test_the_dead_are_pointed_to_pengabdian():
    h = hasil("REGULER", meninggal="2026-03-31")
    assert (halangan(h), h.paling_cepat) == (["meninggal"], None)
    assert hasil("REGULER", meninggal="2026-04-02").putusan == "MS"


# issue 3: a key that is absent or null is not known; the finding names the fact
@pytest.mark.parametrize(
    ("bidang", "fakta"),
    [
        ("kedudukan_hukum", "kedudukan"), ("tanggal_lahir", "tanggal-lahir"), ("pendidikan", "pendidikan"),
        ("golongan", "golongan"), ("jabatan", "jabatan"), ("kinerja", "kinerja"), ("hukuman", "hukuman"),
        ("cltn", "cltn"), ("usulan_berjalan", "usulan"),
    ],
)  # fmt: skip
def test_an_unknown_fact_that_matters_asks_for_review_and_is_named(bidang, fakta):
    h = hasil("REGULER", **{bidang: None})
    assert h.putusan == "PERLU_TELAAH"
    assert {t.kode.value for t in h.temuan if not t.menghalangi and t.kode.value.startswith("belum-diketahui")} >= {
        f"belum-diketahui-{fakta}"
    }


@pytest.mark.parametrize(
    "bidang",
    ["nama", "jenis_kelamin", "angka_kredit", "uji_kompetensi", "ujian", "diklat", "tugas_belajar", "atasan_golongan",
     "tewas", "cacat_karena_dinas", "dpk_dpb", "pejabat_negara", "prestasi_luar_biasa", "penemuan_baru", "formasi_pi",
     "berkas", "per_tanggal"],
)  # fmt: skip
def test_an_unknown_fact_that_cannot_matter_changes_nothing(bidang):
    assert hasil("REGULER", **{bidang: None}).putusan == "MS"


def test_while_the_post_is_unknown_all_three_ways_stay_open():
    semua = jawab(jabatan=None).hasil
    assert [(h.jenis.value, h.putusan.value) for h in semua] == [
        ("REGULER", "PERLU_TELAAH"), ("STRUKTURAL", "PERLU_TELAAH"), ("FUNGSIONAL", "PERLU_TELAAH"),
    ]  # fmt: skip


def test_a_missing_tmt_is_named_and_has_no_date():
    h = hasil("REGULER", golongan=[{"gol": "III/a", "tmt": None, "jenis": "KP"}])
    assert (h.putusan, h.paling_cepat, h.golongan_baru.tulisan) == ("PERLU_TELAAH", None, "III/b")
    assert kode(h) >= {"belum-diketahui-tmt-golongan"}


# domain 7.1: notes, never a verdict
@pytest.mark.parametrize(
    ("beda", "catatan"),
    [
        ({"tanggal_lahir": "1990-01-02"}, "nip-lahir-beda"),
        ({"jenis_kelamin": "L"}, "nip-kelamin-beda"),
        ({"nip": "199013012015032901", "jenis_kelamin": "P"}, "nip-janggal"),
        ({"golongan": [{"gol": "III/a", "tmt": "2014-03-01", "jenis": "CPNS"}, {"gol": "III/a", "tmt": "2015-03-01", "jenis": "PNS"}]}, "nip-cpns-beda"),
        ({"golongan": [{"gol": "III/a", "tmt": "2007-12-31", "jenis": "CPNS"}, {"gol": "III/a", "tmt": "2015-03-01", "jenis": "PNS"}]}, "cpns-muda"),
    ],
)  # fmt: skip
def test_what_the_nip_says_otherwise_is_only_noted(beda, catatan):
    h = hasil("REGULER", **beda)
    assert (h.putusan, catatan in kode(h)) == ("MS", True)


# domain 2.7: rank lowered, then restored
@pytest.mark.parametrize(
    ("riwayat", "ditelaah"),
    [
        (["III/b", "III/a"], True),
        (["III/a", "II/d", "III/a"], True),
        (["II/d", "II/c", "II/d", "III/a"], False),
        (["II/c", "II/d", "III/a"], False),
        (["III/a", "III/a"], False),
    ],
)
def test_a_rank_that_was_lost_is_reviewed_while_it_matters(riwayat, ditelaah):
    baris = [{"gol": g, "tmt": f"{2021 - len(riwayat) + n}-04-01", "jenis": "KP"} for n, g in enumerate(riwayat)]
    h = hasil("REGULER", golongan=baris)
    assert (h.putusan, "pangkat-pernah-turun" in kode(h)) == ("PERLU_TELAAH" if ditelaah else "MS", ditelaah)


def test_a_corrected_decree_counts_by_its_latest_tmt():
    baris = [
        {"gol": "III/a", "tmt": t, "mkg_tahun": 7, "mkg_bulan": 0, "jenis": "KP"} for t in ("2022-04-01", "2022-10-01")
    ]
    assert hasil("REGULER", golongan=baris).paling_cepat == tgl("2026-10-01")


def test_a_rank_of_the_future_is_not_yet_held():
    baris = [*ADA["golongan"], {"gol": "III/b", "tmt": "2026-06-01", "mkg_tahun": 11, "mkg_bulan": 3, "jenis": "KP"}]
    h = hasil("REGULER", golongan=baris)
    assert (h.golongan_baru.tulisan, h.putusan, "kp-mendatang" in kode(h)) == ("III/b", "MS", True)


def test_the_top_rank_has_no_target():
    h = hasil("REGULER", gol="IV/e")
    assert ("pangkat-tertinggi" in halangan(h), h.golongan_baru, h.mkg, h.gaji_pokok) == (True, None, None, None)


def test_every_bar_is_told_at_once():
    h = hasil("REGULER", gol="III/a", tmt="2023-04-01", kinerja=[], tmt_usul="2026-04-02", atasan_golongan=None)
    assert halangan(h) == ["bukan-periode", "kinerja-belum-ada", "masa-pangkat-kurang"]


# issue 3: paling_cepat whatever the windows; paling_cepat_diusulkan respects them (domain 3.3: closes M-2 day 15)
@pytest.mark.parametrize(
    ("per", "usul"),
    [("2026-02-15", "2026-04-01"), ("2026-02-16", "2026-05-01"), ("2026-03-15", "2026-05-01"), (None, "2026-06-01")],
)
def test_the_window_of_the_opd_moves_only_the_second_date(per, usul):
    h = hasil("REGULER", per_tanggal=per)
    assert (h.paling_cepat, h.paling_cepat_diusulkan) == (tgl("2026-04-01"), tgl(usul))


def test_the_kind_to_choose_is_open_and_reaches_highest():
    dua = jawab(gol="II/c", mkg=15, pendidikan=[*ADA["pendidikan"]], ujian=[{"jenis": "PI", "lulus": "2025-01-10"}])
    assert [h.jenis.value for h in dua.hasil] == ["REGULER", "PENYESUAIAN_IJAZAH"]
    assert dua.saran == "PENYESUAIAN_IJAZAH"
    assert jawab(gol="III/a", tmt="2023-01-01").saran is None


# domain 2.7: rank lowered by punishment then restored: the years before may count again
@pytest.mark.parametrize(
    ("pertama", "putusan"), [("2018-04-01", "PERLU_TELAAH"), ("2021-04-01", "PERLU_TELAAH"), ("2021-05-01", "TMS")]
)
def test_years_before_a_lowered_rank_are_looked_at_when_they_would_be_enough(pertama, putusan):
    baris = [{"gol": "III/c", "tmt": pertama, "jenis": "KP"}, {"gol": "III/b", "tmt": "2022-06-01", "jenis": "KP"},
             {"gol": "III/c", "tmt": "2023-06-01", "jenis": "KP"}]  # fmt: skip
    h = hasil("REGULER", golongan=baris)
    assert h.putusan == putusan
    assert str(h.paling_cepat) == "2027-06-01"
