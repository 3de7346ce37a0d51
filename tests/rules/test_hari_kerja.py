"""Working days, and which day it is in Ngawi."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from chalicelib.rules.hari_kerja import hari_kerja, hari_wib

JUMAT, SENIN = date(2026, 11, 20), date(2026, 11, 23)


@pytest.mark.parametrize(
    ("sampai", "libur", "banyak"),
    [(JUMAT, (), 0), (date(2026, 11, 22), (), 0), (SENIN, (), 1), (SENIN, (SENIN,), 0), (date(2026, 12, 4), (), 10)],
)
def test_weekends_and_holidays_do_not_count(sampai, libur, banyak):
    assert hari_kerja(JUMAT, sampai, frozenset(libur)) == banyak


def test_a_day_ends_at_midnight_in_ngawi():
    assert hari_wib(datetime(2026, 11, 25, 16, 59, tzinfo=UTC)) == date(2026, 11, 25)
    assert hari_wib(datetime(2026, 11, 25, 17, 0, tzinfo=UTC)) == date(2026, 11, 26)
