"""Refusal -> HTTP, in this one place: RFC 9457 problem+json with SIKAP's own `kode`, `petunjuk` and `temuan`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from chalice.app import ChaliceViewError, Request, Response
from pydantic import BaseModel, ValidationError

from chalicelib.edge.konteks import ID_PERMINTAAN, catat
from chalicelib.galat import (
    BelumMasuk,
    Bentrok,
    Galat,
    TakSah,
    TemuanGalat,
    Terhenti,
    TerlaluBesar,
    TerlaluSering,
    TidakAda,
    TidakBoleh,
)
from schemas.dasar import Isian
from schemas.kalimat import kalimat

STATUS: dict[type[Galat], int] = {
    TakSah: 422, TidakAda: 404, Bentrok: 409, TidakBoleh: 403, BelumMasuk: 401,
    TerlaluSering: 429, TerlaluBesar: 413, Terhenti: 503,
}  # fmt: skip
STATUS_KODE = {
    "bentrok": 409, "json-rusak": 400, "permintaan-rusak": 400, "jenis-badan": 415, "metode": 405, "kepala-besar": 431,
}  # fmt: skip
"""Where the code decides: what HTTP itself could not read, and a port's own conflict."""
TUNGGU_TERHENTI = 10
JENIS = "application/problem+json"
KEPALA = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""On every answer under /api, whatever it is."""


class Rusak(Galat):
    """Our own fault (500): the person is told that nothing was lost and which number to mention."""

    kode = "kesalahan-sistem"
    judul = "Ada yang salah pada sistem"

    def __init__(self) -> None:
        super().__init__(
            "Permintaan Anda belum dapat dikerjakan karena kesalahan pada sistem kami.",
            petunjuk="Coba lagi sebentar lagi. Bila terulang, sebutkan nomor permintaan ini kepada BKPSDM.",
        )


def problem(sebab: BaseException) -> Response:
    """Any exception as the answer a person and a program can act on. What is not a refusal is logged and becomes 500."""
    galat = _galat(sebab)
    return Response(badan_problem(galat), kepala_problem(galat), status(galat))


def status(galat: Galat) -> int:
    """The HTTP status of a refusal."""
    keluarga = (STATUS[k] for k in type(galat).__mro__ if k in STATUS)
    return STATUS_KODE.get(galat.kode) or next(keluarga, 500 if isinstance(galat, Rusak) else 400)


def badan_problem(galat: Galat) -> dict[str, Any]:
    """The members of the problem document."""
    return {
        "type": f"urn:sikap:galat:{galat.kode}",
        "title": galat.judul,
        "status": status(galat),
        "detail": galat.pesan,
        "kode": galat.kode,
        "petunjuk": galat.petunjuk,
        "temuan": [{"kode": t.kode, "pesan": t.pesan, "bidang": t.bidang, "dasar": t.dasar} for t in galat.temuan],
        "permintaan": ID_PERMINTAAN.get(),
    }


def kepala_problem(galat: Galat) -> dict[str, Any]:
    """Headers of the answer: the media type, and how long to wait where waiting helps."""
    kepala = {"Content-Type": JENIS}
    if isinstance(galat, TerlaluSering):
        return kepala | {"Retry-After": str(max(1, galat.tunggu_detik))}
    return kepala | ({"Retry-After": str(TUNGGU_TERHENTI)} if isinstance(galat, Terhenti) else {})


def _galat(sebab: BaseException) -> Galat:
    if isinstance(sebab, Galat):
        return sebab
    if isinstance(sebab, ValidationError) and (model := _isian_bernama(sebab.title)):
        return tak_sah(sebab, model)
    if isinstance(sebab, ChaliceViewError):
        return _dari_chalice(sebab.STATUS_CODE)
    catat("kesalahan-sistem", sebab)
    return Rusak()


def tak_sah(sebab: ValidationError, model: type[BaseModel] | None = None) -> TakSah:
    """A failed validation as a refusal that names each field in its own words."""
    temuan = [TemuanGalat(k.kode, k.pesan, k.bidang) for k in kalimat(sebab, model)][:50]
    return TakSah(
        "Ada isian yang perlu diperbaiki.", petunjuk="Perbaiki bagian yang ditandai, lalu kirim lagi.", temuan=temuan
    )


def _isian_bernama(nama: str) -> type[BaseModel] | None:
    """Only what a person sends (Isian) may be his to repair; a stored record that cannot be read is our fault."""
    return next((m for m in _turunan(Isian) if m.__name__ == nama), None)


def _turunan(kelas: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for anak in kelas.__subclasses__():
        yield anak
        yield from _turunan(anak)


def _dari_chalice(kode_status: int) -> Galat:
    """What Chalice itself refuses, in our words."""
    match kode_status:
        case 404:
            return TidakAda()
        case 405:
            return TidakBoleh("Alamat ini tidak menerima cara permintaan itu.", kode="metode")
        case 413:
            return TerlaluBesar("Kiriman ini terlalu besar.", petunjuk="Berkas diunggah lewat tiket, bukan lewat sini.")
        case 415:
            return TakSah("Isi permintaan harus JSON.", kode="jenis-badan", petunjuk="Kirim sebagai application/json.")
        case 401:
            return BelumMasuk("Anda belum masuk.", petunjuk="Masuk dahulu.")
    return json_rusak() if kode_status == 400 else Rusak()


def json_rusak() -> TakSah:
    """The body is not JSON as RFC 8259 has it."""
    return TakSah(
        "Isi permintaan tidak dapat dibaca sebagai JSON.",
        kode="json-rusak",
        petunjuk="Periksa bentuknya, lalu kirim lagi.",
    )


def _tolak_tetapan(nama: str) -> object:
    raise ValueError(nama)


def badan(permintaan: Request) -> bytes:
    """The request's bytes as they came."""
    isi = permintaan.raw_body or b""
    return isi if isinstance(isi, bytes) else isi.encode()


def baca_json(permintaan: Request) -> Any:
    """The request's JSON body. Raises TakSah `jenis-badan` (415) or `json-rusak` (400): bad JSON, NaN, bottomless nesting."""
    if permintaan.headers.get("content-type", "").split(";")[0].strip().lower() != "application/json":
        raise _dari_chalice(415)
    try:
        return json.loads(badan(permintaan), parse_constant=_tolak_tetapan)
    except (ValueError, RecursionError):
        raise json_rusak() from None


def seragam(permintaan: Request, teruskan: Callable[[Request], Response]) -> Response:
    """Middleware for every HTTP answer: the request id, the headers of all, and Chalice's own refusals as problems."""
    ID_PERMINTAAN.set(permintaan.context.get("requestId", ""))
    jawaban = teruskan(permintaan)
    if jawaban.status_code >= 400 and isinstance(jawaban.body, dict) and set(jawaban.body) == {"Code", "Message"}:
        izin = {k: v for k, v in jawaban.headers.items() if k == "Allow"}
        jawaban = problem(_dari_chalice(jawaban.status_code))
        jawaban.headers |= izin
    jawaban.headers = {**KEPALA, "X-Request-Id": ID_PERMINTAAN.get(), **jawaban.headers}
    return jawaban
