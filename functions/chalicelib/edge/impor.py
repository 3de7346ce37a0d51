"""Counters of imports: the same six for each kind, opened in one place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from chalice import Blueprint
from pydantic import BaseModel

from chalicelib.actions import impor, impor_nomor, impor_riwayat
from chalicelib.actions.meja_impor import MejaImpor
from chalicelib.edge.rute import Loket, rute
from schemas.dasar import Halaman, KueriHalaman
from schemas.impor import IsianImpor, IsianTerapImpor, IsianUjiNomor, IsianUjiRiwayat
from schemas.pandangan_berkas import JawabTiket
from schemas.pandangan_impor import PandanganImporNomor, PandanganImporRiwayat
from schemas.pandangan_kantor import BarisImpor, PandanganImpor
from schemas.peran import Peran

bp = Blueprint(__name__)
ADMIN = frozenset({Peran.ADMIN})
MENGIMPOR = frozenset({Peran.VERIFIKATOR, Peran.KABID, Peran.ADMIN})


def _buka(
    nama: str, untuk: frozenset[Peran], meja: MejaImpor[Any, Any], keluar: type[PandanganImpor],
    uji: Callable[[Loket, str], Any], isian_uji: type[BaseModel] | None = None,
) -> None:  # fmt: skip  # noqa: PLR0913
    @rute(bp, "GET", f"/{nama}", untuk, kueri=KueriHalaman, keluar=Halaman[keluar])  # type: ignore[valid-type]
    def daftar_impor(loket: Loket) -> Any:
        """Impor yang pernah dibuat."""
        return meja.daftar(loket.kantor, loket.pelaku, batas=loket.kueri.batas, kursor=loket.kueri.kursor)

    @rute(bp, "POST", f"/{nama}", untuk, masuk=IsianImpor, keluar=JawabTiket, status=201)
    def tiket_impor(loket: Loket) -> JawabTiket:
        """Minta tiket unggah buku kerja atau CSV."""
        return meja.tiket(loket.kantor, loket.pelaku, loket.isian)

    @rute(bp, "POST", f"/{nama}/{{id}}/uji", untuk, masuk=isian_uji, keluar=keluar, status=202)
    def uji_impor(loket: Loket, id: str) -> Any:
        """Periksa tanpa menyimpan."""
        return uji(loket, id)

    @rute(bp, "GET", f"/{nama}/{{id}}", untuk, keluar=keluar)
    def satu_impor(loket: Loket, id: str) -> Any:
        """Keadaan satu impor."""
        return meja.lihat(loket.kantor, loket.pelaku, id)

    @rute(bp, "GET", f"/{nama}/{{id}}/{{macam}}", untuk, kueri=KueriHalaman, keluar=Halaman[BarisImpor])
    def baris_impor(loket: Loket, id: str, macam: str) -> Any:
        """Baris menurut hasil pemeriksaannya: ditolak, peringatan, celah, tetap, ubah."""
        k = loket.kueri
        return meja.baris(loket.kantor, loket.pelaku, id, macam, batas=k.batas, kursor=k.kursor)

    @rute(bp, "POST", f"/{nama}/{{id}}/penerapan", untuk, masuk=IsianTerapImpor, keluar=keluar, status=202)
    def terapkan_impor(loket: Loket, id: str) -> Any:
        """Terapkan impor yang sudah diperiksa."""
        return meja.minta_terap(loket.kantor, loket.pelaku, id, loket.isian.versi)


_buka("impor", ADMIN, impor.MEJA, PandanganImpor, lambda x, id_: impor.MEJA.minta_uji(x.kantor, x.pelaku, id_))
_buka(
    "impor-riwayat",
    MENGIMPOR,
    impor_riwayat.MEJA,
    PandanganImporRiwayat,
    lambda x, id_: impor_riwayat.minta_uji(x.kantor, x.pelaku, id_, x.isian),
    IsianUjiRiwayat,
)
_buka(
    "impor-nomor",
    ADMIN,
    impor_nomor.MEJA,
    PandanganImporNomor,
    lambda x, id_: impor_nomor.MEJA.minta_uji(x.kantor, x.pelaku, id_, peta=x.isian.peta),
    IsianUjiNomor,
)
