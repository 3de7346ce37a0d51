"""What a counter costs beside a bare WSGI "hello" on the same server in the same run, with 8,000 people in the records.

python tests/bench/bench_loket.py [seconds per figure] [people at once]

The server is a process of its own; the people are threads of this one, each with one connection that stays open.
"""

from __future__ import annotations

import http.client
import json
import multiprocessing
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import count
from pathlib import Path
from random import Random
from uuid import uuid4

AKAR = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(AKAR), str(AKAR / "functions"), str(AKAR / "tests")]

import chalicelib.wiring as wiring  # noqa: E402
from alat_kantor import SANDI, buat_kantor, nip, orang  # noqa: E402
from chalicelib.actions import cari  # noqa: E402
from chalicelib.edge.server import buat_server, gabung  # noqa: E402
from chalicelib.records import pegawai as rak_pegawai  # noqa: E402

from infra.demo.nama import nama_orang  # noqa: E402

BANYAK = 8_000
Kerja = Callable[["Ponsel"], object]


def layani(pipa: multiprocessing.connection.Connection, folder: str) -> None:
    """The server's process: a hello on one port, SIKAP on another."""
    from app import app

    kantor = buat_kantor(f"{folder}/sikap.db")
    acak = Random(2026)
    for i in range(BANYAK):
        p = orang(f"p{i}", 20 + i % 70, nama_orang(acak, "LP"[i % 2], date(1970, 1, 1)), "sd-1")
        kantor.store.write(*rak_pegawai.simpan(p.model_copy(update={"nip": f"19700101199003{i:04}"})))
    cari.perbarui(kantor)
    wiring.kantor = lambda: kantor  # type: ignore[assignment]
    pintu = []
    for wsgi in (halo, gabung(app, kantor.setelan, folder=Path(folder), penyimpanan="http://localhost")):
        server = buat_server(wsgi, alamat="127.0.0.1", pintu=0)
        pintu.append(server.effective_port)
        threading.Thread(target=server.run, daemon=True).start()
    pipa.send(pintu)
    pipa.recv()


def halo(_: object, mulai: Callable[..., object]) -> list[bytes]:
    """The bare comparison."""
    mulai("200 OK", [("Content-Type", "text/plain"), ("Content-Length", "5")])
    return [b"hello"]


class Ponsel:
    """One person with an open connection; remembers how long each answer took (ms)."""

    def __init__(self, pintu: int, kue: str = "", nomor: int = 0) -> None:
        self.nomor = nomor
        self.garis = http.client.HTTPConnection("127.0.0.1", pintu, timeout=30)
        self.kue, self.lama = kue, list[float]()

    def minta(self, cara: str, jalur: str, isi: object = None) -> dict:
        kepala = {
            "X-SIKAP": "1",
            "Cookie": self.kue,
            "Content-Type": "application/json",
            "Idempotency-Key": uuid4().hex,
        }
        badan = None if isi is None else json.dumps(isi)
        mulai = time.perf_counter()
        self.garis.request(cara, jalur, badan, kepala)
        jawab = self.garis.getresponse()
        dapat = jawab.read()
        self.lama.append((time.perf_counter() - mulai) * 1000)
        assert jawab.status < 300, (jalur, jawab.status, dapat)
        if kue := jawab.headers.get("Set-Cookie"):
            self.kue = kue.split(";")[0]
        return json.loads(dapat) if dapat.startswith(b"{") else {}


def ukur(ponsel: list[Ponsel], kerja: Kerja, detik: float) -> tuple[float, float, float]:
    """Requests a second, p50 and p99 in ms, everybody at once."""
    for p in ponsel:
        kerja(p)
        p.lama.clear()
    mulai = time.perf_counter()

    def terus(p: Ponsel) -> None:
        while time.perf_counter() - mulai < detik:
            kerja(p)

    utas = [threading.Thread(target=terus, args=(p,)) for p in ponsel]
    for u in utas:
        u.start()
    for u in utas:
        u.join()
    lama = sorted(x for p in ponsel for x in p.lama)
    return len(lama) / (time.perf_counter() - mulai), statistics.median(lama), lama[int(len(lama) * 0.99)]


@contextmanager
def server() -> Iterator[list[int]]:
    """Both ports, until the end of the block."""
    sini, sana = multiprocessing.Pipe()
    with tempfile.TemporaryDirectory() as folder:
        proses = multiprocessing.get_context("spawn").Process(target=layani, args=(sana, folder))
        proses.start()
        yield sini.recv()
        sini.send("selesai")
        proses.join()


def utama(detik: float, serentak: int) -> None:
    """Measure and print one line for each counter."""
    with server() as (pintu_halo, pintu):
        tini = Ponsel(pintu)
        tini.minta("POST", "/api/sesi", {"nip": nip(1), "sandi": SANDI})
        usulan = tini.minta("POST", "/api/usulan", {"pegawai": "karno", "jenis": "REGULER", "periode": "2027-03-01"})
        periode = [p["tmt"] for p in tini.minta("GET", "/api/periode")["isi"][-2:]]
        nomor, kata = count(), ["sukaryno", "siti", "bambang s", "wahyuni sri", "19700101199003"]

        def ubah(p: Ponsel) -> object:
            versi = p.minta("GET", f"/api/usulan/{usulan['id']}")["versi"]
            p.lama.pop()
            return p.minta(
                "PATCH", f"/api/usulan/{usulan['id']}", {"versi": versi, "periode": periode[next(nomor) % 2]}
            )

        def masuk(p: Ponsel) -> object:
            return p.minta("POST", "/api/sesi", {"nip": nip(p.nomor), "sandi": SANDI})

        def tiket(p: Ponsel) -> object:
            isi = {"pegawai": "karno", "slot": "sk-kp", "nama": "a.pdf", "ukuran": 9, "sha256": uuid4().hex * 2}
            return p.minta("POST", "/api/berkas", isi)

        baris: list[tuple[str, int, Kerja, int]] = [
            ("bare hello", pintu_halo, lambda p: p.minta("GET", "/"), serentak),
            ("sign in (argon2id)", pintu, masuk, 2),
            ("my status", pintu, lambda p: p.minta("GET", "/api/saya"), serentak),
            (
                "search by name",
                pintu,
                lambda p: p.minta("POST", "/api/pencarian", {"cari": kata[next(nomor) % 5]}),
                serentak,
            ),
            ("list of cases", pintu, lambda p: p.minta("GET", "/api/usulan"), serentak),
            ("one case", pintu, lambda p: p.minta("GET", f"/api/usulan/{usulan['id']}"), serentak),
            ("act (change the period)", pintu, ubah, 1),
            ("upload ticket", pintu, tiket, serentak),
        ]
        acuan = 0.0
        for sebutan, ke, kerja, banyak in baris:
            per_detik, p50, p99 = ukur([Ponsel(ke, tini.kue, i) for i in range(banyak)], kerja, detik)
            acuan = acuan or per_detik
            print(
                f"{sebutan:24} {banyak} at once  {per_detik:7.0f}/s  p50 {p50:6.1f} ms  p99 {p99:6.1f} ms  1/{acuan / per_detik:.0f} of hello",
                flush=True,
            )


if __name__ == "__main__":
    utama(float(sys.argv[1]) if len(sys.argv) > 1 else 5, int(sys.argv[2]) if len(sys.argv) > 2 else 4)
