"""Kalimat: what a person reads when a field cannot be taken. The field's own words (`pesan`) first, then this table.

The sentences neither beg nor blame: empty is an instruction, wrong is a description (style 6.9).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo


class Kalimat(NamedTuple):
    """One thing wrong: stable code, dotted path of the field, sentence."""

    kode: str
    bidang: str
    pesan: str


# fmt: off
UMUM: dict[str, tuple[str, str]] = {
    "missing": ("kosong", "Isi {label}."),
    "none_required": ("tak-dikenal", "{Label} tidak dipakai di sini."),
    "extra_forbidden": ("tak-dikenal", "Isian “{bidang}” tidak dikenal di sini."),
    "string_type": ("bukan-tulisan", "{Label} harus berupa tulisan."),
    "string_unicode": ("bukan-tulisan", "{Label} berisi tanda yang tidak dapat dibaca."),
    "string_too_short": ("terlalu-pendek", "{Label} paling sedikit {min_length} huruf atau angka."),
    "string_too_long": ("terlalu-panjang", "{Label} paling banyak {max_length} huruf atau angka."),
    "string_pattern_mismatch": ("bentuk", "Bentuk {label} belum sesuai.{keterangan}"),
    "enum": ("pilihan", "{Label}: pilih salah satu dari {expected}."),
    "literal_error": ("pilihan", "{Label}: pilih salah satu dari {expected}."),
    "greater_than": ("terlalu-kecil", "{Label} harus lebih dari {gt}."),
    "greater_than_equal": ("terlalu-kecil", "{Label} paling sedikit {ge}."),
    "less_than": ("terlalu-besar", "{Label} harus kurang dari {lt}."),
    "less_than_equal": ("terlalu-besar", "{Label} paling banyak {le}."),
    "too_short": ("terlalu-sedikit", "{Label} paling sedikit {min_length} isian."),
    "too_long": ("terlalu-banyak", "{Label} paling banyak {max_length} isian."),
    "timezone_aware": ("bukan-waktu", "{Label} harus menyebut zona waktunya, misalnya 2026-04-01T08:00:00+07:00."),
}
KELOMPOK: tuple[tuple[tuple[str, ...], tuple[str, str]], ...] = (
    (("int_", "float_", "decimal_", "finite_number"), ("bukan-angka", "{Label} harus berupa angka.")),
    (("datetime_", "time_", "timezone_"), ("bukan-waktu", "{Label} harus berupa tanggal dan jam, misalnya 2026-04-01T08:00:00+07:00.")),
    (("date_",), ("bukan-tanggal", "{Label} harus berupa tanggal, misalnya 2026-04-01.")),
    (("bool_",), ("bukan-ya-tidak", "{Label}: pilih ya atau tidak.")),
    (("list_", "set_", "frozen_set_", "tuple_", "iterable_"), ("bukan-daftar", "{Label} harus berupa daftar.")),
    (("dict_", "mapping_", "model_", "dataclass_"), ("bukan-kumpulan", "{Label} harus berupa kumpulan isian.")),
    (("json_",), ("json-rusak", "Isi permintaan bukan JSON yang utuh.")),
)
LAIN = ("isian-tak-sah", "Periksa kembali {label}.")
# fmt: on


def kalimat(sebab: ValidationError, model: type[BaseModel] | None = None) -> list[Kalimat]:
    """Every finding of a failed validation as (kode, bidang, pesan); with `model`, in the words of its fields."""
    return [_satu(temuan, model) for temuan in sebab.errors(include_url=False, include_input=True)]


def _satu(temuan: Mapping[str, Any], model: type[BaseModel] | None) -> Kalimat:
    jalur = temuan["loc"]
    bidang = ".".join(str(b) for b in jalur)[:200]
    medan = cari_medan(model, jalur)
    kode, pola = _pola(temuan)
    sendiri = _pesan_sendiri(medan).get(kode)
    return Kalimat(kode, bidang, sendiri or _isi(pola, medan, bidang, temuan.get("ctx", {})))


def _pola(temuan: Mapping[str, Any]) -> tuple[str, str]:
    jenis = temuan["type"]
    if jenis in ("value_error", "assertion_error"):
        return "isian-tak-sah", str(temuan["ctx"]["error"]).replace("{", "{{").replace("}", "}}")
    if jenis in ("string_too_short", "string_pattern_mismatch") and temuan["input"] == "":
        return UMUM["missing"]
    kelompok = (hasil for awalan, hasil in KELOMPOK if jenis.startswith(awalan))
    return UMUM.get(jenis) or next(kelompok, LAIN)


def _isi(pola: str, medan: FieldInfo | None, bidang: str, konteks: Mapping[str, Any]) -> str:
    ekor = bidang.rsplit(".", 1)[-1].replace("_", " ")
    label = (medan and medan.title) or ("isian" if ekor.isdigit() else ekor) or "isian"
    keterangan = f" {medan.description}." if medan and medan.description else ""
    kata = {k: str(v).replace(" or ", " atau ") for k, v in konteks.items()}
    kecil = label if label[:2].isupper() else label[:1].lower() + label[1:]
    return pola.format_map(
        {**kata, "label": kecil, "Label": label[:1].upper() + label[1:], "bidang": bidang, "keterangan": keterangan}
    )


def _pesan_sendiri(medan: FieldInfo | None) -> Mapping[str, str]:
    tambahan = medan.json_schema_extra if medan else None
    pesan = tambahan.get("pesan") if isinstance(tambahan, dict) else None
    return {str(k): str(v) for k, v in pesan.items()} if isinstance(pesan, dict) else {}


def cari_medan(model: type[BaseModel] | None, jalur: Sequence[str | int]) -> FieldInfo | None:
    """The field at a path such as ("butir", 0, "slot"); None when the path leaves the models."""
    medan: FieldInfo | None = None
    for bagian in jalur:
        if isinstance(bagian, int):
            continue
        medan = model.model_fields.get(bagian) if model else None
        model = _model_di(medan.annotation) if medan else None
    return medan


def _model_di(anotasi: Any) -> type[BaseModel] | None:
    if isinstance(anotasi, type) and issubclass(anotasi, BaseModel):
        return anotasi
    bungkus = get_origin(anotasi) in (Union, UnionType, list, tuple, frozenset, set, dict)
    isi = (_model_di(a) for a in get_args(anotasi)) if bungkus or get_args(anotasi) else iter(())
    return next((m for m in isi if m), None)
