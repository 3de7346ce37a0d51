"""Nomor mati: numbers that WhatsApp cannot reach become work for the pengelola, until somebody records another number."""

from __future__ import annotations

from collections.abc import Sequence

from chalicelib.actions import Kantor, lihat
from chalicelib.actions.audit import catatan
from chalicelib.actions.berisi import berisi
from chalicelib.actions.buku import Buku
from chalicelib.actions.kabari import kepada_diri
from chalicelib.records import akun as rak_akun
from chalicelib.records import kanal as rak
from chalicelib.records import pegawai as rak_pegawai
from chalicelib.rules.wewenang import melayani
from chalicelib.store import Operasi, Put, Store
from chalicelib.store.muka import Muka
from schemas.dasar import Halaman, KueriHalaman
from schemas.kanal import NomorMati
from schemas.pegawai import Pegawai
from schemas.peran import Pelaku, Peran


def daftar(kantor: Kantor, pelaku: Pelaku, kueri: KueriHalaman) -> Halaman[NomorMati]:
    """A page of them, longest dead last: the pengelola's own people, or everybody's for an administrator. Raises TidakAda.

    A page may hold fewer rows than asked for: who is outside a pengelola's unit, or has another number by now, is left out.
    """
    muka = Muka(kantor.store)
    buku = Buku(muka)
    opd = None if Peran.ADMIN in pelaku.peran else lihat.opd_dilayani(pelaku, buku)

    def baca(kursor: str | None) -> Halaman[NomorMati]:
        isi, lanjut = (
            rak.daftar_mati(kantor.store, opd, kueri.batas, kursor)
            if opd
            else rak.semua_mati(kantor.store, kueri.batas, kursor)
        )
        muka.bekali(rak_pegawai.kunci(mati.pegawai) for mati in isi)
        return Halaman(isi=[b for mati in isi if (b := _baris(buku, pelaku, mati))], kursor=lanjut)

    return berisi(baca, kueri.kursor)


def unduh(kantor: Kantor, pelaku: Pelaku, kueri: KueriHalaman) -> Halaman[NomorMati]:
    """A page of the same for a file that leaves the house, noted in the journal. Raises TidakAda."""
    halaman = daftar(kantor, pelaku, kueri)
    kantor.store.write(catatan(kantor, pelaku, "unduh daftar nomor mati", isi={"orang": len(halaman.isi)}))
    return halaman


def banyak(kantor: Kantor, pelaku: Pelaku, batas: int) -> tuple[int, bool]:
    """How many wait for this pengelola, counted up to `batas`, and whether there may be more."""
    halaman = daftar(kantor, pelaku, KueriHalaman(batas=batas))
    return len(halaman.isi), halaman.kursor is not None


def ganti(store: Store, lama: Pegawai | None, baru: Pegawai) -> Sequence[Operasi]:
    """As writes: a new number ends the task, a new OPD takes it over with the person."""
    if lama is None or (lama.telepon, lama.opd) == (baru.telepon, baru.opd):
        return ()
    return (rak.nomor_hidup(lama),) if lama.telepon != baru.telepon else rak.pindahkan_mati(store, lama, baru)


def beri_tahu(kantor: Kantor, lama: Pegawai, baru: Pegawai) -> list[Put]:
    """To the old number of one who has an account: it was changed, without saying to which (so that nobody takes over unseen)."""
    akun = rak_akun.ambil(kantor.store, lama.id)
    sama = not lama.telepon or lama.telepon == baru.telepon
    if sama or akun is None or not akun.sandi or rak.mati(kantor.store, lama):
        return []
    return [kepada_diri(kantor, lama.id, "AMAN2", tujuan=lama.telepon, bantuan=kantor.setelan.bantuan_telepon)]


def _baris(buku: Buku, pelaku: Pelaku, mati: rak.Mati) -> NomorMati | None:
    orang: Pegawai | None = buku.pegawai(mati.pegawai)
    if orang is None or orang.telepon != mati.tujuan:
        return None
    if Peran.ADMIN not in pelaku.peran and not melayani(pelaku, buku.jalur(orang.unit, orang.opd)):
        return None
    return NomorMati(
        id=orang.id,
        nama=orang.nama_lengkap,
        nip=orang.nip,
        unit=buku.nama_unit(orang.unit),
        opd=buku.nama_unit(orang.opd),
        telepon_ujung=mati.tujuan[-3:],
        sejak=mati.sejak,
        alasan=mati.alasan,
    )
