"""The rule tables, read once: every number of the law with the dates between which it holds.

`aturan().pada(tmt)` answers the edition in force on a date. A folder of one's own (`muat(folder)`) is read the same way.
"""

from __future__ import annotations

import hashlib
import tomllib
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from schemas import aturan_baris as b
from schemas.golongan import Golongan
from schemas.usulan import Jenis

FOLDER = Path(__file__).parent / "aturan"


class AturanRusak(ValueError):
    """The tables can't be used: each of `kalimat` names a file, a row and what is wrong with it."""

    def __init__(self, kalimat: list[str]) -> None:
        super().__init__("\n".join(kalimat))
        self.kalimat = tuple(kalimat)


@dataclass(frozen=True)
class Edisi:
    """Every table as it stands on one date: {key: row}."""

    periode: b.BarisPeriode | None
    tenggat: b.BarisTenggat | None
    syarat: Mapping[tuple[Jenis, str], b.BarisSyarat]
    pengabdian: Mapping[int, b.BarisPengabdian]
    pendidikan: Mapping[str, b.BarisPendidikan]
    penyesuaian: Mapping[str, b.BarisPenyesuaian]
    eselon: Mapping[str, b.BarisEselon]
    bup: Mapping[str, b.BarisBup]
    jenjang: dict[str, b.BarisJenjang]
    butuh: Mapping[tuple[str, Golongan], b.BarisButuh]
    predikat: Mapping[str, b.BarisPredikat]
    ujian: Mapping[Golongan, b.BarisUjian]
    kedudukan: Mapping[str, b.BarisKedudukan]
    hukuman: Mapping[str, b.BarisHukuman]
    atasan: Mapping[Jenis, b.BarisAtasan]
    angka: Mapping[str, b.BarisAngka]
    gaji: Mapping[tuple[Golongan, int], b.BarisGaji]
    potongan: Mapping[str, b.BarisPotongan]
    penandatangan: Mapping[Golongan, b.BarisPenandatangan]
    berkas: Mapping[tuple[str, Jenis, str], b.BarisBerkas]
    retensi: Mapping[b.KelasRetensi, b.BarisRetensi]

    @cached_property
    def berkas_jenis(self) -> Mapping[Jenis, tuple[b.BarisBerkas, ...]]:
        """The documents of each kind, in the order of the table."""
        return {j: tuple(r for (_, jenis, _), r in self.berkas.items() if jenis is j) for j in Jenis}

    @cached_property
    def nama_jenjang(self) -> Mapping[tuple[str, str | None], str]:
        """Names of levels as people write them (lower case, old ones too) with and without category -> the table's name."""
        nama: dict[tuple[str, str | None], str] = {}
        for r in reversed(self.jenjang.values()):
            nama |= {(r.nama_lama.lower(), k): r.jenjang for k in (None, r.kategori) if r.nama_lama}
        for r in self.jenjang.values():
            nama |= {(r.jenjang.lower(), k): r.jenjang for k in (None, r.kategori)}
        return nama

    @cached_property
    def bup_nama(self) -> tuple[tuple[str, b.BarisBup], ...]:
        """Beginnings of names of posts that have a retirement age of their own."""
        return tuple((k[5:], r) for k, r in self.bup.items() if k.startswith("nama "))


class Aturan:
    """All rows, and the editions they make. Build it with `muat`."""

    def __init__(self, baris: Mapping[str, tuple[b.Baris, ...]], edisi: str) -> None:
        self.baris = baris
        self.edisi = edisi
        """A short digest of all tables: kept with every verdict."""
        self.sejak = min((r.berlaku_mulai for r in baris["syarat"]), default=date.max)
        semua = [r for tabel in baris.values() for r in tabel]
        batas = {r.berlaku_mulai for r in semua} | {
            r.berlaku_sampai + timedelta(days=1) for r in semua if r.berlaku_sampai
        }
        self.batas = (date.min, *sorted(batas))
        """Days on which something in the tables changes, in order."""
        self._edisi = [self._pada(d) for d in self.batas]

    def pada(self, tanggal: date) -> Edisi:
        """The edition in force on this date."""
        return self._edisi[bisect_right(self.batas, tanggal) - 1]

    def _pada(self, d: date) -> Edisi:
        isi: dict[str, Any] = {
            nama: {k: r for r in tabel if _berlaku(r, d) for k in r.kunci()} for nama, tabel in self.baris.items()
        }
        return Edisi(**{**isi, "periode": isi["periode"].get(()), "tenggat": isi["tenggat"].get(())})


