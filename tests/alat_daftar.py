"""A made-up ASN export with every quirk that real ones have, and the list of what an import must say about it.

`buat_daftar(n)` is the same every time. People are invented; serials are 901-999.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from random import Random
from typing import Any

import openpyxl

JUDUL = (
    "PNS ID", "NIP BARU", "NIP LAMA", "NAMA", "GELAR DEPAN", "GELAR BELAKANG", "TEMPAT LAHIR NAMA", "TANGGAL LAHIR", "JENIS KELAMIN",
    "NIK", "NOMOR HP", "EMAIL", "KEDUDUKAN HUKUM ID", "STATUS CPNS PNS", "JENIS PEGAWAI NAMA", "TMT CPNS", "TMT PNS", "GOL AKHIR ID",
    "GOL AKHIR NAMA", "TMT GOLONGAN", "MK TAHUN", "MK BULAN", "JENIS JABATAN ID", "JENIS JABATAN NAMA", "JABATAN NAMA", "TMT JABATAN",
    "TINGKAT PENDIDIKAN ID", "TINGKAT PENDIDIKAN NAMA", "PENDIDIKAN NAMA", "TAHUN LULUS", "UNOR NAMA", "SATUAN KERJA INDUK NAMA",
)  # fmt: skip
DEPAN = ("SRI", "Agus", "DWI", "Siti", "Bambang", "MU'MINAH", "Rr.", "TRI", "Nur", "Endang", "JOKO", "Ma'ruf")
BELAKANG = (
    "WAHYUNI",
    "Santoso",
    "LESTARI",
    "Prasetyo",
    "HANDAYANI",
    "Kurniawan",
    "UTAMI",
    "Hidayat",
    "SUPRAPTO",
    "Rahayu",
)
JABATAN = (
    ("4", "Jabatan Pelaksana", "Pengadministrasi Umum"),
    ("2", "Jabatan Fungsional", "Guru Ahli Muda"),
    ("1", "Jabatan Struktural", "Kepala Seksi Umum"),
)
GOLONGAN = (("31", "III/a"), ("32", "IIIb"), ("33", "III-c"), ("34", "III / d"), ("23", "II/c"), ("41", "IV/a"))
UNIT = (
    ("Dinas Pendidikan", "SDN 1 Paron"),
    ("Dinas Pendidikan", "SMPN 2 Sine"),
    ("Kecamatan Pitu", "Kecamatan Pitu"),
    ("Dinas Kesehatan", "UPT Puskesmas Gerih"),
)
Orang = dict[str, Any]
Temuan = set[tuple[int, str]]


@dataclass
class Daftar:
    """Rows of cells by heading, and what must be found: (sheet row, code)."""

    baris: list[Orang]
    ditolak: Temuan = field(default_factory=set)
    peringatan: Temuan = field(default_factory=set)
    celah: Temuan = field(default_factory=set)


def orang(acak: Random) -> Orang:
    """One flawless row."""
    lahir = date(acak.randint(1968, 1997), acak.randint(1, 12), acak.randint(1, 28))
    cpns = date(lahir.year + acak.randint(22, 26), acak.randint(1, 12), 1)
    pria = acak.random() < 0.5
    kode, golongan = acak.choice(GOLONGAN)
    jenis_id, jenis, jabatan = acak.choice(JABATAN)
    opd, unit = acak.choice(UNIT)
    isi = (
        f"A8{acak.getrandbits(96):024X}", f"{lahir:%Y%m%d}{cpns:%Y%m}{1 if pria else 2}{acak.randint(901, 999)}", None,
        f"{acak.choice(DEPAN)} {acak.choice(BELAKANG)}", acak.choice((None, "Drs.", "Hj.")), acak.choice((None, "S.Pd.", "S.Kep., Ns.")),
        "NGAWI", f"{lahir:%d-%m-%Y}", "M" if pria else "F", f"3521{acak.randint(10**11, 10**12 - 1)}", f"08{acak.choice('125678')}{acak.randint(10**8, 10**9 - 1)}",
        "null", "01", "P", "PNS Daerah Kab/Kota", f"{cpns:%d-%m-%Y}", f"{cpns.replace(year=cpns.year + 1):%d-%m-%Y}", kode, golongan,
        f"01-04-{min(2026, cpns.year + 4)}", str(acak.randint(0, 30)), str(acak.randint(0, 11)), jenis_id, jenis, jabatan, "01-01-2021",
        "40", "S-1/Sarjana", "S-1 Administrasi", str(lahir.year + 22), unit, opd,
    )  # fmt: skip
    return dict(zip(JUDUL, isi, strict=True))


def _ganti(kolom: str, nilai: Any) -> Callable[[Orang], None]:
    return lambda o: o.update({kolom: nilai(o[kolom]) if callable(nilai) else nilai})


def _kelamin_terbalik(o: Orang) -> None:
    o["JENIS KELAMIN"] = "F" if o["JENIS KELAMIN"] == "M" else "M"


TOLAK: tuple[tuple[str, Callable[[Orang], None]], ...] = (
    ("nip-numeric", _ganti("NIP BARU", float)),
    ("nip-scientific-text", _ganti("NIP BARU", lambda n: f"{n[0]}.{n[1:6]}E+17")),
    ("nip-17-digits", _ganti("NIP BARU", lambda n: n[:12] + n[13:])),
    ("nip-19-digits", _ganti("NIP BARU", lambda n: n + "7")),
    ("nip-16-digits", _ganti("NIP BARU", lambda n: n[:16])),
    ("nip-9-digits", _ganti("NIP BARU", "131999901")),
    ("nip-impossible-birth-date", _ganti("NIP BARU", lambda n: n[:4] + "1302" + n[8:])),
    ("nip-pppk", _ganti("NIP BARU", lambda n: n[:12] + "21" + n[14:])),
    ("nip-impossible-sex", _ganti("NIP BARU", lambda n: n[:14] + "3" + n[15:])),
    ("nip-impossible-serial", _ganti("NIP BARU", lambda n: n[:15] + "000")),
    ("nip-empty", _ganti("NIP BARU", "-")),
    ("name-empty", _ganti("NAMA", "  ")),
    ("name-unreadable", _ganti("NAMA", "=A1&B1")),
)  # fmt: skip
RAGU: tuple[tuple[str, Callable[[Orang], None]], ...] = (
    ("phone-two-numbers", _ganti("NOMOR HP", lambda n: f"{n} / 085712345678")),
    ("mk-bulan-over-11", _ganti("MK BULAN", "13")),
    ("sex-differs-from-nip", _kelamin_terbalik),
    ("formula-text-in-name", _ganti("NAMA", '=HYPERLINK("http://x.invalid","Katimin")')),
    ("birth-date-differs-from-nip", _ganti("TANGGAL LAHIR", "29-02-1960")),
    ("tmt-cpns-differs-from-nip", _ganti("TMT CPNS", "01-06-1989")),
    ("rank-unknown", lambda o: o.update({"GOL AKHIR NAMA": "XVII", "GOL AKHIR ID": None})),
    ("date-unreadable", _ganti("TMT JABATAN", "13-31-2021")),
    ("text-damaged", _ganti("NAMA", "NU\ufffdUL")),
)  # fmt: skip
KOSONG: tuple[tuple[str, Callable[[Orang], None]], ...] = (
    ("tmt-golongan", _ganti("TMT GOLONGAN", "01-01-0001")),
    ("tmt-golongan", _ganti("TMT GOLONGAN", "null")),
    ("tmt-cpns", _ganti("TMT CPNS", None)),
    ("phone-unusable", _ganti("NOMOR HP", "(0351) 749034")),
    ("phone-unusable", _ganti("NOMOR HP", "6.2812E+11")),
    ("phone-unusable", _ganti("NOMOR HP", "08123")),
)  # fmt: skip
TANPA_AKIBAT: tuple[Callable[[Orang], None], ...] = (
    _ganti("NIP BARU", lambda n: f"'{n}"),
    _ganti("NIP BARU", lambda n: f"{n[:8]} {n[8:14]} {n[14]} {n[15:]}"),
    _ganti("TANGGAL LAHIR", lambda t: datetime.strptime(t, "%d-%m-%Y")),
    _ganti("TMT GOLONGAN", lambda t: t.replace("-", "/")),
    _ganti("NAMA", lambda n: f"  {n}\u00a0 "),
    _ganti("NOMOR HP", lambda n: f"+62 {n[1:4]}-{n[4:]}"),
)


def buat_daftar(banyak: int, tiap: int = 5) -> Daftar:
    """`banyak` rows; each quirk `tiap` times at scattered places; the last four rows use earlier people's NIPs, one row is a copy."""
    acak = Random(7)
    d = Daftar([orang(acak) for _ in range(banyak)])
    d.baris = list({o["NIP BARU"]: o for o in d.baris}.values())
    letak = iter(acak.sample(range(len(d.baris)), len(d.baris)))
    for daftar, quirk in ((d.ditolak, TOLAK), (d.peringatan, RAGU), (d.celah, KOSONG)):
        for kode, rusakkan in quirk * tiap:
            i = next(letak)
            rusakkan(d.baris[i])
            daftar.add((i + 2, kode))
    for rusakkan in TANPA_AKIBAT * tiap:
        rusakkan(d.baris[next(letak)])
    _kembarkan(d, [next(letak) for _ in range(5)])
    return d


