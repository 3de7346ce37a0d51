"""Counters of the facts: a person's histories, proposals, and their desk at BKPSDM."""

from __future__ import annotations

from chalice import Blueprint

from chalicelib.actions import fakta, fakta_lihat
from chalicelib.edge.rute import Loket, Pintu, rute
from schemas.dasar import Halaman, KueriHalaman
from schemas.pandangan_fakta import PandanganRiwayat, PandanganUsulFakta
from schemas.peran import BKPSDM, Peran
from schemas.riwayat import IsianFakta, IsianPutusanFakta, IsianTarikFakta

bp = Blueprint(__name__)
MENANGANI = BKPSDM | {Peran.PENGELOLA_OPD, Peran.AUDITOR}
MEMUTUS = frozenset({Peran.VERIFIKATOR, Peran.KABID})


@rute(bp, "GET", "/pegawai/{id}/fakta", Pintu.MASUK, keluar=PandanganRiwayat)
def riwayat(loket: Loket, id: str) -> PandanganRiwayat:
    """Riwayat seorang PNS: setiap fakta dengan sumber, pembawa, dan tanggalnya."""
    return fakta_lihat.riwayat(loket.kantor, loket.pelaku, id)


@rute(bp, "POST", "/pegawai/{id}/fakta", Pintu.MASUK, masuk=IsianFakta, keluar=PandanganUsulFakta, status=201)
def usulkan(loket: Loket, id: str) -> PandanganUsulFakta:
    """Usulkan fakta, atau hanya lihat akibatnya (uji)."""
    return fakta.usulkan(loket.kantor, loket.pelaku, id, loket.isian)


@rute(bp, "GET", "/fakta", MENANGANI, kueri=KueriHalaman, keluar=Halaman[PandanganUsulFakta])
def meja(loket: Loket) -> Halaman[PandanganUsulFakta]:
    """Usulan fakta yang menunggu keputusan."""
    return fakta_lihat.meja(loket.kantor, loket.pelaku, batas=loket.kueri.batas, kursor=loket.kueri.kursor)


@rute(bp, "GET", "/fakta/{id}", Pintu.MASUK, keluar=PandanganUsulFakta)
def satu(loket: Loket, id: str) -> PandanganUsulFakta:
    """Satu usulan fakta dengan akibatnya."""
    return fakta.satu(loket.kantor, loket.pelaku, id)


@rute(bp, "POST", "/fakta/{id}/putusan", MEMUTUS, masuk=IsianPutusanFakta, keluar=PandanganUsulFakta)
def putuskan(loket: Loket, id: str) -> PandanganUsulFakta:
    """Sahkan atau tolak usulan fakta."""
    return fakta.putuskan(loket.kantor, loket.pelaku, id, loket.isian)


@rute(bp, "POST", "/fakta/{id}/penarikan", Pintu.MASUK, masuk=IsianTarikFakta, keluar=PandanganUsulFakta)
def tarik(loket: Loket, id: str) -> PandanganUsulFakta:
    """Tarik usulan fakta sendiri."""
    return fakta.tarik(loket.kantor, loket.pelaku, id, loket.isian.versi)
