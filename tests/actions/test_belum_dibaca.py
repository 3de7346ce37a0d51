"""The start page says how many messages wait, and no more than it has counted."""

from __future__ import annotations

import pytest
from alat_kantor import buat_kantor
from alat_orang import Orang
from chalicelib.actions.kabari import kepada_diri
from chalicelib.records.kabar import SEHALAMAN


@pytest.mark.parametrize(
    ("banyak", "kata"), [(0, ""), (1, "1 belum dibaca"), (19, "19 belum dibaca"), (20, "20 atau lebih belum dibaca"), (25, "20 atau lebih belum dibaca")]
)  # fmt: skip
def test_how_many_messages_wait(banyak, kata, monkeypatch):
    kantor = buat_kantor()
    monkeypatch.setattr("chalicelib.wiring.kantor", lambda: kantor)
    for _ in range(banyak):
        kantor.store.write(kepada_diri(kantor, "karno", "AMAN1", bantuan="x"))
    assert SEHALAMAN == 20 and Orang(kantor, "karno").minta("GET", "/saya")["kabar_baru"] == kata
