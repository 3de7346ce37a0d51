"""The page of one act has a place for everything that the workflow asks, and for nothing else."""

from __future__ import annotations

import re

from sitebuild.aset import TEMPLAT

from schemas.alasan import Untuk
from schemas.alur import DAFTAR_ALASAN, KENAIKAN_PANGKAT, LAHIR, tanya


def test_each_thing_that_an_act_asks_has_its_place():
    halaman = (TEMPLAT / "pages" / "usulan-langkah.html").read_text()
    tempat = re.findall(r'data-isian="([^"]*)"', halaman)
    assert sorted(tempat) == sorted({n for b in KENAIKAN_PANGKAT if b.aksi not in LAHIR for n in tanya(b)})
    assert {f"alasan.{u}" for u in DAFTAR_ALASAN.values()} <= set(re.findall(r"alasan\.\w+", halaman))
    assert set(DAFTAR_ALASAN.values()) == set(Untuk) - {Untuk.BUTIR}
