"""Sajikan: records -> what the counters answer, in words. Reads, decides nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from chalicelib.actions import Kantor
from chalicelib.actions.buku import Buku
from chalicelib.actions.lihat import Terlihat
from chalicelib.actions.pasang import dapat_diisi
from chalicelib.actions.sajikan_berkas import berkas
from chalicelib.actions.sajikan_berkas import butir as satu_butir
from chalicelib.actions.sajikan_meja import lengkapi
from chalicelib.records import usulan as rak_usulan
from chalicelib.rules import alur, butir, wewenang
from chalicelib.rules.hari_kerja import hari_wib
from chalicelib.rules.jaga import JAGA, SEBELUM_ISIAN
from chalicelib.rules.kata_syarat import ANDA, DIA, kata
from chalicelib.rules.konteks import Konteks
from schemas.alasan import Untuk, sebutan_alasan
from schemas.alur import MEJA, SEBUTAN_AKSI, TAHAP, Jaga, Langkah, Siapa, sebutan_aksi
from schemas.berkas import Berkas, label_slot
from schemas.pandangan_pegawai import PandanganPegawai, RingkasPegawai
from schemas.pandangan_usulan import PandanganAksi, PandanganPeristiwa, PandanganUsulan, RingkasUsulan
from schemas.pegawai import SEBUTAN_CELAH, Pegawai
from schemas.peran import SEBUTAN, Pelaku, Peran
from schemas.peristiwa import Peristiwa
from schemas.tanggal import tanggal_panjang
from schemas.usulan import SEBUTAN_JENIS, IsianAksi, Status, Usulan

_PEMERIKSA = (Peran.VERIFIKATOR, Peran.KABID)
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
    jalur = buku.jalur(p.unit, p.opd)
    boleh = wewenang.boleh_buat(pelaku, p, jalur) and usulan_terbuka is None and p.status == "PNS"
    tulis = {"golongan", "unit", "opd", "nama", "celah", "telepon"}
    isi = p.model_dump(include=set(PandanganPegawai.model_fields) - tulis)
    return PandanganPegawai.model_validate(
        {
            **isi,
            **ringkas_pegawai(buku, p).model_dump(),
            "telepon": f"Berakhir dengan {p.telepon[-3:]}" if p.telepon else "Belum tercatat",
            "celah": [SEBUTAN_CELAH[c] for c in p.celah],
            "usulan_terbuka": usulan_terbuka,
            "boleh_usulkan": boleh,
            "boleh_arsip": wewenang.boleh_arsip(pelaku, p, jalur),
        }
    )


def ringkas(kantor: Kantor, buku: Buku, pelaku: Pelaku, isi: Iterable[Usulan]) -> list[RingkasUsulan]:
    """A line about each case, as the asker stands to it."""
    hari_ini = hari_wib(kantor.jam())
    return [_ringkas(buku, pelaku, u, hari_ini) for u in isi]


def _ringkas(buku: Buku, pelaku: Pelaku, u: Usulan, hari_ini: date) -> RingkasUsulan:
    meja = MEJA[u.status]
    orang = buku.pegawai(u.pegawai)
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
        terlambat=u.tenggat is not None and u.tenggat < hari_ini,
        pegawai=ringkas_pegawai(buku, orang) if orang else RingkasPegawai(id=u.pegawai, nama="", nip=""),
        judul=f"Kenaikan pangkat {tanggal_panjang(u.periode)}" if u.pegawai == pelaku.id else buku.nama(u.pegawai),
        verifikator=verifikator,
    )


def usulan(kantor: Kantor, buku: Buku, pelaku: Pelaku, terlihat: Terlihat) -> PandanganUsulan:
    """The whole case: checklist, verdict, history, and the buttons that are open to the asker."""
    u = terlihat.usulan
    ada = buku.berkas([b.berkas for b in u.butir] + [k.berkas for k in (u.pertek, u.sk) if k])
    orang = buku.pegawai(u.pegawai)
    baru = u.kelayakan.golongan_baru if u.kelayakan else None
    memeriksa = pelaku.adalah(*_PEMERIKSA)
    baris_butir = [
        satu_butir(kantor, buku, b, ada, memeriksa=memeriksa, terbuka=dapat_diisi(terlihat)) for b in u.butir
    ]
    if memeriksa and orang and u.status is Status.VERIFIKASI:
        baris_butir = lengkapi(kantor, buku, u, orang, baris_butir)
    return PandanganUsulan(
        **ringkas(kantor, buku, pelaku, [u])[0].model_dump(),
        **u.model_dump(
            include={
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
        kelayakan=kata(u.kelayakan, ANDA if u.pegawai == pelaku.id else DIA) if u.kelayakan else None,
        golongan_lama=orang.golongan.tulisan if orang and orang.golongan else "",
        golongan_baru=baru.tulisan if baru else "",
        butir=baris_butir,
        sudah_ada=sum(1 for b in u.butir if b.berkas in ada and butir.pernah_diterima(ada[b.berkas])),
        sk_berkas=berkas(kantor, buku, ada[u.sk.berkas]) if u.sk and u.sk.berkas in ada else None,
        pertek_berkas=berkas(kantor, buku, ada[u.pertek.berkas]) if u.pertek and u.pertek.berkas in ada else None,
        alasan=sebutan_alasan(u.alasan, Untuk.TMS, Untuk.BATAL, Untuk.BTS_BKN) if u.alasan else "",
        aksi=_aksi(kantor, pelaku, terlihat, ada),
        riwayat=peristiwa(buku, u, rak_usulan.riwayat(kantor.store, u.id).isi),
        tahapan=list(TAHAP),
    )


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
        isian=alur.diminta(baris, k),
        wajib_catatan=Jaga.ADA_CATATAN in baris.jaga,
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
