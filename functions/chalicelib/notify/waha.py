"""An unofficial gateway (WAHA), which drives WhatsApp Web. Off unless the office accepts its risk by a setting of its own.

WhatsApp does not allow unofficial clients: the number may be blocked at any time and for good, and with it every conversation.
The gateway gives no word of ours back, so a message that it took ends as `terkirim`, and a doubt stays a doubt.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from chalicelib.notify import Hasil, Surat
from chalicelib.notify.pos import pos
from schemas.kabar import SebabGagal as Sebab

RISIKO = (
    "Kanal waha memakai gerbang WhatsApp tidak resmi. WhatsApp melarangnya: nomor kantor dapat diblokir kapan saja dan selamanya, "
    "dan pesan melewati perangkat lunak pihak lain. Bila tetap dikehendaki, isi SIKAP_WAHA_RISIKO_DITERIMA=true."
)


@dataclass(frozen=True)
class Waha:
    """`alamat` of the gateway, its API key, and the session that is signed in as the office's number."""

    alamat: str
    kunci: str = field(repr=False)
    sesi: str = "default"
    orang_per_hari: int = 250
    nama: str = "waha"
    surel: bool = False
    menyela: bool = True

    def kirim(self, surat: Surat) -> Hasil:
        isi = {"session": self.sesi, "chatId": f"{surat.tujuan.removeprefix('+')}@c.us", "text": surat.isi}
        jawab = pos(f"{self.alamat}/api/sendText", {"X-Api-Key": self.kunci}, isi, penyedia="Gerbang WAHA")
        if jawab is None:
            return Hasil("ragu", alasan="Sambungan ke gerbang WAHA putus sebelum ada jawaban.")
        return _baca(*jawab)


def _baca(status: int, badan: bytes) -> Hasil:
    if status in (200, 201):
        return Hasil("terkirim", rujukan=_rujukan(badan))
    if status in (401, 403, 404, 422):
        return Hasil(
            "gagal", alasan=f"Gerbang WAHA tidak masuk ke WhatsApp atau menolak kunci ({status}).", sebab=Sebab.HENTI
        )
    if status == 400:
        return Hasil("gagal", alasan="Gerbang WAHA menolak bentuk pesan atau nomornya (400).", sebab=Sebab.TETAP)
    return Hasil("gagal", alasan=f"Gerbang WAHA menjawab {status}; dicoba lagi.", sebab=Sebab.ULANGI)


def _rujukan(badan: bytes) -> str:
    try:
        id_ = json.loads(badan).get("id", "")
    except (ValueError, AttributeError):
        return ""
    return str(id_.get("_serialized", "")) if isinstance(id_, dict) else str(id_)
