"""Pasang: put a document into a line of the checklist, answer a line, and the verifikator's word on a line."""

from __future__ import annotations

from chalicelib.actions import Kantor, lihat
from chalicelib.actions.buku import Buku
from chalicelib.actions.proses import catat, cocok_versi, simpan, simpan_baru
from chalicelib.galat import TakSah, TidakAda, TidakBoleh
from chalicelib.records import berkas as rak_berkas
from chalicelib.records import usulan as rak_usulan
from chalicelib.rules import alur
from chalicelib.rules import butir as b
from chalicelib.store import Operasi
from schemas.alasan import ALASAN, Untuk
from schemas.alur import Siapa
from schemas.aturan import aturan
from schemas.berkas import Berkas, KeadaanBerkas, Periksaan, label_slot
from schemas.peran import Pelaku, Peran
from schemas.usulan import Butir, IsianJawabButir, IsianPasangBerkas, IsianPeriksaButir, Status, Usulan

_DAPAT_DIISI = {
    Siapa.PNS: {Status.DRAF, Status.PERBAIKAN_PNS, Status.BTS_BKPSDM, Status.BTS_BKN},
    Siapa.PENGELOLA: {Status.DRAF, Status.DIAJUKAN_PNS, Status.PERBAIKAN_PNS, Status.BTS_BKPSDM, Status.BTS_BKN},
    Siapa.PEMBUAT_BKPSDM: {Status.DRAF},
}
"""Who may fill the checklist while the case stands where."""


def dapat_diisi(t: lihat.Terlihat) -> bool:
    """May the asker fill lines of this case now?"""
    return any(t.usulan.status in _DAPAT_DIISI.get(s, ()) for s in t.kapasitas)


def _terbuka(kantor: Kantor, pelaku: Pelaku, id_: str, versi: int) -> lihat.Terlihat:
    t = lihat.usulan(kantor, pelaku, id_)
    cocok_versi(t.usulan, versi)
    if not dapat_diisi(t):
        raise TidakBoleh(
            "Berkas usulan ini sedang tidak dapat diganti.",
            kode="berkas-terkunci",
            petunjuk="Berkas dapat diganti selama draf atau saat dikembalikan.",
        )
    return t


def _baris(usulan: Usulan, slot: str) -> Butir:
    for x in usulan.butir:
        if x.slot == slot:
            return x
    raise TidakAda()


def _tukar(usulan: Usulan, baru: Butir) -> Usulan:
    return usulan.model_copy(update={"butir": tuple(baru if x.slot == baru.slot else x for x in usulan.butir)})


def pasang(kantor: Kantor, pelaku: Pelaku, id_: str, slot: str, isian: IsianPasangBerkas) -> Usulan:
    """Fill a line with a received version of the person's archive. Raises TidakAda, TidakBoleh, Bentrok."""
    return simpan_baru(kantor, lambda: _rencana_pasang(kantor, pelaku, id_, slot, isian))


def _rencana_pasang(
    kantor: Kantor, pelaku: Pelaku, id_: str, slot: str, isian: IsianPasangBerkas
) -> tuple[Usulan, list[Operasi]]:
    t = _terbuka(kantor, pelaku, id_, isian.versi)
    berkas = rak_berkas.ambil(kantor.store, isian.berkas)
    if berkas.pegawai != t.usulan.pegawai:
        raise TidakAda()
    if berkas.slot != slot:
        raise TakSah(f"Berkas itu {label_slot(berkas.slot)}, bukan {label_slot(slot)}.", kode="slot-beda")
    if berkas.keadaan is not KeadaanBerkas.DITERIMA:
        raise TidakBoleh(
            "Berkas itu belum diterima.", kode="berkas-belum-diterima", petunjuk="Tunggu sampai tanda terimanya keluar."
        )
    if berkas.rusak_pada:
        raise TidakBoleh(
            "Berkas itu rusak di tempat penyimpanan.", kode="berkas-rusak-simpan", petunjuk="Unggah lagi dari aslinya."
        )
    isi = _tukar(t.usulan, b.ganti(_baris(t.usulan, slot), berkas.id, terverifikasi=b.pernah_diterima(berkas)))
    return _isi_baru(kantor, isi, *rak_berkas.pegang(berkas))


