"""Daftar ASN: each row of an export becomes a person, or is refused with a reason; doubts and gaps are named. Pure.

A fact that is not known stays unknown. Nothing is repaired silently: a NIP with a digit too few or too many is refused,
with the one reading that fits everything else as a suggestion (domain 7.1).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from chalicelib.rules import baca_sel as sel
from chalicelib.rules.baris_asn import Baris, baca_baris
from chalicelib.rules.kolom_asn import cocokkan
from chalicelib.rules.nip_asn import Tolak
from schemas.pegawai import Celah, Pegawai, tulis_kedudukan


@dataclass(frozen=True)
class Temuan:
    """A finding: the sheet's row number (the heading is row 1), a stable code, a sentence."""

    baris: int
    kode: str
    pesan: str


@dataclass(frozen=True)
class BarisAsn:
    """A row that can be taken: facts by field of Pegawai, the names of his OPD and unit, and SIASN's own id of him."""

    baris: int
    isi: Mapping[str, Any]
    opd: str
    unit: str
    celah: tuple[Celah, ...]
    pns_id: str = ""

    @property
    def nip(self) -> str:
        """18 digits."""
        return str(self.isi["nip"])


@dataclass(frozen=True)
class NipMeleset:
    """A row refused for a NIP with one digit too few or too many: what was written, the one reading that fits everything else
    ("" none or several), whose it is, and the facts that a confirmed NIP would bring."""

    angka: str
    saran: str
    pesan: str
    nama: str
    opd: str
    unit: str
    isi: Mapping[str, Any]


@dataclass
class HasilBaca:
    """What was read. `jumlah` counts the data rows; `asing` are headings nobody asked for, `kurang` those worth having."""

    jumlah: int = 0
    orang: list[BarisAsn] = field(default_factory=list)
    ditolak: list[Temuan] = field(default_factory=list)
    peringatan: list[Temuan] = field(default_factory=list)
    celah: list[Temuan] = field(default_factory=list)
    meleset: list[NipMeleset] = field(default_factory=list)
    asing: tuple[str, ...] = ()
    kurang: tuple[str, ...] = ()

    def ringkas(self) -> dict[str, Any]:
        """The report as `infra/sikap impor --json` prints it."""
        daftar = {n: [vars(t) for t in getattr(self, n)] for n in ("ditolak", "peringatan", "celah")}
        return {"jumlah": self.jumlah, "diterima": len(self.orang), **daftar}


PESAN_CELAH = {
    Celah.TMT_GOLONGAN: "TMT golongan tidak ada atau bukan tanggal.",
    Celah.TMT_CPNS: "TMT CPNS tidak ada atau bukan tanggal.",
    Celah.TELEPON: "Nomor telepon tidak ada atau bukan nomor seluler.",
}


def periksa(judul: Sequence[str], baris: Sequence[Sequence[sel.Sel]], *, hari_ini: date, mulai: int = 2) -> HasilBaca:
    """Read every row; `mulai` is the sheet's row number of the first. Raises TakSah when the headings are not those of a roster."""
    letak = cocokkan(judul)
    hasil = HasilBaca(asing=letak.asing, kurang=letak.kurang)
    pertama: dict[str, BarisAsn] = {}
    for nomor, isi in enumerate(baris, start=mulai):
        if not any(x is not None for x in isi):
            continue
        hasil.jumlah += 1
        ragu: list[Temuan] = []
        try:
            satu = _satu(nomor, Baris(isi, letak.kolom, hari_ini), ragu)
            _tidak_kembar(satu, pertama, hasil)
        except Tolak as tolak:
            hasil.ditolak.append(Temuan(nomor, tolak.kode, tolak.pesan))
            if tolak.angka:
                hasil.meleset.append(_meleset(Baris(isi, letak.kolom, hari_ini), tolak))
            continue
        hasil.orang.append(satu)
        hasil.peringatan += ragu
        hasil.celah += [Temuan(nomor, c.value, PESAN_CELAH[c]) for c in satu.celah]
    hasil.peringatan.sort(key=lambda t: t.baris)
    return hasil


