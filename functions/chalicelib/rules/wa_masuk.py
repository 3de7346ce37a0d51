"""What stands in a webhook of WhatsApp: states of our messages, and what people wrote. Tolerant of everything it does not know. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from schemas.hitung_kabar import GRATIS
from schemas.kabar import MENURUT_TEMPLAT, RUJUK_PENYEDIA, KeadaanKabar

KEADAAN = {
    "sent": KeadaanKabar.TERKIRIM, "delivered": KeadaanKabar.SAMPAI, "read": KeadaanKabar.DIBACA, "played": KeadaanKabar.DIBACA,
    "failed": KeadaanKabar.GAGAL,
}  # fmt: skip


class KabarKeadaan(NamedTuple):
    """The provider's word on one of our messages; `galat` is its error code, 0 without; `tarif` as what it is billed, "" unsaid."""

    kabar: str
    rujukan: str
    keadaan: KeadaanKabar
    galat: int
    tarif: str = ""


class KabarTemplat(NamedTuple):
    """The provider's word on one of our templates: our code of the message, and whether it may be used."""

    kode: str
    boleh: bool
    kata: str


class PesanMasuk(NamedTuple):
    """What somebody wrote; `teks` None: not text (a picture, a voice)."""

    id: str
    dari: str
    teks: str | None


Hal = KabarKeadaan | KabarTemplat | PesanMasuk


def baca(isi: str) -> list[Hal]:
    """Everything in a body, in order. What can't be read is nothing."""
    try:
        badan = json.loads(isi)
    except (ValueError, RecursionError):
        return []
    hal: list[Hal] = []
    for nilai in _nilai(badan):
        hal.extend(_templat(nilai))
        hal.extend(_keadaan(nilai))
        hal.extend(_pesan(nilai))
    return hal


def entri_aws(isi: str) -> str | None:
    """What AWS's topic brings, bare or in SNS's envelope -> the provider's entry alone, as `baca` takes it; None: nothing of the kind.

    Its own ids and times are left out: the same entry brought twice is the same.
    """
    try:
        badan = json.loads(isi)
        if isinstance(badan, dict) and isinstance(badan.get("Message"), str):
            badan = json.loads(badan["Message"])
        entri = badan["whatsAppWebhookEntry"]
        sah = isinstance(entri, str) and isinstance(json.loads(entri)["changes"], list)
    except (ValueError, RecursionError, TypeError, KeyError):
        return None
    return json.dumps({"whatsAppWebhookEntry": entri}) if sah else None


def _nilai(badan: Any) -> Iterator[dict[str, Any]]:
    """Entry by entry, change by change; by AWS one entry comes as a string."""
    if isinstance(badan, dict) and isinstance(badan.get("whatsAppWebhookEntry"), str):
        try:
            badan = {"entry": [json.loads(badan["whatsAppWebhookEntry"])]}
        except (ValueError, RecursionError):
            return
    for entri in _daftar(badan, "entry"):
        for ubah in _daftar(entri, "changes"):
            if isinstance(nilai := ubah.get("value"), dict):
                yield nilai


def _templat(nilai: dict[str, Any]) -> Iterator[KabarTemplat]:
    nama, kejadian = str(nilai.get("message_template_name", "")), str(nilai.get("event", ""))[:40]
    kode = MENURUT_TEMPLAT.get(nama)
    if kode and kejadian:
        yield KabarTemplat(kode, kejadian in ("APPROVED", "REINSTATED", "UNPAUSED"), kejadian)


def _keadaan(nilai: dict[str, Any]) -> Iterator[KabarKeadaan]:
    for s in _daftar(nilai, "statuses"):
        keadaan, milik = KEADAAN.get(str(s.get("status"))), str(s.get("biz_opaque_callback_data") or "")
        if keadaan and milik.startswith(RUJUK_PENYEDIA):
            kode = next((g.get("code") for g in _daftar(s, "errors")), 0)
            yield KabarKeadaan(
                milik.removeprefix(RUJUK_PENYEDIA)[:60],
                str(s.get("id", ""))[:200],
                keadaan,
                kode if isinstance(kode, int) else 0,
                _tarif(s.get("pricing")),
            )


def _tarif(harga: Any) -> str:
    """What the provider says that it bills: its own class may differ from ours, and inside somebody's open day it bills nothing."""
    if not isinstance(harga, dict):
        return ""
    if harga.get("billable") is False or str(harga.get("type", "")).startswith("free"):
        return GRATIS
    golongan = str(harga.get("category", "")).partition("_")[0].partition("-")[0].lower()
    return golongan if golongan in ("utility", "authentication", "marketing", GRATIS) else ""


def _pesan(nilai: dict[str, Any]) -> Iterator[PesanMasuk]:
    for p in _daftar(nilai, "messages"):
        dari, id_ = str(p.get("from") or ""), str(p.get("id") or "")
        if not dari.isdecimal() or not id_:
            continue
        teks = p.get("text", {}).get("body") if p.get("type") == "text" and isinstance(p.get("text"), dict) else None
        tombol = p.get("button", {}).get("text") if isinstance(p.get("button"), dict) else None
        kata = teks if isinstance(teks, str) else tombol if isinstance(tombol, str) else None
        yield PesanMasuk(id_[:200], f"+{dari[:20]}", kata[:1000] if kata is not None else None)


def _daftar(dari: Any, nama: str) -> list[dict[str, Any]]:
    isi = dari.get(nama) if isinstance(dari, dict) else None
    return [i for i in isi if isinstance(i, dict)] if isinstance(isi, list) else []
