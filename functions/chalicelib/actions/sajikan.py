"""Sajikan: records -> what the counters answer, in words. Reads, decides nothing."""

from __future__ import annotations

from collections.abc import Iterable

from chalicelib.actions import Kantor
from chalicelib.actions.buku import Buku
from chalicelib.actions.lihat import Terlihat
from chalicelib.records import usulan as rak_usulan
from chalicelib.rules import alur, wewenang
from chalicelib.rules.hari_kerja import hari_kerja, hari_wib
from chalicelib.rules.jaga import JAGA, SEBELUM_ISIAN
from chalicelib.rules.konteks import Konteks
from schemas.alasan import Untuk, sebutan_alasan
from schemas.alur import MEJA, SEBUTAN_AKSI, TAHAP, Langkah, Siapa, sebutan_aksi
from schemas.berkas import Berkas, KeadaanBerkas, label_slot
from schemas.pandangan import (
    PandanganAksi,
    PandanganButir,
    PandanganPegawai,
    PandanganPeristiwa,
    PandanganUsulan,
    RingkasBerkas,
    RingkasPegawai,
    RingkasUsulan,
)
from schemas.pegawai import SEBUTAN_CELAH, Pegawai
from schemas.peran import SEBUTAN, Pelaku
from schemas.peristiwa import Peristiwa
from schemas.tanggal import tanggal_panjang
from schemas.usulan import SEBUTAN_JENIS, Butir, IsianAksi, Usulan

KEADAAN_BUTIR = {
    "belum-ada": "Belum ada",
    "diproses": "Sedang diterima",
    "ada": "Ada",
    "terverifikasi": "Sudah pernah diperiksa",
    "dikembalikan": "Perlu diperbaiki",
    "dijawab": "Dijawab",
    "diterima": "Diterima verifikator",
}
_UTAMA = (
    "perbaiki",
    "ajukan",
    "usulkan",
    "terima",
    "nyatakan_ms",
    "setujui",
    "sahkan_tms",
    "kirim",
    "catat_pertek",
    "catat_sk",
    "serahkan",
)


def ringkas_pegawai(buku: Buku, p: Pegawai) -> RingkasPegawai:
    """One line about a person."""
    return RingkasPegawai(
        id=p.id,
        nama=p.nama_lengkap,
        nip=p.nip,
        golongan=p.golongan.tulisan if p.golongan else "",
        pangkat=p.golongan.pangkat if p.golongan else "",
        jabatan=p.jabatan,
        unit=buku.nama_unit(p.unit),
        opd=buku.nama_unit(p.opd),
    )


def pegawai(buku: Buku, pelaku: Pelaku, p: Pegawai, *, usulan_terbuka: str | None) -> PandanganPegawai:
    """The person's page."""
    boleh = wewenang.boleh_buat(pelaku, p, buku.jalur(p.unit, p.opd)) and usulan_terbuka is None and p.status == "PNS"
    isi = p.model_dump(include=set(PandanganPegawai.model_fields) - {"golongan", "unit", "opd", "nama", "celah"})
    return PandanganPegawai.model_validate(
        {
            **isi,
            **ringkas_pegawai(buku, p).model_dump(),
            "masa_kerja": (p.mk_tahun, p.mk_bulan or 0) if p.mk_tahun is not None else None,
            "telepon_ujung": p.telepon[-3:],
            "celah": [SEBUTAN_CELAH[c] for c in p.celah],
            "usulan_terbuka": usulan_terbuka,
            "boleh_usulkan": boleh,
        }
    )


def berkas(kantor: Kantor, buku: Buku, b: Berkas) -> RingkasBerkas:
    """One version of one document."""
    periksa = b.periksaan
    kata = {"terima": "Diterima", "kembalikan": "Dikembalikan"}
    return RingkasBerkas(
        **b.model_dump(include=set(RingkasBerkas.model_fields) - {"diunggah_oleh", "label"}),
        label=label_slot(b.slot),
        diunggah_oleh=buku.nama(b.diunggah_oleh),
        terverifikasi=periksa is not None and periksa.putusan == "terima",
        periksa=f"{kata[periksa.putusan]} {buku.nama(periksa.oleh)}, {tanggal_panjang(hari_wib(periksa.pada))}"
        if periksa
        else "",
        melebihi_bkn=b.ukuran > kantor.setelan.batas_bkn,
    )


def ringkas(kantor: Kantor, buku: Buku, pelaku: Pelaku, u: Usulan) -> RingkasUsulan:
    """One line about a case, as the asker stands to it."""
    meja = MEJA[u.status]
    hari_ini = hari_wib(kantor.jam())
    orang = buku.pegawai(u.pegawai)
    kapasitas = wewenang.kapasitas(pelaku, u, buku.jalur(u.unit, u.opd))
    verifikator = buku.nama(u.verifikator)
    return RingkasUsulan(
        **u.model_dump(
            include={"id", "nomor", "jenis", "periode", "status", "sejak", "tenggat", "tanda_terima", "versi"}
        ),
        jenis_sebutan=SEBUTAN_JENIS[u.jenis],
        status_sebutan=meja.sebutan,
        di_meja=f"{meja.di_meja}: {verifikator}"
        if Siapa.PEMEGANG.value in meja.di_meja.casefold() and verifikator
        else meja.di_meja,
        berikutnya=meja.berikutnya,
        tahap=meja.tahap,
        umur_hari_kerja=hari_kerja(hari_wib(u.antre_pada or u.sejak), hari_ini),
        terlambat=u.tenggat is not None and u.tenggat < hari_ini,
        pegawai=ringkas_pegawai(buku, orang) if orang else RingkasPegawai(id=u.pegawai, nama="", nip=""),
        verifikator=verifikator,
        pengusul=buku.nama(u.pengusul),
        perlu_saya=any(baris.aksi in _UTAMA for baris in alur.aksi_terbuka(u, kapasitas)),
    )


