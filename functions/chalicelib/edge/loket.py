"""Which counter answers which address. In Lambda a counter opens when somebody first comes to it, elsewhere all do at the start.

A Lambda function starts for one person: what only the other counters know was most of his wait. Where one process
serves everybody, threads share the counters, so they are whole before the first request.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Any

from chalice import Blueprint, Chalice

from schemas.dasar import DI_LAMBDA

LOKET: dict[str, tuple[str, ...]] = {
    "sesi": ("/sesi", "/saya", "/akun/kode", "/akun/aktivasi", "/akun/pemulihan"),
    "pilihan": ("/saya/pilihan", "/saya/nomor"),
    "usulan": ("/usulan", "/usulan-hitungan", "/antrean", "/kolektif", "/alasan"),
    "arsip": ("/pencarian", "/pegawai", "/arsip", "/berkas", "/berkas-rusak", "/titipan"),
    "fakta": ("/pegawai/{id}/fakta", "/fakta"),
    "impor": ("/impor", "/impor-riwayat", "/impor-nomor"),
    "ramalan": ("/ramalan", "/ramalan-hitungan", "/celah", "/nip-meleset", "/laporan"),
    "berkas_bkn": ("/paket", "/nama-berkas"),
    "dinas": ("/periode", "/unit", "/akun", "/verifikator", "/kabar", "/kanal", "/nomor-mati", "/audit", "/cadangan"),
    "jadwal": ("/jadwal", "/libur"),
    "retensi": ("/retensi",),
    "umum": ("/publik", "/sehat"),
    "buku": ("/publik/sop", "/openapi.json"),
    "cek": ("/publik/kelayakan",),
    "webhook": ("/webhook", "/publik/pesan"),
}  # fmt: skip
"""Counter (the module of this name beside this one) -> the headings of its addresses. The longest heading wins."""
_JUDUL = {judul: nama for nama, semua in LOKET.items() for judul in semua}


def penjawab(jalur: str) -> list[str]:
    """The counter of a route as declared ("/usulan/{id}/berkas/{slot}"), alone in a list; an empty one where nobody answers."""
    bagian = jalur.split("/")
    judul = ("/".join(bagian[:n]) for n in range(len(bagian), 1, -1))
    return [_JUDUL[j] for j in judul if j in _JUDUL][:1]


def blueprint(nama: str) -> Blueprint:
    """What a counter offers; its module is loaded now if it was not."""
    loket: Blueprint = import_module(f"chalicelib.edge.{nama}").bp
    return loket


class LazyChalice(Chalice):
    """Chalice whose counters open one by one."""

    def __init__(self, nama: str) -> None:
        super().__init__(nama, configure_logs=False)
        self._terbuka: set[str] = set()
        if not DI_LAMBDA:
            self.buka(LOKET)

    def buka(self, loket: Iterable[str]) -> None:
        """Register the routes of these counters; one that is open stays as it is."""
        for nama in loket:
            if nama not in self._terbuka:
                self.register_blueprint(blueprint(nama))
                self._terbuka.add(nama)

    def __call__(self, event: Any, context: Any) -> Any:
        """Answer one request that API Gateway hands over; it knows all addresses from the packed template."""
        self.buka(penjawab(event.get("requestContext", {}).get("resourcePath") or ""))
        return super().__call__(event, context)
