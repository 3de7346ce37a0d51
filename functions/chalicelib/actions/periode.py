"""Periode: the effective dates one may propose for, and their deadlines; kept as data and edited by the administrator."""

from __future__ import annotations

from datetime import date, timedelta

from chalicelib.actions import Kantor
from chalicelib.actions.audit import catatan
from chalicelib.galat import TakSah, TidakBoleh
from chalicelib.records import kantor as rak
from chalicelib.records.rak import ditulis
from chalicelib.rules.hari_kerja import hari_wib
from chalicelib.rules.waktu import adalah_periode, awal_bulan, tambah_bulan
from chalicelib.rules.waktu import periode as susun
from chalicelib.store import Conflict
from schemas.aturan import aturan
from schemas.pandangan_kantor import PandanganPeriode
from schemas.peran import Pelaku, Peran
from schemas.periode import IsianPeriode, Periode
from schemas.tanggal import tanggal_panjang

BULAN_KE_DEPAN = 24
TERJAUH = timedelta(days=366)
"""From its TMT to any of a period's five dates; periods are kept two years ahead."""
_SEBUTAN = {"dibuka": "Sedang dibuka", "nanti": "Belum dibuka", "ditutup": "Pengusulan ditutup"}
_URUT = ("usul_buka", "usul_tutup_opd", "verifikasi_tutup", "kirim_bkn_tutup", "bts_tutup")


def semua(kantor: Kantor) -> list[Periode]:
    """Every period on record, earliest first."""
    return rak.RAK_PERIODE.semua(kantor.store, "PERIODE")


def terbuka(kantor: Kantor, hari_ini: date) -> list[Periode]:
    """Those an OPD may still propose for."""
    return [p for p in semua(kantor) if hari_ini <= p.usul_tutup_opd]


def lihat(kantor: Kantor, *, semua_: bool = False) -> list[PandanganPeriode]:
    """Periods for people: the open ones, or all."""
    hari_ini = hari_wib(kantor.jam())
    return [sajikan(p, hari_ini) for p in (semua(kantor) if semua_ else terbuka(kantor, hari_ini))]


def sajikan(p: Periode, hari_ini: date) -> PandanganPeriode:
    """One period with its countdown."""
    buka = hari_ini <= p.usul_tutup_opd
    sisa = (p.usul_tutup_opd - hari_ini).days if buka else None
    keadaan = "ditutup" if not buka else "dibuka" if p.usul_buka <= hari_ini else "nanti"
    akhir = max(p.kirim_bkn_tutup, p.bts_tutup)
    return PandanganPeriode(
        **p.model_dump(),
        sisa_hari=sisa,
        keadaan=keadaan,
        sebutan=_SEBUTAN[keadaan],
        lewat=akhir < hari_ini,
    )


def atur(kantor: Kantor, pelaku: Pelaku, tmt: date, isian: IsianPeriode) -> PandanganPeriode:
    """Set a period's five dates. Raises TakSah when they do not follow one another, or lie where no period can (a slip in a year)."""
    if Peran.ADMIN not in pelaku.peran:
        raise TidakBoleh("Hanya administrator yang mengatur periode.")
    if tmt.day != 1:
        raise TakSah("TMT kenaikan pangkat selalu tanggal 1.", kode="tmt-bukan-tanggal-1")
    baru = Periode(tmt=tmt, **isian.model_dump())
    hari = [getattr(baru, n) for n in _URUT]
    if hari[:4] != sorted(hari[:4]) or baru.bts_tutup < baru.verifikasi_tutup or baru.usul_buka >= tmt:
        raise TakSah(
            "Tanggal-tanggalnya tidak berurutan.",
            kode="periode-tidak-urut",
            petunjuk="Urutannya: dibuka, tutup OPD, tutup verifikasi, kirim BKN; perbaikan (BTS) tidak lebih awal dari tutup verifikasi.",
        )
    hari_ini = hari_wib(kantor.jam())
    if abs(tmt - hari_ini) > TERJAUH * 2 or any(abs(h - tmt) > TERJAUH for h in hari):
        raise TakSah(
            f"Tanggalnya terlalu jauh dari TMT {tanggal_panjang(tmt)}, atau TMT itu terlalu jauh dari hari ini.",
            kode="periode-terlalu-jauh",
            petunjuk="Periksa tahunnya: TMT paling jauh dua tahun dari hari ini, dan kelima tanggalnya paling jauh setahun dari TMT.",
        )
    versi = kantor.store.write(
        rak.RAK_PERIODE.taruh(baru), catatan(kantor, pelaku, "atur periode", str(tmt), isian.model_dump(mode="json"))
    )
    return sajikan(ditulis(baru, versi[0]), hari_ini)


def sediakan(kantor: Kantor) -> int:
    """See to it that the periods of the next two years are on record (by the calendar in force); how many were added."""
    hari_ini = hari_wib(kantor.jam())
    ada = {p.tmt for p in semua(kantor)}
    calon = (tambah_bulan(awal_bulan(hari_ini), i) for i in range(BULAN_KE_DEPAN + 1))
    kurang = [susun(tmt, aturan()) for tmt in calon if tmt not in ada and adalah_periode(tmt, aturan())]
    for p in kurang:
        try:
            kantor.store.write(rak.RAK_PERIODE.taruh(p))
        except Conflict:
            continue
    return len(kurang)
