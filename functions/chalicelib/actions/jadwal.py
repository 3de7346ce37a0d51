"""Jadwal: what SIKAP says by itself each working day: deadlines that come near, and one digest for each desk.

Whoever was told today is marked together with his message, so that a second worker, or one that died half way, tells nobody
twice. A kind that was told whole that day is marked as well and not walked again, though its hour be moved.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from chalicelib.actions import Kantor, atur_jadwal, jadwal_berhak, kabari, libur
from chalicelib.actions.buku import Buku
from chalicelib.actions.periode import semua as semua_periode
from chalicelib.records import akun as rak_akun
from chalicelib.records import usulan as rak_usulan
from chalicelib.rules.hari_kerja import WIB, hari_wib
from chalicelib.rules.jadwal import Libur, ingatkan, lewat, masuk_kerja
from chalicelib.store import Conflict, Harap, Put
from schemas.jadwal import DIPERBAIKI, SLA, TAHAP, KodeJadwal
from schemas.peran import Peran
from schemas.tanggal import tanggal_panjang
from schemas.usulan import Status, Usulan


def kerjakan(kantor: Kantor) -> int:
    """What is due of today's share, each kind once however its hour is moved; answers how many messages are owed by it."""
    kini = kantor.jam()
    hari, pukul = hari_wib(kini), kini.astimezone(WIB).hour
    jadi = [b for b in atur_jadwal.berlaku(kantor, hari).baris if b.kode in KERJA and b.aktif and b.pukul <= pukul]
    jadi = [b for b in jadi if not kantor.store.get(f"JADWAL#{hari}", f"SELESAI#{b.kode}")]
    if not jadi or not masuk_kerja(hari, tutup := libur.tutup(kantor, hari)):
        return 0
    buku, kabar = Buku(kantor.store), 0
    for b in jadi:
        kabar += sum(1 for k in KERJA[b.kode](kantor, buku, Hari(hari, tutup, b.hari)) if k)
        _sekali(kantor, hari, f"SELESAI#{b.kode}")
    if kabar:
        kantor.nyalakan()
    return kabar


class Hari(NamedTuple):
    """The day, the days off around it, and how many days ahead this kind is said."""

    ini: date
    tutup: Libur
    sebelum: tuple[int, ...]


def _sekali(kantor: Kantor, hari: date, siapa: str, *kabar: Put) -> bool:
    """Mark and messages in one write; False when this was said today."""
    habis = int((kantor.jam() + timedelta(days=40)).timestamp())
    try:
        kantor.store.write(Put(f"JADWAL#{hari}", siapa, {}, expect=Harap.TIADA, expires=habis), *kabar)
    except Conflict:
        return False
    return True


def _perbaikan(kantor: Kantor, buku: Buku, hari: Hari) -> Iterator[bool]:
    """Repairs that are owed: the person and his pengelola."""
    for u in (u for status in DIPERBAIKI for u in rak_usulan.berstatus(kantor.store, status)):
        if u.tenggat is None or (sisa := ingatkan(hari.ini, u.tenggat, hari.sebelum, hari.tutup)) is None:
            continue
        for siapa, put in kabari.satu_satu(kantor, buku, u, "INGAT1", sisa=sisa):
            yield _sekali(kantor, hari.ini, f"INGAT1#{u.id}#{siapa}", put)


def _periode(kantor: Kantor, buku: Buku, hari: Hari) -> Iterator[bool]:
    """Deadlines of a period: those whose desk still holds cases of it."""
    for p in semua_periode(kantor):
        for bidang, sebutan, status in TAHAP:
            tenggat = getattr(p, bidang)
            if (sisa := ingatkan(hari.ini, tenggat, hari.sebelum, hari.tutup)) is None:
                continue
            isi: dict[str, Any] = {
                "tahap": sebutan,
                "periode": tanggal_panjang(p.tmt),
                "sisa": sisa,
                "tenggat": tanggal_panjang(tenggat),
            }
            for siapa, jumlah in _pemegang(kantor, buku, p.tmt, status).items():
                put = kabari.kepada_diri(kantor, siapa, "INGAT2", jumlah=jumlah, **isi)
                yield _sekali(kantor, hari.ini, f"INGAT2#{p.tmt}#{bidang}#{siapa}", put)


