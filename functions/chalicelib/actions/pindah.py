"""Pindah: a person changes unit. History keeps it, his open case goes along, and whole units move with their people."""

from __future__ import annotations

from contextlib import suppress

from chalicelib.actions import Kantor, nomor_mati
from chalicelib.actions.audit import catatan
from chalicelib.actions.pelaku import sistem
from chalicelib.records import kantor as rak_kantor
from chalicelib.records import pegawai as rak_pegawai
from chalicelib.records import ramalan as rak_ramalan
from chalicelib.records import usulan as rak_usulan
from chalicelib.records.rak import ditulis
from chalicelib.rules import alur
from chalicelib.store import Conflict, Delete, Operasi, Put
from schemas.opd import Unit
from schemas.pegawai import Pegawai
from schemas.peran import Pelaku, Peran
from schemas.usulan import LAYANAN

UBAH_NAMA = "UBAH-NAMA"
"""Partition of people changed since the last search snapshot."""
KERJA = "PINDAHAN"
"""Partition of the moves that the worker still owes: people and cases follow their unit."""


def simpan_pegawai(kantor: Kantor, pelaku: Pelaku, baru: Pegawai, lama: Pegawai | None) -> list[Operasi]:
    """Everything that goes with writing a person: the NIP's claim, the search's news, and his open case when he moved."""
    bawa = bawa_usulan(kantor, pelaku, baru, lama) if lama else []
    tanda = [tanda_ubah(kantor, baru), rak_ramalan.tanda(baru.id)]
    milik = rak_pegawai.menurut_nip(kantor.store, baru.nip) if lama and lama.nip != baru.nip else None
    simpan = rak_pegawai.simpan(baru, lama, pernah=milik is not None and milik.id == baru.id)
    return [*simpan, *tanda, *nomor_mati.ganti(kantor.store, lama, baru), *bawa]


def tanda_ubah(kantor: Kantor, p: Pegawai) -> Put:
    """A note for the search: this person is new or changed."""
    return Put(UBAH_NAMA, f"{kantor.id_baru()}", {"pegawai": p.id})


def bawa_usulan(kantor: Kantor, pelaku: Pelaku, p: Pegawai, lama_: Pegawai) -> list[Operasi]:
    """His open case goes along to the new office, and its history says so; nothing when he did not move."""
    if (lama_.unit, lama_.opd) == (p.unit, p.opd):
        return []
    id_ = rak_pegawai.usulan_terbuka(kantor.store, p.id, LAYANAN)
    if id_ is None:
        return []
    lama = rak_usulan.ambil(kantor.store, id_)
    pindah = lama.model_copy(update={"opd": p.opd or lama.opd, "unit": p.unit})
    isi: dict[str, object] = {"dari_unit": lama.unit, "ke_unit": p.unit}
    peran = Peran.ADMIN if Peran.ADMIN in pelaku.peran else Peran.VERIFIKATOR
    sesudah, peristiwa = alur.sambung(
        pindah, "pindah_opd", peran, pada=kantor.jam(), dari=lama.status, isi=isi, oleh=pelaku.id
    )
    return [rak_usulan.RAK.taruh(sesudah), rak_usulan.catat(peristiwa)]


def pindahkan(kantor: Kantor, pelaku: Pelaku, orang: Pegawai, unit: str) -> Pegawai:
    """Put a person into another unit. Raises TidakAda (no such unit), Bentrok."""
    tujuan = rak_kantor.unit(kantor.store, unit)
    baru = orang.model_copy(update={"unit": tujuan.id, "opd": tujuan.opd})
    jejak = catatan(kantor, pelaku, "pindah unit", orang.id, {"dari": orang.unit, "ke": unit})
    versi = kantor.store.write(*simpan_pegawai(kantor, pelaku, baru, orang), jejak)
    return ditulis(baru, versi[0])


def kerjakan_pindahan(kantor: Kantor, batas: int = 100) -> int:
    """The worker's share of a moved or merged unit: the units below and the people follow, some at a time, until none is left."""
    kerja, _ = kantor.store.query(KERJA, limit=1)
    for item in kerja:
        dari, tujuan = str(item.body["dari"]), rak_kantor.unit(kantor.store, str(item.body["ke"]))
        anak = [u for u in rak_kantor.anak(kantor.store, dari) if u.id != tujuan.id and _salah_tempat(u, tujuan)]
        orang = rak_pegawai.RAK.semua(kantor.store, f"UNIT#{dari}", indeks="g1")
        tertinggal = [p for p in orang if (p.unit, p.opd) != (tujuan.id, tujuan.opd)][:batas]
        for u in anak:
            _ikutkan(kantor, u, tujuan)
        for p in tertinggal:
            try:
                pindahkan(kantor, sistem(), p, tujuan.id)
            except Conflict:
                continue  # changed meanwhile; the next round sees him as he is then
        if not tertinggal and not anak:
            kantor.store.write(Delete(KERJA, item.sk))
        return len(tertinggal) + len(anak) or len(kerja)
    return 0


def _salah_tempat(u: Unit, induk: Unit) -> bool:
    return u.induk != induk.id or u.jalur != (*induk.jalur, u.id)


def _ikutkan(kantor: Kantor, u: Unit, induk: Unit) -> None:
    """A unit below gets its new path, and owes the same to what is below it."""
    baru = u.model_copy(update={"induk": induk.id, "jalur": (*induk.jalur, u.id)})
    with suppress(Conflict):  # edited meanwhile; the next round sees it as it is then
        kantor.store.write(rak_kantor.RAK_UNIT.taruh(baru), pindahan(kantor, u.id, u.id))


def pindahan(kantor: Kantor, dari: str, ke: str) -> Put:
    """Owe the worker that everybody of `dari` belongs to `ke` (the same unit: to its new path)."""
    return Put(KERJA, kantor.id_baru(), {"dari": dari, "ke": ke})
