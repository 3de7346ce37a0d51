"""The functions that AWS calls by itself: a nudge in the queue, a page to be drawn, each minute. Elsewhere the worker does their jobs.

A message is only a wake-up: what is owed stands in the store, so a lost or doubled one does no harm. One that cannot be
worked fails alone and ends, after some tries, in the dead-letter queue with its alarm.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from chalice import Blueprint, Rate

import chalicelib.wiring as wiring
from chalicelib.edge.konteks import ID_PERMINTAAN, catat
from chalicelib.edge.metrik import tulis_keadaan
from chalicelib.edge.pekerja import HARI, JAM, SEGERA, Tugas

bp = Blueprint(__name__)
KALI = 50
"""How often one call asks a job that says there is more; the next minute goes on."""


@bp.on_sqs_message(queue="sikap-antrean", batch_size=10)
def antrean(event: Any) -> dict[str, object]:
    """A commit has left something to do."""
    return _pesan(event, [t for t in _tugas() if t.tiap_detik < SEGERA and t.nama != "gambar halaman"])


@bp.on_sqs_message(queue="sikap-gambar", batch_size=1)
def gambar(event: Any) -> dict[str, object]:
    """Storage has a new document (or says hello with s3:TestEvent): draw its pages."""
    return _pesan(event, [t for t in _tugas() if t.nama == "gambar halaman"])


@bp.on_sqs_message(queue="sikap-surat-masuk", batch_size=10)
def surat_wa(event: Any) -> dict[str, object]:
    """WhatsApp's events by AWS's topic and queue: kept now, worked on by the worker. What can't be kept ends in the dead letters."""
    gagal = [r["messageId"] for r in event.to_dict()["Records"] if not _terima(r["body"])]
    return {"batchItemFailures": [{"itemIdentifier": m} for m in gagal]}


def _terima(isi: str) -> bool:
    from chalicelib.actions import surat_masuk

    ID_PERMINTAAN.set("surat WhatsApp")
    try:
        surat_masuk.terima_aws(wiring.kantor(), isi)
    except Exception as sebab:
        catat("surat-tertolak", sebab)
        return False
    return True


@bp.schedule(Rate(1, unit=Rate.MINUTES))
def tiap_menit(event: Any) -> None:
    """What the nudges missed, and what is due by the clock."""
    kini = datetime.fromisoformat(event.to_dict()["time"].replace("Z", "+00:00"))
    tulis_keadaan()
    gagal = kerjakan(t for t in _tugas() if giliran(t, kini))
    if gagal:
        raise RuntimeError(f"tugas terhenti: {', '.join(gagal)}")


def giliran(tugas: Tugas, kini: datetime) -> bool:
    """Is it this job's minute? Short ones always, those of some minutes by the clock (what is due stands in the records), hourly
    ones at minute 7, daily ones at 18.11 UTC (01.11 WIB).
    """
    if tugas.tiap_detik < JAM:
        return kini.minute % max(1, int(tugas.tiap_detik // SEGERA)) == 0
    return kini.minute == 7 if tugas.tiap_detik < HARI else (kini.hour, kini.minute) == (18, 11)


def kerjakan(tugas: Iterable[Tugas]) -> list[str]:
    """Run each job until it has no more or had its turns; the names of those that broke (logged, the others ran)."""
    gagal = []
    for satu in tugas:
        ID_PERMINTAAN.set(f"pekerja: {satu.nama}")
        try:
            next((None for _ in range(KALI) if not satu.kerja()), None)
        except Exception as sebab:
            catat("tugas-terhenti", sebab, tugas=satu.nama)
            gagal.append(satu.nama)
    return gagal


def _pesan(event: Any, tugas: list[Tugas]) -> dict[str, object]:
    pesan = [r["messageId"] for r in event.to_dict()["Records"]]
    gagal = kerjakan(tugas)
    return {"batchItemFailures": [{"itemIdentifier": m} for m in pesan] if gagal else []}


def _tugas() -> list[Tugas]:
    from chalicelib.edge.tugas import daftar  # the API imports this module too, for its routes, and does no jobs

    return daftar(wiring.kantor())
