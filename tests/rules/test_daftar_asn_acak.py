"""Whatever stands in the cells, a row is taken whole or refused by name, and who is taken can be kept."""

from __future__ import annotations

from datetime import date
from random import Random

from alat_daftar import JUDUL, RAGU, TOLAK, orang
from chalicelib.rules.daftar_asn import periksa
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.pegawai import Pegawai

BAIK = tuple(orang(Random(1)).values())
RUSAK = [
    r[j]
    for _, rusakkan in TOLAK + RAGU
    for r in [dict(zip(JUDUL, BAIK, strict=True))]
    if rusakkan(r) is None
    for j in JUDUL
]
SEL = (
    st.none()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
    | st.sampled_from([x for x in {*BAIK, *RUSAK} if x is None or isinstance(x, str | float)])
    | st.sampled_from(["9" * 400, "x" * 2000, "\x00", "01-01-0001", "-", "null", "=1+1", "1E999", "²", "٣٣", "0" * 18])
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(JUDUL) - 1), SEL), max_size=6))
def test_any_cells_give_a_person_or_a_reason(ganti):
    baris = list(BAIK)
    for i, isi in ganti:
        baris[i] = isi
    hasil = periksa(JUDUL, [tuple(baris)], hari_ini=date(2026, 11, 26))
    assert len(hasil.orang) + len(hasil.ditolak) == hasil.jumlah == 1
    for b in hasil.orang:
        p = Pegawai.model_validate({**b.isi, "id": "x"})
        assert "\x00" not in p.model_dump_json() and len(b.opd) <= 200 and len(b.unit) <= 200


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=30), max_size=8))
def test_the_same_row_among_strange_columns_is_the_same_person(asing):
    judul, baris = [*(f"kolom asing {a}" for a in asing), *JUDUL], [*asing, *BAIK]
    hasil = periksa(judul, [tuple(baris)], hari_ini=date(2026, 11, 26))
    assert hasil.orang == periksa(JUDUL, [BAIK], hari_ini=date(2026, 11, 26)).orang
