"""The way of one case (alat_perjalanan) in the small office, once for each engine."""

from __future__ import annotations

import alat_perjalanan
from alat_kantor import ORANG


def test_a_case_goes_from_a_name_half_remembered_to_the_decree_in_hand(orang, tmp_path):
    alat_perjalanan.jalani(orang, tmp_path, {siapa: nama for siapa, (nama, *_) in ORANG.items()})
