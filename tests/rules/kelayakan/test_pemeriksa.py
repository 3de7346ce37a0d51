"""Cases that a second reader worked out from domain.md alone, before he saw the rules; each names the section it rests on."""

from __future__ import annotations

from typing import Any

import pytest
from alat_kelayakan import fungsional, hasil, ijazah, pak, struktural

from schemas.golongan import Golongan

SLTA, S1, S2 = ijazah("SLTA", 2004, "2005-03-01"), ijazah("S1", 2004, "2005-03-01"), ijazah("S2", 2024, "2025-01-01")
PI = {"ujian": [{"jenis": "PI", "lulus": "2025-11-01"}], "tmt": "2024-04-01"}
MUDA, MADYA = fungsional("Ahli Muda"), fungsional("Ahli Madya")
TUBEL = {"kedudukan_hukum": "03", "tugas_belajar": [{"mulai": "2024-08-01", "selesai": None, "lulus": None}]}
BEKAS = {"jabatan": [struktural("IV.a", sampai="2024-07-31")]}
NANTI = {"tugas_belajar": [{"mulai": "2022-08-01", "selesai": "2026-06-30", "lulus": "2026-06-15"}],
         "pendidikan": [SLTA, ijazah("S1", 2026, None)], "gol": "II/c", "tmt": "2020-04-01"}  # fmt: skip
DPK = {"dpk_dpb": [{"mulai": "2023-01-01", "selesai": "2027-12-31", "eselon": "IV.a"}]}
BAIK = {t: "Baik" for t in range(2018, 2026)}


def lahir(tanggal: str, cpns: str = "1990-03-01", tmt: str = "2022-04-01") -> dict[str, Any]:
    """A man near retirement, II/a at his CPNS and III/b now."""
    awal = [{"gol": "II/a", "tmt": cpns, "mkg_tahun": 0, "mkg_bulan": 0, "jenis": "CPNS"}]
    kini = [{"gol": "III/b", "tmt": tmt, "mkg_tahun": 22, "mkg_bulan": 1, "jenis": "KP"}]
    nip = f"{tanggal}{cpns[:7]}".replace("-", "") + "1901"
    return {"tanggal_lahir": tanggal, "nip": nip, "jenis_kelamin": "L", "golongan": awal + kini, "pendidikan": [S1]}


def nilai(**beda: str) -> list[dict[str, Any]]:
    """Baik every year, but t2025="Kurang"."""
    return [{"tahun": t, "predikat": beda.get(f"t{t}", p), "bulan": 12} for t, p in BAIK.items()]


def cltn(mulai: str, selesai: str | None) -> dict[str, Any]:
    """One spell of CLTN."""
    return {"cltn": [{"mulai": mulai, "selesai": selesai}]}


