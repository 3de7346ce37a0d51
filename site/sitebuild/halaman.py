"""The table of pages. To add a screen: one row here, one template and (if it acts) one module in templates/pages/.

Rows are grouped by who uses them. A page for signed-in people names its `peran`: the shell is no secret, but the person is
sent to sign in first, and told when the page is for others. What may really be seen or done is decided at the counter.
"""

from __future__ import annotations

from typing import NamedTuple

from schemas.peran import BKPSDM, Peran

SEMUA = frozenset(Peran)
ADMIN = frozenset({Peran.ADMIN})
PENCATAT = frozenset({Peran.ADMIN, Peran.AUDITOR})
PENCARI = BKPSDM | PENCATAT | {Peran.PENGELOLA_OPD}


class Halaman(NamedTuple):
    """One page of the site."""

    url: str
    """Begins and ends with "/", except the few that a server wants as a file ("/404.html")."""
    templat: str
    """In templates/pages/, without ".html"; `templat`.mjs beside it is the page's script when `skrip`."""
    judul: str
    """Title and main heading."""
    skrip: bool | str = False
    """True, or the name of another's script."""
    peran: frozenset[Peran] = frozenset()
    """Empty: for everybody, signed in or not."""
    data: str = ""
    """First call of the script, started while it loads: "/api/saya"."""
    naskah: str = ""
    """Markdown in content/, for pages that are mostly words."""
    uraian: str = ""
    """One sentence for search engines; public pages only."""
    lebar: bool = False
    """Use the whole width from 960 px (lists, side by side)."""
    cangkang: bool = True
    """Kept by the service worker so that it opens without signal (public pages: for all; others: for those roles)."""
    anggaran: tuple[int, int] = (7_000, 8_000)
    """Most bytes after brotli: HTML with its CSS, JavaScript at start."""

    @property
    def modul(self) -> list[str]:
        """The page's own script, when it has one."""
        nama = self.templat if self.skrip is True else self.skrip
        return [f"pages/{nama}.mjs"] if nama else []


RINGAN = (7_000, 1_800)
"""Budget of pages to read."""
PINTU = (5_500, 6_600)
"""Budget of the pages of the door."""


def _panduan(siapa: str, judul: str) -> Halaman:
    return Halaman(
        f"/panduan/{siapa}/",
        "naskah",
        judul,
        naskah=f"panduan/{siapa}.md",
        anggaran=RINGAN,
        cangkang=False,
        uraian=f"{judul}: langkah demi langkah di SIKAP.",
    )


