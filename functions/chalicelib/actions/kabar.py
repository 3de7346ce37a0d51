"""Kabar: the message log: what was owed, how far it came, and another try for what did not arrive."""

from __future__ import annotations

from chalicelib.actions import Kantor
from chalicelib.actions.audit import catatan
from chalicelib.actions.buku import Buku
from chalicelib.actions.saya import sajikan_kabar
from chalicelib.galat import TidakAda, TidakBoleh
from chalicelib.records import kabar as rak
from schemas.dasar import Halaman
from schemas.kabar import ISI_BERAKHIR, KABAR, Kabar, KeadaanKabar
from schemas.kueri import KueriKabar
from schemas.pandangan_saya import PandanganKabar
from schemas.peran import Pelaku, Peran

_TERTUTUP = "(kode: hanya pemiliknya yang dapat melihat)"


def log(kantor: Kantor, pelaku: Pelaku, kueri: KueriKabar) -> Halaman[PandanganKabar]:
    """Messages by state, newest first. What carries a code is shown to nobody, except in the demo county."""
    if not pelaku.adalah(Peran.ADMIN, Peran.AUDITOR):
        raise TidakAda()
    halaman = rak.RAK.daftar(
        kantor.store, f"KEADAAN#{kueri.keadaan}", indeks="g3", batas=kueri.batas, kursor=kueri.kursor, mundur=True
    )
    buku = Buku(kantor.store)
    isi = [
        k.model_copy(update={"isi": _TERTUTUP}) if KABAR[k.kode].rahasia and not kantor.setelan.demo else k
        for k in halaman.isi
    ]
    admin = Peran.ADMIN in pelaku.peran
    baris = [
        sajikan_kabar(k, kepada=buku.nama(k.kepada), ulang=admin and _boleh_ulang(k) and not _berakhir(k)) for k in isi
    ]
    return Halaman(isi=baris, kursor=halaman.kursor)


def _boleh_ulang(k: Kabar) -> bool:
    """It did not arrive, and carries no code that is past."""
    return k.keadaan in (KeadaanKabar.GAGAL, KeadaanKabar.TAK_TERKONFIRMASI) and not KABAR[k.kode].rahasia


def _berakhir(k: Kabar) -> bool:
    """The retention table has ended its text."""
    return k.isi == ISI_BERAKHIR


def kirim_ulang(kantor: Kantor, pelaku: Pelaku, id_: str) -> PandanganKabar:
    """Owe a message again that did not arrive. Raises TidakBoleh for one that did, or whose code or text is past."""
    if Peran.ADMIN not in pelaku.peran:
        raise TidakAda()
    ada = rak.RAK.wajib(kantor.store, f"KABAR#{id_}")
    if not _boleh_ulang(ada):
        raise TidakBoleh("Kabar ini tidak perlu dikirim ulang.", kode="tidak-perlu-ulang")
    if _berakhir(ada):
        raise TidakBoleh("Isi kabar ini sudah dihapus menurut tabel retensi.", kode="isi-berakhir")
    baru = ada.model_copy(
        update={
            "keadaan": KeadaanKabar.ANTRE,
            "jatuh_tempo": kantor.jam(),
            "coba": 0,
            "ragu": False,
            "alasan": "",
            "tujuan": ada.tujuan if KABAR[ada.kode].tetap else "",
            "kanal": "",
            "dalam": "",
        }
    )
    kantor.store.write(rak.RAK.taruh(baru), catatan(kantor, pelaku, "kirim ulang kabar", id_))
    kantor.nyalakan()
    return sajikan_kabar(baru, kepada=Buku(kantor.store).nama(baru.kepada))
