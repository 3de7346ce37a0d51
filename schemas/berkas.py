"""Berkas: the documents of a person's archive, and the one code table of slots (domain 6.1, 6.3).

A slot is a code with an optional suffix: "skp-2025" is slot "skp" of year 2025; "ijazah-s1" is "ijazah" of level s1.
Checklists, names for BKN, routes and rules all read SLOT.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from schemas.dasar import Id, Isian, Model, Sha256, Teks, Versi, Waktu


class JenisSlot(NamedTuple):
    """One kind of document: label for people, file name for BKN ({nip}, {akhiran}), and which suffix it takes."""

    label: str
    nama_bkn: str
    akhiran: str = ""
    """"" none; "tahun" a year (skp-2025); "tingkat" a level (ijazah-s1); "nomor" a number (stlud-1)."""
    identitas: bool = False


SLOT: dict[str, JenisSlot] = {
    "sk-kp": JenisSlot("SK kenaikan pangkat terakhir", "SKKP_{nip}"),
    "sk-cpns": JenisSlot("SK CPNS", "SKCPNS_{nip}"),
    "sk-pns": JenisSlot("SK PNS", "SKPNS_{nip}"),
    "spmt": JenisSlot("Surat pernyataan melaksanakan tugas (SPMT)", "SPMT_{nip}"),
    "skp": JenisSlot("Penilaian kinerja (SKP) tahun", "SKP_{akhiran}_{nip}", "tahun"),
    "sk-jabatan": JenisSlot("SK jabatan terakhir", "SKJAB_{nip}"),
    "spp": JenisSlot("Surat pernyataan pelantikan", "SPP_{nip}"),
    "pak": JenisSlot("Penetapan angka kredit (PAK) tahun", "PAK_{akhiran}_{nip}", "tahun"),
    "uji-kompetensi": JenisSlot("Sertifikat uji kompetensi", "UKOM_{nip}"),
    "sk-jenjang": JenisSlot("SK kenaikan jenjang jabatan fungsional", "SKJENJANG_{nip}"),
    "stlud": JenisSlot("Surat tanda lulus ujian dinas tingkat", "STLUD_{nip}", "nomor"),
    "diklat": JenisSlot("Sertifikat diklat penjenjangan", "DIKLAT_{nip}"),
    "stl-pi": JenisSlot("Surat tanda lulus ujian penyesuaian ijazah", "STLPI_{nip}"),
    "ijazah": JenisSlot("Ijazah", "IJAZAH_{nip}", "tingkat"),
    "transkrip": JenisSlot("Transkrip nilai", "TRANSKRIP_{nip}"),
    "akreditasi": JenisSlot("Akreditasi program studi", "AKREDITASI_{nip}"),
    "izin-belajar": JenisSlot("Surat izin belajar", "IB_{nip}"),
    "sk-tugas-belajar": JenisSlot("SK tugas belajar", "TUBEL_{nip}"),
    "sk-aktif-kembali": JenisSlot("SK pengaktifan kembali", "AKTIF_{nip}"),
    "uraian-tugas": JenisSlot("Uraian tugas ditandatangani eselon II", "URTUG_{nip}"),
    "sk-dpk-dpb": JenisSlot("SK dipekerjakan atau diperbantukan", "DPK_{nip}"),
    "sk-pejabat-negara": JenisSlot("SK pejabat negara", "PN_{nip}"),
    "sk-prestasi": JenisSlot("SK prestasi kerja luar biasa", "PRESTASI_{nip}"),
    "sk-penemuan": JenisSlot("Keputusan penemuan baru", "PENEMUAN_{nip}"),
    "sk-pmk": JenisSlot("SK peninjauan masa kerja", "PMK_{nip}"),
    "sk-mutasi": JenisSlot("SK mutasi masuk", "MUTASI_{nip}"),
    "pernyataan-hukdis": JenisSlot("Surat pernyataan tidak sedang hukuman disiplin", "HUKDIS_{nip}"),
    "drh": JenisSlot("Daftar riwayat hidup", "DRH_{nip}"),
    "pas-foto": JenisSlot("Pas foto", "FOTO_{nip}"),
    "akta-kematian": JenisSlot("Akta kematian", "AKTAMATI_{nip}", identitas=True),
    "laporan-tewas": JenisSlot("Laporan kejadian dan berita acara", "TEWAS_{nip}"),
    "dpcp": JenisSlot("Data perorangan calon penerima pensiun (DPCP)", "DPCP_{nip}"),
    "kartu-keluarga": JenisSlot("Kartu keluarga", "KK_{nip}", identitas=True),
    "keterangan-cacat": JenisSlot("Surat keterangan tim penguji kesehatan", "CACAT_{nip}"),
    "sk-atasan": JenisSlot("SK pangkat atasan langsung", "SKATASAN_{nip}"),
    "surat-kuasa-opd": JenisSlot("Surat permintaan OPD agar diusulkan BKPSDM", "SURATOPD_{nip}"),
    "bukti-fakta": JenisSlot("Bukti perbaikan data kepegawaian", "BUKTI_{nip}"),
    "pertek": JenisSlot("Pertimbangan teknis BKN", "PERTEK_{nip}"),
    "sk-kp-baru": JenisSlot("SK kenaikan pangkat baru", "SKKPBARU_{nip}"),
}

PENERUS = {"sk-kp": "sk-kp-baru"}
"""What stands for a slot once it is newer: the decree of the last case is the "last decree" of the next one."""


class Akhiran(NamedTuple):
    """What tells documents of one kind apart: as the office calls it, and which there are."""

    label: str
    pola: str


TINGKAT = ("sd", "sltp", "slta", "d1", "d2", "sgplb", "d3", "d4", "s1", "profesi", "s2", "s3")
"""Levels of a diploma, as they end its slot."""
AKHIRAN: dict[str, Akhiran] = {
    "tahun": Akhiran("Tahun", "(19|20)[0-9]{2}"),
    "tingkat": Akhiran("Tingkat (s1, slta, …)", "|".join(TINGKAT)),
    "nomor": Akhiran("Nomor", "[1-9]"),
}

Slot = Annotated[str, Field(pattern=r"^[a-z]+(-[a-z0-9]+){0,4}$", max_length=40)]


def urai_slot(slot: str) -> tuple[JenisSlot, str] | None:
    """ "skp-2025" -> (the kind, "2025"); "sk-kp" -> (the kind, ""); None when there is no such slot."""
    if slot in SLOT and not SLOT[slot].akhiran:
        return SLOT[slot], ""
    dasar, _, akhiran = slot.rpartition("-")
    jenis = SLOT.get(dasar)
    if jenis and jenis.akhiran and re.fullmatch(AKHIRAN[jenis.akhiran].pola, akhiran):
        return jenis, akhiran
    return None


def label_slot(slot: str) -> str:
    """What people call it: "Penilaian kinerja (SKP) tahun 2025"."""
    urai = urai_slot(slot)
    return f"{urai[0].label} {urai[1].upper()}".strip() if urai else slot


def nama_untuk_bkn(slot: str, nip: str, tabel: Mapping[str, str] | None = None) -> str:
    """The file name that BKN gets (domain 6.3): "SKP_2025_199001012015031901.pdf". `tabel`: the office's own patterns."""
    urai = urai_slot(slot)
    if urai is None:
        return f"BERKAS_{nip}.pdf"
    pola = (tabel or {}).get(dasar_slot(slot), urai[0].nama_bkn)
    return pola.replace("{nip}", nip).replace("{akhiran}", urai[1].upper()) + ".pdf"


