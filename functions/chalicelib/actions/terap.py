"""Terap: read an imported roster, compare it with what is known, and write it slice by slice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import TypeVar

from chalicelib.actions import Kantor
from chalicelib.actions.cari import usangkan
from chalicelib.actions.pelaku import sistem
from chalicelib.actions.pindah import bawa_usulan
from chalicelib.documents import kunci as k
from chalicelib.documents.tabel import baca_tabel
from chalicelib.records import impor as rak
from chalicelib.records import kantor as rak_kantor
from chalicelib.records import pegawai as rak_pegawai
from chalicelib.records import ramalan as rak_ramalan
from chalicelib.rules.daftar_asn import BarisAsn, HasilBaca, Temuan, banding, periksa
from chalicelib.rules.hari_kerja import hari_wib
from chalicelib.rules.kolom_asn import mengenal
from chalicelib.store import Conflict, Operasi
from schemas.impor import Impor, KeadaanImpor
from schemas.opd import Unit
from schemas.pandangan import BarisImpor
from schemas.pegawai import Celah, Pegawai

T = TypeVar("T")
SEKALI_TULIS = 20
"""People in one write: three to five operations each, within the port's hundred."""
POTONG = 900
"""Rows of one slice: some seconds on the slowest engine, so that messages are not kept waiting."""
CONTOH_UBAH = 500
"""Changes kept for the preview."""


def baca(isi: bytes, nama: str, hari_ini: date) -> HasilBaca:
    """Bytes of a workbook or CSV as checked rows. Raises TakSah when it is no roster."""
    tabel = baca_tabel(isi, nama, kenal=mengenal)
    return periksa(tabel.judul, tabel.baris, hari_ini=hari_ini, mulai=tabel.mulai)


_ingatan: dict[str, HasilBaca] = {}
"""One import's rows, kept between the slices of its application."""


def _terbaca(kantor: Kantor, id_: str, nama: str) -> HasilBaca:
    if id_ not in _ingatan:
        _ingatan.clear()
        _ingatan[id_] = baca(kantor.documents.baca(k.masuk(id_)), nama, hari_wib(kantor.jam()))
    return _ingatan[id_]


class Pohon:
    """The office tree by name: finds an (OPD, unit) pair, and plans those that do not exist yet."""

    def __init__(self, kantor: Kantor) -> None:
        self._kantor = kantor
        self._ada = {
            (u.induk or "", u.nama.casefold()): u for u in rak_kantor.semua_unit(kantor.store) if not u.digabung_ke
        }
        self.baru: list[Unit] = []

    def cari(self, opd: str, unit: str) -> tuple[str | None, str | None]:
        """(unit id, OPD id); None, None when the row names no office."""
        if not opd:
            return None, None
        akar = self._satu(opd, None)
        daun = akar if unit.casefold() == opd.casefold() else self._satu(unit, akar)
        return daun.id, akar.id

    def _satu(self, nama: str, induk: Unit | None) -> Unit:
        kunci = (induk.id if induk else "", nama.casefold())
        if kunci not in self._ada:
            id_ = self._kantor.id_baru()
            jalur = (*(induk.jalur if induk else ()), id_)
            mulai = hari_wib(self._kantor.jam())
            self._ada[kunci] = Unit(
                id=id_, nama=nama[:200], induk=induk.id if induk else None, jalur=jalur, berlaku_mulai=mulai
            )
            self.baru.append(self._ada[kunci])
        return self._ada[kunci]

    def tulis(self) -> None:
        """Write what was planned."""
        for potong in _potong(self.baru, 90):
            self._kantor.store.write(*[rak_kantor.RAK_UNIT.taruh(u) for u in potong])
        self.baru = []


def _potong(isi: Iterable[T], banyak: int) -> Iterator[list[T]]:
    urut = iter(isi)
    while bagian := list(islice(urut, banyak)):
        yield bagian


def jadikan(kantor: Kantor, baris: BarisAsn, lama: Pegawai | None, tempat: tuple[str | None, str | None]) -> Pegawai:
    """The person as he would stand after this row. An empty cell erases nothing; a phone of his own is kept."""
    isi = {nama: nilai for nama, nilai in baris.isi.items() if nilai not in (None, "")}
    unit, opd = tempat
    dasar = lama or Pegawai(id=kantor.id_baru(), nip=baris.nip, nama=str(isi["nama"]))
    if lama and lama.telepon:
        isi.pop("telepon", None)
    baru = Pegawai.model_validate({**dasar.model_dump(), **isi, "unit": unit or dasar.unit, "opd": opd or dasar.opd})
    punya = {Celah.TMT_GOLONGAN: baru.tmt_golongan, Celah.TMT_CPNS: baru.tmt_cpns, Celah.TELEPON: baru.telepon}
    return baru.model_copy(update={"celah": tuple(c for c, nilai in punya.items() if not nilai)})


