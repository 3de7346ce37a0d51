"""Data diri: what identifies a person is corrected on a document, never silently: NIP, sex, birth date, unit. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import ValidationError

from chalicelib.galat import TakSah, TemuanGalat
from chalicelib.rules.nip_asn import LAHIR_PALING_AWAL, UMUR_CPNS, Sekitar, Tolak, baca_nip_sel
from chalicelib.rules.waktu import tambah_tahun
from schemas.fakta import KOLOM, DataDiri, JenisFakta
from schemas.kalimat import kalimat
from schemas.pegawai import JenisKelamin, Pegawai
from schemas.riwayat import Asal, BarisFakta, Riwayat

KOLOM_DIRI = {k.nama: k for k in KOLOM[JenisFakta.DATA_DIRI]}
TETAP = frozenset({"nip", "jenis_kelamin", "tanggal_lahir"})
"""What a roster does not change back once it was settled; people move, so a unit is never settled."""


def baca(isi: Mapping[str, object], p: Pegawai, hari_ini: date) -> dict[str, Any]:
    """What was typed, by field. Raises TakSah naming each field; a NIP of 17 or 19 digits with the one reading that fits (domain 7.1)."""
    rapi = {n: v for n, v in isi.items() if v not in (None, "")}
    salah = [TemuanGalat("tak-dikenal", f"Isian “{n}” tidak dikenal di sini.", n) for n in rapi if n not in KOLOM_DIRI]
    if not rapi:
        salah.append(TemuanGalat("kosong", "Isi yang hendak diperbaiki.", "isi"))
    if "nip" in rapi:
        try:
            rapi["nip"], _ = baca_nip_sel(str(rapi["nip"]), _sekitar(p, rapi), hari_ini)
        except Tolak as tolak:
            salah.append(TemuanGalat(tolak.kode, tolak.pesan, "nip"))
    if not salah:
        try:
            diri = DataDiri.model_validate(rapi)
        except ValidationError as galat:
            salah = [TemuanGalat(s.kode, s.pesan, s.bidang.split(".")[0]) for s in kalimat(galat, DataDiri)]
        else:
            lahir = diri.tanggal_lahir
            if lahir is None or lahir.year >= LAHIR_PALING_AWAL and lahir <= tambah_tahun(hari_ini, -UMUR_CPNS.start):
                return diri.model_dump(mode="json", exclude_none=True)
            salah = [TemuanGalat("tanggal-janggal", "Itu bukan tanggal lahir seorang PNS.", "tanggal_lahir")]
    raise TakSah(salah[0].pesan, petunjuk="Perbaiki bagian yang ditandai, lalu kirim lagi.", temuan=salah)


def _sekitar(p: Pegawai, isi: Mapping[str, object]) -> Sekitar:
    """What else is known of him; what is corrected in the same breath is not held against the NIP."""
    lahir = None if "tanggal_lahir" in isi else p.tanggal_lahir
    kelamin = None if "jenis_kelamin" in isi or not p.jenis_kelamin else p.jenis_kelamin.value
    return Sekitar(lahir, p.tmt_cpns, kelamin)


def kini(p: Pegawai) -> dict[str, Any]:
    """The fields as they stand, in the shape of a fact."""
    return {
        "nip": p.nip,
        "jenis_kelamin": p.jenis_kelamin.value if p.jenis_kelamin else None,
        "tanggal_lahir": p.tanggal_lahir.isoformat() if p.tanggal_lahir else None,
        "unit": p.unit,
    }


def tambah(r: Riwayat, id_: str, isi: dict[str, Any], asal: Asal) -> Riwayat:
    """The histories with one more correction; earlier ones stay, the last counts."""
    baris = [*r.baris.get(JenisFakta.DATA_DIRI, []), BarisFakta(id=id_, isi=isi, asal=asal)]
    fakta = {n: v for n, v in r.fakta.items() if n not in isi}
    return r.model_copy(update={"baris": {**r.baris, JenisFakta.DATA_DIRI: baris}, "fakta": fakta})


def ikuti(p: Pegawai, r: Riwayat) -> Pegawai:
    """The person's own line after what was settled about him."""
    isi: dict[str, Any] = {}
    for b in r.baris.get(JenisFakta.DATA_DIRI, []):
        isi |= b.isi
    ubah: dict[str, object] = {n: isi[n] for n in ("nip",) if n in isi}
    if "jenis_kelamin" in isi:
        ubah["jenis_kelamin"] = JenisKelamin(isi["jenis_kelamin"])
    if "tanggal_lahir" in isi:
        ubah["tanggal_lahir"] = date.fromisoformat(isi["tanggal_lahir"])
    disahkan = tuple(sorted({*p.disahkan, *(TETAP & isi.keys())}))
    return p.model_copy(update={**ubah, "disahkan": disahkan})


def tempati(p: Pegawai, isi: Mapping[str, Any]) -> Pegawai:
    """The person in the unit that this one correction names; later moves are not undone by an older correction."""
    return p.model_copy(update={"unit": isi["unit"], "opd": isi.get("opd")}) if "unit" in isi else p
