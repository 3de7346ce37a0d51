"""The AWS target whole, on an emulator: made by the same steps as `infra/sikap apply`, and people who work through its API Gateway."""

from __future__ import annotations

import base64
import hashlib
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from alat_alat import python313
from alat_kantor import buat_kantor
from alat_ministack import Ministack
from chalicelib.actions import Kantor
from chalicelib.documents.s3 import S3Documents
from chalicelib.store.dynamodb import DynamoStore

from infra import langkah as urusan
from infra.aws import aturan, tata
from infra.langkah import Langkah

WILAYAH = "ap-southeast-3"
ALAMAT_SITUS = "https://sikap.ngawikab.go.id"
LANGSUNG = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def harus_python313() -> str:
    """Lambda's Python; the test is skipped, aloud, where there is none (CI allows no skip)."""
    return python313() or pytest.skip("Python 3.13, Lambda's own, is needed to pack: uv python install 3.13")


class JamNyata:
    """The real clock, for an office whose functions live elsewhere."""

    def __call__(self) -> datetime:
        return datetime.now(UTC)

    def maju(self, **lama: float) -> None:
        """Nobody moves it."""
        assert timedelta(**lama)


def unggah(url: str, isi: bytes) -> int:
    """What a browser does with a ticket: the bytes of a PDF straight to storage; answers the status."""
    sidik = base64.b64encode(hashlib.sha256(isi).digest()).decode()
    kepala = {"Content-Type": "application/pdf", "x-amz-checksum-sha256": sidik, "If-None-Match": "*"}
    with LANGSUNG.open(urllib.request.Request(url, isi, kepala, method="PUT"), timeout=60) as jawab:
        return int(jawab.status)


def berkas(*kata: Any, **nama: Any) -> S3Documents:
    """Storage that also plays the browser's part."""
    simpan = S3Documents(*kata, **nama)
    simpan.unggah = unggah  # type: ignore[attr-defined]
    return simpan


@dataclass
class Gerbang:
    """A WSGI application that is API Gateway: what a browser asks in a test goes over HTTP to the packed function."""

    alamat: str

    def __call__(self, lingkungan: dict[str, Any], mulai: Callable[..., Any]) -> list[bytes]:
        kepala = {
            k[5:].replace("_", "-"): v for k, v in lingkungan.items() if k.startswith("HTTP_") and k != "HTTP_HOST"
        }
        isi = lingkungan["wsgi.input"].read()
        kepala["Content-Type"] = lingkungan["CONTENT_TYPE"]
        jalur = lingkungan["PATH_INFO"].removeprefix("/api") + (f"?{q}" if (q := lingkungan["QUERY_STRING"]) else "")
        minta = urllib.request.Request(self.alamat + jalur, isi or None, kepala, method=lingkungan["REQUEST_METHOD"])
        try:
            jawab = LANGSUNG.open(minta, timeout=90)
        except urllib.error.HTTPError as galat:
            jawab = galat
        with jawab:
            mulai(f"{jawab.status} -", list(jawab.headers.items()))
            return [jawab.read()]


@dataclass
class Awan:
    """One deployment. `kantor` works on the same records and files, from outside."""

    aws: tata.Aws
    langkah: list[Langkah]
    kantor: Kantor

    @property
    def gerbang(self) -> Gerbang:
        """The counters as they stand now: another set of routes may have another address."""
        return Gerbang(f"{self.aws._alamat}/restapis/{self.aws.keluaran('RestAPIId')}/api/_user_request_")

    def klien(self, layanan: str) -> Any:
        return self.aws.klien(layanan)

    def bernama(self, logis: str) -> str:
        """The physical id of one of the stack's resources."""
        jawab = self.klien("cloudformation").describe_stack_resource(StackName=self.aws.nama, LogicalResourceId=logis)
        return str(jawab["StackResourceDetail"]["PhysicalResourceId"])

    def log(self, fungsi: str) -> list[str]:
        """Everything a function has said so far."""
        logs, grup = self.klien("logs"), self.bernama(f"Log{fungsi}")
        aliran = [a["logStreamName"] for a in logs.describe_log_streams(logGroupName=grup)["logStreams"]]
        return [e["message"] for a in aliran for e in logs.get_log_events(logGroupName=grup, logStreamName=a)["events"]]


@contextmanager
def pasang(server: Ministack, bangun: Path, situs: Path, **isi: Any) -> Iterator[Awan]:
    """`apply` into an empty account (x86_64, since this machine must run it); a small office is put into its records."""
    bawaan = {n: b.bawaan for n, b in aturan.ATURAN.items() if b.bawaan is not None}
    isi = bawaan | {"aws.python": harus_python313(), "aws.arsitektur": "x86_64", "situs.alamat": ALAMAT_SITUS} | isi
    asli, tata.SITUS = tata.SITUS, situs
    try:
        aws = tata.Aws(isi, alamat=server.alamat, bangun=bangun)
        bangun.mkdir(parents=True, exist_ok=True)
        langkah = tata.langkah(aws)
        urusan.terapkan(langkah)
        store = DynamoStore(aws.keluaran("NamaTabel"), b"r" * 32, server.alamat, WILAYAH)
        dokumen = berkas(aws.keluaran("EmberDokumen"), alamat=server.alamat)
        kantor = buat_kantor(store=store, documents=dokumen, jam=JamNyata())
        yield Awan(aws, langkah, kantor)
    finally:
        tata.SITUS = asli


def tunggu(syarat: Callable[[], Any], detik: float = 60) -> Any:
    """What `syarat` answers once it is true; None when the time is over."""
    sampai = time.monotonic() + detik
    while time.monotonic() < sampai:
        if hasil := syarat():
            return hasil
        time.sleep(0.5)
    return None
