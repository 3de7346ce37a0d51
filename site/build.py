#!/usr/bin/env python3
"""Build the site: `python site/build.py [--serve] [--ke FOLDER] [--timbang]`.

Exit 0: built; 1: the site would be broken, and every fault is named; 2: wrong call.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

AKAR = Path(__file__).resolve().parent.parent
sys.path[:0] = [p for p in (str(AKAR), str(AKAR / "site")) if p not in sys.path]

from sitebuild.bangun import Hasil, bangun  # noqa: E402
from sitebuild.sajikan import sajikan  # noqa: E402
from sitebuild.tolak import SitusRusak  # noqa: E402

from schemas.setelan import AWALAN, Setelan  # noqa: E402

SETELAN = ("bantuan_telepon", "sesi_jam", "sesi_diam_menit", "batas_bkn")
"""Settings that pages show; the rest of the environment is not the press's business."""


def setelan() -> Setelan:
    """The settings that pages show, from the environment."""
    return Setelan.model_validate(
        {n: os.environ[AWALAN + n.upper()] for n in SETELAN if AWALAN + n.upper() in os.environ}
    )


def laporkan(hasil: Hasil, rinci: bool) -> None:
    """Say what was made, in bytes after brotli."""
    if rinci:
        for url, (html, skrip) in sorted(hasil.halaman.items()):
            print(f"{html:7} {skrip:7}  {url}")
    print(
        f"{len(hasil.halaman)} pages; CSS {hasil.gaya}, all JavaScript {hasil.skrip}, scanner {hasil.pindai}, offline shell {hasil.cangkang} bytes (br)"
    )


def main() -> int:
    """The command line."""
    bicara = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    bicara.add_argument("--ke", type=Path, default=AKAR / "build" / "site", help="folder to write (default build/site)")
    bicara.add_argument("--serve", action="store_true", help="then show it on this computer")
    bicara.add_argument("--porta", type=int, default=8001, help="port for --serve")
    bicara.add_argument("--timbang", action="store_true", help="list the weight of every page")
    isi = bicara.parse_args()
    try:
        laporkan(bangun(isi.ke, setelan()), isi.timbang)
    except SitusRusak as rusak:
        print(f"The site was not accepted:\n{rusak}", file=sys.stderr)
        return 1
    if isi.serve:
        sajikan(isi.ke, isi.porta)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