def _kembarkan(d: Daftar, asli: Sequence[int]) -> None:
    for i in asli[:4]:
        d.baris.append({**d.baris[i], "PNS ID": f"A9{i:024}", "NAMA": f"ORANG LAIN {d.baris[i]['NAMA']}"})
        d.ditolak.add((len(d.baris) + 1, "nip-twice-with-other-person"))
        d.peringatan.add((i + 2, "nip-twice-with-other-person"))
    d.baris.append({**d.baris[asli[4]], "NOMOR HP": "081234567890"})
    d.ditolak.add((len(d.baris) + 1, "nip-twice-same-person"))


def buku(baris: Sequence[Orang], judul: Sequence[tuple[str, str]] | None = None) -> bytes:
    """The rows as .xlsx; `judul` is (column, heading as written) in the order wanted."""
    kolom = judul or [(j, j) for j in JUDUL]
    berkas = openpyxl.Workbook(write_only=True)
    lembar = berkas.create_sheet("Data")
    lembar.append([tulisan for _, tulisan in kolom])
    for o in baris:
        lembar.append([_sel(lembar, o[nama]) for nama, _ in kolom])
    wadah = io.BytesIO()
    berkas.save(wadah)
    return wadah.getvalue()


def _sel(lembar: Any, nilai: Any) -> Any:
    """Formula-like text stays text, as exports write it."""
    if not (isinstance(nilai, str) and nilai.startswith("=")):
        return nilai
    sel = openpyxl.cell.WriteOnlyCell(lembar, nilai)
    sel.data_type = "s"
    return sel


def csv_(baris: Sequence[Orang], pemisah: str = ";", sandi: str = "utf-8-sig") -> bytes:
    """The rows as CSV; a float as a spreadsheet shows it, a date as its text."""
    wadah = io.StringIO(newline="")
    tulis = csv.writer(wadah, delimiter=pemisah)
    tulis.writerow(JUDUL)
    tulis.writerows([[_teks(o[j]) for j in JUDUL] for o in baris])
    return wadah.getvalue().encode(sandi, "replace")


def _teks(nilai: Any) -> str:
    if isinstance(nilai, float):
        return f"{nilai:.5E}"
    return f"{nilai:%d-%m-%Y}" if isinstance(nilai, datetime) else str(nilai or "")
