"""The commands of `infra/sikap`, one row each. The work of each is an action; here words go in and words come out."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import chalicelib.wiring as wiring
from chalicelib.edge.perintah_akun import AKUN
from chalicelib.edge.perintah_aturan import ATURAN
from chalicelib.edge.perintah_cadangan import CADANGAN
from chalicelib.edge.perintah_impor import IMPOR
from chalicelib.edge.perintah_retensi import ARSIP
from chalicelib.edge.ucapan import DITOLAK, SELESAI, Perintah, cetak_json, katakan


def _susun_serve(p: argparse.ArgumentParser) -> None:
    p.add_argument("--alamat", default="127.0.0.1", help="alamat yang didengarkan (bawaan: 127.0.0.1)")
    p.add_argument("--pintu", type=int, default=8000, help="nomor pintu (bawaan: 8000)")
    p.add_argument("--tanpa-pekerja", action="store_true", help="pekerja berjalan sebagai proses sendiri")
    p.add_argument(
        "--situs", type=Path, default=wiring.AKAR / "build" / "site", help="folder situs yang sudah dibangun"
    )


def _serve(arg: argparse.Namespace) -> int:
    from chalicelib.edge.layani import layani

    return layani(alamat=arg.alamat, pintu=arg.pintu, situs=arg.situs, bekerja=not arg.tanpa_pekerja)


def _pekerja(_arg: argparse.Namespace) -> int:
    from chalicelib.edge.layani import bekerja

    return bekerja()


def _susun_kelayakan(p: argparse.ArgumentParser) -> None:
    pilih = p.add_mutually_exclusive_group(required=True)
    pilih.add_argument("--json", metavar="BERKAS", help="berkas JSON berisi pertanyaan; - untuk masukan standar")
    pilih.add_argument("--skema", action="store_true", help="cetak JSON Schema pertanyaan dan jawaban, lalu selesai")


def _kelayakan(arg: argparse.Namespace) -> int:
    from chalicelib.actions import kelayakan

    if arg.skema:
        print(kelayakan.skema_json())
        return SELESAI
    teks = sys.stdin.read() if arg.json == "-" else Path(arg.json).read_text(encoding="utf-8")
    print(kelayakan.jawab_json(teks))
    return SELESAI


def _susun_demo(p: argparse.ArgumentParser) -> None:
    p.add_argument("folder", type=Path, help="folder dari infra/demo/buat.py")


def _demo(arg: argparse.Namespace) -> int:
    from chalicelib.actions.demo_muat import muat

    muat(wiring.kantor(), arg.folder, katakan)
    return SELESAI


def _susun_audit(p: argparse.ArgumentParser) -> None:
    p.add_argument("--json", action="store_true", help="hasil sebagai JSON")


def _audit(arg: argparse.Namespace) -> int:
    from chalicelib.actions.audit import periksa

    hasil = periksa(wiring.kantor())
    if arg.json:
        cetak_json(hasil._asdict())
    else:
        print(f"{hasil.usulan} usulan, {hasil.peristiwa} peristiwa. Intisari {hasil.intisari}")
        print("\n".join(hasil.patah) or "Semua riwayat utuh.")
    return DITOLAK if hasil.patah else SELESAI


def _susun_doctor(p: argparse.ArgumentParser) -> None:
    p.add_argument("--json", action="store_true", help="hasil sebagai JSON")


def _doctor(arg: argparse.Namespace) -> int:
    from chalicelib.edge.doctor import periksa

    hasil = periksa()
    if arg.json:
        cetak_json([h._asdict() for h in hasil])
    else:
        print("\n".join(f"{'baik  ' if h.baik else 'BELUM '} {h.bagian}: {h.keterangan}" for h in hasil))
    return SELESAI if all(h.baik for h in hasil) else DITOLAK


def _situs(_arg: argparse.Namespace) -> int:
    katakan("Situs dibangun oleh infra/sikap sendiri, bukan dari sini.")
    return DITOLAK


def _susun_sasaran(p: argparse.ArgumentParser) -> None:
    p.add_argument("berkas", type=Path, metavar="SASARAN", help="berkas setelan; contoh: infra/server/contoh.toml")
    p.add_argument("--ya", action="store_true", help="untuk destroy: sungguh cabut; data tetap ada")
    p.add_argument("--dengan-data", action="store_true", help="untuk destroy --ya: juga hapus semua data")


def _sasaran(_arg: argparse.Namespace) -> int:
    katakan("Pemasangan dikerjakan oleh infra/sikap sendiri, bukan dari sini.")
    return DITOLAK


SASARAN = {
    "plan": "Tampilkan setiap langkah pemasangan, pembatalannya, dan biayanya; tidak mengubah apa pun.",
    "apply": "Kerjakan langkah yang belum; sesudah gagal, melanjutkan.",
    "status": "Apakah pemasangan masih seperti rencana, dan sehat.",
    "compose": "Tulis berkas compose untuk yang memilih container, dari setelan server yang sama.",
    "destroy": "Cabut pemasangan; data ditinggalkan kecuali diminta dua kali.",
}
PERINTAH: tuple[Perintah, ...] = (
    Perintah("serve", "Jalankan situs, layanan, dan pekerja sampai dihentikan (Ctrl-C).", _susun_serve, _serve),
    Perintah("pekerja", "Jalankan pekerja saja; layanan di proses lain (--tanpa-pekerja).", lambda _: None, _pekerja),
    Perintah(
        "kelayakan",
        "Hitung kelayakan kenaikan pangkat dari data dalam JSON, tanpa menyimpan apa pun.",
        _susun_kelayakan,
        _kelayakan,
        "Contoh: infra/sikap kelayakan --json data.json",
    ),
    ATURAN,
    *IMPOR,
    AKUN,
    *ARSIP,
    *CADANGAN,
    Perintah(
        "audit", "Buktikan bahwa riwayat setiap usulan utuh, atau sebut mata rantai yang putus.", _susun_audit, _audit
    ),
    Perintah("demo-muat", "Muat kabupaten contoh ke catatan yang kosong (dipakai infra/run).", _susun_demo, _demo),
    *(Perintah(nama, bantuan, _susun_sasaran, _sasaran) for nama, bantuan in SASARAN.items()),
    Perintah("site", "Bangun ulang situs ke build/site.", lambda _: None, _situs),
    Perintah(
        "doctor", "Periksa setelan, catatan, penyimpanan, dan situs, satu baris satu bagian.", _susun_doctor, _doctor
    ),
)
