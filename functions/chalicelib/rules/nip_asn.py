"""NIP in a cell: 18 digits as text, or a refusal that says what happened to it and what it might have been (domain 7.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from chalicelib.rules.baca_sel import Sel, teks
from chalicelib.rules.waktu import tambah_bulan, tambah_tahun
from schemas.nip import IsiNip, baca_nip

_ILMIAH = re.compile(r"[0-9](?:[.,][0-9]*)?\s*[eE]\s*\+?[0-9]+")
LAHIR_PALING_AWAL = 1940
UMUR_CPNS = range(15, 41)
BULAN_KE_DEPAN = 6
"""A NIP is issued some months before its TMT CPNS, never years."""


class Tolak(Exception):
    """A row that cannot be taken. `angka`: the digits of a NIP with one too few or too many; `saran`: the one reading that fits."""

    def __init__(self, kode: str, pesan: str, angka: str = "", saran: str = "") -> None:
        super().__init__(pesan)
        self.kode, self.pesan, self.angka, self.saran = kode, pesan, angka, saran


class Sekitar(NamedTuple):
    """What else the row says of the person; it serves only to suggest a reading of a NIP that is no NIP."""

    lahir: date | None
    cpns: date | None
    kelamin: str | None


def baca_nip_sel(x: Sel, sekitar: Sekitar, hari_ini: date) -> tuple[str, IsiNip]:
    """The 18 digits and what they say. Raises Tolak."""
    if isinstance(x, float):
        raise Tolak(
            "nip-numeric",
            "NIP tersimpan sebagai bilangan, sehingga angka-angka terakhirnya hilang. Ambil lagi dari sumbernya sebagai teks.",
        )
    isi = teks(x)
    if not isi:
        raise Tolak("nip-empty", "NIP tidak diisi.")
    if _ILMIAH.fullmatch(isi):
        raise Tolak(
            "nip-scientific-text",
            f"NIP tertulis {isi[:20]}: angka-angka terakhirnya sudah hilang. Ambil lagi dari sumbernya sebagai teks.",
        )
    angka = re.sub(r"[^0-9]", "", isi)
    if len(angka) != 18:
        raise _panjang(angka, sekitar, hari_ini)
    _tolak_mustahil(angka, hari_ini)
    terbaca = baca_nip(angka)
    if terbaca is None:
        raise Tolak("nip-impossible", "NIP ini tidak mungkin ada. Cocokkan dengan SK CPNS.")
    return angka, terbaca


def _tolak_mustahil(angka: str, hari_ini: date) -> None:
    lahir, bulan = _tanggal(angka[:8]), int(angka[12:14])
    if lahir is None or lahir.year < LAHIR_PALING_AWAL or lahir > tambah_tahun(hari_ini, -UMUR_CPNS.start):
        raise Tolak(
            "nip-impossible-birth-date",
            f"Delapan angka pertama NIP ({angka[:8]}) bukan tanggal lahir seorang PNS. Cocokkan dengan SK CPNS.",
        )
    if bulan > 12:
        raise Tolak(
            "nip-pppk",
            f"Angka ke-13 dan 14 ({angka[12:14]}) bukan bulan. Mungkin ini nomor PPPK, yang tidak naik pangkat.",
        )
    if angka[14] not in "12":
        raise Tolak("nip-impossible-sex", f"Angka ke-15 NIP harus 1 (laki-laki) atau 2 (perempuan), bukan {angka[14]}.")
    if angka[15:] == "000":
        raise Tolak(
            "nip-impossible-serial",
            "Tiga angka terakhir NIP 000. Mungkin rusak oleh lembar kerja; ambil lagi dari sumbernya.",
        )
    cpns = _tanggal(f"{angka[8:14]}01")
    if (
        cpns is None
        or cpns < tambah_tahun(lahir.replace(day=1), UMUR_CPNS.start)
        or cpns > tambah_bulan(hari_ini, BULAN_KE_DEPAN)
    ):
        raise Tolak(
            "nip-impossible-cpns",
            f"Angka ke-9 sampai 14 NIP ({angka[8:14]}) bukan bulan CPNS yang mungkin. Cocokkan dengan SK CPNS.",
        )


def _tanggal(delapan: str) -> date | None:
    try:
        return date(int(delapan[:4]), int(delapan[4:6]), int(delapan[6:]))
    except ValueError:
        return None


def _panjang(angka: str, sekitar: Sekitar, hari_ini: date) -> Tolak:
    if len(angka) == 16:
        return Tolak("nip-16-digits", "Ini 16 angka: mungkin NIK atau NUPTK. NIP terdiri dari 18 angka.")
    if len(angka) == 9:
        return Tolak("nip-9-digits", "Ini 9 angka: mungkin NIP lama. Pakai NIP baru, 18 angka.")
    pesan = f"NIP harus terdiri dari 18 angka; ini {len(angka)}."
    if calon := saran(angka, sekitar, hari_ini):
        pesan += f" Mungkin maksudnya {calon}; cocokkan dengan SK CPNS."
    satu_keliru = angka if len(angka) in (17, 19) else ""
    return Tolak(f"nip-{len(angka)}-digits" if len(angka) < 40 else "nip-too-long", pesan, satu_keliru, calon or "")


def saran(angka: str, sekitar: Sekitar, hari_ini: date) -> str | None:
    """The only reading with one digit added (or left out) that passes every check and agrees with the row; None when none or several do."""
    calon = {c for c in _calon(angka) if _cocok(c, sekitar, hari_ini)}
    return calon.pop() if len(calon) == 1 else None


def _calon(angka: str) -> Iterator[str]:
    if len(angka) == 17:
        yield from (angka[:i] + d + angka[i:] for i in range(18) for d in "0123456789")
    if len(angka) == 19:
        yield from (angka[:i] + angka[i + 1 :] for i in range(19))


def _cocok(nip: str, sekitar: Sekitar, hari_ini: date) -> bool:
    try:
        _tolak_mustahil(nip, hari_ini)
    except Tolak:
        return False
    isi = baca_nip(nip)
    if isi is None or isi.tahun_cpns - isi.tanggal_lahir.year not in UMUR_CPNS:
        return False
    cpns = sekitar.cpns
    return (
        sekitar.lahir in (None, isi.tanggal_lahir)
        and (cpns is None or (cpns.year, cpns.month) == (isi.tahun_cpns, isi.bulan_cpns))
        and sekitar.kelamin in (None, isi.jenis_kelamin)
    )
