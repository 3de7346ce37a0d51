"""Which document looks how: one row for each slot of the archive. A slot is a code with an optional suffix ("skp-2025")."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from infra.demo import foto
from infra.demo import naskah_sk as sk
from infra.demo import naskah_surat as s
from infra.demo.bahan import Bahan
from infra.demo.kertas import Naskah, cetak

SURAT: dict[str, Callable[[Bahan], Naskah]] = {
    "sk-cpns": sk.sk_cpns, "sk-pns": sk.sk_pns, "sk-kp": sk.sk_kp, "sk-kp-baru": sk.sk_kp_baru, "pertek": sk.pertek,
    "sk-jabatan": sk.sk_jabatan, "sk-jenjang": sk.sk_jenjang, "sk-tugas-belajar": sk.sk_tugas_belajar,
    "sk-aktif-kembali": sk.sk_aktif_kembali, "sk-dpk-dpb": sk.sk_dpk, "sk-prestasi": sk.sk_prestasi, "sk-penemuan": sk.sk_penemuan,
    "sk-pejabat-negara": sk.sk_pejabat_negara, "spmt": s.spmt, "spp": s.spp, "skp": s.skp, "pak": s.pak,
    "pernyataan-hukdis": s.pernyataan_hukdis, "ijazah": s.ijazah, "transkrip": s.transkrip, "uraian-tugas": s.uraian_tugas,
    "kartu-keluarga": s.keluarga,
    "stlud": s.lulus_ujian("Surat Tanda Lulus Ujian Dinas", "UD", "dinyatakan lulus ujian dinas"),
    "stl-pi": s.lulus_ujian("Surat Tanda Lulus Ujian Penyesuaian Ijazah", "PI", "dinyatakan lulus ujian kenaikan pangkat penyesuaian ijazah"),
    "uji-kompetensi": s.lulus_ujian("Sertifikat Uji Kompetensi", "uji", "dinyatakan lulus uji kompetensi kenaikan jenjang jabatan fungsional"),
    "diklat": s.keterangan("Sertifikat Pelatihan Kepemimpinan", "telah mengikuti dan lulus pelatihan kepemimpinan.", bkpsdm=True, klasifikasi="893"),
    "akreditasi": s.keterangan("Keterangan Akreditasi Program Studi", "Program studi yang bersangkutan terakreditasi B pada tahun kelulusan, sesuai pangkalan data pendidikan tinggi."),
    "izin-belajar": s.keterangan("Surat Izin Belajar", "diberikan izin mengikuti pendidikan di luar jam kerja tanpa meninggalkan tugas.", bkpsdm=True, klasifikasi="892.1"),
    "drh": s.keterangan("Daftar Riwayat Hidup", "Riwayat pendidikan, pangkat, jabatan dan penghargaan yang bersangkutan tercatat lengkap dalam data kepegawaian."),
    "akta-kematian": s.keterangan("Kutipan Akta Kematian (Contoh)", "telah meninggal dunia sesuai tanggal dalam data kepegawaian."),
    "laporan-tewas": s.keterangan("Laporan Kejadian dan Berita Acara", "gugur saat melaksanakan tugas penertiban; kejadian disaksikan dua orang rekan kerja yang menandatangani berita acara."),
    "dpcp": s.keterangan("Data Perorangan Calon Penerima Pensiun", "akan mencapai batas usia pensiun; data perorangan ini telah diperiksa dan disetujui yang bersangkutan.", bkpsdm=True, klasifikasi="882.1"),
    "keterangan-cacat": s.keterangan("Surat Keterangan Tim Penguji Kesehatan", "tidak dapat bekerja lagi dalam semua jabatan karena cacat yang disebabkan oleh dinas."),
    "surat-kuasa-opd": s.keterangan("Permintaan agar Diusulkan oleh BKPSDM", "mohon diusulkan kenaikan pangkatnya oleh BKPSDM karena pengelola kepegawaian kami sedang bertugas luar.", klasifikasi="823"),
    "sk-pmk": s.keterangan("Keputusan Peninjauan Masa Kerja", "diberikan tambahan masa kerja golongan sesuai ketentuan.", bkpsdm=True, klasifikasi="822"),
}  # fmt: skip


def berkas(b: Bahan, slot: str, *, difoto: str = "") -> bytes:
    """The PDF for a slot. `difoto`: "" as printed; "foto" a photo of it taken by phone, made a PDF; "buram" a bad one."""
    if slot == "pas-foto":
        return foto.jadi_pdf(foto.pas_foto(b.o.nip))
    return foto.jadi_pdf(jepret(b, slot, buram=difoto == "buram")) if difoto else _cetak(b, slot)


def jepret(b: Bahan, slot: str, *, buram: bool = False) -> bytes:
    """A JPEG of its first page, taken by phone."""
    return foto.jepret(_cetak(b, slot), f"{b.o.nip} {slot}", buram=buram)


def _cetak(b: Bahan, slot: str) -> bytes:
    dasar, akhiran = _urai(slot)
    return cetak(SURAT[dasar](replace(b, akhiran=akhiran)), f"{b.o.nip} {slot}")


def _urai(slot: str) -> tuple[str, str]:
    """ "skp-2025" -> ("skp", "2025")."""
    if slot in SURAT:
        return slot, ""
    dasar, _, akhiran = slot.rpartition("-")
    return dasar, akhiran
