"""Jadwal: what SIKAP says by itself each working day: deadlines that come near, and one digest for each desk.

Whoever was told today is marked together with his message, so that a second worker, or one that died half way, tells nobody
twice. A day that was told whole is marked as well and not walked again.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from chalicelib.actions import Kantor, kabari
from chalicelib.actions.buku import Buku
from chalicelib.actions.periode import semua as semua_periode
from chalicelib.records import akun as rak_akun
from chalicelib.records import usulan as rak_usulan
from chalicelib.rules.hari_kerja import WIB, hari_wib
from chalicelib.rules.jadwal import Libur, ingatkan, lewat, masuk_kerja
from chalicelib.store import Conflict, Harap, Put
from schemas.jadwal import DIPERBAIKI, SLA, TAHAP, libur
from schemas.peran import Peran
from schemas.tanggal import tanggal_panjang
from schemas.usulan import Status, Usulan


def kerjakan(kantor: Kantor) -> int:
    """Today's share, once: nothing on a day off or before the hour set; answers how many messages are owed by it."""
    kini = kantor.jam()
    hari, tutup = hari_wib(kini), hari_libur(kantor)
    if kini.astimezone(WIB).hour < kantor.setelan.jadwal_pukul or not masuk_kerja(hari, tutup):
        return 0
    if kantor.store.get(f"JADWAL#{hari}", "SELESAI"):
        return 0
    buku = Buku(kantor.store)
    kabar = sum(1 for k in (*_perbaikan(kantor, buku, hari, tutup), *_periode(kantor, buku, hari, tutup)) if k)
    kabar += sum(1 for k in _ringkasan(kantor, hari, tutup) if k)
    _sekali(kantor, hari, "SELESAI")
    if kabar:
        kantor.nyalakan()
    return kabar


def hari_libur(kantor: Kantor) -> Libur:
    """The holiday table and what the office added to it."""
    return libur() | frozenset(kantor.setelan.libur_tambahan)


def _ingat(kantor: Kantor) -> list[int]:
    return [int(n) for n in kantor.setelan.jadwal_hari.replace(",", " ").split()]


def _sekali(kantor: Kantor, hari: date, siapa: str, *kabar: Put) -> bool:
    """Mark and messages in one write; False when this was said today."""
    habis = int((kantor.jam() + timedelta(days=40)).timestamp())
    try:
        kantor.store.write(Put(f"JADWAL#{hari}", siapa, {}, expect=Harap.TIADA, expires=habis), *kabar)
    except Conflict:
        return False
    return True


def _kasus(kantor: Kantor, status: Status) -> Iterator[Usulan]:
    """Every case in this status, page by page."""
    kursor: str | None = None
    while True:
        halaman = rak_usulan.daftar(kantor.store, f"STATUS#{status}", "g2", batas=100, kursor=kursor)
        yield from halaman.isi
        if not (kursor := halaman.kursor):
            return


def _perbaikan(kantor: Kantor, buku: Buku, hari: date, tutup: Libur) -> Iterator[bool]:
    """Repairs that are owed: the person and his pengelola."""
    for u in (u for status in DIPERBAIKI for u in _kasus(kantor, status)):
        if u.tenggat is None or (sisa := ingatkan(hari, u.tenggat, _ingat(kantor), tutup)) is None:
            continue
        for siapa, put in kabari.satu_satu(kantor, buku, u, "INGAT1", sisa=sisa):
            yield _sekali(kantor, hari, f"INGAT1#{u.id}#{siapa}", put)


def _periode(kantor: Kantor, buku: Buku, hari: date, tutup: Libur) -> Iterator[bool]:
    """Deadlines of a period: those whose desk still holds cases of it."""
    for p in semua_periode(kantor):
        for bidang, sebutan, status in TAHAP:
            tenggat = getattr(p, bidang)
            if (sisa := ingatkan(hari, tenggat, _ingat(kantor), tutup)) is None:
                continue
            isi = {
                "tahap": sebutan,
                "periode": tanggal_panjang(p.tmt),
                "sisa": sisa,
                "tenggat": tanggal_panjang(tenggat),
            }
            for siapa, jumlah in _pemegang(kantor, buku, p.tmt, status).items():
                put = kabari.kepada_diri(kantor, siapa, "INGAT2", jumlah=jumlah, **isi)
                yield _sekali(kantor, hari, f"INGAT2#{p.tmt}#{bidang}#{siapa}", put)


def _pemegang(kantor: Kantor, buku: Buku, tmt: date, status: tuple[Status, ...]) -> Counter[str]:
    """Account -> how many cases of this period still wait at its desk."""
    hitung: Counter[str] = Counter()
    for u in (
        u for s in status for u in rak_usulan.RAK.semua(kantor.store, f"PERIODE#{tmt}", awalan=f"{s}#", indeks="g5")
    ):
        hitung.update(kabari.meja(kantor, buku, u))
    return hitung


def _ringkasan(kantor: Kantor, hari: date, tutup: Libur) -> Iterator[bool]:
    """One digest a day for each verifikator and kabid who has something to do; what lay too long is told upward."""
    ada: dict[Status, list[Usulan]] = defaultdict(list)
    for status in SLA:
        ada[status] = list(_kasus(kantor, status))
    semua = [u for isi in ada.values() for u in isi]
    tanggal, antre = tanggal_panjang(hari), len(ada[Status.DIUSULKAN_OPD])
    for siapa in rak_akun.pemegang(kantor.store, Peran.VERIFIKATOR):
        milik = [u for u in ada[Status.VERIFIKASI] if u.verifikator == siapa]
        terlambat = sum(lewat(u, hari, tutup) > 0 for u in milik)
        if milik or antre:
            isi = {"tanggal": tanggal, "pegang": len(milik), "antre": antre, "lewat": terlambat}
            yield _sekali(kantor, hari, f"RINGKAS#{siapa}", kabari.kepada_diri(kantor, siapa, "RINGKAS1", **isi))
    putus = len(ada[Status.MENUNGGU_PERSETUJUAN]) + len(ada[Status.MENUNGGU_TMS])
    lama = [n for u in semua if (n := lewat(u, hari, tutup))]
    for siapa in rak_akun.pemegang(kantor.store, Peran.KABID) if putus or lama else []:
        isi = {"tanggal": tanggal, "menunggu": putus, "lewat": len(lama), "terlama": max(lama, default=0)}
        yield _sekali(kantor, hari, f"RINGKAS#{siapa}", kabari.kepada_diri(kantor, siapa, "RINGKAS2", **isi))
