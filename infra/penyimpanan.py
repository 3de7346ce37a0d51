"""Where files are kept on this computer: an own S3 when one is set, otherwise SeaweedFS from its wheel, on loopback."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from infra.proses import Keluarga, menjawab, pesan, pintu_bebas
from infra.pustaka import Pustaka
from infra.tempat import DATA, Berhenti, baca_setelan, katakan, tulis_utuh

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
    ember = setelan.get("SIKAP_S3_EMBER") or "sikap"
    asal = (situs, situs.replace("localhost", "127.0.0.1"))
    susun = Weed(str(weed), str(folder), str(_identitas(setelan, folder)), ember, asal)
    perintah = perintah_weed(susun, pintu)
    catatan = folder.with_name("penyimpanan.log")
    anak = keluarga.mulai("Penyimpanan", perintah, lingkungan=_bersih(), catatan=catatan)
    alamat = f"http://127.0.0.1:{pintu['s3']}"
    keluarga.tunggu_siap(anak, lambda: menjawab(alamat), 60)
    return alamat


class Weed(NamedTuple):
    """What a SeaweedFS needs to be told: program, folder, file of its one identity, bucket, origins of the site."""

    program: str
    folder: str
    identitas: str
    ember: str
    asal: Sequence[str]


def perintah_weed(w: Weed, pintu: Mapping[str, int]) -> list[str]:
    """The command line of a SeaweedFS on loopback; `pintu` has a port for each of PINTU."""
    return [
        w.program,
        *("-logtostderr=true", "mini", f"-dir={w.folder}", *BAWAAN, *TANPA),
        f"-s3.config={w.identitas}",
        f"-s3.allowedOrigins={','.join(dict.fromkeys(w.asal))}",
        f"-bucket={w.ember}",
        *(f"-{nama}.port={nomor}" for nama, nomor in pintu.items()),
    ]


def perintah_gugus(w: Weed, pintu: Mapping[str, int], susunan: str, mesin: Sequence[str]) -> list[str]:
    """The command line of one of three machines of a SeaweedFS cluster; each document lies on two of them.

    `susunan`: the folder of filer.toml. `mesin`: this machine's address, then those of all.
    """
    alamat, *semua = mesin
    return [
        w.program,
        *(
            "-logtostderr=true",
            f"-config_dir={susunan}",
            "server",
            f"-dir={w.folder}",
            f"-ip={alamat}",
            f"-ip.bind={alamat}",
        ),
        *("-master.defaultReplication=001", "-master.volumeSizeLimitMB=1024", "-master.telemetry=false"),
        "-master.peers=" + ",".join(f"{a}:{pintu['master']}" for a in semua),
        *("-filer", "-s3", "-volume.max=0", *TANPA, f"-s3.config={w.identitas}"),
        f"-s3.allowedOrigins={','.join(dict.fromkeys(w.asal))}",
        *(f"-{nama}.port={nomor}" for nama, nomor in pintu.items()),
    ]


def cari_weed(pustaka: Pustaka) -> Path | None:
    """The SeaweedFS program beside our Python, in the plain folder of libraries, or on this computer."""
    folder = [Path(pustaka.python).parent, Path(pustaka.tambahan.get("PYTHONPATH", "/tiada")) / "bin"]
    milik = next((f / "weed" for f in folder if (f / "weed").is_file()), None)
    umum = shutil.which("weed")
    return milik or (Path(umum) if umum else None)


def _identitas(setelan: Mapping[str, str], folder: Path) -> Path:
    """The one identity that storage knows; for the owner of this folder only."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    berkas = folder.with_name("seaweedfs.json")
    tulis_utuh(berkas, identitas(setelan), 0o600)
    return berkas


def identitas(setelan: Mapping[str, str]) -> str:
    """The file of SeaweedFS's identities: one, with the key of these settings, which may do everything."""
    sandi = [{"accessKey": setelan["SIKAP_S3_KUNCI"], "secretKey": setelan["SIKAP_S3_RAHASIA"]}]
    hak = ["Admin", "Read", "Write", "List", "Tagging"]
    return json.dumps({"identities": [{"name": "sikap", "credentials": sandi, "actions": hak}]})


def _bersih() -> dict[str, str]:
    """AWS_… of this computer must not become a second identity of our storage."""
    return {k: v for k, v in os.environ.items() if not k.startswith(("AWS_", "S3_", "WEED_"))}


def _bebas(wanted: int) -> int:
    calon = (p for p in range(wanted, wanted + 400) if pintu_bebas(p) and pintu_bebas(p + 10_000))
    if nomor := next((p for p in calon if pesan(p, p + 10_000)), 0):
        return nomor
    raise Berhenti(f"Tidak ada pintu bebas di sekitar {wanted} untuk penyimpanan berkas.")
