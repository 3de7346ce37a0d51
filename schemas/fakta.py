"""Fakta: what a career is made of, row by row: each with its source, its author and its date, and how it is proposed and decided.

`KOLOM` is the one list of columns: the edit screens, the refusals and the import read it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import Field

from schemas import kelayakan as k
from schemas.dasar import Id, Isian, Model, Teks, Versi, Waktu


class JenisFakta(StrEnum):
    """Kinds of history; the values are the keys of the rules' input."""

    GOLONGAN = "golongan"
    JABATAN = "jabatan"
    PENDIDIKAN = "pendidikan"
    KINERJA = "kinerja"
    ANGKA_KREDIT = "angka_kredit"
    UJI_KOMPETENSI = "uji_kompetensi"
    UJIAN = "ujian"
    DIKLAT = "diklat"
    HUKUMAN = "hukuman"
    CLTN = "cltn"
    TUGAS_BELAJAR = "tugas_belajar"


class Kolom(NamedTuple):
    """One column: key of the rules' input, label, whether it must be there, and headings it is met under in tables."""

    nama: str
    label: str
    wajib: bool = False
    judul: tuple[str, ...] = ()


SEBUTAN_FAKTA: dict[JenisFakta, str] = {
    JenisFakta.GOLONGAN: "Riwayat golongan", JenisFakta.JABATAN: "Riwayat jabatan", JenisFakta.PENDIDIKAN: "Riwayat pendidikan",
    JenisFakta.KINERJA: "Penilaian kinerja", JenisFakta.ANGKA_KREDIT: "Angka kredit", JenisFakta.UJI_KOMPETENSI: "Uji kompetensi",
    JenisFakta.UJIAN: "Ujian dinas dan penyesuaian ijazah", JenisFakta.DIKLAT: "Diklat kepemimpinan", JenisFakta.HUKUMAN: "Hukuman disiplin",
    JenisFakta.CLTN: "Cuti di luar tanggungan negara", JenisFakta.TUGAS_BELAJAR: "Tugas belajar",
}  # fmt: skip
MODEL: dict[JenisFakta, type[Model]] = {
    JenisFakta.GOLONGAN: k.GolonganOrang, JenisFakta.JABATAN: k.JabatanOrang, JenisFakta.PENDIDIKAN: k.PendidikanOrang,
    JenisFakta.KINERJA: k.KinerjaOrang, JenisFakta.ANGKA_KREDIT: k.AngkaKreditOrang, JenisFakta.UJI_KOMPETENSI: k.UjiKompetensiOrang,
    JenisFakta.UJIAN: k.UjianOrang, JenisFakta.DIKLAT: k.DiklatOrang, JenisFakta.HUKUMAN: k.HukumanOrang,
    JenisFakta.CLTN: k.RentangOrang, JenisFakta.TUGAS_BELAJAR: k.TugasBelajarOrang,
}  # fmt: skip
_MULAI = Kolom("mulai", "Mulai", True, ("tanggal mulai", "tmt mulai", "tmt", "hukuman tanggal"))
_SELESAI = Kolom("selesai", "Selesai", False, ("tanggal selesai", "sampai", "akhir hukum tanggal"))
KOLOM: dict[JenisFakta, tuple[Kolom, ...]] = {
    JenisFakta.GOLONGAN: (
        Kolom("gol", "Golongan ruang", True, ("golongan", "gol ruang", "golongan nama", "golongan ruang nama")),
        Kolom("tmt", "TMT golongan", True, ("tmt golongan", "tmt gol", "tmt pangkat")),
        Kolom("jenis", "Jenis", False, ("jenis kp", "jenis kenaikan pangkat")),
        Kolom("mkg_tahun", "Masa kerja golongan, tahun", False, ("mk tahun", "masa kerja tahun", "mkg tahun")),
        Kolom("mkg_bulan", "Masa kerja golongan, bulan", False, ("mk bulan", "masa kerja bulan", "mkg bulan")),
    ),
    JenisFakta.JABATAN: (
        Kolom("jenis", "Jenis jabatan", True, ("jenis jabatan", "jenis jabatan nama")),
        Kolom("nama", "Nama jabatan", True, ("jabatan", "jabatan nama")),
        Kolom("eselon", "Eselon", False, ("eselon nama",)),
        Kolom("kategori", "Kategori jabatan fungsional", False, ("kategori jf",)),
        Kolom("jenjang", "Jenjang jabatan fungsional", False, ("jenjang jabatan",)),
        Kolom("tmt", "TMT jabatan", True, ("tmt jabatan",)),
        Kolom("pelantikan", "Tanggal pelantikan", False, ("tanggal pelantikan", "tmt pelantikan")),
        Kolom("sampai", "Sampai", False, ("tanggal selesai", "selesai")),
        Kolom("definitif", "Definitif (bukan Plt atau Plh)", False, ()),
    ),
    JenisFakta.PENDIDIKAN: (
        Kolom("tingkat", "Tingkat pendidikan", True, ("tingkat pendidikan", "tingkat pendidikan nama", "pendidikan")),
        Kolom("tahun_lulus", "Tahun lulus", True, ("thn lulus",)),
        Kolom("diakui_sejak", "Diakui sejak", False, ("tanggal pencantuman", "tmt pencantuman gelar")),
    ),
    JenisFakta.KINERJA: (
        Kolom("tahun", "Tahun penilaian", True, ("tahun skp", "tahun kinerja")),
        Kolom("predikat", "Predikat", True, ("predikat kinerja", "hasil kinerja", "kuadran kinerja")),
        Kolom("bulan", "Berapa bulan dinilai", False, ("jumlah bulan",)),
    ),
    JenisFakta.ANGKA_KREDIT: (
        Kolom("jenis", "Jenis angka kredit", True, ("jenis angka kredit", "jenis ak")),
        Kolom("nilai", "Jumlah angka kredit", True, ("angka kredit", "kredit total", "total angka kredit", "jumlah")),
        Kolom("per", "Dihitung sampai", True, ("per tanggal", "tanggal selesai", "tanggal pak")),
    ),
    JenisFakta.UJI_KOMPETENSI: (
        Kolom("jenjang", "Untuk jenjang", True, ("jenjang jabatan",)),
        Kolom("lulus", "Tanggal lulus", True, ("tanggal lulus",)),
    ),
    JenisFakta.UJIAN: (
        Kolom("jenis", "Jenis ujian", True, ("jenis ujian",)),
        Kolom("lulus", "Tanggal lulus", True, ("tanggal lulus",)),
    ),
    JenisFakta.DIKLAT: (
        Kolom("jenis", "Nama diklat", True, ("jenis diklat", "nama diklat", "diklat")),
        Kolom("tahun", "Tahun", True, ("tahun lulus", "tahun diklat")),
    ),
    JenisFakta.HUKUMAN: (
        Kolom("tingkat", "Tingkat hukuman", True, ("tingkat hukuman",)),
        _MULAI,
        Kolom("selesai", "Selesai", True, _SELESAI.judul),
    ),
    JenisFakta.CLTN: (_MULAI, _SELESAI),
    JenisFakta.TUGAS_BELAJAR: (_MULAI, _SELESAI, Kolom("lulus", "Tanggal lulus", False, ("tanggal lulus",))),
}
KUNCI: dict[JenisFakta, tuple[str, ...]] = {
    JenisFakta.GOLONGAN: ("gol", "jenis"), JenisFakta.JABATAN: ("nama", "tmt"), JenisFakta.PENDIDIKAN: ("tingkat", "tahun_lulus"),
    JenisFakta.KINERJA: ("tahun",), JenisFakta.ANGKA_KREDIT: ("jenis", "per"), JenisFakta.UJI_KOMPETENSI: ("jenjang",),
    JenisFakta.UJIAN: ("jenis",), JenisFakta.DIKLAT: ("jenis", "tahun"), JenisFakta.HUKUMAN: ("tingkat", "mulai"),
    JenisFakta.CLTN: ("mulai",), JenisFakta.TUGAS_BELAJAR: ("mulai",),
}  # fmt: skip
"""What makes two imported rows the same fact told twice; a later telling replaces the earlier."""
BOLEH_NIHIL = frozenset(JenisFakta) - {
    JenisFakta.GOLONGAN,
    JenisFakta.JABATAN,
    JenisFakta.PENDIDIKAN,
    JenisFakta.KINERJA,
}
"""Kinds of which one may have none at all; "none" is a fact too, and differs from "not known"."""
Tindakan = Literal["tambah", "ganti", "hapus", "nihil"]
"""Add a row, put it in the place of another, take one out, or state that there is none of this kind."""
SEBUTAN_TINDAKAN: dict[str, str] = {"tambah": "Tambah", "ganti": "Perbaiki", "hapus": "Hapus", "nihil": "Nyatakan tidak ada"}  # fmt: skip


