"""Rute: a counter in one line: method, address, what is sent, what is answered, who may come.

`RUTE` is the list of all of them: the OpenAPI page and the role matrix test read it. A handler gets a `Loket` and the
parts of the address, and answers a model, a list, or nothing.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any
from urllib.parse import urlsplit

from chalice import Blueprint
from chalice.app import Request, Response
from pydantic import BaseModel, TypeAdapter, ValidationError

import chalicelib.wiring as wiring
from chalicelib.actions import Kantor, laju
from chalicelib.actions.masuk import Hadir, hadir
from chalicelib.actions.sekali import Jawab, sekali
from chalicelib.edge.jawab import baca_json, badan, problem, tak_sah
from chalicelib.edge.peminta import alamat
from chalicelib.galat import BelumMasuk, TakSah, TerlaluBesar, TidakAda, TidakBoleh
from schemas.peran import Pelaku, Peran

_AMAN = frozenset({"GET", "HEAD"})
_KUNCI = re.compile(r"[0-9A-Za-z_-]{8,80}")


class Pintu(Enum):
    """Who may come to a counter, before the action looks closer."""

    UMUM = "siapa saja"
    SETENGAH = "sesudah kata sandi"
    MASUK = "sesudah masuk penuh"


Untuk = Pintu | frozenset[Peran]


@dataclass(frozen=True)
class Loket:
    """The counter at work: the office, who is here (None: nobody), and what was sent."""

    kantor: Kantor
    hadir: Hadir | None
    isian: Any
    kueri: Any
    permintaan: Request

    @property
    def pelaku(self) -> Pelaku:
        """Who is asking. Raises BelumMasuk where nobody is."""
        return self.ada.pelaku

    @property
    def ada(self) -> Hadir:
        """Who is here. Raises BelumMasuk."""
        if self.hadir is None:
            raise BelumMasuk("Anda belum masuk.", petunjuk="Masuk dahulu.")
        return self.hadir


@dataclass(frozen=True)
class Rute:
    """One row of the list. `simpan` False: the answer is not kept for repeats: it carries a secret, or asking again does no harm.

    `batas`: most bytes of a body, looked at before it is read (0: what the server takes). `laju`: counted per address.
    """

    cara: str
    jalur: str
    fungsi: Callable[..., Any]
    untuk: Untuk
    masuk: type[BaseModel] | None = None
    kueri: type[BaseModel] | None = None
    keluar: Any = None
    status: int = 200
    simpan: bool = True
    batas: int = 0
    laju: bool = False

    @property
    def judul(self) -> str:
        """The first line of the handler's docstring."""
        return (self.fungsi.__doc__ or "").strip().splitlines()[0]


RUTE: list[Rute] = []


