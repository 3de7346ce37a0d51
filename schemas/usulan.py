"""Usulan: a proposal, what is kept of it, and what each act asks for."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from schemas.dasar import Id, Isian, Model, Teks, TeksPanjang, Tgl, TglKp, Versi, Waktu
from schemas.golongan import Golongan

LAYANAN = "kenaikan-pangkat"


class Status(StrEnum):
    """Where a usulan stands (design 9)."""

    DRAF = "draf"
    DIAJUKAN_PNS = "diajukan_pns"
    PERBAIKAN_PNS = "perbaikan_pns"
    DIUSULKAN_OPD = "diusulkan_opd"
    VERIFIKASI = "verifikasi"
    BTS_BKPSDM = "bts_bkpsdm"
    MENUNGGU_PERSETUJUAN = "menunggu_persetujuan"
    MENUNGGU_TMS = "menunggu_tms"
    SIAP_KIRIM_BKN = "siap_kirim_bkn"
    DIPROSES_BKN = "diproses_bkn"
    BTS_BKN = "bts_bkn"
    PERTEK_TERBIT = "pertek_terbit"
    PERBAIKAN_PERTEK = "perbaikan_pertek"
    SK_TERBIT = "sk_terbit"
    SELESAI = "selesai"
    TMS = "tms"
    DIBATALKAN = "dibatalkan"


AKHIR = frozenset({Status.SELESAI, Status.TMS, Status.DIBATALKAN})
TERBUKA = frozenset(Status) - AKHIR


class Jenis(StrEnum):
    """Kinds of kenaikan pangkat (domain 2.0)."""

    REGULER = "REGULER"
    STRUKTURAL = "STRUKTURAL"
    FUNGSIONAL = "FUNGSIONAL"
    PENYESUAIAN_IJAZAH = "PENYESUAIAN_IJAZAH"
    SEDANG_TUBEL = "SEDANG_TUBEL"
    SELESAI_TUBEL = "SELESAI_TUBEL"
    DPK_DPB = "DPK_DPB"
    PENEMUAN_BARU = "PENEMUAN_BARU"
    PRESTASI_LUAR_BIASA = "PRESTASI_LUAR_BIASA"
    PEJABAT_NEGARA = "PEJABAT_NEGARA"
    ANUMERTA = "ANUMERTA"
    PENGABDIAN = "PENGABDIAN"


class Butir(Model):
    """One line of the checklist."""

    slot: str
    wajib: bool = True
    sebab: str = ""
    """Why it is asked, for people: "KP pertama sejak CPNS"."""
    berkas: Id | None = None
    """The archive version that fills it."""
    putusan: Literal["terima", "kembalikan"] | None = None
    alasan: str = ""
    """Code of schemas/alasan."""
    catatan: str = ""
    halaman: int | None = None
    diminta: bool = False
    """Marked for repair in the last return; cleared when it is replaced, or when the answer to it is sent."""
    jawaban: str = ""


class TemuanSyarat(Model):
    """One finding of the rules, kept with the usulan as it was judged."""

    kode: str
    pesan: str
    dasar: str = ""
    menghalangi: bool = False
    sampai: date | None = None
    pembenah: str = ""
    """Who can put it right, in words; "" when only time can, or nobody."""


class Kelayakan(Model):
    """The machine's verdict as it was shown: MS, TMS or PERLU_TELAAH. It advises; people decide."""

    putusan: str
    jenis: Jenis
    golongan_baru: Golongan | None = None
    paling_cepat: date | None = None
    paling_cepat_diusulkan: date | None = None
    """The first such date whose window is still open on the day of asking."""
    mkg: tuple[int, int] | None = None
    gaji_pokok: int | None = None
    temuan: tuple[TemuanSyarat, ...] = ()
    alasan: tuple[TemuanSyarat, ...] = ()
    """The conditions that are met: the "karena" of the answer."""
    per_tanggal: date
    aturan: str = ""
    """Which edition of the rule tables judged."""


