"""`infra/sikap plan|apply|status|doctor|destroy FILE`: say what a deployment will be, make it so, look at it, take it away."""

from __future__ import annotations

import argparse
import fcntl
import os
import re
import sys
from collections.abc import Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from infra import langkah as urusan
from infra.langkah import Langkah
from infra.setelan_toml import baca
from infra.tempat import AKAR, DATA, Berhenti, katakan

PERINTAH = ("plan", "apply", "status", "doctor", "destroy", "compose")
BUKAN_BERKAS = ("", "--json", "-h", "--help")
"""After one of PERINTAH: no settings file is named, so that the functions are asked."""


class Sasaran(NamedTuple):
    """One deployment: its steps, and what `doctor` looks at and `status` adds to them: (part, well, sentence)."""

    langkah: list[Langkah]
    periksa: Sequence[tuple[str, bool, str]]


def main(argv: list[str]) -> int:
    """0 done; 1 refused or not well. `argv` begins with one of PERINTAH."""
    arg = _pengurai().parse_args(argv)
    match arg.perintah:
        case "plan":
            print("\n".join(urusan.rencana(buka(arg.berkas, lihat=False).langkah)))
            if jenis(arg.berkas) == "server" and os.geteuid():
                katakan(
                    "Dijalankan tanpa sudo, jadi yang tertulis AKAN mungkin sudah ada; dengan sudo terlihat semuanya."
                )
        case "apply":
            with _sendirian():
                urusan.terapkan(buka(arg.berkas, lihat=False).langkah)
        case "status":
            return _status(buka(arg.berkas, lihat=True))
        case "doctor":
            return _laporkan(buka(arg.berkas, lihat=True).periksa)
        case "compose":
            _wadah(arg.berkas)
        case "destroy":
            return _cabut(buka(arg.berkas, lihat=False), arg.ya, arg.data)
    return 0


def buka(berkas: Path, *, lihat: bool) -> Sasaran:
    """The deployment that a settings file describes. Raises Berhenti with every mistake in it."""
    if jenis(berkas) == "aws":
        from infra.aws import aturan as aturan_aws
        from infra.aws import periksa as periksa_aws
        from infra.aws import tata as tata_aws

        a = tata_aws.Aws(baca(berkas, aturan_aws.ATURAN, aturan_aws.sepadan))
        return Sasaran(tata_aws.langkah(a), periksa_aws.semua(a) if lihat else [])
    from infra.server import aturan, mesin, periksa, tata

    s, m = aturan.Server(baca(berkas, aturan.ATURAN, aturan.sepadan)), mesin.Mesin()
    return Sasaran(tata.langkah(s, m), periksa.semua(s, m) if lihat else [])


def jenis(berkas: Path) -> str:
    """Which kind of deployment a settings file describes: by its section, so that every other mistake can be named too.

    Raises Berhenti when there is no such file.
    """
    if not berkas.is_file():
        raise Berhenti(
            f"{berkas} tidak ada. Salin infra/server/contoh.toml atau infra/aws/contoh.toml, ubah, lalu sebutkan letaknya."
        )
    try:
        isi = berkas.read_bytes()
    except OSError as sebab:
        raise Berhenti(f"{berkas} tidak dapat dibaca: {sebab.strerror}. Coba dengan sudo.") from None
    return "aws" if re.search(rb"^\s*\[aws\]|^\s*jenis\s*=\s*[\"']aws", isi, re.M) else "server"


def _status(sasaran: Sasaran) -> int:
    baris = [
        (nama, baik, "seperti rencana" if baik else "belum; jalankan apply")
        for nama, baik in urusan.keadaan(sasaran.langkah)
    ]
    return _laporkan([*baris, *sasaran.periksa])


def _laporkan(semua: Sequence[tuple[str, bool, str]]) -> int:
    print("\n".join(f"{'baik  ' if baik else 'BELUM '} {nama}: {keterangan}" for nama, baik, keterangan in semua))
    return 0 if all(baik for _, baik, _ in semua) else 1


def _wadah(berkas: Path) -> None:
    """Write the compose folder beside the settings. Raises Berhenti for AWS, and with every mistake in the settings."""
    from infra.server import aturan, wadah

    ke = berkas.resolve().with_name("sikap-compose")
    nama = wadah.tulis(aturan.Server(baca(berkas, aturan.ATURAN, aturan.sepadan)), AKAR, ke)
    katakan(f"{ke}: {', '.join(nama)} ditulis. Belum pernah dijalankan mesin container: coba dahulu di mesin uji.")


def _cabut(sasaran: Sasaran, ya: bool, data: bool) -> int:
    if not ya:
        print("Yang akan dicabut:\n" + "\n".join(f"  {s.nama}: {s.batal}" for s in reversed(sasaran.langkah)))
        katakan("Belum ada yang dicabut. Bila yakin: tambahkan --ya (data tetap ada), atau --ya --dengan-data.")
        return 1
    with _sendirian():
        tinggal = urusan.cabut(sasaran.langkah, data=data)
    katakan("Dicabut." + ("\nYang tinggal:\n" + "\n".join(f"  {t}" for t in tinggal) if tinggal else ""))
    return 0


@contextmanager
def _sendirian():  # type: ignore[no-untyped-def]
    """Two administrators at once would undo each other's work. What a killed run started holds the lock until it ends."""
    with (DATA / "apply.kunci").open("a") as berkas:
        os.set_inheritable(berkas.fileno(), True)
        try:
            fcntl.flock(berkas, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise Berhenti("apply atau destroy lain sedang berjalan dari folder ini. Tunggu sampai selesai.") from None
        yield


def _pengurai() -> argparse.ArgumentParser:
    p = argparse.ArgumentParser(prog="infra/sikap", add_help=False)
    p.add_argument("perintah", choices=PERINTAH)
    p.add_argument("berkas", type=Path)
    p.add_argument("--ya", action="store_true")
    p.add_argument("--dengan-data", dest="data", action="store_true")
    return p


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Berhenti as sebab:
        sys.exit(str(sebab))
