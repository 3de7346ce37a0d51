"""Ramalan: who becomes eligible in the next 24 months, on what that rests, and what is missing; computed by the worker, counted as it goes."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from schemas.dasar import Id, Isian, KueriHalaman, Model, Teks, Versi
from schemas.fakta import JenisFakta
from schemas.temuan import MAKNA
from schemas.usulan import Jenis

BULAN_KE_DEPAN = 24
AWALAN = "belum-diketahui-"
SEBUTAN_PEMBENAH = {
    "pns": "PNS", "pengelola_opd": "Pengelola OPD", "bkpsdm": "BKPSDM", "waktu": "Waktu", "-": "Tidak ada",
}  # fmt: skip
KE_FAKTA: dict[str, JenisFakta] = {
    "golongan": JenisFakta.GOLONGAN, "tmt-golongan": JenisFakta.GOLONGAN, "tmt-cpns": JenisFakta.GOLONGAN, "mkg": JenisFakta.GOLONGAN,
    "jabatan": JenisFakta.JABATAN, "pelantikan": JenisFakta.JABATAN, "definitif": JenisFakta.JABATAN, "tmt-jabatan": JenisFakta.JABATAN,
    "eselon": JenisFakta.JABATAN, "jenjang": JenisFakta.JABATAN, "pendidikan": JenisFakta.PENDIDIKAN, "kinerja": JenisFakta.KINERJA,
    "angka-kredit": JenisFakta.ANGKA_KREDIT, "uji-kompetensi": JenisFakta.UJI_KOMPETENSI, "ujian": JenisFakta.UJIAN,
    "diklat": JenisFakta.DIKLAT, "hukuman": JenisFakta.HUKUMAN, "cltn": JenisFakta.CLTN, "tugas-belajar": JenisFakta.TUGAS_BELAJAR,
}  # fmt: skip
"""A missing fact -> the history in which it is put right."""


class HasilRamal(Model):
    """One promotion that is open within the horizon, or would be if the missing facts were known (`paling_cepat` null:
    its date hangs on them). `kurang`: codes of missing facts without their common beginning."""

    jenis: Jenis
    golongan_baru: str
    paling_cepat: date | None
    mkg: tuple[int, int] | None
    gaji_pokok: int | None
    angka_kredit: str = ""
    kurang: tuple[str, ...] = ()
    berkas_kurang: tuple[str, ...] = ()


class Ramalan(Model):
    """The forecast of one person, with what a nominative list says of him (domain 9.1). `hasil`: the soonest first."""

    pegawai: Id
    nama: Teks
    nip: str
    opd: Id | None
    unit: Id | None
    lahir: str = ""
    pendidikan: Teks = ""
    golongan: str = ""
    tmt_golongan: date | None = None
    mkg: tuple[int, int] | None = None
    jabatan: Teks = ""
    kinerja: tuple[str, str] = ("", "")
    """Ratings of the last year and the one before."""
    hasil: tuple[HasilRamal, ...] = ()
    versi: Versi = 0

    @property
    def kapan(self) -> date | None:
        """The soonest date within the horizon."""
        return min((h.paling_cepat for h in self.hasil if h.paling_cepat), default=None)

    @property
    def kurang(self) -> tuple[str, ...]:
        """Everything missing, each once."""
        return tuple(dict.fromkeys(k for h in self.hasil for k in h.kurang))


class Hitungan(Model):
    """Counts of one OPD ("-": the county), kept up with each person: people, answers, those that rest on missing facts,
    and by missing fact and by period how many."""

    opd: str
    orang: int = 0
    jawaban: int = 0
    bertumpu: int = 0
    kurang: dict[str, int] = {}
    periode: dict[str, int] = {}
    versi: Versi = 0


class KueriRamalan(KueriHalaman):
    """`?opd=&periode=`: of one OPD (none: all that one may see), of one period."""

    opd: Id | None = None
    periode: date | None = None


class KueriCelah(KueriHalaman):
    """`?opd=&kurang=`: people of whom something is missing; of one kind of fact."""

    opd: Id | None = None
    kurang: Annotated[str, Field(pattern=r"^[a-z-]{1,40}$")] | None = None


class KueriOpd(Isian):
    """`?opd=`."""

    opd: Id | None = None


class KueriLaporan(Isian):
    """`?periode=&opd=&bentuk=`."""

    periode: date
    opd: Id | None = None
    bentuk: Literal["xlsx", "pdf"] = "xlsx"


class PandanganKurang(Model):
    """A missing fact in words, who can put it right, and in which history."""

    kode: str
    arti: str
    pembenah: str
    fakta: str = ""
    jumlah: int = 0


class PandanganHasilRamal(Model):
    """One promotion in words."""

    jenis: Jenis
    jenis_sebutan: str
    golongan_baru: str
    paling_cepat: date | None
    kurang: list[PandanganKurang]


class PandanganRamalan(Model):
    """One line of the forecast."""

    pegawai: Id
    nama: str
    nip: str
    golongan: str
    jabatan: str
    unit: str
    opd: str
    kapan: date | None
    hasil: list[PandanganHasilRamal]


class PandanganHitungan(Model):
    """Counts of an OPD or the county. `sedang_dihitung`: the worker has not yet seen everybody this month."""

    opd: str
    orang: int
    jawaban: int
    bertumpu: int
    kurang: list[PandanganKurang]
    periode: list[tuple[date, int]]
    sedang_dihitung: bool
    antre: bool


def sebut_kurang(kode: str, jumlah: int = 0) -> PandanganKurang:
    """A missing fact in words."""
    makna = MAKNA[AWALAN + kode]
    jenis = KE_FAKTA.get(kode)
    return PandanganKurang(
        kode=kode,
        arti=makna.arti,
        pembenah=SEBUTAN_PEMBENAH[makna.pembenah],
        fakta=jenis.value if jenis else "",
        jumlah=jumlah,
    )