class KeadaanFakta(StrEnum):
    """Where a proposed fact stands."""

    DIUSULKAN = "diusulkan"
    SAH = "sah"
    DITOLAK = "ditolak"
    DITARIK = "ditarik"


SEBUTAN_KEADAAN_FAKTA: dict[KeadaanFakta, str] = {
    KeadaanFakta.DIUSULKAN: "Menunggu BKPSDM", KeadaanFakta.SAH: "Disahkan", KeadaanFakta.DITOLAK: "Tidak diterima",
    KeadaanFakta.DITARIK: "Ditarik pengusul",
}  # fmt: skip


class Asal(Model):
    """Where a fact comes from: what it rests on, the document in the archive, who brought it and who confirmed it, when."""

    sumber: Teks
    berkas: Id | None = None
    oleh: Id
    pada: Waktu
    disahkan: Id | None = None
    usul: Id | None = None


class BarisFakta(Model):
    """One confirmed fact: its content in the shape of the rules' input."""

    id: Id
    isi: dict[str, Any]
    asal: Asal


class Riwayat(Model):
    """The confirmed facts of one person. `baris`: by kind ([] is none, an absent kind is not known); `fakta`: single
    facts of the rules' input that are no rows."""

    pegawai: str
    fakta: dict[str, object] = {}
    baris: dict[JenisFakta, list[BarisFakta]] = {}
    nihil: dict[JenisFakta, Asal] = {}
    """Who stated that there is none."""
    versi: Versi = 0

    def masukan(self) -> dict[str, Any]:
        """As the rules read it."""
        return {**self.fakta, **{j.value: [b.isi for b in isi] for j, isi in self.baris.items()}}


