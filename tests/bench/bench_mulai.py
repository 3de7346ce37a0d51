"""Cold start: what each function of the real package loads before its first request, beside a bare Chalice "hello".

    python tests/bench/bench_mulai.py [RUNS]

Packs for x86_64 (Python 3.13), lays the package out read-only as Lambda does, and imports each entry point in fresh
interpreters, turn by turn with the bare one. CPU time, since that is what a busy computer leaves alone.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

AKAR = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(AKAR), str(AKAR / "tests")]

from alat_alat import python313  # noqa: E402

from infra.aws import kemas  # noqa: E402
from infra.aws.templat import susun  # noqa: E402

POLOS = """from chalice import Chalice

app = Chalice("hello")


@app.route("/")
def index():
    return {"hello": "world"}
"""
UKUR = """import sys, time
sys.path.insert(0, sys.argv[1])
mulai = time.process_time()
__import__(sys.argv[2])
impor = time.process_time() - mulai
if sys.argv[3]:
    import json
    sys.modules["app"].app(json.loads(sys.argv[3]), None)
print(impor * 1000, (time.process_time() - mulai) * 1000, len(sys.modules))"""
FUNGSI = {
    "API, then GET /publik/periode": ("app", "/publik/periode"),
    "API, then GET /sehat": ("app", "/sehat"),
    "API, then GET /usulan (nobody: 401)": ("app", "/usulan"),
    "API, then GET /saya (nobody: 401)": ("app", "/saya"),
    "worker, previews, schedule": ("chalicelib.edge.fungsi", ""),
}
"""What is started -> its module, and the address that is asked first ("": none)."""


def main() -> None:
    """Print the table."""
    kali = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    with tempfile.TemporaryDirectory(prefix="sikap-mulai-") as letak:
        folder = Path(letak)
        for arsitektur in ("x86_64", "arm64"):
            kemas.kemas(python313(), arsitektur, susun({}), folder / arsitektur)
            print(_ukuran(arsitektur, folder / arsitektur / "deployment.zip"))
        isi, polos = folder / "isi", folder / "polos"
        with zipfile.ZipFile(folder / "x86_64" / "deployment.zip") as z:
            z.extractall(isi)
        shutil.copytree(isi / "chalice", polos / "chalice")
        (polos / "app.py").write_text(POLOS)
        subprocess.run([python313(), "-m", "compileall", "-q", "--invalidation-mode", "unchecked-hash", polos / "app.py"], check=True)  # fmt: skip
        subprocess.run(["chmod", "-R", "a-w", isi, polos], check=True)
        _tabel(isi, polos, kali, folder)
        subprocess.run(["chmod", "-R", "u+w", isi, polos], check=True)


def _tabel(isi: Path, polos: Path, kali: int, folder: Path) -> None:
    permintaan = _event("/")
    hasil: dict[str, list[list[float]]] = {}
    for _ in range(kali):
        hasil.setdefault("bare Chalice hello", []).append(_satu(polos, "app", permintaan, folder))
        for nama, (modul, jalur) in FUNGSI.items():
            minta = _event(jalur) if jalur else ""
            hasil.setdefault(nama, []).append(_satu(isi, modul, minta, folder))
    tengah = {nama: [statistics.median(k) for k in zip(*h, strict=True)] for nama, h in hasil.items()}
    dasar = tengah["bare Chalice hello"]
    print(
        "| | import, ms of CPU | of the bare one | with the first answer | of the bare one | modules |\n|---|---|---|---|---|---|"
    )
    for nama, (impor, jawab, modul_) in tengah.items():
        print(
            f"| {nama} | {impor:.0f} | {impor / dasar[0]:.1f} | {jawab:.0f} | {jawab / dasar[1]:.1f} | {modul_:.0f} |"
        )


def _satu(folder: Path, modul: str, permintaan: str, letak: Path) -> list[float]:
    sekitar = {"AWS_LAMBDA_FUNCTION_NAME": "sikap", "AWS_DEFAULT_REGION": "ap-southeast-3", "PATH": os.environ["PATH"],
               "SIKAP_STORE": f"sqlite:{letak / 'mulai.db'}", "SIKAP_RAHASIA": "r" * 40}  # fmt: skip
    hasil = subprocess.run([python313(), "-B", "-c", UKUR, str(folder), modul, permintaan], capture_output=True, text=True, env=sekitar, check=True)  # fmt: skip
    return [float(x) for x in hasil.stdout.split()[-3:]]


def _event(jalur: str) -> str:
    konteks = {"resourcePath": jalur, "httpMethod": "GET", "identity": {"sourceIp": "127.0.0.1"}, "requestId": "x"}
    return json.dumps({"requestContext": konteks, "httpMethod": "GET", "path": jalur, "headers": {"accept": "application/json"}, "multiValueQueryStringParameters": None, "pathParameters": None, "stageVariables": None, "body": None, "isBase64Encoded": False})  # fmt: skip


def _ukuran(arsitektur: str, zip_: Path) -> str:
    with zipfile.ZipFile(zip_) as z:
        isi: Sequence[zipfile.ZipInfo] = z.infolist()
    return f"{arsitektur}: zip {zip_.stat().st_size / 1e6:.1f} MB, unpacked {sum(i.file_size for i in isi) / 1e6:.1f} MB, {len(isi)} files"


if __name__ == "__main__":
    main()
