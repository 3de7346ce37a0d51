"""Kata syarat: a verdict as a person reads it: from when, to which golongan, or why that cannot be said. Pure."""

from __future__ import annotations

from schemas.pandangan_syarat import PandanganSyarat
from schemas.tanggal import tanggal_panjang
from schemas.usulan import SEBUTAN_JENIS, Kelayakan

_PUTUSAN = {
    "MS": ("Memenuhi syarat", "selesai"),
    "TMS": ("Belum memenuhi syarat", "tms"),
    "PERLU_TELAAH": ("Perlu ditelaah", "bts"),
}
ANDA, DIA = "Anda", "PNS ini"
"""How the person is spoken of: to himself, and to others."""


def kata(k: Kelayakan, siapa: str = ANDA) -> PandanganSyarat:
    """The verdict with its words."""
    sebutan, warna = _PUTUSAN[k.putusan]
    judul = SEBUTAN_JENIS[k.jenis] + ke(k)
    return PandanganSyarat(**dict(k), judul=judul, kalimat=_kalimat(k, siapa), sebutan=sebutan, warna=warna)


def ke(k: Kelayakan) -> str:
    """Up to which golongan, as the end of a phrase; "" while that is not known."""
    return f" ke golongan {k.golongan_baru.tulisan}" if k.golongan_baru else ""


def _kalimat(k: Kelayakan, siapa: str) -> str:
    untuk, cepat = tanggal_panjang(k.per_tanggal), k.paling_cepat_diusulkan or k.paling_cepat
    nanti = f" Paling cepat untuk {tanggal_panjang(cepat)}." if cepat and cepat > k.per_tanggal else ""
    if k.putusan == "MS":
        sudah = f" Bahkan sudah dapat untuk {tanggal_panjang(cepat)}." if cepat and cepat < k.per_tanggal else ""
        return f"{siapa} dapat diusulkan{ke(k)} untuk {untuk}.{sudah}"
    if k.putusan == "TMS":
        kapan = nanti if cepat else " Kapan dapat, belum dapat dihitung selama yang kurang belum selesai."
        return f"{siapa} belum dapat diusulkan{ke(k)} untuk {untuk}.{kapan}"
    return f"Belum dapat dipastikan apakah {siapa} dapat diusulkan{ke(k)} untuk {untuk}, karena ada yang belum diketahui.{nanti}"
