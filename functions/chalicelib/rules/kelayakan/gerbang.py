"""The common gate of all kinds that follow periods (domain 2.1), and notes on the NIP (domain 7.1)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import dropwhile

from chalicelib.rules.kelayakan import bup
from chalicelib.rules.kelayakan.catat import Catat, catatan, halang, telaah
from chalicelib.rules.kelayakan.fakta import Perkara, berjalan
from chalicelib.rules.waktu import SEHARI, adalah_periode, periode_sejak, tambah_tahun
from schemas.golongan import Golongan
from schemas.kelayakan import HukumanOrang
from schemas.nip import baca_nip
from schemas.pegawai import tulis_kedudukan
from schemas.tanggal import tanggal_panjang

DASAR_KP = "PP 99/2000 jo. PP 12/2002"
DASAR_NIP = "Perka BKN 22/2007"


def periksa(p: Perkara) -> list[Catat]:
    """Everything that every periodic kind asks, ratings, time in rank and examination aside."""
    return [
        *_periode(p),
        *status(p),
        *_kedudukan(p),
        *_hidup(p),
        *hukuman(p),
        *_cltn(p),
        *bup.periksa(p),
        *usulan(p),
        *riwayat(p),
    ]


def _periode(p: Perkara) -> Iterator[Catat]:
    if not adalah_periode(p.tmt, p.aturan):
        berikut = periode_sejak(p.tmt, p.aturan)
        baris = p.berlaku.periode
        kapan = f" Periode berikutnya {tanggal_panjang(berikut)}." if berikut else ""
        pesan = f"{tanggal_panjang(p.tmt)} bukan periode kenaikan pangkat.{kapan}"
        yield halang("bukan-periode", pesan, baris.dasar if baris else DASAR_KP, berikut)


def status(p: Perkara) -> Iterator[Catat]:
    """PNS, not PPPK, and no longer CPNS."""
    if p.orang.nip and int(p.orang.nip[12:14]) > 12:
        yield halang("bukan-pns", "Nomor ini berbentuk nomor induk PPPK; kenaikan pangkat hanya untuk PNS.", DASAR_KP)
        return
    ada = [g for g in p.fakta.golongan if g.tmt and g.tmt <= p.tmt]
    if not ada or any(g.jenis != "CPNS" for g in ada) or p.fakta.golongan_tanpa_tmt:
        return
    nanti = min((g.tmt for g in p.fakta.golongan if g.tmt and g.tmt > p.tmt), default=None)
    paling_lama = tambah_tahun(ada[0].tmt or p.tmt, p.angka("cpns_paling_lama_tahun"))
    if nanti is None and p.tmt >= paling_lama:
        yield telaah("pns", "TMT PNS belum tercatat; yang tercatat baru TMT CPNS.", DASAR_KP)
    else:
        masih = halang(
            "masih-cpns", "Masih calon PNS; kenaikan pangkat hanya untuk PNS.", DASAR_KP, nanti or paling_lama
        )
        yield masih._replace(sampai=nanti)


def _kedudukan(p: Perkara) -> Iterator[Catat]:
    kode = p.fakta.kedudukan
    if kode is None:
        yield telaah("kedudukan", "Kedudukan hukum belum diketahui.", DASAR_KP)
        return
    baris = p.berlaku.kedudukan.get(kode)
    if baris is None or p.jenis not in baris.jenis:
        dasar = (baris or p.berlaku.kedudukan["01"]).dasar
        boleh = " atau ".join(tulis_kedudukan(k) for k, b in p.berlaku.kedudukan.items() if p.jenis in b.jenis)
        pesan = f"Kedudukan hukum tercatat {tulis_kedudukan(kode)}, sedangkan jenis ini terbuka bagi {boleh}. Bila sudah berubah, minta BKPSDM memperbarui datanya."
        yield halang("kedudukan-tidak-aktif", pesan, dasar)


def _hidup(p: Perkara) -> Iterator[Catat]:
    if p.orang.meninggal and p.orang.meninggal <= p.tmt:
        pesan = f"Meninggal pada {tanggal_panjang(p.orang.meninggal)}; yang terbuka adalah pengabdian, atau anumerta bila dinyatakan tewas."
        yield halang("meninggal", pesan, DASAR_KP)


def hukuman(p: Perkara) -> Iterator[Catat]:
    """Penalties that run on the TMT."""
    tabel = p.berlaku.hukuman
    if p.orang.hukuman is None:
        yield telaah("hukuman", "Riwayat hukuman disiplin belum diketahui.", tabel["sedang"].dasar)
    for h in p.orang.hukuman or []:
        if (h.mulai and h.mulai > p.tmt) or (h.selesai and h.selesai < p.tmt):
            continue
        sampai = f"sampai {tanggal_panjang(h.selesai)}" if h.selesai else "tanpa tanggal berakhir yang tercatat"
        lanjut = (
            " Kenaikan pangkat terbuka sesudah itu."
            if h.selesai
            else " Bila sudah selesai, minta pengelola kepegawaian mencatat tanggal berakhirnya."
        )
        pesan, dasar = f"Menjalani hukuman disiplin tingkat {h.tingkat} {sampai}.", tabel[h.tingkat].dasar
        if tabel[h.tingkat].efek == "catatan":
            yield catatan("hukuman-dicatat", pesan, dasar)
        elif h.mulai is None:
            yield mulai_gelap(h, dasar)
        else:
            yield halang("hukuman-berjalan", pesan + lanjut, dasar, _sesudah(h.selesai), h.selesai)


def mulai_gelap(h: HukumanOrang, dasar: str) -> Catat:
    """Whether a penalty runs on a date is not known while its first day is not."""
    pesan = f"Tanggal mulai hukuman disiplin tingkat {h.tingkat} belum tercatat, jadi belum pasti apakah masih berjalan pada TMT ini. Cocokkan dengan SK hukuman."
    return telaah("hukuman", pesan, dasar)._replace(bebas=_sesudah(h.selesai))


def _cltn(p: Perkara) -> Iterator[Catat]:
    dasar = "PP 11/2017 jo. PP 17/2020 (cuti di luar tanggungan negara)"
    if p.orang.cltn is None:
        yield telaah("cltn", "Riwayat cuti di luar tanggungan negara belum diketahui.", dasar)
    elif c := berjalan(p.orang.cltn, p.tmt):
        sampai = f" sampai {tanggal_panjang(c.selesai)}" if c.selesai else ""
        pesan = f"Sedang cuti di luar tanggungan negara{sampai}. Kenaikan pangkat terbuka sesudah diaktifkan kembali."
        yield halang("cltn-berjalan", pesan, dasar, _sesudah(c.selesai), c.selesai)


def usulan(p: Perkara) -> Iterator[Catat]:
    """No other proposal may be open."""
    if p.orang.usulan_berjalan is None:
        yield telaah("usulan", "Belum diketahui apakah masih ada usulan lain yang berjalan.", DASAR_KP)
    elif any(_terbuka(u) for u in p.orang.usulan_berjalan):
        yield halang(
            "usulan-berjalan",
            "Masih ada usulan kenaikan pangkat lain yang berjalan; tunggu selesai, atau minta pengelola kepegawaian membatalkannya.",
            DASAR_KP,
        )


def _terbuka(u: object) -> bool:
    if not isinstance(u, dict):
        return u is not None
    return str(u.get("status", "")).lower() not in ("selesai", "tms", "dibatalkan") and u.get(
        "layanan", "kenaikan-pangkat"
    ) in (None, "kenaikan-pangkat")


def riwayat(p: Perkara) -> Iterator[Catat]:
    """Does the history of ranks hold together?"""
    baris = [g for g in p.fakta.golongan if g.tmt and g.tmt <= p.tmt]
    if pernah_turun([g.gol for g in baris]):
        yield telaah_riwayat(
            "pangkat-pernah-turun",
            "Riwayat pangkat memuat pangkat yang lebih rendah sesudah yang lebih tinggi; masa kerja dalam pangkat perlu ditelaah.",
        )
    cpns = p.fakta.tmt_cpns
    if cpns and any(g.tmt and g.tmt < cpns for g in p.fakta.golongan):
        yield telaah_riwayat("tmt-sebelum-cpns", "Ada TMT pangkat sebelum TMT CPNS.")
    nanti = [g for g in p.fakta.golongan if g.tmt and g.tmt > p.tmt and g.jenis == "KP"]
    if nanti and nanti[0].tmt:
        pesan = f"Sudah tercatat pangkat {nanti[0].gol.tulisan} dengan TMT {tanggal_panjang(nanti[0].tmt)}."
        yield catatan("kp-mendatang", pesan, DASAR_KP)


def pernah_turun(gol: list[Golongan]) -> bool:
    """The present rank, or a higher one, was held before and lost; an older fall below it no longer matters."""
    kini = gol[-1] if gol else None
    lama = list(dropwhile(lambda g: g == kini, reversed(gol)))
    return any(g >= kini for g in lama if kini)


def telaah_riwayat(kode: str, pesan: str) -> Catat:
    """A contradiction in the record: people must look at it."""
    return telaah("golongan", pesan, "PP 99/2000 jo. PP 12/2002; PP 94/2021")._replace(kode=kode)


def nip(p: Perkara) -> Iterator[Catat]:
    """What the NIP says otherwise than the record; notes only. Who gave none is told nothing."""
    if not p.orang.nip:
        return
    isi, cpns = baca_nip(p.orang.nip), p.fakta.tmt_cpns
    if isi is None:
        if int(p.orang.nip[12:14]) <= 12:
            yield catatan(
                "nip-janggal",
                "Bagian NIP (tanggal lahir, bulan CPNS, jenis kelamin atau nomor urut) tidak dapat dibaca.",
                DASAR_NIP,
            )
        return
    lahir = p.orang.tanggal_lahir
    if lahir and lahir != isi.tanggal_lahir:
        yield catatan(
            "nip-lahir-beda",
            f"Tanggal lahir {tanggal_panjang(lahir)} berbeda dari NIP ({tanggal_panjang(isi.tanggal_lahir)}).",
            DASAR_NIP,
        )
    if p.orang.jenis_kelamin and p.orang.jenis_kelamin != isi.jenis_kelamin:
        yield catatan(
            "nip-kelamin-beda",
            f"Jenis kelamin pada NIP {isi.jenis_kelamin}, pada data {p.orang.jenis_kelamin}.",
            DASAR_NIP,
        )
    if cpns and (cpns.year, cpns.month) != (isi.tahun_cpns, isi.bulan_cpns):
        yield catatan(
            "nip-cpns-beda", f"TMT CPNS {tanggal_panjang(cpns)} berbeda dari NIP; SK CPNS yang menentukan.", DASAR_NIP
        )
    if cpns and lahir and cpns < tambah_tahun(lahir, p.angka("usia_cpns_terendah")):
        yield catatan(
            "cpns-muda",
            f"Usia saat TMT CPNS belum {p.angka('usia_cpns_terendah')} tahun.",
            p.berlaku.angka["usia_cpns_terendah"].dasar,
        )


def _sesudah(d: date | None) -> date | None:
    return d + SEHARI if d else None
