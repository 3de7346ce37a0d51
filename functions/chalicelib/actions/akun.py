"""Akun: first activation and reset by a one-time code, a changed password or phone, the second factor, one's own sessions."""

from __future__ import annotations

import base64
from contextlib import suppress

from chalicelib.actions import Kantor, kode, masuk, nomor_mati, sandi
from chalicelib.actions.audit import catatan
from chalicelib.actions.kabari import kepada_diri
from chalicelib.galat import TakSah, TerlaluSering, TidakAda, TidakBoleh
from chalicelib.records import akun as rak
from chalicelib.records import pegawai as rak_pegawai
from chalicelib.records import pilihan as rak_pilihan
from chalicelib.rules.telepon import baca_telepon
from chalicelib.store import Delete, Operasi
from schemas.akun import (
    Akun,
    IsianGantiSandi,
    IsianMintaKode,
    IsianPakaiKode,
    IsianTelepon,
    JawabMasuk,
    KodePemulihan,
    PandanganSesi,
    PasangTotp,
    Sesi,
    Tujuan,
)
from schemas.peran import WAJIB_KODE


def minta_kode(kantor: Kantor, isian: IsianMintaKode) -> None:
    """Send a one-time code to the registered phone, if there is such a person; the asker never learns whether."""
    orang = rak_pegawai.menurut_nip(kantor.store, isian.nip)
    if orang and orang.telepon:
        with suppress(TerlaluSering):
            kode.kirim(kantor, orang, Tujuan(isian.tujuan), orang.telepon)


def pakai_kode(kantor: Kantor, tujuan: Tujuan, isian: IsianPakaiKode, perangkat: str) -> tuple[str, JawabMasuk]:
    """Activate, or set a new password, with a code from the phone or the slip; signs in and ends all other sessions.

    What the person's own name makes weak is told only after his code was right: the refusal would name him. Raises
    TakSah, TerlaluSering (for a NIP, known or not).
    """
    sandi.periksa_baru(isian.sandi, nip=isian.nip, nama="")
    kunci = sandi.sidik(kantor.setelan.rahasia, "pakai-kode", isian.nip)
    masuk.hitung_percobaan(kantor, kunci)
    orang = rak_pegawai.menurut_nip(kantor.store, isian.nip)
    if orang is None:
        raise masuk.kode_salah()
    sah = kode.pakai(kantor, orang.id, tujuan, isian.kode)
    masuk.lupakan_percobaan(kantor, kunci)
    sandi.periksa_baru(isian.sandi, nip=orang.nip, nama=orang.nama)
    lama = rak.ambil(kantor.store, orang.id)
    if lama and lama.terkunci:
        raise masuk.kode_salah()
    baru = (lama or Akun(id=orang.id, dibuat_pada=kantor.jam())).model_copy(update={"sandi": sandi.acak(isian.sandi)})
    operasi: list[Operasi] = [*rak.simpan(baru, lama), rak.RAK_KODE.buang(sah), *_tutup(kantor, orang.id)]
    if lama and lama.sandi:
        operasi.append(kepada_diri(kantor, orang.id, "AMAN1", bantuan=kantor.setelan.bantuan_telepon))
    if sah.isi and sah.isi == orang.telepon:
        operasi.append(rak_pilihan.ubah(kantor.store, orang.id, nomor_benar=sah.isi))
    masuk.lupakan_percobaan(kantor, kode.kunci_minta(kantor, orang.id))
    return masuk.buka_sesi(kantor, baru, perangkat, *operasi)


def _tutup(kantor: Kantor, akun: str, kecuali: str = "") -> list[Operasi]:
    return [Delete(*rak.RAK_SESI.kunci(s)) for s in rak.sesi_akun(kantor.store, akun)[:80] if s.id != kecuali]


def ganti_sandi(kantor: Kantor, ada: masuk.Hadir, isian: IsianGantiSandi) -> None:
    """A new password, with the old one as proof; every other session ends, and the owner is told."""
    _yakin(kantor, ada, isian.sandi_lama)
    sandi.periksa_baru(isian.sandi, nip=ada.pegawai.nip, nama=ada.pegawai.nama)
    baru = ada.akun.model_copy(update={"sandi": sandi.acak(isian.sandi)})
    pesan = kepada_diri(kantor, ada.akun.id, "AMAN1", bantuan=kantor.setelan.bantuan_telepon)
    kantor.store.write(rak.RAK.taruh(baru), pesan, *_tutup(kantor, ada.akun.id, ada.sesi.id))
    kantor.nyalakan()


def _yakin(kantor: Kantor, ada: masuk.Hadir, kata: str) -> None:
    kunci = sandi.sidik(kantor.setelan.rahasia, "sandi", ada.akun.id)
    masuk.hitung_percobaan(kantor, kunci)
    if not sandi.cocok(ada.akun.sandi, kata):
        raise TakSah(
            "Kata sandi itu tidak cocok.", kode="sandi-tidak-cocok", petunjuk="Masukkan kata sandi yang sekarang."
        )
    masuk.lupakan_percobaan(kantor, kunci)


def minta_ganti_telepon(kantor: Kantor, ada: masuk.Hadir, isian: IsianTelepon) -> None:
    """A code goes to the OLD number. Raises TakSah (not a phone number), TidakBoleh (no old number: the counter)."""
    nomor = baca_telepon(isian.telepon)
    if nomor is None:
        raise TakSah(
            "Nomor itu bukan nomor telepon seluler Indonesia.", kode="telepon", petunjuk="Contoh: 0812 3456 7890."
        )
    if not ada.pegawai.telepon:
        raise TidakBoleh(
            "Nomor lama Anda belum tercatat, sehingga kode tidak dapat dikirim.",
            kode="tanpa-nomor-lama",
            petunjuk="Datang ke BKPSDM dengan kartu pegawai; petugas mengganti nomor di tempat.",
        )
    kode.kirim(kantor, ada.pegawai, Tujuan.TELEPON, nomor)


