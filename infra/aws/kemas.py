"""Packs the functions for Lambda: Chalice collects, we check every wheel, prune botocore, add bytecode, and zip again, byte for byte alike."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from infra.aws import kebijakan
from infra.aws.python import cari
from infra.tempat import AKAR, Berhenti, katakan

LAYANAN = ("dynamodb", "s3", "socialmessaging", "sqs", "ssm")
"""The only services whose models botocore must carry."""
TAK_DIPAKAI = ("boto3/examples", "phonenumbers/geodata", "phonenumbers/carrierdata", "phonenumbers/tzdata")
"""Folders that none of our calls reaches: names of places, networks and time zones of the world's numbers are 40 MB."""
SUMBER = (".c", ".h", ".cpp", ".pyx", ".pxd", ".pyi")
"""What a compiler or a type checker reads."""
MESIN = {"arm64": 183, "x86_64": 62}
"""ELF e_machine."""
WAKTU = (1980, 1, 1, 0, 0, 0)
MEMORI = {
    "api_handler": (1024, 20),
    "antrean": (1024, 120),
    "gambar": (1769, 120),
    "surat_wa": (512, 60),
    "tiap_menit": (1024, 300),
}
"""Megabytes and seconds of each function (the API's limit must stay under API Gateway's 29 s)."""


def kemas(python: str, arsitektur: str, templat: Mapping[str, Any], ke: Path) -> Path:
    """Write `ke`/sam.json and `ke`/deployment.zip; answers the template's path. Raises Berhenti: no such Python, a missing wheel."""
    alat = _alat(python)
    ke = ke.resolve()
    panggung = ke / "panggung"
    _siapkan(panggung, arsitektur)
    (ke / "gabung.json").write_text(json.dumps(templat))
    katakan("Mengemas fungsi (Chalice) ...")
    hasil = _jalan([str(alat / "chalice"), "package", "--stage", "prod", "--merge-template", str(ke / "gabung.json"), str(ke / "keluar")], panggung)  # fmt: skip
    if "Could not install" in hasil:
        raise Berhenti("Ada pustaka tanpa wheel untuk Lambda:\n" + hasil)
    isi = ke / "isi"
    shutil.rmtree(isi, ignore_errors=True)
    with zipfile.ZipFile(ke / "keluar" / "deployment.zip") as z:
        z.extractall(isi)
    periksa(isi, arsitektur)
    pangkas(isi)
    _jalan(
        [str(alat / "python"), "-m", "compileall", "-q", "-j", "0", "--invalidation-mode", "unchecked-hash", "."], isi
    )
    _ikat(isi, ke / "deployment.zip")
    shutil.copy(ke / "keluar" / "sam.json", ke / "sam.json")
    return ke / "sam.json"


def periksa(isi: Path, arsitektur: str) -> None:
    """Every binary in the package must be of Lambda's kind. Raises Berhenti that names those that are not."""
    salah = [str(b.relative_to(isi)) for b in isi.rglob("*.so*") if _mesin(b) != MESIN[arsitektur]]
    for wheel in isi.rglob("*.dist-info/WHEEL"):
        salah += re.findall(r"Tag: \S*-linux_\S+", wheel.read_text())
    if salah or not (isi / "chalicelib").is_dir() or not (isi / "schemas").is_dir():
        raise Berhenti(
            f"Paket tidak cocok untuk Lambda {arsitektur}: {', '.join(salah) or 'chalicelib atau schemas hilang'}"
        )


def pangkas(isi: Path) -> None:
    """Take out the service models that nobody calls (botocore carries 400), places of phone numbers, and what only tools read."""
    data = isi / "botocore" / "data"
    for folder in (f for f in data.iterdir() if f.is_dir() and f.name not in LAYANAN):
        shutil.rmtree(folder)
    for folder in [*isi.rglob("__pycache__"), *isi.rglob("tests"), *(isi / f for f in TAK_DIPAKAI)]:
        shutil.rmtree(folder, ignore_errors=True)
    for berkas in (b for b in isi.rglob("*") if b.suffix in SUMBER):
        berkas.unlink()


