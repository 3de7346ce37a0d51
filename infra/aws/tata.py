"""The steps of the AWS target: pack, keep the code, make the secret, create or change the stack, publish the site."""

from __future__ import annotations

import hashlib
import json
import mimetypes
from contextlib import suppress
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from infra import harga
from infra.aws import rahasia, tumpukan
from infra.aws.kemas import kemas
from infra.aws.templat import susun
from infra.aws.tolak import dijelaskan
from infra.langkah import Langkah
from infra.server.rilis import nomor
from infra.tempat import AKAR, SITUS, Berhenti

TUTUP = {n: True for n in ("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets")}
ABADI, TANYA = "public, max-age=31536000, immutable", "no-cache"


class Aws:
    """One deployment in one account; `alamat` is an emulator's endpoint (tests), empty for AWS itself."""

    def __init__(self, isi: dict[str, Any], *, alamat: str = "", bangun: Path = AKAR / "build" / "aws") -> None:
        self.isi, self._alamat, self.bangun = isi, alamat, bangun
        self.nama, self.wilayah = isi["aws.nama"], isi["aws.wilayah"]

    def klien(self, layanan: str) -> Any:
        """A client of one AWS service."""
        import boto3

        return boto3.session.Session().client(layanan, region_name=self.wilayah, endpoint_url=self._alamat or None)

    @cached_property
    def ember_kode(self) -> str:
        """The bucket for packages: named by the account, since bucket names are one world."""
        return f"{self.nama}-kode-{self.klien('sts').get_caller_identity()['Account']}-{self.wilayah}"

    @cached_property
    def cap(self) -> str:
        """The fingerprint of program and settings together: what the stack should be."""
        return hashlib.sha256((nomor() + json.dumps(self.isi, sort_keys=True)).encode()).hexdigest()[:16]

    def tumpukan(self) -> dict[str, Any] | None:
        """The stack as it is, None when there is none."""
        klien = self.klien("cloudformation")
        try:
            return dict(klien.describe_stacks(StackName=self.nama)["Stacks"][0])
        except klien.exceptions.ClientError as sebab:
            if "does not exist" in str(sebab):
                return None
            raise

    def keluaran(self, nama: str) -> str:
        """One output of the stack. Raises Berhenti when there is none yet."""
        ada = self.tumpukan()
        semua = {k["OutputKey"]: k["OutputValue"] for k in (ada or {}).get("Outputs", [])}
        if nama not in semua:
            raise Berhenti("Tumpukan AWS belum jadi.")
        return str(semua[nama])


def langkah(a: Aws) -> list[Langkah]:
    """All steps."""
    return [dijelaskan(satu) for satu in (*_bahan(a), *_jadi(a))]


def _bahan(a: Aws) -> list[Langkah]:
    """What the stack is made from."""
    return [
        Langkah(
            "paket fungsi",
            f"mengemas fungsi untuk Lambda python3.13 {a.isi['aws.arsitektur']} ke build/aws",
            "hapus build/aws",
            lambda: _isi(a.bangun / "cap") == a.cap,
            partial(_kemas, a),
        ),
        Langkah(
            "ember kode",
            "ember S3 tertutup untuk paket",
            "hapus ember itu dengan tangan",
            lambda: _ada_ember(a),
            partial(_buat_ember, a),
        ),
        rahasia.langkah(a),
    ]


def _jadi(a: Aws) -> list[Langkah]:
    """The stack, and the site in it."""
    biaya = harga.baca("aws")
    return [
        Langkah(
            "tumpukan CloudFormation",
            f"“{a.nama}” di {a.wilayah}: Lambda, API Gateway, DynamoDB, S3, SQS, EventBridge, CloudFront, alarm",
            "delete-stack; tabel dan ember tetap ada, tetapi apply berikutnya membuat yang baru: isinya kembali dengan restore",
            partial(tumpukan.sesuai, a),
            partial(tumpukan.terapkan, a),
            partial(tumpukan.hapus, a),
            ada=lambda: a.tumpukan() is not None,
            biaya=sum(h.sebulan for h in biaya),
            rincian=harga.rincian(biaya),
        ),
        Langkah(
            "situs",
            "mengunggah situs: aset abadi dahulu, halaman terakhir",
            "embernya tinggal sesudah destroy; hapus dengan tangan bila tidak dipakai lagi",
            lambda: _situs_sama(a),
            partial(_situs, a),
        ),
    ]


