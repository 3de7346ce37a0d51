"""Audit: the journal of acts off a case, and the proof that every case's history is whole."""

from __future__ import annotations

import hashlib
import json
from typing import NamedTuple

from chalicelib.actions import Kantor, kata_jurnal
from chalicelib.actions.buku import Buku
from chalicelib.records import kantor as rak
from chalicelib.records import usulan as rak_usulan
from chalicelib.rules.hari_kerja import hari_wib
from chalicelib.store import Put
from schemas.catatan import Catatan, PandanganCatatan
from schemas.dasar import Halaman
from schemas.pandangan_kantor import PublikAudit
from schemas.peran import BKPSDM, Pelaku, Peran
from schemas.usulan import Status, Usulan


def catatan(kantor: Kantor, pelaku: Pelaku, aksi: str, tentang: str = "", isi: dict[str, object] | None = None) -> Put:
    """A line for the journal, as a write to go with the act."""
    return rak.catat(
        Catatan(id=kantor.id_baru(), pada=kantor.jam(), oleh=pelaku.id, aksi=aksi, tentang=tentang, isi=isi or {})
    )


def jurnal(
    kantor: Kantor, pelaku: Pelaku, bulan: str, *, batas: int = 50, kursor: str | None = None
) -> Halaman[PandanganCatatan]:
    """The journal of a month ("2026-11"), newest first. Who may read no facts is not told of which kind one was: that it was a
    penalty tells that there was one (domain 10)."""
    halaman = rak.RAK_CATATAN.daftar(kantor.store, f"CATATAN#{bulan}", batas=batas, kursor=kursor, mundur=True)
    buku, fakta = Buku(kantor.store), pelaku.adalah(*BKPSDM, Peran.AUDITOR)
    isi = [
        PandanganCatatan(
            pada=c.pada,
            oleh=buku.nama(c.oleh) or c.oleh,
            aksi=c.aksi,
            tentang=kata_jurnal.sebut(buku, c.tentang),
            isi=(tampak := _tampak(c, fakta=fakta)),
            rincian=kata_jurnal.rincian(buku, c.aksi, tampak),
        )
        for c in halaman.isi
    ]
    return Halaman(isi=isi, kursor=halaman.kursor)


def _tampak(c: Catatan, *, fakta: bool) -> dict[str, object]:
    """What is told of it: for who may read no facts, not of which kind one was."""
    terbatas = () if fakta or "usul" not in c.isi else ("jenis", "tindakan")
    return {n: v for n, v in c.isi.items() if n not in terbatas}


class HasilAudit(NamedTuple):
    """Cases and events looked at, the broken links (sentences), and one digest over all chains' ends."""

    usulan: int
    peristiwa: int
    patah: list[str]
    intisari: str


def periksa(kantor: Kantor) -> HasilAudit:
    """Walk every case's chain. Grows with the county: for the command and the worker, never for a request."""
    intisari = hashlib.sha256()
    usulan = peristiwa = 0
    patah: list[str] = []
    for id_ in _semua(kantor):
        u, masalah = _rantai(kantor, id_)
        usulan += 1
        peristiwa += u.peristiwa_terakhir
        intisari.update(f"{u.id}:{u.hash_terakhir}\n".encode())
        patah += [masalah] if masalah else []
    return HasilAudit(usulan, peristiwa, patah, intisari.hexdigest())


def _semua(kantor: Kantor) -> list[str]:
    """Every case, by id: the index says which there are, the item itself is read strongly."""
    return sorted({u.id for s in Status for u in rak_usulan.RAK.semua(kantor.store, f"STATUS#{s}", indeks="g2")})


def _rantai(kantor: Kantor, id_: str) -> tuple[Usulan, str | None]:
    """A case and its broken link; an act that came between the two readings is no break, so both are read again."""
    while True:
        u = rak_usulan.ambil(kantor.store, id_)
        masalah = rak_usulan.patah(kantor.store, u)
        if masalah is None or rak_usulan.ambil(kantor.store, id_).versi == u.versi:
            return u, masalah


def segel_harian(kantor: Kantor) -> None:
    """Once a day: walk all chains and keep the digest, in the store and (out of the database owner's reach) in storage."""
    hari = hari_wib(kantor.jam())
    if kantor.store.get("INTISARI", hari.isoformat()):
        return
    hasil = periksa(kantor)
    isi = {
        "tanggal": hari.isoformat(),
        "usulan": hasil.usulan,
        "peristiwa": hasil.peristiwa,
        "intisari": hasil.intisari,
        "utuh": not hasil.patah,
    }
    kantor.documents.taruh(f"intisari/{hari}.json", json.dumps(isi, sort_keys=True).encode(), "application/json")
    kantor.store.write(Put("INTISARI", hari.isoformat(), isi))


def intisari_terakhir(kantor: Kantor) -> PublikAudit:
    """The newest daily digest, for the public page."""
    isi, _ = kantor.store.query("INTISARI", limit=1, reverse=True)
    return PublikAudit.model_validate(dict(isi[0].body)) if isi else PublikAudit(tanggal=None)
