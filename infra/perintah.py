"""`infra/sikap`: hands the administrator's command to the functions as a process; builds the site and deploys itself."""

from __future__ import annotations

import os
import sys

from infra import pustaka, sasaran, situs
from infra.tempat import Berhenti, lingkungan, siapkan_data


def main(argv: list[str]) -> None:
    """Run one command. Does not come back where the functions take over."""
    siapkan_data()
    if argv[:1] and argv[0] in sasaran.PERINTAH and not {"-h", "--help"} & set(argv) and argv[1:]:
        raise SystemExit(sasaran.main(argv))
    perpustakaan = pustaka.pasang()
    if argv == ["site"]:
        return situs.bangun(perpustakaan, paksa=True)
    sekitar = lingkungan(perpustakaan.tambahan)
    return os.execve(perpustakaan.python, [perpustakaan.python, "-P", "-m", "chalicelib.edge.perintah", *argv], sekitar)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except Berhenti as sebab:
        print(sebab, file=sys.stderr)
        sys.exit(1)
