"""What `status` looks at on the machine itself: rights, versions, certificate, disks, clock. (well, sentence) each."""

from __future__ import annotations

import re
import shutil
import ssl
import stat
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from infra.periksa import RUANG, SERTIFIKAT_HARI, Jawab
from infra.server import unit
from infra.server.aturan import Server
from infra.server.mesin import Mesin

PALING_TUA = {"python3": (3, 11), "psql": (14, 0), "nginx": (1, 18)}


def _sertifikat(s: Server, m: Mesin) -> Jawab:
    berkas = m.letak(s["tls.sertifikat"])
    if not berkas.is_file():
        return False, f'{s["tls.sertifikat"]} tidak ada. Letakkan di sana, atau pakai tls.cara = "acme", lalu apply.'
    hasil = subprocess.run(
        ["openssl", "x509", "-noout", "-enddate", "-in", str(berkas)], capture_output=True, text=True, check=False
    )
    if hasil.returncode:
        return (
            False,
            f"{s['tls.sertifikat']} bukan sertifikat. Isinya harus PEM (-----BEGIN CERTIFICATE-----), rangkaian lengkap.",
        )
    hari = int((ssl.cert_time_to_seconds(hasil.stdout.strip().partition("=")[2]) - time.time()) // 86_400)
    if hari < SERTIFIKAT_HARI:
        return False, f"berlaku {hari} hari lagi. Perbarui sebelum orang melihat peringatan peramban."
    return True, f"berlaku {hari} hari lagi"


def _hak(_s: Server, m: Mesin) -> Jawab:
    """Secrets must not be readable by everybody, and readable by us."""
    for jalur in (unit.SETELAN, unit.IDENTITAS):
        berkas = m.letak(jalur)
        try:
            mode = berkas.stat().st_mode
            berkas.open("rb").close()
        except PermissionError:
            return False, f"{jalur} tidak boleh Anda baca. Jalankan: sudo sikap status …"
        except FileNotFoundError:
            return False, f"{jalur} tidak ada. Jalankan: sudo infra/sikap apply …"
        if mode & stat.S_IRWXO:
            return False, f"{jalur} terbaca semua orang di server ini. Jalankan: chmod o= {jalur}"
    return True, "rahasia hanya terbaca layanannya"


def _versi(s: Server, m: Mesin) -> Jawab:
    kini = m.letak(s.kini)
    rilis = kini.readlink().name if kini.is_symlink() else "belum ada"
    versi = {nama: _angka(m, nama) for nama in PALING_TUA if not (nama == "psql" and s["catatan.alamat"])}
    for nama, v in versi.items():
        if v < PALING_TUA[nama]:
            apa = f"versi {v[0]}.{v[1]} terlalu tua" if v != (0, 0) else "tidak ada"
            return False, f"{nama} {apa}. Pakai Debian 12+ atau Ubuntu 24.04+, lalu: apt-get install {nama}"
    return True, f"rilis {rilis}; " + ", ".join(f"{nama} {v[0]}.{v[1]}" for nama, v in versi.items())


def _angka(m: Mesin, nama: str) -> tuple[int, int]:
    """The first two numbers of a program's version; (0, 0) when it is not there. (nginx tells its own on standard error.)"""
    kata = ["sh", "-c", "nginx -v 2>&1"] if nama == "nginx" else [nama, "--version"]
    if not m.berhasil(*kata):
        return 0, 0
    angka = re.search(r"(\d+)\.(\d+)", m.jalan(*kata))
    return (int(angka[1]), int(angka[2])) if angka else (0, 0)


def _ruang(s: Server, m: Mesin) -> Jawab:
    """One disk has one answer: of the folders on it the first is named, and asked once, however its free bytes move meanwhile."""
    tujuan = s["cadangan.tujuan"]
    tempat = [s["berkas.folder"], "/var/lib/postgresql", "/var/log", *([tujuan] if tujuan.startswith("/") else [])]
    cakram = {_cakram(_ada(m, t)): t for t in reversed(tempat)}
    sisa = {t: shutil.disk_usage(_ada(m, t)).free for t in tempat if t in cakram.values()}
    sempit = min(sisa, key=lambda t: sisa[t])
    if sisa[sempit] < RUANG:
        return False, f"tinggal {sisa[sempit] // 1_000_000} MB di {sempit}. Tambah cakram atau pindahkan yang lain."
    return True, f"{sisa[sempit] // 1_000_000_000} GB kosong di {sempit}, yang paling sempit"


def _cakram(folder: Path) -> int:
    return folder.stat().st_dev


def _ada(m: Mesin, jalur: str) -> Path:
    """The folder, or the nearest above it that exists."""
    letak = m.letak(jalur)
    return next((p for p in (letak, *letak.parents) if p.is_dir()), m.akar)


def _jam(_s: Server, m: Mesin) -> Jawab:
    if not m.berhasil("timedatectl", "show", "-p", "NTPSynchronized"):
        return False, "tidak dapat diperiksa. Jalankan: timedatectl"
    sama = "=yes" in m.jalan("timedatectl", "show", "-p", "NTPSynchronized")
    return (
        sama,
        "disamakan lewat jaringan"
        if sama
        else "tidak disamakan. Jalankan: apt-get install systemd-timesyncd; timedatectl set-ntp true",
    )


SEMUA: tuple[tuple[str, Callable[[Server, Mesin], Jawab]], ...] = (
    ("hak berkas rahasia", _hak),
    ("versi", _versi),
    ("sertifikat", _sertifikat),
    ("ruang cakram", _ruang),
    ("jam server", _jam),
)
