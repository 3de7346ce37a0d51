"""roster.xlsx: the people as SIASN's "Export Data ASN" writes them, 56 columns, texts only."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import datetime
from itertools import chain
from pathlib import Path

from xlsxwriter import Workbook

from infra.demo import pangkat
from infra.demo.kamus import TINGKAT
from infra.demo.orang import Fakta, Orang
from infra.demo.waktu import garis

KOLOM = (
    "PNS ID", "NIP BARU", "NIP LAMA", "NAMA", "GELAR DEPAN", "GELAR BELAKANG", "TEMPAT LAHIR ID", "TEMPAT LAHIR NAMA",
    "TANGGAL LAHIR", "JENIS KELAMIN", "AGAMA ID", "AGAMA NAMA", "JENIS KAWIN ID", "JENIS KAWIN NAMA", "NIK", "NOMOR HP", "EMAIL",
    "EMAIL GOV", "ALAMAT", "NPWP NOMOR", "BPJS", "JENIS PEGAWAI ID", "JENIS PEGAWAI NAMA", "KEDUDUKAN HUKUM ID",
    "KEDUDUKAN HUKUM NAMA", "STATUS CPNS PNS", "KARTU ASN VIRTUAL", "NOMOR SK CPNS", "TANGGAL SK CPNS", "TMT CPNS", "NOMOR SK PNS",
    "TANGGAL SK PNS", "TMT PNS", "GOL AWAL ID", "GOL AWAL NAMA", "GOL AKHIR ID", "GOL AKHIR NAMA", "TMT GOLONGAN", "MK TAHUN",
    "MK BULAN", "JENIS JABATAN ID", "JENIS JABATAN NAMA", "JABATAN ID", "JABATAN NAMA", "TMT JABATAN", "TINGKAT PENDIDIKAN ID",
    "TINGKAT PENDIDIKAN NAMA", "PENDIDIKAN ID", "PENDIDIKAN NAMA", "TAHUN LULUS", "UNOR ID", "UNOR NAMA", "INSTANSI INDUK NAMA",
    "INSTANSI KERJA NAMA", "SATUAN KERJA INDUK NAMA", "IS VALID NIK",
)  # fmt: skip
JENIS_JABATAN = {"struktural": ("1", "Jabatan Struktural"), "fungsional": ("2", "Jabatan Fungsional"), "pelaksana": ("4", "Jabatan Pelaksana")}  # fmt: skip
KEDUDUKAN = {"01": "Aktif", "02": "Cuti Luar Tanggungan Negara", "03": "Tugas Belajar", "07": "Pejabat Negara"}
INSTANSI = "Pemerintah Kab. Ngawi"
DIBUAT = datetime(2026, 1, 1)


def tulis(ke: Path, orang: Iterable[Orang]) -> None:
    """Write the workbook, one row a person; the same people give the same bytes."""
    with Workbook(ke, {"constant_memory": True}) as buku:
        buku.set_properties({"created": DIBUAT})
        lembar = buku.add_worksheet("Data")
        for n, baris in enumerate(chain([KOLOM], map(_baris, orang))):
            for i, teks in enumerate(baris):
                if teks:
                    lembar.write_string(n, i, teks)


def _baris(o: Orang) -> list[str | None]:
    sel = {**_diri(o), **_dinas(o), **_jabatan(o), **o.roster}
    return [sel.get(k) for k in KOLOM]


def _diri(o: Orang) -> dict[str, str | None]:
    return {
        "PNS ID": sidik(o.nip, 26).upper(),
        "NIP BARU": o.nip,
        "NIP LAMA": _nip_lama(o),
        "NAMA": o.nama,
        "GELAR DEPAN": o.gelar_depan,
        "GELAR BELAKANG": o.gelar_belakang,
        "TEMPAT LAHIR NAMA": o.tempat,
        "TANGGAL LAHIR": garis(o.lahir),
        "JENIS KELAMIN": "M" if o.kelamin == "L" else "F",
        "AGAMA ID": o.agama[0],
        "AGAMA NAMA": o.agama[1],
        "JENIS KAWIN ID": o.kawin[0],
        "JENIS KAWIN NAMA": o.kawin[1],
        "NIK": _nik(o),
        "NOMOR HP": o.telepon,
        "ALAMAT": o.alamat,
        "IS VALID NIK": "true",
    }


def _nip_lama(o: Orang) -> str | None:
    """The nine digits of those who served before 2007; the last three say that they are made up."""
    return f"13{sidik(o.nip + 'lama', 4, angka=True)}9{o.nip[-2:]}" if o.tmt_cpns.year < 2007 else None


def _nik(o: Orang) -> str:
    """Sixteen digits of a kecamatan that does not exist (99)."""
    hari = o.lahir.day + (40 if o.kelamin == "P" else 0)
    return f"352199{hari:02d}{o.lahir:%m%y}{sidik(o.nip, 4, angka=True)}"


def sidik(teks: str, panjang: int, *, angka: bool = False) -> str:
    """Letters or digits that follow from a text, the same every time."""
    hash_ = hashlib.sha256(teks.encode()).hexdigest()
    return str(int(hash_, 16) % 10**panjang).zfill(panjang) if angka else hash_[:panjang]


def _dinas(o: Orang) -> dict[str, str | None]:
    awal, akhir = o.fakta["golongan"][0], o.golongan
    pns = o.tmt_cpns.replace(year=o.tmt_cpns.year + 1)
    tmt = o.tmt_cpns if o.pertama else akhir["tmt"]
    return {
        "JENIS PEGAWAI NAMA": "PNS Daerah Kab/Kota",
        "KEDUDUKAN HUKUM ID": o.kedudukan,
        "KEDUDUKAN HUKUM NAMA": KEDUDUKAN[o.kedudukan],
        "STATUS CPNS PNS": "P",
        "NOMOR SK CPNS": nomor_sk(o, "813.3", o.tmt_cpns.year),
        "TANGGAL SK CPNS": garis(o.tmt_cpns),
        "TMT CPNS": garis(o.tmt_cpns),
        "NOMOR SK PNS": nomor_sk(o, "821.13", pns.year),
        "TANGGAL SK PNS": garis(pns),
        "TMT PNS": garis(pns),
        "GOL AWAL ID": pangkat.kode(awal["gol"]),
        "GOL AWAL NAMA": awal["gol"],
        "GOL AKHIR ID": pangkat.kode(akhir["gol"]),
        "GOL AKHIR NAMA": akhir["gol"],
        "TMT GOLONGAN": garis(tmt) if tmt else None,
        "MK TAHUN": _teks(akhir["mkg_tahun"]),
        "MK BULAN": _teks(akhir["mkg_bulan"]),
        "UNOR NAMA": o.unit,
        "INSTANSI INDUK NAMA": INSTANSI,
        "INSTANSI KERJA NAMA": INSTANSI,
        "SATUAN KERJA INDUK NAMA": o.opd,
    }


def nomor_sk(o: Orang, klasifikasi: str, tahun: int) -> str:
    """A decree's number as the county writes it: classification/number/office/year."""
    return f"{klasifikasi}/{int(sidik(o.nip + klasifikasi + str(tahun), 3, angka=True)) + 1}/404.403/{tahun}"


def _teks(n: int | None) -> str | None:
    return None if n is None else str(n)


def _jabatan(o: Orang) -> dict[str, str | None]:
    jenis, tmt, didik = JENIS_JABATAN[o.jabatan["jenis"]], o.jabatan["tmt"], _didik(o)
    tingkat = TINGKAT[didik["tingkat"]] if didik else (None, None)
    return {
        "JENIS JABATAN ID": jenis[0],
        "JENIS JABATAN NAMA": jenis[1],
        "JABATAN NAMA": o.jabatan["nama"],
        "TMT JABATAN": garis(tmt) if tmt else None,
        "TINGKAT PENDIDIKAN ID": tingkat[0],
        "TINGKAT PENDIDIKAN NAMA": tingkat[1],
        "PENDIDIKAN NAMA": f"{tingkat[1]} {o.jurusan}" if tingkat[1] else None,
        "TAHUN LULUS": _teks(didik["tahun_lulus"]) if didik else None,
    }


def _didik(o: Orang) -> Fakta | None:
    """The highest diploma that the record knows."""
    diakui = [p for p in o.fakta.get("pendidikan", []) if p["diakui_sejak"]]
    return max(diakui, key=lambda p: pangkat.ke(pangkat.awal(p["tingkat"])), default=None)
