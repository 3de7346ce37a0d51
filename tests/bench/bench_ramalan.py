"""The forecast of a county in the worker: python tests/bench/bench_ramalan.py [people]. Prints seconds and peak memory as JSON."""

from __future__ import annotations

import json
import random
import resource
import sys
import time
from datetime import date
from pathlib import Path

AKAR = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(AKAR), str(AKAR / "functions"), str(AKAR / "tests"), str(AKAR / "tests" / "bench")]

from alat_kantor import buat_kantor  # noqa: E402
from alat_kantor import orang as pegawai  # noqa: E402
from bench_kelayakan import orang  # noqa: E402
from chalicelib.actions import ramalan  # noqa: E402
from chalicelib.records import fakta as rak_fakta  # noqa: E402
from chalicelib.records import pegawai as rak_pegawai  # noqa: E402
from chalicelib.records import ramalan as rak  # noqa: E402

from schemas.fakta import Asal, BarisFakta, JenisFakta, Riwayat  # noqa: E402
from schemas.golongan import baca_golongan  # noqa: E402


def main(banyak: int) -> None:
    """Fill an office with invented people, let the worker forecast them, print the figures."""
    kantor, acak = buat_kantor(), random.Random(7)
    asal = Asal(sumber="bench", oleh="bench", pada=kantor.jam())
    for n in range(banyak):
        isi = orang(acak, n)
        gol = isi["golongan"][-1]
        p = pegawai(f"b{n}", n, f"ORANG {n}", "sd-1").model_copy(
            update={
                "nip": f"{n:018d}",
                "golongan": baca_golongan(gol["gol"]),
                "tmt_golongan": date.fromisoformat(gol["tmt"]),
            }
        )
        baris = {j: [BarisFakta(id=str(i), isi=b, asal=asal) for i, b in enumerate(isi[j])] for j in JenisFakta if isi.get(j) is not None}  # fmt: skip
        kantor.store.write(*rak_pegawai.simpan(p), rak_fakta.RAK_RIWAYAT.taruh(Riwayat(pegawai=p.id, baris=baris)))
    mulai, terlama = time.perf_counter(), 0.0
    while True:
        awal = time.perf_counter()
        if not ramalan.kerjakan(kantor):
            break
        terlama = max(terlama, time.perf_counter() - awal)
    h = rak.hitungan(kantor.store)
    angka = {
        "orang": h.orang, "jawaban": h.jawaban, "bertumpu": h.bertumpu, "detik": round(time.perf_counter() - mulai, 1),
        "langkah_terlama_detik": round(terlama, 2), "memori_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }  # fmt: skip
    print(json.dumps(angka))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 8000)
