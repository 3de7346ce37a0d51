"""Reminders fall on working days, never too late; a desk's clock counts working days only."""

from __future__ import annotations

from datetime import date

import pytest
from chalicelib.rules.jadwal import ingatkan, masuk_kerja

from schemas.jadwal import libur

SEBELUM = (14, 7, 3, 1)


@pytest.mark.parametrize(
    ("hari", "tenggat", "sisa"),
    [
        (date(2026, 11, 25), date(2026, 12, 2), 7),
        (date(2026, 11, 25), date(2026, 12, 3), None),
        (date(2026, 11, 27), date(2026, 12, 1), 4),  # Friday speaks for Saturday's H-3
        (date(2026, 11, 28), date(2026, 12, 1), None),  # Saturday says nothing
        (date(2026, 12, 23), date(2026, 12, 26), 3),
        (
            date(2026, 12, 23),
            date(2026, 12, 28),
            5,
        ),  # Wednesday before Christmas speaks for Friday's H-3 and Sunday's H-1
        (date(2026, 12, 24), date(2026, 12, 27), None),  # cuti bersama
        (date(2026, 11, 27), date(2026, 11, 28), 1),
        (date(2026, 11, 25), date(2026, 11, 25), None),
        (date(2026, 11, 26), date(2026, 11, 25), None),
    ],
)
def test_a_reminder_is_given_on_the_working_day_at_or_before(hari, tenggat, sisa):
    assert ingatkan(hari, tenggat, SEBELUM, libur()) == sisa


def test_every_mark_is_given_exactly_once_whatever_the_calendar():
    from datetime import timedelta

    for geser in range(365):
        tenggat = date(2026, 1, 20) + timedelta(days=geser)
        diberi = [h for n in range(40) if ingatkan(h := tenggat - timedelta(days=n), tenggat, SEBELUM, libur())]
        assert 1 <= len(diberi) <= 4 and all(masuk_kerja(h, libur()) for h in diberi)
        assert min((tenggat - h).days for h in diberi) >= 1
