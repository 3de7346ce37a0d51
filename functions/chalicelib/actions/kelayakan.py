"""Kelayakan as text: an array of people in, an array of answers out (`infra/sikap kelayakan --json`). Keeps nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from types import UnionType
from typing import Any, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError

from chalicelib.galat import TakSah, TemuanGalat
from chalicelib.rules.kelayakan import nilai_banyak
from schemas.aturan import Aturan, aturan
from schemas.kelayakan import Jawaban, Orang
from schemas.kelayakan_skema import skema

KATA = {
    "missing": "Belum diisi.",
    "date_parsing": "Tulis tanggal yang ada dalam kalender sebagai TTTT-BB-HH, misalnya 2026-04-01.",
    "date_from_datetime_parsing": "Tulis tanggal yang ada dalam kalender sebagai TTTT-BB-HH, misalnya 2026-04-01.",
    "date_type": "Tulis tanggal sebagai TTTT-BB-HH, misalnya 2026-04-01.",
    "string_pattern_mismatch": "Harus terdiri dari angka saja, sebanyak yang ditentukan.",
    "int_type": "Tulis sebagai bilangan bulat.",
    "bool_type": "Tulis true atau false.",
    "string_type": "Tulis sebagai teks.",
    "list_type": "Tulis sebagai daftar dalam tanda [ ]; [] berarti tidak ada.",
    "model_type": "Tulis sebagai objek dalam tanda { }.",
    "decimal_parsing": 'Tulis sebagai bilangan, misalnya "12.50".',
    "decimal_type": 'Tulis sebagai bilangan, misalnya "12.50".',
}


def jawab_json(teks: str | bytes, tabel: Aturan | None = None) -> str:
    """Judge every person of a JSON array; `tabel` in place of the rules that come with SIKAP. Raises TakSah: each finding has the path of its field."""
    try:
        mentah = json.loads(teks)
    except (ValueError, RecursionError) as galat:
        raise TakSah(
            "Isi berkas tidak terbaca sebagai JSON.",
            kode="json-tak-terbaca",
            petunjuk="Periksa tanda kurung, koma dan tanda kutip pada tempat yang disebut.",
            temuan=[TemuanGalat("json-tak-terbaca", f"Berhenti terbaca di sini: {galat}", "$")],
        ) from galat
    _tolak(list(_kunci_keliru(mentah, list[Orang], "$")))
    try:
        orang = _orang().validate_json(teks, strict=True)
    except ValidationError as galat:
        _tolak([TemuanGalat("isian-tak-sah", _kalimat(e), _jalan(e["loc"])) for e in galat.errors()])
        raise
    return _jawaban().dump_json(nilai_banyak(orang, tabel or aturan())).decode()


def skema_json() -> str:
    """Shapes, codes and two complete pairs, as indented JSON."""
    return json.dumps(skema(), ensure_ascii=False, indent=2)


def _tolak(temuan: list[TemuanGalat]) -> None:
    if temuan:
        satu = temuan[0]
        raise TakSah(
            f"{satu.bidang}: {satu.pesan}",
            petunjuk="Perbaiki bidang yang disebut, lalu jalankan lagi. Bentuk lengkapnya: sikap kelayakan --skema.",
            temuan=temuan,
        )


def _jalan(loc: tuple[int | str, ...]) -> str:
    """("0", "golongan", 1, "tmt") -> "$[0].golongan[1].tmt"; names of alternatives inside a field are left out."""
    bagian = [x for x in loc if isinstance(x, int) or not x.startswith(("function-", "constrained-"))]
    while len(bagian) > 1 and bagian[-1] in ("date", "bool"):
        bagian.pop()
    return "$" + "".join(f"[{x}]" if isinstance(x, int) else f".{x}" for x in bagian)


def _kalimat(e: Any) -> str:
    jenis, ctx = e["type"], e.get("ctx", {})
    if e["loc"][-1:] == ("nip",):
        return "NIP harus terdiri dari 18 angka." if jenis != "missing" else "Masukkan NIP."
    if e["loc"][-1:] in (("gol",), ("atasan_golongan",)) and jenis != "missing":
        return 'Tulis golongan ruang dari I/a sampai IV/e, misalnya "III/a".'
    if jenis in ("literal_error", "enum"):
        return f"Pilih salah satu: {ctx.get('expected', '').replace(' or ', ' atau ')}."
    if jenis in ("greater_than_equal", "less_than_equal"):
        batas = "paling kecil" if "ge" in ctx else "paling besar"
        return f"Nilainya {batas} {ctx.get('ge', ctx.get('le'))}."
    if jenis == "string_too_long":
        return f"Paling panjang {ctx.get('max_length')} huruf."
    return KATA.get(jenis, "Bentuk isian ini tidak dikenal.")


def _kunci_keliru(isi: object, bentuk: object, jalan: str) -> Iterator[TemuanGalat]:
    """Keys that are nearly one of ours are slips of the pen and are refused; keys of the sender's own pass unread."""
    kelas = _kelas(bentuk)
    if isinstance(isi, list):
        for n, satu in enumerate(isi):
            yield from _kunci_keliru(satu, kelas, f"{jalan}[{n}]")
    elif isinstance(isi, dict) and kelas is not None:
        for kunci, nilai in isi.items():
            if kunci in kelas.model_fields:
                yield from _kunci_keliru(nilai, kelas.model_fields[kunci].annotation, f"{jalan}.{kunci}")
            elif mirip := get_close_matches(kunci, kelas.model_fields, 1, 0.8):
                yield TemuanGalat("kunci-keliru", f"Kunci ini tidak dikenal; mungkin {mirip[0]}.", f"{jalan}.{kunci}")


@cache
def _kelas_tetap(bentuk: Any) -> type[BaseModel] | None:
    if isinstance(bentuk, type) and not get_args(bentuk):
        return bentuk if issubclass(bentuk, BaseModel) else None
    if get_origin(bentuk) in (list, UnionType) or get_args(bentuk):
        return next((k for x in get_args(bentuk) if (k := _kelas_tetap(x))), None)
    return None


def _kelas(bentuk: object) -> type[BaseModel] | None:
    try:
        return _kelas_tetap(bentuk)
    except TypeError:
        return None


@cache
def _orang() -> TypeAdapter[list[Orang]]:
    return TypeAdapter(list[Orang])


@cache
def _jawaban() -> TypeAdapter[list[Jawaban]]:
    return TypeAdapter(list[Jawaban])
