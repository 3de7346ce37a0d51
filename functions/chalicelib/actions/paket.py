"""Paket: ask for the documents of a case, an OPD or a period, see how far it is, and download its parts."""

from __future__ import annotations

from chalicelib.actions import Kantor, lihat
from chalicelib.actions.audit import catatan
from chalicelib.actions.buku import Buku
from chalicelib.actions.masa_simpan import lama
from chalicelib.galat import TakSah, TidakAda, TidakBoleh
from chalicelib.records import kantor as rak_kantor
from chalicelib.records import paket as rak
from chalicelib.records import usulan as rak_usulan
from chalicelib.records.rak import ditulis
from chalicelib.rules.hari_kerja import hari_wib
from schemas.dasar import Halaman
from schemas.paket import SEBUTAN_PAKET, IsianPaket, KeadaanPaket, Paket, PandanganBagian, PandanganPaket
from schemas.pandangan_berkas import AlamatBerkas
from schemas.peran import Pelaku
from schemas.tanggal import tanggal_panjang

DETIK = 900
"""A part may be large and the line slow: the address must live until the download has begun."""


def minta(kantor: Kantor, pelaku: Pelaku, isian: IsianPaket) -> PandanganPaket:
    """Put a pack in the worker's queue. Raises TakSah (of nothing, or of two things), TidakAda (no such case, OPD, period)."""
    if bool(isian.usulan) == bool(isian.opd or isian.periode):
        raise TakSah(
            "Pilih satu usulan, atau OPD dan periodenya.",
            kode="paket-lingkup",
            petunjuk="Paket berisi satu usulan, semua usulan satu OPD, atau semua usulan satu periode.",
        )
    if isian.usulan:
        lihat.usulan(kantor, pelaku, isian.usulan)
    if isian.opd:
        rak_kantor.unit(kantor.store, isian.opd)
    if isian.periode and not rak_kantor.periode(kantor.store, isian.periode.isoformat()):
        raise TidakAda()
    baru = Paket(id=kantor.id_baru(), diminta_oleh=pelaku.id, dibuat_pada=kantor.jam(), **isian.model_dump())
    tentang = {"paket": baru.id, **isian.model_dump(mode="json", exclude_none=True)}
    versi = kantor.store.write(rak.RAK.taruh(baru), catatan(kantor, pelaku, "minta paket berkas", baru.id, tentang))
    kantor.nyalakan()
    return sajikan(kantor, ditulis(baru, versi[0]))


def daftar(kantor: Kantor, *, batas: int, kursor: str | None) -> Halaman[PandanganPaket]:
    """Packs, newest first."""
    halaman = rak.RAK.daftar(kantor.store, "PAKET", indeks="g1", batas=batas, kursor=kursor, mundur=True)
    buku = Buku(kantor.store)
    return Halaman(isi=[sajikan(kantor, p, buku) for p in halaman.isi], kursor=halaman.kursor)


def satu(kantor: Kantor, id_: str) -> PandanganPaket:
    """One pack. Raises TidakAda."""
    return sajikan(kantor, rak.ambil(kantor.store, id_))


def unduh(kantor: Kantor, pelaku: Pelaku, id_: str, nomor: str) -> AlamatBerkas:
    """Address of one part, noted in the journal. Raises TidakAda, TidakBoleh (not kept any more)."""
    paket = rak.ambil(kantor.store, id_)
    bagian = next((b for b in paket.bagian if str(b.nomor) == nomor), None)
    if bagian is None:
        raise TidakAda()
    if paket.keadaan is KeadaanPaket.DIHAPUS:
        raise TidakBoleh("ZIP ini sudah dihapus.", kode="paket-dihapus", petunjuk="Minta paketnya sekali lagi.")
    isi: dict[str, object] = {"bagian": bagian.nomor, "berkas": bagian.sampai - bagian.dari, "tujuan": paket.tujuan}
    kantor.store.write(catatan(kantor, pelaku, "unduh paket berkas", paket.id, isi))
    url = kantor.documents.alamat(
        bagian.kunci, nama=_nama(paket, bagian.nomor), tipe="application/zip", detik=DETIK, sisip=False
    )
    return AlamatBerkas(url=url, detik=DETIK)


def _nama(p: Paket, nomor: int) -> str:
    """A file name that holds no NIP: names travel in addresses and logs."""
    return f"paket-{p.periode or hari_wib(p.dibuat_pada)}-{p.id[-6:].lower()}-bagian-{nomor}.zip"


def sajikan(kantor: Kantor, p: Paket, buku: Buku | None = None) -> PandanganPaket:
    """A pack as people see it."""
    buku = buku or Buku(kantor.store)
    ringkas = p.model_dump(include=set(PandanganPaket.model_fields) - {"bagian", "diminta_oleh"})
    bagian = [
        PandanganBagian(nama=_nama(p, b.nomor), **b.model_dump(include={"nomor", "ukuran", "sha256", "kurang"}))
        for b in p.bagian
        if p.keadaan is not KeadaanPaket.DIHAPUS
    ]
    return PandanganPaket(
        **ringkas,
        isi=_isi(kantor, buku, p),
        diminta_oleh=buku.nama(p.diminta_oleh),
        sebutan=SEBUTAN_PAKET[p.keadaan],
        kurang=sum(b.kurang for b in p.bagian),
        bagian=bagian,
        sampai=p.dibuat_pada + lama(kantor, "paket"),
    )


def _isi(kantor: Kantor, buku: Buku, p: Paket) -> str:
    if p.usulan:
        u = rak_usulan.RAK.ambil(kantor.store, f"USULAN#{p.usulan}")
        return f"Usulan {u.nomor}, {buku.nama(u.pegawai)}" if u else "Usulan yang sudah tidak ada"
    kata = [f"Periode {tanggal_panjang(p.periode)}" if p.periode else "", buku.nama_unit(p.opd)]
    return ", ".join(k for k in kata if k)