def dasar_slot(slot: str) -> str:
    """The kind of document that a slot is of: "skp-2025" -> "skp"."""
    return slot if slot in SLOT else slot.rpartition("-")[0]


class KeadaanBerkas(StrEnum):
    """A berkas is listed as received only after acceptance."""

    MENUNGGU = "menunggu"
    DITERIMA = "diterima"
    DITOLAK = "ditolak"
    DIHAPUS = "dihapus"
    """Its time was over: the bytes are gone, the record says that there were some."""


class Tahanan(Model):
    """The administrator's word that a version stays whatever the table says, e.g. while there is a dispute."""

    alasan: Teks
    oleh: Id
    pada: Waktu


class TahananOrang(Tahanan):
    """The same word about a whole person: all his documents stay, those that come later too."""

    pegawai: Id
    versi: Versi = 0


class Periksaan(Model):
    """A verifikator's word on this version; it travels with the version to later proposals."""

    putusan: str
    """terima or kembalikan."""
    alasan: str = ""
    catatan: str = ""
    halaman: int | None = None
    syarat: str = ""
    """As what it was asked for, in the words of the rule."""
    aturan: str = ""
    """The edition of the rule tables in force for the case."""
    oleh: Id
    pada: Waktu


class Isyarat(Model):
    """What a machine saw on a document, for the verifikator's eyes; it decides nothing. `baik`: as expected."""

    kode: str
    pesan: str
    baik: bool = False


