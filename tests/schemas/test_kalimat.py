"""Every field that a limit can refuse has words for it, and the words neither beg nor blame."""

from __future__ import annotations

import importlib
import pkgutil
import re
from datetime import date, datetime
from typing import Annotated, Literal

import pytest
from pydantic import AwareDatetime, BaseModel, Field, ValidationError, field_validator

import schemas
from schemas.dasar import Isian
from schemas.kalimat import KELOMPOK, LAIN, UMUM, cari_medan, kalimat
from schemas.kueri import IsianKolektif
from schemas.usulan import IsianSk

TERLARANG = re.compile(r"tidak valid|error|gagal|maaf|mohon|silakan|wajib diisi|terlarang", re.IGNORECASE)


class Anak(Isian):
    slot: Annotated[str, Field(title="Dokumen", max_length=3)]


class Contoh(Isian):
    nama_jabatan: Annotated[str, Field(min_length=2, max_length=5)] = "aaa"
    kelas: Annotated[int, Field(ge=1, le=17)] = 1
    tmt: date = date(2026, 4, 1)
    saat: AwareDatetime | datetime = datetime(2026, 4, 1)
    pilih: Literal["a", "b"] = "a"
    ya: bool = True
    daftar: Annotated[list[Anak], Field(max_length=1)] = []
    nip: Annotated[str, Field(title="NIP", description="18 angka", pattern="^[0-9]{18}$")] = "0" * 18
    awal: str = "x"

    @field_validator("awal")
    @classmethod
    def _awal(cls, nilai: str) -> str:
        if nilai == "salah":
            raise ValueError("Awal {tidak} boleh salah.")
        return nilai


@pytest.mark.parametrize(
    "isi, kode, pesan",
    [
        ({"nama_jabatan": ""}, "kosong", "Isi nama jabatan."),
        ({"nama_jabatan": "x"}, "terlalu-pendek", "Nama jabatan paling sedikit 2 huruf atau angka."),
        ({"nama_jabatan": "xxxxxx"}, "terlalu-panjang", "Nama jabatan paling banyak 5 huruf atau angka."),
        ({"nama_jabatan": 5}, "bukan-tulisan", "Nama jabatan harus berupa tulisan."),
        ({"nama_jabatan": "\ud800"}, "bukan-tulisan", "Nama jabatan berisi tanda yang tidak dapat dibaca."),
        ({"kelas": "x"}, "bukan-angka", "Kelas harus berupa angka."),
        ({"kelas": 1.5}, "bukan-angka", "Kelas harus berupa angka."),
        ({"kelas": 0}, "terlalu-kecil", "Kelas paling sedikit 1."),
        ({"kelas": 18}, "terlalu-besar", "Kelas paling banyak 17."),
        ({"tmt": "besok"}, "bukan-tanggal", "Tmt harus berupa tanggal, misalnya 2026-04-01."),
        ({"pilih": "c"}, "pilihan", "Pilih: pilih salah satu dari 'a' atau 'b'."),
        ({"ya": "barangkali"}, "bukan-ya-tidak", "Ya: pilih ya atau tidak."),
        ({"daftar": 3}, "bukan-daftar", "Daftar harus berupa daftar."),
        ({"daftar": [{"slot": "sk"}, {"slot": "sk"}]}, "terlalu-banyak", "Daftar paling banyak 1 isian."),
        ({"daftar": [{"slot": "panjang"}]}, "terlalu-panjang", "Dokumen paling banyak 3 huruf atau angka."),
        ({"nip": "12"}, "bentuk", "Bentuk NIP belum sesuai. 18 angka."),
        ({"awal": "salah"}, "isian-tak-sah", "Awal {tidak} boleh salah."),
        ({"asing": 1}, "tak-dikenal", "Isian “asing” tidak dikenal di sini."),
    ],
)  # fmt: skip
def test_a_wrong_field_is_described(isi, kode, pesan):
    with pytest.raises(ValidationError) as sebab:
        Contoh.model_validate(isi)
    assert [(k.kode, k.pesan) for k in kalimat(sebab.value, Contoh)] == [(kode, pesan)]


def test_a_field_in_a_list_is_found_by_its_path():
    assert cari_medan(Contoh, ("daftar", 0, "slot")).title == "Dokumen"
    assert cari_medan(Contoh, ("tiada", "slot")) is None


def _isian() -> list[type[BaseModel]]:
    for modul in pkgutil.iter_modules(schemas.__path__):
        importlib.import_module(f"schemas.{modul.name}")
    return [m for m in Isian.__subclasses__() if m.__module__.startswith("schemas.")]


def test_no_sentence_begs_or_blames():
    umum = [p for _, p in UMUM.values()] + [p for _, (_, p) in KELOMPOK] + [LAIN[1]]
    sendiri = [
        pesan
        for model in _isian()
        for medan in model.model_fields.values()
        for pesan in ((medan.json_schema_extra or {}).get("pesan", {})).values()
    ]
    assert [p for p in umum + sendiri if TERLARANG.search(p)] == []


def test_a_limit_of_a_list_or_a_number_is_said_in_the_words_of_the_form():
    tanpa = _tolak(IsianKolektif, {"usulan": []})
    assert tanpa["usulan"] == "Pilih dahulu usulannya."
    assert _tolak(IsianSk, {"mk_bulan": 12})["mk_bulan"] == "Masa kerja bulan paling banyak 11."


def _tolak(model: type[BaseModel], isi: dict[str, object]) -> dict[str, str]:
    with pytest.raises(ValidationError) as sebab:
        model.model_validate(isi)
    return {k.bidang: k.pesan for k in kalimat(sebab.value, model)}
