"""What the gate says itself: how a phone is told to trust this computer, and short answers when it can pass nothing on."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

Jawab = tuple[int, list[tuple[bytes, bytes]], bytes]

JALUR, UNDUH = b"/sertifikat", b"/sertifikat/sikap.crt"
HTML = Path(__file__).with_name("sertifikat.html")
TEKS = [(b"content-type", b"text/plain; charset=utf-8"), (b"cache-control", b"no-store")]

TIADA: Jawab = 404, TEKS, b"Tidak ada."
TERLALU_BESAR: Jawab = 413, TEKS, b"Kiriman ini terlalu besar."
TERGANGGU: Jawab = 502, TEKS, b"SIKAP sedang terganggu. Tidak ada yang hilang. Coba lagi sebentar lagi."


def cari(jalur: bytes, ca: Path) -> Jawab | None:
    """The page about the certificate, or the CA's certificate itself; None for everything else."""
    if jalur.rstrip(b"/") == JALUR:
        return _halaman()
    if jalur == UNDUH:
        return 200, [(b"content-type", b"application/x-x509-ca-cert"), (b"cache-control", b"no-store")], ca.read_bytes()
    return None


def pindah(situs: str, sasaran: str) -> Jawab:
    """To the one address that cookies, storage and certificate exceptions belong to."""
    return 307, [*TEKS, (b"location", f"{situs}{sasaran}".encode("latin-1"))], b"Pindah."


def _halaman() -> Jawab:
    isi = HTML.read_bytes()
    gaya = isi.partition(b"<style>")[2].partition(b"</style>")[0]
    sidik = base64.b64encode(hashlib.sha256(gaya).digest()).decode()
    aman = (
        f"default-src 'none'; style-src 'sha256-{sidik}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    kepala = [(b"content-security-policy", aman.encode()), (b"x-content-type-options", b"nosniff")]
    return 200, [(b"content-type", b"text/html; charset=utf-8"), (b"cache-control", b"no-store"), *kepala], isi
