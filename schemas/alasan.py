"""Alasan: coded reasons, with the words a person reads. The seed list is what BKN and Kanreg reject most (domain 2.6)."""

from __future__ import annotations

from enum import StrEnum


class Untuk(StrEnum):
    """Which act asks for the reason."""

    BUTIR = "butir"
    TMS = "tms"
    BATAL = "batal"
    URUTAN = "urutan"
    BTS_BKN = "bts_bkn"


ALASAN: dict[Untuk, dict[str, str]] = {
    Untuk.BUTIR: {
        "tidak-terbaca": "Tulisan tidak terbaca atau buram",
        "terpotong": "Halaman terpotong atau kurang",
        "salah-berkas": "Bukan dokumen yang diminta",
        "milik-orang-lain": "Nama atau NIP pada dokumen milik orang lain",
        "data-beda": "Isi dokumen berbeda dari data kepegawaian",
        "tahun-salah": "Tahun dokumen tidak sesuai",
        "belum-ditandatangani": "Belum ditandatangani atau belum dicap",
        "pejabat-salah": "Ditandatangani pejabat yang tidak berwenang",
        "kedaluwarsa": "Sudah lewat masa berlakunya",
        "belum-legalisir": "Belum dilegalisir",
        "tidak-ada": "Dokumen belum ada",
        "lain": "Lainnya (lihat catatan)",
    },
    Untuk.TMS: {
        "masa-kerja-kurang": "Masa kerja dalam pangkat belum cukup",
        "batas-pendidikan": "Sudah mencapai pangkat tertinggi untuk pendidikannya",
        "kinerja-kurang": "Nilai kinerja belum Baik",
        "hukuman-disiplin": "Masih dalam masa hukuman disiplin",
        "diberhentikan-sementara": "Diberhentikan sementara atau cuti di luar tanggungan negara",
        "ujian-dinas": "Belum lulus ujian dinas",
        "rentang-jabatan": "Pangkat di luar rentang jabatan",
        "angka-kredit": "Angka kredit belum mencukupi",
        "jenjang": "Kenaikan jenjang jabatan belum ditetapkan",
        "ijazah": "Ijazah, akreditasi, atau izin belajar tidak sesuai ketentuan",
        "formasi": "Tidak ada formasi",
        "pensiun": "Mencapai batas usia pensiun sebelum TMT",
        "lain": "Lainnya (lihat catatan)",
    },
    Untuk.BATAL: {
        "permintaan-sendiri": "Permintaan sendiri",
        "salah-buat": "Usulan keliru dibuat",
        "pensiun": "Pensiun",
        "pindah": "Pindah ke instansi lain",
        "meninggal": "Meninggal dunia",
        "lain": "Lainnya (lihat catatan)",
    },
    Untuk.URUTAN: {
        "batas-dekat": "Batas waktu periode sudah dekat",
        "kolektif": "Diperiksa bersama satu surat pengantar",
        "perbaikan": "Pernah diperiksa verifikator yang sama",
        "perintah": "Atas perintah Kepala Bidang",
    },
    Untuk.BTS_BKN: {
        "data-tidak-sesuai": "Data tidak sesuai",
        "dokumen-tidak-lengkap": "Dokumen tidak lengkap",
        "lain": "Lainnya (lihat catatan)",
    },
}


def sebutan_alasan(kode: str, *untuk: Untuk) -> str:
    """The words of a reason code in these lists (all when none is named); the code itself when unknown."""
    for daftar in untuk or tuple(Untuk):
        if kode in ALASAN[daftar]:
            return ALASAN[daftar][kode]
    return kode