def _meleset(b: Baris, tolak: Tolak) -> NipMeleset:
    """What else the row says, read as if the suggestion stood there; without one only his name and place are kept."""
    isi: dict[str, Any] = {"nama": b.teks("nama")[: sel.BATAS_TEKS]}
    if tolak.saran:
        duga = [tolak.saran if n == b.letak["nip"] else x for n, x in enumerate(b.isi)]
        isi = baca_baris(Baris(duga, b.letak, b.hari_ini), lambda kode, pesan: None)
    opd, unit = b.teks("opd")[: sel.BATAS_TEKS], b.teks("unit")[: sel.BATAS_TEKS]
    bersih = {n: v for n, v in isi.items() if n != "nip" and v not in (None, "")}
    return NipMeleset(tolak.angka, tolak.saran, tolak.pesan, str(isi["nama"]), opd or unit, unit or opd, bersih)


def _satu(nomor: int, b: Baris, ragu: list[Temuan]) -> BarisAsn:
    isi = baca_baris(b, lambda kode, pesan: ragu.append(Temuan(nomor, kode, pesan)))
    opd, unit = b.teks("opd")[: sel.BATAS_TEKS], b.teks("unit")[: sel.BATAS_TEKS]
    ada = {Celah.TMT_GOLONGAN: isi["tmt_golongan"], Celah.TMT_CPNS: isi["tmt_cpns"], Celah.TELEPON: isi["telepon"]}
    celah = tuple(c for c, nilai in ada.items() if not nilai)
    return BarisAsn(nomor, isi, opd or unit, unit or opd, celah, b.teks("pns_id")[:40])


def _tidak_kembar(satu: BarisAsn, pertama: dict[str, BarisAsn], hasil: HasilBaca) -> None:
    """One NIP, one person: the later row is refused; when it is somebody else, the earlier is warned about."""
    ada = pertama.setdefault(satu.nip, satu)
    if ada is satu:
        return
    if _sama(ada, satu):
        raise Tolak("nip-twice-same-person", f"Orang ini sudah ada pada baris {ada.baris}; baris itu yang dipakai.")
    hasil.peringatan.append(
        Temuan(
            ada.baris,
            "nip-twice-with-other-person",
            f"NIP ini juga dipakai orang lain pada baris {satu.baris}. Cocokkan SK CPNS keduanya.",
        )
    )
    raise Tolak(
        "nip-twice-with-other-person",
        f"NIP ini sudah dipakai orang lain pada baris {ada.baris}. Cocokkan SK CPNS keduanya.",
    )


def _sama(a: BarisAsn, b: BarisAsn) -> bool:
    """SIASN's own id decides when both rows have one and it is the same; else the name, whatever its case, order and punctuation."""
    return (a.pns_id == b.pns_id != "") or _kata(a) == _kata(b)


def _kata(b: BarisAsn) -> list[str]:
    return sorted("".join(c if c.isalnum() else " " for c in str(b.isi["nama"]).casefold().replace("'", "")).split())


SEBUTAN = {
    "nama": "Nama", "gelar_depan": "Gelar depan", "gelar_belakang": "Gelar belakang", "nip_lama": "NIP lama",
    "jenis_kelamin": "Jenis kelamin", "tempat_lahir": "Tempat lahir", "tanggal_lahir": "Tanggal lahir",
    "kedudukan_hukum": "Kedudukan hukum", "status": "Status", "golongan": "Golongan", "tmt_golongan": "TMT golongan",
    "mk_tahun": "Masa kerja (tahun)", "mk_bulan": "Masa kerja (bulan)", "tmt_cpns": "TMT CPNS", "tmt_pns": "TMT PNS",
    "jenis_jabatan": "Jenis jabatan", "jabatan": "Jabatan", "tmt_jabatan": "TMT jabatan", "eselon": "Eselon", "jenjang": "Jenjang",
    "pendidikan": "Pendidikan", "tingkat_pendidikan": "Tingkat pendidikan", "tahun_lulus": "Tahun lulus", "telepon": "Telepon",
    "email": "Surel",
}  # fmt: skip
"""Every fact that a row can bring, in the order of the preview. Units are ids by then: who knows their names adds them."""


def banding(lama: Pegawai, baru: Pegawai) -> Iterator[tuple[str, str, str]]:
    """What an import would change about a person: (fact, before, after) in words; the phone only as "ada"."""
    for bidang, sebutan in SEBUTAN.items():
        a, b = getattr(lama, bidang), getattr(baru, bidang)
        if a == b:
            continue
        if bidang == "telepon":
            yield sebutan, "ada" if a else "(kosong)", "ada (baru)" if b else "(kosong)"
        elif bidang == "kedudukan_hukum":
            yield sebutan, sel.tulis(tulis_kedudukan(a)), sel.tulis(tulis_kedudukan(b))
        else:
            yield sebutan, sel.tulis(a), sel.tulis(b)
