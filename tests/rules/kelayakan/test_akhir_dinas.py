"""Anumerta and pengabdian: kinds that follow no period (domain 2.2, 3.1)."""

from __future__ import annotations

import pytest
from alat_kelayakan import halangan, hasil, jawab, kode, tgl

TEWAS = {"meninggal": "2026-03-17", "tewas": True}


def karier(cpns: str, kp: str, gol: str = "III/b") -> list[dict]:
    """A career: CPNS in II/a, the present rank since `kp`."""
    return [{"gol": "II/a", "tmt": cpns, "mkg_tahun": 0, "mkg_bulan": 0, "jenis": "CPNS"},
            {"gol": gol, "tmt": kp, "mkg_tahun": 20, "mkg_bulan": 0, "jenis": "KP"}]  # fmt: skip


def test_anumerta_takes_effect_on_the_date_of_death_in_no_period():
    h = hasil("ANUMERTA", **TEWAS)
    assert (h.putusan, h.paling_cepat, h.golongan_baru.tulisan) == ("MS", tgl("2026-03-17"), "III/b")
    assert "tmt-ditetapkan" in kode(h)
    assert kode(hasil("ANUMERTA", **TEWAS, tmt_usul="2026-03-17")) == set()


@pytest.mark.parametrize(
    ("beda", "putusan", "cepat"),
    [
        ({"tewas": False}, "TMS", None),
        ({"tewas": None}, "PERLU_TELAAH", "2026-03-17"),
        ({"meninggal": None}, "PERLU_TELAAH", None),
        ({"tmt_usul": "2026-03-16"}, "TMS", "2026-03-17"),
        ({"kinerja": [], "hukuman": None}, "MS", "2026-03-17"),
    ],
)
def test_anumerta_needs_a_death_declared_tewas(beda, putusan, cepat):
    h = hasil("ANUMERTA", **{**TEWAS, **beda})
    assert (h.putusan, h.paling_cepat) == (putusan, tgl(cepat) if cepat else None)


def test_anumerta_is_offered_only_to_the_tewas():
    jenis = {h.jenis.value for h in jawab(**TEWAS).hasil}
    assert jenis == {"REGULER", "ANUMERTA", "PENGABDIAN"}
    assert "ANUMERTA" not in {h.jenis.value for h in jawab(**{**TEWAS, "tewas": False}).hasil}


# domain 2.2: 30 years and a month, 20 and a year, 10 and two years; BUP 58 reached on 20-9-2026: KPP on 1-9-2026
@pytest.mark.parametrize(
    ("cpns", "pangkat", "putusan"),
    [
        ("1996-09-01", "2026-08-01", "MS"),
        ("1996-09-01", "2026-08-02", "TMS"),
        ("1996-09-02", "2026-08-01", "TMS"),
        ("2006-09-01", "2025-09-01", "MS"),
        ("2006-09-01", "2025-09-02", "TMS"),
        ("2006-09-02", "2025-09-01", "TMS"),
        ("2016-09-01", "2024-09-01", "MS"),
        ("2016-09-01", "2024-09-02", "TMS"),
        ("2016-09-02", "2024-09-01", "TMS"),
    ],
)
def test_service_and_time_in_rank_for_pengabdian(cpns, pangkat, putusan):
    h = hasil("PENGABDIAN", golongan=karier(cpns, pangkat), tanggal_lahir="1968-09-20", tmt_usul="2026-09-01")
    assert h.putusan == putusan


@pytest.mark.parametrize(
    ("tmt", "putusan", "cepat"),
    [("2026-08-01", "TMS", "2026-09-01"), ("2026-09-01", "MS", "2026-09-01"), ("2026-10-01", "MS", "2026-09-01")],
)
def test_pengabdian_at_bup_takes_effect_in_the_month_of_bup(tmt, putusan, cepat):
    h = hasil("PENGABDIAN", golongan=karier("1990-03-01", "2020-04-01"), tanggal_lahir="1968-09-20", tmt_usul=tmt)
    assert (h.putusan, h.paling_cepat, h.paling_cepat_diusulkan) == (putusan, tgl(cepat), tgl(cepat))