def _pemegang(kantor: Kantor, buku: Buku, tmt: date, status: tuple[Status, ...]) -> Counter[str]:
    """Account -> how many cases of this period still wait at its desk."""
    hitung: Counter[str] = Counter()
    for u in (
        u for s in status for u in rak_usulan.RAK.semua(kantor.store, f"PERIODE#{tmt}", awalan=f"{s}#", indeks="g5")
    ):
        hitung.update(kabari.meja(kantor, buku, u))
    return hitung


def _ringkasan(kantor: Kantor, _: Buku, hari: Hari) -> Iterator[bool]:
    """One digest a day for each verifikator and kabid who has something to do; what lay too long is told upward."""
    ada: dict[Status, list[Usulan]] = defaultdict(list)
    for status in SLA:
        ada[status] = list(rak_usulan.berstatus(kantor.store, status))
    semua = [u for isi in ada.values() for u in isi]
    tanggal, antre = tanggal_panjang(hari.ini), len(ada[Status.DIUSULKAN_OPD])
    isi: dict[str, Any]
    for siapa in rak_akun.pemegang(kantor.store, Peran.VERIFIKATOR):
        milik = [u for u in ada[Status.VERIFIKASI] if u.verifikator == siapa]
        terlambat = sum(lewat(u, hari.ini, hari.tutup) > 0 for u in milik)
        if milik or antre:
            isi = {"tanggal": tanggal, "pegang": len(milik), "antre": antre, "lewat": terlambat}
            yield _sekali(kantor, hari.ini, f"RINGKAS#{siapa}", kabari.kepada_diri(kantor, siapa, "RINGKAS1", **isi))
    putus = len(ada[Status.MENUNGGU_PERSETUJUAN]) + len(ada[Status.MENUNGGU_TMS])
    lama = [n for u in semua if (n := lewat(u, hari.ini, hari.tutup))]
    for siapa in rak_akun.pemegang(kantor.store, Peran.KABID) if putus or lama else []:
        isi = {"tanggal": tanggal, "menunggu": putus, "lewat": len(lama), "terlama": max(lama, default=0)}
        yield _sekali(kantor, hari.ini, f"RINGKAS#{siapa}", kabari.kepada_diri(kantor, siapa, "RINGKAS2", **isi))


def _terlambat(kantor: Kantor, buku: Buku, hari: Hari) -> Iterator[bool]:
    """What passed its time at a pengelola's desk, and repairs whose deadline has passed in his OPD, told to him once a day."""
    lama = [u for u in rak_usulan.berstatus(kantor.store, Status.DIAJUKAN_PNS) if lewat(u, hari.ini, hari.tutup)]
    telat = [u for s in DIPERBAIKI for u in rak_usulan.berstatus(kantor.store, s) if u.tenggat and u.tenggat < hari.ini]
    hitung = [Counter(s for u in isi for s in kabari.meja(kantor, buku, u)) for isi in (lama, telat)]
    for siapa in sorted(hitung[0] | hitung[1]):
        isi: dict[str, Any] = {
            "tanggal": tanggal_panjang(hari.ini),
            "lewat": hitung[0][siapa],
            "telat": hitung[1][siapa],
        }
        yield _sekali(kantor, hari.ini, f"RINGKAS3#{siapa}", kabari.kepada_diri(kantor, siapa, "RINGKAS3", **isi))


def _berhak(kantor: Kantor, _: Buku, hari: Hari) -> Iterator[bool]:
    return jadwal_berhak.kabari_semua(kantor, hari.ini)


KERJA: dict[KodeJadwal, Callable[[Kantor, Buku, Hari], Iterator[bool]]] = {
    KodeJadwal.PERBAIKAN: _perbaikan, KodeJadwal.PERIODE: _periode, KodeJadwal.RINGKASAN: _ringkasan,
    KodeJadwal.ESKALASI: _terlambat, KodeJadwal.BERHAK: _berhak,
}  # fmt: skip
