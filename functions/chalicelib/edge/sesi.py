"""Counters of signing in, activation, and one's own account."""

from __future__ import annotations

from chalice import Blueprint
from chalice.app import Response

from chalicelib.actions import akun, masuk
from chalicelib.actions import saya as tentang
from chalicelib.edge.rute import Loket, Pintu, cookie, rute
from schemas.akun import (
    IsianGantiSandi,
    IsianKode,
    IsianMasuk,
    IsianMintaKode,
    IsianPakaiKode,
    IsianSandiSaja,
    IsianTelepon,
    JawabMasuk,
    KodePemulihan,
    PandanganSesi,
    PasangTotp,
    Tujuan,
)
from schemas.dasar import Halaman, KueriHalaman
from schemas.pandangan_saya import PandanganKabar, Saya

bp = Blueprint(__name__)


def _perangkat(loket: Loket) -> str:
    """ "Chrome di Android": enough to recognise one's own phone."""
    ua = loket.permintaan.headers.get("user-agent", "")
    peramban = next(
        (
            nama
            for kata, nama in (
                ("Edg", "Edge"),
                ("SamsungBrowser", "Samsung Internet"),
                ("Firefox", "Firefox"),
                ("Chrome", "Chrome"),
                ("Safari", "Safari"),
            )
            if kata in ua
        ),
        "Peramban",
    )
    alat = next(
        (
            nama
            for kata, nama in (
                ("Android", "Android"),
                ("iPhone", "iPhone"),
                ("Windows", "Windows"),
                ("Mac OS", "Mac"),
                ("Linux", "Linux"),
            )
            if kata in ua
        ),
        "perangkat lain",
    )
    return f"{peramban} di {alat}"


def _dengan_cookie(loket: Loket, hasil: tuple[str, JawabMasuk | KodePemulihan]) -> Response:
    token, jawab = hasil
    return Response(
        jawab.model_dump(mode="json"),
        {"Content-Type": "application/json", "Set-Cookie": cookie(loket.kantor, token)},
        200,
    )


@rute(bp, "POST", "/sesi", Pintu.UMUM, masuk=IsianMasuk, keluar=JawabMasuk, simpan=False)
def buka(loket: Loket) -> Response:
    """Masuk dengan NIP dan kata sandi."""
    return _dengan_cookie(loket, masuk.masuk(loket.kantor, loket.isian, _perangkat(loket)))


@rute(bp, "POST", "/sesi/kode", Pintu.SETENGAH, masuk=IsianKode, keluar=JawabMasuk, simpan=False)
def kode(loket: Loket) -> Response:
    """Kode kedua sesudah kata sandi."""
    return _dengan_cookie(loket, masuk.beri_kode(loket.kantor, loket.ada, loket.isian.kode))


@rute(bp, "DELETE", "/sesi", Pintu.SETENGAH, status=204, simpan=False)
def keluar(loket: Loket) -> Response:
    """Keluar."""
    masuk.keluar(loket.kantor, loket.ada)
    return Response("", {"Set-Cookie": cookie(loket.kantor, "")}, 204)


@rute(bp, "POST", "/akun/kode", Pintu.UMUM, masuk=IsianMintaKode, keluar=dict[str, str], status=202, simpan=False)
def minta_kode(loket: Loket) -> dict[str, str]:
    """Minta kode aktivasi atau pemulihan ke telepon yang tercatat."""
    akun.minta_kode(loket.kantor, loket.isian)
    return {
        "pesan": "Bila NIP itu terdaftar dan nomor teleponnya tercatat, kode sudah dikirim. Belum menerima? Minta slip di BKPSDM."
    }


@rute(bp, "POST", "/akun/aktivasi", Pintu.UMUM, masuk=IsianPakaiKode, keluar=JawabMasuk, simpan=False)
def aktivasi(loket: Loket) -> Response:
    """Aktifkan akun dengan kode."""
    return _dengan_cookie(loket, akun.pakai_kode(loket.kantor, Tujuan.AKTIVASI, loket.isian, _perangkat(loket)))


@rute(bp, "POST", "/akun/pemulihan", Pintu.UMUM, masuk=IsianPakaiKode, keluar=JawabMasuk, simpan=False)
def pemulihan(loket: Loket) -> Response:
    """Buat kata sandi baru dengan kode."""
    return _dengan_cookie(loket, akun.pakai_kode(loket.kantor, Tujuan.PEMULIHAN, loket.isian, _perangkat(loket)))


