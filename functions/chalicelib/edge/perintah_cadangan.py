"""`infra/sikap backup` and `restore`: where from, where to, with which key."""

from __future__ import annotations

import argparse
import csv
import os
import tempfile
from pathlib import Path

import chalicelib.wiring as wiring
from chalicelib.edge.ucapan import DITOLAK, SELESAI, Perintah, cetak_json, katakan
from chalicelib.galat import TakSah

CONTOH_BACKUP = """Contoh:
  infra/sikap backup --buat-kunci kunci-cadangan.txt     (sekali; simpan di luar server, dua salinan)
  infra/sikap backup /mnt/cadangan
  infra/sikap backup s3://cadangan-sikap/harian
  infra/sikap backup /mnt/cadangan --rehearse --kunci kunci-cadangan.txt"""
CONTOH_RESTORE = """Contoh, ke tempat baru yang kosong (SIKAP_STORE dan SIKAP_S3_… menunjuk ke sana):
  infra/sikap restore /mnt/cadangan --kunci kunci-cadangan.txt"""


def _susun_tempat(p: argparse.ArgumentParser) -> None:
    p.add_argument("tempat", nargs="?", metavar="TEMPAT", help="folder atau s3://ember/awalan (bawaan: setelan)")
    p.add_argument("--kunci", type=Path, metavar="BERKAS", help="berkas kunci rahasia (AGE-SECRET-KEY-…)")
    p.add_argument("--json", action="store_true", help="hasil sebagai JSON")


def _susun_backup(p: argparse.ArgumentParser) -> None:
    _susun_tempat(p)
    p.add_argument("--rehearse", action="store_true", help="latihan: pulihkan cadangan terakhir ke tempat sementara")
    p.add_argument("--buat-kunci", type=Path, metavar="BERKAS", help="buat sepasang kunci, lalu selesai")


def _susun_restore(p: argparse.ArgumentParser) -> None:
    _susun_tempat(p)
    p.add_argument("--set", default="", metavar="WAKTU", help="set tertentu (bawaan: yang terbaru)")


def _backup(arg: argparse.Namespace) -> int:
    from chalicelib.actions.cadangan import Tempat, cadangkan

    if arg.buat_kunci:
        return _buat_kunci(arg.buat_kunci)
    gudang = _gudang(arg.tempat)
    if arg.rehearse:
        return _latih(arg, gudang)
    hasil = cadangkan(wiring.kantor(), Tempat(gudang, wiring.penerima_cadangan()), katakan)
    if arg.json:
        cetak_json(hasil.model_dump(mode="json"))
    else:
        print(
            f"Set {hasil.set}: {hasil.item} catatan, {hasil.berkas} berkas "
            f"({hasil.berkas_baru} baru, {hasil.byte_baru} byte), {hasil.detik} detik. Sudah dibaca ulang."
        )
    if hasil.hilang:
        katakan(f"PERINGATAN: {hasil.hilang} berkas dirujuk catatan tetapi tidak ada di penyimpanan.")
    return DITOLAK if hasil.hilang else SELESAI


def _latih(arg: argparse.Namespace, gudang: wiring.Gudang) -> int:
    from chalicelib.actions.latihan import laporan, latih

    kunci = _kunci(arg.kunci)
    with tempfile.TemporaryDirectory(prefix="sikap-latihan-") as folder, wiring.tiruan(Path(folder)) as tiruan:
        hasil = latih(wiring.kantor(), tiruan, gudang, kunci, katakan)
    cetak_json(hasil.model_dump(mode="json")) if arg.json else print("\n".join(laporan(hasil)))
    return SELESAI


def _restore(arg: argparse.Namespace) -> int:
    from chalicelib.actions.latihan import laporan
    from chalicelib.actions.pulih import pulihkan

    hasil = pulihkan(wiring.kantor(), _gudang(arg.tempat), _kunci(arg.kunci), arg.set, katakan)
    cetak_json(hasil.model_dump(mode="json")) if arg.json else print("\n".join(laporan(hasil)))
    return SELESAI


def _gudang(tempat: str | None) -> wiring.Gudang:
    letak = tempat or wiring.setelan().cadangan_tujuan
    if not letak:
        raise TakSah(
            "Tempat cadangan belum disebut.",
            kode="tempat-cadangan",
            petunjuk="Sebutkan folder atau s3://ember/awalan, atau isi SIKAP_CADANGAN_TUJUAN.",
        )
    return wiring.gudang_cadangan(letak)


def _kunci(berkas: Path | None) -> str:
    if berkas is None:
        raise TakSah(
            "Perlu kunci rahasia untuk membuka cadangan.",
            kode="kunci-cadangan",
            petunjuk="Tambahkan --kunci BERKAS (berkas dari --buat-kunci, yang disimpan di luar server).",
        )
    return berkas.read_text(encoding="utf-8", errors="replace")


def _buat_kunci(berkas: Path) -> int:
    from chalicelib.actions.cadangan import buat_kunci

    rahasia, umum = buat_kunci()
    with os.fdopen(os.open(berkas, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as ke:
        ke.write(f"# Kunci cadangan SIKAP. Tanpa berkas ini cadangan tidak dapat dibuka.\n# umum: {umum}\n{rahasia}\n")
    print(umum)
    katakan(
        f"Kunci rahasia ditulis ke {berkas}. Pindahkan ke luar server ini, simpan dua salinan di dua tempat.\n"
        f"Lalu isi setelan: SIKAP_CADANGAN_PENERIMA={umum}"
    )
    return SELESAI


def _susun_terdampak(p: argparse.ArgumentParser) -> None:
    p.add_argument("berkas", type=Path, metavar="BERKAS", help="CSV yang ditulis; belum boleh ada")
    p.add_argument("--unit", default="", metavar="ID", help="hanya satu unit dan di bawahnya (bawaan: semua orang)")


def _terdampak(arg: argparse.Namespace) -> int:
    from chalicelib.actions.terdampak import KOLOM, daftar

    with os.fdopen(
        os.open(arg.berkas, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", newline="", encoding="utf-8-sig"
    ) as ke:
        tulis = csv.writer(ke, delimiter=";")
        tulis.writerow(KOLOM)
        banyak = sum(1 for satu in daftar(wiring.kantor(), arg.unit) if tulis.writerow(map(_teks, satu)))
    print(f"{banyak} orang ditulis ke {arg.berkas}.")
    katakan("Berkas itu memuat data pribadi: simpan terenkripsi, dan hapus sesudah pemberitahuan selesai.")
    return SELESAI


def _teks(nilai: str) -> str:
    """A spreadsheet must show it, not obey it; and keep all 18 digits of a NIP."""
    return f"'{nilai}" if nilai[:1] in "=+-@\t" or nilai.isdigit() else nilai


CADANGAN = (
    Perintah(
        "terdampak",
        "Tulis daftar orang yang datanya tersimpan, untuk pemberitahuan kebocoran (UU PDP, 3 x 24 jam).",
        _susun_terdampak,
        _terdampak,
        "Contoh: infra/sikap terdampak terdampak.csv --unit ID-UNIT",
    ),
    Perintah(
        "backup",
        "Cadangkan catatan dan berkas, disegel; atau latih pemulihannya.",
        _susun_backup,
        _backup,
        CONTOH_BACKUP,
    ),
    Perintah("restore", "Pulihkan cadangan ke tempat yang kosong.", _susun_restore, _restore, CONTOH_RESTORE),
)
