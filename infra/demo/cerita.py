"""A case being told: its clock, its steps, and the papers that are uploaded on the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from random import Random
from typing import Any

from infra.demo import akun, surat, syarat
from infra.demo.bahan import Bahan
from infra.demo.kabupaten import Kabupaten
from infra.demo.orang import Orang

WIB = timezone(timedelta(hours=7))
Langkah = dict[str, Any]


@dataclass
class Arsip:
    """Files by the path they get in the folder."""

    berkas: dict[str, bytes] = field(default_factory=dict)

    def taruh(self, jalur: str, isi: bytes) -> str:
        """Keep a file; answers its path."""
        self.berkas[jalur] = isi
        return jalur


@dataclass
class Cerita:
    """One case. `saat` is always within office hours of a working day."""

    k: Kabupaten
    arsip: Arsip
    kunci: str
    o: Orang
    jenis: str
    tmt: date
    baru: str
    pembuat: str
    saat: datetime
    kembali: str = ""
    """The slot that is sent back in this story."""
    langkah: list[Langkah] = field(default_factory=list)
    unggahan: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.acak = Random(self.kunci)
        self.slot = syarat.daftar(self.o, self.jenis, self.k.hari.year - 1)

    def maju(self, hari: int = 0) -> None:
        """So many working days on; otherwise some minutes, and the next morning once the day is over."""
        self.saat += timedelta(minutes=self.acak.randint(4, 37))
        hari = hari or int(self.saat.hour > 14)
        for _ in range(hari):
            self.saat += timedelta(days=1)
            while self.saat.weekday() > 4:
                self.saat += timedelta(days=1)
        if hari:
            self.saat = self.saat.replace(hour=self.acak.randint(8, 11), minute=self.acak.randint(0, 59))

    def lakukan(self, oleh: str, aksi: str, **isian: Any) -> None:
        """One act by a person (a key of the story)."""
        self._catat(oleh, aksi, isian=isian)

    def _catat(self, oleh: str, aksi: str, **lain: Any) -> None:
        self.langkah.append({"pada": self.saat.isoformat(), "oleh": self.nip(oleh), "aksi": aksi, **lain})
        self.maju()

    def unggah(self, oleh: str, slot: str, *, difoto: str = "", pasang: bool = True) -> None:
        """A paper into the archive, and (`pasang`) into the checklist of the case."""
        n = self.unggahan[slot] = self.unggahan.get(slot, 0) + 1
        isi = surat.berkas(self.bahan(), slot, difoto=difoto)
        jalur = self.arsip.taruh(f"documents/{self.kunci}/{slot}{'' if n == 1 else f'-{n}'}.pdf", isi)
        self._catat(oleh, "unggah", slot=slot, berkas=jalur, nama=self._nama_asal(slot, difoto), pasang=pasang)

    def bahan(self) -> Bahan:
        """What papers of this case are made from, as of now."""
        return Bahan(self.o, self.saat.date(), self.k.tokoh["pimpinan"], tmt=self.tmt, baru=self.baru)

    def nip(self, siapa: str) -> str:
        """ "pns", "pembuat", "pengelola" or the key of a person with a story."""
        if siapa == "pembuat":
            return self.nip(self.pembuat)
        if siapa == "pns":
            return self.o.nip
        return akun.pengelola(self.k, self.o.opd).nip if siapa == "pengelola" else self.k.tokoh[siapa].nip

    @property
    def verifikator(self) -> str:
        """Who checks it: by turns, never who made it."""
        if self.pembuat.startswith("verifikator"):
            return "verifikator_1" if self.pembuat == "verifikator_2" else "verifikator_2"
        return f"verifikator_{int(self.kunci[-2:]) % 2 + 1}"

    def _nama_asal(self, slot: str, difoto: str) -> str:
        """As people name their files."""
        if difoto:
            return f"IMG_{self.saat:%Y%m%d_%H%M%S}.pdf"
        depan = self.o.nama.split()[0].lower()
        return self.acak.choice(
            (
                f"{slot}.pdf",
                f"scan {slot.replace('-', ' ')}.pdf",
                f"{slot.upper()}_{depan}.pdf",
                f"{depan} {slot} FIX.pdf",
            )
        )


def mulai_kerja(bulan_awal: date, urutan: int) -> datetime:
    """A morning early in a month, on a working day."""
    hari = bulan_awal.replace(day=3 + urutan % 6)
    while hari.weekday() > 4:
        hari += timedelta(days=1)
    return datetime(hari.year, hari.month, hari.day, 8 + urutan % 3, urutan * 7 % 60, tzinfo=WIB)
