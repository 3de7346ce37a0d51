"""WhatsApp by Meta's Cloud API: templates outside, free text inside the day after somebody wrote. Text only.

A call has no idempotency key: a line that breaks after the request went out leaves a doubt, which is said (`ragu`) and
cleared by the webhook that carries our own id back (`biz_opaque_callback_data`).
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from chalicelib.notify import Hasil, Surat
from chalicelib.notify.galat_wa import artikan
from chalicelib.notify.pos import pos
from schemas.kabar import KABAR, RUJUK_PENYEDIA, templat
from schemas.kabar import SebabGagal as Sebab


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
    menyela: bool = True

    def kirim(self, surat: Surat) -> Hasil:
        url = f"{self.alamat}/{self.versi}/{self.nomor}/messages"
        jawab = pos(url, {"Authorization": f"Bearer {self.token}"}, pesan(surat), penyedia="WhatsApp")
        if jawab is None:
            return Hasil("ragu", alasan="Sambungan ke WhatsApp putus sebelum ada jawaban.")
        return _baca(*jawab)


def pesan(surat: Surat) -> dict[str, Any]:
    """The body of a send call. Parameters hold no line breaks or runs of spaces (the provider refuses them)."""
    dasar = {
        "messaging_product": "whatsapp",
        "recipient_type": "individual",
        "to": surat.tujuan.removeprefix("+"),
        "biz_opaque_callback_data": f"{RUJUK_PENYEDIA}{surat.id}",
    }
    if surat.bebas:
        return dasar | {"type": "text", "text": {"body": surat.isi, "preview_url": False}}
    nama, _ = templat(surat.kode)
    isi = {"name": nama, "language": {"code": "id"}, "components": _bagian(surat)}
    return dasar | {"type": "template", "template": isi}


def _bagian(surat: Surat) -> list[dict[str, Any]]:
    """What fills the template. A code fills an authentication template: the body's one place, and the button that copies it."""
    nilai = [{"type": "text", "text": " ".join(n.split()) or "-"} for n in surat.nilai]
    if KABAR[surat.kode].rahasia:
        kode = nilai[:1]
        return [
            {"type": "body", "parameters": kode},
            {"type": "button", "sub_type": "url", "index": "0", "parameters": kode},
        ]
    return [{"type": "body", "parameters": nilai}] if nilai else []


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
