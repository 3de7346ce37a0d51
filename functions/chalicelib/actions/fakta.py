"""Fakta: propose a fact, confirm or refuse it. A confirmed fact, the journal's line and the message go in one write."""

from __future__ import annotations

from chalicelib.actions import Kantor, fakta_lihat, lihat
from chalicelib.actions.audit import catatan
from chalicelib.actions.buku import Buku
from chalicelib.actions.kabari import kepada_diri
from chalicelib.actions.pindah import simpan_pegawai
from chalicelib.galat import Bentrok, TakSah, TemuanGalat, TidakAda, TidakBoleh
from chalicelib.records import berkas as rak_berkas
from chalicelib.records import fakta as rak
from chalicelib.records import kantor as rak_kantor
from chalicelib.records import pegawai as rak_pegawai
from chalicelib.records import ramalan as rak_ramalan
from chalicelib.records.rak import ditulis
from chalicelib.rules import data_diri, wewenang
from chalicelib.rules import riwayat as aturan_riwayat
from chalicelib.rules.hari_kerja import hari_wib
from chalicelib.store import Operasi
from schemas.berkas import KeadaanBerkas
from schemas.fakta import JenisFakta
from schemas.pandangan_fakta import Akibat, PandanganUsulFakta
from schemas.pegawai import Pegawai
from schemas.peran import Pelaku
from schemas.riwayat import Asal, IsianFakta, IsianPutusanFakta, KeadaanFakta, UsulFakta

BATAS_MENUNGGU = 40
"""Open proposals about one person: more are settled first."""


def usulkan(kantor: Kantor, pelaku: Pelaku, id_: str, isian: IsianFakta) -> PandanganUsulFakta:
    """Propose a change of one fact of a person; with `uji` only show what it would change.

    Raises TidakAda (not his to propose), TakSah (the fact cannot be so), Bentrok (its row is gone, or it is there already).
    """
    p, jalur = lihat.pegawai(kantor, pelaku, id_)
    if not wewenang.boleh_usul_fakta(pelaku, p, jalur) or not _boleh_jenis(pelaku, p, jalur, isian.jenis):
        raise TidakAda()
    u = _susun(kantor, pelaku, p, isian)
    akibat = _akibat(kantor, p, u)
    if isian.uji:
        return fakta_lihat.usul(Buku(kantor.store), pelaku, u.model_copy(update={"id": "uji"}), akibat)
    if sum(m.keadaan is KeadaanFakta.DIUSULKAN for m in rak.milik(kantor.store, id_)) >= BATAS_MENUNGGU:
        raise TidakBoleh(
            "Sudah banyak usulan fakta orang ini yang menunggu BKPSDM.",
            kode="usul-penuh",
            petunjuk="Tunggu sampai sebagian diputus.",
        )
    jejak = catatan(
        kantor, pelaku, "usulkan fakta", id_, {"jenis": u.jenis.value, "tindakan": u.tindakan, "usul": u.id}
    )
    sumber = rak_berkas.RAK.ambil(kantor.store, f"BERKAS#{u.berkas}") if u.berkas else None
    tulis = kantor.store.write(rak.RAK.taruh(u), jejak, *(rak_berkas.pegang(sumber) if sumber else []))
    return fakta_lihat.usul(Buku(kantor.store), pelaku, ditulis(u, tulis[0]), akibat)


def _boleh_jenis(pelaku: Pelaku, p: Pegawai, jalur: tuple[str, ...], jenis: JenisFakta) -> bool:
    return jenis is not JenisFakta.HUKUMAN or wewenang.boleh_lihat_hukuman(pelaku, p, jalur)


def _susun(kantor: Kantor, pelaku: Pelaku, p: Pegawai, isian: IsianFakta) -> UsulFakta:
    if isian.jenis is JenisFakta.DATA_DIRI:
        return _susun_diri(kantor, pelaku, p, isian)
    if isian.tindakan in ("ganti", "hapus") and not isian.sasaran:
        raise TakSah(
            "Pilih baris yang hendak diubah.",
            temuan=[TemuanGalat("kosong", "Pilih baris yang hendak diubah.", "sasaran")],
        )
    isi = {}
    if isian.tindakan in ("tambah", "ganti"):
        hari_ini = hari_wib(kantor.jam())
        isi = aturan_riwayat.baca_isi(isian.jenis, isian.isi, lahir=p.tanggal_lahir, hari_ini=hari_ini)
    _dokumen(kantor, pelaku, p, isian)
    baris = {b.id: b.isi for b in rak.riwayat(kantor.store, p.id).baris.get(isian.jenis, [])}
    return UsulFakta(
        id=kantor.id_baru(),
        pegawai=p.id,
        opd=p.opd,
        jenis=isian.jenis,
        tindakan=isian.tindakan,
        isi=isi,
        sasaran=isian.sasaran,
        lama=baris.get(isian.sasaran or "", {}),
        sumber=isian.sumber,
        berkas=isian.berkas,
        oleh=pelaku.id,
        pada=kantor.jam(),
    )


