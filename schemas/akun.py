"""Akun: how a person proves who he is, and what he sends to do so."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from schemas.dasar import Id, Isian, Model, Teks, Versi, Waktu
from schemas.nip import Nip
from schemas.peran import Peran

Sandi = Annotated[
    str,
    Field(
        title="Kata sandi",
        description="Paling sedikit 10 huruf atau angka; kalimat pendek yang mudah Anda ingat paling baik",
        min_length=1,
        max_length=200,
        json_schema_extra={"pesan": {"kosong": "Masukkan kata sandi."}},
    ),
]
SANDI_PALING_SEDIKIT = 10
Kode = Annotated[
    str,
    Field(
        title="Kode",
        description="6 angka",
        pattern=r"^[0-9A-Za-z \-]{6,20}$",
        json_schema_extra={"pesan": {"kosong": "Masukkan kode.", "bentuk": "Kode terdiri dari 6 angka."}},
    ),
]


class Tujuan(StrEnum):
    """What a one-time code is for."""

    AKTIVASI = "aktivasi"
    PEMULIHAN = "pemulihan"
    TELEPON = "telepon"
    NOMOR = "nomor"
    """The number on record is in his hands."""


class Akun(Model):
    """The credentials of one pegawai (same id). Without an item the person has not been activated yet."""

    id: Id
    peran: frozenset[Peran] = frozenset({Peran.PNS})
    lingkup: Id | None = None
    """The unit a pengelola serves (with all below it)."""
    sandi: str = ""
    """argon2id hash; "" not activated yet."""
    totp: str = ""
    """Secret of the second factor, base32; "" none."""
    totp_calon: str = ""
    """A second factor being set up; counts only after its first code."""
    totp_langkah: int = 0
    """Last accepted step: a code counts once."""
    pemulihan: tuple[str, ...] = ()
    """SHA-256 of recovery codes not used yet."""
    terkunci: bool = False
    """Locked by an administrator."""
    dibuat_pada: Waktu
    versi: Versi = 0

    def tanpa_kode(self) -> Akun:
        """The same account without a second factor, as if there had never been one."""
        return self.model_copy(update={"totp": "", "totp_calon": "", "totp_langkah": 0, "pemulihan": ()})


class Sesi(Model):
    """One signed-in browser. The token itself is never kept, only its SHA-256 (the key)."""

    id: Id
    akun: Id
    dibuat_pada: Waktu
    dilihat_pada: Waktu
    habis_pada: Waktu
    perangkat: Teks = ""
    """ "Chrome di Android": enough to recognise, not to track."""
    lulus_kode: bool = False
    """The second factor was given (or is not needed)."""
    versi: Versi = 0


class KodeSekali(Model):
    """A one-time code: only its hash is kept; it dies after five wrong tries."""

    akun: Id
    tujuan: Tujuan
    hash: str
    habis_pada: Waktu
    sisa: int = 5
    isi: str = ""
    """What the code confirms, e.g. the new phone number."""
    versi: Versi = 0


class IsianMasuk(Isian):
    """POST /api/sesi."""

    nip: Nip
    sandi: Sandi


class IsianKode(Isian):
    """POST /api/sesi/kode: TOTP or a recovery code."""

    kode: Kode


class IsianMintaKode(Isian):
    """Ask for a one-time code to the registered phone. The answer never tells whether the NIP is known."""

    nip: Nip
    tujuan: Literal["aktivasi", "pemulihan"]


class IsianPakaiKode(Isian):
    """Activate or reset with the code (sent, or on a slip) and a new password."""

    nip: Nip
    kode: Kode
    sandi: Sandi


class IsianGantiSandi(Isian):
    """POST /api/saya/sandi."""

    sandi_lama: Sandi
    sandi: Sandi


class IsianTelepon(Isian):
    """Ask to change the phone number: a code goes to the old one."""

    telepon: Annotated[str, Field(min_length=8, max_length=25, title="Nomor telepon")]


class IsianSandiSaja(Isian):
    """Confirm with the password (switch off the second factor, new recovery codes)."""

    sandi: Sandi


class IsianAkun(Isian):
    """PATCH of an account by the administrator."""

    versi: Versi
    peran: frozenset[Peran] | None = None
    lingkup: Id | None = None
    terkunci: bool | None = None


class JawabMasuk(Model):
    """What comes next: beranda (in), kode (second factor), pasang-kode (must be set up first)."""

    lanjut: Literal["beranda", "kode", "pasang-kode"]


class PandanganSesi(Model):
    """One of my sessions."""

    id: Id
    perangkat: str
    dibuat_pada: Waktu
    dilihat_pada: Waktu
    ini: bool


class PasangTotp(Model):
    """Set up the second factor: the secret, its otpauth address and a QR code as the path of an SVG."""

    rahasia: str
    alamat: str
    qr: str
    sisi: int
    """Width and height of the QR code in its own units, white border included."""


class KodePemulihan(Model):
    """Shown once."""

    kode: list[str]


class PandanganAkun(Model):
    """An account as the administrator sees it."""

    id: Id
    nama: str
    nip: str
    opd: str = ""
    peran: list[Peran]
    lingkup: Id | None = None
    lingkup_nama: str = ""
    aktif: bool
    kode_terpasang: bool
    terkunci: bool
    kata: str
    """Roles beyond his own, and whom he serves."""
    keadaan: str
    """Activated, second factor, locked, in words."""
    versi: Versi


class Slip(Model):
    """An activation slip printed at the counter: address of the printable PDF. The code stands only on the paper."""

    url: str
    berlaku_sampai: Waktu
