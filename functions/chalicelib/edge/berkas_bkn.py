"""Counters of what leaves for BKN: packs of documents, and the table by which they are named."""

from __future__ import annotations

from chalice import Blueprint

from chalicelib.actions import nama_berkas, paket
from chalicelib.edge.rute import Loket, rute
from schemas.dasar import Halaman, KueriHalaman
from schemas.nama_berkas import IsianNamaBerkas, PandanganNamaBerkas
from schemas.paket import IsianPaket, PandanganPaket
from schemas.pandangan_berkas import AlamatBerkas
from schemas.peran import Peran

bp = Blueprint(__name__)
MEMAKETKAN = frozenset({Peran.OPERATOR_SIASN, Peran.KABID})


@rute(bp, "GET", "/paket", MEMAKETKAN, kueri=KueriHalaman, keluar=Halaman[PandanganPaket])
def daftar(loket: Loket) -> Halaman[PandanganPaket]:
    """Paket berkas yang pernah diminta."""
    return paket.daftar(loket.kantor, batas=loket.kueri.batas, kursor=loket.kueri.kursor)


@rute(bp, "POST", "/paket", MEMAKETKAN, masuk=IsianPaket, keluar=PandanganPaket, status=201)
def minta(loket: Loket) -> PandanganPaket:
    """Minta berkas satu usulan, OPD, atau periode sebagai ZIP."""
    return paket.minta(loket.kantor, loket.pelaku, loket.isian)


@rute(bp, "GET", "/paket/{id}", MEMAKETKAN, keluar=PandanganPaket)
def satu(loket: Loket, id: str) -> PandanganPaket:
    """Sejauh mana satu paket."""
    return paket.satu(loket.kantor, id)


@rute(bp, "GET", "/paket/{id}/{nomor}", MEMAKETKAN, keluar=AlamatBerkas)
def unduh(loket: Loket, id: str, nomor: str) -> AlamatBerkas:
    """Alamat sementara satu bagian paket."""
    return paket.unduh(loket.kantor, loket.pelaku, id, nomor)


@rute(bp, "GET", "/nama-berkas", MEMAKETKAN | {Peran.ADMIN}, keluar=PandanganNamaBerkas)
def nama(loket: Loket) -> PandanganNamaBerkas:
    """Nama setiap jenis dokumen untuk BKN."""
    return nama_berkas.lihat(loket.kantor)


@rute(bp, "PUT", "/nama-berkas", frozenset({Peran.ADMIN}), masuk=IsianNamaBerkas, keluar=PandanganNamaBerkas)
def atur_nama(loket: Loket) -> PandanganNamaBerkas:
    """Atur nama berkas untuk BKN."""
    return nama_berkas.atur(loket.kantor, loket.pelaku, loket.isian)