def _susun_diri(kantor: Kantor, pelaku: Pelaku, p: Pegawai, isian: IsianFakta) -> UsulFakta:
    if isian.tindakan != "ganti":
        raise TakSah(
            "Data diri hanya dapat diperbaiki.", kode="data-diri", petunjuk="Pakai tombol Perbaiki pada barisnya."
        )
    isi = data_diri.baca(isian.isi, p, hari_wib(kantor.jam()))
    _nip_bebas(kantor, pelaku, p, isi)
    if "unit" in isi:
        isi["opd"] = rak_kantor.unit(kantor.store, isi["unit"]).opd
    _dokumen(kantor, pelaku, p, isian)
    return UsulFakta(
        id=kantor.id_baru(),
        pegawai=p.id,
        opd=p.opd,
        jenis=isian.jenis,
        tindakan="ganti",
        isi=isi,
        sumber=isian.sumber,
        lama={n: v for n, v in data_diri.kini(p).items() if n in isi},
        berkas=isian.berkas,
        oleh=pelaku.id,
        pada=kantor.jam(),
    )


def _nip_bebas(kantor: Kantor, pelaku: Pelaku, p: Pegawai, isi: dict[str, object]) -> None:
    """Nobody else bears this NIP, or ever bore it. Who may not see that person is not told of him: BKPSDM is, when it decides."""
    lain = rak_pegawai.menurut_nip(kantor.store, str(isi["nip"])) if "nip" in isi else None
    if lain is None or lain.id == p.id:
        return
    if wewenang.boleh_lihat_pegawai(pelaku, lain, Buku(kantor.store).jalur(lain.unit, lain.opd)):
        pesan = "NIP itu sudah dipakai orang lain. Cocokkan SK CPNS keduanya."
        raise TakSah(pesan, kode="nip-dipakai", temuan=[TemuanGalat("nip-dipakai", pesan, "nip")])


def _dokumen(kantor: Kantor, pelaku: Pelaku, p: Pegawai, isian: IsianFakta) -> None:
    """The document lies in this person's own archive; who speaks about himself must show one."""
    if isian.berkas is None:
        if pelaku.id == p.id and not isian.uji:
            pesan = "Sertakan dokumennya: pilih dari arsip Anda, atau unggah dahulu lewat usulan."
            raise TakSah(pesan, kode="tanpa-dokumen", temuan=[TemuanGalat("kosong", pesan, "berkas")])
        return
    b = rak_berkas.RAK.ambil(kantor.store, f"BERKAS#{isian.berkas}")
    if b is None or b.pegawai != p.id or b.keadaan is not KeadaanBerkas.DITERIMA:
        pesan = "Dokumen itu tidak ada dalam arsip orang ini."
        raise TakSah(pesan, kode="bukan-arsipnya", temuan=[TemuanGalat("bukan-arsipnya", pesan, "berkas")])


def _akibat(kantor: Kantor, p: Pegawai, u: UsulFakta) -> list[Akibat]:
    """What it would change. Raises as `terapkan`."""
    lama = rak.riwayat(kantor.store, u.pegawai)
    baru = aturan_riwayat.terapkan(lama, u, _asal(u))
    sesudah = aturan_riwayat.segarkan(data_diri.tempati(p, u.isi), baru, hari_wib(kantor.jam()))
    return fakta_lihat.akibat(kantor, (p, lama), (sesudah, baru))


def _asal(u: UsulFakta, disahkan: str | None = None) -> Asal:
    return Asal(sumber=u.sumber, berkas=u.berkas, oleh=u.oleh, pada=u.pada, disahkan=disahkan, usul=u.id)


def _terlihat(kantor: Kantor, pelaku: Pelaku, id_: str) -> tuple[UsulFakta, Pegawai]:
    u = rak.ambil(kantor.store, id_)
    p, jalur = lihat.pegawai(kantor, pelaku, u.pegawai)
    if not wewenang.boleh_lihat_fakta(pelaku, p, jalur) or not _boleh_jenis(pelaku, p, jalur, u.jenis):
        raise TidakAda()
    return u, p


def satu(kantor: Kantor, pelaku: Pelaku, id_: str) -> PandanganUsulFakta:
    """One proposal with what it would change. Raises TidakAda."""
    u, p = _terlihat(kantor, pelaku, id_)
    akibat = []
    if u.keadaan is KeadaanFakta.DIUSULKAN:
        try:
            akibat = _akibat(kantor, p, u)
        except (Bentrok, TakSah):
            akibat = []  # overtaken by another; deciding it says so
    return fakta_lihat.usul(Buku(kantor.store), pelaku, u, akibat)


