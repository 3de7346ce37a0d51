"""Unit: the office tree, kept by the administrator: new, renamed, moved, merged; nothing is ever deleted."""

from __future__ import annotations

from chalicelib.actions import Kantor
from chalicelib.actions.audit import catatan
from chalicelib.actions.pindah import pindahan
from chalicelib.galat import Bentrok, TakSah, TidakAda
from chalicelib.records import kantor as rak
from chalicelib.records.rak import ditulis
from chalicelib.rules.hari_kerja import hari_wib
from chalicelib.store import Check, Operasi
from schemas.dasar import Halaman
from schemas.kueri import KueriUnit
from schemas.opd import IsianGabung, IsianUbahUnit, IsianUnit, Unit
from schemas.pandangan_kantor import PandanganUnit
from schemas.peran import Pelaku, Peran


def daftar(kantor: Kantor, kueri: KueriUnit) -> Halaman[PandanganUnit]:
    """The units below one (or the OPDs), by name."""
    halaman = rak.RAK_UNIT.daftar(
        kantor.store, f"INDUK#{kueri.induk or '-'}", indeks="g1", batas=kueri.batas, kursor=kueri.kursor
    )
    return Halaman(isi=[sajikan(kantor, u) for u in halaman.isi], kursor=halaman.kursor)


def sajikan(kantor: Kantor, u: Unit) -> PandanganUnit:
    """One office; `anak` counts what lies right below, up to 200."""
    anak, _ = kantor.store.query(f"INDUK#{u.id}", index="g1", limit=200)
    return PandanganUnit(**u.model_dump(), anak=len(anak))


def _admin(pelaku: Pelaku) -> None:
    if Peran.ADMIN not in pelaku.peran:
        raise TidakAda()


def buat(kantor: Kantor, pelaku: Pelaku, isian: IsianUnit) -> PandanganUnit:
    """A new office. Raises TakSah when one of that name stands there already."""
    _admin(pelaku)
    atas = _atas(kantor, isian.induk)
    _nama_baru(kantor, isian.nama, isian.induk)
    id_ = kantor.id_baru()
    baru = Unit(
        id=id_,
        nama=isian.nama,
        induk=isian.induk,
        jalur=(*(u.id for u in atas), id_),
        berlaku_mulai=hari_wib(kantor.jam()),
    )
    versi = kantor.store.write(rak.RAK_UNIT.taruh(baru), catatan(kantor, pelaku, "buat unit", id_), *_tetap(atas))
    return sajikan(kantor, ditulis(baru, versi[0]))


def _atas(kantor: Kantor, id_: str | None) -> list[Unit]:
    """The unit to stand below and all above it, the OPD first, as each says itself: the paths of a branch that is just being
    moved are not all right yet. Raises TidakAda, TakSah when it has ended.
    """
    atas: list[Unit] = []
    while id_:
        atas.insert(0, u := rak.unit(kantor.store, id_))
        id_ = u.induk
    if atas and atas[-1].digabung_ke:
        raise TakSah(
            "Unit itu sudah digabung ke unit lain.", kode="unit-berakhir", petunjuk="Pilih unit yang masih ada."
        )
    return atas


def _tetap(atas: list[Unit]) -> list[Operasi]:
    """The write holds only while they stand so: two moves at once would make a ring, which nobody comes to the end of."""
    return [Check(*rak.RAK_UNIT.kunci(u), expect=u.versi) for u in atas]


def _nama_baru(kantor: Kantor, nama: str, induk: str | None, kecuali: str = "") -> None:
    kembar = rak.RAK_UNIT.daftar(
        kantor.store, f"INDUK#{induk or '-'}", indeks="g1", awalan=f"{nama.casefold()}#", batas=5
    ).isi
    if any(u.id != kecuali and u.digabung_ke is None for u in kembar):
        raise TakSah(
            "Sudah ada unit bernama itu di tempat yang sama.",
            kode="unit-kembar",
            petunjuk="Pakai unit yang ada, atau beri nama lain.",
        )


def ubah(kantor: Kantor, pelaku: Pelaku, id_: str, isian: IsianUbahUnit) -> PandanganUnit:
    """Rename, or move below another. Moving takes its people and their open cases along (by the worker)."""
    _admin(pelaku)
    lama = rak.unit(kantor.store, id_)
    if lama.versi != isian.versi:
        raise Bentrok()
    induk_id = isian.induk if isian.induk is not None else lama.induk
    atas = _atas(kantor, induk_id)
    if any(u.id == id_ for u in atas):
        raise TakSah("Unit tidak dapat dipindah ke bawah dirinya sendiri.", kode="unit-melingkar")
    nama = isian.nama or lama.nama
    _nama_baru(kantor, nama, induk_id, id_)
    jalur = (*(u.id for u in atas), id_)
    baru = lama.model_copy(update={"nama": nama, "induk": induk_id, "jalur": jalur})
    operasi: list[Operasi] = [
        rak.RAK_UNIT.taruh(baru),
        catatan(kantor, pelaku, "ubah unit", id_, {"nama": nama, "induk": induk_id}),
        *_tetap(atas),
    ]
    if jalur != lama.jalur:
        operasi.append(pindahan(kantor, id_, id_))
    versi = kantor.store.write(*operasi)
    kantor.nyalakan()
    return sajikan(kantor, ditulis(baru, versi[0]))


def gabung(kantor: Kantor, pelaku: Pelaku, id_: str, isian: IsianGabung) -> PandanganUnit:
    """This office ends today; another takes over its people."""
    _admin(pelaku)
    lama = rak.unit(kantor.store, id_)
    if lama.versi != isian.versi:
        raise Bentrok()
    atas = _atas(kantor, isian.ke)
    if lama.digabung_ke or any(u.id == id_ for u in atas):
        raise TakSah(
            "Unit ini sudah berakhir, atau unit tujuan itu berada di bawahnya.",
            kode="unit-tujuan",
            petunjuk="Pilih unit lain.",
        )
    baru = lama.model_copy(update={"digabung_ke": isian.ke, "berlaku_sampai": hari_wib(kantor.jam())})
    tulis = [
        rak.RAK_UNIT.taruh(baru),
        pindahan(kantor, id_, isian.ke),
        catatan(kantor, pelaku, "gabung unit", id_, {"ke": isian.ke}),
        *_tetap(atas),
    ]
    versi = kantor.store.write(*tulis)
    kantor.nyalakan()
    return sajikan(kantor, ditulis(baru, versi[0]))