def rute(
    bp: Blueprint, cara: str, jalur: str, untuk: Untuk, **lain: Any
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Open a counter on a blueprint; `lain` are the other fields of Rute."""

    def pasang(fungsi: Callable[..., Any]) -> Callable[..., Any]:
        r = Rute(cara, jalur, fungsi, untuk, **lain)
        RUTE.append(r)

        def loket(**bagian: str) -> Response:
            try:
                return _layani(r, bp.current_request, bagian)
            except Exception as sebab:
                return problem(sebab)

        loket.__name__ = fungsi.__name__
        bp.route(jalur, methods=[cara], name=f"{cara} {jalur}", content_types=["application/json"])(loket)
        return fungsi

    return pasang


def _layani(r: Rute, permintaan: Request, bagian: dict[str, str]) -> Response:
    kantor = wiring.kantor()
    _dari_situs(r, permintaan, kantor)
    if r.laju:
        laju.hitung(kantor, alamat(permintaan, kantor.setelan.proksi_tepercaya))
    siapa = _hadir(r, kantor, permintaan)
    _bagian_sah(bagian)
    kueri = _kueri(r, permintaan)
    isian = _isian(r, permintaan)

    def kerja(k: Kantor) -> Any:
        return r.fungsi(Loket(k, siapa, isian, kueri, permintaan), **bagian)

    def jawab(k: Kantor) -> Jawab:
        return Jawab(r.status, _polos(kerja(k)))

    kunci = permintaan.headers.get("idempotency-key", "")
    if r.cara in _AMAN or not kunci or siapa is None or not r.simpan:
        hasil = kerja(kantor)
        return hasil if isinstance(hasil, Response) else _kirim(Jawab(r.status, _polos(hasil)))
    if not _KUNCI.fullmatch(kunci):
        raise TakSah(
            "Kunci permintaan tidak berbentuk seperti seharusnya.",
            kode="kunci-bentuk",
            petunjuk="Muat ulang halaman, lalu ulangi.",
        )
    return _kirim(sekali(kantor, siapa.akun.id, kunci, _sidik(r, permintaan, bagian), jawab))


def _kirim(hasil: Jawab) -> Response:
    return (
        Response(hasil.isi, {"Content-Type": "application/json"}, hasil.status)
        if hasil.isi is not None
        else Response("", {}, 204)
    )


def _polos(hasil: Any) -> Any:
    if isinstance(hasil, BaseModel):
        return hasil.model_dump(mode="json")
    return None if hasil is None else TypeAdapter(Any).dump_python(hasil, mode="json")


def _dari_situs(r: Rute, permintaan: Request, kantor: Kantor) -> None:
    """Against forged requests of other sites: a header they cannot set, and the origin where the browser tells it."""
    if r.cara in _AMAN or r.jalur.startswith("/webhook/"):
        return
    asal = permintaan.headers.get("origin", "")
    sini = {urlsplit(kantor.setelan.alamat_situs).netloc, permintaan.headers.get("host", "")}
    if "x-sikap" not in permintaan.headers or (asal and asal.partition("://")[2] not in sini - {""}):
        raise TidakBoleh(
            "Permintaan ini tidak datang dari halaman SIKAP.",
            kode="asal-asing",
            petunjuk="Buka SIKAP, lalu ulangi dari sana.",
        )


def token(kantor: Kantor, permintaan: Request) -> str:
    """The session's token from the cookie; "" when there is none.

    Over https only the __Host- name counts: a neighbour under the same domain can plant any other.
    """
    kue: str = permintaan.headers.get("cookie", "")
    for satu in kue.split(";"):
        nama, _, isi = satu.strip().partition("=")
        if nama == _nama_cookie(kantor):
            return isi
    return ""


def _nama_cookie(kantor: Kantor) -> str:
    return "__Host-sid" if kantor.setelan.alamat_situs.startswith("https:") else "sid"


def cookie(kantor: Kantor, isi: str) -> str:
    """Set-Cookie for this token ("" ends it). Over plain http (one computer) the browser keeps it without Secure."""
    nama = _nama_cookie(kantor)
    aman = nama.startswith("__Host-")
    umur = kantor.setelan.sesi_jam * 3600 if isi else 0
    return f"{nama}={isi}; Path=/; HttpOnly; SameSite=Strict; Max-Age={umur}" + ("; Secure" if aman else "")


def _hadir(r: Rute, kantor: Kantor, permintaan: Request) -> Hadir | None:
    if r.untuk is Pintu.UMUM:
        return None
    siapa = hadir(kantor, token(kantor, permintaan))
    if r.untuk is Pintu.SETENGAH:
        return siapa
    if siapa.lanjut != "beranda":
        raise BelumMasuk("Masuk Anda belum selesai.", kode="perlu-kode", petunjuk="Masukkan kode kedua Anda.")
    if isinstance(r.untuk, frozenset) and not siapa.pelaku.adalah(*r.untuk):
        raise TidakAda()
    return siapa


_BAGIAN = re.compile(r"[0-9A-Za-z_-]{1,60}")


def _bagian_sah(bagian: dict[str, str]) -> None:
    """A part of an address that cannot be an id names nothing."""
    if not all(_BAGIAN.fullmatch(isi) for isi in bagian.values()):
        raise TidakAda()


def _kueri(r: Rute, permintaan: Request) -> Any:
    dikirim = dict(permintaan.query_params or {})
    if r.kueri is None:
        return None
    try:
        return r.kueri.model_validate(dikirim)
    except ValidationError as salah:
        raise tak_sah(salah, r.kueri) from None


def _isian(r: Rute, permintaan: Request) -> Any:
    if r.masuk is None:
        return None
    if r.batas and len(badan(permintaan)) > r.batas:
        raise TerlaluBesar(f"Kiriman ini lebih besar dari {r.batas // 1000} KB.", petunjuk="Kirim satu orang saja.")
    try:
        return r.masuk.model_validate(baca_json(permintaan))
    except ValidationError as salah:
        raise tak_sah(salah, r.masuk) from None


def _sidik(r: Rute, permintaan: Request, bagian: dict[str, str]) -> str:
    apa = f"{r.cara} {r.jalur} {sorted(bagian.items())}".encode()
    return hashlib.sha256(apa + badan(permintaan)).hexdigest()
