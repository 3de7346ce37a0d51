"""Orang: one person's page: facts, archive, what the rules say; and repairs by the administrator."""

from __future__ import annotations

from datetime import date

from chalicelib.actions import Kantor, lihat, nasib_lama, nomor_mati, sajikan, sajikan_berkas
from chalicelib.actions.audit import catatan
from chalicelib.actions.buku import Buku
from chalicelib.actions.menilai import nilai_pegawai, tmt_berikut
from chalicelib.actions.pindah import simpan_pegawai
from chalicelib.galat import Bentrok, TakSah, TidakAda, TidakBoleh
from chalicelib.records import berkas as rak_berkas
from chalicelib.records import kantor as rak_kantor
from chalicelib.records import pegawai as rak_pegawai
from chalicelib.records import usulan as rak_usulan
from chalicelib.records.rak import ditulis
from chalicelib.rules import wewenang
from chalicelib.rules.hari_kerja import hari_wib
from chalicelib.rules.kata_syarat import ANDA, DIA, kata
from chalicelib.rules.telepon import baca_telepon
from schemas.berkas import label_slot
from schemas.dasar import AWAL_KP
from schemas.pandangan_arsip import SlotArsip
from schemas.pandangan_berkas import RincianBerkas, RingkasBerkas
from schemas.pandangan_pegawai import PandanganPegawai
from schemas.pandangan_usulan import JawabKelayakan
from schemas.pegawai import Celah, IsianUbahPegawai, Pegawai
from schemas.peran import Pelaku
from schemas.usulan import LAYANAN, Jenis, Kelayakan


def lihat_pegawai(kantor: Kantor, pelaku: Pelaku, id_: str) -> PandanganPegawai:
    """The person's page. Raises TidakAda."""
    buku = Buku(kantor.store)
    p, _ = lihat.pegawai(kantor, pelaku, id_, buku)
    return sajikan.pegawai(buku, pelaku, p, usulan_terbuka=rak_pegawai.usulan_terbuka(kantor.store, id_, LAYANAN))


def kelayakan(kantor: Kantor, pelaku: Pelaku, id_: str, *, tmt: date | None, jenis: Jenis | None) -> JawabKelayakan:
    """Move the date and the answer moves; without one, the first of the month three months on."""
    p, jalur = lihat.pegawai(kantor, pelaku, id_)
    hari_ini = hari_wib(kantor.jam())
    pada = tmt or tmt_berikut(hari_ini)
    if pada < AWAL_KP or pada.year > hari_ini.year + 40:
        raise TakSah(
            "Tanggal itu terlalu jauh.", kode="tanggal-jauh", petunjuk="Pilih tanggal dalam 40 tahun ke depan."
        )
    isi, saran = nilai_pegawai(kantor, p, pada, jenis)
    if not wewenang.boleh_lihat_hukuman(pelaku, p, jalur):
        isi = [_tanpa_hukuman(k) for k in isi]
    siapa = ANDA if pelaku.id == id_ else DIA
    return JawabKelayakan(tmt=pada, isi=[kata(k, siapa) for k in isi], saran=Jenis(saran) if saran else None)


def _tanpa_hukuman(k: Kelayakan) -> Kelayakan:
    """Discipline is restricted (domain 10): its findings stay out of sight, the verdict stands."""
    return k.model_copy(update={"temuan": tuple(t for t in k.temuan if "hukuman" not in t.kode)})


def arsip(kantor: Kantor, pelaku: Pelaku, id_: str) -> list[SlotArsip]:
    """Every slot of a person's archive with its newest version."""
    _boleh_arsip(kantor, pelaku, id_)
    buku = Buku(kantor.store)
    slot = rak_berkas.arsip(kantor.store, id_)
    ada = buku.berkas(s.terbaru for s in slot)
    usulan = rak_usulan.milik(kantor.store, id_)
    return [
        SlotArsip(
            slot=s.slot,
            label=label_slot(s.slot),
            terbaru=sajikan_berkas.berkas(kantor, buku, ada[s.terbaru], usulan) if s.terbaru in ada else None,
            **nasib_lama.kata(kantor, s),
        )
        for s in slot
    ]


