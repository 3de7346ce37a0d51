"""Atur jadwal: what SIKAP says by itself, from which hour and whether at all: the administrator's table, dated and kept in versions."""

from __future__ import annotations

from datetime import date

from chalicelib.actions import Kantor, libur
from chalicelib.actions.audit import catatan
from chalicelib.actions.buku import Buku
from chalicelib.actions.kata_jurnal import JADWAL
from chalicelib.galat import Bentrok, TakSah, TemuanGalat, TidakAda
from chalicelib.records import jadwal as rak
from chalicelib.rules.hari_kerja import hari_wib
from chalicelib.store import Conflict
from schemas.jadwal import (
    BERHARI,
    SEBUTAN_JADWAL,
    BarisJadwal,
    IsianJadwal,
    Jadwal,
    KodeJadwal,
    PandanganJadwal,
    VersiJadwal,
)
from schemas.peran import Pelaku, Peran


def berlaku(kantor: Kantor, hari: date) -> Jadwal:
    """The table of this day; before one was ever saved, what the settings say."""
    return rak.berlaku(kantor.store, hari) or _bawaan(kantor)


def _bawaan(kantor: Kantor) -> Jadwal:
    s = kantor.setelan
    sebelum = tuple(int(n) for n in s.jadwal_hari.replace(",", " ").split())
    baris = [BarisJadwal(kode=k, pukul=s.jadwal_pukul, hari=sebelum if k in BERHARI else ()) for k in KodeJadwal]
    return Jadwal(nomor=0, berlaku_mulai=date(2026, 1, 1), baris=tuple(baris))


def pukul_harian(kantor: Kantor) -> int:
    """From which hour (WIB) the digest goes out that a person chose for himself."""
    hari = hari_wib(kantor.jam())
    return next(b.pukul for b in berlaku(kantor, hari).baris if b.kode is KodeJadwal.HARIAN)


def lihat(kantor: Kantor, pelaku: Pelaku) -> PandanganJadwal:
    """The latest table, its history, and a warning when holidays are missing. Raises TidakAda."""
    if not pelaku.adalah(Peran.ADMIN, Peran.AUDITOR):
        raise TidakAda()
    versi = rak.jadwal(kantor.store)
    kini, buku, hari = versi[0] if versi else _bawaan(kantor), Buku(kantor.store), hari_wib(kantor.jam())
    riwayat = [_versi(buku, j) for j in [*versi, *([] if len(versi) == rak.RIWAYAT else [_bawaan(kantor)])]]
    return PandanganJadwal(
        versi=kini.nomor,
        berlaku_mulai=max(kini.berlaku_mulai, hari),
        baris=kini.baris,
        riwayat=riwayat,
        tahun=[hari.year, hari.year + 1],
        peringatan=libur.kurang(kantor),
    )


def _versi(buku: Buku, j: Jadwal) -> VersiJadwal:
    ringkas = "; ".join(f"{SEBUTAN_JADWAL[b.kode]}: {_kata(b)}" for b in j.baris)
    oleh = buku.nama(j.oleh) or "Bawaan SIKAP"
    return VersiJadwal(
        nomor=j.nomor, pada=j.pada, oleh=oleh, berlaku_mulai=j.berlaku_mulai, ringkas=ringkas, baris=j.baris
    )


def _kata(b: BarisJadwal) -> str:
    hari = f" (H-{', H-'.join(map(str, b.hari))})" if b.hari else ""
    return f"pukul {b.pukul:02}.00{hari}" if b.aktif else "tidak dikirim"


def simpan(kantor: Kantor, pelaku: Pelaku, isian: IsianJadwal) -> PandanganJadwal:
    """Add a version. Raises TidakAda, Bentrok (another was saved since), TakSah (a day that is past).

    What was already said today stays said: moving an hour on the same day repeats nothing.
    """
    if Peran.ADMIN not in pelaku.peran:
        raise TidakAda()
    if isian.berlaku_mulai < hari_wib(kantor.jam()):
        pesan = "Jadwal berlaku mulai hari ini atau sesudahnya; hari yang lewat tidak berubah."
        raise TakSah(
            pesan,
            kode="berlaku-lewat",
            petunjuk="Pilih hari ini.",
            temuan=[TemuanGalat("berlaku-lewat", pesan, "berlaku_mulai")],
        )
    ada = rak.jadwal(kantor.store)
    if isian.versi != (ada[0].nomor if ada else 0):
        raise Bentrok()
    baris = tuple(
        b.model_copy(update={"hari": tuple(sorted(set(b.hari), reverse=True)) if b.kode in BERHARI else ()})
        for b in isian.baris
    )
    baru = Jadwal(
        nomor=isian.versi + 1, berlaku_mulai=isian.berlaku_mulai, baris=baris, oleh=pelaku.id, pada=kantor.jam()
    )
    rincian: dict[str, object] = {"berlaku": str(baru.berlaku_mulai), **{str(b.kode): _kata(b) for b in baris}}
    try:
        kantor.store.write(rak.RAK.taruh(baru), catatan(kantor, pelaku, JADWAL, f"versi {baru.nomor}", rincian))
    except Conflict:
        raise Bentrok() from None
    return lihat(kantor, pelaku)
