"""Files in S3: AWS in the cloud, SeaweedFS on one's own computer or server; the same calls, the same rules of a signed upload."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from time import time
from typing import Any
from urllib.parse import quote

from botocore.exceptions import BotoCoreError, ClientError, HTTPClientError

from chalicelib.documents import Keterangan, Tiket
from chalicelib.galat import Terhenti, TidakAda

_BAGIAN = 8_000_000
"""Bytes of one part of a multipart upload: S3 wants 5 MiB at least and takes 10,000 parts."""
_TIADA = frozenset({"404", "NoSuchKey", "NotFound"})


class S3Documents:
    """Keeps the promises of `chalicelib.documents.Documents` in one bucket. `alamat_publik`: as the browser reaches it."""

    def __init__(  # noqa: PLR0913 - one argument for each setting
        self,
        ember: str,
        *,
        alamat: str = "",
        alamat_publik: str = "",
        kunci: str = "",
        rahasia: str = "",
        wilayah: str = "ap-southeast-3",
    ) -> None:
        self._ember, self._alamat, self._publik = ember, alamat, alamat_publik or alamat
        self._kunci, self._rahasia, self._wilayah = kunci, rahasia, wilayah

    def _klien(self, alamat: str) -> Any:
        import boto3
        from botocore.config import Config

        gaya = {"addressing_style": "path"} if alamat else {}
        aturan = Config(
            signature_version="s3v4",
            s3=gaya,
            connect_timeout=3,
            read_timeout=20,
            retries={"max_attempts": 2, "mode": "standard"},
            max_pool_connections=32,
        )
        return boto3.session.Session().client(
            "s3",
            endpoint_url=alamat or None,
            region_name=self._wilayah,
            aws_access_key_id=self._kunci or None,
            aws_secret_access_key=self._rahasia or None,
            config=aturan,
        )

    @cached_property
    def _s3(self) -> Any:
        return self._klien(self._alamat)

    @cached_property
    def _penanda(self) -> Any:
        """Signs addresses for the browser, which may know storage by another name."""
        return self._s3 if self._publik == self._alamat else self._klien(self._publik)

    def tiket(self, kunci: str, *, ukuran: int, tipe: str, sha256: str, detik: int = 900) -> Tiket:
        """See `Documents.tiket`: length, type, hash and "not there yet" are all part of the signature."""
        sidik = base64.b64encode(bytes.fromhex(sha256)).decode()
        isi = {"ContentLength": ukuran, "ContentType": tipe, "ChecksumSHA256": sidik, "IfNoneMatch": "*"}
        url = self._penanda.generate_presigned_url(
            "put_object", {"Bucket": self._ember, "Key": kunci, **isi}, ExpiresIn=detik
        )
        kepala = {"Content-Type": tipe, "x-amz-checksum-sha256": sidik, "If-None-Match": "*"}
        return Tiket("PUT", url, kepala, int(time()) + detik)

    def keterangan(self, kunci: str) -> Keterangan | None:
        """See `Documents.keterangan`."""
        try:
            with _bicara():
                h = self._s3.head_object(Bucket=self._ember, Key=kunci, ChecksumMode="ENABLED")
        except TidakAda:
            return None
        sidik = h.get("ChecksumSHA256")
        return Keterangan(
            h["ContentLength"], h.get("ContentType", ""), base64.b64decode(sidik).hex() if sidik else None
        )

    def baca(self, kunci: str) -> bytes:
        """See `Documents.baca`."""
        return b"".join(self.alir(kunci))

    def alir(self, kunci: str, potong: int = 262_144) -> Iterator[bytes]:
        """See `Documents.alir`."""
        with _bicara():
            jawab = self._s3.get_object(Bucket=self._ember, Key=kunci)
        sampai = 0
        with _bicara():
            for isi in jawab["Body"].iter_chunks(potong):
                sampai += len(isi)
                yield isi
        # A line cut within the headers reads as a whole answer that is empty: never take that for the document.
        if sampai != jawab.get("ContentLength"):
            raise _terhenti()

    def taruh(self, kunci: str, isi: bytes, tipe: str) -> None:
        """See `Documents.taruh`."""
        with _bicara():
            self._s3.put_object(Bucket=self._ember, Key=kunci, Body=isi, ContentType=tipe, ChecksumAlgorithm="SHA256")

    def alirkan(self, kunci: str, potongan: Iterable[bytes], tipe: str) -> None:
        """See `Documents.alirkan`: a multipart upload, given up when the stream breaks."""
        tempat = {"Bucket": self._ember, "Key": kunci}
        with _bicara():
            id_ = self._s3.create_multipart_upload(**tempat, ContentType=tipe)["UploadId"]
        try:
            bagian = []
            for nomor, isi in enumerate(_kumpul(potongan), start=1):
                with _bicara():
                    jawab = self._s3.upload_part(**tempat, UploadId=id_, PartNumber=nomor, Body=isi)
                bagian.append({"PartNumber": nomor, "ETag": jawab["ETag"]})
            with _bicara():
                self._s3.complete_multipart_upload(**tempat, UploadId=id_, MultipartUpload={"Parts": bagian})
        except BaseException:
            with suppress(Terhenti, TidakAda), _bicara():
                self._s3.abort_multipart_upload(**tempat, UploadId=id_)
            raise

    def salin(self, dari: str, ke: str) -> None:
        """See `Documents.salin`."""
        with _bicara():
            self._s3.copy_object(Bucket=self._ember, Key=ke, CopySource={"Bucket": self._ember, "Key": dari})

    def hapus(self, kunci: str) -> None:
        """See `Documents.hapus`."""
        with _bicara():
            self._s3.delete_object(Bucket=self._ember, Key=kunci)

    def daftar(self, awalan: str, *, sesudah: str = "", batas: int = 1000) -> list[str]:
        """See `Documents.daftar`."""
        mulai = {"StartAfter": sesudah} if sesudah else {}
        with _bicara():
            isi = self._s3.list_objects_v2(Bucket=self._ember, Prefix=awalan, MaxKeys=batas, **mulai)
        return [o["Key"] for o in isi.get("Contents", [])]

    def alamat(self, kunci: str, *, nama: str, tipe: str, detik: int = 120, sisip: bool = True) -> str:
        """See `Documents.alamat`; the name travels as RFC 5987 has it."""
        cara = "inline" if sisip else "attachment"
        kepala = f"{cara}; filename*=UTF-8''{quote(nama, safe='')}"
        isi = {"Bucket": self._ember, "Key": kunci, "ResponseContentDisposition": kepala, "ResponseContentType": tipe}
        return str(self._penanda.generate_presigned_url("get_object", isi, ExpiresIn=detik))

    def sehat(self) -> None:
        """See `Documents.sehat`."""
        try:
            with _bicara():
                self._s3.head_bucket(Bucket=self._ember)
        except TidakAda as sebab:
            raise _terhenti() from sebab

    def siapkan(self, asal: list[str]) -> None:
        """Own storage only: make the bucket when it is not there, and let the site's origins put and get in it."""
        try:
            self.sehat()
        except Terhenti:
            milik_kita = (
                self._s3.exceptions.BucketAlreadyOwnedByYou
            )  # storage made it by itself between the two questions
            with _bicara(), suppress(milik_kita):
                self._s3.create_bucket(Bucket=self._ember)
        izin = {
            "AllowedOrigins": asal,
            "AllowedMethods": ["GET", "PUT"],
            "AllowedHeaders": ["*"],
            "ExposeHeaders": ["ETag"],
            "MaxAgeSeconds": 3600,
        }
        with _bicara():
            self._s3.put_bucket_cors(Bucket=self._ember, CORSConfiguration={"CORSRules": [izin]})


def _kumpul(potongan: Iterable[bytes]) -> Iterator[bytes]:
    """Pieces of any size as pieces of _BAGIAN bytes (the last may be shorter, and there is always one)."""
    wadah, ada = bytearray(), False
    for satu in potongan:
        wadah += satu
        while len(wadah) >= _BAGIAN:
            yield bytes(wadah[:_BAGIAN])
            del wadah[:_BAGIAN]
            ada = True
    if wadah or not ada:
        yield bytes(wadah)


def _terhenti() -> Terhenti:
    return Terhenti(
        "Penyimpanan berkas sedang tidak menjawab.", petunjuk="Tidak ada yang hilang. Coba lagi sebentar lagi."
    )


@contextmanager
def _bicara() -> Iterator[None]:
    """Storage's own words become ours: missing is TidakAda, anything else that fails is Terhenti."""
    try:
        yield
    except ClientError as sebab:
        raise (TidakAda() if sebab.response.get("Error", {}).get("Code") in _TIADA else _terhenti()) from sebab
    except (BotoCoreError, HTTPClientError) as sebab:
        raise _terhenti() from sebab
