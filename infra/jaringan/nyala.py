"""`infra/run --jaringan`: certificate and gate around the SIKAP of this computer, and what its owner is told about them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from infra.jaringan import alamat
from infra.proses import Keluarga, menjawab, pintu_bebas, pintu_bebas_sesudah
from infra.pustaka import Pustaka
from infra.tempat import AKAR, DATA, Berhenti, katakan

FOLDER = DATA / "jaringan"


class Jaringan(NamedTuple):
    """Where phones reach us."""

    alamat: str
    pintu: int

    @property
    def situs(self) -> str:
        """The one origin of site, functions and files."""
        return f"https://{self.alamat}:{self.pintu}"


def pilih(diminta: str, pintu: int) -> Jaringan:
    """Raises Berhenti where there is no address that phones reach."""
    return Jaringan(alamat.pilih(diminta), pintu)


def periksa_pintu(j: Jaringan) -> None:
    """Raises Berhenti when its port is taken, with the next free one."""
    if not pintu_bebas(j.pintu, j.alamat):
        raise Berhenti(
            f"Pintu {j.pintu} di {j.alamat} sedang dipakai program lain.\nHentikan program itu, atau pakai pintu lain: "
            f"infra/run --jaringan --pintu-jaringan {pintu_bebas_sesudah(j.pintu, j.alamat)}"
        )


def setelan(j: Jaringan, ada: Mapping[str, str]) -> dict[str, str]:
    """What functions must know beyond their address. `ada`: what is set already; a storage with https of its own stays."""
    lewat_gerbang = urlsplit(ada["SIKAP_S3_ALAMAT"]).scheme == "http" and not ada.get("SIKAP_S3_ALAMAT_PUBLIK")
    return {"SIKAP_PROKSI_TEPERCAYA": "1"} | ({"SIKAP_S3_ALAMAT_PUBLIK": j.situs} if lewat_gerbang else {})


def nyalakan(
    keluarga: Keluarga, pustaka: Pustaka, j: Jaringan, layanan: int, sekitar: Mapping[str, str], folder: Path = FOLDER
) -> tuple[bool, str]:
    """A gate that answers. (Did a new CA replace an older one?, its fingerprint.) `layanan`: the functions' port on loopback."""
    katakan("Menyiapkan sertifikat dan gerbang jaringan ...")
    keadaan, sidik = _keluaran(pustaka, sekitar, "sertifikat", str(folder), j.alamat).splitlines()
    isi = {
        "situs": j.situs,
        "layanan": f"127.0.0.1:{layanan}",
        "berkas": urlsplit(sekitar["SIKAP_S3_ALAMAT"]).netloc,
        "ember": sekitar.get("SIKAP_S3_EMBER") or "sikap",
        "folder": str(folder),
    }
    perintah = [pustaka.python, "-m", "infra.jaringan.gerbang", *(f"--{nama}={nilai}" for nama, nilai in isi.items())]
    anak = keluarga.mulai("Gerbang jaringan", perintah, lingkungan=sekitar, catatan=folder.with_name("gerbang.log"))
    keluarga.tunggu_siap(anak, lambda: menjawab(f"{j.situs}/api/sehat", folder / "ca.crt"), 30)
    return keadaan == "diganti", sidik


def sambutan(
    pustaka: Pustaka, j: Jaringan, sekitar: Mapping[str, str], ca: tuple[bool, str], *, demo: bool
) -> list[str]:
    """What the owner reads; with a QR code where a person looks on."""
    qr = _keluaran(pustaka, sekitar, "kode_qr", j.situs).splitlines() if sys.stdout.isatty() else []
    diganti, sidik = ca
    return [
        *(f"  {b}" for b in qr),
        *([""] if qr else []),
        "  Buka di ponsel yang memakai Wi-Fi yang sama (pindai kode QR, atau ketik alamatnya). Di komputer ini pun pakai",
        "  alamat itu. Peramban memperingatkan bahwa sambungan tidak pribadi: pilih Lanjutan, lalu Lanjutkan.",
        "  Sesudah itu masuk, memotret, dan mengunggah berjalan. Membuka SIKAP tanpa sinyal dan mengirim saat halaman",
        f"  sudah ditutup perlu sertifikat yang dipasang di ponsel: {j.situs}/sertifikat",
        *(["  Sertifikat ini baru; yang pernah dipasang di ponsel tidak berlaku lagi."] if diganti else []),
        f"  Sidik jari SHA-256: {sidik}",
        *_tidak_terbuka(j),
        "",
        *_perhatian(demo),
        "",
    ]


def _tidak_terbuka(j: Jaringan) -> list[str]:
    baris = [f"  Tidak terbuka di ponsel? Izinkan pintu {j.pintu} di firewall komputer ini."]
    if lain := alamat.lain(j.alamat):
        baris.append(f"  Komputer ini juga beralamat {', '.join(lain)}; pilih dengan --alamat.")
    return baris


def _perhatian(demo: bool) -> list[str]:
    if not demo:
        return ["  PERHATIAN: halaman masuk sekarang terbuka bagi semua orang di jaringan ini."]
    return [
        "  PERHATIAN: semua orang di jaringan ini dapat masuk sebagai siapa saja, sebab akun contoh dan kode keduanya",
        "  tampil di halaman masuk. Jangan memasukkan data atau memotret berkas orang sungguhan.",
    ]


def _keluaran(pustaka: Pustaka, sekitar: Mapping[str, str], modul: str, *isian: str) -> str:
    perintah = [pustaka.python, "-m", f"infra.jaringan.{modul}", *isian]
    hasil = subprocess.run(perintah, env=dict(sekitar), cwd=AKAR, capture_output=True)
    if hasil.returncode:
        raise Berhenti(f"Sertifikat jaringan belum dapat disiapkan.\n{hasil.stderr.decode(errors='replace')[-600:]}")
    return hasil.stdout.decode()