# fmt: off
HALAMAN: tuple[Halaman, ...] = (
    # Everybody
    Halaman("/", "mulai", "Kenaikan pangkat PNS", skrip=True, data="/api/publik/periode", anggaran=RINGAN,
            uraian="Usulkan, lacak, dan terima kenaikan pangkat PNS Kabupaten Ngawi. Tanpa biaya dan tanpa perantara."),
    Halaman("/panduan/", "panduan", "Panduan", anggaran=RINGAN, cangkang=False, uraian="Panduan SIKAP untuk setiap peran."),
    _panduan("pns", "Panduan untuk PNS"),
    _panduan("pengelola", "Panduan untuk pengelola kepegawaian OPD"),
    _panduan("verifikator", "Panduan untuk verifikator BKPSDM"),
    _panduan("kabid", "Panduan untuk Kepala Bidang"),
    _panduan("operator", "Panduan untuk operator SIASN"),
    _panduan("pimpinan", "Panduan untuk pimpinan dan auditor"),
    _panduan("admin", "Panduan untuk administrator"),
    _panduan("pasang", "Memasang dan memperbarui SIKAP"),
    _panduan("tumbuh", "Lebih dari satu mesin"),
    _panduan("darurat", "Cadangan dan keadaan darurat"),
    _panduan("biaya", "Letak data dan biaya"),
    Halaman("/sop/", "sop", "SOP kenaikan pangkat", anggaran=(11_000, 1_800), cangkang=False,
            uraian="Setiap langkah usulan kenaikan pangkat: siapa, apa, dan berikutnya."),
    Halaman("/aturan/", "aturan", "Aturan yang berlaku", anggaran=(16_000, 1_800), cangkang=False,
            uraian="Aturan kenaikan pangkat yang dipakai SIKAP, masing-masing dengan dasar hukumnya."),
    Halaman("/cek-syarat/", "cek-syarat", "Cek syarat kenaikan pangkat", skrip=True, data="/api/publik/periode", anggaran=(10_500, 10_500), cangkang=False,
            uraian="Apakah dan kapan Anda dapat diusulkan naik pangkat: jawab beberapa pertanyaan, tanpa masuk dan tanpa data disimpan."),
    Halaman("/bantuan/", "naskah", "Bantuan dan kontak", naskah="bantuan.md", anggaran=RINGAN, uraian="Cara menghubungi BKPSDM."),
    Halaman("/periksa-pesan/", "periksa-pesan", "Periksa pesan", skrip=True, anggaran=PINTU, cangkang=False,
            uraian="Apakah pesan yang mengaku dari SIKAP benar dari SIKAP."),
    Halaman("/privasi/", "naskah", "Pelindungan data pribadi", naskah="privasi.md", anggaran=RINGAN, cangkang=False,
            uraian="Data apa yang disimpan SIKAP, untuk apa, dan hak Anda."),
    Halaman("/aksesibilitas/", "naskah", "Pernyataan aksesibilitas", naskah="aksesibilitas.md", anggaran=RINGAN, cangkang=False,
            uraian="Bagaimana SIKAP dibuat agar dapat dipakai semua orang."),
    Halaman("/luring/", "luring", "Tidak ada sambungan", anggaran=RINGAN),
    Halaman("/404.html", "404", "Halaman tidak ditemukan", anggaran=RINGAN, cangkang=False),
    Halaman("/komponen/", "komponen", "Contoh komponen", anggaran=(16_000, 1_800), cangkang=False),

    # The door
    Halaman("/masuk/", "masuk", "Masuk", skrip=True, anggaran=PINTU),
    Halaman("/masuk/kode/", "kode", "Masukkan kode pengaman", skrip=True, anggaran=PINTU, cangkang=False),
    Halaman("/masuk/pasang-kode/", "pasang-kode", "Pasang kode pengaman", skrip=True, anggaran=PINTU, cangkang=False),
    Halaman("/aktivasi/", "aktivasi", "Aktifkan akun", skrip=True, anggaran=PINTU, cangkang=False),
    Halaman("/lupa-sandi/", "lupa-sandi", "Lupa kata sandi", skrip=True, anggaran=PINTU, cangkang=False),

    # Everybody who is signed in
    Halaman("/beranda/", "beranda", "Beranda", skrip=True, peran=SEMUA, data="/api/saya", anggaran=(7_000, 9_000)),
    Halaman("/akun/", "akun", "Akun dan keamanan", skrip=True, peran=SEMUA, data="/api/saya", anggaran=(7_000, 9_200)),
    Halaman("/akun/kabar/", "akun-kabar", "Cara menerima kabar", skrip=True, peran=SEMUA, data="/api/saya/pilihan", anggaran=(7_000, 8_600), cangkang=False),
    Halaman("/antrean-berkas/", "antrean-berkas", "Berkas yang belum terkirim", skrip=True, peran=SEMUA, anggaran=(7_000, 8_700)),

    Halaman("/kabar/", "kabar", "Kabar", skrip=True, peran=SEMUA, data="/api/saya/kabar"),
    Halaman("/pegawai/", "pegawai", "Data dan arsip", skrip=True, peran=SEMUA, anggaran=(7_000, 9_500)),
    Halaman("/pegawai/fakta/", "pegawai-fakta", "Riwayat dan sumbernya", skrip=True, peran=SEMUA, lebar=True, anggaran=(8_800, 13_500)),
    Halaman("/pegawai/unggah/", "pegawai-unggah", "Tambah dokumen", skrip=True, peran=SEMUA, anggaran=(7_000, 12_500)),
    Halaman("/pegawai/dokumen/", "pegawai-dokumen", "Keterangan surat", skrip=True, peran=SEMUA, anggaran=(7_000, 9_000), cangkang=False),
    Halaman("/usulan/", "usulan", "Usulan", skrip=True, peran=SEMUA, anggaran=(7_000, 10_200)),
    Halaman("/usulan/buat/", "usulan-buat", "Buat usulan", skrip=True, peran=SEMUA, anggaran=(7_000, 9_500)),
    Halaman("/usulan/lihat/", "usulan-lihat", "Usulan kenaikan pangkat", skrip=True, peran=SEMUA, anggaran=(7_000, 10_400)),
    Halaman("/usulan/unggah/", "usulan-unggah", "Unggah berkas", skrip=True, peran=SEMUA, anggaran=(7_000, 12_500)),
    Halaman("/usulan/langkah/", "usulan-langkah", "Langkah usulan", skrip=True, peran=SEMUA, anggaran=(8_500, 12_500)),

    # Those who find people
    Halaman("/pencarian/", "pencarian", "Cari PNS", skrip=True, peran=PENCARI, anggaran=(7_000, 8_500)),

    Halaman("/perencanaan/", "perencanaan", "Perencanaan 24 bulan", skrip=True, peran=(PENCARI - {Peran.ADMIN}) | {Peran.PIMPINAN}, anggaran=(7_000, 11_000)),
    Halaman("/nip-meleset/", "nip-meleset", "NIP yang perlu dicocokkan", skrip=True, peran=PENCARI, anggaran=(7_000, 9_000), cangkang=False),
    Halaman("/fakta/", "fakta", "Usulan fakta", skrip=True, peran=PENCARI - {Peran.ADMIN}, anggaran=(7_000, 11_000)),

    Halaman("/impor-riwayat/", "impor", "Impor riwayat", skrip=True, peran=frozenset({Peran.VERIFIKATOR, Peran.KABID, Peran.ADMIN}),
            anggaran=(7_500, 13_000), cangkang=False),

    Halaman("/arsip-massal/", "arsip-massal", "Unggah banyak pindaian", skrip=True, peran=BKPSDM | {Peran.PENGELOLA_OPD}, anggaran=(7_500, 12_500), cangkang=False),

    # Kabid, pimpinan, operator
    Halaman("/laporan/", "laporan", "Keadaan usulan", skrip="daftar", peran=frozenset({Peran.KABID, Peran.PIMPINAN, Peran.AUDITOR}), lebar=True, cangkang=False),
    Halaman("/paket/", "paket", "Paket berkas untuk BKN", skrip=True, peran=frozenset({Peran.OPERATOR_SIASN, Peran.KABID}), anggaran=(7_500, 11_500), cangkang=False),

    # Verifikator
    Halaman("/periksa/", "periksa", "Periksa berkas", skrip=True, peran=frozenset({Peran.VERIFIKATOR}), lebar=True, anggaran=(7_500, 10_400)),

    # Administrator, auditor
    Halaman("/impor/", "impor", "Impor daftar ASN", skrip=True, peran=ADMIN, anggaran=(7_500, 13_000), cangkang=False),
    Halaman("/impor-nomor/", "impor", "Impor nomor telepon", skrip=True, peran=ADMIN, anggaran=(7_500, 13_000), cangkang=False),
    Halaman("/pengguna/", "pengguna", "Pengguna dan peran", skrip=True, peran=ADMIN, anggaran=(7_500, 9_500), cangkang=False),
    Halaman("/unit/", "unit", "OPD dan unit", skrip=True, peran=BKPSDM | PENCATAT | {Peran.PENGELOLA_OPD}, anggaran=(7_500, 9_500), cangkang=False),
    Halaman("/periode/", "periode", "Periode", skrip=True, peran=SEMUA, anggaran=(7_500, 9_000), cangkang=False),
    Halaman("/jadwal/", "jadwal", "Jadwal dan hari libur", skrip=True, peran=PENCATAT, data="/api/jadwal", anggaran=(7_500, 9_800), cangkang=False),
    Halaman("/nama-berkas/", "nama-berkas", "Nama berkas untuk BKN", skrip=True, peran=ADMIN, anggaran=(8_000, 9_500), cangkang=False),
    Halaman("/log-kabar/", "log-kabar", "Log kabar", skrip=True, peran=PENCATAT, cangkang=False),
    Halaman("/kanal/", "kanal", "Kanal dan templat kabar", skrip=True, peran=PENCATAT, data="/api/kanal", lebar=True, cangkang=False),
    Halaman("/nomor-mati/", "nomor-mati", "Nomor tidak dapat dihubungi", skrip=True, peran=ADMIN | {Peran.PENGELOLA_OPD}, cangkang=False),
    Halaman("/dokumen-rusak/", "dokumen-rusak", "Dokumen rusak", skrip="daftar", peran=PENCATAT, cangkang=False),
    Halaman("/retensi/", "retensi", "Masa simpan dokumen", skrip=True, peran=PENCATAT, anggaran=(7_000, 8_800), cangkang=False),
    Halaman("/jurnal/", "jurnal", "Jurnal tindakan", skrip=True, peran=PENCATAT, cangkang=False),
)


class Menu(NamedTuple):
    """A link of the header. A person sees the first four that are his, in this order."""

    teks: str
    url: str
    peran: frozenset[Peran]


MENU: tuple[Menu, ...] = (
    Menu("Beranda", "/beranda/", SEMUA),
    Menu("Usulan", "/usulan/", SEMUA - {Peran.ADMIN, Peran.PIMPINAN}),
    Menu("Cari", "/pencarian/", PENCARI),
    Menu("Akun", "/akun/", SEMUA),
)
# fmt: on

__all__ = ["HALAMAN", "MENU", "SEMUA", "Halaman", "Menu"]
