"""Keadaan: what somebody who watches the system must see: what waits too long, what does not answer, when it was last backed up."""

from __future__ import annotations

from datetime import datetime

from chalicelib.actions import Kantor, cadangan, kesehatan
from chalicelib.records import berkas as rak_berkas
from chalicelib.records import kabar as rak_kabar
from chalicelib.records import ramalan as rak_ramalan


def ukur(kantor: Kantor) -> dict[str, float]:
    """Gauge -> value; ages in seconds, 1 or 0 for well or not. A part that is away is told, and nothing that would need it."""
    sehat = kesehatan.periksa(kantor).bagian
    ukuran = {f"{nama}_sehat": float(baik) for nama, baik in sehat.items()}
    return ukuran | (_dari_catatan(kantor) if sehat["catatan"] else {})


def _dari_catatan(kantor: Kantor) -> dict[str, float]:
    kini = kantor.jam()
    tua = next(iter(rak_kabar.jatuh_tempo(kantor.store, kini.isoformat(), 1)), None)
    lama = next(iter(rak_berkas.terlama_diperiksa(kantor.store, 1)), None)
    terakhir = cadangan.lihat(kantor)
    ukuran = {"kabar_tertunda_detik": _umur(tua.jatuh_tempo, kini) if tua else 0.0}
    ukuran["ramalan_disisihkan"] = float(rak_ramalan.disisihkan(kantor.store))
    if lama and lama.diperiksa_pada:
        ukuran["dokumen_terlama_diperiksa_detik"] = _umur(lama.diperiksa_pada, kini)
    if terakhir.terakhir:
        ukuran["cadangan_umur_detik"] = _umur(terakhir.terakhir.pada, kini)
    return ukuran


def _umur(sejak: datetime, kini: datetime) -> float:
    return max(0.0, (kini - sejak).total_seconds())
