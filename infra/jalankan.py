"""`infra/run`: SIKAP on this computer, from a fresh clone to a page in the browser, until Ctrl-C.

Libraries, site, storage, demo county the first time, then functions and worker. All data lies under .sikap/.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from typing import NoReturn

from infra import penyimpanan, pustaka, situs
from infra.jaringan import nyala
from infra.proses import Keluarga, menjawab, pintu_bebas, pintu_bebas_sesudah
from infra.tempat import (
    AKAR,
    BERJALAN,
    DATA,
    Berhenti,
    baca_setelan,
    katakan,
    lingkungan,
    setelan_awal,
    siapkan_data,
    simpan_setelan,
)

AKUN_DEMO = DATA / "demo-akun.json"
CATATAN = "sqlite:.sikap/sikap.db"
"""Where the records lie unless SIKAP_STORE says otherwise."""
PEMBUAT_DEMO = AKAR / "infra" / "demo" / "buat.py"


def main(argv: list[str] | None = None) -> int:
    """Run until Ctrl-C (0), or say why not (1)."""
    arg = _pengurai().parse_args(argv)
    signal.signal(signal.SIGTERM, _berhenti)
    try:
        siapkan_data()
        jaringan = _jaringan(arg)
        with sendirian(jaringan.situs if jaringan else f"http://localhost:{arg.pintu}"), _keluarga() as keluarga:
            _jalankan(keluarga, arg.pintu, jaringan, demo=not arg.tanpa_demo)
    except Berhenti as sebab:
        katakan(f"\n{sebab}")
        return 1
    except KeyboardInterrupt:
        katakan("SIKAP berhenti. Data tetap ada di .sikap/")
    return 0


@contextlib.contextmanager
def _keluarga() -> Iterator[Keluarga]:
    """Children that are stopped whatever happens; a second Ctrl-C does not cut that short."""
    keluarga = Keluarga()
    try:
        yield keluarga
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        katakan("\nMenghentikan SIKAP ...")
        keluarga.hentikan()
        BERJALAN.unlink(missing_ok=True)


def _pengurai() -> argparse.ArgumentParser:
    p = argparse.ArgumentParser(
        prog="infra/run", description="Jalankan SIKAP di komputer ini. Hentikan dengan Ctrl-C.", add_help=False
    )
    p._optionals.title = "pilihan"
    p.add_argument("-h", "--help", action="help", help="tampilkan keterangan ini")
    p.add_argument("--pintu", type=int, default=8000, help="nomor pintu situs (bawaan: 8000)")
    p.add_argument("--tanpa-demo", action="store_true", help="mulai kosong, tanpa kabupaten contoh")
    p.add_argument("--jaringan", action="store_true", help="buka juga untuk ponsel di jaringan kantor (HTTPS, kode QR)")
    p.add_argument("--alamat", default="", help="alamat komputer ini di jaringan itu (bawaan: dicari sendiri)")
    p.add_argument("--pintu-jaringan", type=int, default=8443, help="nomor pintu untuk ponsel (bawaan: 8443)")
    return p


def _berhenti(_sinyal: int, _bingkai: object) -> NoReturn:
    raise KeyboardInterrupt


@contextlib.contextmanager
def sendirian(situs: str) -> Iterator[None]:
    """Only one SIKAP per folder. The system lets go of the lock when we end, however we end; a file left behind is no lock."""
    import fcntl

    with (DATA / "jalan.kunci").open("a+") as berkas:
        try:
            fcntl.flock(berkas, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            berkas.seek(0)
            alamat = berkas.read().strip() or "di jendela lain"
            raise Berhenti(
                f"SIKAP dari folder ini sudah berjalan: {alamat}\nHentikan yang itu dahulu (Ctrl-C)."
            ) from None
        berkas.seek(0)
        berkas.truncate()
        berkas.write(f"{situs}\n")
        berkas.flush()
        yield


def _jaringan(arg: argparse.Namespace) -> nyala.Jaringan | None:
    if arg.alamat and not arg.jaringan:
        raise Berhenti(f"--alamat hanya berlaku bersama --jaringan: infra/run --jaringan --alamat {arg.alamat}")
    return nyala.pilih(arg.alamat, arg.pintu_jaringan) if arg.jaringan else None


def _jalankan(keluarga: Keluarga, pintu: int, jaringan: nyala.Jaringan | None, *, demo: bool) -> None:
    _periksa_pintu(pintu)
    if jaringan:
        nyala.periksa_pintu(jaringan)
    perpustakaan = pustaka.pasang()
    setelan_awal()
    situs.bangun(perpustakaan)
    alamat = jaringan.situs if jaringan else f"http://localhost:{pintu}"
    bekal = {"SIKAP_ALAMAT_SITUS": alamat} | ({"SIKAP_DEMO": "1"} if demo else {})
    bekal |= penyimpanan.mulai(keluarga, perpustakaan, situs=alamat)
    if jaringan:
        bekal |= nyala.setelan(jaringan, {**bekal, **baca_setelan(), **os.environ})
    simpan_setelan(bekal, BERJALAN)
    sekitar = lingkungan(perpustakaan.tambahan)
    if demo:
        _buat_demo(perpustakaan.python, sekitar)
    katakan("Menyalakan layanan ...")
    perintah = [perpustakaan.python, "-m", "chalicelib.edge.perintah", "serve", "--pintu", str(pintu)]
    layanan = keluarga.mulai("Layanan", perintah, lingkungan=sekitar, catatan=DATA / "layanan.log")
    keluarga.tunggu_siap(layanan, lambda: menjawab(f"http://127.0.0.1:{pintu}/api/sehat"), 60)
    tambahan: list[str] = []
    if jaringan:
        ca = nyala.nyalakan(keluarga, perpustakaan, jaringan, pintu, sekitar)
        tambahan = nyala.sambutan(perpustakaan, jaringan, sekitar, ca, demo=demo)
    print(_sambutan(alamat, tambahan, demo=demo), flush=True)
    keluarga.jaga()


def _periksa_pintu(pintu: int) -> None:
    if not pintu_bebas(pintu):
        raise Berhenti(
            f"Pintu {pintu} sedang dipakai program lain.\n"
            f"Hentikan program itu, atau pakai pintu lain: infra/run --pintu {pintu_bebas_sesudah(pintu)}"
        )


def _buat_demo(python: str, sekitar: dict[str, str]) -> None:
    """The demo county, where it is not there yet. The list of accounts is written last, so half a county is made again."""
    if _demo_ada(sekitar) or not PEMBUAT_DEMO.is_file():
        return
    katakan("Membuat kabupaten contoh (sekali saja) ...")
    hasil = subprocess.run([python, str(PEMBUAT_DEMO)], env=sekitar, cwd=AKAR)
    if hasil.returncode:
        raise Berhenti("Kabupaten contoh belum dapat dibuat; sebabnya tertulis di atas.")


def _demo_ada(sekitar: dict[str, str]) -> bool:
    """Was it loaded, and are its records still there? Somebody may have deleted the database to begin afresh."""
    jenis, _, letak = sekitar.get("SIKAP_STORE", CATATAN).partition(":")
    return AKUN_DEMO.is_file() and (jenis != "sqlite" or (AKAR / letak).is_file())


def _sambutan(alamat: str, tambahan: list[str], *, demo: bool) -> str:
    baris = ["", f"  SIKAP siap: {alamat}", "", *tambahan]
    if demo and AKUN_DEMO.is_file():
        akun = json.loads(AKUN_DEMO.read_text(encoding="utf-8"))
        lebar = max((len(a["peran"]) for a in akun), default=0)
        baris += ["  Akun contoh (peran, NIP, kata sandi):"]
        baris += [f"    {a['peran']:<{lebar}}  {a['nip']}  {a['sandi']}" for a in akun]
        baris += ["  Kode kedua ditampilkan di halaman masuk (hanya di contoh ini).", ""]
    return "\n".join([*baris, "  Hentikan dengan Ctrl-C. Data ada di .sikap/", ""])


if __name__ == "__main__":
    sys.exit(main())
