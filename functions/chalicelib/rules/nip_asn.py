"""NIP in a cell: 18 digits as text, or a refusal that says what happened to it and what it might have been (domain 7.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chalicelib.rules import baca_sel as sel
from schemas.nip import baca_nip

Sel = str | float | None
_ILMIAH = re.compile(r"^[0-9][.,]?[0-9]*[eE]\+?[0-9]+$")
UMUR_CPNS = range(15, 41)


class Tolak(Exception):
    """A row that cannot be taken."""

    def __init__(self, kode: str, pesan: str) -> None:
        super().__init__(pesan)
        self.kode, self.pesan = kode, pesan


def baca_nip_sel(x: Sel, lahir: Sel, cpns: Sel, kelamin: str | None) -> str:
    """The 18 digits. Raises Tolak; the other facts of the row serve only to suggest a reading."""
    if isinstance(x, float):
        raise Tolak(
            "nip-numeric",
            "NIP tersimpan sebagai bilangan, sehingga angka terakhirnya hilang. Ubah kolomnya menjadi teks.",
        )
    isi = sel.teks(x)
    if not isi:
        raise Tolak("nip-empty", "NIP tidak diisi.")
    if _ILMIAH.match(isi):
        raise Tolak(
            "nip-scientific-text",
            "NIP tertulis seperti 1,97E+17: angkanya sudah hilang. Ambil lagi dari sumbernya sebagai teks.",
        )
    angka = re.sub(r"[^0-9]", "", isi)
    if len(angka) != 18:
        raise _panjang(angka, sel.teks(lahir), sel.teks(cpns), kelamin)
    if baca_nip(angka) is None:
        raise _mustahil(angka)
    return angka


def _mustahil(angka: str) -> Tolak:
    bulan = int(angka[12:14])
    if bulan > 12:
        return Tolak(
            "nip-impossible-month", "Angka ke-13 dan 14 bukan bulan; mungkin ini nomor PPPK, yang tidak naik pangkat."
        )
    if angka[14] not in "12":
        return Tolak("nip-impossible-sex", "Angka ke-15 NIP harus 1 atau 2.")
    if not _tanggal_ada(angka[:8]):
        return Tolak("nip-impossible-birth-date", "Delapan angka pertama NIP bukan tanggal lahir yang ada.")
    return Tolak("nip-impossible", "NIP ini tidak mungkin: bulan 00 atau nomor urut 000.")


def _tanggal_ada(delapan: str) -> bool:
    return sel.tanggal(f"{delapan[6:8]}-{delapan[4:6]}-{delapan[:4]}") is not None


def _panjang(angka: str, lahir: str, cpns: str, kelamin: str | None) -> Tolak:
    if len(angka) == 16:
        return Tolak("nip-16-digits", "Ini 16 angka: mungkin NIK atau NUPTK. NIP 18 angka.")
    if len(angka) == 9:
        return Tolak("nip-9-digits", "Ini NIP lama (9 angka). Pakai NIP baru 18 angka.")
    pesan = f"NIP harus 18 angka; ini {len(angka)}."
    if calon := saran(angka, lahir, cpns, kelamin):
        pesan += f" Mungkin maksudnya {calon}; cocokkan dengan SK CPNS."
    return Tolak(f"nip-{len(angka)}-digits" if 0 < len(angka) < 40 else "nip-length", pesan)


def saran(angka: str, lahir: str, cpns: str, kelamin: str | None) -> str | None:
    """The only reading with one digit added (or left out) that passes every check and agrees with the record."""
    calon = {c for c in _calon(angka) if _cocok(c, lahir, cpns, kelamin)}
    return calon.pop() if len(calon) == 1 else None


def _calon(angka: str) -> Iterator[str]:
    if len(angka) == 17:
        yield from (angka[:i] + d + angka[i:] for i in range(18) for d in "0123456789")
    if len(angka) == 19:
        yield from (angka[:i] + angka[i + 1 :] for i in range(19))


def _cocok(nip: str, lahir: str, cpns: str, kelamin: str | None) -> bool:
    isi = baca_nip(nip)
    if isi is None or isi.tahun_cpns - isi.tanggal_lahir.year not in UMUR_CPNS:
        return False
    tgl_lahir, tgl_cpns = sel.tanggal(lahir), sel.tanggal(cpns)
    return (
        (tgl_lahir is None or tgl_lahir == isi.tanggal_lahir)
        and (tgl_cpns is None or (tgl_cpns.year, tgl_cpns.month) == (isi.tahun_cpns, isi.bulan_cpns))
        and (kelamin is None or kelamin == isi.jenis_kelamin)
    )