class SuratBerkas(Model):
    """What the paper says of itself: number, date, TMT, who issued it, the year it speaks of. Unknown is empty."""

    nomor: Teks = ""
    tanggal: date | None = None
    tmt: date | None = None
    penerbit: Teks = ""
    tahun: int | None = None


class Berkas(Model):
    """One version of one document in the archive of `pegawai`."""

    id: Id
    pegawai: Id
    slot: Slot
    nomor_versi: int = 1
    """1, 2, … within the slot."""
    keadaan: KeadaanBerkas = KeadaanBerkas.MENUNGGU
    nama_asal: Teks = ""
    """As the uploader called it: shown, never used as a key."""
    ukuran: int
    sha256: Sha256
    """Of what is kept; while it waits, of what was announced."""
    sha256_asal: str = ""
    """Of the photo that the page was made of; "" when the bytes are as they came."""
    tipe: str = "application/pdf"
    halaman: int = 0
    bertanda_tangan: bool = False
    surat: SuratBerkas = SuratBerkas()
    diunggah_oleh: Id
    dibuat_pada: Waktu
    diterima_pada: Waktu | None = None
    diperiksa_pada: Waktu | None = None
    """When its bytes were last read back and found to be these."""
    rusak_pada: Waktu | None = None
    """When its bytes were found to be others, or gone."""
    tolak_kode: str = ""
    tolak_pesan: str = ""
    pratinjau: int = 0
    """How many pages have preview images; 0 while they are being made."""
    cap_gambar: Literal["", "perlu", "ada"] = ""
    """Do its page images lie there with the mark of purpose, too (`ada`), or are they owed so (`perlu`)?"""
    periksaan: Periksaan | None = None
    isyarat: tuple[Isyarat, ...] = ()
    tinjau_pada: date | None = None
    """When the retention table is asked about it again; None: a year after its receipt."""
    hapus_pada: date | None = None
    """The announced day of its deletion, and why (`hapus_sebab`)."""
    hapus_sebab: str = ""
    hapus_kelas: str = ""
    tahan: Tahanan | None = None
    dihapus_pada: Waktu | None = None
    versi: Versi = 0


class IsianSuratBerkas(Isian):
    """PUT of what the paper says of itself; what is left out is emptied."""

    versi: Versi
    nomor: Annotated[Teks, Field(title="Nomor surat")] = ""
    tanggal: Annotated[date | None, Field(title="Tanggal surat")] = None
    tmt: Annotated[date | None, Field(title="Berlaku mulai (TMT)")] = None
    penerbit: Annotated[Teks, Field(title="Yang menerbitkan")] = ""
    tahun: Annotated[int | None, Field(ge=1950, le=2100, title="Tahun")] = None


class IsianTiket(Isian):
    """Ask for permission to upload: the browser knows size and hash before it asks."""

    pegawai: Id
    slot: Slot
    nama: Teks
    ukuran: Annotated[int, Field(ge=1, le=100_000_000)]
    sha256: Sha256
    tipe: Annotated[str, Field(pattern=r"^(application/pdf|image/jpeg|image/png|image/webp|image/tiff)$")] = (
        "application/pdf"
    )