@rute(bp, "GET", "/saya", Pintu.MASUK, keluar=Saya)
def saya(loket: Loket) -> Saya:
    """Siapa saya, usulan saya, kenaikan pangkat berikutnya, dan apa yang menunggu saya."""
    return tentang.saya(loket.kantor, loket.ada)


@rute(bp, "GET", "/saya/sesi", Pintu.MASUK, keluar=Halaman[PandanganSesi])
def sesi_saya(loket: Loket) -> Halaman[PandanganSesi]:
    """Perangkat yang sedang masuk dengan akun saya."""
    return Halaman(isi=akun.sesi_saya(loket.kantor, loket.ada))


@rute(bp, "DELETE", "/saya/sesi", Pintu.MASUK, status=204)
def akhiri_lainnya(loket: Loket) -> None:
    """Keluar dari semua perangkat lain."""
    akun.akhiri_lainnya(loket.kantor, loket.ada)


@rute(bp, "DELETE", "/saya/sesi/{id}", Pintu.MASUK, status=204)
def akhiri(loket: Loket, id: str) -> None:
    """Keluar dari satu perangkat."""
    akun.akhiri_sesi(loket.kantor, loket.ada, id)


@rute(bp, "POST", "/saya/sandi", Pintu.MASUK, masuk=IsianGantiSandi, status=204, simpan=False)
def ganti_sandi(loket: Loket) -> None:
    """Ganti kata sandi."""
    akun.ganti_sandi(loket.kantor, loket.ada, loket.isian)


@rute(bp, "POST", "/saya/telepon", Pintu.MASUK, masuk=IsianTelepon, keluar=dict[str, str], status=202)
def telepon(loket: Loket) -> dict[str, str]:
    """Minta ganti nomor telepon; kode dikirim ke nomor lama."""
    akun.minta_ganti_telepon(loket.kantor, loket.ada, loket.isian)
    return {"pesan": "Kode dikirim ke nomor lama Anda."}


@rute(bp, "POST", "/saya/telepon/kode", Pintu.MASUK, masuk=IsianKode, status=204, simpan=False)
def telepon_kode(loket: Loket) -> None:
    """Nomor baru berlaku sesudah kode dari nomor lama."""
    akun.ganti_telepon(loket.kantor, loket.ada, loket.isian.kode)


@rute(bp, "POST", "/saya/totp", Pintu.SETENGAH, keluar=PasangTotp, simpan=False)
def siapkan_totp(loket: Loket) -> PasangTotp:
    """Mulai memasang kode kedua."""
    return akun.siapkan_totp(loket.kantor, loket.ada)


@rute(bp, "POST", "/saya/totp/kode", Pintu.SETENGAH, masuk=IsianKode, keluar=KodePemulihan, simpan=False)
def pasang_totp(loket: Loket) -> Response:
    """Kode pertama membuktikan pemasangan; kode pemulihan ditampilkan sekali."""
    return _dengan_cookie(loket, akun.pasang_totp(loket.kantor, loket.ada, loket.isian.kode))


@rute(bp, "POST", "/saya/totp/pemulihan", Pintu.MASUK, masuk=IsianSandiSaja, keluar=KodePemulihan, simpan=False)
def pemulihan_baru(loket: Loket) -> KodePemulihan:
    """Kode pemulihan baru; yang lama tidak berlaku lagi."""
    return akun.pemulihan_baru(loket.kantor, loket.ada, loket.isian.sandi)


@rute(bp, "DELETE", "/saya/totp", Pintu.MASUK, masuk=IsianSandiSaja, status=204, simpan=False)
def lepas_totp(loket: Loket) -> None:
    """Lepas kode kedua, bila peran tidak mewajibkannya."""
    akun.lepas_totp(loket.kantor, loket.ada, loket.isian.sandi)


@rute(bp, "GET", "/saya/kabar", Pintu.MASUK, kueri=KueriHalaman, keluar=Halaman[PandanganKabar])
def kabar(loket: Loket) -> Halaman[PandanganKabar]:
    """Kabar untuk saya."""
    return tentang.kabar(loket.kantor, loket.pelaku, batas=loket.kueri.batas, kursor=loket.kueri.kursor)


@rute(bp, "POST", "/saya/kabar/{id}/dibaca", Pintu.MASUK, status=204)
def dibaca(loket: Loket, id: str) -> None:
    """Tandai satu kabar sudah dibaca."""
    tentang.tandai_dibaca(loket.kantor, loket.pelaku, id)