def _berlaku(r: b.Baris, d: date) -> bool:
    return r.berlaku_mulai <= d and (r.berlaku_sampai is None or d <= r.berlaku_sampai)


@cache
def aturan() -> Aturan:
    """The tables that come with SIKAP."""
    return muat(FOLDER)


def muat(folder: Path) -> Aturan:
    """Read every *.toml of a folder. Raises AturanRusak with one sentence per fault, all at once."""
    salah: list[str] = []
    baris: dict[str, list[tuple[str, b.Baris]]] = {nama: [] for nama in b.TABEL}
    isi = {p.name: p.read_bytes() for p in sorted(folder.glob("*.toml"))}
    for nama, teks in isi.items():
        _baca(nama, teks, baris, salah)
    for nama, tabel in baris.items():
        salah += [] if tabel else [f"Tabel {nama} tidak ada dalam {folder}."]
        salah += _tumpang_tindih(tabel)
    if salah:
        raise AturanRusak(salah)
    sidik = hashlib.sha256(b"\0".join(isi.values())).hexdigest()[:12]
    return Aturan({n: tuple(r for _, r in t) for n, t in baris.items()}, sidik)


def _baca(nama: str, teks: bytes, baris: dict[str, list[tuple[str, b.Baris]]], salah: list[str]) -> None:
    try:
        isi = tomllib.loads(teks.decode(), parse_float=Decimal)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as galat:
        salah.append(f"{nama}: tidak terbaca sebagai TOML ({galat}).")
        return
    for tabel, rows in isi.items():
        if tabel not in b.TABEL or not isinstance(rows, list):
            salah.append(f"{nama}: tabel [[{tabel}]] tidak dikenal; yang dikenal: {', '.join(b.TABEL)}.")
            continue
        for n, row in enumerate(rows, start=1):
            _satu(f"{nama}, [[{tabel}]] baris ke-{n}", b.TABEL[tabel], row, baris[tabel], salah)


def _satu(di: str, kelas: type[b.Baris], row: object, tabel: list[tuple[str, b.Baris]], salah: list[str]) -> None:
    try:
        r = kelas.model_validate(row)
    except ValidationError as galat:
        for e in galat.errors():
            bidang = ".".join(map(str, e["loc"]))
            salah.append(f"{di}: {bidang} {_KATA.get(e['type'], 'tidak dapat dipakai: ' + e['msg'])}.")
        return
    if r.berlaku_sampai and r.berlaku_sampai < r.berlaku_mulai:
        salah.append(f"{di}: berlaku_sampai {r.berlaku_sampai} lebih awal daripada berlaku_mulai {r.berlaku_mulai}.")
    if not date(1945, 8, 17) <= r.berlaku_mulai <= date(2200, 1, 1):
        salah.append(f"{di}: berlaku_mulai {r.berlaku_mulai} tidak masuk akal.")
    tabel.append((di, r))


_KATA = {"missing": "belum diisi", "extra_forbidden": "bukan kolom tabel ini", "string_too_short": "terlalu pendek"}


def _tumpang_tindih(tabel: list[tuple[str, b.Baris]]) -> list[str]:
    salah, per_kunci = [], dict[Any, list[tuple[date, date, str]]]()
    for di, r in tabel:
        for k in r.kunci():
            per_kunci.setdefault(k, []).append((r.berlaku_mulai, r.berlaku_sampai or date.max, di))
    for rentang in per_kunci.values():
        rentang.sort()
        for (_, sampai, satu), (mulai, _, dua) in zip(rentang, rentang[1:], strict=False):
            if mulai <= sampai:
                salah.append(f"{dua}: masa berlakunya bertumpang tindih dengan {satu}; isi berlaku_sampai yang lama.")
    return list(dict.fromkeys(salah))
