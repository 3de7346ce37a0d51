"""A deployment's settings: a TOML file whose commented example is its documentation. Every mistake with file, line, and the way out."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from infra.tempat import Berhenti

Nilai = str | int | bool | list[str]
Periksa = Callable[[Any], str]
"""Answers the sentence that helps, or "" when the value will do."""


class Butir(NamedTuple):
    """One setting "section.name": its default (None: must be written) and what is asked of it."""

    bawaan: Nilai | None
    periksa: Periksa = lambda _: ""


class Salah(NamedTuple):
    """One mistake: the line it stands on (the section's, where something is missing), and the sentence."""

    baris: int
    kalimat: str


Aturan = Mapping[str, Butir]


def baca(berkas: Path, aturan: Aturan) -> dict[str, Any]:
    """The settings as "section.name" -> value, defaults filled in. Raises Berhenti that lists every mistake."""
    try:
        teks = berkas.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as sebab:
        raise Berhenti(f"{berkas} tidak dapat dibaca: {getattr(sebab, 'strerror', 'bukan teks UTF-8')}.") from None
    salah = periksa(teks, aturan)
    if salah:
        raise Berhenti("\n".join(f"{berkas}:{s.baris}: {s.kalimat}" for s in salah))
    isi = _rata(tomllib.loads(teks))
    return {nama: isi.get(nama, b.bawaan) for nama, b in aturan.items()}


def periksa(teks: str, aturan: Aturan) -> list[Salah]:
    """Every mistake in the text, in the order of its lines."""
    try:
        isi = _rata(tomllib.loads(teks))
    except tomllib.TOMLDecodeError as sebab:
        return [_bukan_toml(str(sebab), teks)]
    salah = [_asing(nama, teks, aturan) for nama in isi if nama not in aturan]
    for nama, butir in aturan.items():
        if nama in isi:
            kalimat = _jenis(butir.bawaan, isi[nama]) or butir.periksa(isi[nama])
            salah += [Salah(_baris(teks, nama), f"{nama}: {kalimat}")] if kalimat else []
        elif butir.bawaan is None:
            salah.append(Salah(_baris(teks, nama), f"{nama}: wajib diisi. Lihat keterangannya di contoh.toml."))
    return sorted(salah)


def _rata(isi: Mapping[str, Any], awalan: str = "") -> dict[str, Any]:
    hasil: dict[str, Any] = {}
    for nama, nilai in isi.items():
        hasil |= _rata(nilai, f"{awalan}{nama}.") if isinstance(nilai, dict) else {awalan + nama: nilai}
    return hasil


def _bukan_toml(pesan: str, teks: str) -> Salah:
    letak = re.search(r"line (\d+)", pesan)
    baris = int(letak[1]) if letak else max(1, len(teks.splitlines()))
    berisi = [n for n, b in enumerate(teks.splitlines()[:baris], 1) if b.strip()]
    baris = berisi[-1] if berisi else 1
    isi = teks.splitlines()[baris - 1].strip() if berisi else ""
    return Salah(baris, f"baris ini bukan TOML: “{isi}”. Tulis nama = nilai; teks di antara tanda petik.")


def _asing(nama: str, teks: str, aturan: Aturan) -> Salah:
    mirip = difflib.get_close_matches(nama, list(aturan), 1, 0.6)
    lanjut = f"Mungkin maksudnya {mirip[0]}?" if mirip else "Hapus, atau cocokkan dengan contoh.toml."
    return Salah(_baris(teks, nama), f"{nama}: bukan setelan SIKAP. {lanjut}")


def _jenis(bawaan: Nilai | None, nilai: object) -> str:
    if isinstance(bawaan, bool):
        return "" if isinstance(nilai, bool) else "tulis true atau false, tanpa tanda petik."
    if isinstance(bawaan, int):
        return "" if isinstance(nilai, int) and not isinstance(nilai, bool) else "tulis angka bulat tanpa tanda petik."
    if isinstance(bawaan, list):
        benar = isinstance(nilai, list) and all(isinstance(n, str) for n in nilai)
        return "" if benar else 'tulis daftar teks, misalnya ["satu", "dua"].'
    return "" if isinstance(nilai, str) else "tulis sebagai teks di antara tanda petik."


def _baris(teks: str, nama: str) -> int:
    """Where a setting stands; its section's heading when it is missing, line 1 when that is missing too."""
    bagian, _, kunci = nama.rpartition(".")
    kini, judul = "", 1
    for nomor, baris in enumerate(teks.splitlines(), 1):
        if kepala := re.match(r"\s*\[+\s*([^\]]+?)\s*\]", baris):
            kini = kepala[1]
            judul = nomor if kini == bagian else judul
        elif kini == bagian and re.match(rf"\s*[\"']?{re.escape(kunci)}[\"']?\s*=", baris):
            return nomor
    return judul


def pilihan(*boleh: str) -> Periksa:
    """One of these words."""
    return lambda nilai: "" if nilai in boleh else f"pilih salah satu: {', '.join(boleh)}."


def pola(bentuk: str, kalimat: str) -> Periksa:
    """Text of this form."""
    return lambda nilai: "" if re.fullmatch(bentuk, nilai) else kalimat


def antara(kecil: int, besar: int) -> Periksa:
    """A number in this range."""
    return lambda nilai: "" if kecil <= nilai <= besar else f"harus antara {kecil} dan {besar}."
