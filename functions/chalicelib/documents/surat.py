"""Surat: the papers SIKAP prints: covering letter, receipt, activation slip. A4, plain, readable after a bad copy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # a third of a second, which only who prints should wait for
    from fpdf import FPDF

KOP = ("PEMERINTAH KABUPATEN NGAWI", "Jalan Teuku Umar Nomor 12 Ngawi 63211, telepon (0351) 749034")
BKPSDM = "BADAN KEPEGAWAIAN DAN PENGEMBANGAN SUMBER DAYA MANUSIA"
_KE_LATIN = str.maketrans({"–": "-", "—": "-", "’": "'", "‘": "'", "“": '"', "”": '"', "…": "..."})


class BarisDaftar(NamedTuple):
    """One person on a list."""

    nama: str
    nip: str
    golongan: str
    jabatan: str
    unit: str
    jenis: str
    periode: str


class TandaTerima(NamedTuple):
    """What a receipt states (domain 9.3). `lacak`: address of the case; `berkas`: (document, ada or not)."""

    nomor: str
    saat: str
    opd: str
    baris: BarisDaftar
    berkas: Sequence[tuple[str, str]]
    petugas: str
    lacak: str
    tenggat: str


def _aman(teks: str) -> str:
    """The built-in font knows Latin-1 only; anything else becomes "?" rather than a refusal to print."""
    return teks.translate(_KE_LATIN).encode("latin-1", "replace").decode("latin-1")


def _halaman(kop: str, alamat: str = "", *, mendatar: bool = False) -> FPDF:
    from fpdf import FPDF

    pdf = FPDF(orientation="L" if mendatar else "P", format="A4")
    pdf.set_margins(20, 15, 20)
    pdf.set_auto_page_break(True, 15)
    pdf.add_page()
    pdf.set_font("Helvetica", "B", 13)
    _tulis(pdf, KOP[0], 7, "C")
    _tulis(pdf, kop.upper(), 7, "C")
    pdf.set_font("Helvetica", "", 9)
    _tulis(pdf, alamat, 5, "C")
    pdf.line(20, pdf.get_y() + 1, pdf.w - 20, pdf.get_y() + 1)
    pdf.ln(6)
    pdf.set_font("Helvetica", "", 11)
    return pdf


def _tulis(pdf: FPDF, teks: str, tinggi: float = 6, rata: str = "L") -> None:
    if teks:
        pdf.multi_cell(0, tinggi, _aman(teks), align=rata, new_x="LMARGIN", new_y="NEXT")


def _butir(pdf: FPDF, nama: str, isi: str) -> None:
    pdf.cell(38, 6, _aman(nama))
    pdf.multi_cell(0, 6, _aman(f": {isi}"), new_x="LMARGIN", new_y="NEXT")


def _tabel(pdf: FPDF, judul: Sequence[str], baris: Sequence[Sequence[str]], lebar: Sequence[int]) -> None:
    pdf.set_font("Helvetica", "", 9)
    with pdf.table(col_widths=tuple(lebar), line_height=5, first_row_as_headings=True, text_align="LEFT") as tabel:
        for isi in [judul, *baris]:
            tabel.row([_aman(x) for x in isi])
    pdf.set_font("Helvetica", "", 11)
    pdf.ln(4)


_KEPALA = (
    ("Kecamatan ", "Camat "),
    ("Kelurahan ", "Lurah "),
    ("Sekretariat ", "Sekretaris "),
    ("Inspektorat", "Inspektur"),
    ("RSUD ", "Direktur RSUD "),
)
"""Heads with a word of their own; all others are "Kepala"."""


def sebut_kepala(opd: str) -> str:
    """How the head of an office is called under a letter: "Camat Ngawi", "Kepala Dinas Kesehatan"."""
    for awal, sebutan in _KEPALA:
        if opd.startswith(awal):
            return sebutan + opd.removeprefix(awal)
    return f"Kepala {opd}"


def pengantar(*, opd: str, nomor: str, tanggal: str, periode: str, baris: Sequence[BarisDaftar]) -> bytes:
    """The OPD's covering letter with its list (domain 9.2). The number is the OPD's own."""
    pdf = _halaman(opd)
    _tulis(pdf, f"Ngawi, {tanggal}", rata="R")
    for nama, isi in (
        ("Nomor", nomor),
        ("Sifat", "Penting"),
        ("Lampiran", f"{len(baris)} usulan"),
        ("Perihal", "Usul kenaikan pangkat PNS"),
    ):
        _butir(pdf, nama, isi)
    pdf.ln(3)
    _tulis(pdf, "Yth. Kepala BKPSDM Kabupaten Ngawi\ndi Ngawi")
    pdf.ln(3)
    _tulis(
        pdf,
        f"Bersama ini kami sampaikan usul kenaikan pangkat periode {periode} sebanyak {len(baris)} orang, dengan berkas yang telah diunggah pada SIKAP:",
    )
    pdf.ln(2)
    daftar = [[str(i), b.nama, b.nip, b.golongan, b.jabatan, b.unit, b.jenis] for i, b in enumerate(baris, start=1)]
    _tabel(pdf, ("No.", "Nama", "NIP", "Gol.", "Jabatan", "Unit kerja", "Jenis"), daftar, (6, 27, 31, 14, 23, 23, 18))
    _tulis(pdf, "Demikian, atas perhatiannya disampaikan terima kasih.")
    pdf.ln(6)
    for x in (sebut_kepala(opd), "", "", "", "(...........................................)", "NIP"):
        _tulis(pdf, x or " ", rata="R")
    return bytes(pdf.output())


def tanda_terima(t: TandaTerima) -> bytes:
    """BKPSDM's receipt with the checklist; completeness is not eligibility. The QR leads to the case, after signing in."""
    pdf = _halaman(BKPSDM, KOP[1])
    pdf.set_font("Helvetica", "B", 13)
    _tulis(pdf, "TANDA TERIMA USUL KENAIKAN PANGKAT", 8, "C")
    pdf.set_font("Helvetica", "", 11)
    for nama, isi in (
        ("Nomor", t.nomor), ("Tanggal", t.saat), ("Dari", t.opd), ("Nama", t.baris.nama), ("NIP", t.baris.nip), ("Jenis", t.baris.jenis),
        ("Periode", t.baris.periode), ("Petugas", t.petugas), ("Batas perbaikan", t.tenggat or "-"),
    ):  # fmt: skip
        _butir(pdf, nama, isi)
    pdf.ln(3)
    _tabel(pdf, ("No.", "Dokumen", "Keadaan"), [[str(i), *b] for i, b in enumerate(t.berkas, start=1)], (10, 120, 40))
    _tulis(
        pdf,
        "Lengkapnya berkas belum berarti memenuhi syarat. Layanan ini gratis. Perkembangan usulan dapat dilihat di SIKAP:",
    )
    _qr(pdf, t.lacak)
    return bytes(pdf.output())


