"""The cost table tells the list of prices, scaled, and how old it is."""

from __future__ import annotations

from sitebuild import biaya


def test_the_table_is_the_list_for_three_sizes(tmp_path, monkeypatch):
    harga = tmp_path / "harga.toml"
    harga.write_text(
        "[aws.situs]\nsebulan = 8000\ntanggal = 2026-11-26\n[aws.lain]\nsebulan = 16000\ntanggal = 2026-01-02\n"
    )
    monkeypatch.setattr(biaya, "HARGA", harga)
    tabel = biaya.tabel()
    assert "| Situs (CloudFront) | Rp8.000 |" in tabel
    for baris in ("| 4.000 PNS | Rp12.000 |", "| 8.000 PNS | Rp24.000 |", "| 16.000 PNS | Rp48.000 |"):
        assert baris in tabel
    assert "2026-01-02" in tabel


def test_the_guide_shows_it(situs):
    teks = (situs / "panduan/biaya/index.html").read_text(encoding="utf-8")
    assert "<table>" in teks and "{biaya}" not in teks and "Layanan (Lambda, API Gateway)" in teks
