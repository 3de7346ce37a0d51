"""Masuk: sign in by NIP and password, the second factor, and who stands behind a session."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from datetime import timedelta

from chalicelib.actions import Kantor, sandi
from chalicelib.galat import BelumMasuk, TakSah, TerlaluSering
from chalicelib.records import akun as rak
from chalicelib.records import pegawai as rak_pegawai
from chalicelib.records.rak import ditulis
from chalicelib.store import Check, Conflict, Delete, Operasi
from schemas.akun import Akun, IsianMasuk, JawabMasuk, Sesi
from schemas.pegawai import Pegawai
from schemas.peran import WAJIB_KODE, Pelaku

BEBAS_COBA = 5
"""Wrong tries before the first pause; then 1, 2, 4 … 60 minutes."""
CATAT_DIAM = timedelta(minutes=5)
LANGKAH_TOTP = 30
SESI_PALING_BANYAK = 20
"""Sessions of one account; the next one ends the oldest, so that "sign out everywhere" always reaches all of them."""


@dataclass(frozen=True)
class Hadir:
    """Who is here: session, account, person; `pelaku` is who he acts as."""

    sesi: Sesi
    akun: Akun
    pegawai: Pegawai
    pelaku: Pelaku

    @property
    def lanjut(self) -> str:
        """What is still owed before the doors open: beranda (nothing), kode, pasang-kode."""
        if self.sesi.lulus_kode:
            return "beranda"
        return "kode" if self.akun.totp else "pasang-kode"


def masuk(kantor: Kantor, isian: IsianMasuk, perangkat: str) -> tuple[str, JawabMasuk]:
    """(token for the cookie, what comes next). Raises TakSah (one of the two is wrong, never which), TerlaluSering."""
    kunci = sandi.sidik(kantor.setelan.rahasia, "masuk", isian.nip)
    hitung_percobaan(kantor, kunci)
    orang = rak_pegawai.menurut_nip(kantor.store, isian.nip)
    akun = rak.ambil(kantor.store, orang.id) if orang else None
    if not sandi.cocok(akun.sandi if akun else "", isian.sandi) or akun is None or akun.terkunci:
        raise TakSah(
            "NIP atau kata sandi tidak cocok.",
            kode="masuk-tidak-cocok",
            petunjuk="Periksa keduanya. Belum pernah masuk? Pilih Aktivasi akun. Lupa kata sandi? Pilih Lupa kata sandi.",
        )
    lupakan_percobaan(kantor, kunci)
    # A password that is changed at this very moment must not leave a session of the old one behind.
    return buka_sesi(kantor, akun, perangkat, Check(*rak.RAK.kunci(akun), akun.versi))


def buka_sesi(kantor: Kantor, akun: Akun, perangkat: str, *operasi: Operasi) -> tuple[str, JawabMasuk]:
    """A fresh session (with other writes that belong to the same moment)."""
    token = _token_baru(kantor)
    saat = kantor.jam()
    perlu = bool(akun.totp) or not akun.peran.isdisjoint(WAJIB_KODE)
    sesi = Sesi(
        id=_sidik_token(token),
        akun=akun.id,
        dibuat_pada=saat,
        dilihat_pada=saat,
        habis_pada=saat + timedelta(hours=kantor.setelan.sesi_jam),
        perangkat=perangkat,
        lulus_kode=not perlu,
    )
    sudah = {(o.pk, o.sk) for o in operasi}
    lama = [rak.RAK_SESI.kunci(s) for s in rak.sesi_akun(kantor.store, akun.id)][: 1 - SESI_PALING_BANYAK]
    tutup = [Delete(*k) for k in lama if k not in sudah][:60]
    kantor.store.write(rak.RAK_SESI.taruh(sesi), *operasi, *tutup)
    return token, JawabMasuk(lanjut="beranda" if not perlu else "kode" if akun.totp else "pasang-kode")


def lulus(kantor: Kantor, sesi: Sesi) -> tuple[str, list[Operasi]]:
    """The second factor was given: the same session under a new token, so that one known before is worth nothing."""
    token = _token_baru(kantor)
    baru = sesi.model_copy(update={"id": _sidik_token(token), "lulus_kode": True, "versi": 0})
    return token, [rak.RAK_SESI.buang(sesi), rak.RAK_SESI.taruh(baru)]


def _token_baru(kantor: Kantor) -> str:
    return base64.urlsafe_b64encode(kantor.rahasia(32)).decode().rstrip("=")


def _sidik_token(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()[:40]


def hadir(kantor: Kantor, token: str) -> Hadir:
    """Who this cookie is. Raises BelumMasuk when it is unknown, over, idle too long, or its account is closed."""
    sesi = rak.RAK_SESI.ambil(kantor.store, f"SESI#{_sidik_token(token)}") if token else None
    saat = kantor.jam()
    diam = timedelta(minutes=kantor.setelan.sesi_diam_menit)
    if sesi is None or sesi.habis_pada <= saat or sesi.dilihat_pada + diam <= saat:
        raise BelumMasuk(
            "Anda belum masuk, atau sesi Anda sudah berakhir.", petunjuk="Masuk kembali; isian Anda tidak hilang."
        )
    akun = rak.ambil(kantor.store, sesi.akun)
    orang = rak_pegawai.RAK.ambil(kantor.store, f"PEGAWAI#{sesi.akun}")
    if akun is None or orang is None or akun.terkunci:
        raise BelumMasuk("Akun ini sedang ditutup.", petunjuk="Hubungi BKPSDM.")
    if saat - sesi.dilihat_pada > CATAT_DIAM:
        sesi = _tandai_dilihat(kantor, sesi)
    pelaku = Pelaku(id=orang.id, nama=orang.nama_lengkap, peran=akun.peran, lingkup=akun.lingkup)
    return Hadir(sesi, akun, orang, pelaku)


def _tandai_dilihat(kantor: Kantor, sesi: Sesi) -> Sesi:
    baru = sesi.model_copy(update={"dilihat_pada": kantor.jam()})
    try:
        return ditulis(baru, kantor.store.write(rak.RAK_SESI.taruh(baru))[0])
    except Conflict:
        return sesi  # another request of the same browser has just noted it


def beri_kode(kantor: Kantor, ada: Hadir, kode: str) -> tuple[str, JawabMasuk]:
    """The second factor: a code from the app, or one of the recovery codes. The session's new token, and what comes next.

    Raises TakSah, TerlaluSering.
    """
    kunci = sandi.sidik(kantor.setelan.rahasia, "kode", ada.akun.id)
    hitung_percobaan(kantor, kunci)
    akun = terima_totp(kantor, ada.akun, kode) or _terima_pemulihan(ada.akun, kode)
    if akun is None:
        raise kode_salah()
    lupakan_percobaan(kantor, kunci)
    token, sesi = lulus(kantor, ada.sesi)
    kantor.store.write(rak.RAK.taruh(akun), *sesi)
    return token, JawabMasuk(lanjut="beranda")


def kode_salah() -> TakSah:
    """The one sentence for every wrong code."""
    return TakSah(
        "Kode itu tidak cocok atau sudah lewat waktunya.",
        kode="kode-tidak-cocok",
        petunjuk="Masukkan kode yang paling baru.",
    )


def terima_totp(kantor: Kantor, akun: Akun, kode: str) -> Akun | None:
    """The account with the code's step noted, None when it does not fit. A code counts once (RFC 6238 5.2)."""
    rahasia = akun.totp or akun.totp_calon
    angka = kode.replace(" ", "")
    if not rahasia or not angka.isascii() or not angka.isdigit():
        return None
    import pyotp

    kini = int(kantor.jam().timestamp()) // LANGKAH_TOTP
    totp = pyotp.TOTP(rahasia)
    for langkah in (kini - 1, kini, kini + 1):
        if langkah > akun.totp_langkah and sandi.sama(totp.at(langkah * LANGKAH_TOTP), angka):
            return akun.model_copy(update={"totp_langkah": langkah})
    return None


