"""Fakta in words: a person's histories with their sources, the desk of proposals, and what a change does to the answers."""

from __future__ import annotations

from datetime import date
from typing import Any

from chalicelib.actions import Kantor, lihat
from chalicelib.actions.buku import Buku
from chalicelib.actions.menilai import orang, tmt_berikut
from chalicelib.galat import TidakAda
from chalicelib.records import fakta as rak
from chalicelib.records import kantor as rak_kantor
from chalicelib.rules import wewenang
from chalicelib.rules.hari_kerja import hari_wib
from chalicelib.rules.kelayakan import nilai
from chalicelib.rules.riwayat import sebut, segarkan
from schemas.aturan import aturan
from schemas.dasar import Halaman
from schemas.fakta import (
    BOLEH_NIHIL,
    SEBUTAN_FAKTA,
    SEBUTAN_KEADAAN_FAKTA,
    SEBUTAN_TINDAKAN,
    Akibat,
    JenisFakta,
    KeadaanFakta,
    KelompokFakta,
    PandanganBaris,
    PandanganRiwayat,
    PandanganUsulFakta,
    Riwayat,
    UsulFakta,
)
from schemas.kelayakan import Hasil
from schemas.pegawai import Pegawai
from schemas.peran import BKPSDM, Pelaku, Peran
from schemas.tanggal import tanggal_panjang
from schemas.usulan import SEBUTAN_JENIS

PUTUSAN = {"MS": "memenuhi syarat", "TMS": "belum memenuhi syarat", "PERLU_TELAAH": "perlu ditelaah"}


def riwayat(kantor: Kantor, pelaku: Pelaku, id_: str) -> PandanganRiwayat:
    """The career of one person, and the proposals about it. Raises TidakAda."""
    buku = Buku(kantor.store)
    p, jalur = lihat.pegawai(kantor, pelaku, id_, buku)
    if not wewenang.boleh_lihat_fakta(pelaku, p, jalur):
        raise TidakAda()
    tampak = [j for j in JenisFakta if j is not JenisFakta.HUKUMAN or wewenang.boleh_lihat_hukuman(pelaku, p, jalur)]
    usul_ = [u for u in rak.milik(kantor.store, id_) if u.jenis in tampak]
    menunggu = {u.sasaran for u in usul_ if u.keadaan is KeadaanFakta.DIUSULKAN}
    r = rak.riwayat(kantor.store, id_)
    return PandanganRiwayat(
        pegawai=p.id,
        nama=p.nama_lengkap,
        nip=p.nip,
        boleh_usul=wewenang.boleh_usul_fakta(pelaku, p, jalur),
        kelompok=[_kelompok(buku, r, j, menunggu) for j in tampak],
        usul=[usul(buku, pelaku, u, []) for u in usul_],
    )


def _kelompok(buku: Buku, r: Riwayat, j: JenisFakta, menunggu: set[str | None]) -> KelompokFakta:
    isi = r.baris.get(j, [])
    baris = [
        PandanganBaris(
            id=b.id, isi=b.isi, teks=sebut(j, b.isi), sumber=b.asal.sumber, berkas=b.asal.berkas,
            oleh=buku.nama(b.asal.oleh) or "Sistem", pada=b.asal.pada, menunggu=b.id in menunggu,
        )
        for b in sorted(isi, key=lambda b: _urut(b.isi), reverse=True)
    ]  # fmt: skip
    return KelompokFakta(
        jenis=j,
        sebutan=SEBUTAN_FAKTA[j],
        diketahui=j in r.baris,
        keterangan=_keterangan(buku, r, j),
        boleh_nihil=j in BOLEH_NIHIL and not isi,
        isi=baris,
    )


def _keterangan(buku: Buku, r: Riwayat, j: JenisFakta) -> str:
    if j not in r.baris:
        return "Belum diketahui. Hitungan hanya memakai daftar pegawai, atau menunggu fakta ini."
    if r.baris[j]:
        return ""
    asal = r.nihil.get(j)
    if asal is None:
        return "Tidak ada."
    return f"Dinyatakan tidak ada: {asal.sumber} ({buku.nama(asal.oleh) or 'Sistem'}, {tanggal_panjang(hari_wib(asal.pada))})."


def _urut(isi: dict[str, Any]) -> str:
    return next((str(isi[n]) for n in ("tmt", "mulai", "per", "lulus", "tahun", "tahun_lulus") if isi.get(n)), "")


