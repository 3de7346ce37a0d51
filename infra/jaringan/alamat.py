"""Under which address the phones of this office reach this computer. Only Python itself is needed here."""

from __future__ import annotations

import socket
import sys
from ipaddress import IPv4Address, IPv4Network

from infra.tempat import Berhenti

SETEMPAT = tuple(
    IPv4Network(n)
    for n in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "127.0.0.0/8", "192.0.2.0/24")
)
"""Addresses that nobody outside the office reaches: RFC 1918, 3927, 1122, and the examples of RFC 5737. Our CA can vouch for no other."""
LUAR = ("203.0.113.1", 9)
"""Somewhere outside (RFC 5737). Nothing is sent: the system only tells by which of our addresses it would go."""
SIOCGIFADDR = 0x8915


def pilih(diminta: str = "") -> str:
    """The address to listen on: the one asked for, else the one of the default route.

    Raises Berhenti: none, not ours, or one that the internet reaches.
    """
    alamat = diminta or _ke_luar()
    if not alamat:
        raise Berhenti(
            "Komputer ini belum tersambung ke jaringan, jadi ponsel tidak dapat menjangkaunya.\n"
            f"Sambungkan ke Wi-Fi atau kabel kantor, lalu jalankan lagi.{_pilihan()}"
        )
    try:
        ip = IPv4Address(alamat)
    except ValueError:
        raise Berhenti(f"“{alamat}” bukan alamat IPv4. Contoh: infra/run --jaringan --alamat 192.168.1.5") from None
    if not any(ip in n for n in SETEMPAT):
        raise Berhenti(
            f"Alamat {alamat} dapat dijangkau dari internet; --jaringan hanya untuk jaringan kantor.\n"
            f"Untuk dipakai umum, pasang di server: infra/server/README.md{_pilihan()}"
        )
    if not _milik_sini(alamat):
        raise Berhenti(f"Alamat {alamat} bukan alamat komputer ini.{_pilihan()}")
    return alamat


def lain(dipakai: str) -> list[str]:
    """The other addresses of this computer that a phone could be meant to use; [] where the system does not tell."""
    if sys.platform != "linux":
        return []
    return [a for a in map(_alamat, _kartu()) if a and a != dipakai and not a.startswith("127.")]


def _kartu() -> list[str]:
    return [nama for _, nama in socket.if_nameindex()]


def _alamat(kartu: str) -> str:
    """The IPv4 address of a network card; "" for none."""
    import fcntl
    import struct

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as soket:
        try:
            isi = fcntl.ioctl(soket, SIOCGIFADDR, struct.pack("256s", kartu.encode()[:15]))
        except OSError:
            return ""
    return socket.inet_ntoa(isi[20:24])


def _ke_luar() -> str:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as soket:
        try:
            soket.connect(LUAR)
        except OSError:
            return ""
        alamat = str(soket.getsockname()[0])
    return "" if alamat == "0.0.0.0" else alamat


def _milik_sini(alamat: str) -> bool:
    with socket.socket() as soket:
        try:
            soket.bind((alamat, 0))
        except OSError:
            return False
        return True


def _pilihan() -> str:
    ada = [a for a in lain("") if any(IPv4Address(a) in n for n in SETEMPAT)]
    return f"\nAlamat komputer ini: {', '.join(ada)}. Pilih dengan --alamat." if ada else ""
