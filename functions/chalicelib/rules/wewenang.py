"""Wewenang: in which capacity one stands before a case or a person, and what he may therefore see. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from schemas.alur import LAHIR, Langkah, Siapa
from schemas.pegawai import Pegawai
from schemas.peran import BKPSDM, Pelaku, Peran
from schemas.usulan import Usulan

_MELIHAT_SEMUA = BKPSDM | {Peran.AUDITOR}
_ATAS_NAMA_KANTOR = {
    Siapa.VERIFIKATOR: Peran.VERIFIKATOR,
    Siapa.KABID: Peran.KABID,
    Siapa.OPERATOR: Peran.OPERATOR_SIASN,
}


def melayani(pelaku: Pelaku, jalur: Sequence[str]) -> bool:
    """Is he the pengelola of a unit on this path (ids from the OPD down)?"""
    return Peran.PENGELOLA_OPD in pelaku.peran and pelaku.lingkup is not None and pelaku.lingkup in jalur


def kapasitas(pelaku: Pelaku, usulan: Usulan, jalur: Sequence[str]) -> frozenset[Siapa]:
    """Everything he is to this case. Nobody is an officer of BKPSDM in his own case."""
    sendiri = pelaku.id == usulan.pegawai
    ada = {Siapa.PNS} if sendiri else set()
    if melayani(pelaku, jalur):
        ada.add(Siapa.PENGELOLA)
    if pelaku.id == usulan.dibuat_oleh:
        ada.add(Siapa.PEMBUAT)
    if sendiri:
        return frozenset(ada)
    ada |= {siapa for siapa, peran in _ATAS_NAMA_KANTOR.items() if peran in pelaku.peran}
    if Siapa.VERIFIKATOR in ada and pelaku.id == usulan.verifikator:
        ada.add(Siapa.PEMEGANG)
    if Siapa.VERIFIKATOR in ada and Siapa.PEMBUAT in ada:
        ada.add(Siapa.PEMBUAT_BKPSDM)
    return frozenset(ada)


def boleh_lihat(pelaku: Pelaku, usulan: Usulan, jalur: Sequence[str]) -> bool:
    """His own case, one of his scope, or any for those who handle or audit all."""
    return pelaku.id == usulan.pegawai or melayani(pelaku, jalur) or pelaku.adalah(*_MELIHAT_SEMUA)


def boleh_lihat_pegawai(pelaku: Pelaku, pegawai: Pegawai, jalur: Sequence[str]) -> bool:
    """As a case; the administrator sees people too, since he keeps the roster."""
    semua = pelaku.adalah(*_MELIHAT_SEMUA, Peran.ADMIN)
    return pelaku.id == pegawai.id or melayani(pelaku, jalur) or semua


def boleh_buat(pelaku: Pelaku, pegawai: Pegawai, jalur: Sequence[str]) -> bool:
    """For himself, for his scope, or (verifikator) for an OPD that asked by letter."""
    lain = pelaku.id != pegawai.id and Peran.VERIFIKATOR in pelaku.peran
    return pelaku.id == pegawai.id or melayani(pelaku, jalur) or lain


def boleh_arsip(pelaku: Pelaku, pegawai: Pegawai, jalur: Sequence[str]) -> bool:
    """May add documents to a person's archive."""
    return pelaku.id == pegawai.id or melayani(pelaku, jalur) or pelaku.adalah(*BKPSDM)


def boleh_lihat_fakta(pelaku: Pelaku, pegawai: Pegawai, jalur: Sequence[str]) -> bool:
    """May read the histories with their sources: as the archive, which they rest on."""
    return boleh_arsip(pelaku, pegawai, jalur) or boleh_periksa_arsip(pelaku)


def boleh_lihat_hukuman(pelaku: Pelaku, pegawai: Pegawai, jalur: Sequence[str]) -> bool:
    """Discipline is restricted (domain 10): the person, his pengelola, those who judge cases, the auditor; nobody else."""
    return pelaku.id == pegawai.id or melayani(pelaku, jalur) or pelaku.adalah(*_MELIHAT_SEMUA)


def boleh_usul_fakta(pelaku: Pelaku, pegawai: Pegawai, jalur: Sequence[str]) -> bool:
    """May propose a fact: the person himself, his pengelola, and those of BKPSDM who decide (another one confirms)."""
    return pelaku.id == pegawai.id or melayani(pelaku, jalur) or boleh_putus_fakta(pelaku)


def boleh_putus_fakta(pelaku: Pelaku) -> bool:
    """May confirm or refuse a proposed fact, though never his own word or about himself."""
    return pelaku.adalah(Peran.VERIFIKATOR, Peran.KABID)


def terbuka(baris: Langkah, usulan: Usulan, kapasitas_: frozenset[Siapa]) -> bool:
    """Is this row open from here to one who is this to the case?"""
    return usulan.status in baris.dari and not kapasitas_.isdisjoint(baris.siapa) and baris.aksi not in LAHIR


def boleh_periksa_arsip(pelaku: Pelaku) -> bool:
    """Reads every archive without adding to it: the auditor."""
    return Peran.AUDITOR in pelaku.peran
