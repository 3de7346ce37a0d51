"""`infra/sikap plan|apply|status|destroy FILE`: say what a deployment will be, make it so, look at it, take it away."""

from __future__ import annotations

import argparse
import fcntl
import sys
import tomllib
from collections.abc import Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from infra import langkah as urusan
from infra.langkah import Langkah
from infra.setelan_toml import baca
from infra.tempat import DATA, Berhenti, katakan

PERINTAH = ("plan", "apply", "status", "destroy")


class Sasaran(NamedTuple):
    """One deployment: its steps, and what `status` adds to them: (part, well, sentence)."""

    langkah: list[Langkah]
    periksa: Sequence[tuple[str, bool, str]]


def main(argv: list[str]) -> int:
    """0 done; 1 refused or not well. `argv` begins with one of PERINTAH."""
    arg = _pengurai().parse_args(argv)
    match arg.perintah:
        case "plan":
            print("\n".join(urusan.rencana(buka(arg.berkas, lihat=False).langkah)))
        case "apply":
            with _sendirian():
                urusan.terapkan(buka(arg.berkas, lihat=False).langkah)
        case "status":
            return _status(buka(arg.berkas, lihat=True))
        case "destroy":
            return _cabut(buka(arg.berkas, lihat=False), arg.ya, arg.data)
    return 0


def buka(berkas: Path, *, lihat: bool) -> Sasaran:
    """The deployment that a settings file describes. Raises Berhenti with every mistake in it."""
    jenis_ = jenis(berkas)
    if jenis_ == "server":
        from infra.server import aturan, mesin, periksa, tata

        s, m = aturan.Server(baca(berkas, aturan.ATURAN)), mesin.Mesin()
        return Sasaran(tata.langkah(s, m), periksa.semua(s, m) if lihat else [])
    if jenis_ == "aws":
        from infra.aws import aturan as aturan_aws
        from infra.aws import tata as tata_aws

        return Sasaran(tata_aws.langkah(tata_aws.Aws(baca(berkas, aturan_aws.ATURAN))), [])
    raise Berhenti(
        f"{berkas}:1: sasaran.jenis: pilih salah satu: server, aws. Contoh: infra/server/contoh.toml, infra/aws/contoh.toml."
    )


def jenis(berkas: Path) -> str:
    """Which kind of deployment a settings file describes. Raises Berhenti when there is no such file."""
    if not berkas.is_file():
        raise Berhenti(
            f"{berkas} tidak ada. Salin infra/server/contoh.toml atau infra/aws/contoh.toml, ubah, lalu sebutkan letaknya."
        )
    try:
        return str(tomllib.loads(berkas.read_text(encoding="utf-8")).get("sasaran", {}).get("jenis", ""))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, AttributeError):
        return "server"


def _status(sasaran: Sasaran) -> int:
    baris = [(nama, baik, "seperti rencana" if baik else "belum; jalankan apply") for nama, baik in urusan.keadaan(sasaran.langkah)]  # fmt: skip
    semua = [*baris, *sasaran.periksa]
    print("\n".join(f"{'baik  ' if baik else 'BELUM '} {nama}: {keterangan}" for nama, baik, keterangan in semua))
    return 0 if all(baik for _, baik, _ in semua) else 1


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
    """Two administrators at once would undo each other's work."""
    with (DATA / "apply.kunci").open("a") as berkas:
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
