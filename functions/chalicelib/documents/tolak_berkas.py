"""Every reason for which a file is not received, and what to do about it: one table."""

from __future__ import annotations

from chalicelib.galat import TakSah, TerlaluBesar

_CETAK = "Buka, pilih Cetak, lalu Simpan sebagai PDF."


def _sambung(kalimat: str) -> str:
    """A sentence as the rest of another; the names in it stay as they are written on the screen."""
    return kalimat[0].lower() + kalimat[1:]


_TOLAK: dict[str, tuple[str, str]] = {
    "kosong": ("Berkas ini kosong (0 byte).", "Salin ulang dari sumbernya, atau pindai ulang dokumennya."),
    "bukan-pdf": ("Berkas ini bukan PDF, walaupun namanya mungkin berakhiran .pdf.", "Simpan sebagai PDF di program pembuatnya, atau foto lembarnya dengan tombol Ambil foto."),
    "kantor": ("Berkas ini dokumen Word, Excel, atau sejenisnya, bukan PDF.", "Buka di programnya, pilih Simpan sebagai, lalu jenis PDF."),
    "zip": ("Berkas ini kumpulan berkas (ZIP atau RAR), bukan PDF.", "Buka isinya, lalu unggah PDF di dalamnya satu per satu."),
    "heic": ("Foto ini berformat HEIC, yang belum dapat dibaca di sini.", "Simpan fotonya sebagai JPG lalu pilih lagi, atau buka SIKAP di ponsel itu dan pakai tombol Ambil foto. Agar foto berikutnya JPG di iPhone: Pengaturan, Kamera, Format, Paling Kompatibel."),
    "gambar": ("Berkas ini gambar, bukan PDF.", "Pakai tombol Ambil foto atau Pilih berkas; SIKAP menjadikannya PDF."),
    "tersembunyi": ("Sebelum awal PDF ini ada isi lain yang tidak tampak.", _CETAK),
    "terpotong": ("PDF ini terpotong; bagian akhirnya tidak ada.", "Salin atau unduh ulang berkasnya dari sumbernya sampai selesai, lalu unggah lagi."),
    "rusak": ("PDF ini rusak dan tidak dapat dibaca.", f"Bila masih dapat dibuka di komputer: {_sambung(_CETAK)} Bila tidak, pindai ulang dokumennya."),
    "bermakna-ganda": ("PDF ini dapat tampil berbeda di program lain, karena sebagian isinya tertulis dua kali.", _CETAK),
    "terkunci": ("Berkas ini terkunci kata sandi, atau dilarang diubah.", "Simpan ulang tanpa kata sandi: buka, pilih Cetak, lalu Simpan sebagai PDF. Bila tidak dapat dicetak, minta berkas tanpa kunci kepada pembuatnya, atau foto lembarnya."),
    "berskrip": ("PDF ini berisi perintah otomatis (skrip).", _CETAK),
    "menjalankan": ("PDF ini dapat membuka program atau berkas lain.", _CETAK),
    "mengirim": ("PDF ini berisi formulir yang mengirim data ke tempat lain.", _CETAK),
    "berlampiran": ("PDF ini membawa berkas lain di dalamnya.", "Unggah dokumennya saja: buka, pilih Cetak, lalu Simpan sebagai PDF. Bila yang diminta lampirannya, simpan lampiran itu lalu unggah."),
    "formulir-xfa": ("PDF ini formulir yang hanya terbuka di program tertentu (Adobe Reader).", "Buka di program itu, pilih Cetak, lalu Simpan sebagai PDF."),
    "media": ("PDF ini berisi suara, video, atau benda tiga dimensi.", _CETAK),
    "tanpa-halaman": ("PDF ini tidak berisi halaman.", "Pindai ulang dokumennya."),
    "terlalu-tebal": ("PDF ini terlalu tebal.", "Unggah hanya halaman yang diminta: buka, pilih Cetak, isi nomor halamannya, lalu Simpan sebagai PDF."),
    "terlalu-rumit": ("Susunan PDF ini terlalu rumit untuk diperiksa.", _CETAK),
    "bukan-gambar": ("Berkas ini bukan foto JPG, PNG, WebP, atau TIFF.", "Ambil foto lagi, atau pilih PDF."),
    "gambar-besar": ("Foto ini terlalu besar.", "Kecilkan ukuran foto di setelan kamera (12 megapiksel cukup) lalu foto lagi, atau pindai lembarnya di SIKAP dengan tombol Ambil foto, yang mengecilkannya di ponsel."),
    "tiff": ("Pindaian TIFF ini rusak, atau terlalu tebal untuk dijadikan PDF di sini.", "Di program pemindai atau penampilnya pilih Simpan sebagai PDF, hanya halaman yang diminta, lalu unggah PDF-nya."),
    "gambar-rusak": ("Foto ini rusak atau terpotong.", "Salin ulang fotonya dari ponsel atau kamera, atau ambil foto lagi."),
}  # fmt: skip


def tolak(kode: str, tambahan: str = "") -> TakSah:
    """The refusal of this code, as `berkas-<code>`."""
    pesan, petunjuk = _TOLAK[kode]
    return TakSah(f"{pesan} {tambahan}".strip(), kode=f"berkas-{kode}", petunjuk=petunjuk)


def hindari_cetak(galat: TakSah) -> TakSah:
    """The same refusal for a file that seems signed electronically: printing would take its signature away."""
    petunjuk = f"Mintalah berkas aslinya sekali lagi kepada penerbitnya. Bila tidak ada: {_sambung(galat.petunjuk)} Salinan cetak tidak lagi bertanda tangan elektronik."
    return TakSah(galat.pesan, kode=galat.kode, petunjuk=petunjuk)


def muat(ukuran: int, batas: int) -> None:
    """Raises TerlaluBesar when a file of `ukuran` bytes is more than we take."""
    if ukuran > batas:
        raise TerlaluBesar(
            f"Berkas ini {_mb(ukuran)}; paling besar {_mb(batas)}.",
            kode="berkas-terlalu-besar",
            petunjuk="Pindai ulang pada 150 dpi, atau foto lembarnya dengan tombol Ambil foto.",
        )


def _mb(byte: int) -> str:
    return f"{byte / 1e6:.1f} MB".replace(".", ",")