def usulan(kantor: Kantor, buku: Buku, pelaku: Pelaku, terlihat: Terlihat) -> PandanganUsulan:
    """The whole case: checklist, verdict, history, and the buttons that are open to the asker."""
    u = terlihat.usulan
    ada = buku.berkas([b.berkas for b in u.butir] + [k.berkas for k in (u.pertek, u.sk) if k])
    orang = buku.pegawai(u.pegawai)
    baru = u.kelayakan.golongan_baru if u.kelayakan else None
    return PandanganUsulan(
        **ringkas(kantor, buku, pelaku, u).model_dump(),
        **u.model_dump(
            include={
                "kelayakan",
                "surat_pengantar",
                "pengiriman",
                "pertek",
                "sk",
                "putaran",
                "catatan",
                "dasar",
                "dari_usulan",
            }
        ),
        golongan_lama=orang.golongan.tulisan if orang and orang.golongan else "",
        golongan_baru=baru.tulisan if baru else "",
        butir=[_butir(kantor, buku, b, ada) for b in u.butir],
        sudah_ada=sum(1 for b in u.butir if b.berkas in ada and _pernah_diterima(ada[b.berkas])),
        sk_berkas=berkas(kantor, buku, ada[u.sk.berkas]) if u.sk and u.sk.berkas in ada else None,
        pertek_berkas=berkas(kantor, buku, ada[u.pertek.berkas]) if u.pertek and u.pertek.berkas in ada else None,
        alasan=sebutan_alasan(u.alasan, Untuk.TMS, Untuk.BATAL, Untuk.BTS_BKN) if u.alasan else "",
        aksi=_aksi(kantor, pelaku, terlihat, ada),
        riwayat=peristiwa(buku, u, rak_usulan.riwayat(kantor.store, u.id).isi),
        tahapan=list(TAHAP),
    )


def _pernah_diterima(b: Berkas) -> bool:
    return b.periksaan is not None and b.periksaan.putusan == "terima"


def _butir(kantor: Kantor, buku: Buku, b: Butir, ada: dict[str, Berkas]) -> PandanganButir:
    isi = ada.get(b.berkas or "")
    keadaan = _keadaan(b, isi)
    return PandanganButir(
        **b.model_dump(include={"slot", "wajib", "sebab", "putusan", "catatan", "halaman", "diminta", "jawaban"}),
        label=label_slot(b.slot),
        berkas=berkas(kantor, buku, isi) if isi else None,
        keadaan=keadaan,
        keadaan_sebutan=KEADAAN_BUTIR[keadaan],
        alasan=sebutan_alasan(b.alasan, Untuk.BUTIR) if b.alasan else "",
    )


def _keadaan(b: Butir, isi: Berkas | None) -> str:
    if b.diminta:
        return "dijawab" if b.jawaban else "dikembalikan"
    if isi is None:
        return "belum-ada"
    if isi.keadaan is not KeadaanBerkas.DITERIMA:
        return "diproses"
    if b.putusan == "terima":
        return "diterima"
    return "terverifikasi" if _pernah_diterima(isi) else "ada"


def _aksi(kantor: Kantor, pelaku: Pelaku, t: Terlihat, ada: dict[str, Berkas]) -> list[PandanganAksi]:
    baris_ = alur.aksi_terbuka(t.usulan, t.kapasitas)
    utama = min((_UTAMA.index(b.aksi) for b in baris_ if b.aksi in _UTAMA), default=-1)
    k = Konteks(
        t.usulan,
        pelaku,
        IsianAksi(versi=t.usulan.versi),
        hari_wib(kantor.jam()),
        berkas=ada,
        kelayakan=t.usulan.kelayakan,
    )
    return [_tombol(b, k, utama=utama >= 0 and b.aksi == _UTAMA[utama]) for b in baris_]


def _tombol(baris: Langkah, k: Konteks, *, utama: bool) -> PandanganAksi:
    ada = [h for jaga in baris.jaga if jaga in SEBELUM_ISIAN and (h := JAGA[jaga](k))]
    return PandanganAksi(
        aksi=baris.aksi,
        alamat=baris.nomina,
        tombol=baris.tombol,
        peringatan=baris.peringatan,
        utama=utama,
        penghalang=[f"{h.pesan} {h.petunjuk}".strip() for h in ada],
    )


def peristiwa(buku: Buku, u: Usulan, isi: Iterable[Peristiwa]) -> list[PandanganPeristiwa]:
    """Lines of the history, in the order given."""
    return [
        PandanganPeristiwa(
            nomor=p.nomor,
            aksi=p.aksi,
            sebutan=SEBUTAN_AKSI.get(p.aksi) or sebutan_aksi(u.layanan, p.aksi, p.dari),
            oleh=buku.nama(p.oleh),
            peran=SEBUTAN[p.peran],
            pada=p.pada,
            catatan=str(p.isi.get("catatan", "")),
            ke=p.ke,
            butir=_butir_peristiwa(p),
        )
        for p in isi
    ]


def _butir_peristiwa(p: Peristiwa) -> list[str]:
    butir = p.isi.get("butir")
    if not isinstance(butir, list):
        return []
    return [
        ": ".join(
            filter(
                None, [label_slot(b["slot"]), sebutan_alasan(b.get("alasan", ""), Untuk.BUTIR), b.get("catatan", "")]
            )
        )
        for b in butir
    ]
