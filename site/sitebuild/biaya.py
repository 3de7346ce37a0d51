"""The cost table of the guide, from the one list of prices (infra/harga.toml), for three sizes of county."""

from __future__ import annotations

import tomllib
from pathlib import Path

from schemas.tanggal import ribuan, rupiah

HARGA = Path(__file__).resolve().parents[2] / "infra" / "harga.toml"
DASAR = 8_000
"""The number of people that the list is written for."""
UKURAN = (4_000, 8_000, 16_000)
SEBUTAN = {
    "fungsi": "Layanan (Lambda, API Gateway)", "catatan": "Catatan (DynamoDB)", "dokumen": "Dokumen (S3)",
    "situs": "Situs (CloudFront)", "pengawas": "Pengawasan (CloudWatch)",
}  # fmt: skip


def tabel() -> str:
    """Markdown: what each part costs for DASAR people, the sum for three sizes, and the oldest date in the list."""
    isi = tomllib.loads(HARGA.read_text("utf-8"))["aws"]
    jumlah = sum(b["sebulan"] for b in isi.values())
    bagian = [f"| {SEBUTAN.get(nama, nama)} | {rupiah(b['sebulan'])} |" for nama, b in isi.items()]
    ukuran = [f"| {ribuan(u)} PNS | {rupiah(jumlah * u // DASAR)} |" for u in UKURAN]
    kapan = f"Tanggal angka: {min(b['tanggal'] for b in isi.values()):%Y-%m-%d}."
    satu = [f"| Bagian ({ribuan(DASAR)} PNS) | Sebulan |", "|---|---|", *bagian]
    return "\n".join([*satu, "", "| Kabupaten | Jumlah sebulan |", "|---|---|", *ukuran, "", kapan])
