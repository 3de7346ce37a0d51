"""What each setting of the county's own server must be; `contoh.toml` beside this file explains them to the administrator."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from infra import aplikasi
from infra.setelan_toml import Aturan, Butir, antara, pilihan, pola, sasaran

_JALUR = pola(r"/[A-Za-z0-9._/-]+", "tulis jalur lengkap dari /, tanpa spasi, misalnya /srv/sikap.")
_ANGKA = r"(25[0-5]|2[0-4]\d|1?\d?\d)"
_IP = re.compile(rf"({_ANGKA}\.){{3}}{_ANGKA}")
_NAMA = pola(r"[a-z][a-z0-9-]{2,40}", "huruf kecil, angka, dan tanda hubung; diawali huruf; 3 sampai 41 huruf.")
_TUJUAN = pola(
    r"|/[A-Za-z0-9._/-]+|s3://[a-z0-9][a-z0-9.-]+(/[A-Za-z0-9._/-]*)?",
    "tulis folder dari /, atau s3://ember/awalan; tanpa spasi.",
)


def _mesin(nilai: list[str]) -> str:
    if len(nilai) not in (0, 3) or len(set(nilai)) != len(nilai) or [n for n in nilai if not _IP.fullmatch(n)]:
        return (
            'kosong, atau tiga alamat IP yang berbeda, sama di ketiga mesin: ["10.0.0.11", "10.0.0.12", "10.0.0.13"].'
        )
    return ""


def _penerima(nilai: list[str]) -> str:
    salah = [n for n in nilai if not n.startswith("age1") or len(n) != 62]
    return "kunci umum berbentuk age1… (62 huruf), dari: infra/sikap backup --buat-kunci." if salah else ""


ATURAN: Aturan = {
    "sasaran.jenis": Butir(None, sasaran("server")),
    "situs.alamat": Butir(
        None, pola(r"https://[a-z0-9.-]+(:\d+)?", "tulis https:// dan nama situs, tanpa garis miring di akhir.")
    ),  # fmt: skip
    "situs.bantuan_telepon": Butir("(0351) 749034"),
    "tls.cara": Butir("sendiri", pilihan("sendiri", "acme")),
    "tls.sertifikat": Butir("/etc/ssl/sikap/situs.pem", _JALUR),
    "tls.kunci": Butir("/etc/ssl/sikap/situs.key", _JALUR),
    "tls.surel": Butir(
        "", pola(r"|[^@\s]+@[^@\s]+\.[^@\s]+", "tulis alamat surel, untuk kabar kedaluwarsa sertifikat.")
    ),
    "program.folder": Butir("/opt/sikap", _JALUR),
    "layanan.proses": Butir(2, antara(1, 16)),
    "layanan.pintu": Butir(8001, antara(1024, 60000)),
    "catatan.pangkalan": Butir("sikap", pola(r"[a-z][a-z0-9_]{1,40}", "huruf kecil, angka, dan garis bawah.")),
    "catatan.alamat": Butir(
        "", pola(r"|postgresql://\S+", "kosong: PostgreSQL di server ini; atau postgresql://…, lihat panduan tumbuh.")
    ),
    "jaringan.alamat": Butir("127.0.0.1", pola(_IP.pattern, "tulis alamat IP mesin ini di jaringan antarserver.")),
    "jaringan.semua": Butir([], _mesin),
    "berkas.folder": Butir("/srv/sikap/berkas", _JALUR),
    "berkas.ember": Butir("berkas", _NAMA),
    "berkas.pintu": Butir(8333, antara(1024, 55000)),
    "cadangan.tujuan": Butir("", _TUJUAN),
    "cadangan.penerima": Butir([], _penerima),
    "cadangan.jam": Butir("02:30", pola(r"([01]\d|2[0-3]):[0-5]\d", "tulis jam:menit, misalnya 02:30.")),
    "proksi.pintu_http": Butir(80, antara(1, 65535)),
    "proksi.pintu_https": Butir(443, antara(1, 65535)),
    **aplikasi.aturan(),
}


def sepadan(isi: Mapping[str, Any]) -> dict[str, str]:
    """What one setting asks of another."""
    salah = aplikasi.sepadan(isi, {})
    if isi["cadangan.tujuan"] and not isi["cadangan.penerima"]:
        salah["cadangan.penerima"] = "isi: cadangan selalu dienkripsi. Kuncinya dari: infra/sikap backup --buat-kunci."
    if isi["jaringan.semua"] and isi["jaringan.alamat"] not in isi["jaringan.semua"]:
        salah["jaringan.alamat"] = "isi salah satu alamat dalam jaringan.semua, yaitu alamat mesin ini."
    if isi["jaringan.semua"] and not isi["catatan.alamat"]:
        salah["catatan.alamat"] = "isi: tiga mesin memakai PostgreSQL yang sama. Lihat panduan tumbuh."
    for nama, satu in _pintu(isi).items():
        bentrok = [lain for lain, dua in _pintu(isi).items() if lain < nama and set(satu) & set(dua)]
        if bentrok:
            salah[nama] = f"pintu {_daftar(satu)} juga dipakai {bentrok[0]}. Pilih pintu lain."
    return salah


def _pintu(isi: Mapping[str, Any]) -> dict[str, list[int]]:
    """Which ports each setting takes: one for each process; SeaweedFS takes four, each with another 10000 above it, and before three machines the proxy's."""
    awal, berkas = isi["layanan.pintu"], isi["berkas.pintu"]
    weed = [berkas + 10 * n for n in range(4)]
    return {
        "layanan.pintu": list(range(awal, awal + isi["layanan.proses"])),
        "berkas.pintu": [*weed, *(p + 10_000 for p in weed), *([berkas + 5] if isi["jaringan.semua"] else [])],
        "proksi.pintu_http": [isi["proksi.pintu_http"]],
        "proksi.pintu_https": [isi["proksi.pintu_https"]],
    }


def _daftar(pintu: list[int]) -> str:
    return str(pintu[0]) if len(pintu) == 1 else f"{pintu[0]} dan berikutnya"


class Server:
    """The settings of one server, and what follows from them."""

    def __init__(self, isi: dict[str, Any], akar: Path = Path("/")) -> None:
        self.isi, self.akar = isi, akar

    def __getitem__(self, nama: str) -> Any:
        return self.isi[nama]

    @property
    def nama_situs(self) -> str:
        """The host name, without port."""
        return str(self["situs.alamat"]).removeprefix("https://").split(":")[0]

    @property
    def kini(self) -> str:
        """The folder of the release in use, as the units see it."""
        return f"{self['program.folder']}/kini"

    @property
    def pintu(self) -> list[int]:
        """The loopback ports of the function processes."""
        return [self["layanan.pintu"] + n for n in range(self["layanan.proses"])]

    @property
    def pintu_dokumen(self) -> int:
        """The loopback port at which functions and proxy find the storage: its own, or before three machines the proxy's."""
        return int(self["berkas.pintu"]) + (5 if self["jaringan.semua"] else 0)

    @property
    def mesin(self) -> list[str]:
        """The addresses of all machines, this one among them."""
        return list(self["jaringan.semua"]) or [str(self["jaringan.alamat"])]

    def letak(self, jalur: str) -> Path:
        """Where a path of the server lies on this machine (tests put a whole server under a folder)."""
        return self.akar / jalur.lstrip("/")