def jawab(kantor: Kantor, pelaku: Pelaku, id_: str, slot: str, isian: IsianJawabButir) -> Usulan:
    """Say why a marked line stays as it is, instead of replacing it."""
    t = _terbuka(kantor, pelaku, id_, isian.versi)
    baris = _baris(t.usulan, slot)
    if not baris.diminta:
        raise TidakBoleh("Berkas itu tidak sedang diminta diperbaiki.", kode="tidak-diminta")
    isi = _tukar(t.usulan, baris.model_copy(update={"jawaban": isian.jawaban}))
    return simpan(kantor, *_isi_baru(kantor, isi))


def _isi_baru(kantor: Kantor, usulan: Usulan, *lain: Operasi) -> tuple[Usulan, list[Operasi]]:
    """Filling a draft is not an act of the workflow: the version guards it; the act that follows tells its story."""
    kini = usulan.model_copy(update={"diubah_pada": kantor.jam()})
    return kini, [rak_usulan.RAK.taruh(kini), *lain]


def periksa(kantor: Kantor, pelaku: Pelaku, id_: str, isian: IsianPeriksaButir) -> Usulan:
    """The holder's word on one line. It is kept with the version of the document too, and travels with it."""
    return simpan_baru(kantor, lambda: _rencana_periksa(kantor, pelaku, id_, isian))


def _rencana_periksa(
    kantor: Kantor, pelaku: Pelaku, id_: str, isian: IsianPeriksaButir
) -> tuple[Usulan, list[Operasi]]:
    buku = Buku(kantor.store)
    t = lihat.usulan(kantor, pelaku, id_, buku)
    cocok_versi(t.usulan, isian.versi)
    if t.usulan.status is not Status.VERIFIKASI or Siapa.PEMEGANG not in t.kapasitas:
        raise TidakBoleh(
            "Usulan ini tidak sedang Anda periksa.", kode="bukan-pemegang", petunjuk="Ambil usulannya lebih dulu."
        )
    baris = _baris(t.usulan, isian.slot)
    berkas = buku.berkas([baris.berkas]).get(baris.berkas or "")
    _sah(isian, baris, berkas)
    baru = baris.model_copy(
        update={"putusan": isian.putusan, "alasan": isian.alasan, "catatan": isian.catatan, "halaman": isian.halaman}
    )
    isi: dict[str, object] = {
        "butir": [{"slot": isian.slot, "putusan": isian.putusan, "alasan": isian.alasan, "catatan": isian.catatan}]
    }
    sesudah, peristiwa = alur.sambung(
        _tukar(t.usulan, baru),
        "periksa",
        Peran.VERIFIKATOR,
        pada=kantor.jam(),
        dari=t.usulan.status,
        isi=isi,
        oleh=pelaku.id,
    )
    operasi = catat(kantor, buku, t.usulan, sesudah, peristiwa, ())
    if berkas:
        operasi.append(rak_berkas.RAK.taruh(_dengan_periksaan(kantor, pelaku, berkas, baris, isian)))
    return sesudah, operasi


def _sah(isian: IsianPeriksaButir, baris: Butir, berkas: Berkas | None) -> None:
    if isian.putusan == "terima" and berkas is not None and berkas.rusak_pada:
        raise TidakBoleh(
            "Berkas ini rusak di tempat penyimpanan, sehingga tidak dapat diterima.",
            kode="berkas-rusak-simpan",
            petunjuk="Kembalikan agar diunggah lagi dari aslinya.",
        )
    if isian.putusan == "terima" and baris.berkas is None and baris.wajib and not baris.jawaban:
        raise TidakBoleh(
            "Belum ada berkas yang dapat diterima di baris ini.",
            kode="berkas-kosong",
            petunjuk="Kembalikan dengan alasan 'Dokumen belum ada'.",
        )
    if isian.putusan == "kembalikan" and isian.alasan not in ALASAN[Untuk.BUTIR]:
        raise TakSah("Pilih alasan pengembalian dari daftar.", kode="alasan-tak-dikenal")


def _dengan_periksaan(kantor: Kantor, pelaku: Pelaku, berkas: Berkas, baris: Butir, isian: IsianPeriksaButir) -> Berkas:
    kata = Periksaan(
        putusan=isian.putusan,
        alasan=isian.alasan,
        catatan=isian.catatan,
        halaman=isian.halaman,
        syarat=baris.sebab,
        aturan=aturan().edisi,
        oleh=pelaku.id,
        pada=kantor.jam(),
    )
    return berkas.model_copy(update={"periksaan": kata})
