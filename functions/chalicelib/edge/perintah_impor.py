"""The commands that bring files in: the roster, histories, telephone numbers."""

from __future__ import annotations

import argparse
from pathlib import Path

import chalicelib.wiring as wiring
from chalicelib.edge.ucapan import SELESAI, Perintah, cetak_json, katakan


def _susun_umum(p: argparse.ArgumentParser, berkas: str, uji: str) -> None:
    p.add_argument("berkas", type=Path, metavar="FILE", help=berkas)
    p.add_argument("--uji", action="store_true", help=f"hanya {uji}; tidak menyimpan apa pun")
    p.add_argument("--json", action="store_true", help="laporan sebagai JSON pada keluaran standar")


def _susun_kolom(p: argparse.ArgumentParser, contoh: str) -> None:
    bantuan = f"tunjuk kolom sendiri, misalnya --kolom {contoh}; disimpan untuk berkas berjudul sama"
    p.add_argument("--kolom", type=_pasangan, action="append", default=[], metavar="NAMA=JUDUL", help=bantuan)


def _pasangan(teks: str) -> tuple[str, str]:
    nama, sama, judul = teks.partition("=")
    if not sama:
        raise argparse.ArgumentTypeError(f"“{teks}” belum berbentuk NAMA=JUDUL")
    return nama, judul


def _susun_impor(p: argparse.ArgumentParser) -> None:
    _susun_umum(p, "ekspor Data ASN dari SIASN (.xlsx) atau CSV", "periksa")


def _impor(arg: argparse.Namespace) -> int:
    from chalicelib.actions import roster

    isi = arg.berkas.read_bytes()
    hasil = (
        roster.periksa(isi, arg.berkas.name)
        if arg.uji
        else roster.masukkan(wiring.kantor(), isi, arg.berkas.name, katakan)
    )
    if arg.json:
        cetak_json(hasil.ringkas())
    else:
        print("\n".join(roster.laporan(hasil)))
    return SELESAI


def _susun_impor_riwayat(p: argparse.ArgumentParser) -> None:
    from schemas.fakta import JENIS_RIWAYAT

    _susun_umum(p, "buku kerja atau CSV berisi satu jenis riwayat, satu fakta satu baris", "periksa")
    p.add_argument(
        "--jenis", choices=[j.value for j in JENIS_RIWAYAT], help="jenis riwayat (bawaan: dikenali dari judul kolom)"
    )
    _susun_kolom(p, "tmt='Tgl Mulai'")


def _impor_riwayat(arg: argparse.Namespace) -> int:
    from chalicelib.actions import impor_riwayat, terap_riwayat
    from schemas.fakta import JenisFakta

    isi, nama = arg.berkas.read_bytes(), arg.berkas.name
    jenis = JenisFakta(arg.jenis) if arg.jenis else None
    kolom = dict(arg.kolom)
    if kolom and jenis is None:
        katakan("Pakai --kolom bersama --jenis.")
        return 2
    if kolom and jenis:
        kolom = terap_riwayat.lengkapi(isi, nama, jenis, kolom)
    if arg.uji:
        hasil = terap_riwayat.periksa(isi, nama, jenis, kolom, None)
    else:
        hasil = impor_riwayat.masukkan(wiring.kantor(), isi, nama, jenis, kolom, katakan)
    if arg.json:
        cetak_json(impor_riwayat.ringkas(hasil))
    else:
        print("\n".join(impor_riwayat.laporan(hasil)))
    return SELESAI


def _susun_impor_nomor(p: argparse.ArgumentParser) -> None:
    _susun_umum(p, "buku kerja atau CSV dari E-Kinerja dengan kolom NIP dan nomor", "bandingkan dengan catatan")
    _susun_kolom(p, "nomor='HP Pribadi'")


def _impor_nomor(arg: argparse.Namespace) -> int:
    from chalicelib.actions import impor_nomor

    kolom = dict(arg.kolom)
    hasil = impor_nomor.perintah(wiring.kantor(), arg.berkas.read_bytes(), arg.berkas.name, kolom, katakan, uji=arg.uji)
    if arg.json:
        cetak_json({**hasil.hitung, "baris": {n: [b.model_dump() for b in isi] for n, isi in hasil.baris.items()}})
    else:
        print("\n".join(impor_nomor.laporan(hasil)))
    return SELESAI


IMPOR = (
    Perintah(
        "impor",
        "Periksa atau masukkan daftar pegawai dari ekspor Data ASN (SIASN).",
        _susun_impor,
        _impor,
        "Contoh: infra/sikap impor data_asn.xlsx --uji --json",
    ),
    Perintah(
        "impor-riwayat",
        "Periksa atau masukkan riwayat (golongan, jabatan, kinerja, dan lain-lain) dari buku kerja atau CSV.",
        _susun_impor_riwayat,
        _impor_riwayat,
        "Contoh: infra/sikap impor-riwayat rw_golongan.xlsx --uji --json",
    ),
    Perintah(
        "impor-nomor",
        "Periksa atau masukkan nomor telepon dari berkas E-Kinerja.",
        _susun_impor_nomor,
        _impor_nomor,
        "Contoh: infra/sikap impor-nomor nomor_ekinerja.xlsx --uji --json",
    ),
)
