"""Every index entry is a write of its own, and is paid for: a thing stands only in lists that somebody reads."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from alat_rute import buka
from chalicelib.records import pegawai as rak_pegawai

KODE = Path("functions/chalicelib")


@pytest.fixture(scope="module")
def kode() -> str:
    return "".join(p.read_text() for p in KODE.rglob("*.py") if p.name != "__init__.py")


@pytest.mark.parametrize("pk, sk", [("PEGAWAI#karno", "-"), ("USULAN#{usulan}", "-"), ("USULAN#{usulan}", "P#000001")])
def test_a_thing_stands_only_in_lists_that_are_read(kantor, kode, pk, sk):
    item = kantor.store.get(pk.format(usulan=buka(kantor).usulan), sk)
    for indeks, (laci, _) in item.index.items():
        disebut = re.findall(f'"{laci.partition("#")[0]}[#"]', kode)
        assert len(disebut) >= 2, f"{laci} ({indeks}) is written, and read by nobody"


def test_who_lacks_something_stands_with_his_unit_and_his_number(kantor):
    karno = rak_pegawai.ambil(kantor.store, "karno")
    assert set(rak_pegawai.RAK.indeks(karno)) == {"g1", "g4"}
