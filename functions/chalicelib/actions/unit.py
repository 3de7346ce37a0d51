"""Unit: the office tree, kept by the administrator: new, renamed, moved, merged; nothing is ever deleted."""

from __future__ import annotations

from chalicelib.actions import Kantor
from chalicelib.actions.audit import catatan
from chalicelib.actions.pindah import pindahan
from chalicelib.galat import Bentrok, TakSah, TidakAda
from chalicelib.records import kantor as rak
from chalicelib.records.rak import ditulis
from chalicelib.rules.hari_kerja import hari_wib
from chalicelib.store import Operasi
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
    induk = _induk(kantor, isian.induk)
    _nama_baru(kantor, isian.nama, isian.induk)
    id_ = kantor.id_baru()
    baru = Unit(
        id=id_,
        nama=isian.nama,
        induk=isian.induk,
        jalur=(*(induk.jalur if induk else ()), id_),
        berlaku_mulai=hari_wib(kantor.jam()),
    )
    versi = kantor.store.write(rak.RAK_UNIT.taruh(baru), catatan(kantor, pelaku, "buat unit", id_))
    return sajikan(kantor, ditulis(baru, versi[0]))


def _induk(kantor: Kantor, id_: str | None) -> Unit | None:
    """The unit to stand below. Raises TidakAda, TakSah when it has ended."""
    induk = rak.unit(kantor.store, id_) if id_ else None
    if induk and induk.digabung_ke:
        raise TakSah(
            "Unit itu sudah digabung ke unit lain.", kode="unit-berakhir", petunjuk="Pilih unit yang masih ada."
        )
    return induk


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
    induk = _induk(kantor, induk_id)
    if induk and id_ in induk.jalur:
        raise TakSah("Unit tidak dapat dipindah ke bawah dirinya sendiri.", kode="unit-melingkar")
    nama = isian.nama or lama.nama
    _nama_baru(kantor, nama, induk_id, id_)
    jalur = (*(induk.jalur if induk else ()), id_)
    baru = lama.model_copy(update={"nama": nama, "induk": induk_id, "jalur": jalur})
    operasi: list[Operasi] = [
        rak.RAK_UNIT.taruh(baru),
        catatan(kantor, pelaku, "ubah unit", id_, {"nama": nama, "induk": induk_id}),
    ]
    if jalur != lama.jalur:
        operasi.append(pindahan(kantor, id_, id_))
    versi = kantor.store.write(*operasi)
    kantor.nyalakan()
    return sajikan(kantor, ditulis(baru, versi[0]))


def gabung(kantor: Kantor, pelaku: Pelaku, id_: str, isian: IsianGabung) -> PandanganUnit:
    """This office ends today; another takes over its people."""
    _admin(pelaku)
    lama, tujuan = rak.unit(kantor.store, id_), rak.unit(kantor.store, isian.ke)
    if lama.versi != isian.versi:
        raise Bentrok()
    if tujuan.digabung_ke or id_ in tujuan.jalur or lama.digabung_ke:
        raise TakSah(
            "Unit tujuan itu sudah berakhir atau berada di bawah unit ini.",
            kode="unit-tujuan",
            petunjuk="Pilih unit lain.",
        )
    baru = lama.model_copy(update={"digabung_ke": tujuan.id, "berlaku_sampai": hari_wib(kantor.jam())})
    tulis = [
        rak.RAK_UNIT.taruh(baru),
        pindahan(kantor, id_, tujuan.id),
        catatan(kantor, pelaku, "gabung unit", id_, {"ke": tujuan.id}),
    ]
    versi = kantor.store.write(*tulis)
    kantor.nyalakan()
    return sajikan(kantor, ditulis(baru, versi[0]))
