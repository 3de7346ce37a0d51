"""Forms from schemas: a field's label, hint, limits and the words of its refusal come from the class the counter checks with."""

from __future__ import annotations

from importlib import import_module
from typing import Any, NamedTuple

from pydantic import BaseModel

from sitebuild.tolak import SitusRusak

RUANG = (
    "akun", "usulan", "berkas", "impor", "pegawai", "periode", "opd", "fakta", "riwayat", "kelayakan", "paket", "nip_meleset", "jadwal",
    "retensi",
)  # fmt: skip


class Kolom(NamedTuple):
    """What a form component needs to know of one field."""

    nama: str
    label: str
    petunjuk: str
    jenis: str
    """Folder of the component: isian, isian-nip, isian-sandi, isian-tanggal, teks-panjang, pilihan, centang."""
    wajib: bool
    pola: str
    panjang: int | None
    kosong: str
    """Said when it is empty."""
    bentuk: str
    """Said when it does not have the right shape."""
    bulat: bool
    """A whole number."""
    pilihan: tuple[str, ...]


def model(nama: str) -> type[BaseModel]:
    """The class of schemas/ with this name."""
    for ruang in RUANG:
        try:
            kelas: type[BaseModel] | None = getattr(import_module(f"schemas.{ruang}"), nama, None)
            if kelas:
                return kelas
        except ModuleNotFoundError:
            continue
    raise SitusRusak(f"{nama}: there is no such class in schemas/")


def kolom(alamat: str, label: str = "", petunjuk: str = "") -> Kolom:
    """ "IsianMasuk.nip" -> its Kolom. `label` and `petunjuk` speak where the schema is silent."""
    nama_model, _, nama = alamat.partition(".")
    kelas = model(nama_model)
    if nama not in kelas.model_fields:
        raise SitusRusak(f"{alamat}: {nama_model} has no such field")
    fakta = _fakta(kelas, nama)
    label = label or kelas.model_fields[nama].title or ""
    if not label:
        raise SitusRusak(f"{alamat}: give the field a title in the schema, or `label` in the page")
    pesan = fakta.get("pesan", {})
    return Kolom(
        nama=nama,
        label=label,
        petunjuk=petunjuk or fakta.get("description", ""),
        jenis=_jenis(nama, fakta),
        wajib=kelas.model_fields[nama].is_required(),
        pola=fakta.get("pattern", ""),
        panjang=fakta.get("maxLength"),
        kosong=pesan.get("kosong") or f"Isi {label[:1].lower() + label[1:] if not label[:2].isupper() else label}.",
        bentuk=pesan.get("bentuk", ""),
        bulat=fakta.get("type") == "integer",
        pilihan=tuple(fakta.get("enum", ())),
    )


def _fakta(kelas: type[BaseModel], nama: str) -> dict[str, Any]:
    """The field in JSON schema, with references followed and "or nothing" left out. What a referred class says of itself is for
    programmers (its docstring), no hint for the person at the form."""
    skema = kelas.model_json_schema()
    fakta: dict[str, Any] = dict(skema["properties"][nama])
    for pilihan in fakta.pop("anyOf", []):
        if pilihan.get("type") != "null":
            fakta = {**pilihan, **fakta}
    if rujuk := fakta.pop("$ref", ""):
        fakta = {**skema["$defs"][rujuk.rsplit("/", 1)[-1]], "description": "", **fakta}
    return fakta


def _jenis(nama: str, fakta: dict[str, Any]) -> str:
    if nama == "nip":
        return "isian-nip"
    if nama.startswith("sandi"):
        return "isian-sandi"
    if "enum" in fakta:
        return "pilihan"
    if fakta.get("type") == "boolean":
        return "centang"
    if fakta.get("format") == "date":
        return "isian-tanggal"
    return "teks-panjang" if fakta.get("maxLength", 0) > 200 and "pattern" not in fakta else "isian"
