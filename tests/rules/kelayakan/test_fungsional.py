"""KP fungsional: points, months, eras, borders of jenjang (domain 1.4)."""

from __future__ import annotations

from decimal import Decimal

import pytest
from alat_kelayakan import fungsional, halangan, hasil, jawab, kode, pak, tgl

BAIK = [{"tahun": t, "predikat": "Baik", "bulan": 12} for t in (2023, 2024, 2025)]

# domain 1.4: points to leave a rank, by category; the level held; the level that the next rank needs
BUTUH = [("Pemula", "II/a", "15", "Terampil"), ("Terampil", "II/b", "20", None), ("Terampil", "II/c", "20", None),
         ("Terampil", "II/d", "20", "Mahir"), ("Mahir", "III/a", "50", None), ("Mahir", "III/b", "50", "Penyelia"),
         ("Penyelia", "III/c", "100", None), ("Ahli Pertama", "III/a", "50", None),
         ("Ahli Pertama", "III/b", "50", "Ahli Muda"), ("Ahli Muda", "III/c", "100", None),
         ("Ahli Muda", "III/d", "100", "Ahli Madya"), ("Ahli Madya", "IV/a", "150", None),
         ("Ahli Madya", "IV/b", "150", None), ("Ahli Madya", "IV/c", "150", "Ahli Utama"),
         ("Ahli Utama", "IV/d", "200", None)]  # fmt: skip


def jf(jenjang: str, gol: str, *, nilai: str | None = None, uji: str | None = None, **beda):
    """A holder of a functional post, born late enough."""
    ak = [pak(nilai)] if nilai else []
    lulus = [{"jenjang": uji, "lulus": "2021-01-01"}] if uji else []
    isi = {"angka_kredit": ak, "uji_kompetensi": lulus, "jabatan": [fungsional(jenjang)], **beda}
    return hasil("FUNGSIONAL", gol=gol, **isi)


@pytest.mark.parametrize(("jenjang", "gol", "butuh", "naik_ke"), BUTUH)
def test_points_to_leave_a_rank(jenjang, gol, butuh, naik_ke):
    kurang = str(Decimal(butuh) - Decimal("0.01"))
    di = naik_ke or jenjang
    assert jf(di, gol, nilai=butuh, uji=naik_ke).putusan == "MS"
    h = jf(di, gol, nilai=kurang, uji=naik_ke)
    assert (halangan(h), h.paling_cepat) == (["angka-kredit-kurang"], None)
    assert h.angka_kredit.butuh == Decimal(butuh)


@pytest.mark.parametrize(("jenjang", "gol", "butuh", "naik_ke"), [b for b in BUTUH if b[3]])
def test_the_new_level_and_its_test_come_before_the_rank(jenjang, gol, butuh, naik_ke):
    assert halangan(jf(jenjang, gol, nilai=butuh)) == ["jenjang-belum-naik"]
    assert halangan(jf(naik_ke, gol, nilai=butuh)) == ["uji-kompetensi-belum"]
    assert "belum-diketahui-uji-kompetensi" in kode(jf(naik_ke, gol, nilai=butuh, uji_kompetensi=None))


@pytest.mark.parametrize(("jenjang", "gol"), [("Penyelia", "III/d"), ("Ahli Utama", "IV/e")])
def test_at_the_top_there_is_no_target(jenjang, gol):
    h = jf(jenjang, gol, nilai="500")
    assert ("puncak-jenjang" in halangan(h), h.golongan_baru, h.mkg) == (True, None, None)


@pytest.mark.parametrize(("jenjang", "gol"), [("Ahli Pertama", "III/c"), ("Ahli Muda", "III/a"), ("Terampil", "III/a")])
def test_a_rank_outside_its_level_waits(jenjang, gol):
    assert halangan(jf(jenjang, gol, nilai="100")) == ["di-luar-jenjang"]


