"""Samples: people, cases and documents that are complete by default; a test names only what matters to it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from schemas.berkas import Berkas, KeadaanBerkas
from schemas.golongan import Golongan
from schemas.pegawai import Pegawai
from schemas.peran import Pelaku, Peran
from schemas.usulan import Butir, Jenis, Kelayakan, Status, Usulan

KINI = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
HARI_INI = date(2026, 11, 25)
JALUR = ("dinas", "sd-1")


def pelaku(id_: str = "tini", *peran: Peran, **lain: Any) -> Pelaku:
    isi = {"nama": id_.title(), "opd": "dinas"} | lain
    return Pelaku(id=id_, peran=frozenset({Peran.PNS, *peran}), **isi)


def pegawai(id_: str = "karno", **lain: Any) -> Pegawai:
    isi: dict[str, Any] = {
        "nip": "197003111995031901", "nama": "SOEKARJONO", "jenis_kelamin": "L", "tanggal_lahir": date(1970, 3, 11),
        "golongan": Golongan.III_A, "tmt_golongan": date(2022, 4, 1), "tmt_cpns": date(1995, 3, 1), "mk_tahun": 20,
        "mk_bulan": 1, "jenis_jabatan": "pelaksana", "jabatan": "Pengadministrasi Umum", "unit": "sd-1", "opd": "dinas",
        "telepon": "+6281234567890", "tingkat_pendidikan": "S1", "pendidikan": "S-1/Sarjana",
    }  # fmt: skip
    return Pegawai(id=id_, **(isi | lain))


def berkas(id_: str = "b1", slot: str = "sk-kp", **lain: Any) -> Berkas:
    isi: dict[str, Any] = {
        "pegawai": "karno", "keadaan": KeadaanBerkas.DITERIMA, "ukuran": 1000, "sha256": "a" * 64, "halaman": 1,
        "diunggah_oleh": "karno", "dibuat_pada": KINI, "diterima_pada": KINI,
    }  # fmt: skip
    return Berkas(id=id_, slot=slot, **(isi | lain))


def kelayakan(putusan: str = "MS", **lain: Any) -> Kelayakan:
    isi: dict[str, Any] = {"jenis": Jenis.REGULER, "golongan_baru": Golongan.III_B, "per_tanggal": date(2027, 2, 1)}
    return Kelayakan(putusan=putusan, **(isi | lain))


def usulan(status: Status = Status.DRAF, **lain: Any) -> Usulan:
    isi: dict[str, Any] = {
        "id": "u1", "nomor": "KP-2026-AAAAAA", "jenis": Jenis.REGULER, "periode": date(2027, 2, 1), "pegawai": "karno",
        "opd": "dinas", "unit": "sd-1", "dibuat_oleh": "tini", "dibuat_pada": KINI, "diubah_pada": KINI, "sejak": KINI,
        "butir": (Butir(slot="sk-kp", berkas="b1"),), "kelayakan": kelayakan(), "versi": 1,
    }  # fmt: skip
    return Usulan(status=status, **(isi | lain))
