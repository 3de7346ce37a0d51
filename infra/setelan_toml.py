"""A deployment's settings: a TOML file whose commented example is its documentation. Every mistake with file, line, and the way out."""

from __future__ import annotations

import difflib
import json
import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from infra.tempat import Berhenti

Nilai = str | int | float | bool | list[str]
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
Sepadan = Callable[[Mapping[str, Any]], Mapping[str, str]]
"""What settings ask of each other: all of them, defaults filled in -> the setting to change and the sentence that helps."""


def baca(berkas: Path, aturan: Aturan, sepadan: Sepadan = lambda _: {}) -> dict[str, Any]:
    """The settings as "section.name" -> value, defaults filled in. Raises Berhenti that lists every mistake."""
    try:
        teks = berkas.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as sebab:
        raise Berhenti(f"{berkas} tidak dapat dibaca: {getattr(sebab, 'strerror', 'bukan teks UTF-8')}.") from None
    if salah := periksa(teks, aturan, sepadan):
        raise Berhenti("\n".join(f"{berkas}:{s.baris}: {s.kalimat}" for s in salah))
    return _lengkap(_rata(tomllib.loads(teks)), aturan)


def tulis(isi: Mapping[str, Any]) -> str:
    """The settings as a file that `baca` reads: what JSON writes for text, numbers, truth and lists is TOML too."""
    bagian: dict[str, list[str]] = {}
    for nama, nilai in isi.items():
        kepala, _, kunci = nama.rpartition(".")
        bagian.setdefault(kepala, []).append(f"{kunci} = {json.dumps(nilai, ensure_ascii=False)}")
    return "\n".join(f"[{kepala}]\n" + "\n".join(baris) + "\n" for kepala, baris in bagian.items())


def _lengkap(isi: Mapping[str, Any], aturan: Aturan) -> dict[str, Any]:
    return {nama: isi.get(nama, b.bawaan) for nama, b in aturan.items()}


def periksa(teks: str, aturan: Aturan, sepadan: Sepadan = lambda _: {}) -> list[Salah]:
    """Every mistake in the text, in the order of its lines. `sepadan` is asked when each setting for itself will do."""
    if bentuk := _bukan_toml(teks):
        return bentuk
    isi = _rata(tomllib.loads(teks))
    salah = [_asing(nama, teks, aturan) for nama in isi if nama not in aturan]
    for nama, butir in aturan.items():
        if nama in isi:
            kalimat = _jenis(butir.bawaan, isi[nama]) or _sebaris(isi[nama]) or butir.periksa(isi[nama])
            salah += [Salah(_baris(teks, nama), f"{nama}: {kalimat}")] if kalimat else []
        elif butir.bawaan is None:
            salah.append(Salah(_baris(teks, nama), f"{nama}: wajib diisi. Lihat keterangannya di contoh.toml."))
    bersama = {} if salah else sepadan(_lengkap(isi, aturan))
    return sorted([*salah, *(Salah(_baris(teks, nama), f"{nama}: {kalimat}") for nama, kalimat in bersama.items())])


def _rata(isi: Mapping[str, Any], awalan: str = "") -> dict[str, Any]:
    hasil: dict[str, Any] = {}
    for nama, nilai in isi.items():
        hasil |= _rata(nilai, f"{awalan}{nama}.") if isinstance(nilai, dict) else {awalan + nama: nilai}
    return hasil


def _bukan_toml(teks: str) -> list[Salah]:
    """Each line that is no TOML: where one is found, the next is looked for without it."""
    salah: list[Salah] = []
    baris = teks.splitlines()
    while any(baris):
        try:
            tomllib.loads("\n".join(baris))
            break
        except tomllib.TOMLDecodeError as sebab:
            nomor = _letak(str(sebab), baris)
            salah.append(Salah(nomor, _kalimat_toml(str(sebab), baris[nomor - 1].strip())))
            baris[nomor - 1] = ""
    return salah


def _letak(pesan: str, baris: Sequence[str]) -> int:
    """The last line with anything in it up to where the reader stopped."""
    letak = re.search(r"line (\d+)", pesan)
    sampai = baris[: int(letak[1])] if letak else baris
    return max((n for n, b in enumerate(sampai, 1) if b.strip()), default=next(n for n, b in enumerate(baris, 1) if b))


def _kalimat_toml(pesan: str, isi: str) -> str:
    if "overwrite" in pesan or "twice" in pesan:
        return f"“{isi}” sudah ditulis di atas. Hapus salah satu."
    return f"baris ini bukan TOML: “{isi}”. Tulis nama = nilai; teks di antara tanda petik."


def _asing(nama: str, teks: str, aturan: Aturan) -> Salah:
    mirip = difflib.get_close_matches(nama, list(aturan), 1, 0.6)
    lanjut = f"Mungkin maksudnya {mirip[0]}?" if mirip else "Hapus, atau cocokkan dengan contoh.toml."
    return Salah(_baris(teks, nama), f"{nama}: bukan setelan SIKAP. {lanjut}")


def _jenis(bawaan: Nilai | None, nilai: object) -> str:
    if isinstance(bawaan, bool):
        return "" if isinstance(nilai, bool) else "tulis true atau false, tanpa tanda petik."
    if isinstance(bawaan, int):
        return "" if isinstance(nilai, int) and not isinstance(nilai, bool) else "tulis angka bulat tanpa tanda petik."
    if isinstance(bawaan, float):
        benar = isinstance(nilai, int | float) and not isinstance(nilai, bool)
        return "" if benar else "tulis angka tanpa tanda petik, misalnya 20.0."
    if isinstance(bawaan, list):
        benar = isinstance(nilai, list) and all(isinstance(n, str) for n in nilai)
        return "" if benar else 'tulis daftar teks, misalnya ["satu", "dua"].'
    return "" if isinstance(nilai, str) else "tulis sebagai teks di antara tanda petik."


def _sebaris(nilai: Nilai) -> str:
    """No setting has a line break or another sign that is not seen: it would become a line of its own in the files made of it."""
    teks = nilai if isinstance(nilai, list) else [nilai] if isinstance(nilai, str) else []
    if all(t.isprintable() for t in teks):
        return ""
    return "tulis dalam satu baris. Hapus ganti baris, tab, dan tanda lain yang tidak tampak."


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


def sasaran(nama: str) -> Periksa:
    """The kind of deployment that these rules are for."""
    kalimat = 'tulis "server" (contoh: infra/server/contoh.toml) atau "aws" (contoh: infra/aws/contoh.toml).'
    return lambda nilai: "" if nilai == nama else kalimat


def pola(bentuk: str, kalimat: str) -> Periksa:
    """Text of this form."""
    return lambda nilai: "" if re.fullmatch(bentuk, nilai) else kalimat


def antara(kecil: int, besar: int) -> Periksa:
    """A number in this range."""
    return lambda nilai: "" if kecil <= nilai <= besar else f"harus antara {kecil} dan {besar}."


def di_atas(batas: float, besar: float) -> Periksa:
    """A number above `batas`, up to `besar`."""
    return lambda nilai: "" if batas < nilai <= besar else f"harus lebih dari {batas}, paling banyak {besar}."
