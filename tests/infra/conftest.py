"""The demo county, made once for all tests that look at it."""

from __future__ import annotations

import json
from types import SimpleNamespace

import pytest
from alat_demo import buat_demo


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> SimpleNamespace:
    """Its folder, read: `folder`, `riwayat` by NIP, `akun`, `arsip`, `perkara`, `gangguan`."""
    folder = buat_demo(tmp_path_factory.mktemp("demo") / "kabupaten")
    riwayat = {d["nip"]: d for d in map(json.loads, (folder / "riwayat.jsonl").open(encoding="utf-8"))}
    kasus = json.loads((folder / "perkara.json").read_text(encoding="utf-8"))
    akun = json.loads((folder / "akun.json").read_text(encoding="utf-8"))
    return SimpleNamespace(
        folder=folder, riwayat=riwayat, akun=akun, **{n: kasus[n] for n in ("arsip", "perkara", "gangguan")}
    )
