"""A person's browser: pages of a phone or a desk that remember every complaint, and the way in at the front door."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from playwright.sync_api import Browser, Page, expect

LEBAR = {"ponsel": (360, 740), "meja": (1280, 800)}


def halaman_baru(peramban: Browser, alamat: str, lebar: str, siapa: str, keluhan: list[str]) -> Page:
    """A page in a context of its own; what its own rules stop, what its script throws and what the server fails at is noted."""
    x, y = LEBAR[lebar]
    konteks = peramban.new_context(
        base_url=alamat, viewport={"width": x, "height": y}, locale="id-ID", accept_downloads=True
    )
    konteks.set_default_timeout(10_000)
    halaman = konteks.new_page()
    halaman.on("pageerror", lambda galat: keluhan.append(f"{siapa} {halaman.url}: {galat}"))
    halaman.on("console", lambda kata: _curiga(kata.text) and keluhan.append(f"{siapa}: {kata.text}"))
    halaman.on("response", lambda j: j.status >= 500 and keluhan.append(f"{siapa}: {j.status} {j.url}"))
    return halaman


def _curiga(kata: str) -> bool:
    return "Content Security Policy" in kata or "TrustedHTML" in kata or "TrustedScript" in kata


def masuk(halaman: Page, nip: str, sandi: str, nama: str, kode: Callable[[], str] | None = None) -> None:
    """Sign in; `kode` gives the second factor where it is owed, when it is asked for."""
    halaman.goto("/masuk/")
    halaman.get_by_label("NIP").fill(nip)
    halaman.get_by_label("Kata sandi", exact=True).fill(sandi)
    halaman.get_by_role("button", name="Masuk").click()
    if kode:
        bidang = halaman.get_by_label("Kode")
        expect(bidang).to_be_visible(timeout=30_000)
        bidang.fill(kode())
        halaman.get_by_role("button", name="Lanjut").click()
    expect(halaman.get_by_role("heading", level=1)).to_contain_text(nama, timeout=30_000)


def spki(pem: bytes) -> str:
    """The fingerprint of a certificate's key, as Chromium's command line wants it for the one it shall trust."""
    kunci = x509.load_pem_x509_certificate(pem).public_key()
    isi = kunci.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return base64.b64encode(hashlib.sha256(isi).digest()).decode()
