"""Days, months and years as the office counts them: by date, never through today's date; and the periods of promotion."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from schemas.aturan import Aturan
from schemas.aturan_baris import BarisTenggat
from schemas.periode import Periode

SEHARI = timedelta(days=1)


def tulis_lama(bulan: int) -> str:
    """Months as people say them: 50 -> "4 tahun 2 bulan", 12 -> "1 tahun", 5 -> "5 bulan"."""
    tahun, sisa = divmod(bulan, 12)
    kata = [f"{n} {satuan}" for n, satuan in ((tahun, "tahun"), (sisa, "bulan")) if n]
    return " ".join(kata) or "0 bulan"


def tambah_bulan(d: date, bulan: int) -> date:
    """The same day of a later (or earlier) month; a day which that month lacks becomes the 1st of the next."""
    n = d.year * 12 + d.month - 1 + bulan
    tahun, b = n // 12, n % 12 + 1
    if d.day <= 28 or d.day <= monthrange(tahun, b)[1]:
        return date(tahun, b, d.day)
    return date(tahun + b // 12, b % 12 + 1, 1)


def tambah_tahun(d: date, tahun: int) -> date:
    """The anniversary: 1-4-2022 + 4 is 1-4-2026."""
    return tambah_bulan(d, 12 * tahun)


def bulan_penuh(awal: date, akhir: date) -> int:
    """Whole months from one date to a later one; 0 when it is not later."""
    return max(0, (akhir.year - awal.year) * 12 + akhir.month - awal.month - (akhir.day < awal.day))


def geser(d: date, awal: date, akhir: date) -> date:
    """`d` moved on by the time between two dates, counted in whole months and then days."""
    bulan = bulan_penuh(awal, akhir)
    return tambah_bulan(d, bulan) + (akhir - tambah_bulan(awal, bulan))


def awal_bulan(d: date) -> date:
    """The first 1st of a month on or after `d`."""
    return d if d.day == 1 else date(d.year + d.month // 12, d.month % 12 + 1, 1)


def periode_sejak(d: date, aturan: Aturan) -> date | None:
    """The first period date on or after `d` (domain 3.1); None when no table knows one within four years."""
    calon = awal_bulan(d)
    for _ in range(48):
        if adalah_periode(calon, aturan):
            return calon
        calon = tambah_bulan(calon, 1)
    return None


def adalah_periode(d: date, aturan: Aturan) -> bool:
    """True on a period date: 1-9-2025 is none, 1-10-2025 is one."""
    baris = aturan.pada(d).periode
    return d.day == 1 and baris is not None and d.month in baris.bulan


def periode(tmt: date, aturan: Aturan, tenggat: BarisTenggat | None = None) -> Periode:
    """The five dates of a period (domain 3.3), by the offsets in force on the TMT or by those given."""
    t = tenggat or aturan.pada(tmt).tenggat
    if t is None:
        return Periode(
            tmt=tmt, usul_buka=tmt, usul_tutup_opd=tmt, verifikasi_tutup=tmt, kirim_bkn_tutup=tmt, bts_tutup=tmt
        )
    return Periode(
        tmt=tmt,
        usul_buka=_dari(tmt, t.usul_buka),
        usul_tutup_opd=_dari(tmt, t.usul_tutup_opd),
        verifikasi_tutup=_dari(tmt, t.verifikasi_tutup),
        kirim_bkn_tutup=_dari(tmt, t.kirim_bkn_tutup),
        bts_tutup=_dari(tmt, t.bts_tutup),
        dasar=t.dasar,
    )


def _dari(tmt: date, geser_: tuple[int, int]) -> date:
    d = tambah_bulan(tmt.replace(day=1), geser_[0])
    return d.replace(day=min(geser_[1], monthrange(d.year, d.month)[1]))