# domain 1.4: conversion of one year, half-up; rank since 1-1-2025
KONVERSI = [("Terampil", "II/c", "7.50 5.00 3.75 2.50 1.25"), ("Mahir", "III/a", "18.75 12.50 9.38 6.25 3.13"),
            ("Ahli Pertama", "III/a", "18.75 12.50 9.38 6.25 3.13"), ("Penyelia", "III/c", "37.50 25.00 18.75 12.50 6.25"),
            ("Ahli Muda", "III/c", "37.50 25.00 18.75 12.50 6.25"), ("Ahli Madya", "IV/a", "56.25 37.50 28.13 18.75 9.38"),
            ("Ahli Utama", "IV/d", "75.00 50.00 37.50 25.00 12.50"), ("Pemula", "II/a", "5.63 3.75 2.81 1.88 0.94")]  # fmt: skip
PREDIKAT = ["Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang"]


@pytest.mark.parametrize(
    ("jenjang", "gol", "predikat", "nilai"),
    [(j, g, p, n) for j, g, baris in KONVERSI for p, n in zip(PREDIKAT, baris.split(), strict=True)],
)
def test_a_rating_is_converted_half_up(jenjang, gol, predikat, nilai):
    kinerja = [{"tahun": 2025, "predikat": predikat, "bulan": 12}]
    h = jf(jenjang, gol, tmt="2025-01-01", kinerja=kinerja)
    assert str(h.angka_kredit.jumlah) == nilai


# issue 3: months in the JF after the latest PAK, else since 2023, the last KP or entry, whichever is latest
@pytest.mark.parametrize(
    ("pangkat", "masuk", "ak", "tmt", "jumlah"),
    [
        ("2020-04-01", "2019-01-01", [], "2026-04-01", "37.50"),  # three years since 2023
        ("2024-04-01", "2019-01-01", [], "2026-04-01", "21.88"),  # 9 months (9.38) and a year
        ("2020-04-01", "2024-07-01", [], "2026-04-01", "18.75"),  # 6 months and a year
        ("2020-04-01", "2024-07-02", [], "2026-04-01", "17.71"),  # 5 whole months (5.21) and a year
        ("2020-04-01", "2019-01-01", [pak("30", "2024-12-31")], "2026-04-01", "42.50"),
        ("2020-04-01", "2019-01-01", [pak("30", "2025-06-30")], "2026-04-01", "36.25"),
        ("2020-04-01", "2019-01-01", [pak("10", "2023-12-31"), pak("30", "2025-12-31")], "2026-04-01", "30.00"),
        ("2020-04-01", "2019-01-01", [pak("30", "2026-04-01")], "2026-04-01", "30.00"),
        ("2025-01-01", "2019-01-01", [pak("5", "2025-01-01")], "2026-04-01", "16.46"),  # 11 months after it
        ("2025-01-02", "2019-01-01", [pak("5", "2025-01-01")], "2026-04-01", "11.46"),  # of the rank before
        (
            "2020-04-01",
            "2019-01-01",
            [pak("20", "2024-12-31"), {**pak("3", "2024-12-31"), "jenis": "integrasi"}],
            "2026-04-01",
            "32.50",
        ),
        ("2020-04-01", "2019-01-01", [{**pak("3", "2026-04-01"), "jenis": "integrasi"}], "2026-04-01", "40.50"),
        ("2020-04-01", "2019-01-01", [pak("30", "2026-04-02")], "2026-04-01", "37.50"),  # not yet
        ("2020-04-01", "2019-01-01", [], "2025-12-01", "36.46"),  # 11 months of 2025
    ],
)
def test_months_that_are_converted(pangkat, masuk, ak, tmt, jumlah):
    h = jf("Ahli Pertama", "III/a", tmt=pangkat, jabatan=[fungsional("Ahli Pertama", masuk)], angka_kredit=ak,
           kinerja=BAIK, tmt_usul=tmt)  # fmt: skip
    assert str(h.angka_kredit.jumlah) == jumlah


def test_pak_replaces_what_came_before_and_other_rows_are_added():
    integrasi = {"jenis": "integrasi", "nilai": "3.00", "per": "2022-12-31"}
    bonus = {"jenis": "pendidikan", "nilai": "12.50", "per": "2025-03-01"}
    assert str(jf("Ahli Pertama", "III/a", angka_kredit=[integrasi], kinerja=BAIK).angka_kredit.jumlah) == "40.50"
    semua = [integrasi, pak("20", "2024-12-31"), bonus]
    assert str(jf("Ahli Pertama", "III/a", angka_kredit=semua, kinerja=BAIK).angka_kredit.jumlah) == "45.00"


