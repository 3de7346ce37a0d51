"""What goes into the rules and what comes out (the JSON of `infra/sikap kelayakan`).

A key that is absent or null is not known; `[]` is none. Exceptions: `meninggal` null is alive, an end that is null is
still running, `diakui_sejak` null is not (yet) recognised.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import AliasChoices, BeforeValidator, Field, PlainSerializer

from schemas.aturan_baris import Kategori, Predikat, Tingkat
from schemas.dasar import Model, Teks, Tgl, TglKp
from schemas.golongan import Golongan, baca_golongan
from schemas.nip import Nip
from schemas.temuan import Kode
from schemas.usulan import Jenis


def _gol(nilai: object) -> object:
    if not isinstance(nilai, str):
        return nilai
    if (gol := baca_golongan(nilai)) is None:
        raise ValueError("Tulis golongan ruang dari I/a sampai IV/e, misalnya III/a.")
    return gol


def _eselon(nilai: object) -> object:
    cocok = re.fullmatch(r"(IV|III|II|I|V)\s*[./ -]?\s*([abAB])", nilai.strip()) if isinstance(nilai, str) else None
    return f"{cocok[1]}.{cocok[2].lower()}" if cocok else nilai


Gol = Annotated[
    Golongan,
    BeforeValidator(_gol, json_schema_input_type=str),
    PlainSerializer(lambda g: g.tulisan, return_type=str),
]
"""Written "III/a" in JSON."""
Eselon = Annotated[
    Literal["I.a", "I.b", "II.a", "II.b", "III.a", "III.b", "IV.a", "IV.b", "V.a", "V.b"], BeforeValidator(_eselon)
]
Tahun = Annotated[int, Field(ge=1900, le=2199)]


class Putusan(StrEnum):
    """The machine's verdict. It advises; people decide."""

    MS = "MS"
    TMS = "TMS"
    PERLU_TELAAH = "PERLU_TELAAH"


class PendidikanOrang(Model):
    """A diploma; `diakui_sejak` is the day it entered the personnel record."""

    tingkat: Tingkat
    tahun_lulus: Tahun | None = None
    diakui_sejak: Tgl | None = None


class GolonganOrang(Model):
    """A rank held from `tmt`, with the masa kerja golongan printed on that decree."""

    gol: Gol
    tmt: Tgl | None = None
    mkg_tahun: Annotated[int, Field(ge=0, le=60)] | None = None
    mkg_bulan: Annotated[int, Field(ge=0, le=11)] | None = None
    jenis: Literal["CPNS", "PNS", "KP"] | None = None


class JabatanOrang(Model):
    """A post. `definitif` false is Plt or Plh. `sampai` null: still held."""

    jenis: Literal["pelaksana", "struktural", "fungsional"] | None = None
    nama: Teks | None = None
    eselon: Eselon | None = None
    kategori: Kategori | None = None
    jenjang: Teks | None = None
    tmt: Tgl | None = None
    pelantikan: Tgl | None = None
    sampai: Tgl | None = None
    definitif: bool | None = None


class KinerjaOrang(Model):
    """A final rating of a year; `bulan` is how many months it covers (null: the whole year)."""

    tahun: Tahun
    predikat: Predikat
    bulan: Annotated[int, Field(ge=1, le=12)] | None = None


class AngkaKreditOrang(Model):
    """`pak`: total since the last KP up to `per`, replacing what came before; the others are added."""

    jenis: Literal["integrasi", "perpindahan", "pendidikan", "pak"]
    nilai: Annotated[Decimal, Field(ge=0, le=9999)]
    per: Tgl


class UjiKompetensiOrang(Model):
    """Passed for this level of functional post."""

    jenjang: Teks
    lulus: Tgl | None = None


class UjianOrang(Model):
    """Ujian dinas (UD1, UD2) or penyesuaian ijazah (PI)."""

    jenis: Literal["UD1", "UD2", "PI"]
    lulus: Tgl | None = None


class DiklatOrang(Model):
    """A leadership course."""

    jenis: Teks
    tahun: Tahun | None = None


class HukumanOrang(Model):
    """A penalty; both days count."""

    tingkat: Literal["ringan", "sedang", "berat"]
    mulai: Tgl | None = None
    selesai: Tgl | None = None


class RentangOrang(Model):
    """From `mulai` to `selesai` (null: still running)."""

    mulai: Tgl
    selesai: Tgl | None = None


class TugasBelajarOrang(RentangOrang):
    """`lulus`: when (or that) he graduated; null: not yet."""

    lulus: Tgl | bool | None = None


