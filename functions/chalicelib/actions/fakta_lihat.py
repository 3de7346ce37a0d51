"""Fakta in words: a person's histories with their sources, the desk of proposals, and what a change does to the answers."""

from __future__ import annotations

from datetime import date
from typing import Any

from chalicelib.actions import Kantor, lihat
from chalicelib.actions.berisi import berisi
from chalicelib.actions.buku import Buku
from chalicelib.actions.menilai import orang, tmt_berikut
from chalicelib.galat import TidakAda
from chalicelib.records import fakta as rak
from chalicelib.rules import wewenang
from chalicelib.rules.data_diri import kini
from chalicelib.rules.hari_kerja import hari_wib
from chalicelib.rules.janggal import cari as cari_janggal
from chalicelib.rules.kelayakan import nilai
from chalicelib.rules.riwayat import kata, sebut, urut
from schemas.aturan import aturan
from schemas.dasar import Halaman
from schemas.fakta import BOLEH_NIHIL, KOLOM, SEBUTAN_FAKTA, JenisFakta, Kolom
from schemas.kelayakan import Hasil, Putusan
from schemas.pandangan_fakta import Akibat, KelompokFakta, PandanganBaris, PandanganRiwayat, PandanganUsulFakta
from schemas.pegawai import Pegawai
from schemas.peran import BKPSDM, Pelaku, Peran
from schemas.ramalan import sebut_janggal
from schemas.riwayat import SEBUTAN_KEADAAN_FAKTA, SEBUTAN_TINDAKAN, KeadaanFakta, Riwayat, UsulFakta
from schemas.tanggal import tanggal_panjang
from schemas.temuan import BELUM_DIKETAHUI
from schemas.usulan import SEBUTAN_JENIS

DITELAAH = frozenset({"pangkat-pernah-turun", "tmt-sebelum-cpns", "masa-pangkat-ditelaah"})
"""Findings beside the unknown facts that only people can settle."""


def riwayat(kantor: Kantor, pelaku: Pelaku, id_: str) -> PandanganRiwayat:
    """The career of one person, and the proposals about it. Raises TidakAda."""
    buku = Buku(kantor.store)
    p, jalur = lihat.pegawai(kantor, pelaku, id_, buku)
    if not wewenang.boleh_lihat_fakta(pelaku, p, jalur):
        raise TidakAda()
    tampak = [j for j in JenisFakta if j is not JenisFakta.HUKUMAN or wewenang.boleh_lihat_hukuman(pelaku, p, jalur)]
    usul_ = [u for u in rak.milik(kantor.store, id_) if u.jenis in tampak]
    terbuka = [u for u in usul_ if u.keadaan is KeadaanFakta.DIUSULKAN]
    menunggu = {u.sasaran for u in terbuka}
    diri = {n for u in terbuka if u.jenis is JenisFakta.DATA_DIRI for n in u.isi}
    r = rak.riwayat(kantor.store, id_)
    return PandanganRiwayat(
        pegawai=p.id,
        nama=p.nama_lengkap,
        nip=p.nip,
        boleh_usul=wewenang.boleh_usul_fakta(pelaku, p, jalur),
        kelompok=[
            _data_diri(buku, p, r, diri) if j is JenisFakta.DATA_DIRI else _kelompok(buku, r, j, menunggu)
            for j in tampak
        ],
        janggal=[sebut_janggal(j) for j in cari_janggal(p, r)],
        usul=[usul(buku, pelaku, u, []) for u in usul_],
    )


