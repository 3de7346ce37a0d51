"""Usulan and its history on the shelf. A desk's list is index entries of the case itself, so it cannot disagree with it."""

from __future__ import annotations

from collections.abc import Iterator

from chalicelib.records.rak import Indeks, Rak
from chalicelib.store import Harap, Put, Store
from schemas.dasar import Halaman
from schemas.laporan import KeadaanUsulan
from schemas.peristiwa import AWAL, Peristiwa
from schemas.usulan import TERBUKA, Status, Usulan


def _urut(u: Usulan) -> str:
    """Order of arrival at BKPSDM where there is one, else since when it stands here."""
    return f"{(u.antre_pada or u.sejak).isoformat()}#{u.id}"


def _indeks(u: Usulan) -> Indeks:
    indeks: Indeks = {
        "g1": (f"MILIK#{u.pegawai}", f"{u.dibuat_pada.isoformat()}#{u.id}"),
        "g2": (f"STATUS#{u.status}", _urut(u)),
        "g3": (f"OPD-USULAN#{u.opd}", f"{u.status}#{u.sejak.isoformat()}#{u.id}"),
        "g5": (f"PERIODE#{u.periode}", f"{u.status}#{u.opd}#{u.id}"),
    }
    if u.verifikator and u.status in TERBUKA:
        return {**indeks, "g4": (f"PETUGAS#{u.verifikator}", f"{u.status}#{_urut(u)}")}
    return indeks


RAK = Rak(Usulan, lambda u: (f"USULAN#{u.id}", "-"), _indeks)
RAK_PERISTIWA = Rak(Peristiwa, lambda p: (f"USULAN#{p.usulan}", f"P#{p.nomor:06d}"))


RAK_KEADAAN = Rak(KeadaanUsulan, lambda _: ("LAPORAN", "usulan"))


def keadaan(store: Store) -> KeadaanUsulan | None:
    """The open cases as the worker last counted them."""
    return RAK_KEADAAN.ambil(store, "LAPORAN", "usulan")


def ambil(store: Store, id_: str) -> Usulan:
    """The case. Raises TidakAda. Callers look through actions/lihat, which knows what the asker may see."""
    return RAK.wajib(store, f"USULAN#{id_}")


def catat(peristiwa: Peristiwa) -> Put:
    """An event is written once and never again."""
    return RAK_PERISTIWA.taruh(peristiwa, Harap.TIADA)


def riwayat(store: Store, id_: str, *, batas: int = 50, kursor: str | None = None) -> Halaman[Peristiwa]:
    """The history, newest first."""
    return RAK_PERISTIWA.daftar(store, f"USULAN#{id_}", awalan="P#", batas=batas, kursor=kursor, mundur=True)


def patah(store: Store, usulan: Usulan) -> str | None:
    """Check the case's hash chain; None when whole, else a sentence naming the first broken link."""
    sebelum = AWAL
    jumlah = 0
    for jumlah, p in enumerate(RAK_PERISTIWA.semua(store, f"USULAN#{usulan.id}", awalan="P#"), start=1):
        if p.nomor != jumlah:
            return f"{usulan.nomor}: peristiwa {jumlah} hilang"
        if p.sebelum != sebelum:
            return f"{usulan.nomor}: peristiwa {p.nomor} tidak menyambung ke peristiwa sebelumnya"
        if p.segel() != p.hash:
            return f"{usulan.nomor}: isi peristiwa {p.nomor} berubah sesudah dicatat"
        sebelum = p.hash
    if (jumlah, sebelum) != (usulan.peristiwa_terakhir, usulan.hash_terakhir or AWAL):
        return f"{usulan.nomor}: peristiwa terakhir tidak sama dengan keadaan usulan"
    return None


def daftar(
    store: Store, pk: str, indeks: str, *, awalan: str = "", batas: int = 20, kursor: str | None = None
) -> Halaman[Usulan]:
    """One page of a desk's list; `pk` and `indeks` as in the table of records/__init__."""
    return RAK.daftar(store, pk, awalan=awalan, indeks=indeks, batas=batas, kursor=kursor, mundur=indeks == "g1")  # type: ignore[arg-type]


def milik(store: Store, pegawai: str) -> list[Usulan]:
    """Every case of one person."""
    return RAK.semua(store, f"MILIK#{pegawai}", indeks="g1")


def surati(u: Usulan) -> list[Put]:
    """Note, with the act that proposes it, in which letter's batch a case goes."""
    kolektif = u.surat_pengantar.kolektif if u.surat_pengantar else None
    return [Put(f"ANGKATAN#{kolektif}", u.id, {})] if kolektif else []


def sesurat(store: Store, u: Usulan) -> list[Usulan]:
    """The cases of its OPD that went with the same letter, itself among them."""
    surat = u.surat_pengantar
    if surat is None or surat.kolektif is None:
        return [u]
    isi, _ = store.query(f"ANGKATAN#{surat.kolektif}", limit=200)
    ada = [RAK.baca(i) for i in store.get_many((f"USULAN#{i.sk}", "-") for i in isi).values()]
    ada = ada or [s for status in Status for s in _seperiode(store, u, status)]  # a letter from before they were noted
    return [s for s in ada if s.opd == u.opd and s.surat_pengantar and s.surat_pengantar.kolektif == surat.kolektif]


def _seperiode(store: Store, u: Usulan, status: Status) -> list[Usulan]:
    return RAK.semua(store, f"PERIODE#{u.periode}", awalan=f"{status}#{u.opd}#", indeks="g5")


def berstatus(store: Store, status: Status, sekali: int = 100) -> Iterator[Usulan]:
    """Every case in this status, in order of arrival; read page by page, as far as it is looked at."""
    kursor: str | None = None
    while True:
        halaman = RAK.daftar(store, f"STATUS#{status}", indeks="g2", batas=sekali, kursor=kursor)
        yield from halaman.isi
        if not (kursor := halaman.kursor):
            return
