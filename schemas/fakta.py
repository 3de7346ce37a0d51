"""Fakta: the kinds of facts a career is made of, and the columns of each.

`KOLOM` is the one list of columns: the edit screens, the refusals and the import read it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal, NamedTuple

from schemas import kelayakan as k
from schemas.dasar import Id, Model, Tgl
from schemas.nip import Nip


class JenisFakta(StrEnum):
    """Kinds of history; the values are the keys of the rules' input. DATA_DIRI is no history but the person's own line."""

    DATA_DIRI = "data_diri"
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


JENIS_RIWAYAT = tuple(j for j in JenisFakta if j is not JenisFakta.DATA_DIRI)
"""The kinds that are rows of a career, and come in tables."""


class DataDiri(Model):
    """What identifies a person, as a paper says it; only what is to change. `opd` follows `unit`."""

    nip: Nip | None = None
    jenis_kelamin: Literal["L", "P"] | None = None
    tanggal_lahir: Tgl | None = None
    unit: Id | None = None
    opd: Id | None = None


class Kolom(NamedTuple):
    """One column: key of the rules' input, label, whether it must be there, headings it is met under in tables, the short
    label it has in a table of its own kind, and its codes with the words that people choose and read."""

    nama: str
    label: str
    wajib: bool = False
    judul: tuple[str, ...] = ()
    pendek: str = ""
    pilihan: tuple[tuple[str, str], ...] = ()


SEBUTAN_FAKTA: dict[JenisFakta, str] = {
    JenisFakta.DATA_DIRI: "Data diri",
    JenisFakta.GOLONGAN: "Riwayat golongan", JenisFakta.JABATAN: "Riwayat jabatan", JenisFakta.PENDIDIKAN: "Riwayat pendidikan",
    JenisFakta.KINERJA: "Penilaian kinerja", JenisFakta.ANGKA_KREDIT: "Angka kredit", JenisFakta.UJI_KOMPETENSI: "Uji kompetensi",
    JenisFakta.UJIAN: "Ujian dinas dan penyesuaian ijazah", JenisFakta.DIKLAT: "Diklat kepemimpinan", JenisFakta.HUKUMAN: "Hukuman disiplin",
    JenisFakta.CLTN: "Cuti di luar tanggungan negara", JenisFakta.TUGAS_BELAJAR: "Tugas belajar",
}  # fmt: skip
MODEL: dict[JenisFakta, type[Model]] = {
    JenisFakta.DATA_DIRI: DataDiri,
    JenisFakta.GOLONGAN: k.GolonganOrang, JenisFakta.JABATAN: k.JabatanOrang, JenisFakta.PENDIDIKAN: k.PendidikanOrang,
    JenisFakta.KINERJA: k.KinerjaOrang, JenisFakta.ANGKA_KREDIT: k.AngkaKreditOrang, JenisFakta.UJI_KOMPETENSI: k.UjiKompetensiOrang,
    JenisFakta.UJIAN: k.UjianOrang, JenisFakta.DIKLAT: k.DiklatOrang, JenisFakta.HUKUMAN: k.HukumanOrang,
    JenisFakta.CLTN: k.RentangOrang, JenisFakta.TUGAS_BELAJAR: k.TugasBelajarOrang,
}  # fmt: skip
SEBUTAN_TINGKAT: dict[str, str] = {
    "SD": "SD", "SLTP": "SMP", "SLTP_KEJURUAN": "SMP kejuruan", "SLTA": "SMA atau SMK", "D1": "D-I", "D2": "D-II", "SGPLB": "SGPLB",
    "D3": "D-III", "D4": "D-IV", "S1": "S-1", "PROFESI": "Profesi (dokter, apoteker)", "S2": "S-2", "S3": "S-3",
}  # fmt: skip
KELAMIN = (("L", "Laki-laki"), ("P", "Perempuan"))
DEFINITIF = (("true", "Ya, definitif"), ("false", "Tidak (Plt atau Plh)"))
JENIS_GOLONGAN = (("CPNS", "CPNS"), ("PNS", "PNS"), ("KP", "Kenaikan pangkat"))
JENIS_JABATAN = (("pelaksana", "Pelaksana"), ("struktural", "Struktural"), ("fungsional", "Fungsional"))
KATEGORI = (("keterampilan", "Keterampilan"), ("keahlian", "Keahlian"))
JENIS_ANGKA_KREDIT = (
    ("integrasi", "Integrasi"), ("perpindahan", "Perpindahan jabatan"), ("pendidikan", "Ijazah"),
    ("pak", "Penetapan angka kredit (PAK)"),
)  # fmt: skip
LULUS = (("true", "Sudah"), ("false", "Belum"))
"""What an answer without a date says."""
JENIS_UJIAN = (("UD1", "Ujian dinas tingkat I"), ("UD2", "Ujian dinas tingkat II"), ("PI", "Ujian penyesuaian ijazah"))
TINGKAT_HUKUMAN = (("ringan", "Ringan"), ("sedang", "Sedang"), ("berat", "Berat"))
_MULAI = Kolom("mulai", "Mulai", True, ("tanggal mulai", "tmt mulai", "tmt", "hukuman tanggal"))
_SELESAI = Kolom("selesai", "Selesai", False, ("tanggal selesai", "sampai", "akhir hukum tanggal"))
KOLOM: dict[JenisFakta, tuple[Kolom, ...]] = {
    JenisFakta.DATA_DIRI: (
        Kolom("nip", "NIP"),
        Kolom("jenis_kelamin", "Jenis kelamin", pilihan=KELAMIN),
        Kolom("tanggal_lahir", "Tanggal lahir"),
        Kolom("unit", "Unit kerja"),
    ),
    JenisFakta.GOLONGAN: (
        Kolom(
            "gol",
            "Golongan ruang",
            True,
            ("golongan", "gol ruang", "golongan nama", "golongan ruang nama"),
            pendek="Golongan",
        ),
        Kolom("tmt", "TMT golongan", True, ("tmt golongan", "tmt gol", "tmt pangkat"), pendek="TMT"),
        Kolom("jenis", "Jenis", False, ("jenis kp", "jenis kenaikan pangkat"), pilihan=JENIS_GOLONGAN),
        Kolom(
            "mkg_tahun",
            "Masa kerja golongan, tahun",
            False,
            ("mk tahun", "masa kerja tahun", "mkg tahun"),
            pendek="MKG tahun",
        ),
        Kolom(
            "mkg_bulan",
            "Masa kerja golongan, bulan",
            False,
            ("mk bulan", "masa kerja bulan", "mkg bulan"),
            pendek="MKG bulan",
        ),
    ),
    JenisFakta.JABATAN: (
        Kolom(
            "jenis",
            "Jenis jabatan",
            True,
            ("jenis jabatan", "jenis jabatan nama"),
            pendek="Jenis",
            pilihan=JENIS_JABATAN,
        ),
        Kolom("nama", "Nama jabatan", True, ("jabatan", "jabatan nama"), pendek="Jabatan"),
        Kolom("eselon", "Eselon", False, ("eselon nama",)),
        Kolom("kategori", "Kategori jabatan fungsional", False, ("kategori jf",), pendek="Kategori", pilihan=KATEGORI),
        Kolom("jenjang", "Jenjang jabatan fungsional", False, ("jenjang jabatan",), pendek="Jenjang"),
        Kolom("tmt", "TMT jabatan", True, ("tmt jabatan",), pendek="TMT"),
        Kolom("pelantikan", "Tanggal pelantikan", False, ("tanggal pelantikan", "tmt pelantikan"), pendek="Pelantikan"),
        Kolom("sampai", "Sampai", False, ("tanggal selesai", "selesai")),
        Kolom("definitif", "Definitif (bukan Plt atau Plh)", False, (), pendek="Definitif", pilihan=DEFINITIF),
    ),
    JenisFakta.PENDIDIKAN: (
        Kolom(
            "tingkat",
            "Tingkat pendidikan",
            True,
            ("tingkat pendidikan", "tingkat pendidikan nama", "pendidikan"),
            pendek="Tingkat",
            pilihan=tuple(SEBUTAN_TINGKAT.items()),
        ),
        Kolom("tahun_lulus", "Tahun lulus", True, ("thn lulus",)),
        Kolom("diakui_sejak", "Diakui sejak", False, ("tanggal pencantuman", "tmt pencantuman gelar")),
    ),
    JenisFakta.KINERJA: (
        Kolom("tahun", "Tahun penilaian", True, ("tahun skp", "tahun kinerja"), pendek="Tahun"),
        Kolom("predikat", "Predikat", True, ("predikat kinerja", "hasil kinerja", "kuadran kinerja")),
        Kolom("bulan", "Berapa bulan dinilai", False, ("jumlah bulan",), pendek="Bulan dinilai"),
    ),
    JenisFakta.ANGKA_KREDIT: (
        Kolom(
            "jenis",
            "Jenis angka kredit",
            True,
            ("jenis angka kredit", "jenis ak"),
            pendek="Jenis",
            pilihan=JENIS_ANGKA_KREDIT,
        ),
        Kolom(
            "nilai",
            "Jumlah angka kredit",
            True,
            ("angka kredit", "kredit total", "total angka kredit", "jumlah"),
            pendek="Jumlah",
        ),
        Kolom("per", "Dihitung sampai", True, ("per tanggal", "tanggal selesai", "tanggal pak"), pendek="Sampai"),
    ),
    JenisFakta.UJI_KOMPETENSI: (
        Kolom("jenjang", "Untuk jenjang", True, ("jenjang jabatan",), pendek="Jenjang"),
        Kolom("lulus", "Tanggal lulus", True, ("tanggal lulus",)),
    ),
    JenisFakta.UJIAN: (
        Kolom("jenis", "Jenis ujian", True, ("jenis ujian",), pendek="Ujian", pilihan=JENIS_UJIAN),
        Kolom("lulus", "Tanggal lulus", True, ("tanggal lulus",)),
    ),
    JenisFakta.DIKLAT: (
        Kolom("jenis", "Nama diklat", True, ("jenis diklat", "nama diklat", "diklat"), pendek="Diklat"),
        Kolom("tahun", "Tahun", True, ("tahun lulus", "tahun diklat")),
    ),
    JenisFakta.HUKUMAN: (
        Kolom("tingkat", "Tingkat hukuman", True, ("tingkat hukuman",), pendek="Tingkat", pilihan=TINGKAT_HUKUMAN),
        _MULAI,
        Kolom("selesai", "Selesai", True, _SELESAI.judul),
    ),
    JenisFakta.CLTN: (_MULAI, _SELESAI),
    JenisFakta.TUGAS_BELAJAR: (
        _MULAI,
        _SELESAI,
        Kolom("lulus", "Tanggal lulus", False, ("tanggal lulus",), pilihan=LULUS),
    ),
}
KUNCI: dict[JenisFakta, tuple[str, ...]] = {
    JenisFakta.DATA_DIRI: (),
    JenisFakta.GOLONGAN: ("gol", "jenis"), JenisFakta.JABATAN: ("nama", "tmt"), JenisFakta.PENDIDIKAN: ("tingkat", "tahun_lulus"),
    JenisFakta.KINERJA: ("tahun",), JenisFakta.ANGKA_KREDIT: ("jenis", "per"), JenisFakta.UJI_KOMPETENSI: ("jenjang",),
    JenisFakta.UJIAN: ("jenis",), JenisFakta.DIKLAT: ("jenis", "tahun"), JenisFakta.HUKUMAN: ("tingkat", "mulai"),
    JenisFakta.CLTN: ("mulai",), JenisFakta.TUGAS_BELAJAR: ("mulai",),
}  # fmt: skip
"""What makes two imported rows the same fact told twice; a later telling replaces the earlier."""
BOLEH_NIHIL = frozenset(JenisFakta) - {
    JenisFakta.DATA_DIRI,
    JenisFakta.GOLONGAN,
    JenisFakta.JABATAN,
    JenisFakta.PENDIDIKAN,
    JenisFakta.KINERJA,
}
"""Kinds of which one may have none at all; "none" is a fact too, and differs from "not known"."""
