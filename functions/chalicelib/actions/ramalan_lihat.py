"""Ramalan in words: the work list of an OPD, the gap desk, their counts. Every list is a page of an index; nothing is counted here."""

from __future__ import annotations

from chalicelib.actions import Kantor
from chalicelib.actions.buku import Buku
from chalicelib.galat import TidakAda
from chalicelib.records import kantor as rak_kantor
from chalicelib.records import ramalan as rak
from chalicelib.rules import wewenang
from schemas.dasar import Halaman
from schemas.peran import BKPSDM, Pelaku, Peran
from schemas.ramalan import (
    KueriCelah,
    KueriRamalan,
    PandanganHasilRamal,
    PandanganHitungan,
    PandanganRamalan,
    Ramalan,
    sebut_kurang,
)
from schemas.usulan import SEBUTAN_JENIS

MELIHAT = BKPSDM | {Peran.PIMPINAN, Peran.AUDITOR}
BATAS_CARI = 5
"""Pages read for one page of a filtered list: it may come back short, with a cursor that goes on."""


def lingkup(kantor: Kantor, pelaku: Pelaku, opd: str | None) -> str | None:
    """The OPD whose forecast he sees: the one asked for, or all (None); a pengelola his own only. Raises TidakAda."""
    if pelaku.adalah(*MELIHAT):
        return rak_kantor.unit(kantor.store, opd).opd if opd else None
    if Peran.PENGELOLA_OPD in pelaku.peran and pelaku.lingkup:
        milik = rak_kantor.unit(kantor.store, pelaku.lingkup).opd
        if opd in (None, milik):
            return milik
    raise TidakAda()


def daftar(kantor: Kantor, pelaku: Pelaku, kueri: KueriRamalan) -> Halaman[PandanganRamalan]:
    """Who may rise, the soonest period first. Raises TidakAda."""
    opd = lingkup(kantor, pelaku, kueri.opd)
    awalan = f"{kueri.periode}#" if kueri.periode else ""
    h = rak.RAK.daftar(
        kantor.store, f"RAMAL-OPD#{opd}" if opd else "RAMAL-SEMUA", indeks="g1" if opd else "g2", awalan=awalan,
        batas=kueri.batas, kursor=kueri.kursor,
    )  # fmt: skip
    buku = Buku(kantor.store)
    return Halaman(isi=[sajikan(buku, r) for r in h.isi if tampak(buku, pelaku, r)], kursor=h.kursor)


def celah(kantor: Kantor, pelaku: Pelaku, kueri: KueriCelah) -> Halaman[PandanganRamalan]:
    """Of whom something is missing, those first who lose a period soonest; of one kind of fact. Raises TidakAda."""
    opd = lingkup(kantor, pelaku, kueri.opd)
    buku, kursor = Buku(kantor.store), kueri.kursor
    isi: list[PandanganRamalan] = []
    for _ in range(BATAS_CARI):
        h = rak.RAK.daftar(
            kantor.store, f"CELAH-OPD#{opd}" if opd else "CELAH-SEMUA", indeks="g3" if opd else "g4",
            batas=kueri.batas, kursor=kursor,
        )  # fmt: skip
        cocok = [r for r in h.isi if kueri.kurang is None or kueri.kurang in r.kurang]
        isi += [sajikan(buku, r) for r in cocok if tampak(buku, pelaku, r)]
        kursor = h.kursor
        if kursor is None or isi:
            break
    return Halaman(isi=isi, kursor=kursor)


def hitungan(kantor: Kantor, pelaku: Pelaku, opd: str | None) -> PandanganHitungan:
    """How many answers there are, how many rest on missing facts, and on which. Raises TidakAda."""
    milik = lingkup(kantor, pelaku, opd)
    h = rak.hitungan(kantor.store, milik or rak.SEMUA)
    penanda = rak.penanda(kantor.store)
    antre, _ = kantor.store.query(rak.ANTRE, limit=1)
    return PandanganHitungan(
        opd=Buku(kantor.store).nama_unit(milik) if milik else "Semua OPD",
        orang=h.orang,
        jawaban=h.jawaban,
        bertumpu=h.bertumpu,
        kurang=[sebut_kurang(k, n) for k, n in sorted(h.kurang.items(), key=lambda x: (-x[1], x[0]))],
        periode=sorted(h.periode.items()),
        sedang_dihitung=penanda is None or bool(penanda.sisa),
        antre=bool(antre),
    )


def tampak(buku: Buku, pelaku: Pelaku, r: Ramalan) -> bool:
    """May he see this person's line? A pengelola of a unit sees his unit and those below it."""
    return pelaku.adalah(*MELIHAT) or wewenang.melayani(pelaku, buku.jalur(r.unit, r.opd))


def sajikan(buku: Buku, r: Ramalan) -> PandanganRamalan:
    """One line."""
    return PandanganRamalan(
        **r.model_dump(include={"pegawai", "nama", "nip", "golongan", "jabatan"}),
        unit=buku.nama_unit(r.unit),
        opd=buku.nama_unit(r.opd),
        kapan=r.kapan,
        hasil=[
            PandanganHasilRamal(
                jenis=h.jenis,
                jenis_sebutan=SEBUTAN_JENIS[h.jenis],
                golongan_baru=h.golongan_baru,
                paling_cepat=h.paling_cepat,
                kurang=[sebut_kurang(k) for k in h.kurang],
            )
            for h in r.hasil
        ],
    )
