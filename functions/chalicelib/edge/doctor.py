"""`sikap doctor`: does each part of this installation work? One line each, with what to do where it does not."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from typing import NamedTuple

import chalicelib.wiring as wiring
from chalicelib.actions import cadangan
from chalicelib.actions.keadaan import ukur
from chalicelib.galat import Galat

RUANG_PALING_SEDIKIT = 1_000_000_000
KABAR_TERTUNDA = 900.0
CADANGAN_TUA = 2 * 86_400.0
_CARA_CADANGAN = (
    "Jalankan: infra/sikap backup (server: systemctl start sikap-cadangan; journalctl -u sikap-cadangan -n 50)"
)


class Hasil(NamedTuple):
    """One part: what it is, whether it works, and a sentence."""

    bagian: str
    baik: bool
    keterangan: str


def periksa() -> list[Hasil]:
    """Every part, in the order in which one would repair them."""
    return [_satu(nama, kerja) for nama, kerja in BAGIAN]


def _satu(nama: str, kerja: Callable[[], str]) -> Hasil:
    try:
        return Hasil(nama, True, kerja())
    except Galat as galat:
        return Hasil(nama, False, f"{galat.pesan} {galat.petunjuk}".strip())
    except wiring.SetelanSalah as sebab:
        return Hasil(nama, False, str(sebab) if nama == "setelan" else "menunggu setelan dibetulkan")
    except (OSError, ImportError) as sebab:
        return Hasil(nama, False, str(sebab))


def _python() -> str:
    return f"{sys.version_info.major}.{sys.version_info.minor}"


def _setelan() -> str:
    setelan = wiring.setelan()
    return f"terbaca; alamat situs {setelan.alamat_situs}" + ("; kabupaten contoh (demo)" if setelan.demo else "")


def _catatan() -> str:
    wiring.kantor().store.sehat()
    return wiring.setelan().store.split(":", 1)[0] + " menjawab"


def _penyimpanan() -> str:
    wiring.kantor().documents.sehat()
    return f"menjawab di {wiring.asal_penyimpanan(wiring.setelan())}"


def _antrean() -> str:
    tua = ukur(wiring.kantor()).get("kabar_tertunda_detik", 0.0)
    if tua > KABAR_TERTUNDA:
        raise OSError(
            f"ada kabar yang tertunda {tua / 60:.0f} menit. Periksa pekerja (server: journalctl -u sikap-pekerja -n 50)."
        )
    return "tidak ada kabar yang tertunda"


def _cadangan() -> str:
    terakhir = cadangan.lihat(wiring.kantor()).terakhir
    if not wiring.setelan().cadangan_tujuan:
        return (
            f"terakhir {terakhir.pada:%Y-%m-%d %H.%M} UTC"
            if terakhir
            else "tanpa jadwal (SIKAP_CADANGAN_TUJUAN kosong)"
        )
    if terakhir is None:
        raise OSError(f"belum pernah. {_CARA_CADANGAN}")
    if (umur := (wiring.kantor().jam() - terakhir.pada).total_seconds()) > CADANGAN_TUA:
        raise OSError(f"terakhir {umur / 86_400:.0f} hari lalu. {_CARA_CADANGAN}")
    return f"terakhir {terakhir.pada:%Y-%m-%d %H.%M} UTC, {terakhir.item} catatan dan {terakhir.berkas} berkas"


def _situs() -> str:
    if not (wiring.AKAR / "build" / "site" / "index.html").is_file():
        raise OSError("belum dibangun. Jalankan: infra/sikap site")
    return "sudah dibangun"


def _ruang() -> str:
    sisa = shutil.disk_usage(wiring.AKAR).free
    if sisa < RUANG_PALING_SEDIKIT:
        raise OSError(f"tinggal {sisa // 1_000_000} MB. Kosongkan paling sedikit 1.000 MB.")
    return f"{sisa // 1_000_000_000} GB kosong"


BAGIAN: tuple[tuple[str, Callable[[], str]], ...] = (
    ("python", _python),
    ("setelan", _setelan),
    ("catatan", _catatan),
    ("penyimpanan", _penyimpanan),
    ("antrean kabar", _antrean),
    ("cadangan", _cadangan),
    ("situs", _situs),
    ("ruang cakram", _ruang),
)
