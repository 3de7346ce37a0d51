"""Ramalan in words: the work list of an OPD, the gap desk, their counts. Every list is a page of an index; nothing is counted here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from chalicelib.actions import Kantor, lihat
from chalicelib.actions.berisi import berisi
from chalicelib.actions.buku import Buku
from chalicelib.galat import TidakAda
from chalicelib.records import kantor as rak_kantor
from chalicelib.records import ramalan as rak
from chalicelib.rules import kata_ramalan, wewenang
from chalicelib.rules.ramalan import jumlahkan
from schemas.dasar import Halaman
from schemas.pandangan_fakta import PandanganTugas
from schemas.peran import BKPSDM, Pelaku, Peran
from schemas.ramalan import (
    SEBUTAN_PEMBENAH,
    KueriCelah,
    KueriRamalan,
    PandanganHasilRamal,
    PandanganHitungan,
    PandanganRamalan,
    Ramalan,
    pemilik,
    sebut_janggal,
    sebut_kurang,
)
from schemas.usulan import SEBUTAN_JENIS

MELIHAT = BKPSDM | {Peran.PIMPINAN, Peran.AUDITOR}


def lingkup(kantor: Kantor, pelaku: Pelaku, opd: str | None) -> str | None:
    """The OPD whose forecast he sees: the one asked for, or all (None); a pengelola his own only. Raises TidakAda."""
    if pelaku.adalah(*MELIHAT):
        return rak_kantor.unit(kantor.store, opd).opd if opd else None
    dilayani = lihat.opd_dilayani(pelaku, Buku(kantor.store))
    if opd not in (None, dilayani):
        raise TidakAda()
    return dilayani


def daftar(kantor: Kantor, pelaku: Pelaku, kueri: KueriRamalan) -> Halaman[PandanganRamalan]:
    """Who may rise, the soonest period first. Raises TidakAda."""
    opd = lingkup(kantor, pelaku, kueri.opd)
    awalan = f"{kueri.periode}#" if kueri.periode else ""
    buku = Buku(kantor.store)

    def baca(kursor: str | None) -> Halaman[PandanganRamalan]:
        h = rak.RAK.daftar(
            kantor.store,
            f"RAMAL-OPD#{opd}" if opd else "RAMAL-SEMUA",
            indeks="g1" if opd else "g2",
            awalan=awalan,
            batas=kueri.batas,
            kursor=kursor,
        )
        return Halaman(isi=[sajikan(buku, r) for r in h.isi if tampak(buku, pelaku, r)], kursor=h.kursor)

    return berisi(baca, kueri.kursor)


def celah(kantor: Kantor, pelaku: Pelaku, kueri: KueriCelah) -> Halaman[PandanganRamalan]:
    """Of whom something is missing, those first who lose a period soonest; of one kind of fact. Raises TidakAda."""
    opd = lingkup(kantor, pelaku, kueri.opd)
    buku = Buku(kantor.store)

    def baca(kursor: str | None) -> Halaman[PandanganRamalan]:
        h = rak.RAK.daftar(
            kantor.store,
            f"CELAH-OPD#{opd}" if opd else "CELAH-SEMUA",
            indeks="g3" if opd else "g4",
            batas=kueri.batas,
            kursor=kursor,
        )
        cocok = [r for r in h.isi if _cocok(r, kueri)]
        return Halaman(isi=[sajikan(buku, r) for r in cocok if tampak(buku, pelaku, r)], kursor=h.kursor)

    return berisi(baca, kueri.kursor)


def _cocok(r: Ramalan, kueri: KueriCelah) -> bool:
    punya = not kueri.pemilik or any(milik(r, k) == kueri.pemilik for k in r.tugas)
    return punya and (not kueri.kurang or kueri.kurang in r.tugas)


def milik(r: Ramalan, kode: str) -> str:
    """Whose work it is: of somebody in no office, always BKPSDM's."""
    return "bkpsdm" if r.opd is None else pemilik(kode)


