"""NIP meleset: refused rows of a roster become work; a person reads the NIP from the SK CPNS, and only then is somebody entered."""

from __future__ import annotations

from collections.abc import Iterable

from chalicelib.actions import Kantor, lihat
from chalicelib.actions.audit import catatan
from chalicelib.actions.berisi import berisi
from chalicelib.actions.buku import Buku
from chalicelib.actions.pindah import simpan_pegawai
from chalicelib.galat import Bentrok, TakSah, TemuanGalat, TidakAda
from chalicelib.records import nip_meleset as rak
from chalicelib.records import pegawai as rak_pegawai
from chalicelib.rules import wewenang
from chalicelib.rules.hari_kerja import hari_wib
from chalicelib.rules.nip_asn import Sekitar, Tolak, baca_nip_sel
from chalicelib.store import Operasi
from schemas.dasar import Halaman
from schemas.nip_meleset import (
    Abai,
    IsianAbai,
    IsianNipMeleset,
    IsianPulihAbai,
    JawabNipMeleset,
    KueriNipMeleset,
    NipMeleset,
    PandanganNipMeleset,
)
from schemas.pegawai import Pegawai
from schemas.peran import BKPSDM, Pelaku, Peran
from schemas.tanggal import tanggal_panjang

MEMBETULKAN = frozenset({Peran.VERIFIKATOR, Peran.KABID, Peran.ADMIN})
_SEMUA = BKPSDM | {Peran.ADMIN, Peran.AUDITOR}


def simpan(kantor: Kantor, baris: Iterable[NipMeleset]) -> None:
    """Keep each refused row as work, once; what has come right meanwhile, since its suggestion is in the register, is work no more."""
    for satu in baris:
        if not _beres(kantor, satu) and rak.RAK.ambil(kantor.store, f"NIP-MELESET#{satu.id}") is None:
            kantor.store.write(rak.RAK.taruh(satu))
    for lama in rak.semua(kantor.store):
        if _beres(kantor, lama):
            kantor.store.write(rak.RAK.buang(lama))


def _beres(kantor: Kantor, n: NipMeleset) -> bool:
    return bool(n.saran and rak_pegawai.menurut_nip(kantor.store, n.saran))


def daftar(kantor: Kantor, pelaku: Pelaku, kueri: KueriNipMeleset) -> Halaman[PandanganNipMeleset]:
    """A page of them: all for BKPSDM, those of his office for a pengelola. Raises TidakAda."""
    buku = Buku(kantor.store)
    opd = None if pelaku.adalah(*_SEMUA) else lihat.opd_dilayani(pelaku, buku)

    def baca(kursor: str | None) -> Halaman[PandanganNipMeleset]:
        h = rak.daftar(kantor.store, opd, kueri.model_copy(update={"kursor": kursor}))
        return Halaman(isi=[_baris(buku, pelaku, n) for n in h.isi if _tampak(buku, pelaku, n)], kursor=h.kursor)

    return berisi(baca, kueri.kursor)


def _tampak(buku: Buku, pelaku: Pelaku, n: NipMeleset) -> bool:
    return pelaku.adalah(*_SEMUA) or wewenang.melayani(pelaku, buku.jalur(n.calon.unit, n.calon.opd))


def _baris(buku: Buku, pelaku: Pelaku, n: NipMeleset) -> PandanganNipMeleset:
    p, boleh = n.calon, pelaku.adalah(*MEMBETULKAN)
    return PandanganNipMeleset(
        **n.model_dump(include={"id", "angka", "saran", "pesan", "sejak", "versi"}),
        nama=p.nama_lengkap,
        tanggal_lahir=p.tanggal_lahir,
        golongan=p.golongan.tulisan if p.golongan else "",
        unit=buku.nama_unit(p.unit),
        opd=buku.nama_unit(p.opd),
        boleh_betulkan=boleh and n.abai is None,
        boleh_pulih=boleh and n.abai is not None,
        abai=f"{buku.nama(n.abai.oleh)}, {tanggal_panjang(hari_wib(n.abai.pada))}: {n.abai.alasan}" if n.abai else "",
    )