def test_before_2023_nothing_is_converted():
    kinerja = [{"tahun": t, "predikat": "Baik", "bulan": 12} for t in (2020, 2021, 2022)]
    h = jf("Ahli Pertama", "III/a", tmt="2018-04-01", kinerja=kinerja, tmt_usul="2022-10-01")
    assert str(h.angka_kredit.jumlah) == "0.00"


def test_two_levels_in_one_year_are_converted_apart():
    jabatan = [fungsional("Ahli Pertama", "2020-01-01"), fungsional("Ahli Muda", "2025-07-01")]
    h = jf("Ahli Muda", "III/b", jabatan=jabatan, uji="Ahli Muda", kinerja=BAIK[1:], tmt="2024-01-01")
    assert str(h.angka_kredit.jumlah) == "31.25"  # 12.50, then 6.25 and 12.50


# domain 1.4: surplus stays inside a level and is lost at its border
@pytest.mark.parametrize(
    ("jenjang", "gol", "lebih", "catatan"),
    [("Ahli Pertama", "III/a", "3.00", False), ("Ahli Muda", "III/b", "0.00", True)],
)
def test_surplus_is_carried_inside_a_level_only(jenjang, gol, lebih, catatan):
    h = jf(jenjang, gol, nilai="53.00", uji=jenjang)
    assert (h.putusan, str(h.angka_kredit.lebih)) == ("MS", lebih)
    assert ("angka-kredit-mulai-nol" in kode(h)) is catatan


@pytest.mark.parametrize(
    ("lama", "baru", "jenjang", "jumlah"),
    [("III/a", "III/b", "Ahli Pertama", "6.25"), ("III/b", "III/c", "Ahli Muda", "0.00")],
)
def test_what_the_last_kp_left_over_is_counted_again(lama, baru, jenjang, jumlah):
    baris = [{"gol": lama, "tmt": "2020-04-01", "jenis": "KP"}, {"gol": baru, "tmt": "2024-01-01", "jenis": "KP"}]
    jabatan = [fungsional("Ahli Pertama", "2018-01-01"), fungsional(jenjang, "2023-12-01")]
    ak = [pak("56.25", "2023-12-31")]
    h = hasil("FUNGSIONAL", golongan=baris, jabatan=jabatan, angka_kredit=ak, kinerja=[])
    assert str(h.angka_kredit.jumlah) == jumlah


# a year without rating: the answer is only given when it cannot change
@pytest.mark.parametrize(
    ("integrasi", "putusan"),
    [("25.00", "MS"), ("24.99", "PERLU_TELAAH"), ("6.25", "PERLU_TELAAH"), ("6.24", "TMS")],
)
def test_a_missing_year_is_named_only_while_it_could_matter(integrasi, putusan):
    ak = [{"jenis": "integrasi", "nilai": integrasi, "per": "2022-12-31"}]
    assert jf("Ahli Pertama", "III/a", angka_kredit=ak, kinerja=BAIK[1:]).putusan == putusan


@pytest.mark.parametrize(("pangkat", "putusan"), [("2024-03-31", "MS"), ("2024-04-01", "MS"), ("2024-04-02", "TMS")])
def test_two_years_in_rank_are_needed(pangkat, putusan):
    assert jf("Ahli Pertama", "III/a", tmt=pangkat, nilai="50").putusan == putusan


def test_a_jf_may_rise_above_the_superior_even_before_2025():
    h = jf("Ahli Pertama", "III/a", tmt="2021-04-01", nilai=None, angka_kredit=[pak("50", "2024-12-31")],
           tmt_usul="2025-02-01", atasan_golongan="III/a")  # fmt: skip
    assert (h.putusan, kode(h)) == ("MS", set())


def test_an_old_pak_is_noted():
    ak = [pak("50", "2025-03-31")]
    assert "pak-lama" in kode(jf("Ahli Pertama", "III/a", angka_kredit=ak))
    assert "pak-lama" not in kode(jf("Ahli Pertama", "III/a", nilai="50"))
    assert "pak-lama" not in kode(jf("Ahli Pertama", "III/a", angka_kredit=[*ak, pak("60")]))


