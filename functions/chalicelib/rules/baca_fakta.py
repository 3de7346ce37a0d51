"""Rows of a table of histories as facts: each cell read the way offices write it; a row that cannot be is refused with a reason. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from chalicelib.galat import TakSah
from chalicelib.rules import baca_sel as sel
from chalicelib.rules.baca_sel import Sel, teks
from chalicelib.rules.baca_tanggal import tanggal, tiada
from chalicelib.rules.daftar_asn import Temuan
from chalicelib.rules.kolom_fakta import NIP, SUMBER
from chalicelib.rules.nip_asn import Sekitar, Tolak, baca_nip_sel
from chalicelib.rules.riwayat import baca_isi
from schemas.fakta import KOLOM, JenisFakta

TANGGAL = frozenset({"tmt", "pelantikan", "sampai", "diakui_sejak", "per", "lulus", "mulai", "selesai"})
BULAT = frozenset({"mkg_tahun", "mkg_bulan", "tahun", "tahun_lulus", "bulan"})


@dataclass(frozen=True)
class FaktaTerbaca:
    """One row that can be taken: the sheet's row number, whose it is, the fact, and the decree it names."""

    baris: int
    nip: str
    isi: dict[str, Any]
    sumber: str


@dataclass
class HasilRiwayat:
    """What was read: rows by person in order of the sheet, and refusals per row."""

    jenis: JenisFakta
    jumlah: int = 0
    orang: dict[str, list[FaktaTerbaca]] = field(default_factory=dict)
    ditolak: list[Temuan] = field(default_factory=list)


def baca(
    baris: Sequence[Sequence[Sel]], jenis: JenisFakta, letak: Mapping[str, int], *, hari_ini: date, mulai: int = 2
) -> HasilRiwayat:
    """Every row. `letak`: column -> place; `mulai`: the sheet's number of the first row."""
    hasil = HasilRiwayat(jenis)
    for nomor, satu in enumerate(baris, start=mulai):
        sel_ = {n: satu[i] if i < len(satu) else None for n, i in letak.items()}
        if not any(teks(s) for s in sel_.values()):
            continue
        hasil.jumlah += 1
        try:
            nip, kata = baca_nip_sel(sel_[NIP], Sekitar(None, None, None), hari_ini)
            isi = {n: _sel(jenis, n, sel_[n]) for n in (k.nama for k in KOLOM[jenis]) if n in sel_}
            fakta = baca_isi(jenis, isi, lahir=kata.tanggal_lahir, hari_ini=hari_ini)
        except Tolak as tolak:
            hasil.ditolak.append(Temuan(nomor, tolak.kode, tolak.pesan))
        except TakSah as galat:
            hasil.ditolak.append(Temuan(nomor, galat.temuan[0].kode, " ".join(t.pesan for t in galat.temuan)))
        else:
            hasil.orang.setdefault(nip, []).append(FaktaTerbaca(nomor, nip, fakta, teks(sel_.get(SUMBER))[:120]))
    return hasil


def _sel(jenis: JenisFakta, nama: str, x: Sel) -> object:
    if nama in TANGGAL:
        return _tanggal(x)
    if nama in BULAT:
        return _bulat(x)
    baca_ = BACA.get((jenis, nama))
    isi = teks(x)
    return (baca_(isi) if baca_ else isi) if isi else None


def _tanggal(x: Sel) -> str | None:
    if tiada(x):
        return None
    d = tanggal(x)
    if d is None:
        raise Tolak("tanggal-tak-terbaca", f"Tanggal “{teks(x)[:40]}” tidak terbaca.")
    return d.isoformat()


def _bulat(x: Sel) -> int | None:
    if x is None or (isinstance(x, str) and not x.strip(" -")):
        return None
    n = sel.angka(x)
    if n is None:
        raise Tolak("bukan-angka", f"“{teks(x)[:40]}” bukan bilangan bulat.")
    return n


def _pilih(*pola: tuple[str, str]) -> Callable[[str], str]:
    """The first code whose pattern the words match; else the words themselves, which the schema then refuses."""
    daftar = [(re.compile(p, re.IGNORECASE), kode) for p, kode in pola]
    return lambda isi: next((kode for p, kode in daftar if p.search(isi)), isi)


_PREDIKAT = _pilih(
    (r"^sangat kurang", "Sangat Kurang"), (r"^(kurang|misconduct)", "Kurang"), (r"^(butuh|cukup)", "Butuh Perbaikan"),
    (r"^(sangat|amat) baik|^istimewa", "Sangat Baik"), (r"^baik|^sesuai", "Baik"),
)  # fmt: skip
BACA: dict[tuple[JenisFakta, str], Callable[[str], object]] = {
    (JenisFakta.GOLONGAN, "jenis"): _pilih((r"cpns|calon", "CPNS"), (r"^pns|pengangkatan pns", "PNS"), (r".", "KP")),
    (JenisFakta.JABATAN, "jenis"): _pilih(
        (r"struktural|pimpinan|administrator|pengawas", "struktural"), (r"umum|pelaksana", "pelaksana"), (r"fungsional", "fungsional")
    ),
    (JenisFakta.JABATAN, "kategori"): _pilih((r"terampil", "keterampilan"), (r"ahli", "keahlian")),
    (JenisFakta.JABATAN, "definitif"): _pilih((r"^(ya|1|true|definitif)", "true"), (r"^(tidak|0|false|plt|plh)", "false")),
    (JenisFakta.PENDIDIKAN, "tingkat"): lambda isi: sel.tingkat(isi, isi) or isi,
    (JenisFakta.KINERJA, "predikat"): _PREDIKAT,
    (JenisFakta.ANGKA_KREDIT, "jenis"): _pilih(
        (r"integrasi", "integrasi"), (r"pindah", "perpindahan"), (r"pendidikan|ijazah", "pendidikan"), (r"pak|penetapan|akumulasi", "pak")
    ),
    (JenisFakta.ANGKA_KREDIT, "nilai"): lambda isi: isi.replace(".", "").replace(",", ".") if "," in isi else isi,
    (JenisFakta.UJIAN, "jenis"): _pilih(
        (r"penyesuaian|^pi$|upkp", "PI"), (r"(ii|2)$", "UD2"), (r"(i|1)$", "UD1")
    ),
    (JenisFakta.HUKUMAN, "tingkat"): _pilih((r"^(r|ringan)", "ringan"), (r"^(s|sedang)", "sedang"), (r"^(b|berat)", "berat")),
}  # fmt: skip
