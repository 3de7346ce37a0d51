"""Sandi: passwords and codes: hashed, compared in constant time, and what a good password is."""

from __future__ import annotations

import hashlib
import hmac
import threading
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from chalicelib.galat import TakSah, TemuanGalat
from schemas.akun import SANDI_PALING_SEDIKIT

_SERENTAK = threading.BoundedSemaphore(2)
"""Each hash takes 19 MiB and a core; more than two at once only make everybody wait."""
_LAZIM = frozenset(
    [
        "1234567890",
        "12345678910",
        "0123456789",
        "password123",
        "qwertyuiop",
        "kenaikanpangkat",
        "bkpsdmngawi",
        "ngawingawi",
        "indonesia1945",
        "katasandi123",
        "sayangkamu",
        "bismillah123",
        "rahasia123",
        "abcdefghij",
        "ngawi12345",
        "pegawai123",
        "iloveyou123",
    ]
)


@cache
def _hasher() -> PasswordHasher:
    return PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)


@cache
def _umpan() -> str:
    """A hash to compare against when there is no account, so that both ways take the same time."""
    return _hasher().hash("bukan sandi siapa pun")


def acak(sandi: str) -> str:
    """argon2id hash (m=19 MiB, t=2, p=1)."""
    with _SERENTAK:
        return _hasher().hash(sandi)


def cocok(hash_: str, sandi: str) -> bool:
    """Is this the password? Takes the same time when there is no hash at all."""
    with _SERENTAK:
        try:
            return _hasher().verify(hash_ or _umpan(), sandi) and bool(hash_)
        except (VerificationError, InvalidHashError):
            return False


def periksa_baru(sandi: str, *, nip: str, nama: str) -> None:
    """Raises TakSah when a new password is too short, too common, or the person's own NIP or name."""
    kecil = "".join(sandi.casefold().split())
    if len(sandi) < SANDI_PALING_SEDIKIT:
        pesan = f"Kata sandi paling sedikit {SANDI_PALING_SEDIKIT} huruf atau angka."
    elif kecil in _LAZIM or len(set(kecil)) < 4:
        pesan = "Kata sandi itu mudah ditebak."
    elif nip in kecil or nip[:8] in kecil or (len(nama) > 4 and "".join(nama.casefold().split()) in kecil):
        pesan = "Kata sandi tidak boleh memuat NIP, tanggal lahir, atau nama Anda."
    else:
        return
    temuan = [TemuanGalat("sandi-lemah", pesan, "sandi")]
    raise TakSah(pesan, kode="sandi-lemah", petunjuk="Pakai kalimat pendek yang hanya Anda yang tahu.", temuan=temuan)


def sidik(rahasia: str, *bagian: str) -> str:
    """Keyed fingerprint (HMAC-SHA256, 40 hex) of codes, and of NIPs where the number itself may not be kept."""
    return hmac.new(rahasia.encode(), "\x1f".join(bagian).encode(), hashlib.sha256).hexdigest()[:40]


def sama(a: str, b: str) -> bool:
    """Constant-time comparison."""
    return hmac.compare_digest(a.encode(), b.encode())