def slip(*, nama: str, kode: str, tujuan: str, situs: str, sampai: str) -> bytes:
    """The slip that BKPSDM hands to a person at the counter: how to activate (or reset) with this code."""
    pdf = _halaman(BKPSDM, KOP[1])
    langkah = "aktivasi" if tujuan == "aktivasi" else "lupa-sandi"
    _tulis(pdf, f"Untuk: {nama}")
    pdf.set_font("Courier", "B", 24)
    _tulis(pdf, kode, 16, "C")
    pdf.set_font("Helvetica", "", 12)
    _tulis(
        pdf,
        f"1. Buka {situs}/{langkah}/\n2. Masukkan NIP Anda dan kode di atas.\n3. Buat kata sandi baru.\n\nKode berlaku sampai {sampai} dan hanya dapat dipakai sekali. Jangan berikan kepada siapa pun.",
    )
    _qr(pdf, f"{situs}/{langkah}/")
    return bytes(pdf.output())


def _qr(pdf: FPDF, isi: str) -> None:
    """A QR code drawn as squares, 30 mm wide."""
    import segno

    matriks = [list(b) for b in segno.make(isi, error="m").matrix_iter(border=0)]
    sisi = 30 / len(matriks)
    x0, y0 = pdf.l_margin, pdf.get_y() + 3
    for y, baris in enumerate(matriks):
        for x, titik in enumerate(baris):
            if titik:
                pdf.rect(x0 + x * sisi, y0 + y * sisi, sisi, sisi, style="F")
    pdf.set_y(y0 + 33)


def daftar_paket(
    *, tanggal: str, tujuan: str, judul: Sequence[str], baris: Sequence[Sequence[str]], lebar: Sequence[int]
) -> bytes:
    """The cover list of a pack, landscape: every document with its name in the ZIP."""
    pdf = _halaman(BKPSDM, KOP[1], mendatar=True)
    _tulis(pdf, "DAFTAR BERKAS DALAM PAKET", rata="C")
    _tulis(pdf, f"Dibuat {tanggal}, untuk: {tujuan}")
    pdf.ln(2)
    _tabel(pdf, judul, baris, lebar)
    _tulis(
        pdf,
        "Sidik setiap berkas ada dalam MANIFES.xlsx. Paket ini dapat diperiksa terhadap arsip dengan: infra/sikap paket-periksa",
    )
    return bytes(pdf.output())


def nominatif(
    *, opd: str, judul: str, kepala: Sequence[str], baris: Sequence[Sequence[str]], lebar: Sequence[int], kaki: str = ""
) -> bytes:
    """A nominative list (domain 9.1), landscape, with the totals as its last lines. `kaki` says what it rests on; without one the
    head of the office signs."""
    pdf = _halaman(opd, mendatar=True)
    _tulis(pdf, judul.upper(), rata="C")
    pdf.ln(2)
    _tabel(pdf, kepala, baris, lebar)
    for x in (
        (kaki,)
        if kaki
        else ("KEPALA " + opd.upper(), "", "", "", "(...........................................)", "NIP")
    ):
        _tulis(pdf, x or " ", rata="L" if kaki else "R")
    return bytes(pdf.output())