def hitungan(kantor: Kantor, pelaku: Pelaku, opd: str | None) -> PandanganHitungan:
    """How many answers there are, how many rest on missing facts, and on which: for the pengelola of a unit, of those whom he
    serves. Raises TidakAda."""
    dalam = lingkup(kantor, pelaku, opd)
    if pelaku.adalah(*MELIHAT) or pelaku.lingkup == dalam:
        h = rak.hitungan(kantor.store, dalam or rak.SEMUA)
    else:
        dalam = pelaku.lingkup or ""
        unit = rak_kantor.sebawah(kantor.store, dalam)
        h = jumlahkan(rak.hitungan(kantor.store, rak.laci_unit(u)) for u in unit)
    penanda = rak.penanda(kantor.store)
    antre, _ = kantor.store.query(rak.ANTRE, limit=1)
    isi = PandanganHitungan(
        opd=Buku(kantor.store).nama_unit(dalam) if dalam else "Semua OPD",
        orang=h.orang,
        jawaban=h.jawaban,
        bertumpu=h.bertumpu,
        kurang=[sebut_kurang(k, n) for k, n in sorted(h.kurang.items(), key=lambda x: (-x[1], x[0]))],
        janggal=[sebut_kurang(k, n) for k, n in sorted(h.janggal.items(), key=lambda x: (-x[1], x[0]))],
        periode=_menurut_tanggal(h.periode),
        terancam=_menurut_tanggal(h.terancam),
        sedang_dihitung=penanda is None or not penanda.tuntas,
        dihitung=min(penanda.dihitung, penanda.ditandai) if penanda else 0,
        ditandai=penanda.ditandai if penanda and not penanda.sisa else 0,
        selesai=penanda.selesai if penanda else None,
        antre=bool(antre),
    )
    return isi.model_copy(update={"ringkas": kata_ramalan.ringkas(isi), "kemajuan": kata_ramalan.kemajuan(isi)})


def tampak(buku: Buku, pelaku: Pelaku, r: Ramalan) -> bool:
    """May he see this person's line? A pengelola of a unit sees his unit and those below it."""
    return pelaku.adalah(*MELIHAT) or wewenang.melayani(pelaku, buku.jalur(r.unit, r.opd))


def _tugas(r: Ramalan) -> list[PandanganTugas]:
    """What contradicts itself first, then what is missing, in the order of the periods."""
    semua = [*map(sebut_janggal, r.janggal), *map(sebut_kurang, r.kurang)]
    milik_siapa = [t.model_copy(update={"pembenah": SEBUTAN_PEMBENAH[milik(r, t.kode)]}) for t in semua]
    return [t.model_copy(update={"kata": kata_ramalan.tugas(t)}) for t in milik_siapa]


def sajikan(buku: Buku, r: Ramalan) -> PandanganRamalan:
    """One line."""
    tugas, batas = _tugas(r), buku.batas(r.terancam)
    return PandanganRamalan(
        **r.model_dump(include={"pegawai", "nama", "nip", "golongan", "jabatan"}),
        unit=buku.nama_unit(r.unit),
        opd=buku.nama_unit(r.opd),
        kapan=r.kapan,
        terancam=r.terancam,
        batas=batas,
        bahaya=kata_ramalan.bahaya(r.terancam, batas) if tugas else "",
        tugas=tugas,
        hasil=[
            PandanganHasilRamal(
                jenis=h.jenis,
                jenis_sebutan=SEBUTAN_JENIS[h.jenis],
                golongan_baru=h.golongan_baru,
                paling_cepat=h.paling_cepat,
                diusulkan=h.diusulkan,
                kata=kata_ramalan.naik(h),
                kurang=[sebut_kurang(k) for k in h.kurang],
            )
            for h in r.hasil
        ],
    )


def _menurut_tanggal(hitung: Mapping[str, int]) -> list[tuple[date, int]]:
    return [(date.fromisoformat(tanggal), banyak) for tanggal, banyak in sorted(hitung.items())]
