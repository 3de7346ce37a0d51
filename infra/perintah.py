"""`infra/sikap`: hands the administrator's command to the functions as a process; builds the site and deploys itself."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from infra import pustaka, sasaran, situs
from infra.tempat import AKAR, Berhenti, lingkungan, siapkan_data


def main(argv: list[str]) -> None:
    """Run one command. Does not come back where the functions take over."""
    siapkan_data()
    if _untuk_sasaran(argv):
        _sasaran(argv)
        return
    perpustakaan = pustaka.pasang()
    if argv == ["site"]:
        situs.bangun(perpustakaan, paksa=True)
        return
    sekitar = lingkungan(perpustakaan.tambahan)
    os.execve(perpustakaan.python, [perpustakaan.python, "-P", "-m", "chalicelib.edge.perintah", *argv], sekitar)


def _untuk_sasaran(argv: list[str]) -> bool:
    """Does it name a settings file? (`doctor` alone asks the functions.)"""
    return argv[:1] != [] and argv[0] in sasaran.PERINTAH and [*argv, ""][1] not in sasaran.BUKAN_BERKAS


def _sasaran(argv: list[str]) -> None:
    """A server needs only Python itself; AWS needs its client, which lives among our libraries."""
    if sasaran.jenis(Path(argv[1])) != "aws":
        raise SystemExit(sasaran.main(argv))
    perpustakaan = pustaka.pasang()
    sekitar = {**os.environ, **perpustakaan.tambahan, "PYTHONPATH": str(AKAR)}
    os.execve(perpustakaan.python, [perpustakaan.python, "-P", "-m", "infra.sasaran", *argv], sekitar)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except Berhenti as sebab:
        print(sebab, file=sys.stderr)
        sys.exit(1)
