"""WhatsApp by AWS End User Messaging Social: the same message, signed and sent by boto3. Status comes by SNS with the same body."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from chalicelib.galat import Terhenti
from chalicelib.notify import Hasil, Surat
from chalicelib.notify.whatsapp import pesan
from schemas.kabar import SebabGagal as Sebab

_SEBAB = {
    "ThrottledRequestException": Sebab.ULANGI,
    "InternalServiceException": Sebab.ULANGI,
    "DependencyException": Sebab.ULANGI,
    "AccessDeniedException": Sebab.HENTI,
    "AccessDeniedByMetaException": Sebab.HENTI,
    "ResourceNotFoundException": Sebab.HENTI,
    "ValidationException": Sebab.TETAP,
    "InvalidParametersException": Sebab.TETAP,
}


@dataclass(frozen=True)
class WhatsAppAws:
    """`nomor` is the origination phone number id ("phone-number-id-…"); `klien` a boto3 `socialmessaging` client without retries."""

    klien: Any
    nomor: str
    versi: str
    orang_per_hari: int = 250
    nama: str = "whatsapp-aws"
    surel: bool = False
    menyela: bool = True

    def kirim(self, surat: Surat) -> Hasil:
        from botocore.exceptions import ClientError, ConnectTimeoutError, EndpointConnectionError, HTTPClientError

        isi = pesan(surat) | {"to": surat.tujuan}
        try:
            jawab = self.klien.send_whatsapp_message(
                originationPhoneNumberId=self.nomor, message=json.dumps(isi).encode(), metaApiVersion=self.versi
            )
        except ClientError as galat:
            kode = galat.response["Error"]["Code"]
            return Hasil("gagal", alasan=f"AWS menolak pesan ({kode}).", sebab=_SEBAB.get(kode, Sebab.ULANGI))
        except (EndpointConnectionError, ConnectTimeoutError) as sebab:
            raise Terhenti("AWS End User Messaging tidak dapat dihubungi.") from sebab
        except HTTPClientError:
            return Hasil("ragu", alasan="Sambungan ke AWS putus sebelum ada jawaban.")
        return Hasil("diterima_penyedia", rujukan=str(jawab["messageId"]))


def klien(wilayah: str, alamat: str = "") -> Any:
    """A client that never repeats by itself: a repeat is a second message. `alamat`: another endpoint (tests)."""
    import boto3
    from botocore.config import Config

    atur = Config(retries={"total_max_attempts": 1}, connect_timeout=5, read_timeout=20)
    return boto3.client("socialmessaging", region_name=wilayah, config=atur, endpoint_url=alamat or None)
