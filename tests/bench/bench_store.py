"""How many records a second each engine takes and gives here: python tests/bench/bench_store.py [seconds per figure]."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import count
from pathlib import Path

AKAR = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(AKAR), str(AKAR / "functions"), str(AKAR / "tests")]

import alat_ministack  # noqa: E402
import alat_postgresql  # noqa: E402
from alat_mati import buka  # noqa: E402
from chalicelib.store import Harap, Put, Store  # noqa: E402

ISI = {"nama": "Siti Aminah", "golongan": "III/b", "catatan": "x" * 400}
UTAS = 8


def per_detik(kerja: Callable[[int], object], detik: float) -> float:
    mulai, jumlah = time.perf_counter(), 0
    while time.perf_counter() - mulai < detik:
        kerja(jumlah)
        jumlah += 1
    return jumlah / (time.perf_counter() - mulai)


def serentak(kerja: Callable[[int], object], detik: float) -> float:
    with ThreadPoolExecutor(UTAS) as kolam:
        return sum(kolam.map(lambda _: per_detik(kerja, detik), range(UTAS)))


def ukur(store: Store, detik: float) -> dict[str, float]:
    nomor = count()

    def put(_: int) -> object:
        return store.write(Put("put", f"{next(nomor):07}", ISI, Harap.TIADA))

    def tiga(_: int) -> object:
        n = f"{next(nomor):07}"
        indeks = {"g1": ("antre", n), "g2": ("opd", n)}
        return store.write(
            Put("kasus", n, ISI, Harap.TIADA, indeks),
            Put(n, "peristiwa", ISI),
            Put("kabar", n, ISI, Harap.TIADA, {"g3": ("jatuh", n)}),
        )

    hasil = {"put": per_detik(put, detik), "3 items": per_detik(tiga, detik)}
    hasil["get"] = per_detik(lambda n: store.get("put", f"{n % 200:07}"), detik)
    hasil["list of 25"] = per_detik(lambda _: store.query("antre", index="g1", limit=25), detik)
    hasil[f"get x{UTAS}"] = serentak(lambda n: store.get("put", f"{n % 200:07}"), detik)
    hasil[f"3 items x{UTAS}"] = serentak(tiga, detik)
    return hasil


@contextmanager
def mesin(tahan: bool) -> Iterator[Iterator[tuple[str, str]]]:
    """The engines' names and addresses; PostgreSQL with fsync, as a county would run it."""
    with (
        tempfile.TemporaryDirectory(dir=AKAR) as letak,
        alat_postgresql.jalankan(tahan=tahan) as pg,
        alat_ministack.jalankan() as aws,
    ):
        tabel = f"{aws.alamat} {aws.tabel()}"
        buka(tabel).buat_tabel()
        yield iter([("SQLite", f"{letak}/sikap.db"), ("PostgreSQL", pg.baru()), ("DynamoDB (ministack)", tabel)])


def main(detik: float) -> None:
    with mesin(tahan=True) as semua:
        for nama, alamat in semua:
            store = buka(alamat)
            angka = ukur(store, detik)
            print(f"{nama:22}" + "".join(f"  {apa} {n:,.0f}/s" for apa, n in angka.items()), flush=True)
            getattr(store, "tutup", lambda: None)()


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 1.0)
