"""The facts of one person in order of time, and how they stand on a date. It reads facts; it judges nothing."""

from __future__ import annotations

from collections.abc import Iterable, Set
from datetime import date
from functools import cached_property
from typing import NamedTuple, TypeVar

from chalicelib.rules.waktu import SEHARI, bulan_penuh, geser, tambah_bulan
from schemas.aturan import Aturan, Edisi
from schemas.golongan import Golongan
from schemas.kelayakan import GolonganOrang, JabatanOrang, Orang, PendidikanOrang, RentangOrang, TugasBelajarOrang
from schemas.nip import baca_nip
from schemas.usulan import Jenis

AWAL_ZAMAN = date(1900, 1, 1)
T = TypeVar("T", bound=RentangOrang)


class Pangkat(NamedTuple):
    """The rank held on a date and from when its years count: first KP from TMT CPNS (domain 2.1)."""

    gol: Golongan
    mulai: date | None
    pertama: bool
    """No KP yet since CPNS."""
    cpns_terlewat: bool = False
    """First rank, but no TMT CPNS is known: the count may begin earlier."""


class Fakta:
    """One person's facts, sorted once."""

    def __init__(self, orang: Orang, aturan: Aturan) -> None:
        self.orang = orang = _teratur(orang)
        self.aturan = aturan
        baris = orang.golongan or []
        self.golongan = sorted((g for g in baris if g.tmt), key=_urut_golongan)
        self.golongan_tanpa_tmt = [g for g in baris if not g.tmt]
        self.jabatan = sorted(orang.jabatan or [], key=_urut_jabatan)
        self.kinerja = sorted(orang.kinerja or [], key=lambda k: (k.tahun, k.predikat, k.bulan or 12))
        self.cltn = _gabung(orang.cltn or [])
        self._pangkat: dict[date, Pangkat | None] = {}
        self.kedudukan = (orang.kedudukan_hukum or "").lstrip("0").zfill(2) if orang.kedudukan_hukum else None

    @cached_property
    def tmt_cpns(self) -> date | None:
        """TMT CPNS as recorded."""
        return next((g.tmt for g in self.golongan if g.jenis == "CPNS"), None)

    @cached_property
    def awal(self) -> GolonganOrang | None:
        """The first rank on record."""
        return self.golongan[0] if self.golongan else None

    def pangkat(self, d: date) -> Pangkat | None:
        """The rank held on `d`; None when no rank with a TMT began by then."""
        if d not in self._pangkat:
            self._pangkat[d] = self._cari_pangkat(d)
        return self._pangkat[d]

    def _cari_pangkat(self, d: date) -> Pangkat | None:
        baris = [g for g in self.golongan if g.tmt and g.tmt <= d]
        if self.golongan_tanpa_tmt:
            tertinggi = max(g.gol for g in self.golongan_tanpa_tmt)
            sk_lain = any(g.jenis == "KP" and g.gol == tertinggi for g in self.golongan_tanpa_tmt)
            if not baris or tertinggi > baris[-1].gol or (sk_lain and tertinggi == baris[-1].gol):
                return Pangkat(tertinggi, None, False)
        if not baris:
            return None
        gol = baris[-1].gol
        ekor: list[GolonganOrang] = []
        for g in reversed(baris):
            if g.gol != gol:
                break
            ekor.append(g)
        jenis = {g.jenis for g in ekor}
        if "CPNS" in jenis:
            return Pangkat(gol, min(g.tmt for g in ekor if g.tmt and g.jenis == "CPNS"), True)
        terlewat = len(ekor) == len(baris) and (jenis == {"PNS"} or self._mungkin_pertama(jenis, ekor[-1].tmt or d, d))
        return Pangkat(gol, baris[-1].tmt, jenis == {"PNS"}, terlewat)

    def _mungkin_pertama(self, jenis: Set[str | None], tmt: date, d: date) -> bool:
        """May rows whose kind is not written be of the first rank? Not where the NIP tells of a CPNS long before them."""
        nip = baca_nip(self.orang.nip) if self.orang.nip else None
        lama = self.aturan.pada(max(d, self.aturan.sejak)).angka["cpns_paling_lama_tahun"].nilai
        dekat = nip is None or (nip.tahun_cpns + lama, nip.bulan_cpns) >= (tmt.year, tmt.month)
        return jenis <= {"PNS", None} and dekat

    def jabatan_pada(self, d: date) -> JabatanOrang | None:
        """The definitive post held on `d` (Plt and Plh are not posts); the one that began last."""
        return next((j for j in reversed(self.jabatan) if j.definitif is not False and _dijabat(j, d)), None)

    def plt_pada(self, d: date) -> bool:
        """True when he stands in for a structural post on `d`."""
        return any(j.definitif is False and j.jenis == "struktural" and _dijabat(j, d) for j in self.jabatan)

    def tubel_pada(self, d: date) -> TugasBelajarOrang | None:
        """The tugas belajar running on `d`."""
        return berjalan(self.orang.tugas_belajar or [], d)

    def lepas_jf(self, d: date, bulan: int) -> TugasBelajarOrang | None:
        """The tugas belajar of more than so many months that keeps him out of his functional post on `d`."""
        t = self.tubel_pada(d)
        return None if t is None or (t.selesai and t.selesai < tambah_bulan(t.mulai, bulan)) else t

    def tergeser(self, mulai: date, bulan: int) -> date:
        """The day on which a span that began on `mulai` counts `bulan` months, CLTN inside it left out (domain 2.7)."""
        penuh = tambah_bulan(mulai, bulan)
        for awal, akhir in self.cltn:
            if awal < penuh and akhir is not None and akhir > mulai:
                penuh = geser(penuh, max(awal, mulai), akhir)
        return penuh

    def terhenti(self, sampai: date) -> bool:
        """Does a CLTN of which no end is known begin before that day?"""
        return any(awal < sampai and akhir is None for awal, akhir in self.cltn)

    def bulan_efektif(self, mulai: date, sampai: date) -> int:
        """Whole months between two dates, CLTN left out: none accrues while it runs."""
        terbuka = min([awal for awal, akhir in self.cltn if akhir is None], default=sampai)
        batas = max(mulai, min(sampai, terbuka))
        bulan = bulan_penuh(mulai, batas)
        while bulan > 0 and self.tergeser(mulai, bulan) > batas:
            bulan -= 1
        return bulan

    def pendidikan_dimiliki(self, d: date) -> list[PendidikanOrang]:
        """Diplomas got by the year of `d`, recognised or not."""
        return [p for p in self.orang.pendidikan or [] if p.tahun_lulus is None or p.tahun_lulus <= d.year]


