"""Posts: functional ones with their category, schooling and titles; pelaksana; structural ones by eselon."""

from __future__ import annotations

from typing import NamedTuple


class Fungsional(NamedTuple):
    """A functional post: the word before its level, category, the diploma it starts from, its field and title."""

    nama: str
    kategori: str
    tingkat: str
    jurusan: str
    gelar: str = ""
    depan: str = ""


AHLI, TERAMPIL = "keahlian", "keterampilan"
# fmt: off
GURU_SD = Fungsional("Guru", AHLI, "S1", "Pendidikan Guru Sekolah Dasar", "S.Pd.SD.")
GURU_SMP = tuple(Fungsional("Guru", AHLI, "S1", f"Pendidikan {m}", "S.Pd.") for m in (
    "Matematika", "Bahasa Indonesia", "Bahasa Inggris", "Biologi", "Fisika", "Geografi", "Sejarah", "Pancasila dan Kewarganegaraan",
    "Jasmani dan Kesehatan", "Seni Rupa", "Agama Islam", "Bimbingan dan Konseling", "Teknik Informatika", "Bahasa Daerah"))
GURU_TK = Fungsional("Guru", AHLI, "S1", "Pendidikan Anak Usia Dini", "S.Pd.")
PENGAWAS = Fungsional("Pengawas Sekolah", AHLI, "S2", "Manajemen Pendidikan", "S.Pd., M.Pd.")
PERAWAT = Fungsional("Perawat", TERAMPIL, "D3", "Keperawatan", "A.Md.Kep.")
NERS = Fungsional("Perawat", AHLI, "PROFESI", "Profesi Ners", "S.Kep., Ns.")
BIDAN = Fungsional("Bidan", TERAMPIL, "D3", "Kebidanan", "A.Md.Keb.")
BIDAN_AHLI = Fungsional("Bidan", AHLI, "D4", "Kebidanan", "S.Tr.Keb.")
DOKTER = Fungsional("Dokter", AHLI, "PROFESI", "Profesi Dokter", "", "dr.")
DOKTER_GIGI = Fungsional("Dokter Gigi", AHLI, "PROFESI", "Profesi Dokter Gigi", "", "drg.")
APOTEKER = Fungsional("Apoteker", AHLI, "PROFESI", "Profesi Apoteker", "S.Farm., Apt.")
NAKES = (
    Fungsional("Sanitarian", TERAMPIL, "D3", "Kesehatan Lingkungan", "A.Md.KL."),
    Fungsional("Nutrisionis", TERAMPIL, "D3", "Gizi", "A.Md.Gz."),
    Fungsional("Pranata Laboratorium Kesehatan", TERAMPIL, "D3", "Analis Kesehatan", "A.Md.AK."),
    Fungsional("Asisten Apoteker", TERAMPIL, "D3", "Farmasi", "A.Md.Farm."),
    Fungsional("Terapis Gigi dan Mulut", TERAMPIL, "D3", "Kesehatan Gigi", "A.Md.KG."),
    Fungsional("Perekam Medis", TERAMPIL, "D3", "Rekam Medis", "A.Md.RMIK."),
    Fungsional("Radiografer", TERAMPIL, "D3", "Radiologi", "A.Md.Rad."),
    Fungsional("Epidemiolog Kesehatan", AHLI, "S1", "Kesehatan Masyarakat", "S.K.M."),
)
PENYULUH = Fungsional("Penyuluh Pertanian", AHLI, "S1", "Agribisnis", "S.P.")
PENYULUH_TERAMPIL = Fungsional("Penyuluh Pertanian", TERAMPIL, "D3", "Penyuluhan Pertanian", "A.Md.P.")
AUDITOR = Fungsional("Auditor", AHLI, "S1", "Akuntansi", "S.E.")
PENGAWAS_URUSAN = Fungsional("Pengawas Penyelenggaraan Urusan Pemerintahan di Daerah", AHLI, "S1", "Ilmu Hukum", "S.H.")
PERENCANA = Fungsional("Perencana", AHLI, "S1", "Perencanaan Wilayah dan Kota", "S.T.")
ANALIS_SDM = Fungsional("Analis Sumber Daya Manusia Aparatur", AHLI, "S1", "Administrasi Negara", "S.Sos.")
PRANATA_KOMPUTER = Fungsional("Pranata Komputer", AHLI, "S1", "Teknik Informatika", "S.Kom.")
ADMINDUK = Fungsional("Administrator Database Kependudukan", AHLI, "S1", "Sistem Informasi", "S.Kom.")
PENATA_RUANG = Fungsional("Teknik Tata Bangunan dan Perumahan", AHLI, "S1", "Teknik Sipil", "S.T.")
MEDIK_VETERINER = Fungsional("Medik Veteriner", AHLI, "PROFESI", "Profesi Dokter Hewan", "", "drh.")
PENGUJI = Fungsional("Penguji Kendaraan Bermotor", TERAMPIL, "D3", "Teknik Otomotif", "A.Md.")
PEKERJA_SOSIAL = Fungsional("Pekerja Sosial", AHLI, "S1", "Ilmu Kesejahteraan Sosial", "S.Sos.")
POL_PP = Fungsional("Polisi Pamong Praja", TERAMPIL, "D3", "Manajemen Administrasi", "A.Md.")
ANALIS_KEBIJAKAN = Fungsional("Analis Kebijakan", AHLI, "S1", "Administrasi Publik", "S.A.P.")
PERSURATAN = Fungsional("Perancang Peraturan Perundang-undangan", AHLI, "S1", "Ilmu Hukum", "S.H.")
# fmt: on


