"""The rows of schemas/aturan/*.toml: one class per table. Every row says from when it holds, on what law, and how sure we are."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field

from schemas.berkas import SLOT
from schemas.dasar import Isian
from schemas.golongan import Golongan, baca_golongan
from schemas.usulan import Jenis

Tingkat = Literal[
    "SD", "SLTP", "SLTP_KEJURUAN", "SLTA", "D1", "D2", "SGPLB", "D3", "D4", "S1", "PROFESI", "S2", "S3"
]  # fmt: skip
Predikat = Literal["Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang"]
Kategori = Literal["keterampilan", "keahlian"]


def _gol(nilai: object) -> object:
    return (baca_golongan(nilai) or nilai) if isinstance(nilai, str) else nilai


Gol = Annotated[Golongan, BeforeValidator(_gol)]
Geser = Annotated[tuple[int, int], Field(description="[months from the TMT, day of that month; 31 is the last]")]


class Baris(Isian):
    """What every row has. `kunci()` are the keys under which it is looked up: one row per key on any date."""

    urut: ClassVar[tuple[str, ...]] = ()
    berlaku_mulai: date
    berlaku_sampai: date | None = None
    dasar: Annotated[str, Field(min_length=5)]
    keyakinan: Literal["pasti", "ragu"]
    catatan: str = ""

    def kunci(self) -> Iterable[Any]:
        """The fields named in `urut`, one alone or as a tuple; () for a table that has one row at a time."""
        isi = tuple(getattr(self, nama) for nama in self.urut)
        return (isi[0] if len(isi) == 1 else isi,)


class BarisPeriode(Baris):
    """Months whose first day is a period date."""

    bulan: tuple[Annotated[int, Field(ge=1, le=12)], ...]


class BarisTenggat(Baris):
    """The five dates of a period as offsets."""

    usul_buka: Geser
    usul_tutup_opd: Geser
    verifikasi_tutup: Geser
    kirim_bkn_tutup: Geser
    bts_tutup: Geser


class BarisSyarat(Baris):
    """Time in rank and ratings per kind (and way)."""

    urut = ("jenis", "jalur")
    jenis: Jenis
    jalur: str = ""
    tahun_pangkat: Annotated[int, Field(ge=0, le=10)]
    tahun_kinerja: Annotated[int, Field(ge=0, le=5)]
    predikat: Predikat
    tahun_jabatan: Annotated[int, Field(ge=0, le=10)] = 0
    kurang_masa: Literal["halangi", "telaah"] = "halangi"


class BarisPengabdian(Baris):
    """Service since CPNS against months in rank; any one is enough."""

    urut = ("tahun_kerja",)
    tahun_kerja: Annotated[int, Field(ge=1, le=50)]
    bulan_pangkat: Annotated[int, Field(ge=0, le=120)]


class BarisPendidikan(Baris):
    """First rank and ceiling of KP reguler per education."""

    urut = ("tingkat",)
    tingkat: Tingkat
    awal: Gol
    tertinggi: Gol


class BarisPenyesuaian(Baris):
    """Target rank by a new diploma; `terendah` narrows who may come in."""

    urut = ("tingkat",)
    tingkat: Tingkat
    sasaran: Gol
    terendah: Gol | None = None


class BarisEselon(Baris):
    """Rank range of a structural post."""

    urut = ("eselon",)
    eselon: str
    terendah: Gol
    tertinggi: Gol


class BarisBup(Baris):
    """Retirement age of a group of posts."""

    urut = ("kelompok",)
    kelompok: str
    usia: Annotated[int, Field(ge=50, le=75)]


class BarisJenjang(Baris):
    """Rank range and coefficient of a level of functional posts."""

    urut = ("jenjang",)
    kategori: Kategori
    jenjang: str
    nama_lama: str = ""
    terendah: Gol
    tertinggi: Gol
    koefisien: Decimal


class BarisButuh(Baris):
    """Angka kredit needed to leave a rank."""

    urut = ("kategori", "golongan")
    kategori: Kategori
    golongan: Gol
    angka_kredit: Decimal


class BarisPredikat(Baris):
    """A rating: order (1 is best) and percent of the coefficient."""

    urut = ("predikat",)
    predikat: Predikat
    urutan: int
    persen: int


class BarisUjian(Baris):
    """The examination at a border, and who is exempt."""

    urut = ("dari",)
    ujian: Literal["UD1", "UD2"]
    nama: str
    dari: Gol
    bebas_pendidikan: tuple[Tingkat, ...]
    bebas_diklat: tuple[str, ...]
    bebas_jenis: tuple[Jenis, ...]


class BarisKedudukan(Baris):
    """Kinds open to a legal standing (SIASN code)."""

    urut = ("kode",)
    kode: str
    nama: str
    jenis: tuple[Jenis, ...]


class BarisHukuman(Baris):
    """What a running penalty of this level does."""

    urut = ("tingkat",)
    tingkat: Literal["ringan", "sedang", "berat"]
    efek: Literal["halangi", "catatan"]


class BarisAtasan(Baris):
    """What a new rank above the direct superior's does."""

    urut = ("jenis",)
    jenis: Jenis
    efek: Literal["halangi", "catatan", "abaikan"]


