"""Holidays as people paste them from a decree."""

from __future__ import annotations

from datetime import date

import pytest
from chalicelib.galat import TakSah
from chalicelib.rules.libur import baca, tulis

from schemas.jadwal import libur, libur_bawaan


@pytest.mark.parametrize(
    ("baris", "hari"),
    [
        ("17 Agustus 2027; Proklamasi", [(8, 17)]), ("17-08-2027\tProklamasi", [(8, 17)]), ("2027-08-17, Proklamasi", [(8, 17)]),
        ("Selasa, 17 Agustus 2027 Proklamasi", [(8, 17)]), ("3. Selasa 17/8/2027 : Proklamasi", [(8, 17)]), ("9-11 Maret 2027 Idul Fitri", [(3, 9), (3, 10), (3, 11)]),
        ("9 dan 10 Maret 2027 – Idul Fitri", [(3, 9), (3, 10)]),
    ],
)  # fmt: skip
def test_a_line_is_read_the_way_offices_write_it(baris, hari):
    assert [(h.tanggal.month, h.tanggal.day) for h in baca(baris, 2027)] == hari


def test_every_line_that_cannot_be_taken_is_named():
    teks = "17 Agustus 2027; Proklamasi\nnanti saja\n31 Februari 2027; Tiada\n1 Januari 2028; Tahun lain\n\n17-8-2027; Dua kali\n20-3 Maret 2027 Terbalik"
    with pytest.raises(TakSah) as galat:
        baca(teks, 2027)
    assert [t.pesan.split(":")[0] for t in galat.value.temuan] == [f"Baris {n}" for n in (2, 3, 4, 6, 7)]
    for kosong in ("", " \n "):
        with pytest.raises(TakSah, match="belum dapat"):
            baca(kosong, 2027)


def test_too_many_days_are_refused():
    with pytest.raises(TakSah):
        baca(
            "\n".join(
                f"{1 + n % 28} {'Januari' if n < 28 else 'Maret' if n < 56 else 'Mei'} 2027; x" for n in range(61)
            ),
            2027,
        )


def test_what_is_written_reads_back_and_what_comes_with_sikap_is_whole():
    for tahun, bawaan in libur_bawaan().items():
        assert baca(tulis(bawaan.hari), tahun) == bawaan.hari
    assert date(2026, 3, 21) in libur() and len(libur_bawaan()[2026].hari) == 25