def ganti_telepon(kantor: Kantor, ada: masuk.Hadir, angka: str) -> None:
    """The code from the old number confirms the new one; the old number is told."""
    sah = kode.pakai(kantor, ada.akun.id, Tujuan.TELEPON, angka)
    orang = ada.pegawai.model_copy(update={"telepon": sah.isi})
    kantor.store.write(
        rak_pegawai.RAK.taruh(orang),
        rak_pilihan.ubah(kantor.store, orang.id, nomor_pilihan=sah.isi),
        *nomor_mati.ganti(kantor.store, ada.pegawai, orang),
        rak.RAK_KODE.buang(sah),
        *nomor_mati.beri_tahu(kantor, ada.pegawai, orang),
        catatan(kantor, ada.pelaku, "ganti telepon", orang.id),
    )
    kantor.nyalakan()


def siapkan_totp(kantor: Kantor, ada: masuk.Hadir) -> PasangTotp:
    """Begin a second factor: a secret to scan; it counts only after its first code."""
    import pyotp
    import segno

    if ada.akun.totp:
        raise TidakBoleh(
            "Kode kedua sudah terpasang.", kode="totp-terpasang", petunjuk="Lepas dulu bila hendak mengganti."
        )
    rahasia = base64.b32encode(kantor.rahasia(20)).decode()
    kantor.store.write(rak.RAK.taruh(ada.akun.model_copy(update={"totp_calon": rahasia})))
    alamat = pyotp.TOTP(rahasia).provisioning_uri(name=ada.pegawai.nama, issuer_name="SIKAP Ngawi")
    qr = segno.make(alamat, error="m")
    gelap = [(x, y) for y, baris in enumerate(qr.matrix_iter(border=0)) for x, titik in enumerate(baris) if titik]
    return PasangTotp(
        rahasia=rahasia,
        alamat=alamat,
        qr="".join(f"M{x} {y}h1v1h-1z" for x, y in gelap),
        sisi=int(qr.symbol_size()[0]),
    )


def pasang_totp(kantor: Kantor, ada: masuk.Hadir, angka: str) -> tuple[str, KodePemulihan]:
    """The first code proves that the app works; the session's new token, and the recovery codes, once."""
    akun = masuk.terima_totp(kantor, ada.akun, angka) if ada.akun.totp_calon else None
    if akun is None:
        raise masuk.kode_salah()
    baru, kode_baru = _kode_pemulihan(kantor, akun.model_copy(update={"totp": akun.totp_calon, "totp_calon": ""}))
    token, sesi = masuk.lulus(kantor, ada.sesi)
    kantor.store.write(rak.RAK.taruh(baru), *sesi, catatan(kantor, ada.pelaku, "pasang kode kedua", akun.id))
    return token, kode_baru


def _kode_pemulihan(kantor: Kantor, akun: Akun) -> tuple[Akun, KodePemulihan]:
    baru = [kode.kode_acak(kantor, 10) for _ in range(8)]
    return akun.model_copy(update={"pemulihan": tuple(masuk.sidik_pemulihan(k) for k in baru)}), KodePemulihan(
        kode=baru
    )


def pemulihan_baru(kantor: Kantor, ada: masuk.Hadir, kata: str) -> KodePemulihan:
    """Fresh recovery codes; the old ones end."""
    _yakin(kantor, ada, kata)
    baru, kode_baru = _kode_pemulihan(kantor, ada.akun)
    kantor.store.write(rak.RAK.taruh(baru))
    return kode_baru


def lepas_totp(kantor: Kantor, ada: masuk.Hadir, kata: str) -> None:
    """Switch the second factor off. Raises TidakBoleh for roles that need one."""
    if not ada.akun.peran.isdisjoint(WAJIB_KODE):
        raise TidakBoleh(
            "Peran Anda mewajibkan kode kedua.",
            kode="kode-wajib",
            petunjuk="Ganti telepon? Minta administrator melepasnya, lalu pasang lagi.",
        )
    _yakin(kantor, ada, kata)
    kantor.store.write(
        rak.RAK.taruh(ada.akun.tanpa_kode()), catatan(kantor, ada.pelaku, "lepas kode kedua", ada.akun.id)
    )


def sesi_saya(kantor: Kantor, ada: masuk.Hadir) -> list[PandanganSesi]:
    """My sessions that still live, newest first."""
    return [_sesi(s, ada.sesi) for s in reversed(rak.sesi_akun(kantor.store, ada.akun.id))]


def _sesi(s: Sesi, ini: Sesi) -> PandanganSesi:
    return PandanganSesi(**s.model_dump(include={"id", "perangkat", "dibuat_pada", "dilihat_pada"}), ini=s.id == ini.id)


def akhiri_sesi(kantor: Kantor, ada: masuk.Hadir, id_: str) -> None:
    """End one of my sessions. Raises TidakAda when it is not mine."""
    sesi = rak.RAK_SESI.wajib(kantor.store, f"SESI#{id_}")
    if sesi.akun != ada.akun.id:
        raise TidakAda()
    kantor.store.write(Delete(*rak.RAK_SESI.kunci(sesi)))


def akhiri_lainnya(kantor: Kantor, ada: masuk.Hadir) -> None:
    """Sign out everywhere else."""
    if tutup := _tutup(kantor, ada.akun.id, ada.sesi.id):
        kantor.store.write(*tutup)
