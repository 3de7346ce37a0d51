"""Sealed with age (X25519, ChaCha20-Poly1305), through pyrage: Rust's age, bound by the format's own community.

The server knows only the public half, so whoever takes the server cannot read its backups; a sealed thing that was cut
short or changed by one bit does not open. Gpg would need a keyring, an agent and trust settings for the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from chalicelib.galat import TakSah

AWAL_RAHASIA = "AGE-SECRET-KEY-"


def kunci_baru() -> tuple[str, str]:
    """A new pair: (secret, public)."""
    from pyrage import x25519

    baru = x25519.Identity.generate()
    return str(baru), str(baru.to_public())


def segel(isi: bytes, penerima: Sequence[str]) -> bytes:
    """Only the holders of the secret halves of `penerima` can read it. TakSah `penerima-cadangan` for a wrong one."""
    import pyrage

    try:
        kepada = [pyrage.x25519.Recipient.from_str(p) for p in penerima]
    except pyrage.RecipientError:
        raise _penerima() from None
    if not kepada:
        raise _penerima()
    return bytes(pyrage.encrypt(isi, kepada))


def buka(isi: bytes, kunci: str) -> bytes:
    """What was sealed. TakSah `kunci-cadangan` when this key does not open it or it is not whole."""
    import pyrage

    try:
        return bytes(pyrage.decrypt(isi, identitas(kunci)))
    except pyrage.DecryptError:
        raise TakSah(
            "Cadangan tidak dapat dibuka: kuncinya lain, atau isinya terpotong atau diubah.",
            kode="kunci-cadangan",
            petunjuk="Pakai berkas kunci yang dibuat bersama cadangan ini, atau pilih cadangan lain.",
        ) from None


def identitas(kunci: str) -> list[object]:
    """The keys in the text of a key file. TakSah `kunci-cadangan` when it holds none."""
    import pyrage

    baris = [b.strip() for b in kunci.splitlines() if b.strip().startswith(AWAL_RAHASIA)]
    try:
        isi: list[object] = [pyrage.x25519.Identity.from_str(b) for b in baris]
    except pyrage.IdentityError:
        isi = []
    if not isi:
        raise TakSah(
            f"Berkas kunci tidak berisi baris {AWAL_RAHASIA}…",
            kode="kunci-cadangan",
            petunjuk="Pakai berkas yang dibuat oleh: infra/sikap backup --buat-kunci BERKAS",
        )
    return isi


def _penerima() -> TakSah:
    return TakSah(
        "Kunci umum untuk cadangan belum diisi atau salah bentuk.",
        kode="penerima-cadangan",
        petunjuk="Buat dengan: infra/sikap backup --buat-kunci BERKAS, lalu isi SIKAP_CADANGAN_PENERIMA dengan age1…",
    )