@pytest.mark.parametrize(
    ("lahir", "ditawarkan"), [("1969-04-01", True), ("1969-04-02", False), ("1967-04-01", True), ("1967-03-31", False)]
)
def test_pengabdian_is_offered_within_twelve_months_of_bup(lahir, ditawarkan):
    jenis = {h.jenis.value for h in jawab(tanggal_lahir=lahir).hasil}
    assert ("PENGABDIAN" in jenis) is ditawarkan


def test_pengabdian_at_death_takes_effect_on_the_date_of_death():
    h = hasil("PENGABDIAN", golongan=karier("1990-03-01", "2020-04-01"), meninggal="2026-02-11")
    assert (h.putusan, h.paling_cepat) == ("MS", tgl("2026-02-11"))
    assert "akta-kematian" in h.berkas_kurang


def test_disability_in_service_asks_for_no_years():
    h = hasil("PENGABDIAN", gol="III/a", tmt="2025-04-01", cacat_karena_dinas=True)
    assert (h.putusan, "keterangan-cacat" in h.berkas_kurang) == ("MS", True)
    assert "PENGABDIAN" in {x.jenis.value for x in jawab(cacat_karena_dinas=True).hasil}


def test_unknown_disability_could_lift_the_bars():
    assert hasil("PENGABDIAN", cacat_karena_dinas=None).putusan == "PERLU_TELAAH"
    assert hasil("PENGABDIAN", cacat_karena_dinas=False).putusan == "TMS"


# domain 2.2, 2.5: no penalty of sedang or berat in the last year
@pytest.mark.parametrize(
    ("tingkat", "selesai", "putusan"),
    [
        ("sedang", "2025-08-31", "MS"),
        ("sedang", "2025-09-01", "TMS"),
        ("berat", None, "TMS"),
        ("ringan", "2026-08-01", "MS"),
    ],
)
def test_a_clean_year_before_pengabdian(tingkat, selesai, putusan):
    hukuman = [{"tingkat": tingkat, "mulai": "2025-01-01", "selesai": selesai}]
    h = hasil("PENGABDIAN", golongan=karier("1990-03-01", "2020-04-01"), tanggal_lahir="1968-09-20",
              tmt_usul="2026-09-01", hukuman=hukuman)  # fmt: skip
    assert h.putusan == putusan


GELAP = {"tingkat": "sedang", "mulai": None, "selesai": None}
PASTI = {"tingkat": "berat", "mulai": "2026-01-05", "selesai": "2027-01-04"}


@pytest.mark.parametrize(
    ("hukuman", "putusan"), [([GELAP], "PERLU_TELAAH"), ([GELAP, PASTI], "TMS"), ([PASTI, GELAP], "TMS")]
)
def test_a_penalty_that_is_sure_is_a_bar_whatever_is_not_known_of_another(hukuman, putusan):
    h = hasil("PENGABDIAN", golongan=karier("1990-03-01", "2020-04-01"), tanggal_lahir="1968-09-20",
              tmt_usul="2026-09-01", hukuman=hukuman)  # fmt: skip
    assert (h.putusan, "hukuman-setahun" in halangan(h)) == (putusan, putusan == "TMS")


@pytest.mark.parametrize(("predikat", "putusan"), [("Baik", "MS"), ("Butuh Perbaikan", "TMS")])
def test_the_last_rating_before_pengabdian(predikat, putusan):
    h = hasil("PENGABDIAN", golongan=karier("1990-03-01", "2020-04-01"), tanggal_lahir="1968-09-20",
              tmt_usul="2026-09-01", kinerja=[{"tahun": 2025, "predikat": predikat}])  # fmt: skip
    assert h.putusan == putusan


def test_pengabdian_knows_no_ceiling_and_no_examination():
    h = hasil("PENGABDIAN", golongan=karier("1990-03-01", "2020-04-01", "III/d"), tanggal_lahir="1968-09-20",
              tmt_usul="2026-09-01")  # fmt: skip
    assert (h.putusan, h.golongan_baru.tulisan) == ("MS", "IV/a")


def test_a_minister_of_the_reaper_has_no_bars_without_dasar():
    for h in jawab(**TEWAS, golongan=karier("2020-03-01", "2025-04-01")).hasil:
        assert all(t.dasar for t in h.temuan)
        assert (h.putusan == "TMS") is bool(halangan(h))