class Pelaksana(NamedTuple):
    """A pelaksana post and the schooling of those who hold it."""

    nama: str
    tingkat: str
    jurusan: str
    gelar: str = ""


PELAKSANA = (
    Pelaksana("Pramu Kebersihan", "SD", "Sekolah Dasar"),
    Pelaksana("Penjaga Sekolah", "SLTP", "SLTP"),
    Pelaksana("Pramu Bakti", "SLTP", "SLTP"),
    Pelaksana("Pengemudi", "SLTA", "SMA IPS"),
    Pelaksana("Pengadministrasi Umum", "SLTA", "SMA IPS"),
    Pelaksana("Pengadministrasi Keuangan", "SLTA", "SMK Akuntansi"),
    Pelaksana("Pengadministrasi Kepegawaian", "SLTA", "SMA IPA"),
    Pelaksana("Petugas Keamanan", "SLTA", "SMA IPS"),
    Pelaksana("Pengelola Keuangan", "D3", "Akuntansi", "A.Md."),
    Pelaksana("Pengelola Barang Milik Daerah", "D3", "Manajemen", "A.Md."),
    Pelaksana("Pengelola Kepegawaian", "S1", "Manajemen", "S.E."),
    Pelaksana("Analis Perencanaan", "S1", "Ilmu Administrasi Negara", "S.Sos."),
    Pelaksana("Penyusun Rencana Kegiatan dan Anggaran", "S1", "Akuntansi", "S.E."),
    Pelaksana("Analis Hukum", "S1", "Ilmu Hukum", "S.H."),
    Pelaksana("Penelaah Teknis Kebijakan", "S1", "Ilmu Pemerintahan", "S.IP."),
    Pelaksana("Analis Sistem Informasi", "S1", "Teknik Informatika", "S.Kom."),
)
BOBOT_PELAKSANA = (3, 4, 3, 6, 17, 7, 5, 8, 6, 4, 6, 5, 9, 4, 8, 5)
STRUKTURAL = {
    "IV.b": ("Kepala Seksi", "Kepala Subbagian"), "IV.a": ("Kepala Subbagian", "Kepala Seksi", "Kepala Subbidang"),
    "III.b": ("Kepala Bidang",), "III.a": ("Sekretaris", "Kepala Bagian"), "II.b": ("Kepala",), "II.a": ("Sekretaris Daerah",),
}  # fmt: skip
URUSAN = ("Umum dan Kepegawaian", "Keuangan", "Perencanaan dan Evaluasi", "Pelayanan", "Pembinaan", "Pengembangan", "Pengendalian", "Pemerintahan", "Pemberdayaan Masyarakat", "Ketenteraman dan Ketertiban")  # fmt: skip
TANGGA = ("IV.b", "IV.a", "III.b", "III.a", "II.b", "II.a")
"""The way up through the structural posts."""
