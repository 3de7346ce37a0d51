"""What `status` looks at besides the steps: does it answer, how long the certificate lasts, disk, clock."""

from __future__ import annotations

import json
import shutil
import ssl
import subprocess
import time
import urllib.request
from collections.abc import Callable
from typing import NamedTuple

from infra.server.aturan import Server
from infra.server.mesin import Mesin

SERTIFIKAT_HARI = 21
RUANG = 2_000_000_000


class Hasil(NamedTuple):
    """One thing looked at: its name, whether it is well, and a sentence that says what to do where it is not."""

    bagian: str
    baik: bool
    keterangan: str


def semua(s: Server, m: Mesin) -> list[Hasil]:
    """Everything, the most felt first."""
    tanya: list[tuple[str, Callable[[], tuple[bool, str]]]] = [
        *((f"layanan {p}", lambda p=p: _layanan(p)) for p in s.pintu),
        ("sertifikat", lambda: _sertifikat(s, m)),
        ("ruang cakram", lambda: _ruang(s, m)),
        ("jam server", lambda: _jam(m)),
    ]
    return [Hasil(nama, *_coba(kerja)) for nama, kerja in tanya]


def _coba(kerja: Callable[[], tuple[bool, str]]) -> tuple[bool, str]:
    try:
        return kerja()
    except (OSError, ValueError) as sebab:
        return False, str(sebab)


def _layanan(pintu: int) -> tuple[bool, str]:
    alamat = f"http://127.0.0.1:{pintu}/api/sehat?dalam=1"
    try:
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(alamat, timeout=10) as jawab:
            bagian = json.load(jawab)["bagian"]
    except OSError:
        return False, f"tidak menjawab. Lihat: journalctl -u sikap-layanan@{pintu} -n 50"
    rusak = [nama for nama, baik in bagian.items() if not baik]
    return not rusak, "menjawab" if not rusak else f"menjawab, tetapi {', '.join(rusak)} tidak"


def _sertifikat(s: Server, m: Mesin) -> tuple[bool, str]:
    berkas = m.letak(s["tls.sertifikat"])
    if not berkas.is_file():
        return False, f"{s['tls.sertifikat']} tidak ada"
    hasil = subprocess.run(
        ["openssl", "x509", "-noout", "-enddate", "-in", str(berkas)], capture_output=True, text=True, check=False
    )
    if hasil.returncode:
        return False, f"{s['tls.sertifikat']} bukan sertifikat"
    hari = int((ssl.cert_time_to_seconds(hasil.stdout.strip().partition("=")[2]) - time.time()) // 86_400)
    if hari < SERTIFIKAT_HARI:
        return False, f"berlaku {hari} hari lagi. Perbarui sebelum orang melihat peringatan peramban."
    return True, f"berlaku {hari} hari lagi"


def _ruang(s: Server, m: Mesin) -> tuple[bool, str]:
    folder = m.letak(s["berkas.folder"])
    sisa = shutil.disk_usage(folder if folder.is_dir() else m.akar).free
    if sisa < RUANG:
        return False, f"tinggal {sisa // 1_000_000} MB di {s['berkas.folder']}. Tambah cakram atau pindahkan yang lain."
    return True, f"{sisa // 1_000_000_000} GB kosong"


def _jam(m: Mesin) -> tuple[bool, str]:
    if not m.berhasil("timedatectl", "show", "-p", "NTPSynchronized"):
        return False, "tidak dapat diperiksa. Jalankan: timedatectl"
    sama = "=yes" in m.jalan("timedatectl", "show", "-p", "NTPSynchronized")
    return sama, "disamakan lewat jaringan" if sama else "tidak disamakan. Jalankan: timedatectl set-ntp true"
