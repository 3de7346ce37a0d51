"""What AWS and the way to it refuse, as one sentence that says what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import TypeVar

from infra.langkah import Langkah
from infra.tempat import Berhenti

T = TypeVar("T")
KREDENSIAL = "Kredensial AWS belum ada atau kedaluwarsa. Masuk dahulu: aws configure, atau aws sso login; bila punya beberapa, sebutkan AWS_PROFILE."
JAM = "Jam komputer ini berbeda dari jam AWS, jadi tanda tangannya ditolak. Samakan: timedatectl set-ntp true; lalu ulangi."
JALAN_KELUAR = {
    "RequestTimeTooSkewed": JAM,
    "RequestExpired": JAM,
    "RequestInTheFuture": JAM,
    "ExpiredToken": KREDENSIAL,
    "ExpiredTokenException": KREDENSIAL,
    "InvalidClientTokenId": KREDENSIAL,
    "UnrecognizedClientException": KREDENSIAL,
    "SignatureDoesNotMatch": KREDENSIAL,
    "InvalidSignatureException": KREDENSIAL,
    "AccessDenied": "Kredensial ini belum berhak. Minta hak itu kepada pemilik akun AWS, lalu ulangi.",
    "AccessDeniedException": "Kredensial ini belum berhak. Minta hak itu kepada pemilik akun AWS, lalu ulangi.",
    "BucketAlreadyExists": "Nama ember itu milik akun lain. Ubah aws.nama, lalu ulangi.",
    "OptInRequired": "Wilayah ini belum dinyalakan di akun Anda: konsol AWS, Account, AWS Regions.",
}
"""AWS's code -> what to do."""
SIDIK_JAM = ("Signature expired", "Signature not yet current")
"""How AWS says in a refused signature that it is the clock."""


@contextmanager
def jelas() -> Iterator[None]:
    """In this block a refusal of AWS becomes Berhenti; the block is run again after what it names is done."""
    from botocore import exceptions as salah

    try:
        yield
    except (salah.NoCredentialsError, salah.PartialCredentialsError, salah.ProfileNotFound, salah.TokenRetrievalError, salah.SSOError):  # fmt: skip
        raise Berhenti(KREDENSIAL) from None
    except salah.SSLError as sebab:
        raise Berhenti(
            f"Sertifikat AWS tidak diterima komputer ini ({sebab}). Periksa jamnya: timedatectl set-ntp true. Bila kantor "
            "memakai proksi yang membuka TLS, sebutkan sertifikat proksi itu: AWS_CA_BUNDLE=BERKAS."
        ) from None
    except (salah.EndpointConnectionError, salah.ConnectionError, salah.HTTPClientError) as sebab:
        raise Berhenti(f"AWS tidak terjangkau dari komputer ini ({sebab}). Periksa internet dan aws.wilayah.") from None
    except salah.ClientError as sebab:
        raise Berhenti(f"AWS menolak: {sebab}\n{_jalan_keluar(sebab.response.get('Error', {}))}") from None


def _jalan_keluar(galat: Mapping[str, str]) -> str:
    if any(s in galat.get("Message", "") for s in SIDIK_JAM):
        return JAM
    return JALAN_KELUAR.get(galat.get("Code", ""), "Betulkan, lalu ulangi.")


def dijelaskan(satu: Langkah) -> Langkah:
    """The same step, whose refusals are sentences."""
    return replace(
        satu,
        sudah=_bungkus(satu.sudah),
        kerja=_bungkus(satu.kerja),
        cabut=_bungkus(satu.cabut) if satu.cabut else None,
        ada=_bungkus(satu.ada) if satu.ada else None,
    )


def _bungkus(kerja: Callable[[], T]) -> Callable[[], T]:
    def jalan() -> T:
        with jelas():
            return kerja()

    return jalan