class BarisAngka(Baris):
    """One figure with a name."""

    urut = ("nama",)
    nama: str
    nilai: Annotated[int, Field(ge=0, le=9999)]


class BarisGaji(Baris):
    """Pay in hundreds of rupiah at `mkg_awal` and every second year after."""

    urut = ("golongan", "mkg_awal")
    golongan: Gol
    mkg_awal: Annotated[int, Field(ge=0, le=40)]
    gaji: Annotated[tuple[int, ...], Field(min_length=1)]


class BarisPotongan(Baris):
    """Years taken off the MKG when entering this golongan from the one below."""

    urut = ("ke",)
    ke: Literal["II", "III", "IV"]
    tahun: Annotated[int, Field(ge=0, le=10)]


class BarisPenandatangan(Baris):
    """Who decides on new ranks of a range."""

    dari: Gol
    sampai: Gol
    pejabat: str
    pertek: str

    def kunci(self) -> Iterable[Golongan]:
        """Each rank of the range."""
        return tuple(Golongan(n) for n in range(self.dari, self.sampai + 1))


class BarisBerkas(Baris):
    """A document asked for: by which kinds, when (`bila`), and why. `atau` is a slot that does as well."""

    slot: Annotated[str, Field(pattern="^(" + "|".join(SLOT) + ")$")]
    jenis: tuple[Jenis, ...]
    bila: Literal[
        "selalu",
        "kp-pertama",
        "bukan-kp-pertama",
        "pelaksana",
        "struktural",
        "fungsional",
        "naik-jenjang",
        "ujian-dinas",
        "bebas-ujian-ijazah",
        "bebas-ujian-diklat",
        "ijazah-baru",
        "ijazah-sasaran",
        "tugas-belajar",
        "atasan-dibatasi",
        "meninggal",
        "cacat",
    ] = "selalu"
    sebab: str
    wajib: bool = True
    tahun: int = 0
    atau: str = ""

    def kunci(self) -> Iterable[tuple[str, Jenis, str]]:
        """Slot, kind and condition."""
        return tuple((self.slot, j, self.bila) for j in self.jenis)


KelasRetensi = Literal[
    "arsip-terkini", "dasar-keputusan", "arsip-usulan", "versi-diganti", "usulan-ditarik", "dikembalikan", "identitas",
    "unggahan", "ditolak", "paket", "cetakan", "isi-kabar", "akses-identitas",
]  # fmt: skip


class BarisRetensi(Baris):
    """How long things of one class are kept once nothing needs them; `hari` None: for good. `sebab`: why, to their owner."""

    urut = ("kelas",)
    kelas: KelasRetensi
    sebutan: str
    sebab: str
    hari: Annotated[int, Field(ge=1, le=36_500)] | None = None


TABEL: dict[str, type[Baris]] = {
    "periode": BarisPeriode, "tenggat": BarisTenggat, "syarat": BarisSyarat, "pengabdian": BarisPengabdian,
    "pendidikan": BarisPendidikan, "penyesuaian": BarisPenyesuaian, "eselon": BarisEselon, "bup": BarisBup,
    "jenjang": BarisJenjang, "butuh": BarisButuh, "predikat": BarisPredikat, "ujian": BarisUjian,
    "kedudukan": BarisKedudukan, "hukuman": BarisHukuman, "atasan": BarisAtasan, "angka": BarisAngka,
    "gaji": BarisGaji, "potongan": BarisPotongan, "penandatangan": BarisPenandatangan, "berkas": BarisBerkas,
    "retensi": BarisRetensi,
}  # fmt: skip
