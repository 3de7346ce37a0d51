"""Days, months, periods and their five dates (domain 2.1, 3.1, 3.3)."""

from __future__ import annotations

from datetime import date

import pytest
from chalicelib.rules import waktu
from hypothesis import given
from hypothesis import strategies as st

from schemas.aturan import aturan
from schemas.aturan_baris import BarisTenggat
from schemas.tanggal import tanggal_panjang

D = date.fromisoformat
HARI = st.dates(date(1950, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("awal", "bulan", "akhir"),
    [
        ("2022-04-01", 48, "2026-04-01"),
        ("2024-01-31", 1, "2024-03-01"),
        ("2024-02-29", 12, "2025-03-01"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2026-01-15", -2, "2025-11-15"),
        ("2025-12-31", 1, "2026-01-31"),
    ],
)
def test_months_are_added_by_date(awal, bulan, akhir):
    assert waktu.tambah_bulan(D(awal), bulan) == D(akhir)


@given(HARI, st.integers(0, 600))
def test_what_is_added_is_counted_back(d, n):
    assert waktu.bulan_penuh(d, waktu.tambah_bulan(d, n)) == n


@given(HARI, HARI)
def test_a_span_moved_to_its_own_beginning_ends_where_it_ended(a, b):
    a, b = min(a, b), max(a, b)
    assert waktu.geser(a, a, b) == b


@pytest.mark.parametrize(
    ("tmt", "lima"),
    [
        ("2026-04-01", "2026-01-01 2026-02-15 2026-02-28 2026-03-15 2026-03-25"),
        ("2024-04-01", "2024-01-01 2024-02-15 2024-02-29 2024-03-15 2024-03-25"),
        ("2026-01-01", "2025-10-01 2025-11-15 2025-11-30 2025-12-15 2025-12-25"),
    ],
)
def test_the_five_dates_of_a_period(tmt, lima):
    p = waktu.periode(D(tmt), aturan())
    assert [p.usul_buka, p.usul_tutup_opd, p.verifikasi_tutup, p.kirim_bkn_tutup, p.bts_tutup] == [
        D(d) for d in lima.split()
    ]


def test_the_offices_own_offsets_stand_in_for_the_tables():
    t = BarisTenggat(
        usul_buka=(-6, 1), usul_tutup_opd=(-5, 31), verifikasi_tutup=(-4, 1), kirim_bkn_tutup=(-3, 1),
        bts_tutup=(-2, 1), berlaku_mulai=date(2026, 1, 1), dasar="Surat edaran", keyakinan="pasti",
    )  # fmt: skip
    assert waktu.periode(date(2026, 8, 1), aturan(), t).usul_tutup_opd == date(2026, 3, 31)


def test_dates_and_spans_in_words():
    assert tanggal_panjang(date(2027, 8, 1)) == "1 Agustus 2027"
    assert waktu.tulis_lama(50) == "4 tahun 2 bulan"


@pytest.mark.parametrize(("bulan", "kata"), [(0, "0 bulan"), (5, "5 bulan"), (12, "1 tahun"), (50, "4 tahun 2 bulan")])
def test_a_span_is_said_without_empty_parts(bulan, kata):
    assert waktu.tulis_lama(bulan) == kata
