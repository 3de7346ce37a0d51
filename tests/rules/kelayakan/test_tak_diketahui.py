"""What is not known never makes an answer: the verdict stays, or it becomes PERLU_TELAAH and names the fact (issue: "never a guess")."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from alat_kelayakan import ADA, fungsional, hasil, ijazah, jawab, kode, pak, struktural

CPNS = {"gol": "III/a", "tmt": "2022-04-01", "mkg_tahun": 0, "mkg_bulan": 0, "jenis": "CPNS"}
PNS = {**CPNS, "tmt": "2023-04-01", "mkg_tahun": 1, "jenis": "PNS"}
PELAKSANA = {"jenis": "pelaksana", "nama": "Pengelola", "tmt": "2011-01-01", "sampai": "2022-12-31", "definitif": True}
DPK = {"mulai": "2010-01-01", "selesai": None, "eselon": "III.b"}
KP = [{"gol": g, "tmt": t, "mkg_tahun": 4, "mkg_bulan": 0, "jenis": "KP"} for g, t in
      (("III/b", "2012-04-01"), ("III/c", "2016-04-01"), ("III/d", "2020-04-01"))]  # fmt: skip
TUBEL = {"kedudukan_hukum": "03", "tugas_belajar": [{"mulai": "2024-08-01", "selesai": None, "lulus": None}]}
LULUS = [{"mulai": "2021-08-01", "selesai": "2025-08-31", "lulus": "2025-07-15"}]
IIC = {"gol": "II/c", "tmt": "2022-04-01", "pendidikan": [ijazah("SLTA", 2004), ijazah("S1", 2025, "2025-12-01")]}
GURU = {"gol": "III/c", "tanggal_lahir": "1967-01-05", "nip": "196701051990032901", "angka_kredit": [pak("110.00")]}

# One complete person of each kind, met and not met. Nulled fact by fact below.
ORANG: list[tuple[str, dict[str, Any], str]] = [
    ("REGULER", {}, "MS"),
    ("REGULER", {"golongan": [CPNS, PNS], "nip": "199001012022042901"}, "MS"),
    ("REGULER", {"hukuman": [{"tingkat": "berat", "mulai": "2026-05-01", "selesai": "2026-12-31"}]}, "MS"),
    ("REGULER", {"hukuman": [{"tingkat": "berat", "mulai": "2026-01-01", "selesai": "2026-12-31"}]}, "TMS"),
    ("REGULER", {"tmt_usul": "2026-03-01"}, "TMS"),
    ("REGULER", {"gol": "II/d", "pendidikan": [ijazah("SLTA", 2004)]}, "TMS"),
    ("STRUKTURAL", {"gol": "III/c", "jabatan": [struktural("IV.a")]}, "MS"),
    ("STRUKTURAL", {"gol": "III/b", "tmt": "2024-04-01", "jabatan": [struktural("IV.a", "2024-10-01", sampai="2025-08-31"), struktural("IV.a", "2025-09-01")]}, "MS"),
    ("STRUKTURAL", {"gol": "III/a", "jabatan": [struktural("IV.a")]}, "TMS"),
    ("FUNGSIONAL", {"gol": "III/c", "jabatan": [fungsional("Ahli Muda")], "angka_kredit": [pak("100.00")]}, "MS"),
    ("FUNGSIONAL", {**GURU, "jabatan": [fungsional("Ahli Muda", nama="Guru Kelas")]}, "MS"),
    ("FUNGSIONAL", {"gol": "III/b", "jabatan": [fungsional("Ahli Muda")], "angka_kredit": [pak("60.00")]}, "TMS"),
    ("PENYESUAIAN_IJAZAH", {**IIC, "ujian": [{"jenis": "PI", "lulus": "2025-11-01"}]}, "MS"),
    ("PENYESUAIAN_IJAZAH", {**IIC, "jabatan": [fungsional("Terampil")], "ujian": [{"jenis": "PI", "lulus": "2025-11-01"}]}, "TMS"),
    ("SEDANG_TUBEL", {**TUBEL, "gol": "III/c", "jabatan": [struktural("IV.a", sampai="2024-07-31")]}, "MS"),
    ("SELESAI_TUBEL", {**IIC, "tugas_belajar": LULUS}, "MS"),
    ("DPK_DPB", {"gol": "III/d", "dpk_dpb": [DPK], "jabatan": [PELAKSANA], "pendidikan": [ijazah("S2")]}, "MS"),
    ("DPK_DPB", {"golongan": KP, "dpk_dpb": [DPK], "jabatan": [PELAKSANA], "pendidikan": [ijazah("S2")]}, "TMS"),
    ("DPK_DPB", {"gol": "III/c", "dpk_dpb": [{"mulai": "2023-01-01"}], "jabatan": [fungsional("Ahli Muda")], "angka_kredit": [pak("100.00")]}, "MS"),
    ("PEJABAT_NEGARA", {"kedudukan_hukum": "07", "pejabat_negara": [{"mulai": "2023-01-01"}]}, "MS"),
    ("PRESTASI_LUAR_BIASA", {"prestasi_luar_biasa": [{"sk": "1", "tanggal": "2026-01-05"}], "kinerja": [{"tahun": 2025, "predikat": "Sangat Baik"}]}, "MS"),
    ("PENEMUAN_BARU", {"penemuan_baru": [{"sk": "1", "tanggal": "2026-01-05"}]}, "MS"),
    ("ANUMERTA", {"meninggal": "2026-04-01", "tewas": True}, "MS"),
    ("PENGABDIAN", {"tanggal_lahir": "1968-04-01", "nip": "196804011990031901", "jenis_kelamin": "L", "golongan": [{**CPNS, "gol": "II/a", "tmt": "1990-03-01"}, KP[0]]}, "MS"),
]  # fmt: skip
TETAP = {"nip", "nama", "tmt_usul", "per_tanggal", "jenis", "meninggal", "berkas"}
"""The question itself; what only names; `meninggal` null is alive."""
AKHIR = {"selesai", "sampai", "lulus", "diakui_sejak", "tahun_lulus", "bulan"}
"""Null says something here: still running, not yet, the whole year."""
WAJIB = {"tingkat", "gol", "tahun", "predikat", "nilai", "per", "eselon"}
"""Never null, or (the post of a secondment) then read from elsewhere."""


def kosongkan(semula: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """Every variant of the person in which one fact is not known."""
    hasil_ = []
    for nama, isi in semula.items():
        if nama in TETAP or isi is None:
            continue
        hasil_.append((nama, {**semula, nama: None}))
        for n, baris in enumerate(isi if isinstance(isi, list) else ()):
            wajib = {"mulai"} if nama in ("cltn", "tugas_belajar") else set()
            wajib |= {"jenis"} if nama in ("ujian", "angka_kredit", "diklat") else set()
            for medan in baris.keys() - AKHIR - (WAJIB - {"eselon"} if nama == "jabatan" else WAJIB) - wajib:
                beda = deepcopy(semula)
                beda[nama][n][medan] = None
                hasil_.append((f"{nama}[{n}].{medan}", beda))
    return hasil_


@pytest.mark.parametrize(("jenis", "beda", "putusan"), ORANG)
def test_no_unknown_fact_turns_the_verdict_round(jenis, beda, putusan):
    semula = hasil(jenis, **beda)
    assert semula.putusan == putusan, semula.temuan
    gol = beda.get("golongan") or [{"gol": beda.get("gol", "III/a"), "tmt": beda.get("tmt", "2022-04-01"), "mkg_tahun": 7, "mkg_bulan": 1, "jenis": "KP"}]  # fmt: skip
    penuh = {**ADA, **{k: v for k, v in beda.items() if k not in ("gol", "tmt")}, "golongan": gol}
    for nama, kurang in kosongkan({k: v for k, v in penuh.items() if k != "jenis"}):
        h = hasil(jenis, **kurang)
        tanya = {k for k in kode(h) - kode(semula) if k.startswith("belum-diketahui-")}
        assert h.putusan == putusan or (h.putusan == "PERLU_TELAAH" and tanya), (nama, h.putusan, kode(h))


@pytest.mark.parametrize(
    ("jenis", "beda", "fakta"),
    [
        ("REGULER", {"hukuman": [{"tingkat": "sedang", "selesai": "2026-12-31"}]}, "hukuman"),
        ("REGULER", {"golongan": [{**CPNS, "jenis": None}, PNS], "nip": "199001012022042901"}, "tmt-cpns"),
        ("REGULER", {"golongan": [{**PNS, "jenis": None}], "nip": "199001012022042901"}, "tmt-cpns"),
        ("REGULER", {"golongan": [KP[0], {**KP[0], "tmt": None}]}, "tmt-golongan"),
        ("REGULER", {"jabatan": [], "dpk_dpb": None}, "dpk"),
        ("REGULER", {"jabatan": [struktural("IV.a", definitif=None)]}, "definitif"),
        ("STRUKTURAL", {"gol": "III/b", "tmt": "2024-04-01", "jabatan": [struktural("IV.a", "2024-10-01", sampai="2025-08-31", jenis=None), struktural("IV.a", "2025-09-01")]}, "pelantikan"),
        ("STRUKTURAL", {"gol": "III/b", "tmt": "2024-04-01", "jabatan": [{**struktural("IV.a", sampai="2025-08-31"), "tmt": None, "pelantikan": None}, struktural("IV.a", "2025-09-01")]}, "pelantikan"),
        ("FUNGSIONAL", {**GURU, "jabatan": [fungsional("Ahli Muda", nama=None)]}, "jabatan"),
        ("PENYESUAIAN_IJAZAH", {**IIC, "jabatan": [fungsional("Terampil", jenis=None)], "ujian": [{"jenis": "PI", "lulus": "2025-11-01"}]}, "jabatan"),
        ("SEDANG_TUBEL", {**TUBEL, "gol": "III/c", "jabatan": [struktural("IV.a", sampai="2024-07-31", jenis=None)]}, "jabatan"),
        ("DPK_DPB", {"golongan": KP, "dpk_dpb": [{**DPK, "mulai": None}], "jabatan": [PELAKSANA], "pendidikan": [ijazah("S2")]}, "dpk"),
        ("DPK_DPB", {"golongan": [*KP[:2], {**KP[2], "jenis": None}], "dpk_dpb": [DPK], "jabatan": [PELAKSANA], "pendidikan": [ijazah("S2")]}, "dpk"),
        ("DPK_DPB", {"dpk_dpb": [{"mulai": "2023-01-01"}], "jabatan": None}, "jabatan"),
        ("PENGABDIAN", {"meninggal": "2026-04-01", "hukuman": [{"tingkat": "sedang", "selesai": "2026-12-31"}]}, "hukuman"),
    ],
)  # fmt: skip
def test_a_hole_inside_a_row_is_asked_about(jenis, beda, fakta):
    h = hasil(jenis, **beda)
    assert (h.putusan, f"belum-diketahui-{fakta}" in kode(h)) == ("PERLU_TELAAH", True), h.temuan


def test_a_rank_whose_kind_is_not_written_is_no_first_rank_when_the_nip_tells_of_an_older_cpns():
    h = hasil("REGULER", golongan=[{**PNS, "jenis": None}], nip="199001012015032901")
    assert (h.putusan, h.paling_cepat.isoformat()) == ("TMS", "2027-04-01")


@pytest.mark.parametrize(
    ("beda", "jenis"),
    [
        ({"jabatan": [struktural("IV.a", jenis=None)]}, {"REGULER", "STRUKTURAL", "FUNGSIONAL"}),
        ({"kedudukan_hukum": "03", "tugas_belajar": None}, {"REGULER", "SEDANG_TUBEL"}),
        ({"kedudukan_hukum": "07", "pejabat_negara": None}, {"REGULER", "PEJABAT_NEGARA"}),
        ({"dpk_dpb": [{"mulai": "2023-01-01", "eselon": "IV.a"}]}, {"DPK_DPB"}),
        ({"dpk_dpb": [{"mulai": "2023-01-01"}]}, {"REGULER"}),
    ],
)
def test_the_kinds_that_are_shown_follow_what_is_known_of_the_person(beda, jenis):
    assert {h.jenis.value for h in jawab(**beda).hasil} == jenis
