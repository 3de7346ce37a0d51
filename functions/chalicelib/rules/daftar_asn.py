"""Daftar ASN: each row of an export becomes a person, or is refused with a reason; doubts and gaps are named. Pure.

A fact that is not known stays unknown. Nothing is repaired silently: a NIP with a digit too few or too many is refused,
with the one reading that fits everything else as a suggestion (domain 7.1).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from chalicelib.rules import baca_sel as sel
from chalicelib.rules.kolom_asn import cocokkan
from chalicelib.rules.nip_asn import Tolak, baca_nip_sel
from chalicelib.rules.telepon import baca_sel as baca_sel_telepon
from schemas.golongan import baca_golongan
from schemas.nip import IsiNip, baca_nip
from schemas.pegawai import Celah, Pegawai

Sel = str | float | None


@dataclass(frozen=True)
class Temuan:
    """A finding: the sheet's row number (the heading is row 1), a stable code, a sentence."""

    baris: int
    kode: str
    pesan: str


@dataclass(frozen=True)
class BarisAsn:
    """A row that can be taken: facts by field of Pegawai, and the names of his OPD and unit."""

    baris: int
    isi: Mapping[str, Any]
    opd: str
    unit: str
    celah: tuple[Celah, ...]

    @property
    def nip(self) -> str:
        """18 digits."""
        return str(self.isi["nip"])


@dataclass
class HasilBaca:
    """What was read. `jumlah` counts the data rows."""

    jumlah: int = 0
    orang: list[BarisAsn] = field(default_factory=list)
    ditolak: list[Temuan] = field(default_factory=list)
    peringatan: list[Temuan] = field(default_factory=list)
    celah: list[Temuan] = field(default_factory=list)

    def ringkas(self) -> dict[str, Any]:
        """The report as `infra/sikap impor --json` prints it."""
        daftar = {n: [vars(t) for t in getattr(self, n)] for n in ("ditolak", "peringatan", "celah")}
        return {"jumlah": self.jumlah, "diterima": len(self.orang), **daftar}


PESAN_CELAH = {
    Celah.TMT_GOLONGAN: "TMT golongan tidak ada atau bukan tanggal.",
    Celah.TMT_CPNS: "TMT CPNS tidak ada atau bukan tanggal.",
    Celah.TELEPON: "Nomor telepon tidak ada atau bukan nomor seluler.",
}


def periksa(judul: Sequence[str], baris: Sequence[Sequence[Sel]], *, hari_ini: date) -> HasilBaca:
    """Read every row. Raises TakSah when the headings are not those of a roster."""
    letak = cocokkan(judul)
    hasil = HasilBaca()
    pertama: dict[str, BarisAsn] = {}
    for nomor, isi in enumerate(baris, start=2):
        if not any(x is not None for x in isi):
            continue
        hasil.jumlah += 1
        try:
            satu = _satu(_Baris(nomor, isi, letak), hasil, hari_ini)
            _tidak_kembar(satu, pertama, hasil)
        except Tolak as tolak:
            hasil.ditolak.append(Temuan(nomor, tolak.kode, tolak.pesan))
            continue
        hasil.orang.append(satu)
        hasil.celah += [Temuan(nomor, c.value, PESAN_CELAH[c]) for c in satu.celah]
    hasil.peringatan.sort(key=lambda t: t.baris)
    return hasil


@dataclass(frozen=True)
class _Baris:
    nomor: int
    isi: Sequence[Sel]
    letak: Mapping[str, int]

    def mentah(self, nama: str) -> Sel:
        return self.isi[self.letak[nama]] if nama in self.letak else None

    def teks(self, nama: str) -> str:
        return sel.teks(self.mentah(nama))


def _tidak_kembar(satu: BarisAsn, pertama: dict[str, BarisAsn], hasil: HasilBaca) -> None:
    """One NIP, one person: the later row is refused; when it is somebody else, the earlier is warned about."""
    ada = pertama.setdefault(satu.nip, satu)
    if ada is satu:
        return
    if _orangnya(ada) == _orangnya(satu):
        raise Tolak("nip-twice-same-person", f"Orang ini sudah ada pada baris {ada.baris}.")
    hasil.peringatan.append(
        Temuan(ada.baris, "nip-twice-with-other-person", f"NIP ini dipakai orang lain pada baris {satu.baris}.")
    )
    raise Tolak(
        "nip-twice-with-other-person",
        f"NIP ini sudah dipakai orang lain pada baris {ada.baris}. Periksa SK CPNS keduanya.",
    )


def _orangnya(b: BarisAsn) -> tuple[str, ...]:
    return tuple(sorted(str(b.isi["nama"]).casefold().split()))


def _satu(b: _Baris, hasil: HasilBaca, hari_ini: date) -> BarisAsn:
    nama, rumus = sel.nama(b.teks("nama"))
    if not nama:
        raise Tolak("name-empty", "Nama tidak diisi.")
    nip = baca_nip_sel(
        b.mentah("nip"), b.mentah("tanggal_lahir"), b.mentah("tmt_cpns"), sel.kelamin(b.teks("jenis_kelamin"))
    )
    isi_nip = baca_nip(nip)
    assert isi_nip is not None  # baca_nip_sel refused everything else
    ingat = _pengingat(b.nomor, hasil)
    if rumus:
        ingat("formula-text-in-name", "Nama berisi rumus; yang diambil hanya tulisan namanya.")
    telepon, banyak = baca_sel_telepon(b.teks("telepon"))
    if banyak > 1 and telepon:
        ingat("phone-two-numbers", "Ada dua nomor telepon; yang dipakai yang pertama.")
    isi = {
        "nip": nip,
        "nama": nama,
        "telepon": telepon or "",
        **_identitas(b, isi_nip, ingat),
        **_kepegawaian(b, ingat, hari_ini),
    }
    ada = {Celah.TMT_GOLONGAN: isi["tmt_golongan"], Celah.TMT_CPNS: isi["tmt_cpns"], Celah.TELEPON: telepon}
    opd = b.teks("opd") or b.teks("unit")
    return BarisAsn(b.nomor, isi, opd, b.teks("unit") or opd, tuple(c for c, nilai in ada.items() if not nilai))


