"""Counters of the office itself: periods, units, accounts, the message log, and the journal."""

from __future__ import annotations

from datetime import date

from chalice import Blueprint

from chalicelib.actions import (
    audit,
    cadangan,
    kabar,
    kanal,
    kantor_akun,
    nomor_mati,
    periode,
    unit,
)
from chalicelib.edge.rute import Loket, Pintu, rute
from chalicelib.galat import TidakAda
from schemas.akun import IsianAkun, PandanganAkun, Slip
from schemas.cadangan import PandanganCadangan
from schemas.catatan import PandanganCatatan
from schemas.dasar import Halaman, KueriHalaman
from schemas.kanal import NomorMati, PandanganKanal
from schemas.kueri import KueriAudit, KueriKabar, KueriKanal, KueriPeriode, KueriUnit, KueriVerifikator
from schemas.opd import IsianGabung, IsianUbahUnit, IsianUnit
from schemas.pandangan_kantor import (
    PandanganPeriode,
    PandanganUnit,
)
from schemas.pandangan_saya import PandanganKabar
from schemas.peran import Peran
from schemas.periode import IsianPeriode

bp = Blueprint(__name__)
ADMIN = frozenset({Peran.ADMIN})
MENCATAT = frozenset({Peran.ADMIN, Peran.AUDITOR})


def _tanggal(teks: str) -> date:
    try:
        return date.fromisoformat(teks)
    except ValueError:
        raise TidakAda() from None


@rute(bp, "GET", "/periode", Pintu.MASUK, kueri=KueriPeriode, keluar=Halaman[PandanganPeriode])
def daftar_periode(loket: Loket) -> Halaman[PandanganPeriode]:
    """Periode kenaikan pangkat dan batas waktunya."""
    return Halaman(isi=periode.lihat(loket.kantor, semua_=loket.kueri.semua))


@rute(bp, "PUT", "/periode/{tmt}", ADMIN, masuk=IsianPeriode, keluar=PandanganPeriode)
def atur_periode(loket: Loket, tmt: str) -> PandanganPeriode:
    """Atur lima tanggal satu periode."""
    return periode.atur(loket.kantor, loket.pelaku, _tanggal(tmt), loket.isian)


@rute(bp, "GET", "/unit", Pintu.MASUK, kueri=KueriUnit, keluar=Halaman[PandanganUnit])
def daftar_unit(loket: Loket) -> Halaman[PandanganUnit]:
    """OPD, atau unit di bawah satu unit."""
    return unit.daftar(loket.kantor, loket.kueri)


@rute(bp, "POST", "/unit", ADMIN, masuk=IsianUnit, keluar=PandanganUnit, status=201)
def buat_unit(loket: Loket) -> PandanganUnit:
    """Tambah unit."""
    return unit.buat(loket.kantor, loket.pelaku, loket.isian)


@rute(bp, "PATCH", "/unit/{id}", ADMIN, masuk=IsianUbahUnit, keluar=PandanganUnit)
def ubah_unit(loket: Loket, id: str) -> PandanganUnit:
    """Ganti nama atau pindahkan unit."""
    return unit.ubah(loket.kantor, loket.pelaku, id, loket.isian)


@rute(bp, "POST", "/unit/{id}/penggabungan", ADMIN, masuk=IsianGabung, keluar=PandanganUnit)
def gabung_unit(loket: Loket, id: str) -> PandanganUnit:
    """Gabungkan unit ke unit lain."""
    return unit.gabung(loket.kantor, loket.pelaku, id, loket.isian)


@rute(bp, "GET", "/akun", ADMIN, keluar=Halaman[PandanganAkun])
def daftar_akun(loket: Loket) -> Halaman[PandanganAkun]:
    """Semua yang berperan lebih dari PNS."""
    return Halaman(isi=kantor_akun.berperan(loket.kantor, loket.pelaku))


@rute(bp, "GET", "/akun/{id}", ADMIN, keluar=PandanganAkun)
def satu_akun(loket: Loket, id: str) -> PandanganAkun:
    """Satu akun."""
    return kantor_akun.lihat_akun(loket.kantor, loket.pelaku, id)


@rute(bp, "PATCH", "/akun/{id}", ADMIN, masuk=IsianAkun, keluar=PandanganAkun)
def ubah_akun(loket: Loket, id: str) -> PandanganAkun:
    """Ubah peran, lingkup, atau kunci akun."""
    return kantor_akun.ubah(loket.kantor, loket.pelaku, id, loket.isian)


