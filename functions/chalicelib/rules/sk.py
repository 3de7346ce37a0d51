"""SK: a decree as recorded, compared with what was computed (domain 7.5). Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from schemas.tanggal import rupiah, tanggal_panjang, tulis_mkg
from schemas.usulan import Usulan


def beda_sk(usulan: Usulan, sk: Any) -> list[str]:
    """Where the decree differs from what was computed (domain 7.5): one sentence part for each difference."""
    return [f"{apa} {tertulis}, hitungan {hitungan}" for apa, tertulis, hitungan in _beda(usulan, sk)]


def _beda(usulan: Usulan, sk: Any) -> Iterator[tuple[str, str, str]]:
    hitung, mkg = usulan.kelayakan, (sk.mk_tahun, sk.mk_bulan)
    if sk.tmt != usulan.periode:
        yield "TMT", tanggal_panjang(sk.tmt), tanggal_panjang(usulan.periode)
    if hitung and hitung.mkg and hitung.mkg != mkg:
        yield "masa kerja", tulis_mkg(mkg), tulis_mkg(hitung.mkg)
    if hitung and hitung.gaji_pokok and hitung.gaji_pokok != sk.gaji_pokok:
        yield "gaji pokok", rupiah(sk.gaji_pokok), rupiah(hitung.gaji_pokok)