def test_more_than_six_months_of_study_release_from_the_post():
    panjang = [{"mulai": "2025-09-01", "selesai": None, "lulus": None}]
    pendek = [{"mulai": "2026-01-01", "selesai": "2026-06-30", "lulus": None}]
    assert "jf-tidak-aktif" in halangan(jf("Ahli Pertama", "III/a", nilai="50", tugas_belajar=panjang))
    assert jf("Ahli Pertama", "III/a", nilai="50", tugas_belajar=pendek).putusan == "MS"


def test_old_names_of_levels_are_understood():
    assert jf("Muda", "III/c", nilai="100").putusan == "MS"
    assert "belum-diketahui-jenjang" in kode(jf("Kepala", "III/c", nilai="100"))


def test_points_that_are_known_to_come_are_dated():
    kinerja = [*BAIK, {"tahun": 2026, "predikat": "Baik", "bulan": 12}]
    h = jf("Ahli Pertama", "III/a", kinerja=kinerja)
    assert (halangan(h), h.paling_cepat) == (["angka-kredit-kurang"], tgl("2027-01-01"))


def test_a_jf_holder_is_asked_for_his_pak_and_at_a_border_for_test_and_decree():
    dasar = {h.jenis.value: set(h.berkas_kurang) for h in jawab(jabatan=[fungsional("Ahli Pertama")]).hasil}
    assert "pak-2025" in dasar["FUNGSIONAL"]
    assert {"uji-kompetensi", "sk-jenjang"} <= set(jf("Ahli Muda", "III/b", nilai="50").berkas_kurang)


def test_points_that_are_not_known_are_not_shown():
    for bidang in ("angka_kredit", "kinerja"):
        h = jf("Ahli Pertama", "III/a", **{bidang: None})
        assert (h.putusan, h.angka_kredit, "belum-diketahui-angka-kredit" in kode(h)) == ("PERLU_TELAAH", None, True)


def test_the_beginning_of_the_post_matters_only_without_a_pak():
    tanpa = [{**fungsional("Ahli Pertama"), "tmt": None}]
    assert jf("Ahli Pertama", "III/a", jabatan=tanpa).putusan == "PERLU_TELAAH"
    assert jf("Ahli Pertama", "III/a", jabatan=tanpa, nilai="50").putusan == "MS"


# rows from before the last KP: what paid for it is spent, and only the rest of it stays
@pytest.mark.parametrize(("integrasi", "jumlah"), [("49.99", "49.99"), ("50.00", "0.00"), ("53.00", "3.00")])
def test_points_that_paid_for_the_last_kp_are_spent(integrasi, jumlah):
    baris = [{"gol": g, "tmt": t, "jenis": "KP"} for g, t in (("III/a", "2020-04-01"), ("III/b", "2023-01-01"))]
    ak = [{"jenis": "integrasi", "nilai": integrasi, "per": "2022-12-31"}]
    h = hasil("FUNGSIONAL", golongan=baris, jabatan=[fungsional("Ahli Pertama")], angka_kredit=ak, kinerja=[])
    assert str(h.angka_kredit.jumlah) == jumlah


def test_nothing_is_left_over_when_the_level_begins_with_the_kp():
    baris = [{"gol": g, "tmt": t, "jenis": "KP"} for g, t in (("III/b", "2020-04-01"), ("III/c", "2024-01-01"))]
    jabatan = [fungsional("Ahli Pertama", sampai="2023-12-31"), fungsional("Ahli Muda", "2024-01-01")]
    ak = [pak("56.25", "2023-12-31")]
    h = hasil("FUNGSIONAL", golongan=baris, jabatan=jabatan, angka_kredit=ak, kinerja=[])
    assert str(h.angka_kredit.jumlah) == "0.00"


@pytest.mark.parametrize(("per", "cepat"), [("2026-12-31", None), ("2027-01-01", "2027-01-01")])
def test_years_still_to_come_promise_no_date(per, cepat):
    h = jf("Ahli Pertama", "III/a", kinerja=BAIK, tmt_usul="2027-04-01", per_tanggal=per)
    assert (h.putusan, h.paling_cepat) == ("PERLU_TELAAH", tgl(cepat) if cepat else None)
