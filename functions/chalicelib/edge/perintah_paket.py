"""`infra/sikap paket-periksa`: is a pack still what it was, and does the archive still hold it?"""

from __future__ import annotations

import argparse
from pathlib import Path

import chalicelib.wiring as wiring
from chalicelib.edge.ucapan import DITOLAK, SELESAI, Perintah, cetak_json


def _susun(p: argparse.ArgumentParser) -> None:
    p.add_argument("berkas", type=Path, metavar="FILE", help="ZIP yang diunduh dari halaman Paket berkas")
    p.add_argument("--json", action="store_true", help="hasil sebagai JSON")


def _kerja(arg: argparse.Namespace) -> int:
    from chalicelib.actions.paket_periksa import periksa

    with arg.berkas.open("rb") as f:
        hasil = periksa(wiring.kantor(), f)
    if arg.json:
        cetak_json(hasil._asdict())
    else:
        print(f"Paket {hasil.paket} bagian {hasil.bagian}: {hasil.dokumen} dokumen. ", end="")
        print("ZIP persis seperti dibuat." if hasil.persis else "ZIP ini pernah diubah sesudah dibuat.")
        print("\n".join(hasil.masalah) or "Semua isinya sama dengan arsip.")
        for nama in hasil.baru:
            print(f"{nama}: sejak itu ada versi yang lebih baru dalam arsip")
    return DITOLAK if hasil.masalah or not hasil.persis else SELESAI


PAKET = Perintah(
    "paket-periksa", "Periksa ZIP paket berkas terhadap arsip: utuh, berubah, atau sudah ada versi baru.", _susun, _kerja,
    "Contoh: infra/sikap paket-periksa paket-2027-04-01-k3p9qz-bagian-1.zip",
)  # fmt: skip
