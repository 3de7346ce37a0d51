"""The administrator sets a period: what cannot be a period is refused with the way out, and nothing is written."""

from __future__ import annotations

from datetime import date

import pytest
from alat_kantor import buat_kantor
from chalicelib.actions import periode
from chalicelib.galat import TakSah, TidakBoleh
from chalicelib.records import kantor as rak
from chalicelib.store import Conflict

from schemas.peran import Pelaku, Peran
from schemas.periode import IsianPeriode

ADMIN = Pelaku(id="admi", nama="ADMI", peran=frozenset({Peran.ADMIN}))
TMT = date(2027, 2, 1)
BAIK = {
    "usul_buka": "2026-10-01", "usul_tutup_opd": "2026-11-15", "verifikasi_tutup": "2026-12-10", "kirim_bkn_tutup": "2026-12-20",
    "bts_tutup": "2027-01-10",
}  # fmt: skip


@pytest.fixture
def kantor():
    return buat_kantor()


def isian(kantor, **lain: str) -> IsianPeriode:
    ada = next((p for p in periode.semua(kantor) if p.tmt == TMT), None)
    return IsianPeriode.model_validate({"versi": ada.versi if ada else 0, **BAIK, **lain})


def test_it_is_set_with_a_line_of_the_journal_and_not_over_somebody_elses(kantor):
    isi = isian(kantor)
    assert periode.atur(kantor, ADMIN, TMT, isi).usul_tutup_opd == date(2026, 11, 15)
    (baris,) = [c for c in rak.RAK_CATATAN.semua(kantor.store, "CATATAN#2026-11") if c.aksi == "atur periode"]
    assert (baris.oleh, baris.tentang) == ("admi", str(TMT))
    with pytest.raises(Conflict):
        periode.atur(kantor, ADMIN, TMT, isi)


@pytest.mark.parametrize(
    ("tmt", "lain", "kode"),
    [
        (date(2027, 2, 2), {}, "tmt-bukan-tanggal-1"),
        (TMT, {"usul_tutup_opd": "2026-12-15"}, "periode-tidak-urut"),
        (TMT, {"bts_tutup": "2026-12-09"}, "periode-tidak-urut"),
        (TMT, {"usul_buka": "2016-10-01"}, "periode-terlalu-jauh"),
        (TMT, {"bts_tutup": "2072-01-10"}, "periode-terlalu-jauh"),
        (date(2072, 2, 1), {}, "periode-terlalu-jauh"),
    ],
)
def test_what_cannot_be_a_period_is_refused_and_nothing_is_written(kantor, tmt, lain, kode):
    isi = isian(kantor, **lain)
    sebelum = periode.semua(kantor)
    with pytest.raises(TakSah) as tolak:
        periode.atur(kantor, ADMIN, tmt, isi)
    assert tolak.value.kode == kode and periode.semua(kantor) == sebelum


def test_nobody_else_sets_one(kantor):
    with pytest.raises(TidakBoleh):
        periode.atur(kantor, ADMIN.model_copy(update={"peran": frozenset({Peran.KABID})}), TMT, isian(kantor))