def _boleh_arsip(kantor: Kantor, pelaku: Pelaku, id_: str) -> None:
    p, jalur = lihat.pegawai(kantor, pelaku, id_)
    if not lihat.boleh_baca_arsip(pelaku, p, jalur):
        raise TidakAda()


def versi(kantor: Kantor, pelaku: Pelaku, id_: str, slot: str) -> list[RingkasBerkas]:
    """All versions of one document, newest first."""
    _boleh_arsip(kantor, pelaku, id_)
    buku, usulan = Buku(kantor.store), rak_usulan.milik(kantor.store, id_)
    return [sajikan_berkas.berkas(kantor, buku, b, usulan) for b in rak_berkas.versi_slot(kantor.store, id_, slot)]


def berkas(kantor: Kantor, pelaku: Pelaku, id_: str) -> RincianBerkas:
    """One version, and the others of its slot."""
    buku = Buku(kantor.store)
    b, p, jalur = lihat.berkas_milik(kantor, pelaku, id_, buku)
    usulan = rak_usulan.milik(kantor.store, b.pegawai)
    semua = rak_berkas.versi_slot(kantor.store, b.pegawai, b.slot)
    lain = [sajikan_berkas.berkas(kantor, buku, v, usulan) for v in semua if v.id != b.id and not v.dihapus_pada]
    satu = sajikan_berkas.berkas(kantor, buku, b, usulan).model_dump(exclude={"boleh_isi"})
    return RincianBerkas(**satu, boleh_isi=wewenang.boleh_arsip(pelaku, p, jalur), lain=tuple(lain))


def ubah(kantor: Kantor, pelaku: Pelaku, id_: str, isian: IsianUbahPegawai) -> PandanganPegawai:
    """Repair a fact, with the paper it rests on; gaps that are filled close, the old number hears of a new one. Raises Bentrok,
    TakSah, TidakBoleh (what his own promotion is computed from)."""
    p, _ = lihat.pegawai(kantor, pelaku, id_)
    if pelaku.id == id_ and (isian.tmt_golongan or isian.tmt_cpns):
        raise TidakBoleh(
            "TMT sendiri diperbaiki administrator lain.",
            kode="fakta-sendiri",
            petunjuk="Atau usulkan di halaman Fakta; petugas BKPSDM mengesahkannya.",
        )
    if p.versi != isian.versi:
        raise Bentrok()
    baru = p.model_copy(update=_perubahan(kantor, p, isian))
    baru = baru.model_copy(update={"celah": tuple(c for c in p.celah if not _terisi(c, baru))})
    bidang: dict[str, object] = {k: True for k in isian.model_fields_set - {"versi", "dasar"}}
    jejak = catatan(kantor, pelaku, "ubah data pegawai", id_, {**bidang, "dasar": isian.dasar})
    tulis = kantor.store.write(*simpan_pegawai(kantor, pelaku, baru, p), jejak, *nomor_mati.beri_tahu(kantor, p, baru))
    kantor.nyalakan()
    terbuka = rak_pegawai.usulan_terbuka(kantor.store, id_, LAYANAN)
    return sajikan.pegawai(Buku(kantor.store), pelaku, ditulis(baru, tulis[0]), usulan_terbuka=terbuka)


def _perubahan(kantor: Kantor, p: Pegawai, isian: IsianUbahPegawai) -> dict[str, object]:
    ubah: dict[str, object] = isian.model_dump(include={"tmt_golongan", "tmt_cpns"}, exclude_none=True)
    if isian.unit:
        tujuan = rak_kantor.unit(kantor.store, isian.unit)
        ubah |= {"unit": tujuan.id, "opd": tujuan.opd}
    if isian.telepon is not None:
        nomor = baca_telepon(isian.telepon)
        if nomor is None:
            raise TakSah(
                "Nomor itu bukan nomor telepon seluler Indonesia.", kode="telepon", petunjuk="Contoh: 0812 3456 7890."
            )
        ubah["telepon"] = nomor
    return ubah


def _terisi(celah: Celah, p: Pegawai) -> bool:
    return bool({Celah.TMT_GOLONGAN: p.tmt_golongan, Celah.TMT_CPNS: p.tmt_cpns, Celah.TELEPON: p.telepon}[celah])
