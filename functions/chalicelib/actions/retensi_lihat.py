"""Retensi lihat: what is announced, held or gone, a page at a time, for administrator and auditor; changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from chalicelib.actions import Kantor, masa_simpan, retensi
from chalicelib.actions.buku import Buku
from chalicelib.galat import TidakAda
from chalicelib.records import berkas as rak
from chalicelib.records import retensi as rak_retensi
from chalicelib.rules import wewenang
from chalicelib.rules.hari_kerja import hari_wib
from schemas.berkas import Berkas, Tahanan, label_slot
from schemas.dasar import Halaman
from schemas.pegawai import Pegawai
from schemas.peran import Pelaku, Peran
from schemas.retensi import BarisSimpanan, KueriRetensi, PandanganRetensi
from schemas.tanggal import tanggal_panjang

_TAHAN = "Selama ditahan, dokumen ini tidak dihapus. Pengumumannya dicabut."
_LEPAS = (
    "Sesudah dilepas, tabel retensi berlaku lagi. Yang masa simpannya habis diumumkan, dan {hari} hari sesudah itu dihapus. "
    "Yang sudah dihapus tidak dapat dikembalikan dari SIKAP."
)
_MASIH: dict[str, Callable[[Berkas], bool]] = {
    "diumumkan": lambda b: b.hapus_pada is not None,
    "ditahan": lambda b: b.tahan is not None,
    "dihapus": lambda b: b.dihapus_pada is not None,
}
"""The index may lag behind: is it still on this list?"""


def lihat(kantor: Kantor, pelaku: Pelaku) -> PandanganRetensi:
    """Is it switched on, when did it last run, what was done of late. Raises TidakAda."""
    _boleh(pelaku)
    return retensi.angka(kantor)


def daftar(kantor: Kantor, pelaku: Pelaku, kueri: KueriRetensi) -> Halaman[BarisSimpanan]:
    """One page: what goes soonest first; held or gone, the newest first. Raises TidakAda."""
    _boleh(pelaku)
    buku = Buku(kantor.store)
    if kueri.macam == "orang":
        orang = rak_retensi.RAK_TAHAN.daftar(
            kantor.store, "ORANG-DITAHAN", indeks="g1", mundur=True, batas=kueri.batas, kursor=kueri.kursor
        )
        baris = [_orang(kantor, buku, pelaku, t.pegawai) for t in orang.isi]
        return Halaman(isi=[b for b in baris if b], kursor=orang.kursor)
    h = rak.menurut_nasib(kantor.store, kueri.macam, kueri.batas, kueri.kursor)
    kini = buku.berkas(b.id for b in h.isi)
    isi = [kini[b.id] for b in h.isi if b.id in kini and _MASIH[kueri.macam](kini[b.id])]
    return Halaman(isi=[_dokumen(kantor, buku, pelaku, b) for b in isi], kursor=h.kursor)


def _boleh(pelaku: Pelaku) -> None:
    if not pelaku.adalah(Peran.ADMIN, Peran.AUDITOR):
        raise TidakAda()


def _siapa(buku: Buku, pelaku: Pelaku, id_: str) -> dict[str, Any]:
    """The person by name, for who may see him."""
    p: Pegawai | None = buku.pegawai(id_)
    if p is None or not wewenang.boleh_lihat_pegawai(pelaku, p, buku.jalur(p.unit, p.opd)):
        return {"nama": "", "nip": "", "opd": ""}
    return {"nama": p.nama_lengkap, "nip": p.nip, "opd": buku.nama_unit(p.opd)}


def _dokumen(kantor: Kantor, buku: Buku, pelaku: Pelaku, b: Berkas) -> BarisSimpanan:
    baris = masa_simpan.baris(kantor, b.hapus_kelas, b.dihapus_pada)
    sebab = b.hapus_sebab or (b.tahan.alasan if b.tahan else "")
    return BarisSimpanan(
        id=b.id,
        judul=f"{label_slot(b.slot)}, versi {b.nomor_versi}",
        **_siapa(buku, pelaku, b.pegawai),
        kata=_kata(buku, b),
        kelas=baris.sebutan if baris else "",
        sebab=sebab,
        dasar=baris.dasar if baris else "",
        **_tindak(kantor, pelaku, b.tahan, {"berkas": b.id}, selesai=b.dihapus_pada is not None),
    )


def _kata(buku: Buku, b: Berkas) -> str:
    if b.dihapus_pada:
        return f"Dihapus {_hari(b.dihapus_pada)}."
    if b.tahan:
        return _ditahan(buku, b.tahan)
    return f"Akan dihapus {tanggal_panjang(b.hapus_pada)}." if b.hapus_pada else ""


def _ditahan(buku: Buku, t: Tahanan) -> str:
    oleh = buku.nama(t.oleh) or "perintah di server"
    return f"Ditahan {_hari(t.pada)} oleh {oleh}."


def _hari(pada: datetime) -> str:
    return tanggal_panjang(hari_wib(pada))


def _orang(kantor: Kantor, buku: Buku, pelaku: Pelaku, id_: str) -> BarisSimpanan | None:
    t = rak_retensi.tahanan(kantor.store, id_)
    if t is None:
        return None
    return BarisSimpanan(
        id=id_,
        judul="Semua dokumen",
        **_siapa(buku, pelaku, id_),
        kata=_ditahan(buku, t),
        kelas="",
        sebab=t.alasan,
        dasar="",
        **_tindak(kantor, pelaku, t, {"pegawai": id_}, selesai=False),
    )


def _tindak(
    kantor: Kantor, pelaku: Pelaku, t: Tahanan | None, kirim: dict[str, str], *, selesai: bool
) -> dict[str, Any]:
    """What the asker may do about it, and what he is told before. What is gone stays gone."""
    if selesai or not pelaku.adalah(Peran.ADMIN):
        return {}
    if t is None:
        return {"tindak": "penahanan", "tombol": "Tahan", "akibat": _TAHAN, "kirim": kirim}
    akibat = _LEPAS.format(hari=kantor.setelan.retensi_tenggang_hari)
    return {"tindak": "pelepasan", "tombol": "Lepas", "akibat": akibat, "kirim": kirim}