def _kelompok(buku: Buku, r: Riwayat, j: JenisFakta, menunggu: set[str | None]) -> KelompokFakta:
    isi = r.baris.get(j, [])
    kolom = [k for k in KOLOM[j] if any(b.isi.get(k.nama) not in (None, "") for b in isi)]
    baris = [
        PandanganBaris(
            id=b.id,
            isi=b.isi,
            teks=sebut(j, b.isi),
            sel=[kata(k, b.isi.get(k.nama)) for k in kolom],
            sumber=b.asal.sumber,
            berkas=b.asal.berkas,
            oleh=buku.nama(b.asal.oleh) or "Sistem",
            pada=b.asal.pada,
            menunggu=b.id in menunggu,
            pengesah=buku.nama(b.asal.disahkan),
        )
        for b in sorted(isi, key=lambda b: urut(b.isi), reverse=True)
    ]
    return KelompokFakta(
        jenis=j,
        sebutan=SEBUTAN_FAKTA[j],
        diketahui=j in r.baris,
        keterangan=_keterangan(buku, r, j),
        boleh_nihil=j in BOLEH_NIHIL and j not in r.baris,
        kolom=[k.pendek or k.label for k in kolom],
        isi=baris,
    )


def _data_diri(buku: Buku, p: Pegawai, r: Riwayat, menunggu: set[str]) -> KelompokFakta:
    """Who he is, a field a row: as the roster says it, or as it was settled on a document."""
    asal = {n: b.asal for b in r.baris.get(JenisFakta.DATA_DIRI, []) for n in b.isi}
    baris = [
        PandanganBaris(
            id=None,
            isi={k.nama: nilai},
            teks=k.label,
            sel=[k.label, _kata_diri(buku, k, nilai) or "Belum diketahui"],
            sumber=a.sumber if (a := asal.get(k.nama)) else "Daftar pegawai",
            berkas=a.berkas if a else None,
            oleh=(buku.nama(a.oleh) or "Sistem") if a else "",
            pada=a.pada if a else None,
            menunggu=k.nama in menunggu,
            pengesah=buku.nama(a.disahkan) if a else "",
        )
        for k, nilai in zip(KOLOM[JenisFakta.DATA_DIRI], kini(p).values(), strict=True)
    ]
    return KelompokFakta(
        jenis=JenisFakta.DATA_DIRI,
        sebutan=SEBUTAN_FAKTA[JenisFakta.DATA_DIRI],
        diketahui=True,
        keterangan="",
        boleh_nihil=False,
        boleh_tambah=False,
        kolom=["Data", "Isi"],
        isi=baris,
    )


def _kata_diri(buku: Buku, k: Kolom, nilai: str | None) -> str:
    return buku.nama_unit(nilai) if k.nama == "unit" else kata(k, nilai)


def teks(buku: Buku, jenis: JenisFakta, isi: dict[str, Any]) -> str:
    """A fact in a sentence, the office by its name."""
    return sebut(jenis, {n: buku.nama_unit(v) if n == "unit" else v for n, v in isi.items()})


def _keterangan(buku: Buku, r: Riwayat, j: JenisFakta) -> str:
    if j not in r.baris:
        return "Belum diketahui. Hitungan hanya memakai daftar pegawai, atau menunggu fakta ini."
    if r.baris[j]:
        return ""
    asal = r.nihil.get(j)
    if asal is None:
        return "Tidak ada."
    return f"Dinyatakan tidak ada: {asal.sumber} ({buku.nama(asal.oleh) or 'Sistem'}, {tanggal_panjang(hari_wib(asal.pada))})."


def usul(buku: Buku, pelaku: Pelaku, u: UsulFakta, akibat_: list[Akibat]) -> PandanganUsulFakta:
    """One proposal in words."""
    p: Pegawai | None = buku.pegawai(u.pegawai)
    terbuka = u.keadaan is KeadaanFakta.DIUSULKAN
    return PandanganUsulFakta(
        **u.model_dump(
            include={
                "id",
                "pegawai",
                "jenis",
                "tindakan",
                "sumber",
                "berkas",
                "pada",
                "keadaan",
                "alasan",
                "diputus_pada",
                "versi",
            }
        ),
        nama=p.nama_lengkap if p else "",
        nip=p.nip if p else "",
        unit=buku.nama_unit(p.unit if p else None),
        jenis_sebutan=SEBUTAN_FAKTA[u.jenis],
        tindakan_sebutan=SEBUTAN_TINDAKAN[u.tindakan],
        teks=teks(buku, u.jenis, u.isi),
        teks_lama=teks(buku, u.jenis, u.lama),
        oleh=buku.nama(u.oleh),
        keadaan_sebutan=SEBUTAN_KEADAAN_FAKTA[u.keadaan],
        diputus_oleh=buku.nama(u.diputus_oleh),
        boleh_putus=terbuka and wewenang.boleh_putus_fakta(pelaku) and pelaku.id not in (u.oleh, u.pegawai),
        boleh_tarik=terbuka and pelaku.id == u.oleh,
        akibat=akibat_,
    )


