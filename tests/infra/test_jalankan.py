"""`infra/run`: the demo county is made where it is not there yet."""

from __future__ import annotations

import pytest

from infra import jalankan
from schemas.setelan import Setelan


@pytest.fixture
def akun(tmp_path, monkeypatch):
    monkeypatch.setattr(jalankan, "AKUN_DEMO", tmp_path / "demo-akun.json")
    monkeypatch.setattr(jalankan, "AKAR", tmp_path)
    return tmp_path / "demo-akun.json"


@pytest.mark.parametrize(
    ("ada_akun", "ada_catatan", "sekitar", "ada"),
    [
        (False, True, {}, False),
        (True, True, {}, True),
        (True, False, {}, False),
        (True, False, {"SIKAP_STORE": "postgresql:///sikap?host=/run"}, True),
        (True, False, {"SIKAP_STORE": "dynamodb:sikap"}, True),
    ],
)
def test_a_deleted_database_is_an_office_without_its_county(akun, tmp_path, ada_akun, ada_catatan, sekitar, ada):
    if ada_akun:
        akun.write_text("[]")
    if ada_catatan:
        (tmp_path / ".sikap").mkdir()
        (tmp_path / ".sikap" / "sikap.db").touch()
    assert jalankan._demo_ada(sekitar) is ada


def test_the_place_of_the_records_is_the_one_the_settings_name():
    assert Setelan.model_fields["store"].default == jalankan.CATATAN
