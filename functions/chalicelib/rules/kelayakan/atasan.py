"""The direct superior's rank: a bar for reguler until PerBKN 2/2025, a note elsewhere (domain 2.1 G9)."""

from __future__ import annotations

from chalicelib.rules.kelayakan.catat import Catat, catatan, halang, telaah
from chalicelib.rules.kelayakan.fakta import Perkara
from chalicelib.rules.waktu import SEHARI
from schemas.golongan import Golongan
from schemas.tanggal import tanggal_panjang


def periksa(p: Perkara, baru: Golongan | None) -> list[Catat]:
    """Does the new rank rise above the superior's, and does that matter for this kind on this TMT?"""
    baris, atasan = p.berlaku.atasan.get(p.jenis), p.orang.atasan_golongan
    if baris is None or baru is None or baris.efek == "abaikan":
        return []
    if atasan is None:
        pesan = "Pangkat atasan langsung belum diketahui; untuk TMT ini pangkat baru tidak boleh melampauinya."
        return [telaah("atasan", pesan, baris.dasar)] if baris.efek == "halangi" else []
    if baru <= atasan:
        return []
    pesan = f"Pangkat baru {baru.tulisan} melampaui pangkat atasan langsung {atasan.tulisan}."
    if baris.efek == "catatan":
        return [catatan("atasan-dicatat", f"{pesan} Ini catatan saja, tidak menghalangi.", baris.dasar)]
    bebas = baris.berlaku_sampai + SEHARI if baris.berlaku_sampai else None
    sambung = f" Batas ini tidak berlaku lagi mulai {tanggal_panjang(bebas)}." if bebas else ""
    return [halang("atasan-terlampaui", pesan + sambung, baris.dasar, bebas)]