def _pengingat(nomor: int, hasil: HasilBaca) -> Callable[[str, str], None]:
    return lambda kode, pesan: hasil.peringatan.append(Temuan(nomor, kode, pesan))


def _identitas(b: _Baris, nip: IsiNip, ingat: Callable[[str, str], None]) -> dict[str, Any]:
    kelamin = sel.kelamin(b.teks("jenis_kelamin"))
    lahir = sel.tanggal(b.mentah("tanggal_lahir"))
    if kelamin and kelamin != nip.jenis_kelamin:
        ingat("sex-differs-from-nip", "Jenis kelamin berbeda dari angka ke-15 NIP.")
    if lahir and lahir != nip.tanggal_lahir:
        ingat("birth-date-differs-from-nip", "Tanggal lahir berbeda dari 8 angka pertama NIP.")
    return {
        "nip_lama": sel.nip_lama(b.mentah("nip_lama")),
        "gelar_depan": b.teks("gelar_depan"),
        "gelar_belakang": b.teks("gelar_belakang"),
        "jenis_kelamin": kelamin,
        "tempat_lahir": b.teks("tempat_lahir"),
        "tanggal_lahir": lahir,
        "email": b.teks("email") if "@" in b.teks("email") else "",
    }


def _kepegawaian(b: _Baris, ingat: Callable[[str, str], None], hari_ini: date) -> dict[str, Any]:
    bulan = sel.angka(b.mentah("mk_bulan"))
    if bulan is not None and not 0 <= bulan <= 11:
        ingat("mk-bulan-over-11", f"Masa kerja {bulan} bulan; bulan hanya 0 sampai 11, jadi tidak dipakai.")
        bulan = None
    golongan = baca_golongan(b.teks("golongan")) or baca_golongan(b.teks("golongan_id"))
    if golongan is None and b.teks("golongan"):
        ingat("golongan-unknown", "Golongan itu tidak dikenal, jadi tidak dipakai.")
    jenis = sel.jenis_jabatan(b.teks("jenis_jabatan_id"), b.teks("jenis_jabatan"))
    jabatan = b.teks("jabatan")
    return {
        "kedudukan_hukum": b.teks("kedudukan_hukum").zfill(2) if b.teks("kedudukan_hukum") else "01",
        "status": sel.status(b.teks("status"), b.teks("jenis_pegawai")),
        "golongan": golongan,
        "tmt_golongan": sel.tanggal(b.mentah("tmt_golongan")),
        "mk_tahun": sel.angka(b.mentah("mk_tahun")),
        "mk_bulan": bulan,
        "tmt_cpns": sel.tanggal(b.mentah("tmt_cpns")),
        "tmt_pns": sel.tanggal(b.mentah("tmt_pns")),
        "jenis_jabatan": jenis,
        "jabatan": jabatan,
        "tmt_jabatan": sel.tanggal(b.mentah("tmt_jabatan")),
        "eselon": b.teks("eselon") if jenis == "struktural" else "",
        "jenjang": sel.jenjang(jabatan) if jenis == "fungsional" else "",
        "pendidikan": b.teks("pendidikan") or b.teks("tingkat"),
        "tingkat_pendidikan": sel.tingkat(b.teks("tingkat_id"), b.teks("tingkat")),
        "tahun_lulus": _tahun(b, ingat, hari_ini),
    }


def _tahun(b: _Baris, ingat: Callable[[str, str], None], hari_ini: date) -> int | None:
    tahun = sel.angka(b.mentah("tahun_lulus"))
    return tahun if tahun and 1940 <= tahun <= hari_ini.year else None


SEBUTAN = {
    "nama": "Nama", "gelar_depan": "Gelar depan", "gelar_belakang": "Gelar belakang", "golongan": "Golongan",
    "tmt_golongan": "TMT golongan", "mk_tahun": "Masa kerja (tahun)", "mk_bulan": "Masa kerja (bulan)", "tmt_cpns": "TMT CPNS",
    "tmt_pns": "TMT PNS", "jabatan": "Jabatan", "jenis_jabatan": "Jenis jabatan", "tmt_jabatan": "TMT jabatan",
    "pendidikan": "Pendidikan", "tahun_lulus": "Tahun lulus", "status": "Status", "tanggal_lahir": "Tanggal lahir",
    "jenis_kelamin": "Jenis kelamin", "kedudukan_hukum": "Kedudukan hukum", "telepon": "Telepon", "email": "Surel",
}  # fmt: skip


def banding(lama: Pegawai, baru: Pegawai) -> Iterator[tuple[str, str, str]]:
    """What an import would change about a person: (fact, before, after) in words; the phone only as "ada"."""
    for bidang, sebutan in SEBUTAN.items():
        a, b = getattr(lama, bidang), getattr(baru, bidang)
        if a != b:
            yield (sebutan, "ada", "ada (baru)") if bidang == "telepon" else (sebutan, sel.tulis(a), sel.tulis(b))
