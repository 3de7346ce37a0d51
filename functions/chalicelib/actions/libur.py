"""Libur: the days on which the office is closed: what comes with SIKAP, and what an administrator saves for a year."""

from __future__ import annotations

from datetime import date

from chalicelib.actions import Kantor
from chalicelib.actions.audit import catatan
from chalicelib.actions.buku import Buku
from chalicelib.galat import Bentrok, TidakAda
from chalicelib.records import jadwal as rak
from chalicelib.rules.hari_kerja import hari_wib
from chalicelib.rules.libur import baca, tulis
from chalicelib.store import Conflict
from schemas.jadwal import HariLibur, IsianLibur, Libur, PandanganLibur, VersiLibur, libur_bawaan
from schemas.peran import Pelaku, Peran

BULAN_PERINGATAN = 11
"""From November on next year's holidays are asked for: the SKB is out by then."""


def tutup(kantor: Kantor, hari: date) -> frozenset[date]:
    """Days off around this day: last year, this one and the next."""
    return frozenset(h.tanggal for t in (hari.year - 1, hari.year, hari.year + 1) for h in _kini(kantor, t).hari)


def _kini(kantor: Kantor, tahun: int) -> Libur:
    return next(iter(rak.libur(kantor.store, tahun)), None) or _bawaan(kantor, tahun)


def _bawaan(kantor: Kantor, tahun: int) -> Libur:
    """What comes with SIKAP, and what the settings add to it."""
    dasar = libur_bawaan().get(tahun) or Libur(tahun=tahun, hari=(), sumber="belum ada", lengkap=False)
    ada = {h.tanggal for h in dasar.hari}
    tambah = [
        HariLibur(tanggal=d, nama="Libur tambahan")
        for d in kantor.setelan.libur_tambahan
        if d.year == tahun and d not in ada
    ]
    return dasar.model_copy(update={"hari": tuple(sorted((*dasar.hari, *tambah), key=lambda h: h.tanggal))})


def kurang(kantor: Kantor) -> str:
    """A warning when this year's or, late in the year, next year's holidays are not complete; else ""."""
    hari = hari_wib(kantor.jam())
    tahun = [hari.year, *([hari.year + 1] if hari.month >= BULAN_PERINGATAN else [])]
    belum = [t for t in tahun if not _kini(kantor, t).lengkap]
    if not belum:
        return ""
    return f"Hari libur {' dan '.join(map(str, belum))} belum lengkap. Masukkan dari SKB 3 Menteri, agar batas hari kerja dihitung benar."


def lihat(kantor: Kantor, pelaku: Pelaku, tahun: int) -> PandanganLibur:
    """A year's holidays and their history. Raises TidakAda (also: a year far away)."""
    if not pelaku.adalah(Peran.ADMIN, Peran.AUDITOR) or abs(tahun - hari_wib(kantor.jam()).year) > 5:
        raise TidakAda()
    versi, buku = rak.libur(kantor.store, tahun, rak.RIWAYAT), Buku(kantor.store)
    semua = [*versi, *([] if len(versi) == rak.RIWAYAT else [_bawaan(kantor, tahun)])]
    kini = semua[0]
    riwayat = [
        VersiLibur(
            nomor=x.nomor,
            pada=x.pada,
            oleh=buku.nama(x.oleh) or "Bawaan SIKAP",
            sumber=x.sumber,
            jumlah=len(x.hari),
            teks=tulis(x.hari),
        )
        for x in semua
    ]
    return PandanganLibur(
        tahun=tahun,
        versi=kini.nomor,
        teks=tulis(kini.hari),
        sumber=kini.sumber,
        lengkap=kini.lengkap,
        jumlah=len(kini.hari),
        riwayat=riwayat,
    )


def simpan(kantor: Kantor, pelaku: Pelaku, tahun: int, isian: IsianLibur) -> PandanganLibur:
    """Add a version from lines, or (`uji`) say what it would change. Raises TidakAda, TakSah (line by line), Bentrok."""
    lama = lihat(kantor, pelaku, tahun)
    if Peran.ADMIN not in pelaku.peran:
        raise TidakAda()
    hari = baca(isian.teks, tahun)
    if isian.versi != lama.versi:
        raise Bentrok()
    sebelum, sesudah = lama.teks.splitlines(), tulis(hari).splitlines()
    beda = {"tambah": [b for b in sesudah if b not in sebelum], "hapus": [b for b in sebelum if b not in sesudah]}
    if isian.uji:
        return lama.model_copy(update={**beda, "teks": "\n".join(sesudah), "sumber": isian.sumber, "jumlah": len(hari)})
    baru = Libur(tahun=tahun, nomor=lama.versi + 1, hari=hari, sumber=isian.sumber, oleh=pelaku.id, pada=kantor.jam())
    rincian: dict[str, object] = {"sumber": isian.sumber, **beda}
    try:
        kantor.store.write(rak.RAK_LIBUR.taruh(baru), catatan(kantor, pelaku, "atur hari libur", str(tahun), rincian))
    except Conflict:
        raise Bentrok() from None
    return lihat(kantor, pelaku, tahun)
