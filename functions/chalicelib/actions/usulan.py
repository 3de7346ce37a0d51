"""Usulan: make a case, change a draft, list the cases of a desk."""

from __future__ import annotations

import secrets
from contextlib import suppress

from chalicelib.actions import Kantor, lihat
from chalicelib.actions.berisi import berisi
from chalicelib.actions.buku import Buku
from chalicelib.actions.menilai import daftar_butir, nilai_usulan
from chalicelib.actions.periode import terbuka as periode_terbuka
from chalicelib.actions.proses import COBA, antrean_pertama, catat, cocok_versi, lakukan, simpan
from chalicelib.galat import Bentrok, TakSah, TemuanGalat, TidakAda, TidakBoleh
from chalicelib.records import pegawai as rak_pegawai
from chalicelib.records import usulan as rak_usulan
from chalicelib.rules import alur, wewenang
from chalicelib.rules.butir import teruskan
from chalicelib.rules.hari_kerja import hari_wib
from chalicelib.store import Conflict, Operasi
from schemas.alur import Siapa
from schemas.berkas import KeadaanBerkas
from schemas.dasar import Halaman
from schemas.kueri import KueriUsulan
from schemas.pegawai import Pegawai
from schemas.peran import BKPSDM, Pelaku, Peran
from schemas.peristiwa import Peristiwa
from schemas.usulan import LAYANAN, IsianTerima, IsianUbahUsulan, IsianUsulan, IsianUsulanBaru, Status, Usulan

_ALFABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
_TANPA_PERIODE = frozenset({"ANUMERTA", "PENGABDIAN"})


def buat(kantor: Kantor, pelaku: Pelaku, isian: IsianUsulan, dari: Usulan | None = None) -> Usulan:
    """A new draft. Raises TidakAda (person not his), TidakBoleh (not a PNS, letter missing), TakSah, Bentrok (one is open)."""
    buku = Buku(kantor.store)
    orang, jalur = lihat.pegawai(kantor, pelaku, isian.pegawai, buku)
    sebagai = _sebagai(pelaku, orang, jalur)
    _periksa(kantor, buku, orang, isian, sebagai)
    saat = kantor.jam()
    draf = Usulan(
        id=kantor.id_baru(),
        nomor=f"KP-{hari_wib(saat).year}-{''.join(secrets.choice(_ALFABET) for _ in range(6))}",
        jenis=isian.jenis,
        periode=isian.periode,
        pegawai=orang.id,
        opd=orang.opd or "",
        unit=orang.unit,
        dibuat_oleh=pelaku.id,
        dibuat_pada=saat,
        diubah_pada=saat,
        sejak=saat,
        dari_usulan=dari.id if dari else None,
    )
    draf = _hitung(kantor, draf)
    aksi = "usulkan_baru" if dari else "buat"
    baru, peristiwa = alur.sambung(
        draf,
        aksi,
        sebagai,
        pada=saat,
        dari=None,
        isi={"jenis": isian.jenis, "periode": str(isian.periode)},
        oleh=pelaku.id,
    )
    operasi: list[Operasi] = catat(kantor, buku, draf, baru, peristiwa, ())
    klaim = rak_pegawai.klaim_usulan(orang.id, LAYANAN, baru.id)
    try:
        return simpan(kantor, baru, [*operasi, klaim, rak_pegawai.masih(orang)])
    except Conflict as bentrok:
        raise _sudah_ada() if bentrok.operasi == len(operasi) else bentrok from None


def buat_lagi(kantor: Kantor, pelaku: Pelaku, id_: str, isian: IsianUsulanBaru) -> Usulan:
    """A new draft from a case that ended, linked to it."""
    lama = lihat.usulan(kantor, pelaku, id_).usulan
    cocok_versi(lama, isian.versi)
    if lama.status not in (Status.TMS, Status.DIBATALKAN):
        raise TidakBoleh("Usulan ini belum berakhir.", kode="belum-berakhir", petunjuk="Lanjutkan usulan yang ada.")
    return buat(
        kantor,
        pelaku,
        IsianUsulan(pegawai=lama.pegawai, jenis=lama.jenis, periode=isian.periode, surat_opd=isian.surat_opd),
        lama,
    )