def usul(buku: Buku, pelaku: Pelaku, u: UsulFakta, akibat_: list[Akibat]) -> PandanganUsulFakta:
    """One proposal in words."""
    p: Pegawai | None = buku.pegawai(u.pegawai)
    terbuka = u.keadaan is KeadaanFakta.DIUSULKAN
    return PandanganUsulFakta(
        **u.model_dump(include={"id", "pegawai", "jenis", "tindakan", "sumber", "berkas", "pada", "keadaan", "alasan", "diputus_pada", "versi"}),
        nama=p.nama_lengkap if p else "",
        nip=p.nip if p else "",
        unit=buku.nama_unit(p.unit if p else None),
        jenis_sebutan=SEBUTAN_FAKTA[u.jenis],
        tindakan_sebutan=SEBUTAN_TINDAKAN[u.tindakan],
        teks=sebut(u.jenis, u.isi),
        teks_lama=sebut(u.jenis, u.lama),
        oleh=buku.nama(u.oleh),
        keadaan_sebutan=SEBUTAN_KEADAAN_FAKTA[u.keadaan],
        diputus_oleh=buku.nama(u.diputus_oleh),
        boleh_putus=terbuka and wewenang.boleh_putus_fakta(pelaku) and pelaku.id not in (u.oleh, u.pegawai),
        boleh_tarik=terbuka and pelaku.id == u.oleh,
        akibat=akibat_,
    )  # fmt: skip


def meja(kantor: Kantor, pelaku: Pelaku, *, batas: int, kursor: str | None) -> Halaman[PandanganUsulFakta]:
    """What waits for a decision: of all OPDs for BKPSDM and the auditor, of his own for a pengelola. Raises TidakAda."""
    buku = Buku(kantor.store)
    if pelaku.adalah(*BKPSDM, Peran.AUDITOR):
        opd = None
    elif Peran.PENGELOLA_OPD in pelaku.peran and pelaku.lingkup:
        opd = rak_kantor.unit(kantor.store, pelaku.lingkup).opd
    else:
        raise TidakAda()
    halaman = rak.antre(kantor.store, opd, batas=batas, kursor=kursor)
    isi = [usul(buku, pelaku, u, []) for u in halaman.isi if _tampak(buku, pelaku, u)]
    return Halaman(isi=isi, kursor=halaman.kursor)


def _tampak(buku: Buku, pelaku: Pelaku, u: UsulFakta) -> bool:
    p: Pegawai | None = buku.pegawai(u.pegawai)
    if p is None:
        return False
    jalur = buku.jalur(p.unit, p.opd)
    boleh = wewenang.boleh_lihat_fakta(pelaku, p, jalur)
    return boleh and (u.jenis is not JenisFakta.HUKUMAN or wewenang.boleh_lihat_hukuman(pelaku, p, jalur))


def akibat(kantor: Kantor, p: Pegawai, lama: Riwayat, baru: Riwayat) -> list[Akibat]:
    """Every answer that the change moves: verdict and first date, before and after."""
    hari_ini = hari_wib(kantor.jam())
    tmt = tmt_berikut(hari_ini)
    sebelum = _jawab(kantor, p, lama, tmt)
    sesudah = _jawab(kantor, segarkan(p, baru, hari_ini), baru, tmt)
    return [
        Akibat(jenis=SEBUTAN_JENIS[j], sebelum=_kata(sebelum.get(j)), sesudah=_kata(sesudah.get(j)))
        for j in SEBUTAN_JENIS
        if _kata(sebelum.get(j)) != _kata(sesudah.get(j))
    ]


def _jawab(kantor: Kantor, p: Pegawai, r: Riwayat, tmt: date) -> dict[Any, Hasil]:
    return {h.jenis: h for h in nilai(orang(kantor, p, r, tmt=tmt), aturan()).hasil}


def _kata(h: Hasil | None) -> str:
    """One answer in a sentence, with what it still waits for."""
    if h is None:
        return "tidak terbuka"
    kapan = f", paling cepat {tanggal_panjang(h.paling_cepat)}" if h.paling_cepat else ""
    kurang = [t.pesan for t in h.temuan if t.kode.value.startswith("belum-diketahui")]
    return f"{PUTUSAN[h.putusan]}{kapan}{'. ' + ' '.join(kurang) if kurang else ''}"
