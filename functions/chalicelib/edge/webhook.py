"""Counters for providers, not for people: WhatsApp's webhook. And the public question whether a message is ours."""

from __future__ import annotations

from collections.abc import Mapping

from chalice import Blueprint
from chalice.app import Response

from chalicelib.actions import surat_masuk, tanda
from chalicelib.edge.jawab import badan
from chalicelib.edge.rute import Loket, Pintu, rute
from schemas.tanda import IsianTanda, KeadaanTanda

bp = Blueprint(__name__)


@rute(bp, "GET", "/webhook/whatsapp", Pintu.UMUM)
def jabat_tangan(loket: Loket) -> Response:
    """Jabat tangan webhook WhatsApp."""
    kueri: Mapping[str, str] = loket.permintaan.query_params or {}
    isi = surat_masuk.jabat_tangan(
        loket.kantor, kueri.get("hub.mode", ""), kueri.get("hub.verify_token", ""), kueri.get("hub.challenge", "")
    )
    return Response(isi, {"Content-Type": "text/plain; charset=utf-8"})


@rute(bp, "POST", "/webhook/whatsapp", Pintu.UMUM, status=204)
def surat(loket: Loket) -> None:
    """Kabar dari WhatsApp."""
    tanda_tangan = loket.permintaan.headers.get("x-hub-signature-256", "")
    surat_masuk.terima(loket.kantor, tanda_tangan, badan(loket.permintaan))


@rute(bp, "POST", "/publik/pesan", Pintu.UMUM, masuk=IsianTanda, keluar=KeadaanTanda)
def periksa_pesan(loket: Loket) -> KeadaanTanda:
    """Apakah pesan dengan kode ini dikirim SIKAP."""
    return tanda.periksa(loket.kantor, loket.isian.tanda)