def _sudah_ada() -> Bentrok:
    return Bentrok(
        "Orang ini masih mempunyai usulan yang berjalan.",
        kode="usulan-berjalan",
        petunjuk="Lanjutkan usulan yang ada, atau batalkan lebih dulu.",
    )


def _sebagai(pelaku: Pelaku, orang: Pegawai, jalur: tuple[str, ...]) -> Peran:
    if not wewenang.boleh_buat(pelaku, orang, jalur):
        raise TidakBoleh(
            "Anda tidak bertugas mengusulkan orang ini.",
            petunjuk="Yang dapat mengusulkan: orangnya sendiri atau pengelola OPD-nya.",
        )
    if wewenang.melayani(pelaku, jalur):
        return Peran.PENGELOLA_OPD
    return Peran.PNS if pelaku.id == orang.id else Peran.VERIFIKATOR


def _periksa(kantor: Kantor, buku: Buku, orang: Pegawai, isian: IsianUsulan, sebagai: Peran) -> None:
    if orang.status != "PNS":
        raise TidakBoleh(f"Status orang ini {orang.status}; kenaikan pangkat hanya untuk PNS.", kode="bukan-pns")
    if not orang.opd:
        raise TidakBoleh(
            "Unit kerja orang ini belum diketahui.",
            kode="unit-belum",
            petunjuk="Minta administrator melengkapi datanya.",
        )
    hari_ini = hari_wib(kantor.jam())
    if isian.jenis not in _TANPA_PERIODE and isian.periode not in {p.tmt for p in periode_terbuka(kantor, hari_ini)}:
        temuan = [TemuanGalat("periode-tutup", "Periode itu tidak ada atau sudah ditutup.", "periode")]
        raise TakSah(temuan[0].pesan, kode="periode-tutup", petunjuk="Pilih periode dari daftar.", temuan=temuan)
    if sebagai is Peran.VERIFIKATOR:
        surat = buku.berkas([isian.surat_opd]).get(isian.surat_opd or "")
        if surat is None or surat.pegawai != orang.id or surat.keadaan is not KeadaanBerkas.DITERIMA:
            raise TidakBoleh(
                "Mengusulkan atas nama OPD memerlukan surat permintaan OPD.",
                kode="perlu-surat-opd",
                petunjuk="Unggah surat OPD lebih dulu.",
            )


def _hitung(kantor: Kantor, draf: Usulan) -> Usulan:
    """Verdict and checklist for this kind and period; documents already in the archive fill their lines."""
    return draf.model_copy(update={"kelayakan": nilai_usulan(kantor, draf), "butir": daftar_butir(kantor, draf)})


def ubah(kantor: Kantor, pelaku: Pelaku, id_: str, isian: IsianUbahUsulan) -> Usulan:
    """Another kind or period for a draft; the checklist follows, and what was returned stays asked. Raises TidakBoleh once it is with BKPSDM."""
    buku = Buku(kantor.store)
    terlihat = lihat.usulan(kantor, pelaku, id_, buku)
    lama = terlihat.usulan
    cocok_versi(lama, isian.versi)
    boleh = {Siapa.PNS, Siapa.PENGELOLA, Siapa.PEMBUAT_BKPSDM} & terlihat.kapasitas
    if lama.status not in (Status.DRAF, Status.PERBAIKAN_PNS) or not boleh:
        raise TidakBoleh(
            "Jenis dan periode hanya dapat diubah selama masih draf.",
            kode="bukan-draf",
            petunjuk="Tarik kembali usulan lebih dulu.",
        )
    calon = lama.model_copy(update={"jenis": isian.jenis or lama.jenis, "periode": isian.periode or lama.periode})
    orang = rak_pegawai.ambil(kantor.store, lama.pegawai)
    sebagai = _sebagai(pelaku, orang, terlihat.jalur)
    _periksa(kantor, buku, orang, IsianUsulan(pegawai=orang.id, jenis=calon.jenis, periode=calon.periode), Peran.PNS)
    isi: dict[str, object] = {"jenis": calon.jenis, "periode": str(calon.periode)}
    dihitung = _hitung(kantor, calon)
    baru, peristiwa = alur.sambung(
        dihitung.model_copy(update={"butir": teruskan(lama.butir, dihitung.butir)}),
        "ubah",
        sebagai,
        pada=kantor.jam(),
        dari=lama.status,
        isi=isi,
        oleh=pelaku.id,
    )
    return simpan(kantor, baru, catat(kantor, buku, lama, baru, peristiwa, ()))


