"""Prices are estimates that say so: each with a date and a source, editable, and a wrong row is named."""

from __future__ import annotations

from datetime import date

import pytest

from infra import harga
from infra.tempat import Berhenti

BAIK = '[aws.a]\nsebulan = 1500\ntanggal = 2026-11-26\nsumber = "tagihan"\n'


def test_every_row_has_a_price_a_date_and_a_source():
    daftar = harga.baca("aws")
    assert [h.nama for h in daftar] == ["aws.fungsi", "aws.catatan", "aws.dokumen", "aws.situs", "aws.pengawas"]
    assert all(h.sebulan > 0 and h.tanggal >= date(2026, 11, 26) for h in daftar)
    assert all(h.perkiraan for h in daftar if "perkiraan" in h.sumber)
    assert harga.rincian(daftar).count("(perkiraan)") == sum(h.perkiraan for h in daftar)


def test_the_line_of_plan_shows_the_parts_the_oldest_date_and_the_sources(tmp_path):
    berkas = tmp_path / "harga.toml"
    berkas.write_text(BAIK + BAIK.replace("aws.a", "aws.b").replace("2026", "2025").replace("tagihan", "dugaan"))
    assert harga.rincian(harga.baca("aws", berkas)) == "a Rp1.500, b Rp1.500 (per 26-11-2025; sumber: tagihan; dugaan)"


@pytest.mark.parametrize(
    "rusak", [BAIK.replace("1500", '"1500"'), BAIK.replace("1500", "-1"), BAIK.replace('"tagihan"', '" "'), "[aws]\na = 5\n", BAIK.replace("2026-11-26", '"kemarin"')]
)  # fmt: skip
def test_a_wrong_row_is_named_with_the_way_out(tmp_path, rusak):
    berkas = tmp_path / "harga.toml"
    berkas.write_text(rusak)
    with pytest.raises(Berhenti, match=r"\[aws\.a\] perlu sebulan"):
        harga.baca("aws", berkas)


@pytest.mark.parametrize("isi", ["", "bukan toml", "[server.a]\nsebulan = 1\n"])
def test_a_file_without_the_target_is_named(tmp_path, isi):
    berkas = tmp_path / "harga.toml"
    berkas.write_text(isi)
    with pytest.raises(Berhenti, match=r"\[aws"):
        harga.baca("aws", berkas)