def _terima_pemulihan(akun: Akun, kode: str) -> Akun | None:
    sidik = sidik_pemulihan(kode)
    if sidik not in akun.pemulihan:
        return None
    return akun.model_copy(update={"pemulihan": tuple(s for s in akun.pemulihan if s != sidik)})


def sidik_pemulihan(kode: str) -> str:
    """How a recovery code is kept."""
    return hashlib.sha256(kode.replace(" ", "").replace("-", "").upper().encode()).hexdigest()


def hitung_percobaan(kantor: Kantor, kunci: str) -> None:
    """Count a try before it is judged, so that many at once gain nothing. Raises TerlaluSering while it is shut."""
    saat = kantor.jam()
    ada = rak.RAK_PERCOBAAN.ambil(kantor.store, f"MASUK#{kunci}") or rak.Percobaan(kunci=kunci)
    if ada.tutup_sampai and saat < ada.tutup_sampai:
        raise terlalu_sering(int((ada.tutup_sampai - saat).total_seconds()) + 1)
    kali = ada.kali + 1
    jeda = timedelta(minutes=min(60, 2 ** (kali - BEBAS_COBA))) if kali >= BEBAS_COBA else None
    baru = ada.model_copy(
        update={"kali": kali, "tutup_sampai": saat + jeda if jeda else None, "habis": int(saat.timestamp()) + 86_400}
    )
    try:
        kantor.store.write(rak.RAK_PERCOBAAN.taruh(baru))
    except Conflict:
        raise terlalu_sering(2) from None


def terlalu_sering(detik: int, sebab: str = "Sudah beberapa kali tidak cocok.") -> TerlaluSering:
    """Wait this long."""
    lama = f"{detik} detik" if detik < 90 else f"{-(-detik // 60)} menit"
    return TerlaluSering(f"{sebab} Tunggu {lama}, lalu coba lagi.", tunggu_detik=detik, kode="terlalu-sering")


def lupakan_percobaan(kantor: Kantor, kunci: str) -> None:
    """It was right: the count starts anew."""
    kantor.store.write(Delete(f"MASUK#{kunci}", "-"))


def keluar(kantor: Kantor, ada: Hadir) -> None:
    """End this session."""
    kantor.store.write(Delete(*rak.RAK_SESI.kunci(ada.sesi)))