@rute(bp, "DELETE", "/akun/{id}/totp", ADMIN, status=204)
def lepas_totp(loket: Loket, id: str) -> None:
    """Lepas kode kedua seseorang yang kehilangan teleponnya."""
    kantor_akun.lepas_totp(loket.kantor, loket.pelaku, id)


@rute(bp, "POST", "/akun/{id}/slip", frozenset({Peran.ADMIN, Peran.VERIFIKATOR}), keluar=Slip, simpan=False)
def slip(loket: Loket, id: str) -> Slip:
    """Cetak slip aktivasi untuk orang yang datang ke loket."""
    return kantor_akun.cetak_slip(loket.kantor, loket.pelaku, id)


@rute(
    bp,
    "GET",
    "/verifikator",
    frozenset({Peran.KABID, Peran.ADMIN}),
    kueri=KueriVerifikator,
    keluar=Halaman[dict[str, str]],
)
def verifikator(loket: Loket) -> Halaman[dict[str, str]]:
    """Daftar verifikator; dengan `usulan`, yang dapat menerima pengalihannya."""
    return Halaman(isi=kantor_akun.verifikator(loket.kantor, loket.pelaku, loket.kueri.usulan))


@rute(bp, "GET", "/kabar", MENCATAT, kueri=KueriKabar, keluar=Halaman[PandanganKabar])
def log_kabar(loket: Loket) -> Halaman[PandanganKabar]:
    """Kabar menurut keadaannya."""
    return kabar.log(loket.kantor, loket.pelaku, loket.kueri)


@rute(bp, "POST", "/kabar/{id}/kirim-ulang", ADMIN, keluar=PandanganKabar)
def kirim_ulang(loket: Loket, id: str) -> PandanganKabar:
    """Kirim ulang kabar yang tidak sampai."""
    return kabar.kirim_ulang(loket.kantor, loket.pelaku, id)


@rute(bp, "GET", "/kanal", MENCATAT, kueri=KueriKanal, keluar=PandanganKanal)
def lihat_kanal(loket: Loket) -> PandanganKanal:
    """Kanal kabar: kesehatannya, jumlah dan biaya sebulan, dan templat pesannya."""
    return kanal.lihat(loket.kantor, loket.pelaku, loket.kueri.bulan)


@rute(bp, "POST", "/kanal/uji", ADMIN, status=204)
def uji_kanal(loket: Loket) -> None:
    """Kirim pesan uji ke nomor sendiri."""
    kanal.uji(loket.kantor, loket.pelaku)


@rute(bp, "GET", "/nomor-mati", ADMIN | {Peran.PENGELOLA_OPD}, kueri=KueriHalaman, keluar=Halaman[NomorMati])
def daftar_nomor_mati(loket: Loket) -> Halaman[NomorMati]:
    """Nomor telepon yang tidak dapat dihubungi."""
    return nomor_mati.daftar(loket.kantor, loket.pelaku, loket.kueri)


@rute(bp, "GET", "/nomor-mati/unduhan", ADMIN | {Peran.PENGELOLA_OPD}, kueri=KueriHalaman, keluar=Halaman[NomorMati])
def unduh_nomor_mati(loket: Loket) -> Halaman[NomorMati]:
    """Nomor yang tidak dapat dihubungi, untuk disimpan sebagai berkas; dicatat di jurnal."""
    return nomor_mati.unduh(loket.kantor, loket.pelaku, loket.kueri)


@rute(bp, "GET", "/audit", MENCATAT, kueri=KueriAudit, keluar=Halaman[PandanganCatatan])
def jurnal(loket: Loket) -> Halaman[PandanganCatatan]:
    """Jurnal tindakan di luar usulan."""
    return audit.jurnal(
        loket.kantor, loket.pelaku, loket.kueri.bulan, batas=loket.kueri.batas, kursor=loket.kueri.kursor
    )


@rute(bp, "GET", "/cadangan", MENCATAT, keluar=PandanganCadangan)
def lihat_cadangan(loket: Loket) -> PandanganCadangan:
    """Cadangan terakhir dan latihan pemulihan terakhir."""
    return cadangan.lihat(loket.kantor)