class SuratPengantar(Model):
    """The OPD's covering letter: number from the OPD's own register; one for a batch."""

    nomor: Teks
    tanggal: date
    kolektif: Id | None = None


class Keputusan(Model):
    """Pertek or SK as recorded: number, date and its file in the archive; the SK adds TMT, MKG and pay."""

    nomor: Teks
    tanggal: date
    berkas: Id
    tmt: date | None = None
    mk_tahun: int | None = None
    mk_bulan: int | None = None
    gaji_pokok: int | None = None
    catatan: str = ""


class Pengiriman(Model):
    """How it went to BKN."""

    nomor_surat: Teks
    tanggal: date
    siasn_id: Teks


class Usulan(Model):
    """The whole case as kept. History lies beside it as peristiwa; this is the state after the last one."""

    id: Id
    nomor: str
    """What people quote: "KP-2026-7Q4M2X". Holds nothing personal."""
    layanan: str = LAYANAN
    jenis: Jenis
    periode: date
    pegawai: Id
    opd: Id
    unit: Id | None = None
    status: Status = Status.DRAF
    dibuat_oleh: Id
    dibuat_pada: Waktu
    diubah_pada: Waktu
    sejak: Waktu
    """Since when it stands in this status."""
    antre_pada: Waktu | None = None
    """Arrival at BKPSDM: place in the queue, kept when released."""
    pengusul: Id | None = None
    verifikator: Id | None = None
    penyetuju: Id | None = None
    butir: tuple[Butir, ...] = ()
    kelayakan: Kelayakan | None = None
    surat_pengantar: SuratPengantar | None = None
    tanda_terima: str = ""
    pengiriman: Pengiriman | None = None
    pertek: Keputusan | None = None
    sk: Keputusan | None = None
    tenggat: date | None = None
    """Last day to repair, while returned."""
    putaran: int = 0
    """How many times it was repaired."""
    alasan: str = ""
    """Last reason code of a return, TMS or cancellation."""
    catatan: str = ""
    dasar: str = ""
    dari_usulan: Id | None = None
    peristiwa_terakhir: int = 0
    hash_terakhir: str = ""
    versi: Versi = 0


class IsianUsulan(Isian):
    """`buat`. `surat_opd` (archive version) when a verifikator makes it for an OPD."""

    pegawai: Id
    layanan: Literal["kenaikan-pangkat"] = "kenaikan-pangkat"
    jenis: Jenis
    periode: TglKp
    surat_opd: Id | None = None


class IsianUbahUsulan(Isian):
    """PATCH of a draft: kind or period."""

    versi: Versi
    jenis: Jenis | None = None
    periode: TglKp | None = None


class IsianAksi(Isian):
    """What every act takes: the version it was read at, and a note for people."""

    versi: Versi
    catatan: TeksPanjang = ""


class ButirKembali(Isian):
    """One item sent back: which slot, why (code of schemas/alasan), note, page."""

    slot: str
    alasan: Annotated[str, Field(max_length=40)]
    catatan: TeksPanjang = ""
    halaman: Annotated[int, Field(ge=1, le=500)] | None = None


class IsianUsulkan(IsianAksi):
    """`usulkan`: the covering letter, from the OPD's own register."""

    nomor_surat: Annotated[Teks, Field(min_length=3)]
    tanggal_surat: Tgl
    kolektif: Id | None = None
    """Common to all cases proposed with one letter; set by the system."""


class IsianTerima(IsianAksi):
    """`terima`: a coded reason when it is not the next in order of arrival."""

    alasan: Annotated[str, Field(max_length=40)] = ""


class IsianAlihkan(IsianAksi):
    """`alihkan`: to which other verifikator."""

    kepada: Id


class IsianKembalikan(IsianAksi):
    """`kembalikan`: the items and reasons; BKPSDM adds a deadline."""

    butir: Annotated[list[ButirKembali], Field(max_length=60)] = []
    tenggat: Tgl | None = None


class IsianPerbaiki(IsianAksi):
    """`perbaiki`: answers for items that are not replaced, by slot."""

    jawaban: Annotated[dict[str, TeksPanjang], Field(max_length=60)] = {}


