"""A county at work: cases go their whole way by the acts of the workflow table, each done by whom it belongs to.

What each act owes to whom is written down apart from the product, from the table and the county's own list of officers.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from datetime import date, timedelta
from random import Random
from typing import Any

from chalicelib.actions import Kantor, pasang, proses, usulan
from chalicelib.actions.periode import terbuka
from chalicelib.records import akun as rak_akun
from chalicelib.records import berkas as rak_berkas
from chalicelib.records import kantor as rak_kantor
from chalicelib.records import pegawai as rak_pegawai
from chalicelib.records import usulan as rak_usulan
from chalicelib.rules import wewenang
from chalicelib.rules.hari_kerja import hari_wib

from schemas.alur import ALUR, LAHIR, Langkah, Siapa
from schemas.berkas import Berkas, KeadaanBerkas
from schemas.kabar import KABAR, Penerima
from schemas.pegawai import Pegawai
from schemas.peran import Pelaku, Peran
from schemas.usulan import (
    LAYANAN,
    TERBUKA,
    IsianJawabButir,
    IsianPasangBerkas,
    IsianPeriksaButir,
    IsianUsulan,
    IsianUsulanBaru,
    Jenis,
    Status,
    Usulan,
)

S = Status
BARIS = {n: b for n, b in enumerate(ALUR[LAYANAN]) if b.aksi not in LAHIR}
LURUS = {
    S.DRAF: "ajukan", S.DIAJUKAN_PNS: "usulkan", S.PERBAIKAN_PNS: "ajukan", S.DIUSULKAN_OPD: "terima", S.VERIFIKASI: "nyatakan_ms",
    S.BTS_BKPSDM: "perbaiki", S.MENUNGGU_PERSETUJUAN: "setujui", S.MENUNGGU_TMS: "sahkan_tms", S.SIAP_KIRIM_BKN: "kirim",
    S.DIPROSES_BKN: "catat_pertek", S.BTS_BKN: "perbaiki", S.PERTEK_TERBIT: "catat_sk", S.PERBAIKAN_PERTEK: "catat_pertek",
    S.SK_TERBIT: "serahkan",
}  # fmt: skip
"""The straight way through the table."""
KANTOR = {Siapa.VERIFIKATOR: Peran.VERIFIKATOR, Siapa.PEMEGANG: Peran.VERIFIKATOR, Siapa.PEMBUAT_BKPSDM: Peran.VERIFIKATOR,
          Siapa.KABID: Peran.KABID, Siapa.OPERATOR: Peran.OPERATOR_SIASN}  # fmt: skip
KEPADA = {
    Penerima.VERIFIKATOR: Peran.VERIFIKATOR,
    Penerima.KABID: Peran.KABID,
    Penerima.OPERATOR: Peran.OPERATOR_SIASN,
}
PERNYATAAN = "Riwayat dicocokkan dengan arsip kertas"


class Kabupaten:
    """People, officers and running cases. `aksi` counts (row of the table, capacity), `terutang` (notice, person)."""

    def __init__(self, kantor: Kantor, acak: Random) -> None:
        self.kantor, self.acak = kantor, acak
        store = kantor.store
        unit = rak_kantor.semua_unit(store)
        orang = [p for u in unit for p in rak_pegawai.RAK.semua(store, f"UNIT#{u.id}", indeks="g1")]
        self.orang: dict[str, Pegawai] = {p.id: p for p in orang if p.status == "PNS" and p.opd}
        self.jalur = {u.id: u.jalur or (u.id,) for u in unit}
        self.petugas = {r: sorted(rak_akun.pemegang(store, r)) for r in Peran if r is not Peran.PENGELOLA_OPD}
        self.pengelola = {u.id: sorted(rak_akun.pemegang(store, Peran.PENGELOLA_OPD, u.id)) for u in unit}
        dinas = {s for semua in self.petugas.values() for s in semua} | {
            s for semua in self.pengelola.values() for s in semua
        }
        self.calon = [p.id for p in self.orang.values() if p.id not in dinas and self._pengelola(p)]
        self.berjalan: list[str] = []
        self.kasus: set[str] = set()
        self.aksi: Counter[tuple[int, Siapa]] = Counter()
        self.terutang: Counter[tuple[str, str]] = Counter()
        self._pelaku: dict[str, Pelaku] = {}

    def sehari(self, mulai: int, laju: float) -> None:
        """New cases, and one act in this share of those that run."""
        for siapa in self.acak.sample(self.calon, min(mulai, len(self.calon))):
            self._buat(siapa)
        for id_ in [k for k in self.berjalan if self.acak.random() < laju]:
            self._langkah(rak_usulan.ambil(self.kantor.store, id_))

    def pelaku(self, siapa: str) -> Pelaku:
        if siapa not in self._pelaku:
            self._pelaku[siapa] = self._kenali(siapa)
        return self._pelaku[siapa]

    def _kenali(self, siapa: str) -> Pelaku:
        akun, p = rak_akun.ambil(self.kantor.store, siapa), self.orang[siapa]
        peran = akun.peran if akun else frozenset({Peran.PNS})
        return Pelaku(id=p.id, nama=p.nama, peran=peran, lingkup=akun.lingkup if akun else None)

    def _pengelola(self, p: Pegawai) -> list[str]:
        return [s for u in self.jalur.get(p.unit or "", (p.opd or "",)) for s in self.pengelola.get(u, []) if s != p.id]

    def _buat(self, siapa: str) -> None:
        """By himself, his pengelola, or a verifikator with the OPD's letter; again after one that ended without a decree."""
        self.calon.remove(siapa)
        p, nasib = self.orang[siapa], self.acak.random()
        oleh = siapa if nasib < 0.45 else self.acak.choice(self._pengelola(p) if nasib < 0.9 else self._kantor(Peran.VERIFIKATOR))  # fmt: skip
        surat = self.dokumen(siapa, "surat-kuasa-opd") if nasib >= 0.9 else None
        periode = self.acak.choice(terbuka(self.kantor, hari_wib(self.kantor.jam()))[:4]).tmt
        lama = next((u for u in usulan.milik(self.kantor, siapa) if u.status in (S.TMS, S.DIBATALKAN)), None)
        if lama:
            minta = IsianUsulanBaru(versi=lama.versi, periode=periode, surat_opd=surat)
            u, aksi = usulan.buat_lagi(self.kantor, self.pelaku(oleh), lama.id, minta), "usulkan_baru"
        else:
            isian = IsianUsulan(pegawai=siapa, jenis=Jenis.REGULER, periode=periode, surat_opd=surat)
            u, aksi = usulan.buat(self.kantor, self.pelaku(oleh), isian), "buat"
        sebagai = Siapa.PNS if oleh == siapa else Siapa.PENGELOLA if nasib < 0.9 else Siapa.VERIFIKATOR
        self.aksi[next(n for n, b in enumerate(ALUR[LAYANAN]) if b.aksi == aksi), sebagai] += 1
        self.kasus.add(u.id)
        self.berjalan.append(u.id)

    def _kantor(self, peran: Peran) -> list[str]:
        return self.petugas[peran]

    def _langkah(self, u: Usulan) -> None:
        """Mostly the straight next act; now and then the one of all that are open here which was done least so far."""
        pilihan = [
            (n, s, o) for n, b in BARIS.items() if u.status in b.dari for s in b.siapa for o in self._siapa(u, b, s)
        ]
        if self.acak.random() < 0.65:
            pilihan = [x for x in pilihan if BARIS[x[0]].aksi == self._lurus(u)] or pilihan
        n, siapa, oleh = min(pilihan, key=lambda x: (self.aksi[x[0], x[1]], self.acak.random()))
        baris, pelaku = BARIS[n], self.pelaku(oleh)
        if baris.aksi == "terima" and self.acak.random() < 0.8:
            u = proses.antrean_pertama(self.kantor, pelaku) or u
        isi = self._isian(u, baris, pelaku)
        kini = rak_usulan.ambil(self.kantor.store, u.id)
        sesudah = proses.lakukan(self.kantor, pelaku, u.id, baris.aksi, baris.isian.model_validate({**isi, "versi": kini.versi}))  # fmt: skip
        self.aksi[n, siapa] += 1
        for kode in baris.kabar:
            self.terutang.update((kode, s) for s in self._penerima(sesudah, kode) - {oleh})
        if sesudah.status not in TERBUKA:
            self.berjalan.remove(u.id)
            self.calon += [u.pegawai] if sesudah.status is not S.SELESAI else []

    def _lurus(self, u: Usulan) -> str:
        return "usulkan" if u.status in (S.DRAF, S.PERBAIKAN_PNS) and u.dibuat_oleh != u.pegawai else LURUS[u.status]

    def _siapa(self, u: Usulan, baris: Langkah, s: Siapa) -> list[str]:
        """Who may do it in this capacity, four eyes kept."""
        calon = {Siapa.PNS: [u.pegawai], Siapa.PEMBUAT: [u.dibuat_oleh], Siapa.PENGELOLA: self._pengelola(self.orang[u.pegawai])}  # fmt: skip
        ada = calon.get(s) or self._kantor(KANTOR[s])
        jalur = self.jalur.get(u.unit or "", (u.opd,))
        ada = [o for o in ada if s in wewenang.kapasitas(self.pelaku(o), u, jalur)]
        terlibat = (
            {u.pengusul, u.dibuat_oleh, u.verifikator} if baris.aksi in ("terima", "setujui", "sahkan_tms") else set()
        )
        return self.acak.sample(ada, len(ada))[:1] if not terlibat else [o for o in ada if o not in terlibat][:1]

    def _penerima(self, u: Usulan, kode: str) -> set[str]:
        ada: set[str] = set()
        for p in KABAR[kode].penerima:
            if p is Penerima.PNS:
                ada.add(u.pegawai)
            elif p is Penerima.PEMEGANG:
                ada |= {u.verifikator} if u.verifikator else set()
            elif p is Penerima.PENGELOLA:
                ada |= {s for unit in self.jalur.get(u.unit or "", (u.opd,)) for s in self.pengelola.get(unit, [])}
            else:
                ada |= set(self._kantor(KEPADA[p]))
        return ada

    def dokumen(self, pegawai: str, slot: str) -> str:
        """A version received into his archive; its bytes are no matter here."""
        store, kini, id_ = self.kantor.store, self.kantor.jam(), self.kantor.id_baru()
        s = rak_berkas.slot(store, pegawai, slot)
        b = Berkas(
            id=id_, pegawai=pegawai, slot=slot, nomor_versi=s.nomor + 1, keadaan=KeadaanBerkas.DITERIMA, ukuran=9, pratinjau=1,
            sha256=hashlib.sha256(id_.encode()).hexdigest(), diunggah_oleh=pegawai, dibuat_pada=kini, diterima_pada=kini,
        )  # fmt: skip
        store.write(*rak_berkas.terima(b, s))
        return id_

    def _lengkapi(self, u: Usulan) -> None:
        """His pengelola fills what is missing and replaces what was returned, or says why it stays."""
        pelaku = self.pelaku(self._pengelola(self.orang[u.pegawai])[0])
        for b in u.butir:
            if b.diminta and b.berkas and self.acak.random() < 0.3:
                jawab = IsianJawabButir(versi=u.versi, jawaban="Sudah sesuai dengan aslinya")
                u = pasang.jawab(self.kantor, pelaku, u.id, b.slot, jawab)
            elif b.diminta or (b.wajib and not b.berkas):
                isian = IsianPasangBerkas(versi=u.versi, berkas=self.dokumen(u.pegawai, b.slot))
                u = pasang.pasang(self.kantor, pelaku, u.id, b.slot, isian)

    def _putuskan(self, u: Usulan, pelaku: Pelaku) -> None:
        """The verifikator accepts every line that is not accepted yet."""
        for b in u.butir:
            if b.putusan != "terima" and (b.berkas or b.wajib):
                isian = IsianPeriksaButir(versi=u.versi, slot=b.slot, putusan="terima")
                u = pasang.periksa(self.kantor, pelaku, u.id, isian)

    def _isian(self, u: Usulan, baris: Langkah, pelaku: Pelaku) -> dict[str, Any]:
        """What the act asks for, with what has to be done before it."""
        hari = hari_wib(self.kantor.jam())
        if baris.aksi in ("ajukan", "usulkan", "perbaiki"):
            self._lengkapi(u)
        if baris.aksi == "nyatakan_ms":
            self._putuskan(u, pelaku)
        return {"catatan": "Dicatat menurut surat yang ada"} | self._khusus(u, baris.aksi, hari)

    def _khusus(self, u: Usulan, aksi: str, hari: date) -> dict[str, Any]:
        surat = {"nomor_surat": "800/1", "tanggal_surat": hari}
        match aksi:
            case "usulkan":
                return surat
            case "kirim":
                return surat | {"siasn_id": f"S-{u.nomor}"}
            case "terima":
                return {"alasan": "batas-dekat"}
            case "alihkan":
                lain = set(self._kantor(Peran.VERIFIKATOR)) - {u.verifikator, u.pengusul, u.dibuat_oleh, u.pegawai}
                return {"kepada": min(lain)}
            case "nyatakan_ms":
                return {"alasan_beda": PERNYATAAN}
            case "batalkan":
                return {"alasan": "permintaan-sendiri", "surat": self.dokumen(u.pegawai, "surat-kuasa-opd")}
            case "alihkan_periode":
                return {"periode": next(p.tmt for p in terbuka(self.kantor, hari) if p.tmt != u.periode)}
        return self._kembali(u, aksi, hari) | self._keputusan(u, aksi, hari)

    def _kembali(self, u: Usulan, aksi: str, hari: date) -> dict[str, Any]:
        """Returns and refusals."""
        butir = [{"slot": u.butir[0].slot, "alasan": "tidak-terbaca"}]
        tenggat = hari + timedelta(days=self.acak.randint(3, 20))
        match aksi, u.status:
            case "kembalikan", S.VERIFIKASI:
                return {"butir": butir, "tenggat": tenggat}
            case "kembalikan", S.DIAJUKAN_PNS:
                return {"butir": butir}
            case "catat_bts", _:
                return {"alasan": "data-tidak-sesuai", "butir": butir, "tenggat": tenggat}
            case (("usulkan_tms" | "catat_tms"), _):
                return {"alasan": "hukuman-disiplin", "dasar": "PP 94/2021"}
        return {}

    def _keputusan(self, u: Usulan, aksi: str, hari: date) -> dict[str, Any]:
        """What BKN and the decree bring."""
        match aksi:
            case "catat_pertek":
                return {"nomor": f"PG-{u.nomor}", "tanggal": hari, "berkas": self.dokumen(u.pegawai, "pertek")}
            case "catat_sk":
                berkas = self.dokumen(u.pegawai, "sk-kp-baru")
                sk = {"tmt": u.periode, "mk_tahun": 9, "mk_bulan": 1, "gaji_pokok": 1}
                return {"nomor": "823/1", "tanggal": hari, "berkas": berkas} | sk
        return {}
