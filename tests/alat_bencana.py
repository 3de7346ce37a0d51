"""Three places where SIKAP can live, each really there and really destroyed; and what one compares after moving from one to another."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import boto3
from alat_ministack import Ministack
from alat_postgresql import Postgresql
from alat_produk import penyimpanan
from chalicelib.actions import Kantor, audit, cadangan_isi
from chalicelib.documents import semua
from chalicelib.store.baris import jadi_baris
from chalicelib.wiring import baca_setelan, buat_kantor

AKAR = Path(__file__).resolve().parents[1]
WILAYAH = "ap-southeast-3"
SITUS = "http://localhost:1"
RAHASIA = "rahasia untuk latihan bencana, panjang"


@dataclass(frozen=True)
class Rumah:
    """One deployment as its settings. `musnah()` leaves nothing of its records and files."""

    nama: str
    lingkungan: Mapping[str, str]
    musnah: Callable[[], None]

    def kantor(self) -> Kantor:
        """An office on its records and files."""
        return buat_kantor(baca_setelan(self.lingkungan))

    def sikap(self, *kata: str) -> subprocess.CompletedProcess[str]:
        """The administrator's command, as a process of its own."""
        bersih = {n: v for n, v in os.environ.items() if not n.startswith("SIKAP_")}
        jalur = os.pathsep.join([str(AKAR), str(AKAR / "functions")])
        perintah = [sys.executable, "-m", "chalicelib.edge.perintah", *kata]
        return subprocess.run(perintah, env={**bersih, **self.lingkungan, "PYTHONPATH": jalur}, cwd=AKAR, capture_output=True, text=True)  # fmt: skip


class Isi(NamedTuple):
    """Everything that must be the same after a restore."""

    catatan: tuple[str, ...]
    berkas: Mapping[str, str]
    riwayat: audit.HasilAudit


def isi(rumah: Rumah) -> Isi:
    """What lies there: every item as a line, every file's hash, every history's end."""
    kantor = rumah.kantor()
    baris = sorted(jadi_baris(i) for i in kantor.store.ekspor() if cadangan_isi.ikut(i))
    sidik = {
        k: hashlib.sha256(kantor.documents.baca(k)).hexdigest() for k in cadangan_isi.kunci_dokumen(kantor.documents)
    }
    return Isi(tuple(baris), sidik, audit.periksa(kantor))


def kosong(rumah: Rumah) -> bool:
    """Nothing at all, neither records nor files."""
    kantor = rumah.kantor()
    return kantor.store.kosong() and not kantor.documents.daftar("", batas=1)


@contextmanager
def satu_komputer(folder: Path) -> Iterator[Rumah]:
    """SQLite and SeaweedFS, as `infra/run` has them."""
    with ExitStack() as susun:
        yield _seaweed(susun, "satu komputer", folder, f"sqlite:{folder / 'sikap.db'}", lambda: None)


@contextmanager
def server(folder: Path, postgresql: Postgresql) -> Iterator[Rumah]:
    """PostgreSQL and SeaweedFS, as the county's own server has them."""
    url = postgresql.baru()
    basis = url.split("///")[1].split("?")[0]
    with ExitStack() as susun:
        yield _seaweed(susun, "server", folder, url, lambda: postgresql.jalankan(f"drop database {basis} with (force)"))


@contextmanager
def awan(ministack: Ministack) -> Iterator[Rumah]:
    """DynamoDB and S3, as the AWS target has them, on an emulator."""
    tabel = ministack.tabel()
    setelan = {
        "SIKAP_STORE": f"dynamodb:{tabel}", "SIKAP_STORE_ALAMAT": ministack.alamat, "SIKAP_S3_ALAMAT": ministack.alamat,
        "SIKAP_S3_EMBER": f"dokumen-{tabel}", "SIKAP_S3_KUNCI": "test", "SIKAP_S3_RAHASIA": "test", "SIKAP_RAHASIA": RAHASIA,
    }  # fmt: skip
    rumah = Rumah("AWS", setelan, lambda: _hapus_awan(rumah, tabel))
    kantor: Any = rumah.kantor()
    kantor.store.buat_tabel()
    s3 = boto3.client("s3", region_name=WILAYAH, endpoint_url=ministack.alamat)
    s3.create_bucket(Bucket=f"dokumen-{tabel}", CreateBucketConfiguration={"LocationConstraint": WILAYAH})
    yield rumah


def _seaweed(susun: ExitStack, nama: str, folder: Path, store: str, hapus_store: Callable[[], None]) -> Rumah:
    folder.mkdir()
    s3 = susun.enter_context(penyimpanan(folder, SITUS))

    def musnah() -> None:
        susun.close()
        hapus_store()
        shutil.rmtree(folder)

    rumah = Rumah(nama, s3 | {"SIKAP_STORE": store, "SIKAP_RAHASIA": RAHASIA}, musnah)
    rumah.kantor().documents.siapkan([SITUS])  # type: ignore[attr-defined]
    return rumah


def _hapus_awan(rumah: Rumah, tabel: str) -> None:
    berkas, alamat = rumah.kantor().documents, rumah.lingkungan["SIKAP_STORE_ALAMAT"]
    for kunci in list(semua(berkas, "")):
        berkas.hapus(kunci)
    boto3.client("dynamodb", region_name=WILAYAH, endpoint_url=alamat).delete_table(TableName=tabel)