class Perkara:
    """One question: this person, this kind, this TMT, under the rules in force on it."""

    __slots__ = ("_jabatan", "aturan", "berlaku", "fakta", "jenis", "orang", "pangkat", "per", "tmt")

    def __init__(self, fakta: Fakta, jenis: Jenis, tmt: date) -> None:
        self.fakta = fakta
        self.orang = fakta.orang
        self.aturan = aturan = fakta.aturan
        self.jenis = jenis
        self.tmt = tmt
        self.per = fakta.orang.per_tanggal or fakta.orang.tmt_usul
        self.berlaku: Edisi = aturan.pada(tmt)
        self.pangkat = fakta.pangkat(tmt)
        self._jabatan: JabatanOrang | bool | None = False

    def di(self, tmt: date) -> Perkara:
        """The same question about another date."""
        return Perkara(self.fakta, self.jenis, tmt)

    @property
    def jabatan(self) -> JabatanOrang | None:
        """The definitive post on the TMT."""
        if self._jabatan is False:
            self._jabatan = self.fakta.jabatan_pada(self.tmt)
        return self._jabatan  # type: ignore[return-value]

    @property
    def setingkat(self) -> Golongan | None:
        """One rank up; None at the top or when the rank is unknown."""
        return Golongan(self.pangkat.gol + 1) if self.pangkat and self.pangkat.gol < Golongan.IV_E else None

    def angka(self, nama: str) -> int:
        """A single figure of the tables."""
        return self.berlaku.angka[nama].nilai


def berjalan(rentang: Iterable[T], d: date) -> T | None:
    """The first span that covers `d`; both its days count."""
    return next((r for r in rentang if r.mulai <= d and (r.selesai is None or d <= r.selesai)), None)


def _dijabat(j: JabatanOrang, d: date) -> bool:
    return (j.tmt or AWAL_ZAMAN) <= d and (j.sampai is None or d <= j.sampai)


def _teratur(orang: Orang) -> Orang:
    """Every list in one order, so that the answer does not depend on the order in which facts came."""
    beda = {
        nama: sorted(nilai, key=lambda r: [str(v) for v in r.__dict__.values()])
        for nama, nilai in orang.__dict__.items()
        if isinstance(nilai, list) and len(nilai) > 1 and nama not in ("usulan_berjalan", "berkas")
    }
    return orang.model_copy(update=beda) if beda else orang


def _urut_golongan(g: GolonganOrang) -> tuple[date, int, str]:
    return (g.tmt or AWAL_ZAMAN, g.gol, {"CPNS": "0", "PNS": "1"}.get(g.jenis or "", "2"))


def _urut_jabatan(j: JabatanOrang) -> tuple[date, date]:
    return (j.tmt or AWAL_ZAMAN, j.sampai or date.max)


def _gabung(rentang: list[RentangOrang]) -> list[tuple[date, date | None]]:
    """Spells in order, those that touch made one."""
    hasil: list[tuple[date, date | None]] = []
    for r in sorted(rentang, key=lambda r: (r.mulai, r.selesai or date.max)):
        if hasil and (hasil[-1][1] is None or r.mulai <= hasil[-1][1] + SEHARI):
            awal, akhir = hasil[-1]
            hasil[-1] = (awal, None if akhir is None or r.selesai is None else max(akhir, r.selesai))
        else:
            hasil.append((r.mulai, r.selesai))
    return hasil