# (section, kind, what is different about the person, verdict, new rank, first legal date, MKG, pay)
KASUS: list[tuple[str, str, dict[str, Any], str]] = [
    ("2.1 29 Februari", "REGULER", {"gol": "III/b", "tmt": "2024-02-29", "tmt_usul": "2028-03-01", "kinerja": nilai() + [{"tahun": 2026, "predikat": "Baik"}, {"tahun": 2027, "predikat": "Baik"}]}, "MS III/c 2028-03-01"),
    ("2.1 4 tahun kurang sehari", "REGULER", {"gol": "III/b", "tmt": "2022-04-02"}, "TMS III/c 2026-05-01"),
    ("7.5 contoh II/d", "REGULER", {"golongan": [{"gol": "II/d", "tmt": "2022-04-01", "mkg_tahun": 17, "mkg_bulan": 2, "jenis": "KP"}], "pendidikan": [SLTA], "ujian": [{"jenis": "UD1", "lulus": "2025-01-01"}]}, "MS III/a 2026-04-01 16.2 3570100"),
    ("7.5 I/d ke II/a", "REGULER", {"gol": "I/d", "mkg": 13, "pendidikan": [ijazah("SD")]}, "MS II/a 2026-04-01 11.0 2590400"),
    ("3.1 September 2025", "REGULER", {"gol": "III/b", "tmt": "2021-09-01", "tmt_usul": "2025-09-01"}, "TMS III/c 2025-10-01"),
    ("3.1 enam periode", "REGULER", {"gol": "III/b", "tmt": "2021-08-02", "tmt_usul": "2025-08-01"}, "TMS III/c 2025-10-01"),
    ("G9 sebelum PerBKN 2/2025", "REGULER", {"gol": "III/b", "tmt": "2021-04-01", "tmt_usul": "2025-04-01", "atasan_golongan": "III/b"}, "TMS III/c 2025-06-01"),
    ("G9 sesudahnya", "REGULER", {"gol": "III/b", "tmt": "2021-04-01", "tmt_usul": "2025-06-01", "atasan_golongan": "III/b"}, "MS III/c 2025-06-01"),
    ("2.7 CLTN setahun", "REGULER", {"gol": "III/b", **cltn("2023-01-01", "2023-12-31")}, "TMS III/c 2027-04-01"),
    ("2.7 CLTN separuh sebelum pangkat", "REGULER", {"gol": "III/b", **cltn("2022-01-01", "2022-06-30")}, "TMS III/c 2026-07-01"),
    ("G6 sehari sebelum", "REGULER", lahir("1968-04-01"), "MS III/c 2026-04-01"),
    ("G6 hari itu", "REGULER", lahir("1968-03-31"), "TMS III/c -"),
    ("1.2 S2 pada III/a, contoh BKN", "REGULER", {"pendidikan": [S1, S2]}, "MS III/b 2026-04-01"),
    ("2.2 DPK tanpa jabatan", "REGULER", {"dpk_dpb": [{"mulai": "2023-01-01"}]}, "MS III/b 2026-04-01"),
    ("2.2 DPK berjabatan", "REGULER", {**DPK, "jabatan": []}, "TMS III/b 2028-01-01"),
    ("2.2 201a", "STRUKTURAL", {"gol": "III/b", "tmt": "2025-04-01", "jabatan": [struktural("IV.a", "2025-04-01")]}, "MS III/c 2026-04-01"),
    ("2.2 201a sehari kurang", "STRUKTURAL", {"gol": "III/b", "tmt": "2024-04-01", "jabatan": [struktural("IV.a", "2025-04-02")]}, "TMS III/c 2026-05-01"),
    ("2.2 201b sesudah pelantikan", "STRUKTURAL", {"gol": "III/b", "jabatan": [struktural("IV.a", "2026-03-31")]}, "MS III/c 2026-04-01"),
    ("2.2 201c", "STRUKTURAL", {"gol": "III/c", "mkg": 10, "jabatan": [struktural("IV.a")]}, "MS III/d 2026-04-01 14.0 3919100"),
    ("2.7 jabatan sambung", "STRUKTURAL", {"gol": "III/b", "tmt": "2024-04-01", "jabatan": [struktural("IV.a", "2024-10-01", sampai="2025-08-31"), struktural("IV.a", "2025-09-01")]}, "MS III/c 2025-10-01"),
    ("2.7 jabatan putus", "STRUKTURAL", {"gol": "III/b", "tmt": "2024-04-01", "jabatan": [struktural("IV.a", "2024-10-01", sampai="2025-07-31"), struktural("IV.a", "2025-09-01")]}, "TMS III/c 2026-09-01"),
    ("2.3 III/d tanpa UD II", "STRUKTURAL", {"gol": "III/d", "jabatan": [struktural("III.b")]}, "TMS IV/a -"),
    ("1.4 99,99", "FUNGSIONAL", {"gol": "III/c", "jabatan": [MUDA], "angka_kredit": [pak("99.99")]}, "TMS III/d -"),
    ("1.4 100,00", "FUNGSIONAL", {"gol": "III/c", "jabatan": [MUDA], "angka_kredit": [pak("100.00")]}, "MS III/d 2026-01-01"),
    ("1.4 perpindahan 75 dan setahun Baik", "FUNGSIONAL", {"gol": "III/c", "jabatan": [fungsional("Ahli Muda", "2025-01-01")], "angka_kredit": [{"jenis": "perpindahan", "nilai": "75.00", "per": "2025-01-01"}]}, "MS III/d 2026-01-01"),
    ("1.4 bonus ijazah 25", "FUNGSIONAL", {"gol": "III/c", "jabatan": [MUDA], "pendidikan": [S1, S2], "angka_kredit": [{"jenis": "pendidikan", "nilai": "25.00", "per": "2024-06-01"}]}, "MS III/d 2026-01-01"),
    ("2.2 202 dua tahun kurang sehari", "FUNGSIONAL", {"gol": "III/c", "tmt": "2024-04-02", "jabatan": [MUDA], "angka_kredit": [pak("120.00")]}, "TMS III/d 2026-05-01"),
    ("1.4 III/d ke Madya, bebas UD II", "FUNGSIONAL", {"gol": "III/d", "jabatan": [MADYA], "angka_kredit": [pak("100.00")], "uji_kompetensi": [{"jenjang": "Ahli Madya", "lulus": "2025-10-01"}]}, "MS IV/a 2025-10-01"),
    ("1.4 Penyelia III/d", "FUNGSIONAL", {"gol": "III/d", "jabatan": [fungsional("Penyelia")], "angka_kredit": [pak("200.00")]}, "TMS - -"),
    ("2.7 guru S1 pada II/c", "FUNGSIONAL", {"gol": "II/c", "jabatan": [fungsional("Ahli Pertama", nama="Guru Kelas")], "angka_kredit": [pak("120.00")]}, "TMS II/d -"),
    ("2.4 S1 dari II/c", "PENYESUAIAN_IJAZAH", {"gol": "II/c", "mkg": 14, "pendidikan": [SLTA, S1], **PI}, "MS III/a 2025-11-01 11.0 3252900"),
    ("2.4 SLTP ke S1 dari I/c", "PENYESUAIAN_IJAZAH", {"gol": "I/c", "mkg": 14, "pendidikan": [ijazah("SLTP"), S1], **PI}, "MS III/a 2025-11-01 5.0 2964000"),
    ("2.2 203 hanya setahun terakhir", "PENYESUAIAN_IJAZAH", {"gol": "II/c", "pendidikan": [SLTA, S1], **PI, "kinerja": nilai(t2024="Kurang")}, "MS III/a 2026-01-01"),
    ("2.2 204", "SEDANG_TUBEL", {"gol": "III/c", **TUBEL, **BEKAS}, "MS III/d 2026-04-01"),
    ("2.2 204 tanpa jabatan asal", "REGULER", {"gol": "III/c", **TUBEL}, "MS III/d 2026-04-01"),
    ("2.2 205 selesai nanti", "SELESAI_TUBEL", NANTI, "TMS III/a 2026-07-01"),
    ("2.2 206", "DPK_DPB", {"gol": "III/c", **DPK, "jabatan": []}, "MS III/d 2026-04-01"),
    ("2.2 208 hanya Sangat Baik", "PRESTASI_LUAR_BIASA", {"tmt": "2025-04-01", "gol": "III/d", "kinerja": nilai(t2025="Sangat Baik"), "prestasi_luar_biasa": [{"sk": "1", "tanggal": "2026-01-05"}]}, "MS IV/a 2026-04-01"),
    ("2.2 207 kurang setahun", "PENEMUAN_BARU", {"tmt": "2025-06-01", "gol": "III/b", "penemuan_baru": [{"sk": "1", "tanggal": "2026-01-05"}]}, "PERLU_TELAAH III/c 2026-06-01"),
    ("2.2 anumerta", "ANUMERTA", {"gol": "III/b", "mkg": 7, "meninggal": "2026-02-14", "tewas": True, "tmt_usul": "2026-02-14", "kinerja": nilai(t2025="Kurang")}, "MS III/c 2026-02-14 10.10 3533900"),
    ("2.2 KPP 30 tahun, sebulan", "PENGABDIAN", {**lahir("1968-03-15", "1996-03-01", "2026-02-01"), "tmt_usul": "2026-03-01"}, "MS III/c 2026-03-01"),
    ("2.2 KPP 30 tahun, kurang sehari", "PENGABDIAN", {**lahir("1968-03-15", "1996-03-01", "2026-02-02"), "tmt_usul": "2026-03-01"}, "TMS III/c -"),
    ("2.2 KPP 20 tahun, setahun", "PENGABDIAN", {**lahir("1968-03-15", "2006-03-01", "2025-03-01"), "tmt_usul": "2026-03-01"}, "MS III/c 2026-03-01"),
    ("2.2 KPP 10 tahun, dua tahun", "PENGABDIAN", {**lahir("1968-03-15", "2016-03-01", "2024-03-01"), "tmt_usul": "2026-03-01"}, "MS III/c 2026-03-01"),
    ("2.2 KPP, CLTN yang tak berakhir", "PENGABDIAN", {**lahir("1968-03-15", "1996-03-01", "2026-01-01"), "tmt_usul": "2026-03-01", **cltn("2000-01-01", None)}, "TMS III/c -"),
]  # fmt: skip


@pytest.mark.parametrize(("jenis", "beda", "harap"), [k[1:] for k in KASUS], ids=[k[0] for k in KASUS])
def test_the_engine_answers_as_the_second_reader(jenis, beda, harap):
    h = hasil(jenis, **beda)
    gol = Golongan(h.golongan_baru).tulisan if h.golongan_baru else "-"
    jawab = [h.putusan.value, gol, h.paling_cepat.isoformat() if h.paling_cepat else "-"]
    jawab += [".".join(map(str, h.mkg or ())), str(h.gaji_pokok)]
    assert " ".join(jawab[: len(harap.split())]) == harap, h.temuan
