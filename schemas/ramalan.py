"""Ramalan: who becomes eligible in the next 24 months, on what that rests, and what is missing; computed by the worker, counted as it goes."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from schemas.dasar import Id, Isian, KueriHalaman, Model, Teks, Versi, Waktu
from schemas.fakta import JenisFakta
from schemas.janggal import JANGGAL, Janggal, Pemilik
from schemas.pandangan_fakta import PandanganTugas
from schemas.temuan import MAKNA
from schemas.usulan import Jenis, Status

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
    its date hangs on them). `diusulkan`: the first such date for which the offices may still propose. `kurang`: codes of
    missing facts without their common beginning."""

    jenis: Jenis
    golongan_baru: str
    paling_cepat: date | None
    diusulkan: date | None = None
    mkg: tuple[int, int] | None
    gaji_pokok: int | None
    angka_kredit: str = ""
    kurang: tuple[str, ...] = ()
    berkas_kurang: tuple[str, ...] = ()


class Ramalan(Model):
    """The forecast of one person, with what a nominative list says of him (domain 9.1). `hasil`: the soonest first."""

    pegawai: Id
    nama: str
    """With his titles: each part has its limit, and a long whole stops nobody's forecast."""
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
    janggal: tuple[Janggal, ...] = ()
    per_unit: bool = False
    """Counted in his unit as well, and not only in his OPD."""
    versi: Versi = 0

    @property
    def kapan(self) -> date | None:
        """The soonest date within the horizon."""
        return min((h.paling_cepat for h in self.hasil if h.paling_cepat), default=None)

    @property
    def kurang(self) -> tuple[str, ...]:
        """Everything missing, each once."""
        return tuple(dict.fromkeys(k for h in self.hasil for k in h.kurang))

    @property
    def tugas(self) -> frozenset[str]:
        """Codes of all that somebody must see to: missing facts and contradictions."""
        return frozenset(self.kurang) | {j.kode for j in self.janggal}

    @property
    def terancam(self) -> date | None:
        """The first period that he loses if nobody acts, and that can still be saved: what it rests on is unknown, or his facts
        contradict each other."""
        ragu = (h.diusulkan or h.paling_cepat for h in self.hasil if h.kurang or self.janggal)
        return min((d for d in ragu if d), default=None)


class Hitungan(Model):
    """Counts of one OPD ("-": the county) or unit, kept up with each person: people, answers, those that rest on missing facts;
    how many by missing fact, by contradiction, by period, and by the period that is lost if nobody acts."""

    opd: str
    orang: int = 0
    jawaban: int = 0
    bertumpu: int = 0
    kurang: dict[str, int] = {}
    janggal: dict[str, int] = {}
    periode: dict[str, int] = {}
    terancam: dict[str, int] = {}
    versi: Versi = 0


class KueriRamalan(KueriHalaman):
    """`?opd=&periode=`: of one OPD (none: all that one may see), of one period."""

    opd: Id | None = None
    periode: date | None = None


class KueriCelah(KueriHalaman):
    """`?opd=&kurang=&pemilik=`: people of whom something is missing or contradicts itself; of one kind; one owner's work."""

    opd: Id | None = None
    pemilik: Pemilik | None = None
    kurang: Annotated[str, Field(pattern=r"^[a-z-]{1,40}$")] | None = None


class KueriOpd(Isian):
    """`?opd=`."""

    opd: Id | None = None


class KueriLaporan(Isian):
    """`?periode=&opd=&bentuk=`; `daftar`: `calon` from the forecast, `usul` from the cases, which may be narrowed to one status, one
    kind, one target golongan."""

    periode: date
    opd: Id | None = None
    bentuk: Literal["xlsx", "pdf", "csv"] = "xlsx"
    daftar: Literal["calon", "usul"] = "calon"
    status: Status | None = None
    jenis: Jenis | None = None
    golongan: Annotated[str, Field(pattern=r"^[IV]{1,3}/[a-e]$")] | None = None


class PandanganHasilRamal(Model):
    """One promotion in words."""

    jenis: Jenis
    jenis_sebutan: str
    golongan_baru: str
    paling_cepat: date | None
    diusulkan: date | None
    kata: str
    kurang: list[PandanganTugas]


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
    terancam: date | None
    batas: date | None
    """The last day on which his office may propose him for the period at stake; null when the period is not set up."""
    bahaya: str = ""
    """What is at stake in words; "" when nothing can be done about it here."""
    tugas: list[PandanganTugas]
    hasil: list[PandanganHasilRamal]


class PandanganHitungan(Model):
    """Counts of an OPD, a pengelola's unit or the county. `sedang_dihitung`: the worker has not yet seen everybody this month, `dihitung` of
    `ditandai` so far (0: it still notes who there is); `selesai`: when it last had. `antre`: somebody's facts just changed."""

    opd: str
    orang: int
    jawaban: int
    bertumpu: int
    kurang: list[PandanganTugas]
    janggal: list[PandanganTugas]
    periode: list[tuple[date, int]]
    terancam: list[tuple[date, int]]
    sedang_dihitung: bool
    dihitung: int = 0
    ditandai: int = 0
    selesai: Waktu | None = None
    antre: bool
    ringkas: str = ""
    """The counts in a sentence or two."""
    kemajuan: str = ""
    """How far the worker is, and how old these counts are."""


def pemilik(kode: str) -> str:
    """Whose work a task is, as a code of SEBUTAN_PEMBENAH."""
    return JANGGAL[kode].pemilik if kode in JANGGAL else MAKNA[AWALAN + kode].pembenah


def sebut_kurang(kode: str, jumlah: int = 0) -> PandanganTugas:
    """A task in words."""
    janggal = JANGGAL.get(kode)
    jenis = janggal.fakta if janggal else KE_FAKTA.get(kode)
    return PandanganTugas(
        kode=kode,
        arti=janggal.arti if janggal else MAKNA[AWALAN + kode].arti,
        pembenah=SEBUTAN_PEMBENAH[pemilik(kode)],
        fakta=jenis.value if jenis else "",
        jumlah=jumlah,
    )


def sebut_janggal(j: Janggal) -> PandanganTugas:
    """A contradiction of one person in words."""
    return sebut_kurang(j.kode).model_copy(update={"pesan": j.pesan, "sasaran": j.sasaran or ""})
