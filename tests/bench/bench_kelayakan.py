"""How long a county takes to be judged, and in how much memory: python tests/bench/bench_kelayakan.py [people]."""

from __future__ import annotations

import json
import random
import resource
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

AKAR = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(AKAR), str(AKAR / "functions"), str(AKAR / "tests")]

from alat_kelayakan import ADA, fungsional, ijazah, pak, struktural  # noqa: E402
from chalicelib.actions.kelayakan import jawab_json  # noqa: E402

GOL = [
    ("II/a", "SLTA"),
    ("II/c", "D3"),
    ("II/d", "SLTA"),
    ("III/a", "S1"),
    ("III/b", "S1"),
    ("III/c", "S1"),
    ("III/d", "S2"),
]


def orang(acak: random.Random, n: int) -> dict[str, Any]:
    """An invented person, of the mix of a county: half in functional posts, a tenth structural."""
    gol, tingkat = acak.choice(GOL)
    tmt = f"{acak.randint(2016, 2025)}-{acak.choice(['04', '10'])}-01"
    jabatan = acak.choices(["pelaksana", "struktural", "fungsional"], [4, 1, 5])[0]
    post = {
        "pelaksana": {"jenis": "pelaksana", "tmt": "2015-01-01", "definitif": True},
        "struktural": struktural(acak.choice(["III.b", "IV.a", "IV.b"]), f"{acak.randint(2019, 2025)}-01-04"),
        "fungsional": fungsional(acak.choice(["Terampil", "Mahir", "Ahli Pertama", "Ahli Muda"]), "2019-01-01"),
    }[jabatan]
    return {
        **ADA,
        "nip": f"1980{n % 12 + 1:02}01201503{n % 2 + 1}{n % 99 + 901:03}",
        "tanggal_lahir": f"19{acak.randint(66, 95)}-05-12",
        "golongan": [
            {"gol": "II/a", "tmt": "2010-03-01", "mkg_tahun": 0, "mkg_bulan": 0, "jenis": "CPNS"},
            {"gol": gol, "tmt": tmt, "mkg_tahun": 10, "mkg_bulan": 3, "jenis": "KP"},
        ],
        "jabatan": [post],
        "pendidikan": [ijazah(tingkat), *([ijazah("S2", 2024, None)] if acak.random() < 0.1 else [])],
        "angka_kredit": [pak(str(acak.randint(5, 110)))] if jabatan == "fungsional" else [],
        "hukuman": None if acak.random() < 0.1 else [],
        "kinerja": [{"tahun": t, "predikat": acak.choice(["Baik", "Sangat Baik"]), "bulan": 12} for t in range(2022, 2026)],
        "per_tanggal": "2026-01-10",
    }  # fmt: skip


def main(banyak: int) -> None:
    """Judge and print the figures as JSON."""
    acak = random.Random(7)
    teks = json.dumps([orang(acak, n) for n in range(banyak)])
    jawab_json(teks[:0] + "[]")
    mulai, cpu = time.perf_counter(), time.process_time()
    keluar = jawab_json(teks)
    detik, cpu = time.perf_counter() - mulai, time.process_time() - cpu
    jawaban = json.loads(keluar)
    hitung = Counter(h["putusan"] for j in jawaban for h in j["hasil"])
    angka = {
        "orang": banyak,
        "detik": round(detik, 2),
        "detik_cpu": round(cpu, 2),
        "ms_cpu": round(1000 * cpu / banyak, 3),
    }
    puncak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps({**angka, "puncak_mb": puncak, **hitung}))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 8000)
