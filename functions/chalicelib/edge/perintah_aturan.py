"""`infra/sikap aturan periksa`: what a folder of rule tables changes, from when, and for whom."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import Any

import chalicelib.wiring as wiring
from chalicelib.edge.ucapan import SELESAI, Perintah, cetak_json, katakan
from schemas.aturan import FOLDER
from schemas.aturan_kata import JUDUL
from schemas.tanggal import tanggal_panjang
from schemas.usulan import SEBUTAN_JENIS, Jenis

PALING_BANYAK = 50
"""Changed answers that are printed; `--json` prints all."""
CONTOH = """Contoh:
  cp -r schemas/aturan aturan-baru                       (lalu tambahkan baris bertanggal dalam aturan-baru)
  infra/sikap aturan periksa aturan-baru                 (siapa dalam catatan yang jawabannya berubah)
  infra/sikap aturan periksa aturan-baru --orang data.json
Bila sudah benar: salin kembali ke schemas/aturan, lalu infra/sikap apply atau mulai ulang infra/run.
Situs mencetak aturan yang baru, dan pekerja menghitung ulang ramalan semua orang."""


def _susun(p: argparse.ArgumentParser) -> None:
    p.add_argument("aksi", choices=("periksa",), help="periksa: tidak mengubah apa pun")
    p.add_argument(
        "folder",
        nargs="?",
        type=Path,
        default=FOLDER,
        metavar="FOLDER",
        help="folder berisi tabel *.toml (bawaan: yang dipakai)",
    )
    p.add_argument(
        "--orang",
        metavar="BERKAS",
        help="nilai orang dalam JSON ini (bentuk “kelayakan”), bukan yang dalam catatan; - untuk masukan standar",
    )
    p.add_argument("--json", action="store_true", help="hasil sebagai JSON, semua jawaban yang berubah")


def _kerja(arg: argparse.Namespace) -> int:
    from chalicelib.actions import aturan

    hasil = aturan.periksa(arg.folder)
    if arg.orang:
        teks = sys.stdin.read() if arg.orang == "-" else Path(arg.orang).read_text(encoding="utf-8")
        berubah = aturan.berubah_json(hasil.tabel, teks)
    else:
        berubah = aturan.berubah(wiring.kantor(), hasil.tabel, katakan) if hasil.perubahan else []
    if arg.json:
        cetak_json({**hasil.ringkas(), "berubah": berubah})
    else:
        print("\n".join(_laporan(hasil, berubah)))
    return SELESAI


def _laporan(hasil: Any, berubah: list[dict[str, Any]]) -> list[str]:
    kata = [f"Tabel sah: {sum(hasil.baris.values())} baris, {hasil.ragu} di antaranya bertanda ragu. Edisi {hasil.tabel.edisi}."]  # fmt: skip
    if not hasil.perubahan:
        return [*kata, "Sama dengan aturan yang dipakai; tidak ada jawaban yang berubah."]
    kata += ["", "Yang berubah pada aturan:"]
    for p in hasil.perubahan:
        kata += [
            f"  Mulai {tanggal_panjang(p.sejak)}, {JUDUL[p.tabel]}",
            f"    dari: {p.dari or '(tidak ada)'}",
            f"    ke:   {p.ke or '(tidak ada)'}",
        ]
    if hasil.surut():
        kata += [
            "",
            "PERHATIAN: sebagian berlaku surut, jadi jawaban untuk TMT yang sudah lewat ikut berubah.",
            "Bila tidak dimaksudkan: tutup baris lama dengan berlaku_sampai, lalu tambahkan baris baru yang bertanggal.",
        ]
    kata += ["", f"{len(berubah)} jawaban berubah."]
    kata += [f"  {_siapa(b)}: {_jawaban(b['dari'])} -> {_jawaban(b['ke'])}" for b in berubah[:PALING_BANYAK]]
    lebih = len(berubah) - PALING_BANYAK
    return [*kata, f"  … dan {lebih} lagi; semuanya dengan --json."] if lebih > 0 else kata


def _siapa(b: dict[str, Any]) -> str:
    jenis = SEBUTAN_JENIS[Jenis(b["jenis"])]
    return ", ".join(x for x in (b.get("nama") or b.get("nip", ""), b.get("opd", ""), jenis) if x)


def _jawaban(j: dict[str, Any] | None) -> str:
    if j is None:
        return "tidak terbuka"
    kapan = tanggal_panjang(date.fromisoformat(j["paling_cepat"])) if j["paling_cepat"] else "tanpa tanggal"
    return " ".join(x for x in (j.get("putusan", ""), j["golongan_baru"] or "", f"({kapan})") if x)


ATURAN = Perintah(
    "aturan",
    "Periksa tabel aturan sebelum dipakai: kesalahan, perubahan, dan siapa yang jawabannya berubah.",
    _susun,
    _kerja,
    CONTOH,
)
