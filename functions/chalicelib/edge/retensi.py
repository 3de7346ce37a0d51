"""Counters of the retention table at work: what will go, what is held, what is gone; hold and let go."""

from __future__ import annotations

from chalice import Blueprint

from chalicelib.actions import retensi_lihat, tahan
from chalicelib.edge.rute import Loket, rute
from chalicelib.galat import TidakAda
from schemas.dasar import Halaman
from schemas.peran import Peran
from schemas.retensi import BarisSimpanan, IsianTahan, IsianTahanNip, JawabTahan, KueriRetensi, PandanganRetensi

bp = Blueprint(__name__)
ADMIN = frozenset({Peran.ADMIN})
MELIHAT = frozenset({Peran.ADMIN, Peran.AUDITOR})


@rute(bp, "GET", "/retensi", MELIHAT, keluar=PandanganRetensi)
def keadaan(loket: Loket) -> PandanganRetensi:
    """Apakah penghapusan menyala, kapan terakhir berjalan, dan apa yang dihapus."""
    return retensi_lihat.lihat(loket.kantor, loket.pelaku)


@rute(bp, "GET", "/retensi/dokumen", MELIHAT, kueri=KueriRetensi, keluar=Halaman[BarisSimpanan])
def dokumen(loket: Loket) -> Halaman[BarisSimpanan]:
    """Dokumen yang akan dihapus, ditahan, atau sudah dihapus."""
    return retensi_lihat.daftar(loket.kantor, loket.pelaku, loket.kueri)


@rute(bp, "POST", "/retensi/penahanan", ADMIN, masuk=IsianTahan, keluar=JawabTahan)
def menahan(loket: Loket) -> JawabTahan:
    """Tahan satu dokumen, atau semua dokumen seseorang."""
    return _lakukan(loket, lepaskan=False)


@rute(bp, "POST", "/retensi/penahanan-orang", ADMIN, masuk=IsianTahanNip, keluar=JawabTahan)
def menahan_orang(loket: Loket) -> JawabTahan:
    """Tahan semua dokumen orang dengan NIP ini."""
    isi: IsianTahanNip = loket.isian
    id_ = tahan.menurut_nip(loket.kantor, loket.pelaku, isi.nip)
    return JawabTahan(pesan=tahan.lakukan(loket.kantor, loket.pelaku, id_, isi.alasan, orang=True, lepaskan=False))


@rute(bp, "POST", "/retensi/pelepasan", ADMIN, masuk=IsianTahan, keluar=JawabTahan)
def melepas(loket: Loket) -> JawabTahan:
    """Lepas yang ditahan; penghapusan diumumkan lagi lebih dulu."""
    return _lakukan(loket, lepaskan=True)


def _lakukan(loket: Loket, *, lepaskan: bool) -> JawabTahan:
    isi: IsianTahan = loket.isian
    id_, orang = (isi.berkas, False) if isi.berkas else (isi.pegawai, True)
    if id_ is None:
        raise TidakAda()
    pesan = tahan.lakukan(loket.kantor, loket.pelaku, id_, isi.alasan, orang=orang, lepaskan=lepaskan)
    return JawabTahan(pesan=pesan)
