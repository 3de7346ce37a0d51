"""The forecast of the demo county in the worker: python tests/bench/bench_ramalan.py [people]. Prints seconds and peak memory as JSON.

The county of infra/demo, imported as an administrator would, without its cases; records in SQLite on disk.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from pathlib import Path

AKAR = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(AKAR), str(AKAR / "functions"), str(AKAR / "tests")]

from alat_demo import buat_demo  # noqa: E402
from alat_kantor import buat_kantor  # noqa: E402
from chalicelib.actions import demo_muat, ramalan  # noqa: E402
from chalicelib.actions.roster import masukkan  # noqa: E402
from chalicelib.records import ramalan as rak  # noqa: E402


def main(banyak: int) -> None:
    """Make the county, let the worker forecast everybody, print the figures."""
    kantor = buat_kantor(demo=True)
    with tempfile.TemporaryDirectory() as nama:
        folder = buat_demo(Path(nama), "--jumlah", str(banyak))
        masukkan(kantor, (folder / "roster.xlsx").read_bytes(), "roster.xlsx", lambda _: None)
        demo_muat._riwayat(kantor, folder / "riwayat.jsonl")
    mulai, cpu, terlama = time.perf_counter(), time.process_time(), 0.0
    while True:
        awal = time.perf_counter()
        if not ramalan.kerjakan(kantor):
            break
        terlama = max(terlama, time.perf_counter() - awal)
    h = rak.hitungan(kantor.store)
    angka = {
        "orang": h.orang, "jawaban": h.jawaban, "bertumpu": h.bertumpu, "detik": round(time.perf_counter() - mulai, 1),
        "detik_cpu": round(time.process_time() - cpu, 1), "langkah_terlama_detik": round(terlama, 2),
        "memori_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }  # fmt: skip
    print(json.dumps(angka))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 8000)
