"""Paket, the plan: which documents go in, frozen before the first part is made, so that a pack is of one moment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from chalicelib.actions import Kantor, identitas
from chalicelib.actions.buku import Buku
from chalicelib.actions.nama_berkas import tabel
from chalicelib.records import usulan as rak_usulan
from chalicelib.rules.paket import beri_nama
from schemas.alur import SIAP_DIKIRIM
from schemas.berkas import KeadaanBerkas
from schemas.paket import BarisPaket, Paket
from schemas.usulan import Usulan


def rencanakan(kantor: Kantor, paket: Paket) -> list[BarisPaket]:
    """Every document that the pack shall hold, by OPD, person and checklist, with its name in the ZIP."""
    buku = Buku(kantor.store)
    kasus = sorted(_kasus(kantor, paket), key=lambda u: (buku.nama_unit(u.opd), buku.nama(u.pegawai), u.id))
    return beri_nama([b for u in kasus for b in _baris(buku, u)], tabel(kantor).pola)


def _kasus(kantor: Kantor, paket: Paket) -> Iterable[Usulan]:
    if paket.usulan:
        return [rak_usulan.ambil(kantor.store, paket.usulan)]
    if paket.periode:
        calon = rak_usulan.RAK.semua(kantor.store, f"PERIODE#{paket.periode}", indeks="g5")
    else:
        calon = rak_usulan.RAK.semua(kantor.store, f"OPD-USULAN#{paket.opd}", indeks="g3")
    # The index says which there are, the case itself is read strongly.
    ada = (rak_usulan.ambil(kantor.store, u.id) for u in calon if not paket.opd or u.opd == paket.opd)
    return [u for u in ada if paket.semua or u.status in SIAP_DIKIRIM]


def _baris(buku: Buku, u: Usulan) -> Iterator[BarisPaket]:
    orang = buku.pegawai(u.pegawai)
    ada = buku.berkas(b.berkas for b in u.butir)
    for butir in u.butir:
        b = ada.get(butir.berkas or "")
        if orang and b and b.keadaan is KeadaanBerkas.DITERIMA:
            yield BarisPaket(
                usulan=u.id,
                nomor=u.nomor,
                periode=u.periode,
                pegawai=u.pegawai,
                nama=orang.nama_lengkap,
                nip=orang.nip,
                opd=buku.nama_unit(u.opd),
                slot=b.slot,
                berkas=b.id,
                versi_berkas=b.nomor_versi,
                sha256=b.sha256,
                ukuran=b.ukuran,
                halaman=b.halaman,
                bertanda_tangan=b.bertanda_tangan,
                identitas=identitas.adalah(b.slot),
                jalur="",
            )
