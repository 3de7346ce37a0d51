"""What each setting of the county's own server must be; `contoh.toml` beside this file explains them to the administrator."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from infra.setelan_toml import Aturan, Butir, antara, pilihan, pola

_JALUR = pola(r"/[A-Za-z0-9._/-]+", "tulis jalur lengkap dari /, tanpa spasi, misalnya /srv/sikap.")
_NAMA = pola(r"[a-z][a-z0-9-]{2,40}", "huruf kecil, angka, dan tanda hubung; diawali huruf; 3 sampai 41 huruf.")


def _tujuan(nilai: str) -> str:
    if not nilai or nilai.startswith(("/", "s3://")):
        return ""
    return "tulis folder dari /, atau s3://ember/awalan."


def _penerima(nilai: list[str]) -> str:
    salah = [n for n in nilai if not n.startswith("age1") or len(n) != 62]
    return "kunci umum berbentuk age1… (62 huruf), dari: infra/sikap backup --buat-kunci." if salah else ""


ATURAN: Aturan = {
    "sasaran.jenis": Butir(None, pilihan("server")),
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
    "berkas.folder": Butir("/srv/sikap/berkas", _JALUR),
    "berkas.ember": Butir("berkas", _NAMA),
    "berkas.pintu": Butir(8333, antara(1024, 55000)),
    "cadangan.tujuan": Butir("", _tujuan),
    "cadangan.penerima": Butir([], _penerima),
    "cadangan.jam": Butir("02:30", pola(r"([01]\d|2[0-3]):[0-5]\d", "tulis jam:menit, misalnya 02:30.")),
    "proksi.pintu_http": Butir(80, antara(1, 65535)),
    "proksi.pintu_https": Butir(443, antara(1, 65535)),
}


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

    def letak(self, jalur: str) -> Path:
        """Where a path of the server lies on this machine (tests put a whole server under a folder)."""
        return self.akar / jalur.lstrip("/")
