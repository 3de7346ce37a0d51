"""`apply` in an empty Debian, killed with all it started (SIGKILL) in its real steps: apt, the release, the units. The last run ends whole.

Needs what test_server_kosong.py needs; the short form is test_mati.py.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from itertools import count
from pathlib import Path
from shlex import split

import alat_distribusi
import alat_kosong
import pytest
from alat_kosong import SETELAN, SUMBER, Kosong

pytestmark = pytest.mark.panjang
CATATAN = "/root/apply.log"
MATI = [
    ("paket sistem", 0.2), ("paket sistem", 5), ("paket sistem", 12), ("pengguna sikap", 0), ("pangkalan data", 0.2),
    ("setelan dan rahasia", 0), ("rilis", 0.5), ("rilis", 15), ("unit systemd", 0), ("layanan berjalan", 0.3),
    ("layanan berjalan", 3),
]  # fmt: skip
"""In which step, and how many seconds after it began."""
_NOMOR = count(1)


def test_apply_killed_in_its_real_steps_ends_whole():
    if kurang := alat_distribusi.kurang():
        pytest.skip(kurang)
    folder = Path(tempfile.mkdtemp(prefix="sikap-mati-", dir="/var/tmp"))
    try:
        with alat_kosong.hidup(alat_distribusi.DEBIAN_12, folder) as kosong:
            _coba(kosong)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _coba(kosong: Kosong) -> None:
    kosong.bersiap()
    terbunuh = [nama for nama, detik in MATI if _bunuh(kosong, nama, detik)]
    print(f"\nTerbunuh di: {terbunuh}", file=sys.stderr)
    assert len(terbunuh) >= 8 and {"paket sistem", "rilis", "layanan berjalan"} <= set(terbunuh)
    kosong.pasang()
    assert "Tidak ada yang perlu dikerjakan" in kosong.pasang()
    status = kosong.jalan("sikap", "status", harus=False).splitlines()
    assert len(status) > 15 and [b for b in status if b.startswith("BELUM") and "jam server" not in b] == []


def _bunuh(kosong: Kosong, nama: str, detik: float) -> bool:
    """Start `apply` as a unit; kill the whole of it so long after the step is announced. False: the step was done already."""
    catatan = kosong.isi(CATATAN)
    awal = catatan.stat().st_size if catatan.exists() else 0
    unit = f"uji-apply-{next(_NOMOR)}.service"
    pilihan = split(f"--quiet --unit={unit} -p StandardError=append:{CATATAN} -p StandardOutput=append:{CATATAN}")
    kosong.jalan("systemd-run", *pilihan, f"{SUMBER}/infra/sikap", "apply", SETELAN)
    while _hidup(kosong, unit):
        if catatan.exists() and f"\n{nama}" in "\n" + catatan.read_bytes()[awal:].decode(errors="replace"):
            time.sleep(detik)
            terbunuh = _hidup(kosong, unit)
            kosong.jalan("systemctl", "kill", "-s", "KILL", unit, harus=False)
            while _hidup(kosong, unit):
                time.sleep(0.1)
            return terbunuh
        time.sleep(0.05)
    akhir = catatan.read_text(errors="replace")[-600:]
    assert kosong.jalan("systemctl", "is-failed", unit, harus=False).strip() != "failed", akhir
    return False


def _hidup(kosong: Kosong, unit: str) -> bool:
    return kosong.jalan("systemctl", "is-active", unit, harus=False).strip() in ("active", "activating", "deactivating")