Mulai = Annotated[Tgl | None, Field(validation_alias=AliasChoices("mulai", "tmt"))]
Selesai = Annotated[Tgl | None, Field(validation_alias=AliasChoices("selesai", "sampai"))]


class DpkOrang(Model):
    """Seconded outside. `eselon` or `jenjang`: the post there; when absent, his post on the list of `jabatan` is meant."""

    mulai: Mulai = None
    selesai: Selesai = None
    eselon: Eselon | None = None
    jenjang: Teks | None = None
    bidang: Teks | None = None
    """sekolah, sosial or kesehatan: no limit on the number of KP."""


class PejabatNegaraOrang(Model):
    """Appointed pejabat negara."""

    sk: Teks | None = None
    jabatan: Teks | None = None
    tanggal: Tgl | None = None
    mulai: Mulai = None
    selesai: Selesai = None


class PenetapanOrang(Model):
    """A decree: prestasi luar biasa, penemuan baru."""

    sk: Teks | None = None
    tanggal: Tgl | None = None


class Pertanyaan(Model):
    """The facts about somebody and the question: `tmt_usul`, seen from `per_tanggal`, for one `jenis` or all."""

    jenis_kelamin: Literal["L", "P"] | None = None
    kedudukan_hukum: Annotated[str, Field(pattern=r"^[0-9]{1,3}$")] | None = None
    tanggal_lahir: Tgl | None = None
    pendidikan: list[PendidikanOrang] | None = None
    golongan: list[GolonganOrang] | None = None
    jabatan: list[JabatanOrang] | None = None
    kinerja: list[KinerjaOrang] | None = None
    angka_kredit: list[AngkaKreditOrang] | None = None
    uji_kompetensi: list[UjiKompetensiOrang] | None = None
    ujian: list[UjianOrang] | None = None
    diklat: list[DiklatOrang] | None = None
    hukuman: list[HukumanOrang] | None = None
    cltn: list[RentangOrang] | None = None
    tugas_belajar: list[TugasBelajarOrang] | None = None
    atasan_golongan: Gol | None = None
    meninggal: TglKp | None = None
    tewas: bool | None = None
    cacat_karena_dinas: bool | None = None
    dpk_dpb: list[DpkOrang] | None = None
    pejabat_negara: list[PejabatNegaraOrang] | None = None
    prestasi_luar_biasa: list[PenetapanOrang] | None = None
    penemuan_baru: list[PenetapanOrang] | None = None
    formasi_pi: bool | None = None
    usulan_berjalan: list[Any] | None = None
    """Anything in it is an open proposal: its number, or an object that describes it."""
    berkas: list[Teks] | None = None
    """Slots of schemas/berkas that are in the archive."""
    tmt_usul: TglKp
    per_tanggal: Tgl | None = None
    jenis: Jenis | None = None


class Orang(Pertanyaan):
    """The same of one who is named."""

    nip: Nip
    nama: Teks | None = None

    @classmethod
    def tanpa_nama(cls, tanya: Pertanyaan) -> Orang:
        """Somebody who did not say who he is: the rules then leave aside what a NIP would tell them."""
        return cls.model_construct(**tanya.__dict__, nip="", nama=None)


class Temuan(Model):
    """One finding. `menghalangi`: it makes the answer TMS; `sampai`: the day that ends it, when there is one."""

    kode: Kode
    pesan: str
    dasar: str
    menghalangi: bool
    sampai: date | None = None


class AngkaKredit(Model):
    """Points gathered, needed, and carried over to the next KP (0 when that KP enters a new jenjang)."""

    jumlah: Decimal
    butuh: Decimal
    lebih: Decimal


class Hasil(Model):
    """The answer for one kind. `alasan` are the conditions that are met."""

    jenis: Jenis
    putusan: Putusan
    golongan_baru: Gol | None = None
    paling_cepat: date | None = None
    """The first legal period date on which nothing dated stands in the way; null when something has no end."""
    paling_cepat_diusulkan: date | None = None
    """The first such date whose window of the OPD is not closed on `per_tanggal`."""
    mkg: tuple[int, int] | None = None
    """Years and months in `golongan_baru` at `tmt_usul`."""
    gaji_pokok: int | None = None
    """Rupiah."""
    angka_kredit: AngkaKredit | None = None
    temuan: tuple[Temuan, ...] = ()
    alasan: tuple[Temuan, ...] = ()
    berkas_kurang: tuple[str, ...] = ()


class Jawaban(Model):
    """Every kind that concerns the person, and the one to choose (null: none is open on that date)."""

    nip: str
    hasil: tuple[Hasil, ...]
    saran: Jenis | None = None
