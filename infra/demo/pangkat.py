"""Ranks as the demo needs them: names, pay, masa kerja and limits, read as data from the rule tables of schemas/aturan."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

ATURAN = Path(__file__).resolve().parents[2] / "schemas" / "aturan"
GOLONGAN = (
    "I/a", "I/b", "I/c", "I/d", "II/a", "II/b", "II/c", "II/d", "III/a", "III/b", "III/c", "III/d",
    "IV/a", "IV/b", "IV/c", "IV/d", "IV/e",
)  # fmt: skip
NAMA = (
    "Juru Muda", "Juru Muda Tingkat I", "Juru", "Juru Tingkat I",
    "Pengatur Muda", "Pengatur Muda Tingkat I", "Pengatur", "Pengatur Tingkat I",
    "Penata Muda", "Penata Muda Tingkat I", "Penata", "Penata Tingkat I",
    "Pembina", "Pembina Tingkat I", "Pembina Utama Muda", "Pembina Utama Madya", "Pembina Utama",
)  # fmt: skip
MKG_AWAL = {"I/c": 36, "II/c": 36}
"""Months of masa kerja that come with the first appointment (domain 7.5)."""


def ke(gol: str) -> int:
    """Place of a golongan, 0..16."""
    return GOLONGAN.index(gol)


def nama(gol: str) -> str:
    """ "III/a" -> "Penata Muda"."""
    return NAMA[ke(gol)]


def kode(gol: str) -> str:
    """SIASN's two digits: "III/a" -> "31"."""
    rumawi, ruang = gol.split("/")
    return f"{('I', 'II', 'III', 'IV').index(rumawi) + 1}{'abcde'.index(ruang) + 1}"


def lanjut_mkg(lama: str, mkg: int, bulan: int, baru: str) -> int:
    """Masa kerja golongan in months after so many more, in the new rank (domain 7.5)."""
    potongan: dict[str, int] = {r["ke"]: r["tahun"] for r in tabel("gaji")["potongan"]}
    rumawi = ("I", "II", "III", "IV")
    dari, sampai = (rumawi.index(g.split("/")[0]) for g in (lama, baru))
    return max(0, mkg + bulan - 12 * sum(potongan.get(rumawi[i], 0) for i in range(dari + 1, sampai + 1)))


def gaji(gol: str, mkg_tahun: int) -> int:
    """Gaji pokok in rupiah."""
    baris = sorted((r for r in tabel("gaji")["gaji"] if r["golongan"] == gol), key=lambda r: r["mkg_awal"])
    r = next((r for r in reversed(baris) if r["mkg_awal"] <= mkg_tahun), baris[0])
    tangga: list[int] = r["gaji"]
    langkah: int = max(0, mkg_tahun - r["mkg_awal"]) // 2
    return tangga[min(langkah, len(tangga) - 1)] * 100


@cache
def awal(tingkat: str) -> str:
    """First rank by education."""
    return str(_pendidikan()[tingkat]["awal"])


@cache
def tertinggi(tingkat: str) -> int:
    """Place of the highest rank by KP reguler."""
    return ke(_pendidikan()[tingkat]["tertinggi"])


@cache
def eselon(kode_eselon: str) -> tuple[int, int]:
    """Places of the lowest and highest rank of a structural post."""
    r = next(r for r in tabel("jabatan")["eselon"] if r["eselon"] == kode_eselon)
    return ke(r["terendah"]), ke(r["tertinggi"])


@cache
def jenjang(nama_jenjang: str) -> tuple[int, int, int]:
    """Places of the lowest and highest rank of a level, and its coefficient times 100."""
    r = next(r for r in tabel("fungsional")["jenjang"] if r["jenjang"] == nama_jenjang)
    return ke(r["terendah"]), ke(r["tertinggi"]), round(float(r["koefisien"]) * 100)


@cache
def butuh(kategori: str, gol: int) -> int | None:
    """Angka kredit times 100 needed to leave a rank; None at the top of the category."""
    for r in tabel("fungsional")["butuh"]:
        if r["kategori"] == kategori and ke(r["golongan"]) == gol:
            return round(float(r["angka_kredit"]) * 100)
    return None


@cache
def persen(predikat: str) -> int:
    """What a rating is worth."""
    return int(next(r for r in tabel("fungsional")["predikat"] if r["predikat"] == predikat)["persen"])


def jenjang_untuk(kategori: str, gol: int) -> str | None:
    """The level whose range holds this rank."""
    for r in tabel("fungsional")["jenjang"]:
        if r["kategori"] == kategori and ke(r["terendah"]) <= gol <= ke(r["tertinggi"]):
            return str(r["jenjang"])
    return None


@cache
def _pendidikan() -> dict[str, Any]:
    return {r["tingkat"]: r for r in tabel("pendidikan")["pendidikan"]}


@cache
def tabel(nama_berkas: str) -> dict[str, Any]:
    """One rule table as data."""
    return tomllib.loads((ATURAN / f"{nama_berkas}.toml").read_text(encoding="utf-8"))
