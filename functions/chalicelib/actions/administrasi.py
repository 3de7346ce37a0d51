"""What the administrator does at the machine itself: the same acts as in the site, by NIP, recorded as the system's."""

from __future__ import annotations

from collections.abc import Sequence

from chalicelib.actions import Kantor, kantor_akun
from chalicelib.actions.pelaku import sistem
from chalicelib.galat import TakSah
from chalicelib.records import pegawai as rak_pegawai
from schemas.akun import IsianAkun, PandanganAkun
from schemas.peran import Peran


def akun(kantor: Kantor, nip: str) -> PandanganAkun:
    """The account of this NIP, activated or not. Raises TakSah `nip-belum-ada`."""
    return kantor_akun.lihat_akun(kantor, sistem(), _id(kantor, nip))


def beri_peran(kantor: Kantor, nip: str, peran: Sequence[Peran], lingkup: str | None = None) -> PandanganAkun:
    """Exactly these roles (everybody stays a PNS); `lingkup` is the unit that a pengelola serves."""
    isian = IsianAkun(versi=akun(kantor, nip).versi, peran=frozenset(peran), lingkup=lingkup)
    return kantor_akun.ubah(kantor, sistem(), _id(kantor, nip), isian)


def kunci(kantor: Kantor, nip: str, *, terkunci: bool) -> PandanganAkun:
    """Lock or open an account; locking ends its sessions."""
    isian = IsianAkun(versi=akun(kantor, nip).versi, terkunci=terkunci)
    return kantor_akun.ubah(kantor, sistem(), _id(kantor, nip), isian)


def lepas_kode(kantor: Kantor, nip: str) -> PandanganAkun:
    """Take off the second factor of somebody who lost his phone."""
    kantor_akun.lepas_totp(kantor, sistem(), _id(kantor, nip))
    return akun(kantor, nip)


def slip(kantor: Kantor, nip: str) -> bytes:
    """A printable slip (PDF) with a one-time code: activation, or a new password."""
    return kantor_akun.tulis_slip(kantor, sistem(), _id(kantor, nip))


def _id(kantor: Kantor, nip: str) -> str:
    orang = rak_pegawai.menurut_nip(kantor.store, nip)
    if orang is None:
        raise TakSah(
            "NIP ini belum ada di daftar pegawai.",
            kode="nip-belum-ada",
            petunjuk="Periksa angkanya, atau masukkan daftarnya dahulu: infra/sikap impor FILE",
        )
    return orang.id
