"""Kata syarat: a verdict as a person reads it: from when, to which golongan, or why that cannot be said. Pure."""

from __future__ import annotations

from typing import Any

from schemas.pandangan_syarat import KelompokTemuan, PandanganSyarat, PandanganTemuan
from schemas.tanggal import tanggal_panjang
from schemas.temuan import BELUM_DIKETAHUI, TANPA_MKG
from schemas.usulan import SEBUTAN_JENIS, Kelayakan, TemuanSyarat

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
    isi: dict[str, Any] = {
        **dict(k),
        "temuan": tuple(PandanganTemuan(**dict(t), kelompok=_kelompok(t)) for t in k.temuan),
    }
    return PandanganSyarat(
        **isi,
        judul=SEBUTAN_JENIS[k.jenis] + ke(k),
        kalimat=_kalimat(k, siapa),
        sebutan=sebutan,
        warna=warna,
        judul_alasan="Karena" if k.putusan == "MS" else "Yang sudah terpenuhi",
    )


def _kelompok(t: TemuanSyarat) -> KelompokTemuan:
    """Masa kerja golongan decides only the pay: not to know it is a note."""
    if t.menghalangi:
        return "kurang"
    return "gelap" if t.kode.startswith(BELUM_DIKETAHUI) and t.kode != TANPA_MKG else "catatan"


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
