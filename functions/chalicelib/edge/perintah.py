"""`infra/sikap`: the administrator's commands. Each command's work is an action; here are only words in and words out.

Exit 0 done, 1 refused (the reason on standard error), 2 wrong call. Results go to standard output, progress to standard error.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, NoReturn

import chalicelib.wiring as wiring
from chalicelib.edge.konteks import catat
from chalicelib.galat import Galat

SELESAI, DITOLAK, SALAH_PANGGIL = 0, 1, 2


class Perintah(NamedTuple):
    """One command: its name, one line of help, what it takes, and what it does (answers the exit code)."""

    nama: str
    bantuan: str
    susun: Callable[[argparse.ArgumentParser], object]
    kerja: Callable[[argparse.Namespace], int]
    contoh: str = ""


class Pengurai(argparse.ArgumentParser):
    """argparse, speaking to the administrator in his language."""

    def error(self, message: str) -> NoReturn:
        for asing, kita in _UCAPAN:
            message = message.replace(asing, kita)
        self.exit(SALAH_PANGGIL, f"{self.prog}: {message}\nKeterangan: {self.prog} --help\n")


class _Bentuk(argparse.RawDescriptionHelpFormatter):
    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=16, width=100)

    def add_usage(self, usage, actions, groups, prefix=None):  # type: ignore[no-untyped-def]
        super().add_usage(usage, actions, groups, "Cara pakai: " if prefix is None else prefix)


_UCAPAN = (
    ("the following arguments are required: ", "masih kurang: "),
    ("unrecognized arguments: ", "tidak dikenal: "),
    ("invalid choice: ", "bukan pilihan: "),
    ("(choose from ", "(pilih dari "),
    ("expected one argument", "perlu satu isian"),
    ("expected at least one argument", "perlu paling sedikit satu isian"),
    ("not allowed with argument", "tidak dapat bersama"),
    ("invalid int value: ", "harus berupa angka: "),
    ("one of the arguments ", "sebutkan salah satu: "),
    (" is required", ""),
    ("argument ", ""),
)


def katakan(pesan: str) -> None:
    """A line of progress, for the person at the keyboard."""
    print(pesan, file=sys.stderr, flush=True)


def cetak_json(isi: object) -> None:
    """A result for a program: one JSON document on standard output."""
    print(json.dumps(isi, ensure_ascii=False, default=str))


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. `argv` without the program's name."""
    arg = pengurai().parse_args(argv)
    try:
        return int(arg.kerja(arg))
    except Galat as galat:
        katakan(f"Ditolak: {galat.pesan}" + (f"\n{galat.petunjuk}" if galat.petunjuk else ""))
        for temuan in galat.temuan:
            katakan(f"  {temuan.bidang or temuan.kode}: {temuan.pesan}")
    except wiring.SetelanSalah as salah:
        katakan(f"Setelan belum benar.\n{salah}")
    except BrokenPipeError:
        sys.stderr.close()
    except OSError as sebab:
        katakan(f"Ditolak: {sebab.strerror or sebab} {sebab.filename or ''}".rstrip())
    except Exception as sebab:
        catat("perintah-terhenti", sebab)
        katakan("Perintah ini berhenti karena kesalahan pada SIKAP sendiri; baris di atas menyebut tempatnya.")
    return DITOLAK


def pengurai() -> Pengurai:
    """The whole command line as an argparse parser."""
    induk = Pengurai(
        prog="infra/sikap",
        description="Perintah administrator SIKAP.",
        epilog="Keterangan satu perintah: infra/sikap PERINTAH --help\n"
        "Kode keluar: 0 selesai, 1 ditolak (alasannya tertulis), 2 salah panggil.",
        formatter_class=_Bentuk,
        add_help=False,
    )
    _bantuan(induk)
    anak = induk.add_subparsers(title="perintah", metavar="PERINTAH", required=True, parser_class=Pengurai)
    for p in PERINTAH:
        satu = anak.add_parser(
            p.nama, help=p.bantuan, description=p.bantuan, epilog=p.contoh, formatter_class=_Bentuk, add_help=False
        )
        _bantuan(satu)
        p.susun(satu)
        satu.set_defaults(kerja=p.kerja)
    return induk


def _bantuan(pengurai: argparse.ArgumentParser) -> None:
    pengurai._positionals.title, pengurai._optionals.title = "isian", "pilihan"
    pengurai.add_argument("-h", "--help", action="help", help="tampilkan keterangan ini")


def _susun_serve(p: argparse.ArgumentParser) -> None:
    p.add_argument("--alamat", default="127.0.0.1", help="alamat yang didengarkan (bawaan: 127.0.0.1)")
    p.add_argument("--pintu", type=int, default=8000, help="nomor pintu (bawaan: 8000)")
    p.add_argument(
        "--situs", type=Path, default=wiring.AKAR / "build" / "site", help="folder situs yang sudah dibangun"
    )


def _serve(arg: argparse.Namespace) -> int:
    from chalicelib.edge.layani import layani

    return layani(alamat=arg.alamat, pintu=arg.pintu, situs=arg.situs)


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


def _susun_impor(p: argparse.ArgumentParser) -> None:
    p.add_argument("berkas", type=Path, metavar="FILE", help="ekspor Data ASN dari SIASN (.xlsx) atau CSV")
    p.add_argument("--uji", action="store_true", help="hanya periksa; tidak menyimpan apa pun")
    p.add_argument("--json", action="store_true", help="laporan sebagai JSON pada keluaran standar")


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


PERINTAH: tuple[Perintah, ...] = (
    Perintah("serve", "Jalankan situs, layanan, dan pekerja sampai dihentikan (Ctrl-C).", _susun_serve, _serve),
    Perintah(
        "kelayakan",
        "Hitung kelayakan kenaikan pangkat dari data dalam JSON, tanpa menyimpan apa pun.",
        _susun_kelayakan,
        _kelayakan,
        "Contoh: infra/sikap kelayakan --json data.json",
    ),
    Perintah(
        "impor",
        "Periksa atau masukkan daftar pegawai dari ekspor Data ASN (SIASN).",
        _susun_impor,
        _impor,
        "Contoh: infra/sikap impor data_asn.xlsx --uji --json",
    ),
    Perintah(
        "audit", "Buktikan bahwa riwayat setiap usulan utuh, atau sebut mata rantai yang putus.", _susun_audit, _audit
    ),
    Perintah(
        "doctor", "Periksa setelan, catatan, penyimpanan, dan situs, satu baris satu bagian.", _susun_doctor, _doctor
    ),
)

if __name__ == "__main__":
    raise SystemExit(main())
