"""A certificate of one's own for this computer's address, signed by a CA of one's own that phones may be told to trust.

The CA can vouch for nothing but addresses of an office network (name constraints, RFC 5280 4.2.1.10): whoever installs it
on a phone risks nothing on the internet, even when its key is stolen. Both lie in one folder for its owner only.
"""

from __future__ import annotations

import contextlib
import ipaddress
import os
import socket
import sys
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePrivateKey, generate_private_key
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from infra.jaringan.alamat import SETEMPAT
from infra.tempat import tulis_utuh

UMUR_CA, SISA_CA = timedelta(days=1095), timedelta(days=90)
UMUR, SISA = timedelta(days=90), timedelta(days=30)
"""How long a certificate lasts, and with how much left it is made anew."""
MUNDUR = timedelta(days=1)
"""Phones whose clock is slow must not find it too young."""


class Milik(NamedTuple):
    """A certificate and its key."""

    sertifikat: x509.Certificate
    kunci: EllipticCurvePrivateKey


def siapkan(folder: Path, alamat: str, *, kini: datetime | None = None, tuan: str = "") -> bool:
    """Make `folder`/ca.crt (to install on phones) and `folder`/server.pem (certificate and key) good for `alamat`.

    What is there and still good is kept. True when an older CA was replaced: phones that trusted it must be told again.
    """
    kini, tuan = kini or datetime.now(UTC), (tuan or socket.gethostname()).split(".")[0].lower() or "sikap"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    ca = _baca(folder / "ca.pem")
    if (
        baru := ca is None
        or not ca.sertifikat.not_valid_before_utc <= kini <= ca.sertifikat.not_valid_after_utc - SISA_CA
    ):
        ca = _buat_ca(tuan, kini)
        _tulis(folder / "ca.pem", ca)
    assert ca
    diganti = baru and (folder / "ca.crt").is_file()
    tulis_utuh(folder / "ca.crt", ca.sertifikat.public_bytes(serialization.Encoding.PEM), 0o600)
    nama = _nama(alamat, tuan)
    if not _masih_baik(_baca(folder / "server.pem"), ca, nama, kini):
        _tulis(folder / "server.pem", _buat(ca, alamat, nama, kini))
    return diganti


def sidik(berkas: Path) -> str:
    """The SHA-256 fingerprint of a certificate as phones show it: "AB CD …"."""
    isi = x509.load_pem_x509_certificate(berkas.read_bytes()).fingerprint(hashes.SHA256())
    return isi.hex(" ").upper()


def _nama(alamat: str, tuan: str) -> list[x509.GeneralName]:
    ip = x509.IPAddress(ipaddress.ip_address(alamat))
    nama = [x509.DNSName("localhost")]
    with contextlib.suppress(ValueError):  # a computer may be called what no certificate can say
        nama.append(x509.DNSName(f"{tuan}.local"))
    return [ip, *nama]


def _masih_baik(ada: Milik | None, ca: Milik, nama: list[x509.GeneralName], kini: datetime) -> bool:
    if ada is None or ada.sertifikat.not_valid_after_utc - kini < SISA or ada.sertifikat.not_valid_before_utc > kini:
        return False
    try:
        ada.sertifikat.verify_directly_issued_by(ca.sertifikat)
    except (ValueError, InvalidSignature):
        return False
    return list(ada.sertifikat.extensions.get_extension_for_class(x509.SubjectAlternativeName).value) == nama


def _buat_ca(tuan: str, kini: datetime) -> Milik:
    kunci = generate_private_key(SECP256R1())
    nama = _sebutan(f"SIKAP percobaan di {tuan[:30]} ({os.urandom(2).hex()})")
    boleh = [*map(x509.IPAddress, SETEMPAT), x509.DNSName("localhost"), x509.DNSName("local")]
    cetak = (
        _awal(nama, nama, kunci, kini, UMUR_CA)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(x509.NameConstraints(boleh, None), critical=True)
        .add_extension(_guna(tanda_sertifikat=True), critical=True)
    )
    return Milik(cetak.sign(kunci, hashes.SHA256()), kunci)


def _buat(ca: Milik, alamat: str, nama: Iterable[x509.GeneralName], kini: datetime) -> Milik:
    kunci = generate_private_key(SECP256R1())
    pembuat = ca.sertifikat.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value
    sampai = min(UMUR, ca.sertifikat.not_valid_after_utc - kini)
    cetak = (
        _awal(_sebutan(f"SIKAP {alamat}"), ca.sertifikat.subject, kunci, kini, sampai)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName(nama), critical=False)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(_guna(tanda_sertifikat=False), critical=True)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(pembuat), critical=False)
    )
    return Milik(cetak.sign(ca.kunci, hashes.SHA256()), kunci)


def _awal(
    milik: x509.Name, pembuat: x509.Name, kunci: EllipticCurvePrivateKey, kini: datetime, umur: timedelta
) -> x509.CertificateBuilder:
    umum = kunci.public_key()
    cetak = x509.CertificateBuilder(pembuat, milik, umum, x509.random_serial_number(), kini - MUNDUR, kini + umur)
    return cetak.add_extension(x509.SubjectKeyIdentifier.from_public_key(umum), critical=False)


def _sebutan(nama: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, nama)])


def _guna(*, tanda_sertifikat: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not tanda_sertifikat,
        key_cert_sign=tanda_sertifikat,
        crl_sign=tanda_sertifikat,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _baca(berkas: Path) -> Milik | None:
    """None for what is missing, broken, or a key that does not fit: then it is made anew."""
    try:
        isi = berkas.read_bytes()
        kunci = serialization.load_pem_private_key(isi, None)
        ada = Milik(x509.load_pem_x509_certificate(isi), kunci)  # type: ignore[arg-type]
    except (OSError, ValueError, TypeError):
        return None
    return ada if ada.sertifikat.public_key() == kunci.public_key() else None


def _tulis(berkas: Path, milik: Milik) -> None:
    bentuk = serialization.PrivateFormat.PKCS8
    kunci = milik.kunci.private_bytes(serialization.Encoding.PEM, bentuk, serialization.NoEncryption())
    tulis_utuh(berkas, milik.sertifikat.public_bytes(serialization.Encoding.PEM) + kunci, 0o600)


if __name__ == "__main__":
    print(
        "diganti" if siapkan(Path(sys.argv[1]), sys.argv[2]) else "tetap", sidik(Path(sys.argv[1]) / "ca.crt"), sep="\n"
    )
