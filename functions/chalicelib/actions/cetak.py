"""Cetak: what the office prints: covering letter with its list, numbered receipt. Made, kept for a moment, handed out by address."""

from __future__ import annotations

from collections.abc import Sequence

from chalicelib.actions import Kantor, lihat
from chalicelib.actions.audit import catatan
from chalicelib.actions.buku import Buku
from chalicelib.documents import kunci, surat
from chalicelib.galat import TidakBoleh
from chalicelib.records import usulan as rak_usulan
from chalicelib.rules import wewenang
from chalicelib.rules.hari_kerja import hari_wib
from schemas.berkas import label_slot
from schemas.pandangan_berkas import AlamatBerkas
from schemas.peran import Pelaku
from schemas.tanggal import tanggal_panjang
from schemas.usulan import SEBUTAN_JENIS, Usulan

DETIK = 300


def _serahkan(kantor: Kantor, isi: bytes, nama: str) -> AlamatBerkas:
    tempat = kunci.cetak(kantor.id_baru())
    kantor.documents.taruh(tempat, isi, "application/pdf")
    return AlamatBerkas(
        url=kantor.documents.alamat(tempat, nama=nama, tipe="application/pdf", detik=DETIK), detik=DETIK
    )


def _baris(buku: Buku, u: Usulan) -> surat.BarisDaftar:
    orang = buku.pegawai(u.pegawai)
    lama = orang.golongan.tulisan if orang and orang.golongan else "-"
    baru = u.kelayakan.golongan_baru.tulisan if u.kelayakan and u.kelayakan.golongan_baru else "-"
    return surat.BarisDaftar(
        nama=orang.nama_lengkap if orang else "",
        nip=orang.nip if orang else "",
        golongan=f"{lama} - {baru}",
        jabatan=orang.jabatan if orang else "",
        unit=buku.nama_unit(u.unit),
        jenis=SEBUTAN_JENIS[u.jenis],
        periode=tanggal_panjang(u.periode),
    )


def surat_pengantar(kantor: Kantor, pelaku: Pelaku, id_: str) -> AlamatBerkas:
    """The covering letter of this case, with everybody who was proposed by the same letter and whom the asker may see: a PNS
    reads of himself only. Noted in the journal. Raises TidakBoleh before."""
    buku = Buku(kantor.store)
    u = lihat.usulan(kantor, pelaku, id_, buku).usulan
    if u.surat_pengantar is None:
        raise TidakBoleh("Usulan ini belum diusulkan, jadi belum ada surat pengantarnya.", kode="belum-diusulkan")
    semua = rak_usulan.sesurat(kantor.store, u)
    tampak = [s for s in semua if s.id == u.id or wewenang.boleh_lihat(pelaku, s, buku.jalur(s.unit, s.opd))]
    isi: dict[str, object] = {"usulan": u.nomor, "orang": len(tampak)}
    kantor.store.write(catatan(kantor, pelaku, "unduh surat pengantar", u.opd or "", isi))
    return _serahkan(kantor, _surat(kantor, tampak), "surat-pengantar.pdf")


def daftar_kolektif(kantor: Kantor, pelaku: Pelaku, usulan: Sequence[Usulan]) -> str:
    """Address of the letter for a batch just proposed."""
    return _serahkan(kantor, _surat(kantor, usulan), "surat-pengantar.pdf").url


def _surat(kantor: Kantor, usulan: Sequence[Usulan]) -> bytes:
    buku = Buku(kantor.store)
    s = usulan[0].surat_pengantar
    if s is None:
        raise TidakBoleh("Usulan ini belum mempunyai surat pengantar.", kode="belum-diusulkan")
    return surat.pengantar(
        opd=buku.nama_unit(usulan[0].opd),
        nomor=s.nomor,
        tanggal=tanggal_panjang(s.tanggal),
        periode=tanggal_panjang(usulan[0].periode),
        baris=sorted((_baris(buku, u) for u in usulan), key=lambda b: b.nama),
    )


def tanda_terima(kantor: Kantor, pelaku: Pelaku, id_: str) -> AlamatBerkas:
    """BKPSDM's numbered receipt with the checklist. Raises TidakBoleh before the case was taken."""
    buku = Buku(kantor.store)
    u = lihat.usulan(kantor, pelaku, id_, buku).usulan
    if not u.tanda_terima:
        raise TidakBoleh("Tanda terima terbit setelah BKPSDM menerima usulan.", kode="belum-diterima")
    ada = buku.berkas(b.berkas for b in u.butir)
    isi = surat.TandaTerima(
        nomor=u.tanda_terima,
        saat=tanggal_panjang(hari_wib(u.antre_pada or u.sejak)),
        opd=buku.nama_unit(u.opd),
        baris=_baris(buku, u),
        berkas=[(label_slot(b.slot), "ada" if b.berkas in ada else "belum ada") for b in u.butir],
        petugas=buku.nama(u.verifikator),
        lacak=f"{kantor.setelan.alamat_situs}/usulan/lihat/?id={u.id}",
        tenggat=tanggal_panjang(u.tenggat) if u.tenggat else "",
    )
    return _serahkan(kantor, surat.tanda_terima(isi), "tanda-terima.pdf")
