"""Small talks with AWS: the secret from SSM at the start, a wake-up to SQS after a commit, and what its queue holds for us."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import cache
from typing import Any

from chalicelib.galat import Galat


def rahasia(nama: str, wilayah: str, alamat: str = "") -> str:
    """The secret from SSM's encrypted parameters, so that it stands in no function's visible settings."""
    jawab = _klien("ssm", wilayah, alamat).get_parameter(Name=nama, WithDecryption=True)
    return str(jawab["Parameter"]["Value"])


def pembangun(url: str, wilayah: str, alamat: str = "") -> Callable[[], None]:
    """Sends a wake-up to the queue after a commit. Never raises: the schedule finds within a minute what a lost one left."""

    def bangunkan() -> None:
        with suppress(Exception):
            _klien("sqs", wilayah, alamat).send_message(QueueUrl=url, MessageBody="bangun")

    return bangunkan


def pengambil(url: str, wilayah: str, alamat: str = "") -> Callable[[Callable[[str], None]], int]:
    """Takes up to ten messages from the queue and hands each to `terima`; answers how many it kept.

    One that is refused stays: the queue shows it again and, after its tries, puts it among its dead letters.
    """

    def ambil(terima: Callable[[str], None]) -> int:
        klien, banyak = _klien("sqs", wilayah, alamat), 0
        for pesan in klien.receive_message(QueueUrl=url, MaxNumberOfMessages=10).get("Messages", []):
            try:
                terima(pesan["Body"])
            except Galat:
                continue
            klien.delete_message(QueueUrl=url, ReceiptHandle=pesan["ReceiptHandle"])
            banyak += 1
        return banyak

    return ambil


@cache
def _klien(layanan: str, wilayah: str, alamat: str) -> Any:
    from botocore.session import get_session

    return get_session().create_client(layanan, wilayah, endpoint_url=alamat or None)
