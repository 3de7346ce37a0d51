"""Akhiri: what else the retention table ends: the text of messages, and the lines of the journal about looks at identity papers.

Both are walked oldest first and step by step; how far a walk has come is noted in the write of its step. What statistics and audit
need stays: that a message was sent, of which kind, to whom, when, and what became of it; how many looks there were in a month.
"""

from __future__ import annotations

from datetime import date, timedelta

from chalicelib.actions import Kantor, identitas
from chalicelib.actions.audit import catatan
from chalicelib.actions.masa_simpan import lama
from chalicelib.actions.pelaku import sistem
from chalicelib.records import kabar as rak_kabar
from chalicelib.records import kantor as rak_kantor
from chalicelib.records import retensi as rak
from chalicelib.records.rak import M, Rak
from chalicelib.rules.hari_kerja import hari_wib
from chalicelib.store import Conflict, Item, NamaIndeks, Operasi
from schemas.dasar import Halaman
from schemas.hitung_kabar import BELUM
from schemas.kabar import ISI_BERAKHIR, Kabar, KeadaanKabar

POTONG = 50
_AKSES = (identitas.LIHAT, identitas.UNDUH)
SISA = "akhiri catatan akses dokumen identitas"
"""The line of the journal that stays for a month: how many looks and downloads there were."""
AWAL = date(2026, 1, 1)
"""No journal of SIKAP is older."""


def kerjakan(kantor: Kantor, batas: int = POTONG) -> int:
    """One step of each walk; how many moved on. Nothing while deletion is switched off."""
    if not kantor.setelan.retensi:
        return 0
    maju = sum(_kabar(kantor, s, batas) for s in KeadaanKabar if s not in BELUM)
    return maju + _akses(kantor, batas)


def _halaman(
    kantor: Kantor, shelf: Rak[M], pk: str, ada: Item | None, batas: int, indeks: NamaIndeks | None = None
) -> Halaman[M]:
    """The next page of the walk."""
    return rak.lanjutan(ada, lambda kursor: shelf.daftar(kantor.store, pk, indeks=indeks, batas=batas, kursor=kursor))


def _tulis(kantor: Kantor, *operasi: Operasi) -> bool:
    """False when somebody was at the same things: the next round looks anew."""
    try:
        kantor.store.write(*operasi)
    except Conflict:
        return False
    return True


def _kabar(kantor: Kantor, keadaan: KeadaanKabar, batas: int) -> bool:
    """Messages that ended so, in the order in which they were written; the last page is looked at again next time."""
    kerja = f"kabar {keadaan}"
    ada = rak.langkah(kantor.store, kerja)
    halaman = _halaman(kantor, rak_kabar.RAK, f"KEADAAN#{keadaan}", ada, batas, "g3")
    sejak = kantor.jam() - lama(kantor, "isi-kabar")
    tua = [k for k in halaman.isi if k.dibuat_pada < sejak]
    baru = [b for k in tua if (b := _tanpa_isi(k)) != k]
    penuh = bool(halaman.kursor) and len(tua) == len(halaman.isi)
    if not (baru or penuh):
        return False
    jumlah = [rak.hitung(kantor.store, hari_wib(kantor.jam()), kabar=len(baru))] if baru else []
    lanjut = [rak.taruh_langkah(kerja, ada, {"kursor": halaman.kursor})] if penuh else []
    return _tulis(kantor, *(rak_kabar.RAK.taruh(b) for b in baru), *jumlah, *lanjut)


def _tanpa_isi(k: Kabar) -> Kabar:
    return k.model_copy(update={"isi": ISI_BERAKHIR, "nilai": (), "tujuan": ""})


def _akses(kantor: Kantor, batas: int) -> bool:
    """Whole months whose last day is past the time. What is left of a month is its count, as a line of the journal."""
    ada = rak.langkah(kantor.store, "akses")
    bulan = date.fromisoformat(str(ada.body["bulan"])) if ada else AWAL
    berikut = (bulan + timedelta(days=32)).replace(day=1)
    if berikut > hari_wib(kantor.jam() - lama(kantor, "akses-identitas")):
        return False
    halaman = _halaman(kantor, rak_kantor.RAK_CATATAN, f"CATATAN#{bulan:%Y-%m}", ada, batas)
    kena = [c for c in halaman.isi if c.aksi in _AKSES]
    banyak: dict[str, object] = {aksi: _dari(ada, aksi) + sum(c.aksi == aksi for c in kena) for aksi in _AKSES}
    isi = {"bulan": bulan.isoformat(), "kursor": halaman.kursor, **banyak}
    jejak: list[Operasi] = []
    if not halaman.kursor:
        isi = {"bulan": berikut.isoformat(), "kursor": ""}
        jejak = [catatan(kantor, sistem(), SISA, f"{bulan:%Y-%m}", banyak)] if any(banyak.values()) else []
    jumlah = [rak.hitung(kantor.store, hari_wib(kantor.jam()), akses=len(kena))] if kena else []
    buang = (rak_kantor.RAK_CATATAN.buang(c) for c in kena)
    return _tulis(kantor, *buang, *jumlah, *jejak, rak.taruh_langkah("akses", ada, isi))


def _dari(ada: Item | None, aksi: str) -> int:
    """How many were counted on this month's earlier pages."""
    return int(str(ada.body.get(aksi, 0))) if ada else 0