class IsianNyatakanMs(IsianAksi):
    """`nyatakan_ms`: why, when the machine says otherwise."""

    alasan_beda: TeksPanjang = ""


class IsianTms(IsianAksi):
    """`usulkan_tms`, `catat_tms`: reason code and legal basis."""

    alasan: Annotated[str, Field(min_length=1, max_length=40)]
    dasar: Annotated[Teks, Field(min_length=3)]


class IsianKirim(IsianAksi):
    """`kirim`: letter and SIASN id."""

    nomor_surat: Annotated[Teks, Field(min_length=3)]
    tanggal_surat: Tgl
    siasn_id: Annotated[Teks, Field(min_length=1)]


class IsianBtsBkn(IsianAksi):
    """`catat_bts`: what BKN wants repaired, until when."""

    alasan: Annotated[str, Field(min_length=1, max_length=40)]
    butir: Annotated[list[ButirKembali], Field(max_length=60)] = []
    tenggat: Tgl


class IsianPertek(IsianAksi):
    """`catat_pertek`: number, date, PDF (archive version in slot "pertek")."""

    nomor: Annotated[Teks, Field(min_length=3)]
    tanggal: Tgl
    berkas: Id


class IsianSk(IsianPertek):
    """`catat_sk`: TMT, MKG and pay as the decree says; a difference from the computed ones needs a note."""

    tmt: Tgl
    mk_tahun: Annotated[int, Field(ge=0, le=60, title="Masa kerja tahun")]
    mk_bulan: Annotated[int, Field(ge=0, le=11, title="Masa kerja bulan")]
    gaji_pokok: Annotated[int, Field(ge=0, le=100_000_000)]


class IsianBatalkan(IsianAksi):
    """`batalkan`: coded reason; an official letter (archive version) once a Pertek exists."""

    alasan: Annotated[str, Field(min_length=1, max_length=40)]
    surat: Id | None = None


class IsianAlihPeriode(IsianAksi):
    """`alihkan_periode`."""

    periode: TglKp


class IsianPeriksaButir(Isian):
    """The verifikator's word on one item."""

    versi: Versi
    slot: str
    putusan: Literal["terima", "kembalikan"]
    alasan: Annotated[str, Field(max_length=40)] = ""
    catatan: TeksPanjang = ""
    halaman: Annotated[int, Field(ge=1, le=500)] | None = None


class IsianPasangBerkas(Isian):
    """Put an archive version into a slot of the checklist."""

    versi: Versi
    berkas: Id


class IsianUsulanBaru(IsianAksi):
    """`usulkan_baru`: a new draft from one that ended, for a later period."""

    periode: TglKp
    surat_opd: Id | None = None


class IsianJawabButir(Isian):
    """Say why a marked item stays as it is."""

    versi: Versi
    jawaban: Annotated[TeksPanjang, Field(min_length=3)]


SEBUTAN_JENIS: dict[Jenis, str] = {
    Jenis.REGULER: "Reguler",
    Jenis.STRUKTURAL: "Pilihan (jabatan struktural)",
    Jenis.FUNGSIONAL: "Pilihan (jabatan fungsional)",
    Jenis.PENYESUAIAN_IJAZAH: "Pilihan (penyesuaian ijazah)",
    Jenis.SEDANG_TUBEL: "Pilihan (sedang tugas belajar)",
    Jenis.SELESAI_TUBEL: "Pilihan (selesai tugas belajar)",
    Jenis.DPK_DPB: "Pilihan (dipekerjakan atau diperbantukan)",
    Jenis.PENEMUAN_BARU: "Pilihan (penemuan baru)",
    Jenis.PRESTASI_LUAR_BIASA: "Pilihan (prestasi luar biasa)",
    Jenis.PEJABAT_NEGARA: "Pilihan (pejabat negara)",
    Jenis.ANUMERTA: "Anumerta",
    Jenis.PENGABDIAN: "Pengabdian",
}
