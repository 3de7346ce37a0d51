"""Where files are kept on this computer: an own S3 when one is set, otherwise SeaweedFS from its wheel, on loopback."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from infra.proses import Keluarga, menjawab, pintu_bebas
from infra.pustaka import Pustaka
from infra.tempat import DATA, Berhenti, baca_setelan, katakan

FOLDER = DATA / "seaweedfs"
PINTU = {"s3": 8333, "master": 9333, "volume": 9340, "filer": 8888}
"""Wished ports. SeaweedFS also listens on each one + 10000."""
BAWAAN = ("-ip=127.0.0.1", "-ip.bind=127.0.0.1", "-master.telemetry=false", "-webdav=false", "-admin.ui=false")
TANPA = ("-s3.port.iceberg=0", "-s3.port.lance=0")


def mulai(keluarga: Keluarga, pustaka: Pustaka, *, situs: str) -> Mapping[str, str]:
    """Storage that answers, as settings for the functions. Raises Berhenti when there is neither S3 nor SeaweedFS."""
    setelan = {**baca_setelan(), **os.environ}
    if setelan.get("SIKAP_S3_ALAMAT"):
        return {}
    weed = cari_weed(pustaka)
    if weed is None:
        raise Berhenti(
            "Penyimpanan SeaweedFS tidak tersedia untuk jenis komputer ini.\n"
            "Pakai S3 sendiri: isi SIKAP_S3_ALAMAT, SIKAP_S3_KUNCI, dan SIKAP_S3_RAHASIA di .sikap/setelan"
        )
    katakan("Menyalakan penyimpanan berkas ...")
    return {"SIKAP_S3_ALAMAT": nyalakan(keluarga, weed, setelan, situs=situs)}


def nyalakan(keluarga: Keluarga, weed: Path, setelan: Mapping[str, str], *, situs: str, folder: Path = FOLDER) -> str:
    """The address of a SeaweedFS that keeps its files in `folder` and answers to the S3 key of `setelan`."""
    pintu = {nama: _bebas(wanted) for nama, wanted in PINTU.items()}
    perintah = [
        str(weed),
        *("-logtostderr=true", "mini", f"-dir={folder}", *BAWAAN, *TANPA),
        f"-s3.config={_identitas(setelan, folder)}",
        f"-s3.allowedOrigins={situs},{situs.replace('localhost', '127.0.0.1')}",
        f"-bucket={setelan.get('SIKAP_S3_EMBER') or 'sikap'}",
        *(f"-{nama}.port={nomor}" for nama, nomor in pintu.items()),
    ]
    catatan = folder.with_name("penyimpanan.log")
    anak = keluarga.mulai("Penyimpanan", perintah, lingkungan=_bersih(), catatan=catatan)
    alamat = f"http://127.0.0.1:{pintu['s3']}"
    keluarga.tunggu_siap(anak, lambda: menjawab(alamat), 60)
    return alamat


def cari_weed(pustaka: Pustaka) -> Path | None:
    """The SeaweedFS program beside our Python, in the plain folder of libraries, or on this computer."""
    folder = [Path(pustaka.python).parent, Path(pustaka.tambahan.get("PYTHONPATH", "/tiada")) / "bin"]
    milik = next((f / "weed" for f in folder if (f / "weed").is_file()), None)
    umum = shutil.which("weed")
    return milik or (Path(umum) if umum else None)


def _identitas(setelan: Mapping[str, str], folder: Path) -> Path:
    """The one identity that storage knows; for the owner of this folder only."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    sandi = [{"accessKey": setelan["SIKAP_S3_KUNCI"], "secretKey": setelan["SIKAP_S3_RAHASIA"]}]
    isi = {
        "identities": [
            {"name": "sikap", "credentials": sandi, "actions": ["Admin", "Read", "Write", "List", "Tagging"]}
        ]
    }
    berkas = folder.with_name("seaweedfs.json")
    with os.fdopen(os.open(berkas, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as ke:
        json.dump(isi, ke)
    return berkas


def _bersih() -> dict[str, str]:
    """AWS_… of this computer must not become a second identity of our storage."""
    return {k: v for k, v in os.environ.items() if not k.startswith(("AWS_", "S3_", "WEED_"))}


def _bebas(wanted: int) -> int:
    pasangan = (p for p in range(wanted, wanted + 100) if pintu_bebas(p) and pintu_bebas(p + 10_000))
    if nomor := next(pasangan, 0):
        return nomor
    raise Berhenti(f"Tidak ada pintu bebas di sekitar {wanted} untuk penyimpanan berkas.")
