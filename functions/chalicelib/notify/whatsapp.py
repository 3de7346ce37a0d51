"""WhatsApp by Meta's Cloud API: templates outside, free text inside the day after somebody wrote. Text only.

A call has no idempotency key: a line that breaks after the request went out leaves a doubt, which is said (`ragu`) and
cleared by the webhook that carries our own id back (`biz_opaque_callback_data`).
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

import urllib3
from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError

from chalicelib.galat import Terhenti
from chalicelib.notify import Hasil, Sebab, Surat
from chalicelib.notify.galat_wa import artikan
from schemas.kabar import templat

DETIK = urllib3.Timeout(connect=5, read=20)
RUJUK = "kabar:"
"""Before our own id in what the provider hands back."""


@dataclass(frozen=True)
class WhatsApp:
    """`alamat` is https://graph.facebook.com, or a fake in tests; `nomor` the phone number id."""

    alamat: str
    versi: str
    nomor: str
    token: str = field(repr=False)
    orang_per_hari: int = 250
    nama: str = "whatsapp"
    surel: bool = False

    def kirim(self, surat: Surat) -> Hasil:
        url = f"{self.alamat}/{self.versi}/{self.nomor}/messages"
        kepala = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        isi = json.dumps(pesan(surat)).encode()
        try:
            jawab = _KOLAM.request("POST", url, body=isi, headers=kepala, timeout=DETIK, retries=False)
        except (NewConnectionError, ConnectTimeoutError) as sebab:
            raise Terhenti("WhatsApp tidak dapat dihubungi.") from sebab
        except HTTPError:
            return Hasil("ragu", alasan="Sambungan ke WhatsApp putus sebelum ada jawaban.")
        return _baca(jawab.status, jawab.data)


_KOLAM = urllib3.PoolManager(maxsize=4)


def pesan(surat: Surat) -> dict[str, Any]:
    """The body of a send call. Parameters hold no line breaks or runs of spaces (the provider refuses them)."""
    dasar = {
        "messaging_product": "whatsapp",
        "recipient_type": "individual",
        "to": surat.tujuan.removeprefix("+"),
        "biz_opaque_callback_data": f"{RUJUK}{surat.id}",
    }
    if surat.bebas:
        return dasar | {"type": "text", "text": {"body": surat.isi, "preview_url": False}}
    nilai = [{"type": "text", "text": " ".join(n.split()) or "-"} for n in surat.nilai]
    bagian = [{"type": "body", "parameters": nilai}] if nilai else []
    nama, _ = templat(surat.kode)
    return dasar | {"type": "template", "template": {"name": nama, "language": {"code": "id"}, "components": bagian}}


def _baca(status: int, isi: bytes) -> Hasil:
    try:
        jawab = json.loads(isi)
    except ValueError:
        jawab = {}
    if status == 200 and jawab.get("messages"):
        return Hasil("diterima_penyedia", rujukan=str(jawab["messages"][0].get("id", "")))
    if status == 200:
        return Hasil("ragu", alasan="Jawaban WhatsApp tidak dapat dibaca.")
    kode = jawab.get("error", {}).get("code")
    if isinstance(kode, int):
        sebab, alasan = artikan(kode)
        return Hasil("gagal", alasan=alasan, sebab=sebab)
    return Hasil("gagal", alasan=f"WhatsApp menjawab {status}; dicoba lagi.", sebab=Sebab.ULANGI)
