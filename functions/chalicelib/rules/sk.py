"""SK: a decree as recorded, compared with what was computed (domain 7.5). Pure."""

from __future__ import annotations

from typing import Any

from schemas.usulan import Usulan


def beda_sk(usulan: Usulan, sk: Any) -> list[str]:
    """Where the decree differs from what was computed (domain 7.5): sentences."""
    beda = [] if sk.tmt == usulan.periode else [f"TMT {sk.tmt:%d-%m-%Y}, periode {usulan.periode:%d-%m-%Y}"]
    hitung = usulan.kelayakan
    if hitung and hitung.mkg and hitung.mkg != (sk.mk_tahun, sk.mk_bulan):
        beda.append(
            f"masa kerja {sk.mk_tahun} tahun {sk.mk_bulan} bulan, hitungan {hitung.mkg[0]} tahun {hitung.mkg[1]} bulan"
        )
    if hitung and hitung.gaji_pokok and hitung.gaji_pokok != sk.gaji_pokok:
        beda.append(f"gaji pokok Rp{sk.gaji_pokok:,}, hitungan Rp{hitung.gaji_pokok:,}".replace(",", "."))
    return beda