def meja(kantor: Kantor, pelaku: Pelaku, *, batas: int, kursor: str | None) -> Halaman[PandanganUsulFakta]:
    """What waits for a decision: of all OPDs for BKPSDM and the auditor, of his own for a pengelola. Raises TidakAda."""
    buku = Buku(kantor.store)
    opd = None if pelaku.adalah(*BKPSDM, Peran.AUDITOR) else lihat.opd_dilayani(pelaku, buku)

    def baca(mulai: str | None) -> Halaman[PandanganUsulFakta]:
        h = rak.antre(kantor.store, opd, batas=batas, kursor=mulai)
        return Halaman(isi=[usul(buku, pelaku, u, []) for u in h.isi if _tampak(buku, pelaku, u)], kursor=h.kursor)

    return berisi(baca, kursor)


def _tampak(buku: Buku, pelaku: Pelaku, u: UsulFakta) -> bool:
    p: Pegawai | None = buku.pegawai(u.pegawai)
    if p is None:
        return False
    jalur = buku.jalur(p.unit, p.opd)
    boleh = wewenang.boleh_lihat_fakta(pelaku, p, jalur)
    return boleh and (u.jenis is not JenisFakta.HUKUMAN or wewenang.boleh_lihat_hukuman(pelaku, p, jalur))


def akibat(kantor: Kantor, lama: tuple[Pegawai, Riwayat], baru: tuple[Pegawai, Riwayat]) -> list[Akibat]:
    """Every answer that the change moves, before and after; and the contradictions that it ends or brings."""
    tmt = tmt_berikut(hari_wib(kantor.jam()))
    sebelum, sesudah = _jawab(kantor, *lama, tmt), _jawab(kantor, *baru, tmt)
    isi = [
        Akibat(jenis=SEBUTAN_JENIS[j], sebelum=_kata(sebelum.get(j)), sesudah=_kata(sesudah.get(j)))
        for j in SEBUTAN_JENIS
        if _kata(sebelum.get(j)) != _kata(sesudah.get(j))
    ]
    dulu, nanti = (" ".join(j.pesan for j in cari_janggal(*x)) or "tidak ada" for x in (lama, baru))
    return isi if dulu == nanti else [*isi, Akibat(jenis="Fakta yang bertentangan", sebelum=dulu, sesudah=nanti)]


def _jawab(kantor: Kantor, p: Pegawai, r: Riwayat, tmt: date) -> dict[Any, Hasil]:
    return {h.jenis: h for h in nilai(orang(kantor, p, r, tmt=tmt), aturan()).hasil}


def _kata(h: Hasil | None) -> str:
    """One answer in a sentence: from when he may be proposed, or that people must look first, and for what it waits."""
    if h is None:
        return "tidak terbuka"
    kapan = h.paling_cepat_diusulkan or h.paling_cepat
    if h.putusan is Putusan.PERLU_TELAAH:
        paling_cepat = f", paling cepat {tanggal_panjang(kapan)}" if kapan else ""
        sebab = [t.pesan for t in h.temuan if t.kode.value.startswith(BELUM_DIKETAHUI) or t.kode.value in DITELAAH]
        return f"perlu telaah{paling_cepat}{'. ' + ' '.join(sebab) if sebab else ''}"
    if kapan:
        return f"dapat diusulkan {tanggal_panjang(kapan)}"
    return "dapat diusulkan" if h.putusan is Putusan.MS else "belum dapat diusulkan"
