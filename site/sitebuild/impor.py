"""The import pages: one frame and one script; what differs from kind to kind stands here."""

from __future__ import annotations

from typing import NamedTuple


class MacamImpor(NamedTuple):
    """One kind of import as its page shows it."""

    pengantar: str
    berkas: str
    """Label of the file field."""
    terima: str
    rincian: tuple[tuple[str, str], ...]
    """(label, field of the answer) between the state and the remark."""
    macam: tuple[tuple[str, str], ...]
    """(list of the counter, label): what can be looked at, the first one at once."""
    satuan: str
    akibat: str
    """Said before it is applied."""
    peta: bool = False
    """The file's columns may be pointed out."""
    jenis: bool = False
    """The file has a kind and a source to be named."""


_UMUM = (("Baris", "jumlah"),)
_TERIMA = ".xlsx,.csv,.xls,.ods"
MACAM: dict[str, MacamImpor] = {
    "/impor/": MacamImpor(
        'Pakai ekspor "Data ASN" dari SIASN (.xlsx) atau CSV, tanpa diubah. Berkas diperiksa dulu; tidak ada yang disimpan sebelum Anda menyetujui.',
        "Berkas ekspor", _TERIMA,
        (*_UMUM, ("Dapat diterima", "diterima"), ("Orang baru", "baru"), ("Berubah", "berubah"), ("Sama", "sama"), ("Ditolak", "ditolak"),
         ("Peringatan", "peringatan"), ("Data kurang", "celah"), ("Sudah diterapkan", "kemajuan")),
        (("ditolak", "Baris ditolak"), ("peringatan", "Peringatan"), ("celah", "Data kurang"), ("ubah", "Perubahan")),
        "orang",
        "Data kepegawaian diperbarui menurut berkas ini. Baris yang ditolak tidak berubah. Langkah ini tidak dapat dibatalkan sekaligus.",
    ),
    "/impor-riwayat/": MacamImpor(
        "Satu berkas (.xlsx atau CSV) berisi satu jenis riwayat, satu fakta satu baris, dengan kolom NIP. Tidak ada yang disimpan sebelum Anda menyetujui.",
        "Berkas riwayat", _TERIMA,
        (("Jenis", "jenis_sebutan"), *_UMUM, ("Orang", "diterima"), ("Fakta baru", "baru"), ("Berubah", "berubah"), ("Sama", "sama"),
         ("Baris ditolak", "ditolak"), ("Orang selesai", "kemajuan")),
        (("ubah", "Fakta baru dan berubah"), ("ditolak", "Baris ditolak")),
        "fakta",
        "Fakta dalam berkas ini tercatat sebagai sah, dengan berkas dan barisnya sebagai sumber. Baris yang ditolak tidak berubah.",
        peta=True, jenis=True,
    ),
    "/impor-nomor/": MacamImpor(
        "Berkas dari E-Kinerja (.xlsx atau CSV) dengan kolom NIP dan nomor seluler. Daftar nomor yang tidak dapat dihubungi, yang sudah Anda isi kolom nomor_baru-nya, juga dapat dipakai. "
        "Tidak ada yang disimpan sebelum Anda menyetujui.",
        "Berkas nomor", _TERIMA,
        (*_UMUM, ("Nomor baru", "baru"), ("Berubah", "berubah"), ("Sama", "sama"), ("Tetap, dipastikan pemiliknya", "tetap"),
         ("NIP tidak terdaftar", "tak_terdaftar"), ("Dipakai bersama", "bersama"), ("Baris tanpa nomor", "kosong"), ("Baris ditolak", "ditolak"),
         ("Orang selesai", "kemajuan")),
        (("ubah", "Nomor baru dan berubah"), ("ditolak", "Baris ditolak"), ("peringatan", "Peringatan"), ("tetap", "Tetap, dipastikan pemiliknya")),
        "nomor",
        "Nomor diganti menurut berkas ini; nomor yang dipastikan pemiliknya sendiri dengan kode tetap, kecuali sudah tidak dapat dihubungi. "
        "Pemilik akun diberi tahu di nomor lamanya.",
        peta=True,
    ),
}  # fmt: skip