def _mesin(berkas: Path) -> int:
    kepala = berkas.read_bytes()[:20]
    return int.from_bytes(kepala[18:20], "little") if kepala[:4] == b"\x7fELF" else -1


def _alat(python: str) -> Path:
    """The tools for packing, in a venv of the target's Python; made once for each list of libraries."""
    program = cari(python)
    venv, kunci = AKAR / "build" / "venv-kemas", AKAR / "functions" / "requirements.txt"
    cap = venv / "sikap.cap"
    if not cap.is_file() or cap.read_text() != kunci.read_text():
        katakan("Memasang alat pengemas (sekali saja) ...")
        shutil.rmtree(venv, ignore_errors=True)
        _jalan([program, "-m", "venv", str(venv)], AKAR)
        pip = [str(venv / "bin" / "python"), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
        _jalan([*pip, "--require-hashes", "-r", str(kunci)], AKAR)
        _jalan([*pip, _chalice()], AKAR)
        cap.write_text(kunci.read_text())
    return venv / "bin"


def _chalice() -> str:
    daftar: list[str] = tomllib.loads((AKAR / "pyproject.toml").read_text())["project"]["dependencies"]
    return next(d for d in daftar if d.startswith("chalice=="))


def _siapkan(panggung: Path, arsitektur: str) -> None:
    """A copy of functions/ with schemas/ in vendor/, and a config with one policy for each function.

    What Chalice fetched stays: it knows by a fingerprint of libraries and schemas whether it still holds.
    """
    for lama in panggung.iterdir() if panggung.is_dir() else ():
        if lama.name != ".chalice":
            shutil.rmtree(lama) if lama.is_dir() else lama.unlink()
    bungkus = sorted(panggung.glob(".chalice/deployments/*"), key=lambda b: b.stat().st_mtime)
    for lama in bungkus:
        if lama != bungkus[-1] or not zipfile.is_zipfile(lama):  # not whole: its writer was killed
            lama.unlink()
    abai = shutil.ignore_patterns("__pycache__", ".chalice")
    shutil.copytree(AKAR / "functions", panggung, ignore=abai, dirs_exist_ok=True)
    shutil.copytree(AKAR / "schemas", panggung / "vendor" / "schemas", ignore=abai)
    (panggung / ".chalice").mkdir(exist_ok=True)
    fungsi = {}
    for nama, (memori, detik) in MEMORI.items():
        (panggung / ".chalice" / f"policy-{nama}.json").write_text(json.dumps(kebijakan.dokumen(nama)))
        fungsi[nama] = {"lambda_memory_size": memori, "lambda_timeout": detik, "iam_policy_file": f"policy-{nama}.json", "autogen_policy": False}  # fmt: skip
    tahap = {"api_gateway_stage": "api", "lambda_functions": fungsi} | fungsi["api_handler"]
    (panggung / ".chalice" / "config.json").write_text(
        json.dumps({"version": "2.0", "app_name": "sikap", "api_gateway_endpoint_type": "REGIONAL",
                    "lambda_architecture": arsitektur, "stages": {"prod": tahap}})
    )  # fmt: skip


def _ikat(isi: Path, zip_: Path) -> None:
    with zipfile.ZipFile(zip_, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as z:
        for berkas in sorted(b for b in isi.rglob("*") if b.is_file()):
            info = zipfile.ZipInfo(str(berkas.relative_to(isi)), WAKTU)
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            z.writestr(info, berkas.read_bytes())


def _jalan(perintah: Sequence[str], di: Path) -> str:
    bersih = {k: v for k, v in os.environ.items() if not k.startswith(("SIKAP_", "PYTHON"))}
    hasil = subprocess.run(perintah, cwd=di, capture_output=True, text=True, close_fds=False, env=bersih | {"AWS_DEFAULT_REGION": os.environ.get("AWS_DEFAULT_REGION", "ap-southeast-3")})  # fmt: skip
    if hasil.returncode:
        raise Berhenti(f"{Path(perintah[0]).name} berhenti:\n{(hasil.stdout + hasil.stderr)[-1500:]}")
    return hasil.stdout + hasil.stderr


if __name__ == "__main__":
    from infra.aws.templat import susun

    print(kemas(sys.argv[1], sys.argv[2], susun({}), Path(sys.argv[3])))
