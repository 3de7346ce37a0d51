"""People with a story: one for each role of the office, and one for each kind of kenaikan pangkat that is rare.

Each has a key by which accounts and cases call him. Dates are fixed: they fit a demo whose today is 25 November 2026.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from infra.demo import kantor
from infra.demo.jabatan import AHLI, TERAMPIL
from infra.demo.nama import Penomor
from infra.demo.orang import Fakta, Orang, riwayat_golongan

MUTASI = "Bidang Mutasi dan Promosi"


class Tokoh(NamedTuple):
    """`gol` as orang.riwayat_golongan reads it; `didik` "S1:2010 S2:2025?" (level:year, "?" not recognised)."""

    kunci: str
    nama: str
    gelar: str
    lahir: str
    kelamin: str
    gol: str
    didik: str
    jurusan: str
    opd: str
    unit: str
    jabatan: tuple[Fakta, ...]
    fakta: Fakta = {}
    telepon: str = ""
    mkg: int = 0


def semua(penomor: Penomor, hari: date) -> dict[str, Orang]:
    """All of them, by key."""
    return {t.kunci: _jadikan(t, penomor, hari) for t in TOKOH}


def kursi() -> set[tuple[str, str]]:
    """(OPD, name of post) of the structural posts that they hold: nobody else may."""
    return {(t.opd, j["nama"]) for t in TOKOH for j in t.jabatan if j["eselon"]}


def _jadikan(t: Tokoh, penomor: Penomor, hari: date) -> Orang:
    golongan = riwayat_golongan(t.gol, t.mkg)
    cpns, lahir = golongan[0]["tmt"], date.fromisoformat(t.lahir)
    nip = penomor.nip(lahir, cpns, t.kelamin)
    dasar: Fakta = {
        "nip": nip, "nama": t.nama, "jenis_kelamin": t.kelamin, "tanggal_lahir": lahir, "kedudukan_hukum": "01",
        "pendidikan": list(_didik(t.didik, cpns)), "golongan": golongan, "jabatan": list(t.jabatan),
        "kinerja": [{"tahun": y, "predikat": "Baik", "bulan": 12} for y in range(max(cpns.year + 1, hari.year - 7), hari.year)],
        "angka_kredit": [], "uji_kompetensi": [], "ujian": [], "diklat": [], "hukuman": [], "cltn": [], "tugas_belajar": [],
        "atasan_golongan": "IV/b", "tewas": False, "cacat_karena_dinas": False, "dpk_dpb": [], "pejabat_negara": [],
        "prestasi_luar_biasa": [], "penemuan_baru": [], "formasi_pi": None, "usulan_berjalan": [],
    }  # fmt: skip
    isi = {**dasar, **t.fakta}
    depan, _, belakang = t.gelar.partition("|")
    return Orang(
        nip=nip,
        nama=t.nama,
        kelamin=t.kelamin,
        lahir=lahir,
        tempat="NGAWI",
        opd=t.opd,
        unit=t.unit,
        tmt_cpns=cpns,
        fakta=isi,
        gelar_depan=depan,
        gelar_belakang=belakang,
        jurusan=t.jurusan,
        telepon=t.telepon or penomor.telepon(),
        alamat="Dusun Krajan RT 01 RW 01, Kec. Ngawi",
        kedudukan=isi["kedudukan_hukum"],
        kelompok=f"tokoh:{t.kunci}",
    )


def _didik(teks: str, cpns: date) -> Iterator[Fakta]:
    for bagian in teks.split():
        tingkat, _, tahun = bagian.partition(":")
        lulus = int(tahun.rstrip("?"))
        diakui = None if tahun.endswith("?") else max(cpns, date(lulus + 1, 1, 1))
        yield {"tingkat": tingkat, "tahun_lulus": lulus, "diakui_sejak": diakui}


def _jabatan(jenis: str, nama: str, tmt: str, **lain: Any) -> Fakta:
    kosong = {"eselon": None, "kategori": None, "jenjang": None, "pelantikan": None, "sampai": None, "definitif": True}
    return {"jenis": jenis, "nama": nama, **kosong, **lain, "tmt": date.fromisoformat(tmt)}


def _jf(nama: str, jenjang: str, tmt: str, kategori: str = AHLI, sampai: str = "") -> Fakta:
    akhir = date.fromisoformat(sampai) if sampai else None
    return _jabatan("fungsional", f"{nama} {jenjang}", tmt, kategori=kategori, jenjang=jenjang, sampai=akhir)


def _eselon(nama: str, eselon: str, tmt: str) -> Fakta:
    return _jabatan("struktural", nama, tmt, eselon=eselon, pelantikan=date.fromisoformat(tmt))


def _pelaksana(nama: str, tmt: str = "2019-01-01") -> tuple[Fakta, ...]:
    return (_jabatan("pelaksana", nama, tmt),)


def _pak(*baris: tuple[str, str, str]) -> list[Fakta]:
    return [{"jenis": j, "nilai": n, "per": date.fromisoformat(p)} for j, n, p in baris]


def _hari(teks: str) -> date:
    return date.fromisoformat(teks)


_NILAI_TINGGI = [
    {"tahun": t, "predikat": "Sangat Baik" if t > 2023 else "Baik", "bulan": 12} for t in range(2020, 2026)
]
B, D, R = kantor.BKPSDM, kantor.DIKBUD, kantor.RSUD
# fmt: off
TOKOH = (
    Tokoh("soekarjono", "SOEKARJONO", "|S.Sos.", "1986-08-17", "L", "III/a@2014-03 III/b@2018-04 III/c@2022-10", "S1:2010",
          "Ilmu Administrasi Negara", D, "SMPN 2 Ngawi", _pelaksana("Penelaah Teknis Kebijakan"), telepon="081200017845"),
    Tokoh("pengelola_dikbud", "SITI ROHMAH WULANDARI", "|S.E.", "1984-02-09", "P", "III/a@2010-04 III/b@2014-04 III/c@2018-10 III/d@2023-04",
          "S1:2007", "Manajemen", D, D, _pelaksana("Pengelola Kepegawaian")),
    Tokoh("pengelola_rsud", "HENDRO PUSPITO", "|A.Md.", "1988-11-30", "L", "II/c@2011-01 II/d@2015-04 III/a@2019-10 III/b@2024-02",
          "D3:2009", "Manajemen", R, R, _pelaksana("Pengelola Kepegawaian"), {"ujian": [{"jenis": "UD1", "lulus": _hari("2019-05-20")}]}, mkg=36),
    Tokoh("verifikator_1", "WAHYU NUGRAHENI", "|S.Sos.", "1985-07-21", "P", "III/a@2009-01 III/b@2013-04 III/c@2017-04 III/d@2021-10",
          "S1:2007", "Administrasi Negara", B, MUTASI, (_jf("Analis Sumber Daya Manusia Aparatur", "Ahli Muda", "2017-02-01"),),
          {"angka_kredit": _pak(("pak", "81.25", "2025-12-31"))}),
    Tokoh("verifikator_2", "MOCH. RIZAL WICAKSONO", "|S.H.", "1990-03-14", "L", "III/a@2015-03 III/b@2019-04 III/c@2023-10",
          "S1:2012", "Ilmu Hukum", B, MUTASI, (_jf("Analis Sumber Daya Manusia Aparatur", "Ahli Muda", "2023-09-01"),),
          {"angka_kredit": _pak(("pak", "56.25", "2025-12-31"))}),
    Tokoh("kabid", "ENDRO WARDOYO", "|S.STP., M.Si.", "1979-12-03", "L", "III/a@2000-12 III/b@2005-04 III/c@2009-04 III/d@2013-04 IV/a@2019-10",
          "D4:2000 S2:2010", "Ilmu Pemerintahan", B, MUTASI, (_eselon("Kepala Bidang Mutasi dan Promosi", "III.b", "2018-02-14"),),
          {"diklat": [{"jenis": "Diklatpim III", "tahun": 2018}]}),
    Tokoh("operator_siasn", "DIAN ANGGRAINI", "|S.Kom.", "1992-05-06", "P", "III/a@2019-03 III/b@2023-04", "S1:2014", "Sistem Informasi",
          B, MUTASI, (_jf("Pranata Komputer", "Ahli Pertama", "2019-03-01"),), {"angka_kredit": _pak(("pak", "37.50", "2025-12-31"))}),
    Tokoh("pimpinan", "RETNO SETYOWATI", "|S.H., M.M.", "1970-10-18", "P", "III/a@1996-03 III/b@2000-04 III/c@2004-04 III/d@2008-04 IV/a@2012-10 IV/b@2018-10",
          "S1:1993 S2:2006", "Ilmu Hukum", B, B, (_eselon(f"Kepala {B}", "II.b", "2020-01-10"),), {"diklat": [{"jenis": "Diklatpim II", "tahun": 2020}]}),
    Tokoh("auditor", "KURNIAWAN PRABOWO", "|S.E., Ak.", "1987-01-25", "L", "III/a@2011-01 III/b@2015-04 III/c@2019-10 III/d@2024-06", "S1:2009",
          "Akuntansi", kantor.INSPEKTORAT, kantor.INSPEKTORAT, (_jf("Auditor", "Ahli Muda", "2019-08-01"),), {"angka_kredit": _pak(("pak", "39.58", "2025-12-31"))}),
    Tokoh("admin", "YANUAR ADI PRAYITNO", "|S.Kom.", "1991-01-31", "L", "III/a@2019-03 III/b@2023-10", "S1:2013", "Teknik Informatika", B,
          "Sekretariat BKPSDM", _pelaksana("Analis Sistem Informasi", "2019-03-01")),
    Tokoh("guru_senior", "SUMARTINI", "Hj.|S.Pd.", "1969-05-12", "P",
          "II/b@1994-12 II/c@1998-10 II/d@2001-10 III/a@2004-10 III/b@2008-04 III/c@2011-04 III/d@2015-04 IV/a@2019-10", "D2:1991 S1:2007",
          "Pendidikan Guru Sekolah Dasar", D, "SDN 3 Paron", (
              _jf("Guru", "Ahli Pertama", "2004-10-01", sampai="2011-02-28"), _jf("Guru", "Ahli Muda", "2011-03-01", sampai="2019-07-31"),
              _jf("Guru", "Ahli Madya", "2019-08-01")),
          {"kinerja": [{"tahun": t, "predikat": "Sangat Baik" if t == 2024 else "Baik", "bulan": 12} for t in range(2018, 2026)],
           "uji_kompetensi": [{"jenjang": "Ahli Madya", "lulus": _hari("2019-05-10")}],
           "angka_kredit": _pak(("integrasi", "62.50", "2022-12-31"), ("pak", "100.00", "2023-12-31"), ("pak", "156.25", "2024-12-31"), ("pak", "193.75", "2025-12-31"))}),
    Tokoh("dokter_belajar", "NITA PALUPI", "dr.|", "1991-09-02", "P", "III/b@2018-03 III/c@2022-04", "PROFESI:2016", "Profesi Dokter", R, R,
          (_jf("Dokter", "Ahli Pertama", "2018-03-01", sampai="2022-02-28"), _jf("Dokter", "Ahli Muda", "2022-03-01")),
          {"kedudukan_hukum": "03", "tugas_belajar": [{"mulai": _hari("2024-09-01"), "selesai": None, "lulus": None}],
           "angka_kredit": _pak(("pak", "83.33", "2024-12-31"))}),
    Tokoh("lulus_belajar", "FAJAR MAHENDRA", "|S.IP., M.A.P.", "1995-04-11", "L", "III/a@2021-01", "S1:2018 S2:2025?", "Ilmu Pemerintahan", B, MUTASI,
          _pelaksana("Penelaah Teknis Kebijakan", "2021-01-01"),
          {"tugas_belajar": [{"mulai": _hari("2023-09-01"), "selesai": _hari("2025-08-31"), "lulus": _hari("2025-08-20")}]}),
    Tokoh("dpk", "SIGIT HANDOKO", "|S.Sos., M.Si.", "1978-06-19", "L", "III/a@2003-01 III/b@2007-04 III/c@2011-04 III/d@2022-04", "S1:2001 S2:2015",
          "Ilmu Administrasi Negara", kantor.SETDA, "Bagian Pemerintahan", _pelaksana("Penelaah Teknis Kebijakan"),
          {"dpk_dpb": [{"mulai": _hari("2021-06-01"), "selesai": None, "eselon": "III.b", "bidang": "kesekretariatan pemilihan umum"}]}),
    Tokoh("pejabat_negara", "CATUR IRAWAN", "|S.H., M.H.", "1975-03-27", "L", "III/a@2000-12 III/b@2005-04 III/c@2009-04 III/d@2022-04", "S1:1998 S2:2012",
          "Ilmu Hukum", kantor.SETDA, "Bagian Hukum", _pelaksana("Analis Hukum"),
          {"kedudukan_hukum": "07", "pejabat_negara": [{"sk": "Keputusan Presiden Nomor 91/P Tahun 2024", "jabatan": "Anggota lembaga negara", "mulai": _hari("2024-08-01"), "selesai": None}]}),
    Tokoh("prestasi", "LILIS KUSUMANINGRUM", "|S.Kom.", "1989-08-08", "P", "III/a@2015-03 III/b@2019-04 III/c@2025-06", "S1:2012", "Teknik Informatika",
          "Dinas Komunikasi, Informatika, Statistik dan Persandian", "Dinas Komunikasi, Informatika, Statistik dan Persandian",
          _pelaksana("Analis Sistem Informasi"), {"kinerja": _NILAI_TINGGI, "prestasi_luar_biasa": [{"sk": "188/214/404.101/2026", "tanggal": _hari("2026-08-17")}]}),
    Tokoh("penemu", "TEGUH RAHARDJO", "|S.P., M.P.", "1982-12-12", "L", "III/a@2009-01 III/b@2013-04 III/c@2017-10 III/d@2024-04", "S1:2005 S2:2018", "Agronomi",
          "Dinas Ketahanan Pangan dan Pertanian", "Dinas Ketahanan Pangan dan Pertanian", (_jf("Penyuluh Pertanian", "Ahli Muda", "2017-08-01"),),
          {"kinerja": _NILAI_TINGGI, "angka_kredit": _pak(("pak", "65.63", "2025-12-31")), "penemuan_baru": [{"sk": "Keputusan Menteri Nomor 77 Tahun 2026", "tanggal": _hari("2026-05-20")}]}),
    Tokoh("tewas", "WAKIDI", "|", "1980-04-04", "L", "II/a@2007-04 II/b@2011-04 II/c@2015-04 II/d@2019-04 III/a@2023-10", "SLTA:1999", "SMA IPS",
          "Satuan Polisi Pamong Praja", "Satuan Polisi Pamong Praja", (_jabatan("pelaksana", "Petugas Keamanan", "2019-01-01"),),
          {"meninggal": _hari("2026-09-14"), "tewas": True, "ujian": [{"jenis": "UD1", "lulus": _hari("2022-06-20")}]}),
    Tokoh("pengabdian", "NGADIMAN", "|", "1969-02-20", "L", "II/a@1994-12 II/b@1999-04 II/c@2003-04 II/d@2007-04 III/a@2013-10 III/b@2018-10", "SLTA:1988",
          "SMA IPS", "Kecamatan Paron", "Kecamatan Paron", _pelaksana("Pengadministrasi Umum"), {"ujian": [{"jenis": "UD1", "lulus": _hari("2012-06-20")}]}),
    Tokoh("sesuai_ijazah", "PUJI ASTUTI", "|S.E.", "1993-06-16", "P", "II/a@2015-03 II/b@2019-04 II/c@2023-04", "SLTA:2011 S1:2023?", "Akuntansi", R, R,
          _pelaksana("Pengadministrasi Keuangan"), {"ujian": [{"jenis": "PI", "lulus": _hari("2026-05-12")}], "formasi_pi": True}),
    Tokoh("kasubbag", "ARIF SETYAWAN", "|S.STP.", "1993-10-10", "L", "III/a@2015-03 III/b@2019-04", "D4:2015", "Ilmu Pemerintahan", "Kecamatan Ngawi",
          "Kelurahan Pelem", (_jabatan("pelaksana", "Penelaah Teknis Kebijakan", "2015-03-01", sampai=_hari("2024-05-15")), _eselon("Lurah Pelem", "IV.a", "2024-05-16")),
          {"diklat": [{"jenis": "PKP", "tahun": 2025}]}),
    Tokoh("bidan_mahir", "KHUSNUL LISTYOWATI", "|A.Md.Keb.", "1987-05-30", "P", "II/c@2009-01 II/d@2013-04 III/a@2017-04 III/b@2021-04", "D3:2008", "Kebidanan",
          kantor.DINKES, "UPT Puskesmas Paron", (_jf("Bidan", "Mahir", "2017-02-01", TERAMPIL, "2026-07-31"), _jf("Bidan", "Penyelia", "2026-08-01", TERAMPIL)),
          {"uji_kompetensi": [{"jenjang": "Penyelia", "lulus": _hari("2026-05-18")}], "angka_kredit": _pak(("integrasi", "21.00", "2022-12-31"), ("pak", "58.50", "2025-12-31"))}, mkg=36),
    Tokoh("dihukum", "SARNO", "|", "1983-01-05", "L", "II/a@2008-04 II/b@2012-04 II/c@2016-04 II/d@2020-10", "SLTA:2002", "SMA IPS", D, "SMPN 1 Geneng",
          _pelaksana("Pengadministrasi Umum"), {"hukuman": [{"tingkat": "sedang", "mulai": _hari("2026-06-01"), "selesai": _hari("2027-05-31")}]}),
    Tokoh("mentok", "SUPARMI", "|", "1974-09-09", "P", "II/a@1998-03 II/b@2002-04 II/c@2006-04 II/d@2010-04 III/a@2014-10 III/b@2018-10", "SLTA:1993", "SMA IPS",
          D, "SMPN 1 Paron", _pelaksana("Pengadministrasi Keuangan"), {"ujian": [{"jenis": "UD1", "lulus": _hari("2013-06-20")}]}),
)
# fmt: on
