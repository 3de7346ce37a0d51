"""Laju: how often one address may ask where nobody signs in. One count for all processes; the address itself is not kept."""

from __future__ import annotations

from ipaddress import IPv4Address, ip_address, ip_network

from chalicelib.actions import Kantor, sandi
from chalicelib.galat import Terhenti, TerlaluSering
from chalicelib.records import laju as rak
from chalicelib.store import Conflict

MENIT = 60
ULANG = 8
"""Others of the same address may count at the same moment; each time one of them gets through."""


def hitung(kantor: Kantor, alamat: str) -> None:
    """Count one question of this address: `cek_per_menit` at once, then as many as drip out of a full minute. Raises TerlaluSering.

    While the records are away nobody is counted: the checker reads none and answers all the same.
    """
    kunci = sandi.sidik(kantor.setelan.rahasia, "laju", _tempat(alamat))
    try:
        for _ in range(ULANG):
            if _hitung(kantor, kunci):
                return
    except Terhenti:
        return
    raise _terlalu_sering(1)


def _tempat(alamat: str) -> str:
    """Where somebody asks from: an IPv4 address; of IPv6 the network of one household, in which he has as many as he likes."""
    try:
        ip = ip_address(alamat)
    except ValueError:
        return alamat
    if isinstance(ip, IPv4Address) or ip.ipv4_mapped:
        return str(getattr(ip, "ipv4_mapped", None) or ip)
    return str(ip_network((ip, 64), strict=False))


def _hitung(kantor: Kantor, kunci: str) -> bool:
    """Whether it was counted; False when somebody else was first. Raises TerlaluSering."""
    kini = kantor.jam().timestamp()
    ada = rak.RAK.ambil(kantor.store, f"LAJU#{kunci}") or rak.Ember(kunci=kunci)
    kosong = max(kini, ada.kosong_pada) + MENIT / kantor.setelan.cek_per_menit
    if kosong - kini > MENIT + 1e-6:
        raise _terlalu_sering(int(kosong - kini - MENIT) + 1)
    try:
        kantor.store.write(rak.RAK.taruh(ada.model_copy(update={"kosong_pada": kosong})))
    except Conflict:
        return False
    return True


def _terlalu_sering(detik: int) -> TerlaluSering:
    return TerlaluSering(
        "Terlalu banyak pertanyaan dari tempat ini dalam satu menit.",
        petunjuk="Jawaban Anda tetap ada. Tunggu sebentar, lalu coba lagi.",
        tunggu_detik=detik,
        kode="terlalu-sering",
    )
