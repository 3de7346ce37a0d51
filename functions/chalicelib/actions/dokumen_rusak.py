"""Dokumen rusak: what the re-hash found damaged, as the administrator's work; the owner is told by himself."""

from __future__ import annotations

from chalicelib.actions import Kantor
from chalicelib.actions.buku import Buku
from chalicelib.actions.sajikan_berkas import keutuhan
from chalicelib.galat import TidakAda
from chalicelib.records import berkas as rak
from schemas.berkas import Berkas, label_slot
from schemas.dasar import Halaman, KueriHalaman
from schemas.pandangan_arsip import BarisRusak
from schemas.pegawai import Pegawai
from schemas.peran import Pelaku, Peran


def daftar(kantor: Kantor, pelaku: Pelaku, kueri: KueriHalaman) -> Halaman[BarisRusak]:
    """A page of them, the newest find first, for administrator and auditor. Raises TidakAda."""
    if not pelaku.adalah(Peran.ADMIN, Peran.AUDITOR):
        raise TidakAda()
    buku = Buku(kantor.store)
    halaman = rak.rusak(kantor.store, kueri.batas, kueri.kursor)
    return Halaman(isi=[b for satu in halaman.isi if (b := _baris(kantor, buku, satu))], kursor=halaman.kursor)


def banyak(kantor: Kantor, batas: int) -> tuple[int, bool]:
    """How many there are, counted up to `batas`, and whether there may be more."""
    halaman = rak.rusak(kantor.store, batas)
    return len(halaman.isi), halaman.kursor is not None


def _baris(kantor: Kantor, buku: Buku, ada: Berkas) -> BarisRusak | None:
    # The index may lag behind: what was put back meanwhile is no longer damaged.
    b = buku.berkas([ada.id]).get(ada.id)
    orang: Pegawai | None = buku.pegawai(ada.pegawai)
    if b is None or b.rusak_pada is None or orang is None:
        return None
    return BarisRusak(
        id=b.id,
        label=label_slot(b.slot),
        nomor_versi=b.nomor_versi,
        nama=orang.nama_lengkap,
        nip=orang.nip,
        opd=buku.nama_unit(orang.opd),
        keutuhan=keutuhan(b, rak.versi_utuh(kantor.store, b.pegawai, b.slot)),
    )
