"""Two complete pairs of input and output of the rules; invented people. A test computes them again."""

from __future__ import annotations

from typing import Any

CONTOH: tuple[tuple[dict[str, Any], dict[str, Any]], ...] = (
    (
        {
            "nip": "199001012015032901",
            "nama": "SUMINI",
            "jenis_kelamin": "P",
            "kedudukan_hukum": "01",
            "tanggal_lahir": "1990-01-01",
            "pendidikan": [{"tingkat": "S1", "tahun_lulus": 2012, "diakui_sejak": "2015-03-01"}],
            "golongan": [
                {"gol": "III/a", "tmt": "2015-03-01", "mkg_tahun": 0, "mkg_bulan": 0, "jenis": "CPNS"},
                {"gol": "III/a", "tmt": "2016-03-01", "mkg_tahun": 1, "mkg_bulan": 0, "jenis": "PNS"},
                {"gol": "III/b", "tmt": "2022-04-01", "mkg_tahun": 7, "mkg_bulan": 1, "jenis": "KP"},
            ],
            "jabatan": [
                {
                    "jenis": "pelaksana",
                    "nama": "Pengelola Kepegawaian",
                    "eselon": None,
                    "kategori": None,
                    "jenjang": None,
                    "tmt": "2016-03-01",
                    "pelantikan": None,
                    "sampai": None,
                    "definitif": True,
                }
            ],
            "kinerja": [
                {"tahun": 2024, "predikat": "Baik", "bulan": 12},
                {"tahun": 2025, "predikat": "Sangat Baik", "bulan": 12},
            ],
            "angka_kredit": [],
            "uji_kompetensi": [],
            "ujian": [],
            "diklat": [],
            "hukuman": [],
            "cltn": [],
            "tugas_belajar": [],
            "atasan_golongan": "III/d",
            "meninggal": None,
            "tewas": False,
            "cacat_karena_dinas": False,
            "dpk_dpb": [],
            "pejabat_negara": [],
            "prestasi_luar_biasa": [],
            "penemuan_baru": [],
            "formasi_pi": None,
            "usulan_berjalan": [],
            "berkas": ["sk-kp", "skp-2024", "skp-2025"],
            "tmt_usul": "2026-03-01",
            "per_tanggal": "2026-01-10",
            "jenis": None,
        },
        {
            "nip": "199001012015032901",
            "hasil": [
                {
                    "jenis": "REGULER",
                    "putusan": "TMS",
                    "golongan_baru": "III/c",
                    "paling_cepat": "2026-04-01",
                    "paling_cepat_diusulkan": "2026-04-01",
                    "mkg": [11, 0],
                    "gaji_pokok": 3533900,
                    "angka_kredit": None,
                    "temuan": [
                        {
                            "kode": "masa-pangkat-kurang",
                            "pesan": "Masa kerja dalam pangkat III/b pada 1 Maret 2026 adalah 3 tahun 11 bulan sejak "
                            "TMT golongan 1 April 2022; syaratnya 4 tahun. Syarat itu terpenuhi pada 1 "
                            "April 2026.",
                            "dasar": "PP 99/2000 jo. PP 12/2002 Pasal 7",
                            "menghalangi": True,
                            "sampai": "2026-04-01",
                        }
                    ],
                    "alasan": [
                        {
                            "kode": "kinerja-baik",
                            "pesan": "Predikat kinerja tahun 2024 dan 2025 memenuhi syarat, yaitu paling rendah Baik.",
                            "dasar": "PP 99/2000 jo. PP 12/2002 Pasal 7",
                            "menghalangi": False,
                            "sampai": None,
                        },
                        {
                            "kode": "pendidikan-cukup",
                            "pesan": "Pendidikan S1 diakui sampai III/d.",
                            "dasar": "PP 99/2000 jo. PP 12/2002 Pasal 8; PerBKN 2/2025",
                            "menghalangi": False,
                            "sampai": None,
                        },
                    ],
                    "berkas_kurang": ["sk-jabatan"],
                }
            ],
            "saran": None,
        },
    ),
    (
        {
            "nip": "198705172014031902",
            "nama": "BUDI SANTOSA",
            "jenis_kelamin": "L",
            "kedudukan_hukum": "01",
            "tanggal_lahir": "1987-05-17",
            "pendidikan": [{"tingkat": "S1", "tahun_lulus": 2010, "diakui_sejak": "2014-03-01"}],
            "golongan": [
                {"gol": "III/a", "tmt": "2014-03-01", "mkg_tahun": 0, "mkg_bulan": 0, "jenis": "CPNS"},
                {"gol": "III/a", "tmt": "2015-03-01", "mkg_tahun": 1, "mkg_bulan": 0, "jenis": "PNS"},
                {"gol": "III/b", "tmt": "2018-04-01", "mkg_tahun": 4, "mkg_bulan": 1, "jenis": "KP"},
                {"gol": "III/c", "tmt": "2022-10-01", "mkg_tahun": 8, "mkg_bulan": 7, "jenis": "KP"},
            ],
            "jabatan": [
                {
                    "jenis": "fungsional",
                    "nama": "Analis Kebijakan",
                    "eselon": None,
                    "kategori": "keahlian",
                    "jenjang": "Ahli Muda",
                    "tmt": "2021-12-31",
                    "pelantikan": "2021-12-31",
                    "sampai": None,
                    "definitif": True,
                }
            ],
            "kinerja": [
                {"tahun": 2023, "predikat": "Baik", "bulan": 12},
                {"tahun": 2024, "predikat": "Sangat Baik", "bulan": 12},
                {"tahun": 2025, "predikat": "Sangat Baik", "bulan": 12},
            ],
            "angka_kredit": [{"jenis": "integrasi", "nilai": "3.00", "per": "2022-12-31"}],
            "uji_kompetensi": [],
            "ujian": [],
            "diklat": [],
            "hukuman": [],
            "cltn": [],
            "tugas_belajar": [],
            "atasan_golongan": "III/d",
            "meninggal": None,
            "tewas": False,
            "cacat_karena_dinas": False,
            "dpk_dpb": [],
            "pejabat_negara": [],
            "prestasi_luar_biasa": [],
            "penemuan_baru": [],
            "formasi_pi": None,
            "usulan_berjalan": [],
            "berkas": ["sk-kp", "skp-2024", "skp-2025", "sk-jabatan", "pak-2025"],
            "tmt_usul": "2026-08-01",
            "per_tanggal": "2026-04-01",
            "jenis": None,
        },
        {
            "nip": "198705172014031902",
            "hasil": [
                {
                    "jenis": "FUNGSIONAL",
                    "putusan": "MS",
                    "golongan_baru": "III/d",
                    "paling_cepat": "2026-01-01",
                    "paling_cepat_diusulkan": "2026-06-01",
                    "mkg": [12, 5],
                    "gaji_pokok": 3799400,
                    "angka_kredit": {"jumlah": "103.00", "butuh": "100.00", "lebih": "3.00"},
                    "temuan": [],
                    "alasan": [
                        {
                            "kode": "masa-pangkat-cukup",
                            "pesan": "Masa kerja dalam pangkat III/c pada 1 Agustus 2026 adalah 3 tahun 10 bulan "
                            "sejak TMT golongan 1 Oktober 2022; syaratnya 2 tahun.",
                            "dasar": "PP 99/2000 Pasal 13; PerBKN 3/2023",
                            "menghalangi": False,
                            "sampai": None,
                        },
                        {
                            "kode": "kinerja-baik",
                            "pesan": "Predikat kinerja tahun 2024 dan 2025 memenuhi syarat, yaitu paling rendah Baik.",
                            "dasar": "PP 99/2000 Pasal 13; PerBKN 3/2023",
                            "menghalangi": False,
                            "sampai": None,
                        },
                        {
                            "kode": "dalam-rentang",
                            "pesan": "Pangkat baru sesuai dengan jenjang Ahli Muda (III/c sampai III/d).",
                            "dasar": "PermenPANRB 1/2023; PerBKN 3/2023",
                            "menghalangi": False,
                            "sampai": None,
                        },
                        {
                            "kode": "angka-kredit-cukup",
                            "pesan": "Angka kredit 103,00 dari kebutuhan 100,00.",
                            "dasar": "PermenPANRB 1/2023; PerBKN 3/2023",
                            "menghalangi": False,
                            "sampai": None,
                        },
                    ],
                    "berkas_kurang": [],
                }
            ],
            "saran": "FUNGSIONAL",
        },
    ),
)
