"""How fast 600 notices to 600 people leave, and what a day's limit does to the order: python tests/bench/bench_pesan.py."""

from __future__ import annotations

import multiprocessing
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime
from multiprocessing.sharedctypes import Synchronized
from multiprocessing.synchronize import Event
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

AKAR = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(AKAR), str(AKAR / "functions"), str(AKAR / "tests")]

from alat_kantor import RAHASIA, Peramban, nip, orang  # noqa: E402
from alat_pesan import Pesan, buka_pesan  # noqa: E402
from alat_wa import WaPalsu  # noqa: E402
from app import app  # noqa: E402
from chalicelib.actions import Kantor, antar  # noqa: E402
from chalicelib.actions.kabari import kepada_diri  # noqa: E402
from chalicelib.edge.wsgi import WsgiApp  # noqa: E402
from chalicelib.notify.berjarak import Berjarak  # noqa: E402
from chalicelib.records import pegawai as rak_pegawai  # noqa: E402
from chalicelib.store.sql import buka_sqlite  # noqa: E402

BANYAK = 600


def siapkan(pesan: Pesan) -> None:
    for i in range(BANYAK):
        p = orang(f"p{i}", 20 + i % 70, f"ORANG {i}", "sd-1")
        baru = p.model_copy(update={"nip": f"{nip(0)[:14]}{i:04}", "telepon": f"+62812{i:05}1111"})
        pesan.kantor.store.write(*rak_pegawai.simpan(baru))
    for i in range(BANYAK):
        pesan.kantor.store.write(kepada_diri(pesan.kantor, f"p{i}", "AMAN1", bantuan="x"))


def ukur(per_detik: float, orang_per_hari: int) -> None:
    """Print when 95 % and all of them were handed over, and whether the order was kept."""
    with buka_pesan() as pesan:
        kanal = replace(pesan.kantor.notify["whatsapp"], orang_per_hari=orang_per_hari)  # type: ignore[type-var]
        pesan.kantor.notify["whatsapp"] = Berjarak(kanal, per_detik)  # type: ignore[index]
        pesan.kantor.jam.kini = datetime(2026, 11, 25, 3, tzinfo=UTC)  # type: ignore[attr-defined]
        siapkan(pesan)
        mulai, saat = time.perf_counter(), []
        while antar.antar(pesan.kantor):
            saat += [time.perf_counter() - mulai] * (len(pesan.wa.terkirim) - len(saat))
        urut = [int(p["to"][5:10]) for p in pesan.wa.terkirim]
        p95 = saat[int(len(saat) * 0.95) - 1]
        print(
            f"{per_detik:.0f} a second, {orang_per_hari or 'any number of'} people a day: {len(saat)} handed over,"
            f" 95 % of them after {p95:.1f} s, all after {saat[-1]:.1f} s; first come first served: {urut == sorted(urut)}"
        )


def ukur_situs(putaran: int = 6) -> None:
    """Print what a request of the site takes while 80 messages a second leave beside it, over what it takes alone.

    The two take turns in one run, so that other work on the computer weighs on both alike. As in the product, the worker is a
    process of its own; the records are one file.
    """
    with TemporaryDirectory(prefix="sikap-bench-") as folder, buka_pesan(berkas := f"{folder}/sikap.db") as pesan:
        pesan.kantor.jam.kini = datetime(2026, 11, 25, 3, tzinfo=UTC)  # type: ignore[attr-defined]
        peramban = Peramban(WsgiApp(app)).masuk("karno", pesan.kantor)
        siapkan(pesan)
        fork = multiprocessing.get_context("fork")
        jalan, terkirim = fork.Event(), fork.Value("i")
        pekerja = fork.Process(target=_antarkan, args=(pesan.kantor, berkas, jalan, terkirim), daemon=True)
        pekerja.start()
        sendiri: list[float] = []
        bersama: list[float] = []
        for _ in range(putaran):
            sendiri += _minta(peramban, 1.0)
            jalan.set()
            bersama += _minta(peramban, 1.0)
            jalan.clear()
            time.sleep(0.3)  # it ends the batch at hand
        pekerja.kill()
        p50, p95 = (quantiles(bersama, n=20)[i] / quantiles(sendiri, n=20)[i] for i in (9, 18))
        print(
            f"GET /saya alone ({len(sendiri)}) p50 {1000 * median(sendiri):.1f} ms; beside {terkirim.value} messages that left"
            f" ({len(bersama)}) p50 {1000 * median(bersama):.1f} ms: ratio {p50:.2f} at the median, {p95:.2f} at 95 %"
        )


def _antarkan(kantor: Kantor, berkas: str, jalan: Event, terkirim: Synchronized[int]) -> None:
    """The worker, with a provider of its own: deliver while `jalan` is set, and count."""
    wa = WaPalsu()
    kanal = replace(kantor.notify["whatsapp"], alamat=wa.alamat, orang_per_hari=0)  # type: ignore[type-var]
    store = buka_sqlite(berkas, RAHASIA.encode(), jam=lambda: kantor.jam().timestamp())
    kantor = replace(kantor, store=store, notify={"whatsapp": Berjarak(kanal, 80)})
    while jalan.wait():
        antar.antar(kantor)
        terkirim.value = len(wa.terkirim)


def _minta(peramban: Peramban, detik: float) -> list[float]:
    """How long each request took, one after the other for so long."""
    lama: list[float] = []
    while sum(lama) < detik:
        mulai = time.perf_counter()
        assert peramban.kirim("GET", "/saya").status == 200
        lama.append(time.perf_counter() - mulai)
    return lama


if __name__ == "__main__":
    ukur(80, 0)
    ukur(20, 250)
    ukur_situs()
