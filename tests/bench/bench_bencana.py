"""How long a disaster lasts: the demo county backed up, destroyed and restored on the next target, by the administrator's command.

python tests/bench/bench_bencana.py
"""

from __future__ import annotations

import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

AKAR = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(AKAR), str(AKAR / "functions"), str(AKAR / "tests")]

import alat_ministack  # noqa: E402
import alat_postgresql  # noqa: E402
from alat_bencana import Rumah, awan, isi, satu_komputer, server  # noqa: E402
from alat_demo import buat_demo  # noqa: E402
from chalicelib.actions.cadangan import buat_kunci  # noqa: E402


def main() -> None:
    """Print one line for each move."""
    with tempfile.TemporaryDirectory(prefix="sikap-bencana-") as letak, ExitStack() as susun:
        folder = Path(letak)
        pg = susun.enter_context(alat_postgresql.jalankan())
        aws = susun.enter_context(alat_ministack.jalankan())
        rahasia, umum = buat_kunci()
        (folder / "kunci.txt").write_text(rahasia)
        rumah = [
            susun.enter_context(satu_komputer(folder / "satu")),
            susun.enter_context(server(folder / "dua", pg)),
            susun.enter_context(awan(aws)),
            susun.enter_context(server(folder / "empat", pg)),
        ]
        _muat(rumah[0], buat_demo(folder / "kabupaten", "--jumlah", sys.argv[1] if len(sys.argv) > 1 else "8000"))
        print("| from | to | records | files | backup, min | restore, min | same |\n|---|---|---|---|---|---|---|")
        for lama, baru in zip(rumah, rumah[1:], strict=False):
            _pindah(lama, baru, folder, umum)


def _muat(rumah: Rumah, kabupaten: Path) -> None:
    demo = Rumah(rumah.nama, {**rumah.lingkungan, "SIKAP_DEMO": "1"}, rumah.musnah)
    _harus(demo.sikap("demo-muat", str(kabupaten)))


def _pindah(lama: Rumah, baru: Rumah, folder: Path, umum: str) -> None:
    tempat = folder / f"cadangan-{lama.nama}"
    harap = isi(lama)
    mulai = time.monotonic()
    _harus(
        Rumah(lama.nama, {**lama.lingkungan, "SIKAP_CADANGAN_PENERIMA": umum}, lama.musnah).sikap("backup", str(tempat))
    )
    tengah = time.monotonic()
    lama.musnah()
    mulai_pulih = time.monotonic()
    _harus(baru.sikap("restore", str(tempat), "--kunci", str(folder / "kunci.txt")))
    selesai = time.monotonic()
    sama = "yes" if isi(baru) == harap else "NO"
    print(
        f"| {lama.nama} | {baru.nama} | {len(harap.catatan):,} | {len(harap.berkas):,} | {(tengah - mulai) / 60:.1f} "
        f"| {(selesai - mulai_pulih) / 60:.1f} | {sama} |",
        flush=True,
    )


def _harus(hasil) -> None:  # type: ignore[no-untyped-def]
    if hasil.returncode:
        sys.exit(hasil.stderr)


if __name__ == "__main__":
    main()
