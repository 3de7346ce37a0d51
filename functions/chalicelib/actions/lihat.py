"""Lihat: fetch through the asker's eyes. What he may not see does not exist, so no check can be forgotten elsewhere."""

from __future__ import annotations

from typing import NamedTuple

from chalicelib.actions import Kantor
from chalicelib.actions.buku import Buku
from chalicelib.galat import TidakAda
from chalicelib.records import berkas as rak_berkas
from chalicelib.records import pegawai as rak_pegawai
from chalicelib.records import usulan as rak_usulan
from chalicelib.rules import wewenang
from schemas.alur import Siapa
from schemas.berkas import Berkas
from schemas.pegawai import Pegawai
from schemas.peran import Pelaku, Peran
from schemas.usulan import Usulan


class Terlihat(NamedTuple):
    """A case, the path of offices it belongs to, and what the asker is to it."""

    usulan: Usulan
    jalur: tuple[str, ...]
    kapasitas: frozenset[Siapa]


def usulan(kantor: Kantor, pelaku: Pelaku, id_: str, buku: Buku | None = None) -> Terlihat:
    """A case. Raises TidakAda when there is none or it is not for him."""
    ada = rak_usulan.ambil(kantor.store, id_)
    jalur = (buku or Buku(kantor.store)).jalur(ada.unit, ada.opd)
    if not wewenang.boleh_lihat(pelaku, ada, jalur):
        raise TidakAda()
    return Terlihat(ada, jalur, wewenang.kapasitas(pelaku, ada, jalur))


def terlihat(pelaku: Pelaku, ada: Usulan, buku: Buku) -> Terlihat:
    """A case just written by the asker, as he stands to it."""
    jalur = buku.jalur(ada.unit, ada.opd)
    return Terlihat(ada, jalur, wewenang.kapasitas(pelaku, ada, jalur))


def pegawai(kantor: Kantor, pelaku: Pelaku, id_: str, buku: Buku | None = None) -> tuple[Pegawai, tuple[str, ...]]:
    """A person and the path of his offices. Raises TidakAda."""
    ada = rak_pegawai.ambil(kantor.store, id_)
    jalur = (buku or Buku(kantor.store)).jalur(ada.unit, ada.opd)
    if not wewenang.boleh_lihat_pegawai(pelaku, ada, jalur):
        raise TidakAda()
    return ada, jalur


def opd_dilayani(pelaku: Pelaku, buku: Buku) -> str:
    """The OPD in which a pengelola serves; he may work in another. Raises TidakAda for one who serves nobody."""
    unit = buku.unit(pelaku.lingkup) if Peran.PENGELOLA_OPD in pelaku.peran and pelaku.lingkup else None
    if unit is None:
        raise TidakAda()
    return unit.opd


def arsip(kantor: Kantor, pelaku: Pelaku, id_: str) -> Pegawai:
    """A person whose archive he may add to. Raises TidakAda."""
    ada, jalur = pegawai(kantor, pelaku, id_)
    if not wewenang.boleh_arsip(pelaku, ada, jalur):
        raise TidakAda()
    return ada


def berkas(kantor: Kantor, pelaku: Pelaku, id_: str) -> Berkas:
    """One version of a document, seen by those who may see its owner's case work. Raises TidakAda."""
    return berkas_milik(kantor, pelaku, id_, Buku(kantor.store))[0]


def berkas_milik(kantor: Kantor, pelaku: Pelaku, id_: str, buku: Buku) -> tuple[Berkas, Pegawai, tuple[str, ...]]:
    """As `berkas`, with its owner and the path of his offices. Raises TidakAda."""
    ada = rak_berkas.ambil(kantor.store, id_)
    orang = buku.pegawai(ada.pegawai)
    jalur = buku.jalur(orang.unit, orang.opd) if orang else ()
    if orang is None or not boleh_baca_arsip(pelaku, orang, jalur):
        raise TidakAda()
    return ada, orang, jalur


def boleh_baca_arsip(pelaku: Pelaku, orang: Pegawai, jalur: tuple[str, ...]) -> bool:
    """May look into this person's archive: those who may add to it, and the auditor."""
    return wewenang.boleh_arsip(pelaku, orang, jalur) or wewenang.boleh_periksa_arsip(pelaku)
