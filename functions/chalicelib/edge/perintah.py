"""`infra/sikap`: the administrator's command line: from a list of words to an exit code.

Exit 0 done, 1 refused (the reason on standard error), 2 wrong call. Results go to standard output, progress to standard error.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

import chalicelib.wiring as wiring
from chalicelib.edge.konteks import catat
from chalicelib.edge.perintah_isi import PERINTAH
from chalicelib.edge.ucapan import DITOLAK, Bentuk, Pengurai, katakan
from chalicelib.galat import Galat


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
        katakan(f"Ditolak: {_sebab(sebab)}")
    except Exception as sebab:
        catat("perintah-terhenti", sebab)
        katakan("Perintah ini berhenti karena kesalahan pada SIKAP sendiri; baris di atas menyebut tempatnya.")
    return DITOLAK


def _sebab(galat: OSError) -> str:
    """What the machine refused, in the words of the office for what people meet most."""
    kalimat = {
        FileNotFoundError: "tidak ditemukan; periksa alamat dan namanya.",
        IsADirectoryError: "adalah folder; sebutkan berkasnya.",
        PermissionError: "tidak boleh dibuka oleh akun ini; periksa izin berkasnya.",
    }
    if galat.filename and (pesan := kalimat.get(type(galat))):
        return f"{galat.filename} {pesan}"
    return f"{galat.strerror or galat} {galat.filename or ''}".rstrip()


def pengurai() -> Pengurai:
    """The whole command line as an argparse parser."""
    induk = Pengurai(
        prog="infra/sikap",
        description="Perintah administrator SIKAP.",
        epilog="Keterangan satu perintah: infra/sikap PERINTAH --help\n"
        "Kode keluar: 0 selesai, 1 ditolak (alasannya tertulis), 2 salah panggil.",
        formatter_class=Bentuk,
        add_help=False,
    )
    _bantuan(induk)
    anak = induk.add_subparsers(title="perintah", metavar="PERINTAH", required=True, parser_class=Pengurai)
    for p in PERINTAH:
        satu = anak.add_parser(
            p.nama, help=p.bantuan, description=p.bantuan, epilog=p.contoh, formatter_class=Bentuk, add_help=False
        )
        _bantuan(satu)
        p.susun(satu)
        satu.set_defaults(kerja=p.kerja)
    return induk


def _bantuan(pengurai: argparse.ArgumentParser) -> None:
    pengurai._positionals.title, pengurai._optionals.title = "isian", "pilihan"
    pengurai.add_argument("-h", "--help", action="help", help="tampilkan keterangan ini")


if __name__ == "__main__":
    raise SystemExit(main())
