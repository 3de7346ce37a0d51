"""`sikap serve`: site, functions and worker in one process, until Ctrl-C or SIGTERM."""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
from pathlib import Path
from typing import NoReturn

import chalicelib.wiring as wiring
from chalicelib.actions.demo import tolak_sisa
from chalicelib.actions.pulih import tolak_setengah
from chalicelib.edge.konteks import catat
from chalicelib.edge.pekerja import Pekerja
from chalicelib.edge.server import buat_server, gabung
from chalicelib.edge.tugas import daftar
from chalicelib.galat import TakSah


def layani(*, alamat: str, pintu: int, situs: Path, bekerja: bool = True) -> int:
    """Serve until told to stop (`bekerja` False: the worker is a process of its own); 0 after a clean stop. Raises SetelanSalah, or TakSah `pintu-terpakai`."""
    logging.basicConfig(stream=sys.stderr, format="%(message)s", level=logging.INFO)
    from app import app

    setelan, kantor = wiring.setelan(), wiring.kantor()
    tolak_setengah(kantor.store)
    tolak_sisa(kantor)
    wsgi = gabung(app, setelan, folder=situs.resolve(), penyimpanan=wiring.asal_penyimpanan(setelan), alamat=alamat)
    try:
        server = buat_server(wsgi, alamat=alamat, pintu=pintu)
    except OSError as sebab:
        raise TakSah(
            f"Pintu {pintu} di {alamat} tidak dapat dipakai ({os.strerror(sebab.errno or 0)}).",
            kode="pintu-terpakai",
            petunjuk="Hentikan program yang memakainya, atau pilih pintu lain dengan --pintu.",
        ) from None
    pekerja = Pekerja(daftar(kantor) if bekerja else (), wiring.lonceng())
    signal.signal(signal.SIGTERM, _selesai)
    pekerja.mulai()
    print(f"SIKAP melayani di http://{alamat}:{pintu}", file=sys.stderr, flush=True)
    server.run()
    server.close()
    if not pekerja.berhenti():
        catat("pekerja-terlambat-berhenti")
    return 0


def bekerja() -> int:
    """The worker alone, until told to stop; 0 after a clean stop. The functions are processes of their own beside it."""
    logging.basicConfig(stream=sys.stderr, format="%(message)s", level=logging.INFO)
    kantor = wiring.kantor()
    tolak_setengah(kantor.store)
    pekerja, henti = Pekerja(daftar(kantor), wiring.lonceng()), threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: henti.set())
    pekerja.mulai()
    print("Pekerja SIKAP berjalan", file=sys.stderr, flush=True)
    henti.wait()
    return 0 if pekerja.berhenti() else 1


def _selesai(_sinyal: int, _bingkai: object) -> NoReturn:
    raise SystemExit(0)
