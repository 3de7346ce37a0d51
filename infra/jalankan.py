"""`infra/run`: SIKAP on this computer, from a fresh clone to a page in the browser, until Ctrl-C.

Libraries, site, storage, demo county the first time, then functions and worker. All data lies under .sikap/.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from typing import NoReturn

from infra import penyimpanan, pustaka, situs
from infra.proses import Keluarga, menjawab, pintu_bebas, pintu_bebas_sesudah
from infra.tempat import AKAR, BERJALAN, DATA, Berhenti, katakan, lingkungan, setelan_awal, siapkan_data, simpan_setelan

AKUN_DEMO = DATA / "demo-akun.json"
PEMBUAT_DEMO = AKAR / "infra" / "demo" / "buat.py"


def main(argv: list[str] | None = None) -> int:
    """Run until Ctrl-C (0), or say why not (1)."""
    arg = _pengurai().parse_args(argv)
    signal.signal(signal.SIGTERM, _berhenti)
    try:
        siapkan_data()
        with sendirian(arg.pintu), _keluarga() as keluarga:
            _jalankan(keluarga, arg.pintu, demo=not arg.tanpa_demo)
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
    return p


def _berhenti(_sinyal: int, _bingkai: object) -> NoReturn:
    raise KeyboardInterrupt


@contextlib.contextmanager
def sendirian(pintu: int) -> Iterator[None]:
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
        berkas.write(f"http://localhost:{pintu}\n")
        berkas.flush()
        yield


def _jalankan(keluarga: Keluarga, pintu: int, *, demo: bool) -> None:
    _periksa_pintu(pintu)
    perpustakaan = pustaka.pasang()
    setelan_awal()
    situs.bangun(perpustakaan)
    alamat = f"http://localhost:{pintu}"
    bekal = {"SIKAP_ALAMAT_SITUS": alamat} | ({"SIKAP_DEMO": "1"} if demo else {})
    bekal |= penyimpanan.mulai(keluarga, perpustakaan, situs=alamat)
    simpan_setelan(bekal, BERJALAN)
    sekitar = lingkungan(perpustakaan.tambahan)
    if demo:
        _buat_demo(perpustakaan.python, sekitar)
    katakan("Menyalakan layanan ...")
    perintah = [perpustakaan.python, "-m", "chalicelib.edge.perintah", "serve", "--pintu", str(pintu)]
    layanan = keluarga.mulai("Layanan", perintah, lingkungan=sekitar, catatan=DATA / "layanan.log")
    keluarga.tunggu_siap(layanan, lambda: menjawab(f"http://127.0.0.1:{pintu}/api/sehat"), 60)
    print(_sambutan(alamat, demo=demo), flush=True)
    keluarga.jaga()


def _periksa_pintu(pintu: int) -> None:
    if not pintu_bebas(pintu):
        raise Berhenti(
            f"Pintu {pintu} sedang dipakai program lain.\n"
            f"Hentikan program itu, atau pakai pintu lain: infra/run --pintu {pintu_bebas_sesudah(pintu)}"
        )


def _buat_demo(python: str, sekitar: dict[str, str]) -> None:
    """The demo county, the first time. The list of accounts is written last, so half a county is made again."""
    if AKUN_DEMO.is_file() or not PEMBUAT_DEMO.is_file():
        return
    katakan("Membuat kabupaten contoh (sekali saja) ...")
    hasil = subprocess.run([python, str(PEMBUAT_DEMO)], env=sekitar, cwd=AKAR)
    if hasil.returncode:
        raise Berhenti("Kabupaten contoh belum dapat dibuat; sebabnya tertulis di atas.")


def _sambutan(alamat: str, *, demo: bool) -> str:
    baris = ["", f"  SIKAP siap: {alamat}", ""]
    if demo and AKUN_DEMO.is_file():
        akun = json.loads(AKUN_DEMO.read_text(encoding="utf-8"))
        lebar = max((len(a["peran"]) for a in akun), default=0)
        baris += ["  Akun contoh (peran, NIP, kata sandi):"]
        baris += [f"    {a['peran']:<{lebar}}  {a['nip']}  {a['sandi']}" for a in akun]
        baris += ["  Kode kedua ditampilkan di halaman masuk (hanya di contoh ini).", ""]
    return "\n".join([*baris, "  Hentikan dengan Ctrl-C. Data ada di .sikap/", ""])


if __name__ == "__main__":
    sys.exit(main())
