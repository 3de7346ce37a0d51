"""Kelayakan as text: an array of people in, an array of answers out (`infra/sikap kelayakan --json`). Keeps nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel, TypeAdapter, ValidationError

from chalicelib.galat import TakSah, TemuanGalat
from chalicelib.rules.kelayakan import nilai_banyak
from schemas.aturan import Aturan, aturan
from schemas.kalimat import kalimat
from schemas.kelayakan import Jawaban, Orang
from schemas.kelayakan_skema import skema
from schemas.tanggal import tanggal_panjang

RENTANG = (
    ("hukuman", "mulai", "selesai"),
    ("cltn", "mulai", "selesai"),
    ("tugas_belajar", "mulai", "selesai"),
    ("dpk_dpb", "mulai", "selesai"),
    ("pejabat_negara", "mulai", "selesai"),
    ("jabatan", "tmt", "sampai"),
)
"""Lists of spells, and the names of their first and last day."""


def jawab_json(teks: str | bytes, tabel: Aturan | None = None) -> str:
    """Judge every person of a JSON array and answer a JSON array in the same order.

    `tabel` stands in for the rules that come with SIKAP. Raises TakSah: each finding has the path of its field
    ("$[0].golongan[1].tmt") and a sentence; nothing is judged then.
    """
    teks = teks.removeprefix("\ufeff") if isinstance(teks, str) else teks.removeprefix(b"\xef\xbb\xbf")
    try:
        mentah = json.loads(teks)
    except (ValueError, RecursionError) as galat:
        raise TakSah(
            "Isi berkas tidak terbaca sebagai JSON.",
            kode="json-rusak",
            petunjuk="Periksa tanda kurung, koma dan tanda kutip pada tempat yang disebut.",
            temuan=[TemuanGalat("json-rusak", _berhenti(galat), "$")],
        ) from galat
    _tolak(list(_kunci_keliru(mentah, Orang, "$")))
    try:
        orang = _orang().validate_json(teks, strict=True)
    except ValidationError as galat:
        _tolak(_temuan(galat))
        raise
    _tolak([salah for n, satu in enumerate(orang) for salah in _terbalik(satu, f"$[{n}]")])
    return _jawaban().dump_json(nilai_banyak(orang, tabel or aturan())).decode()


def _berhenti(galat: Exception) -> str:
    """Where the reader stopped; a byte order mark of Windows was taken off before."""
    if isinstance(galat, json.JSONDecodeError):
        return f"Berhenti terbaca di baris {galat.lineno}, huruf ke-{galat.colno}."
    return "Susunannya terlalu dalam." if isinstance(galat, RecursionError) else "Isinya bukan teks UTF-8."


def _terbalik(orang: Orang, jalan: str) -> Iterator[TemuanGalat]:
    """Spells that end before they begin: no rule can read them."""
    for nama, awal, akhir in RENTANG:
        for n, r in enumerate(getattr(orang, nama) or ()):
            mulai, selesai = getattr(r, awal), getattr(r, akhir)
            if mulai and selesai and selesai < mulai:
                pesan = f"Berakhir {tanggal_panjang(selesai)}, lebih awal daripada mulainya {tanggal_panjang(mulai)}."
                yield TemuanGalat("selesai-mendahului", pesan, f"{jalan}.{nama}[{n}].{akhir}")


def skema_json() -> str:
    """Shapes, codes and two complete pairs, as indented JSON."""
    return json.dumps(skema(), ensure_ascii=False, indent=2)


def _tolak(temuan: list[TemuanGalat]) -> None:
    if temuan:
        raise TakSah(
            f"{temuan[0].bidang}: {temuan[0].pesan}",
            petunjuk="Perbaiki bidang yang disebut, lalu jalankan lagi. Bentuk lengkapnya: sikap kelayakan --skema.",
            temuan=temuan,
        )


def _temuan(galat: ValidationError) -> list[TemuanGalat]:
    """One finding per field, in the words that the site uses too."""
    per_bidang: dict[str, TemuanGalat] = {}
    for satu, asal in zip(kalimat(galat, Orang), galat.errors(), strict=True):
        bidang = _jalan(asal["loc"])
        per_bidang.setdefault(bidang, TemuanGalat(satu.kode, satu.pesan, bidang))
    return list(per_bidang.values())


def _jalan(loc: tuple[int | str, ...]) -> str:
    """(0, "golongan", 1, "tmt") -> "$[0].golongan[1].tmt"; the names of alternatives inside a field are left out."""
    bagian = loc[:-1] if loc[-1:] in (("date",), ("bool",)) else loc
    return "$" + "".join(f"[{x}]" if isinstance(x, int) else f".{x}" for x in bagian)


def _kunci_keliru(isi: object, model: type[BaseModel] | None, jalan: str) -> Iterator[TemuanGalat]:
    """A key that is nearly one of ours is a slip of the pen and is refused; keys of the sender's own pass unread."""
    if isinstance(isi, list):
        for n, satu in enumerate(isi):
            yield from _kunci_keliru(satu, model, f"{jalan}[{n}]") if isinstance(satu, dict) else ()
    elif isinstance(isi, dict) and model is not None:
        kenal = _kunci(model)
        for kunci in isi.keys() - kenal.keys():
            if mirip := get_close_matches(kunci, model.model_fields, 1, 0.8):
                pesan = f"Kunci “{kunci}” tidak dikenal; mungkin “{mirip[0]}”."
                yield TemuanGalat("tak-dikenal", pesan, f"{jalan}.{kunci}")
        for kunci, nilai in isi.items():
            if nilai and (anak := kenal.get(kunci)):
                yield from _kunci_keliru(nilai, anak, f"{jalan}.{kunci}")


@cache
def _kunci(model: type[BaseModel]) -> dict[str, type[BaseModel] | None]:
    """Each key of a model, and the model of what lies under it."""
    return {nama: _model(medan.annotation) for nama, medan in model.model_fields.items()}


def _model(bentuk: Any) -> type[BaseModel] | None:
    """The model inside an annotation such as list[Annotated[X, …]] | None."""
    if isinstance(bentuk, type) and not get_args(bentuk):
        return bentuk if issubclass(bentuk, BaseModel) else None
    return next((m for m in map(_model, get_args(bentuk)) if m), None)


@cache
def _orang() -> TypeAdapter[list[Orang]]:
    return TypeAdapter(list[Orang])


@cache
def _jawaban() -> TypeAdapter[list[Jawaban]]:
    return TypeAdapter(list[Jawaban])