class UsulFakta(Model):
    """A proposed change of one fact and what became of it; kept for good. `lama` is the row it replaces or removes."""

    id: Id
    pegawai: Id
    opd: Id | None = None
    jenis: JenisFakta
    tindakan: Tindakan
    isi: dict[str, Any] = {}
    sasaran: Id | None = None
    lama: dict[str, Any] = {}
    sumber: Teks
    berkas: Id | None = None
    oleh: Id
    pada: Waktu
    keadaan: KeadaanFakta = KeadaanFakta.DIUSULKAN
    diputus_oleh: Id | None = None
    diputus_pada: Waktu | None = None
    alasan: Teks = ""
    versi: Versi = 0


class IsianFakta(Isian):
    """Propose a change of one fact. `uji`: only show what it would change in the answers."""

    jenis: Annotated[JenisFakta, Field(title="Jenis fakta")]
    tindakan: Annotated[Tindakan, Field(title="Yang diusulkan")] = "tambah"
    isi: Annotated[dict[str, str | int | bool | None], Field(max_length=20)] = {}
    sasaran: Id | None = None
    sumber: Annotated[Teks, Field(min_length=5, title="Sumber", description="Nomor dan tanggal SK, ijazah, atau surat")]
    berkas: Annotated[Id, Field(title="Dokumen sumber dari arsip")] | None = None
    uji: bool = False


class IsianPutusanFakta(Isian):
    """Confirm a proposed fact, or refuse it with a reason."""

    versi: Versi
    sah: bool
    alasan: Annotated[Teks, Field(title="Alasan")] = ""


class IsianTarikFakta(Isian):
    """Take a proposal back."""

    versi: Versi


class PandanganBaris(Model):
    """One confirmed fact in words."""

    id: Id | None
    isi: dict[str, Any]
    teks: str
    sumber: str
    berkas: Id | None
    oleh: str
    pada: Waktu | None
    menunggu: bool = False
    """A change of it waits for a decision."""


class Akibat(Model):
    """One answer before and after."""

    jenis: str
    sebelum: str
    sesudah: str


class PandanganUsulFakta(Model):
    """A proposed fact in words; `akibat` what it would change."""

    id: Id | None
    pegawai: Id
    nama: str
    nip: str
    unit: str
    jenis: JenisFakta
    jenis_sebutan: str
    tindakan: Tindakan
    tindakan_sebutan: str
    teks: str
    teks_lama: str
    sumber: str
    berkas: Id | None
    oleh: str
    pada: Waktu
    keadaan: KeadaanFakta
    keadaan_sebutan: str
    alasan: str
    diputus_oleh: str
    diputus_pada: Waktu | None
    boleh_putus: bool = False
    boleh_tarik: bool = False
    akibat: list[Akibat] = []
    versi: Versi


class KelompokFakta(Model):
    """All facts of one kind: rows, whether none was stated, whether nothing is known."""

    jenis: JenisFakta
    sebutan: str
    diketahui: bool
    keterangan: str
    boleh_nihil: bool
    isi: list[PandanganBaris]


class PandanganRiwayat(Model):
    """The career of one person as the asker may see it, and the proposals that concern it."""

    pegawai: Id
    nama: str
    nip: str
    boleh_usul: bool
    kelompok: list[KelompokFakta]
    usul: list[PandanganUsulFakta]