def uji(kantor: Kantor, impor: Impor) -> None:
    """The dry run: every finding and change is written down beside the import; nothing else changes."""
    _ingatan.clear()
    hasil = _terbaca(kantor, impor.id, impor.nama)
    pohon = Pohon(kantor)
    baru = berubah = 0
    ubah: list[BarisImpor] = []
    for b in hasil.orang:
        lama = rak_pegawai.menurut_nip(kantor.store, b.nip)
        sesudah = jadikan(kantor, b, lama, pohon.cari(b.opd, b.unit))
        if lama is None:
            baru += 1
        elif beda := list(banding(lama, sesudah)) + _pindah_unit(lama, sesudah, b):
            berubah += 1
            ubah.append(BarisImpor(baris=b.baris, kode="ubah", pesan="", nama=sesudah.nama, ubah=beda))
    daftar = {n: [_baris(t) for t in getattr(hasil, n)] for n in ("ditolak", "peringatan", "celah")} | {
        "ubah": ubah[:CONTOH_UBAH]
    }
    for macam, isi in daftar.items():
        for potong in _potong(rak.tulis_baris(impor.id, macam, isi), 90):
            kantor.store.write(*potong)
    diterima = len(hasil.orang)
    hitung = {
        "jumlah": hasil.jumlah,
        "diterima": diterima,
        "baru": baru,
        "berubah": berubah,
        "sama": diterima - baru - berubah,
    }
    temuan = {n: len(getattr(hasil, n)) for n in ("ditolak", "peringatan", "celah")}
    kantor.store.write(
        rak.RAK.taruh(impor.model_copy(update={**hitung, **temuan, "keadaan": KeadaanImpor.SIAP, "kemajuan": 0}))
    )


def _pindah_unit(lama: Pegawai, sesudah: Pegawai, b: BarisAsn) -> list[tuple[str, str, str]]:
    return [("Unit kerja", "unit lain", b.unit)] if lama.unit != sesudah.unit else []


def _baris(t: Temuan) -> BarisImpor:
    return BarisImpor(baris=t.baris, kode=t.kode, pesan=t.pesan)


def potong(kantor: Kantor, impor: Impor) -> Impor:
    """Apply the next slice; the import notes how far it came, and at the end that it is done."""
    hasil = _terbaca(kantor, impor.id, impor.nama)
    sampai = min(impor.kemajuan + POTONG, len(hasil.orang))
    terapkan(kantor, hasil.orang[impor.kemajuan : sampai])
    selesai = sampai >= len(hasil.orang)
    keadaan = KeadaanImpor.SELESAI if selesai else impor.keadaan
    baru = impor.model_copy(update={"kemajuan": sampai, "keadaan": keadaan})
    [versi] = kantor.store.write(rak.RAK.taruh(baru))
    if selesai:
        usangkan(kantor)
        kantor.documents.hapus(k.masuk(impor.id))
        _ingatan.clear()
    return baru.model_copy(update={"versi": versi})


def terapkan(kantor: Kantor, orang: Iterable[BarisAsn]) -> int:
    """Write these people; answers how many were new or changed. Repeating it changes nothing more."""
    pohon = Pohon(kantor)
    tempat = [(b, pohon.cari(b.opd, b.unit)) for b in orang]
    pohon.tulis()
    return sum(_tulis(kantor, kelompok) for kelompok in _potong(tempat, SEKALI_TULIS))


def _tulis(kantor: Kantor, kelompok: list[tuple[BarisAsn, tuple[str | None, str | None]]]) -> int:
    rencana = [_rencana(kantor, b, tempat) for b, tempat in kelompok]
    operasi = [o for r in rencana for o in r]
    try:
        if operasi:
            kantor.store.write(*operasi)
    except Conflict:
        for b, tempat in kelompok:  # somebody changed one of them meanwhile: each by himself, read anew
            if satu := _rencana(kantor, b, tempat):
                kantor.store.write(*satu)
    return sum(bool(r) for r in rencana)


def _rencana(kantor: Kantor, b: BarisAsn, tempat: tuple[str | None, str | None]) -> list[Operasi]:
    lama = rak_pegawai.menurut_nip(kantor.store, b.nip)
    baru = jadikan(kantor, b, lama, tempat)
    if lama == baru:
        return []
    simpan = [*rak_pegawai.simpan(baru, lama), rak_ramalan.tanda(baru.id)]
    return [*simpan, *(bawa_usulan(kantor, sistem(), baru, lama) if lama else [])]