def putuskan(kantor: Kantor, pelaku: Pelaku, id_: str, isian: IsianPutusanFakta) -> PandanganUsulFakta:
    """Confirm or refuse. Raises TidakAda (not BKPSDM), TidakBoleh (his own word, or decided), TakSah (no reason), Bentrok."""
    u, p = _terlihat(kantor, pelaku, id_)
    if not wewenang.boleh_putus_fakta(pelaku):
        raise TidakAda()
    _boleh_diputus(pelaku, u, isian)
    keadaan = KeadaanFakta.SAH if isian.sah else KeadaanFakta.DITOLAK
    ubah = {"keadaan": keadaan, "diputus_oleh": pelaku.id, "diputus_pada": kantor.jam(), "alasan": isian.alasan}
    baru = u.model_copy(update=ubah)
    aksi = "sahkan fakta" if isian.sah else "tolak fakta"
    isi: dict[str, object] = {"jenis": u.jenis.value, "tindakan": u.tindakan, "usul": u.id}
    tulis = kantor.store.write(
        rak.RAK.taruh(baru),
        *(_sahkan(kantor, pelaku, u, p) if isian.sah else []),
        catatan(kantor, pelaku, aksi, u.pegawai, isi),
        kepada_diri(kantor, u.oleh, "FAKTA1" if isian.sah else "FAKTA2", nama=p.nama_lengkap),
    )
    kantor.nyalakan()
    return fakta_lihat.usul(Buku(kantor.store), pelaku, ditulis(baru, tulis[0]), [])


def _boleh_diputus(pelaku: Pelaku, u: UsulFakta, isian: IsianPutusanFakta) -> None:
    if u.versi != isian.versi or u.keadaan is not KeadaanFakta.DIUSULKAN:
        raise Bentrok("Usulan fakta ini sudah berubah atau sudah diputus.")
    if pelaku.id in (u.oleh, u.pegawai):
        raise TidakBoleh(
            "Yang mengusulkan, dan pemilik data, tidak mengesahkannya sendiri.",
            kode="fakta-sendiri",
            petunjuk="Minta petugas BKPSDM lain.",
        )
    if not isian.sah and len(isian.alasan) < 5:
        pesan = "Tulis alasan mengapa fakta ini tidak diterima."
        raise TakSah(pesan, kode="tanpa-alasan", temuan=[TemuanGalat("kosong", pesan, "alasan")])


def _sahkan(kantor: Kantor, pelaku: Pelaku, u: UsulFakta, p: Pegawai) -> list[Operasi]:
    """The histories with the fact in them, the person's own line where it follows, and the note for the forecast."""
    riwayat = aturan_riwayat.terapkan(rak.riwayat(kantor.store, p.id), u, _asal(u, pelaku.id))
    isi = u.isi if u.jenis is JenisFakta.DATA_DIRI else {}
    _nip_bebas(kantor, pelaku, p, isi)
    if "unit" in isi:
        isi = {**isi, "opd": rak_kantor.unit(kantor.store, isi["unit"]).opd}
    baru = aturan_riwayat.segarkan(data_diri.tempati(p, isi), riwayat, hari_wib(kantor.jam()))
    tetap: list[Operasi] = [rak_pegawai.masih(p), rak_ramalan.tanda(p.id)]
    return [rak.RAK_RIWAYAT.taruh(riwayat), *(simpan_pegawai(kantor, pelaku, baru, p) if baru != p else tetap)]


def tarik(kantor: Kantor, pelaku: Pelaku, id_: str, versi: int) -> PandanganUsulFakta:
    """Take one's own proposal back. Raises TidakAda (another's), Bentrok (changed or decided)."""
    u, _ = _terlihat(kantor, pelaku, id_)
    if u.oleh != pelaku.id:
        raise TidakAda()
    if u.versi != versi or u.keadaan is not KeadaanFakta.DIUSULKAN:
        raise Bentrok("Usulan fakta ini sudah berubah atau sudah diputus.")
    baru = u.model_copy(update={"keadaan": KeadaanFakta.DITARIK, "diputus_pada": kantor.jam()})
    jejak = catatan(kantor, pelaku, "tarik usulan fakta", u.pegawai, {"jenis": u.jenis.value, "usul": u.id})
    tulis = kantor.store.write(rak.RAK.taruh(baru), jejak)
    return fakta_lihat.usul(Buku(kantor.store), pelaku, ditulis(baru, tulis[0]), [])