def daftar(kantor: Kantor, pelaku: Pelaku, kueri: KueriUsulan) -> Halaman[Usulan]:
    """The cases of a desk: `meja` saya (my own), antrean (BKPSDM's line), pegang (I hold), opd (my scope), semua.

    Where the shelf holds others too, a few pages of it are read for one that is not empty.
    """
    buku = Buku(kantor.store)
    pk, indeks, awalan = _rak(buku, pelaku, kueri)

    def baca(kursor: str | None) -> Halaman[Usulan]:
        h = rak_usulan.daftar(kantor.store, pk, indeks, awalan=awalan, batas=kueri.batas, kursor=kursor)
        boleh = [u for u in h.isi if wewenang.boleh_lihat(pelaku, u, buku.jalur(u.unit, u.opd)) and _cocok(u, kueri)]
        return Halaman(isi=boleh, kursor=h.kursor)

    return berisi(baca, kueri.kursor)


def _cocok(u: Usulan, k: KueriUsulan) -> bool:
    return (
        (k.status is None or u.status is k.status)
        and (k.periode is None or u.periode == k.periode)
        and (k.opd is None or u.opd == k.opd)
        and (k.petugas is None or u.verifikator == k.petugas)
    )


def _rak(buku: Buku, pelaku: Pelaku, k: KueriUsulan) -> tuple[str, str, str]:
    """Which shelf answers this question with the least reading: (partition, index, prefix)."""
    status = k.status.value if k.status else ""
    semua = pelaku.adalah(*BKPSDM, Peran.AUDITOR)
    if k.meja == "saya" or (k.meja is None and not semua and Peran.PENGELOLA_OPD not in pelaku.peran):
        return f"MILIK#{pelaku.id}", "g1", ""
    if not semua:
        return f"OPD-USULAN#{lihat.opd_dilayani(pelaku, buku)}", "g3", f"{status}#" if status else ""
    if k.meja == "pegang" or k.petugas:
        return f"PETUGAS#{k.petugas or pelaku.id}", "g4", f"{status}#" if status else ""
    if k.opd:
        return f"OPD-USULAN#{k.opd}", "g3", f"{status}#" if status else ""
    if k.periode and not status:
        return f"PERIODE#{k.periode}", "g5", ""
    return f"STATUS#{status or Status.DIUSULKAN_OPD}", "g2", ""


def hitungan(kantor: Kantor, pelaku: Pelaku, batas: int = 100) -> dict[str, int]:
    """How many cases stand in each status at the asker's desk, counted up to `batas` each."""
    statuses = [s for s in Status if s not in (Status.SELESAI, Status.TMS, Status.DIBATALKAN)]
    return {
        s.value: len(daftar(kantor, pelaku, KueriUsulan(status=s, meja="semua", batas=batas)).isi) for s in statuses
    }


def ambil_berikutnya(kantor: Kantor, pelaku: Pelaku) -> Usulan:
    """Take the first in line that he may take; when another verifikator was quicker, the one behind it.

    Raises TidakAda (there is none), Bentrok (others were quicker every time).
    """
    for _ in range(COBA):
        if (depan := antrean_pertama(kantor, pelaku)) is None:
            raise TidakAda()
        with suppress(Bentrok, Conflict):
            return lakukan(kantor, pelaku, depan.id, "terima", IsianTerima(versi=depan.versi))
    raise Bentrok("Verifikator lain mengambil lebih dahulu.")


def milik(kantor: Kantor, pegawai: str, batas: int = 10) -> list[Usulan]:
    """A person's cases, newest first."""
    return rak_usulan.daftar(kantor.store, f"MILIK#{pegawai}", "g1", batas=batas).isi


def riwayat(kantor: Kantor, u: Usulan, *, batas: int, kursor: str | None) -> Halaman[Peristiwa]:
    """A case's history, newest first."""
    return rak_usulan.riwayat(kantor.store, u.id, batas=batas, kursor=kursor)