def _isi(berkas: Path) -> str:
    return berkas.read_text() if berkas.is_file() else ""


def _kemas(a: Aws) -> None:
    kepala = json.loads(_isi(SITUS / "_kepala.json") or "{}")
    if not kepala:
        raise Berhenti("Situs belum dibangun. Jalankan dahulu: infra/sikap site")
    (a.bangun / "cap").unlink(missing_ok=True)  # what is half packed must not pass for the package before it
    kemas(a.isi["aws.python"], a.isi["aws.arsitektur"], susun(a.isi, kepala), a.bangun)
    (a.bangun / "cap").write_text(a.cap)


def _ada_ember(a: Aws) -> bool:
    """There, and closed: both, since one may stop between the two."""
    klien = a.klien("s3")
    try:
        jawab = klien.get_public_access_block(Bucket=a.ember_kode)
    except klien.exceptions.ClientError as sebab:
        if sebab.response["ResponseMetadata"]["HTTPStatusCode"] == 404:
            return False
        raise
    return bool(jawab["PublicAccessBlockConfiguration"] == TUTUP)


def _buat_ember(a: Aws) -> None:
    klien = a.klien("s3")
    with suppress(klien.exceptions.BucketAlreadyOwnedByYou):
        klien.create_bucket(Bucket=a.ember_kode, CreateBucketConfiguration={"LocationConstraint": a.wilayah})
    klien.put_public_access_block(Bucket=a.ember_kode, PublicAccessBlockConfiguration=TUTUP)


def berkas_situs(folder: Path) -> list[Path]:
    """The site's files in the order in which they may appear: what pages need before the pages that need it."""
    semua = [b for b in folder.rglob("*") if b.is_file() and b.suffix not in (".br", ".gz") and not b.name.startswith("_")]  # fmt: skip
    return sorted(semua, key=lambda b: (b.suffix == ".html", not b.relative_to(folder).as_posix().startswith("a/"), str(b)))  # fmt: skip


def _cap_situs() -> str:
    return hashlib.sha256(b"".join(hashlib.sha256(b.read_bytes()).digest() for b in berkas_situs(SITUS))).hexdigest()


def _situs_sama(a: Aws) -> bool:
    s3 = a.klien("s3")
    try:
        return bool(
            s3.get_object(Bucket=a.keluaran("EmberSitus"), Key="_rilis")["Body"].read().decode() == _cap_situs()
        )
    except (Berhenti, s3.exceptions.ClientError):
        return False


def _situs(a: Aws) -> None:
    s3, ember = a.klien("s3"), a.keluaran("EmberSitus")
    s3.delete_object(Bucket=ember, Key="_rilis")  # half of another release must not pass for the one before it
    for berkas in berkas_situs(SITUS):
        kunci = berkas.relative_to(SITUS).as_posix()
        jenis = {".mjs": "text/javascript", ".webmanifest": "application/manifest+json"}.get(berkas.suffix) or mimetypes.guess_type(berkas.name)[0]  # fmt: skip
        teks = jenis in ("text/html", "text/javascript", "text/css", "image/svg+xml", "text/plain")
        s3.put_object(
            Bucket=ember, Key=kunci, Body=berkas.read_bytes(), CacheControl=ABADI if kunci.startswith("a/") else TANYA,
            ContentType=f"{jenis or 'application/octet-stream'}{'; charset=utf-8' if teks else ''}",
        )  # fmt: skip
    s3.put_object(Bucket=ember, Key="_rilis", Body=_cap_situs().encode())
