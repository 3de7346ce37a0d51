"""Working days and the periods' calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from chalicelib.rules.hari_kerja import hari_kerja, hari_wib, tambah_hari_kerja
from chalicelib.rules.periode import era, jendela, susun

JUMAT, SENIN = date(2026, 11, 20), date(2026, 11, 23)


@pytest.mark.parametrize(
    ("sampai", "libur", "banyak"),
    [(JUMAT, (), 0), (date(2026, 11, 22), (), 0), (SENIN, (), 1), (SENIN, (SENIN,), 0), (date(2026, 12, 4), (), 10)],
)
def test_weekends_and_holidays_do_not_count(sampai, libur, banyak):
    assert hari_kerja(JUMAT, sampai, frozenset(libur)) == banyak


def test_adding_working_days_and_counting_them_agree():
    for n in range(1, 30):
        assert hari_kerja(JUMAT, tambah_hari_kerja(JUMAT, n)) == n


def test_a_day_ends_at_midnight_in_ngawi():
    assert hari_wib(datetime(2026, 11, 25, 16, 59, tzinfo=UTC)) == date(2026, 11, 25)
    assert hari_wib(datetime(2026, 11, 25, 17, 0, tzinfo=UTC)) == date(2026, 11, 26)


@pytest.mark.parametrize(
    ("tmt", "bulan"),
    [(date(2024, 1, 31), 2), (date(2024, 2, 1), 6), (date(2025, 9, 30), 6), (date(2025, 10, 1), 12)],
)
def test_each_era_has_its_own_months(tmt, bulan):
    assert len(era(tmt)[0]) == bulan


def test_the_five_dates_follow_one_another():
    p = susun(date(2027, 3, 1))

    assert (p.usul_buka, p.usul_tutup_opd, p.verifikasi_tutup) == (
        date(2026, 12, 1),
        date(2027, 1, 15),
        date(2027, 1, 31),
    )
    assert (p.kirim_bkn_tutup, p.bts_tutup) == (date(2027, 2, 15), date(2027, 2, 25))


def test_in_the_twelve_period_era_every_month_is_one():
    assert [p.tmt.month for p in jendela(date(2026, 11, 25), 3)] == [11, 12, 1, 2]
