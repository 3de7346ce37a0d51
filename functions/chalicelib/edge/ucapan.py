"""How the command line speaks: one command as a row, argparse in Indonesian, results apart from progress."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from typing import NamedTuple, NoReturn

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


class Bentuk(argparse.RawDescriptionHelpFormatter):
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