def betulkan(kantor: Kantor, pelaku: Pelaku, id_: str, isian: IsianNipMeleset) -> JawabNipMeleset:
    """Enter the person under the NIP that was read from his SK CPNS; when he stands there already, the work is done.

    Raises TidakAda, Bentrok, TakSah (no NIP, or another person's).
    """
    n = _ambil(kantor, pelaku, id_, isian.versi, abai=False)
    nip = _nip(kantor, n.calon, isian.nip)
    ada = _pemakai(kantor, n.calon, nip)
    p = ada or n.calon.model_copy(update={"nip": nip})
    jejak = catatan(kantor, pelaku, "betulkan NIP meleset", p.id, {"dasar": isian.dasar})
    masuk: list[Operasi] = [] if ada else simpan_pegawai(kantor, pelaku, p, None)
    kantor.store.write(*masuk, rak.RAK.buang(n), jejak)
    kantor.nyalakan()
    return JawabNipMeleset(pegawai=p.id, nama=p.nama_lengkap)


def abaikan(kantor: Kantor, pelaku: Pelaku, id_: str, isian: IsianAbai) -> None:
    """Take a row off the list for a reason; later rosters leave it off. Raises TidakAda, Bentrok."""
    n = _ambil(kantor, pelaku, id_, isian.versi, abai=False)
    baru = n.model_copy(update={"abai": Abai(alasan=isian.alasan, oleh=pelaku.id, pada=kantor.jam())})
    kantor.store.write(
        rak.RAK.taruh(baru), catatan(kantor, pelaku, "abaikan NIP meleset", id_, {"alasan": isian.alasan})
    )


def pulihkan(kantor: Kantor, pelaku: Pelaku, id_: str, isian: IsianPulihAbai) -> None:
    """Put a dismissed row back on the list. Raises TidakAda, Bentrok."""
    n = _ambil(kantor, pelaku, id_, isian.versi, abai=True)
    jejak = catatan(kantor, pelaku, "pulihkan NIP meleset", id_, {"alasan": n.abai.alasan if n.abai else ""})
    kantor.store.write(rak.RAK.taruh(n.model_copy(update={"abai": None})), jejak)


def _ambil(kantor: Kantor, pelaku: Pelaku, id_: str, versi: int, *, abai: bool) -> NipMeleset:
    """The row as it was seen. Raises TidakAda, Bentrok (changed meanwhile, or dismissed or not as it was thought)."""
    n = rak.ambil(kantor.store, id_)
    if not pelaku.adalah(*MEMBETULKAN):
        raise TidakAda()
    if n.versi != versi or (n.abai is not None) is not abai:
        raise Bentrok()
    return n


def _nip(kantor: Kantor, p: Pegawai, teks: str) -> str:
    sekitar = Sekitar(p.tanggal_lahir, p.tmt_cpns, p.jenis_kelamin.value if p.jenis_kelamin else None)
    try:
        return baca_nip_sel(teks, sekitar, hari_wib(kantor.jam()))[0]
    except Tolak as tolak:
        raise TakSah(tolak.pesan, kode=tolak.kode, temuan=[TemuanGalat(tolak.kode, tolak.pesan, "nip")]) from tolak


def _pemakai(kantor: Kantor, p: Pegawai, nip: str) -> Pegawai | None:
    """Himself, entered by a later roster. Raises TakSah when somebody of another name bears this NIP."""
    ada = rak_pegawai.menurut_nip(kantor.store, nip)
    if ada and ada.nama.casefold() != p.nama.casefold():
        pesan = "NIP itu sudah dipakai orang lain. Cocokkan SK CPNS keduanya."
        raise TakSah(pesan, kode="nip-dipakai", temuan=[TemuanGalat("nip-dipakai", pesan, "nip")])
    return ada
