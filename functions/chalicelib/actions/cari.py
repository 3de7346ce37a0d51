"""Cari: find people by name or NIP. A snapshot in memory answers; people changed since are merged in; scope filters first."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import NamedTuple
from weakref import WeakKeyDictionary

from chalicelib.actions import Kantor, sajikan
from chalicelib.actions.buku import Buku
from chalicelib.actions.pindah import UBAH_NAMA
from chalicelib.documents.kunci import cuplikan as kunci_cuplikan
from chalicelib.galat import TidakAda
from chalicelib.records import kantor as rak_kantor
from chalicelib.records import pegawai as rak_pegawai
from chalicelib.records import usulan as rak_usulan
from chalicelib.rules import cuplikan as nama
from chalicelib.rules import wewenang
from chalicelib.store import Conflict, Delete, Harap, Item, Put, Store
from schemas.alur import MEJA
from schemas.kueri import IsianCari
from schemas.pandangan_pegawai import BarisPencarian, HasilPencarian, Sempit
from schemas.pegawai import Pegawai
from schemas.peran import BKPSDM, Pelaku, Peran
from schemas.tanggal import ribuan
from schemas.usulan import LAYANAN

PENUNJUK = ("CUPLIKAN", "nama")
USANG = ("CUPLIKAN", "usang")
"""Stands while an import has changed more people than are worth noting one by one."""
BANYAK_UBAH = 100
PALING_SEMPIT = 60
_MELIHAT_SEMUA = BKPSDM | {Peran.AUDITOR, Peran.ADMIN}


class _Ingatan(NamedTuple):
    """What a process holds: the snapshot, its version, and the news already merged into it."""

    versi: str
    kabar: str
    cuplikan: nama.Cuplikan


_kunci = threading.Lock()
_ingatan: WeakKeyDictionary[Store, _Ingatan] = WeakKeyDictionary()
"""One per store of this process (tests have several)."""


def cari(kantor: Kantor, pelaku: Pelaku, isian: IsianCari) -> HasilPencarian:
    """A page of hits, best first. When nothing fits, the nearest, and a sentence that says so."""
    lewati = int(isian.kursor) if isian.kursor and isian.kursor.isdecimal() and len(isian.kursor) < 6 else 0
    hasil = nama.cari(
        _cuplikan(kantor), isian.cari, lingkup=_lingkup(pelaku), unit=isian.unit, batas=isian.batas, lewati=lewati
    )
    buku = Buku(kantor.store)
    isi = [b for id_ in hasil.isi if (p := buku.pegawai(id_)) and (b := _baris(kantor, buku, pelaku, p))]
    lanjut = str(lewati + isian.batas) if hasil.jumlah > lewati + isian.batas and not hasil.terdekat else None
    return HasilPencarian(
        isi=isi,
        kursor=lanjut,
        terdekat=hasil.terdekat,
        pesan=_pesan(isian, hasil, isi),
        sempit=_sempit(buku, isian, hasil),
    )


def _lingkup(pelaku: Pelaku) -> str | None:
    """The unit whose people (and below) he may find; None: everybody. Raises TidakAda for one who may find nobody."""
    if pelaku.adalah(*_MELIHAT_SEMUA):
        return None
    if Peran.PENGELOLA_OPD in pelaku.peran and pelaku.lingkup:
        return pelaku.lingkup
    raise TidakAda()


def _pesan(isian: IsianCari, hasil: nama.Hasil, isi: Sequence[BarisPencarian]) -> str:
    if not isian.cari.strip():
        return "Ketik nama atau NIP."
    if not isi:
        return "Tidak ada yang cocok. Coba sebagian nama saja, atau NIP-nya."
    if hasil.terdekat:
        return "Tidak ada yang persis cocok. Ini yang paling mirip:"
    if hasil.jumlah <= isian.batas:
        return f"{hasil.jumlah} orang ditemukan."
    return f"Terlalu banyak yang cocok: {ribuan(hasil.jumlah)} orang. Tambahkan kata lain dari namanya, pilih unit kerjanya, atau ketik NIP."


def _sempit(buku: Buku, isian: IsianCari, hasil: nama.Hasil) -> list[Sempit]:
    """Units to narrow to, those with most hits first; nothing when a page holds all."""
    if hasil.terdekat or (hasil.jumlah <= isian.batas and not isian.unit):
        return []
    # Cut before any name is read: a search of the whole county would read every unit's.
    terbanyak = sorted(hasil.sebaran.items(), key=lambda x: (-x[1], x[0]))[:PALING_SEMPIT]
    urut = sorted(terbanyak, key=lambda x: (-x[1], buku.nama_unit(x[0])))
    kini = [(isian.unit, hasil.jumlah)] if isian.unit else []
    return [
        Sempit(id="", nama="Semua unit kerja"),
        *(Sempit(id=u, nama=f"{buku.nama_unit(u)} ({n})") for u, n in [*kini, *urut]),
    ]


def _baris(kantor: Kantor, buku: Buku, pelaku: Pelaku, p: Pegawai) -> BarisPencarian | None:
    jalur = buku.jalur(p.unit, p.opd)
    if not wewenang.boleh_lihat_pegawai(pelaku, p, jalur):
        return None
    id_ = rak_pegawai.usulan_terbuka(kantor.store, p.id, LAYANAN)
    berjalan = rak_usulan.ambil(kantor.store, id_) if id_ else None
    return BarisPencarian(
        **sajikan.ringkas_pegawai(buku, p).model_dump(),
        usulan_terbuka=id_,
        usulan_sebutan=MEJA[berjalan.status].sebutan if berjalan else "",
        boleh_usulkan=id_ is None and p.status == "PNS" and wewenang.boleh_buat(pelaku, p, jalur),
    )


def _cuplikan(kantor: Kantor) -> nama.Cuplikan:
    """The snapshot of this process, brought up to date: two small reads when nothing has changed."""
    try:
        return _terkini(kantor)
    except TidakAda:  # a newer one took its place between the look at where it lies and the look at it
        return _terkini(kantor)


def _terkini(kantor: Kantor) -> nama.Cuplikan:
    # What has changed first: the worker takes it away when it has put the next snapshot, with all of it, in place.
    baru, _ = kantor.store.query(UBAH_NAMA, limit=200)
    penunjuk = kantor.store.get(*PENUNJUK)
    versi = str(penunjuk.body["kunci"]) if penunjuk else ""
    kabar = f"{len(baru)}:{baru[-1].sk if baru else ''}"
    with _kunci:
        ada = _ingatan.get(kantor.store)
        if ada is None or ada.versi != versi:
            dasar = nama.baca(kantor.documents.baca(versi)) if versi else nama.susun([])
            ada = _Ingatan(versi, "0:", dasar)
        if ada.kabar != kabar:
            ada = _Ingatan(versi, kabar, _gabung(kantor, ada.cuplikan, baru))
        _ingatan[kantor.store] = ada
    return ada.cuplikan


def _gabung(kantor: Kantor, dasar: nama.Cuplikan, baru: Sequence[Item]) -> nama.Cuplikan:
    buku = Buku(kantor.store)
    berubah = {p.id: _orang(p, buku.jalur(p.unit, p.opd)) for i in baru if (p := buku.pegawai(str(i.body["pegawai"])))}
    return nama.ganti(dasar, berubah.values()) if berubah else dasar


def _orang(p: Pegawai, jalur: tuple[str, ...]) -> nama.Orang:
    return nama.Orang(id=p.id, nip=p.nip, nip_lama=p.nip_lama, nama=p.nama_lengkap, jalur=jalur)


def perbarui(kantor: Kantor, *, paksa: bool = False) -> bool:
    """The worker's share: a new snapshot when enough has changed (or none exists). True when one was made."""
    baru, _ = kantor.store.query(UBAH_NAMA, limit=200)
    penunjuk = kantor.store.get(*PENUNJUK)
    if penunjuk and len(baru) < BANYAK_UBAH and not (paksa or kantor.store.get(*USANG)):
        return False
    jalur = {u.id: u.jalur or (u.id,) for u in rak_kantor.semua_unit(kantor.store)}
    isi = nama.serialkan(nama.susun([_orang(p, jalur.get(p.unit or "", ())) for p in rak_pegawai.semua(kantor.store)]))
    tujuan = kunci_cuplikan(kantor.id_baru())
    kantor.documents.taruh(tujuan, isi, "application/octet-stream")
    lama = str(penunjuk.body["kunci"]) if penunjuk else ""
    harap = penunjuk.version if penunjuk else Harap.TIADA
    try:
        kantor.store.write(
            Put(*PENUNJUK, {"kunci": tujuan}, expect=harap),
            Delete(*USANG),
            *[Delete(UBAH_NAMA, i.sk) for i in baru[:90]],
        )
    except Conflict:
        kantor.documents.hapus(tujuan)
        return False
    if lama:
        kantor.documents.hapus(lama)
    return True


def usangkan(kantor: Kantor) -> None:
    """Many people have changed: the next round makes a new snapshot."""
    kantor.store.write(Put(*USANG, {}))
    kantor.nyalakan()
