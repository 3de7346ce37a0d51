"""Where a career stands while it is lived month by month: rank, post, points, schooling, and all that is written down on the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Any

from infra.demo import pangkat
from infra.demo.waktu import tanggal

Baris = dict[str, Any]


@dataclass
class Keadaan:
    """`gol` is a rank's place 0..16; months are whole numbers (infra/demo/waktu); points are times 100."""

    rng: Random
    cpns: int
    tingkat: str
    tahun_lulus: int
    predikat: dict[int, str]
    gol: int = 0
    pangkat_sejak: int = 0
    mkg: int = 0
    jabatan: list[Baris] = field(default_factory=list)
    jabatan_sejak: int = 0
    kategori: str = ""
    jenjang: str | None = None
    ak: int = 0
    ak_sejak: int = 0
    tahun: int = 0
    pak: dict[int, int] = field(default_factory=dict)
    golongan: list[Baris] = field(default_factory=list)
    pendidikan: list[Baris] = field(default_factory=list)
    ujian: list[Baris] = field(default_factory=list)
    uji: list[Baris] = field(default_factory=list)
    diklat: list[Baris] = field(default_factory=list)
    perpindahan: list[Baris] = field(default_factory=list)

    def mulai(self) -> None:
        """Appointed CPNS, a year later PNS (domain 1.2)."""
        awal = pangkat.awal(self.tingkat)
        self.gol, self.pangkat_sejak, self.mkg = pangkat.ke(awal), self.cpns, pangkat.MKG_AWAL.get(awal, 0)
        self.tahun = self.cpns // 12
        self._catat("CPNS")
        self.mkg += 12
        self.pangkat_sejak = self.cpns + 12
        self._catat("PNS")
        self.didik(self.tingkat, self.tahun_lulus, tanggal(self.cpns))

    def _catat(self, jenis: str) -> None:
        tahun, bulan = divmod(self.mkg, 12)
        self.golongan.append(
            {
                "gol": pangkat.GOLONGAN[self.gol],
                "tmt": tanggal(self.pangkat_sejak),
                "mkg_tahun": tahun,
                "mkg_bulan": bulan,
                "jenis": jenis,
            }  # fmt: skip
        )

    def dalam_pangkat(self, b: int) -> int:
        """Months since the last KP; the first is counted from CPNS (domain 2.1)."""
        pertama = self.golongan[-1]["jenis"] == "PNS"
        return b - (self.cpns if pertama else self.pangkat_sejak)

    def naik(self, b: int, ke: int | None = None) -> None:
        """A KP: one rank up, or straight to `ke`."""
        baru = self.gol + 1 if ke is None else ke
        lama = pangkat.GOLONGAN[self.gol]
        self.mkg = pangkat.lanjut_mkg(lama, self.mkg, b - self.pangkat_sejak, pangkat.GOLONGAN[baru])
        self._bayar_angka_kredit(baru, b)
        self.gol, self.pangkat_sejak = baru, b
        self._catat("KP")

    def _bayar_angka_kredit(self, baru: int, b: int) -> None:
        """A surplus stays inside a jenjang and is lost at its border (domain 1.4)."""
        perlu = pangkat.butuh(self.kategori, self.gol) if self.jenjang else None
        dalam = self.jenjang is not None and pangkat.jenjang(self.jenjang)[0] <= self.gol
        self.ak = max(0, self.ak - perlu) if perlu is not None and dalam and baru == self.gol + 1 else 0
        self.ak_sejak = b

    def duduk(self, b: int, isi: Baris, hari: date | None = None) -> None:
        """A new post from a day of month `b`; the one before it ends."""
        tmt = hari or tanggal(b)
        if self.jabatan:
            self.jabatan[-1]["sampai"] = date.fromordinal(tmt.toordinal() - 1)
        kosong: Baris = {"eselon": None, "kategori": None, "jenjang": None, "pelantikan": None, "sampai": None}
        self.jabatan.append({**kosong, **isi, "tmt": tmt, "definitif": True})
        self.jabatan_sejak = b if tmt.day == 1 else b + 1

    def duduk_fungsional(self, b: int, nama: str, jenjang: str | None, hari: date | None = None) -> None:
        """A functional post at a level; None: a level of the old tables that has no twin today."""
        penuh = f"{nama} {jenjang}" if jenjang else nama
        self.duduk(
            b, {"jenis": "fungsional", "nama": penuh, "kategori": self.kategori or None, "jenjang": jenjang}, hari
        )
        self.jenjang = jenjang
        self.ak_sejak = max(self.ak_sejak, self.jabatan_sejak)

    def didik(self, tingkat: str, tahun: int, diakui: date | None) -> None:
        """A diploma, and since when the record knows it (None: not yet)."""
        self.pendidikan.append({"tingkat": tingkat, "tahun_lulus": tahun, "diakui_sejak": diakui})

    def tertinggi(self, b: int) -> int:
        """How far KP reguler may carry."""
        return max(pangkat.tertinggi(p["tingkat"]) for p in self.pendidikan if _diakui(p, b))

    def punya(self, *tingkat: str) -> bool:
        """Holds a diploma of one of these levels."""
        return any(p["tingkat"] in tingkat for p in self.pendidikan)

    def tutup_tahun(self, b: int) -> None:
        """Turn the ratings of the years before month `b` into angka kredit, half-up at two places.

        Before 2023 points of Ahli Madya were hard to come by: most carried few of them into the conversion.
        """
        while self.tahun < b // 12:
            if self.jenjang:
                bulan = (self.tahun + 1) * 12 - max(self.ak_sejak, self.tahun * 12)
                persen = pangkat.persen(self.predikat.get(self.tahun, "Baik"))
                if bulan > 0:
                    self.ak += (pangkat.jenjang(self.jenjang)[2] * bulan * persen + 600) // 1200
                if self.tahun == 2022 and self.jenjang == "Ahli Madya":
                    self.ak = min(self.ak, self.rng.randint(20, 110) * 100)
                self.pak[self.tahun] = self.ak
            self.tahun += 1


def _diakui(p: Baris, b: int) -> bool:
    return p["diakui_sejak"] is not None and p["diakui_sejak"] <= tanggal(b)
